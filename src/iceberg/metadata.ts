import * as v from 'valibot';
import { corrupt, unsupported } from './faults.js';
import { parseJson } from './json.js';
import { type Field, parseColumns } from './types.js';
import { ActionError } from '../errors.js';
import { recordOf } from '../json.js';
import { withoutSlash } from '../text.js';

const Int = v.pipe(v.number(), v.safeInteger());
const Long = v.pipe(
  v.union([v.bigint(), Int]),
  v.transform((value) => BigInt(value))
);
const Json = v.looseObject({});

const SnapshotJson = v.looseObject({
  'snapshot-id': Long,
  'parent-snapshot-id': v.nullish(Long),
  'sequence-number': Long,
  'timestamp-ms': Int,
  'manifest-list': v.string(),
  summary: v.optional(recordOf(v.string()), {}),
  'schema-id': v.nullish(Int),
  'first-row-id': v.nullish(Long),
  'key-id': v.nullish(v.string())
});
const SpecJson = v.looseObject({
  'spec-id': Int,
  fields: v.array(v.looseObject({ name: v.string(), transform: v.string(), 'source-id': v.nullish(Int) }))
});
const MetadataJson = v.looseObject({
  'format-version': v.picklist([2, 3]),
  'table-uuid': v.string(),
  location: v.string(),
  'last-sequence-number': Long,
  'last-updated-ms': Int,
  'last-column-id': Int,
  schemas: v.array(v.looseObject({ 'schema-id': Int })),
  'current-schema-id': Int,
  'partition-specs': v.array(SpecJson),
  'default-spec-id': Int,
  properties: v.optional(recordOf(v.string()), {}),
  'current-snapshot-id': v.nullish(Long),
  snapshots: v.optional(v.array(SnapshotJson), []),
  refs: v.optional(recordOf(v.looseObject({ 'snapshot-id': Long })), {}),
  'next-row-id': v.nullish(Long)
});

/** A state of the table, to which one manifest list leads. */
export interface Snapshot {
  readonly id: bigint;
  /** Which it came after; absent for the first, and where the writer does not say. */
  readonly parentId: bigint | undefined;
  readonly sequenceNumber: bigint;
  readonly timestampMs: number;
  readonly manifestList: string;
  readonly summary: Readonly<Record<string, string>>;
  readonly schemaId: number | undefined;
  readonly isEncrypted: boolean;
}

/** How a table's rows are split into files. */
export interface PartitionSpec {
  readonly id: number;
  readonly fields: readonly {
    readonly name: string;
    readonly transform: string;
    readonly sourceId: number | undefined;
  }[];
}

/** What a table is (spec, "Table Metadata Fields"), as far as reading and appending need it. */
export interface TableMetadata {
  /** The metadata's file, for messages. */
  readonly file: string;
  readonly formatVersion: 2 | 3;
  readonly uuid: string;
  /** Without a slash at the end. */
  readonly location: string;
  readonly lastSequenceNumber: bigint;
  readonly lastUpdatedMs: number;
  readonly lastColumnId: number;
  /** As JSON, by id. `columnsOf` reads one. */
  readonly schemas: ReadonlyMap<number, Readonly<Record<string, unknown>>>;
  readonly currentSchemaId: number;
  readonly specs: ReadonlyMap<number, PartitionSpec>;
  readonly defaultSpecId: number;
  readonly properties: Readonly<Record<string, string>>;
  readonly snapshots: ReadonlyMap<bigint, Snapshot>;
  /** Absent while nothing was ever written. */
  readonly currentSnapshotId: bigint | undefined;
  /** The branch `main` as JSON, with how long it keeps snapshots. */
  readonly main: Readonly<Record<string, unknown>>;
  /** Of format version 3; 0 before. */
  readonly nextRowId: bigint;
}

/**
 * Reads table metadata. Throws `ICEBERG_CORRUPT` that names `file` and the byte or field that is wrong, and
 * `ICEBERG_UNSUPPORTED` for format versions other than 2 and 3, encryption, and column types that are not done.
 */
export function parseMetadata(text: string, file: string): TableMetadata {
  return metadataFrom(parseJson(text, file), file);
}

