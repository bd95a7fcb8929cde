import { randomBytes } from 'node:crypto';
import type { Context } from '../context.js';
import type { AvroRecord } from './avro/read.js';
import { unsupported } from './faults.js';
import { writeManifest } from './manifest.js';
import { type ManifestFile, carriedOver, withRowIds, writeManifestList } from './manifest-list.js';
import { type Snapshot, type TableMetadata, columnsOf, snapshotOf, specOf } from './metadata.js';
import { type NewFiles, upload } from './new-files.js';
import { writeParquet } from './parquet-write.js';
import type { Commit, TableFiles } from './ports.js';
import { manifestsOf } from './read-rows.js';
import { sealedName } from './seal.js';
import { appendSummary } from './summary.js';
import type { Row } from './value.js';
import { withoutSlash } from '../text.js';

/** Rows in files of their own that are in no snapshot yet: they outlast a commit that has to be tried again. */
export interface StagedRows {
  /** Of the snapshot they are going to be in. */
  readonly snapshotId: bigint;
  readonly schemaId: number;
  readonly specId: number;
  readonly formatVersion: 2 | 3;
  /** The manifest's record for the manifest list, without its sequence number; absent when there are no rows. */
  readonly manifest: AvroRecord | undefined;
  /** To be written before anything is committed; absent when there are no rows. */
  readonly written: NewFiles | undefined;
  readonly rows: number;
  /** Of data files. */
  readonly files: number;
  readonly bytes: number;
}

/** An append, ready to be committed. */
export interface PreparedAppend extends Commit {
  readonly snapshotId: bigint;
  /** Data files, their bytes, their rows. */
  readonly files: number;
  readonly bytes: number;
  readonly rows: number;
}

/**
 * Writes the files of an append, all at once: data file, manifest, manifest list. Throws `ICEBERG_BAD_ROW` before anything is
 * written, `ICEBERG_UNSUPPORTED` for a partitioned table and columns it does not write.
 */
export async function prepareAppend(
  metadata: TableMetadata,
  rows: readonly Row[],
  files: TableFiles,
  context: Context
): Promise<PreparedAppend> {
  const staged = stageRows(metadata, { rows, snapshotId: newSnapshotId() });
  const [, prepared] = await Promise.all([
    staged.written && upload(staged.written, files, context),
    prepareCommit(metadata, staged, files, context)
  ]);
  return prepared;
}

/** Rows, and the id of the snapshot they are going to be in. */
export interface RowsToStage {
  readonly rows: readonly Row[];
  readonly snapshotId: bigint;
}

/** Makes what of an append does not depend on the snapshots there are: the data file and its manifest. */
export function stageRows(metadata: TableMetadata, { rows, snapshotId }: RowsToStage): StagedRows {
  const { currentSchemaId: schemaId, defaultSpecId: specId, formatVersion } = metadata;
  const [partition] = specOf(metadata, specId).fields;
  if (partition !== undefined)
    throw unsupported(
      `append to the table of ${metadata.file}`,
      `The table is partitioned by ${partition.name}`
    );
  const common = { snapshotId, schemaId, specId, formatVersion, rows: rows.length };
  if (rows.length === 0) return { ...common, manifest: undefined, written: undefined, files: 0, bytes: 0 };
  const { bytes, metrics, splitOffsets } = writeParquet(columnsOf(metadata, schemaId), rows);
  const path = `${folderOf(metadata, 'data')}/${sealedName(bytes, 'parquet')}`;
  const file = { path, rows: rows.length, bytes: bytes.length, metrics, splitOffsets };
  const schema = metadata.schemas.get(schemaId)!;
  const manifest = writeManifest(file, { formatVersion, schema, schemaId, specId, snapshotId });
  const manifestPath = `${folderOf(metadata, 'metadata')}/${sealedName(manifest, 'avro')}`;
  const record = manifestRecord(manifestPath, manifest.length, common);
  const written = { data: { path, bytes }, manifest: { path: manifestPath, bytes: manifest } };
  return { ...common, manifest: record, written, files: 1, bytes: bytes.length };
}

