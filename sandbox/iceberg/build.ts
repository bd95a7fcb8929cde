import { randomUUID } from 'node:crypto';
import { highestId } from './ids.js';
import { IcebergInvalid } from './invalid.js';
import type { FormatVersion, Schema, TableMetadata } from './model.js';
import { bindSpec, lastPartitionId, type DraftSpec } from './partition.js';
import { checkSchema } from './schema.js';
import { bindOrder, UNSORTED, type DraftOrder } from './sort.js';

/** What a new table is made of. */
export interface NewTable {
  readonly location: string;
  /** With all field ids assigned, by `keepIds` or `freshIds`. */
  readonly schema: Schema;
  readonly spec?: DraftSpec;
  readonly order?: DraftOrder;
  /** `format-version` chooses the version and is not kept among the properties. */
  readonly properties?: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/**
 * The metadata of a table that has no snapshot yet (spec, "Table Metadata Fields").
 * Throws {@link IcebergInvalid} when schema, partition spec or sort order break the spec.
 */
export function newTableMetadata(table: NewTable): TableMetadata {
  const { 'format-version': wanted = '2', ...properties } = table.properties ?? {};
  const version = formatVersion(wanted);
  const fields = checkSchema(table.schema, version);
  const spec = bindSpec(table.spec ?? { fields: [] }, fields);
  const order = table.order ? bindOrder(table.order, fields) : UNSORTED;
  return {
    'format-version': version,
    'table-uuid': randomUUID(),
    location: table.location,
    'last-sequence-number': 0,
    'last-updated-ms': table.now,
    'last-column-id': highestId(table.schema),
    'current-schema-id': table.schema['schema-id'],
    schemas: [table.schema],
    'default-spec-id': spec['spec-id'],
    'partition-specs': [spec],
    'last-partition-id': lastPartitionId(spec.fields),
    'default-sort-order-id': order['order-id'],
    'sort-orders': [order],
    properties,
    ...noSnapshots(version)
  };
}

function noSnapshots(version: FormatVersion): Partial<TableMetadata> {
  return {
    // Version 3 says null; -1 is what Iceberg's own writer puts for older readers.
    ...(version >= 3 ? { 'next-row-id': 0, 'current-snapshot-id': null } : { 'current-snapshot-id': -1 }),
    refs: {},
    snapshots: [],
    statistics: [],
    'partition-statistics': [],
    'snapshot-log': [],
    'metadata-log': []
  };
}

function formatVersion(text: string): FormatVersion {
  if (text === '2') return 2;
  if (text === '3') return 3;
  throw new IcebergInvalid(`the format version ${text} is not supported: 2 and 3 are`);
}