/** The same from parsed JSON in which big numbers are bigints. */
export function metadataFrom(json: unknown, file: string): TableMetadata {
  refuseVersion(json, file);
  const parsed = v.safeParse(MetadataJson, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw corrupt(file, `The field ${v.getDotPath(issue) ?? 'at the top'} is wrong: ${issue.message}`);
  }
  if ('encryption-keys' in parsed.output) throw unsupported(`use ${file}`, 'The table is encrypted');
  if (parsed.output['format-version'] === 3 && parsed.output['next-row-id'] == null)
    throw corrupt(file, 'The field next-row-id is missing');
  const metadata = tableOf(parsed.output, file);
  columnsOf(metadata, metadata.currentSchemaId);
  specOf(metadata, metadata.defaultSpecId);
  return metadata;
}

function refuseVersion(json: unknown, file: string): void {
  const version = v.is(Json, json) ? json['format-version'] : undefined;
  if (typeof version === 'number' && version !== 2 && version !== 3)
    throw unsupported(
      `use ${file}`,
      `The table has the Iceberg format version ${version}; this does 2 and 3`
    );
}

function tableOf(json: v.InferOutput<typeof MetadataJson>, file: string): TableMetadata {
  const current = json['current-snapshot-id'] ?? json.refs.main?.['snapshot-id'];
  return {
    file,
    formatVersion: json['format-version'],
    uuid: json['table-uuid'],
    location: withoutSlash(json.location),
    lastSequenceNumber: json['last-sequence-number'],
    lastUpdatedMs: json['last-updated-ms'],
    lastColumnId: json['last-column-id'],
    schemas: new Map(json.schemas.map((schema) => [schema['schema-id'], schema])),
    currentSchemaId: json['current-schema-id'],
    specs: new Map(json['partition-specs'].map((spec) => [spec['spec-id'], specFrom(spec)])),
    defaultSpecId: json['default-spec-id'],
    properties: json.properties,
    snapshots: new Map(json.snapshots.map((snapshot) => [snapshot['snapshot-id'], snapshotFrom(snapshot)])),
    // Writers put -1 where there is none.
    currentSnapshotId: current === -1n ? undefined : current,
    main: json.refs.main ?? {},
    nextRowId: json['next-row-id'] ?? 0n
  };
}

function specFrom(spec: v.InferOutput<typeof SpecJson>): PartitionSpec {
  const fields = spec.fields.map(({ name, transform, 'source-id': sourceId }) => ({
    name,
    transform,
    sourceId: sourceId ?? undefined
  }));
  return { id: spec['spec-id'], fields };
}

function snapshotFrom(snapshot: v.InferOutput<typeof SnapshotJson>): Snapshot {
  return {
    id: snapshot['snapshot-id'],
    parentId: snapshot['parent-snapshot-id'] ?? undefined,
    sequenceNumber: snapshot['sequence-number'],
    timestampMs: snapshot['timestamp-ms'],
    manifestList: snapshot['manifest-list'],
    summary: snapshot.summary,
    schemaId: snapshot['schema-id'] ?? undefined,
    isEncrypted: typeof snapshot['key-id'] === 'string'
  };
}

/** The columns of one of the table's schemas. Throws `ICEBERG_CORRUPT` when it has none of this id. */
export function columnsOf(metadata: TableMetadata, schemaId: number): readonly Field[] {
  const schema = metadata.schemas.get(schemaId);
  if (schema === undefined) throw corrupt(metadata.file, `There is no schema with the id ${schemaId}`);
  return parseColumns(schema, metadata.file);
}

/** One of the table's partition specs. Throws `ICEBERG_CORRUPT` when it has none of this id. */
export function specOf(metadata: TableMetadata, specId: number): PartitionSpec {
  const spec = metadata.specs.get(specId);
  if (spec === undefined) throw corrupt(metadata.file, `There is no partition spec with the id ${specId}`);
  return spec;
}

/** The snapshot of this id, or `ICEBERG_NOT_FOUND`. */
export function snapshotOf(metadata: TableMetadata, id: bigint): Snapshot {
  const snapshot = metadata.snapshots.get(id);
  if (snapshot !== undefined) return snapshot;
  throw new ActionError('ICEBERG_NOT_FOUND', {
    doing: `read ${metadata.file}`,
    found: `The table has no snapshot ${id}.`
  });
}
