import { randomUUID } from 'node:crypto';
import type { Column } from '../column.js';

/** The last partition field id of a table that has no partition field (spec, "Partition Specs"). */
const NO_PARTITION_FIELD = 999;

/**
 * The text of the first metadata of a table: format version 2, unpartitioned, unsorted, no snapshot
 * (Iceberg spec, "Table Metadata Fields").
 * @param table where it is, without a slash at the end, and the time, ms since the epoch
 */
export function newTableMetadata(
  columns: readonly Column[],
  table: { readonly location: string; readonly nowMs: number }
): string {
  const fields = columns.map(({ name, type, required }, at) => ({ id: at + 1, name, required, type }));
  return JSON.stringify({
    'format-version': 2,
    'table-uuid': randomUUID(),
    location: table.location,
    'last-sequence-number': 0,
    'last-updated-ms': table.nowMs,
    'last-column-id': fields.length,
    schemas: [{ type: 'struct', 'schema-id': 0, fields }],
    'current-schema-id': 0,
    'partition-specs': [{ 'spec-id': 0, fields: [] }],
    'default-spec-id': 0,
    'last-partition-id': NO_PARTITION_FIELD,
    'sort-orders': [{ 'order-id': 0, fields: [] }],
    'default-sort-order-id': 0,
    properties: {},
    'current-snapshot-id': -1,
    refs: {},
    snapshots: [],
    'snapshot-log': [],
    'metadata-log': [],
    statistics: []
  });
}
