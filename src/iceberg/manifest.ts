import { readAvro, writeAvro } from './avro/file.js';
import type { AvroRecord } from './avro/read.js';
import type { ColumnMetrics } from './column-metrics.js';
import { EntryFields } from './entry-fields.js';
import { corrupt, unsupported } from './faults.js';
import { toJson } from './json.js';
import type { ManifestFile } from './manifest-list.js';
import { manifestSchema } from './manifest-schema.js';
import { checkSeal } from './seal.js';

const EXISTING = 0;
const ADDED = 1;
const DELETED = 2;
const PARQUET = 'PARQUET';

/** A file of rows, as a manifest has it. */
export interface DataFile {
  readonly path: string;
  readonly rows: bigint;
  readonly bytes: bigint;
  /** By column: how many values, nulls among them. Not every writer says. */
  readonly valueCounts: ReadonlyMap<number, bigint>;
  readonly nullCounts: ReadonlyMap<number, bigint>;
  /** Of the manifest: which partition spec the file was written for. */
  readonly specId: number;
}

/**
 * The data files that a manifest holds, without those it says are deleted, checked against the counts of the manifest
 * list. Throws `ICEBERG_CORRUPT`, and `ICEBERG_UNSUPPORTED` for files that are not plain Parquet.
 */
export function readManifest(bytes: Uint8Array, manifest: ManifestFile): readonly DataFile[] {
  const file = manifest.path;
  checkSeal(file, bytes);
  if (BigInt(bytes.length) !== manifest.length)
    throw corrupt(file, `It has ${bytes.length} bytes, and ${manifest.length} in the manifest list`);
  const { records } = readAvro(bytes, file);
  const entries = records.map((record) => new EntryFields(record, file));
  checkCounts(entries, manifest);
  return entries
    .filter((entry) => entry.int(0) !== DELETED)
    .map((entry) => dataFileFrom(entry.struct(2), manifest));
}

function checkCounts(entries: readonly EntryFields[], { path, counts }: ManifestFile): void {
  const files = [0n, 0n, 0n];
  const rows = [0n, 0n, 0n];
  for (const entry of entries) {
    const index = [ADDED, EXISTING, DELETED].indexOf(entry.int(0));
    if (index === -1) throw corrupt(path, `An entry has the status ${entry.int(0)}`);
    files[index]! += 1n;
    rows[index]! += entry.struct(2).long(103);
  }
  const found = [...files, ...rows];
  if (counts !== undefined && counts.some((count, i) => count !== found[i]))
    throw corrupt(
      path,
      `It counts ${found.join(', ')} (files, then rows: added, existing, deleted), and ${counts.join(', ')} in the manifest list`
    );
}

function dataFileFrom(fields: EntryFields, { path: manifest, specId }: ManifestFile): DataFile {
  const path = fields.text(100);
  const format = fields.text(101).toUpperCase();
  if (fields.has(134) && fields.int(134) !== 0)
    throw unsupported(`read ${manifest}`, `It lists the delete file ${path}`);
  if (format !== PARQUET) throw unsupported(`read ${path}`, `Its format is ${format}, not Parquet`);
  if (fields.has(131)) throw unsupported(`read ${path}`, 'It is encrypted');
  return {
    path,
    rows: fields.long(103),
    bytes: fields.long(104),
    valueCounts: fields.counts(109, 119, 120),
    nullCounts: fields.counts(110, 121, 122),
    specId
  };
}

/** A data file that was written for a new snapshot. */
export interface NewDataFile {
  readonly path: string;
  readonly rows: number;
  readonly bytes: number;
  /** By column id. */
  readonly metrics: ReadonlyMap<number, ColumnMetrics>;
  /** Where its row groups begin. */
  readonly splitOffsets: readonly bigint[];
}

/** What a new manifest belongs to. */
export interface ManifestOrigin {
  readonly formatVersion: 2 | 3;
  /** As JSON, with its id. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly schemaId: number;
  readonly specId: number;
  readonly snapshotId: bigint;
}

/**
 * Writes the manifest of one added file of an unpartitioned table. The sequence numbers stay null, to be inherited, so
 * that the manifest survives a commit that has to be tried again (spec, "Sequence Number Inheritance").
 */
export function writeManifest(file: NewDataFile, origin: ManifestOrigin): Uint8Array {
  const header = {
    schema: toJson(origin.schema),
    'schema-id': String(origin.schemaId),
    'partition-spec': '[]',
    'partition-spec-id': String(origin.specId),
    'format-version': String(origin.formatVersion),
    content: 'data'
  };
  const entry = { 0: ADDED, 1: origin.snapshotId, 2: dataFileRecord(file) };
  return writeAvro(manifestSchema(origin.formatVersion), header, [entry]);
}

function dataFileRecord(file: NewDataFile): AvroRecord {
  const map = (key: number, value: number, get: (metrics: ColumnMetrics) => unknown): AvroRecord[] =>
    [...file.metrics]
      .map(([id, metrics]) => ({ [key]: id, [value]: get(metrics) }))
      .filter((entry) => entry[value] !== undefined);
  return {
    134: 0,
    100: file.path,
    101: PARQUET,
    102: {},
    103: BigInt(file.rows),
    104: BigInt(file.bytes),
    108: map(117, 118, ({ size }) => size),
    109: map(119, 120, () => BigInt(file.rows)),
    110: map(121, 122, ({ nulls }) => BigInt(nulls)),
    137: map(138, 139, ({ nans }) => (nans === undefined ? undefined : BigInt(nans))),
    125: map(126, 127, ({ lower }) => lower),
    128: map(129, 130, ({ upper }) => upper),
    132: file.splitOffsets,
    140: 0
  };
}
