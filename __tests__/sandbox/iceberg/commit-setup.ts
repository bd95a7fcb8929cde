import { newTableMetadata } from '../../../sandbox/iceberg/build.js';
import { readCommit } from '../../../sandbox/iceberg/commit-shape.js';
import { applyUpdates } from '../../../sandbox/iceberg/commit.js';
import { readDraftSchema } from '../../../sandbox/iceberg/draft.js';
import { keepIds } from '../../../sandbox/iceberg/ids.js';
import type { Long, TableMetadata } from '../../../sandbox/iceberg/model.js';

export const location = 's3://w--table-s3';
export const start = 1_700_000_000_000;

export const column = (id: number, name: string, type: unknown, more: object = {}): object => ({
  id,
  name,
  type,
  required: false,
  ...more
});
export const columns = [
  column(1, 'id', 'long', { required: true }),
  column(2, 'name', 'string'),
  column(3, 'day', 'date'),
  column(4, 'count', 'int'),
  column(5, 'price', 'decimal(9, 2)'),
  column(6, 'ratio', 'float'),
  column(7, 'place', { type: 'struct', fields: [column(8, 'city', 'string'), column(9, 'zip', 'int')] }),
  column(10, 'tags', { type: 'list', 'element-id': 11, 'element-required': false, element: 'int' })
];
export const struct = (fields: readonly object[]): object => ({ type: 'struct', fields });

export const table = (properties: Record<string, string> = {}): TableMetadata =>
  newTableMetadata({ location, schema: keepIds(readDraftSchema(struct(columns))), now: start, properties });

export const file = (version: number): string => `${location}/metadata/0000${version}-a.metadata.json`;

/** Applies updates as one commit, a second after the table's last change. */
export const commit = (metadata: TableMetadata, ...updates: object[]): TableMetadata =>
  applyUpdates(
    {
      metadata,
      metadataLocation: file(metadata['metadata-log']?.length ?? 0),
      now: metadata['last-updated-ms'] + 1000,
      isFile: (path) => !path.includes('absent')
    },
    readCommit({ updates }).updates
  );

export const addSnapshot = (id: Long, number: number, change: object = {}): object => ({
  action: 'add-snapshot',
  snapshot: {
    'snapshot-id': id,
    'sequence-number': number,
    'timestamp-ms': start + number,
    'manifest-list': `${location}/metadata/snap-${id}.avro`,
    summary: { operation: 'append' },
    ...change
  }
});
export const setRef = (id: Long, name = 'main', change: object = {}): object => ({
  action: 'set-snapshot-ref',
  'ref-name': name,
  type: 'branch',
  'snapshot-id': id,
  ...change
});
export const append = (id: Long, number: number, change: object = {}): object[] => [
  addSnapshot(id, number, change),
  setRef(id)
];
export const addSchema = (fields: readonly object[], more: object = {}): object[] => [
  { action: 'add-schema', schema: { ...struct(fields), ...more } },
  { action: 'set-current-schema', 'schema-id': -1 }
];
export const replaced = (id: number, change: object): object[] =>
  columns.map((each) => ((each as { id: number }).id === id ? { ...each, ...change } : each));

/** A list of numbers. */
export function list(elementId: number): object {
  return { type: 'list', 'element-id': elementId, 'element-required': false, element: 'int' };
}

/** A partition spec with one field, `p`. */
export function spec(transform: string, source: number, more: object = {}): object {
  return { fields: [{ 'source-id': source, transform, name: 'p', ...more }] };
}