function manifestRecord(
  path: string,
  length: number,
  { snapshotId, specId, rows }: { snapshotId: bigint; specId: number; rows: number }
): AvroRecord {
  return {
    500: path,
    501: BigInt(length),
    502: specId,
    517: 0,
    503: snapshotId,
    504: 1,
    505: 0,
    506: 0,
    512: BigInt(rows),
    513: 0n,
    514: 0n,
    507: []
  };
}

/** Writes the manifest list of a snapshot that comes after the current one, and says what to commit. */
export async function prepareCommit(
  metadata: TableMetadata,
  staged: StagedRows,
  files: TableFiles,
  context: Context
): Promise<PreparedAppend> {
  const { currentSnapshotId: parentId, formatVersion } = metadata;
  const { snapshotId, rows, files: count, bytes } = staged;
  const parent = parentId === undefined ? undefined : snapshotOf(metadata, parentId);
  const sequenceNumber = metadata.lastSequenceNumber + 1n;
  const { manifests, rowIds } = await manifestsAfter(parent, staged, metadata, (list) =>
    manifestsOf(list, files, context)
  );
  const list = writeManifestList({ formatVersion, snapshotId, parentId, sequenceNumber, manifests });
  const manifestList = `${folderOf(metadata, 'metadata')}/snap-${snapshotId}-${sealedName(list, 'avro')}`;
  await files.write(manifestList, list, context);
  const snapshot = {
    'snapshot-id': snapshotId,
    ...(parentId === undefined ? {} : { 'parent-snapshot-id': parentId }),
    'sequence-number': sequenceNumber,
    // The runner's clock may be behind that of who wrote last.
    'timestamp-ms': Math.max(context.clock.now(), metadata.lastUpdatedMs + 1),
    'manifest-list': manifestList,
    summary: appendSummary(parent, { files: count, rows, bytes }),
    'schema-id': staged.schemaId,
    ...rowIds
  };
  return { ...commitOf(metadata, snapshot), snapshotId, files: count, bytes, rows };
}

/** The records of the new manifest and of those there are; of format version 3 with their row ids. */
async function manifestsAfter(
  parent: Snapshot | undefined,
  staged: StagedRows,
  { lastSequenceNumber, nextRowId, formatVersion, file }: TableMetadata,
  manifestsOf: (parent: Snapshot) => Promise<readonly ManifestFile[]>
): Promise<{ readonly manifests: readonly AvroRecord[]; readonly rowIds: Readonly<Record<string, bigint>> }> {
  const sequenceNumber = lastSequenceNumber + 1n;
  const own =
    staged.manifest === undefined ? [] : [{ ...staged.manifest, 515: sequenceNumber, 516: sequenceNumber }];
  const before = parent === undefined ? [] : carriedOver(await manifestsOf(parent), parent.manifestList);
  if (formatVersion === 2) return { manifests: [...own, ...before], rowIds: {} };
  const { records, next } = withRowIds([...own, ...before], nextRowId, parent?.manifestList ?? file);
  return { manifests: records, rowIds: { 'first-row-id': nextRowId, 'added-rows': next - nextRowId } };
}

function commitOf(metadata: TableMetadata, snapshot: Readonly<Record<string, unknown>>): Commit {
  const id = snapshot['snapshot-id'];
  return {
    requirements: [
      { type: 'assert-table-uuid', uuid: metadata.uuid },
      { type: 'assert-ref-snapshot-id', ref: 'main', 'snapshot-id': metadata.currentSnapshotId ?? null }
    ],
    updates: [
      { action: 'add-snapshot', snapshot },
      // What the branch says about how long it keeps snapshots is repeated, or it would be lost.
      { ...metadata.main, action: 'set-snapshot-ref', 'ref-name': 'main', type: 'branch', 'snapshot-id': id }
    ]
  };
}

function folderOf({ location, properties }: TableMetadata, kind: 'data' | 'metadata'): string {
  return withoutSlash(properties[`write.${kind}.path`] ?? `${location}/${kind}`);
}

/** The id of a new snapshot: 63 random bits, as other writers do it. */
export function newSnapshotId(): bigint {
  return randomBytes(8).readBigUInt64BE() >> 1n;
}
