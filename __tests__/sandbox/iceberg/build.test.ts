import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { newTableMetadata, type NewTable } from '../../../sandbox/iceberg/build.js';
import { readDraftSchema } from '../../../sandbox/iceberg/draft.js';
import { metadataFileName, readMetadata, writeMetadata } from '../../../sandbox/iceberg/file.js';
import { keepIds } from '../../../sandbox/iceberg/ids.js';
import type { PartitionField, SortField, TableMetadata } from '../../../sandbox/iceberg/model.js';

const TYPES = [
  'long',
  'string',
  'timestamp',
  'double',
  { type: 'list', element: 'int', 'element-required': true }
];
const schema = keepIds(
  readDraftSchema({
    type: 'struct',
    fields: TYPES.map((type, position) => ({ name: `c${position + 1}`, type, required: false }))
  })
);

const build = (table: Partial<NewTable> = {}): TableMetadata =>
  newTableMetadata({ location: 's3://w--table-s3', schema, now: 1_700_000_000_000, ...table });

const partition = (
  source: number,
  transform: string,
  name = `p_${source}`
): Omit<PartitionField, 'field-id'> => ({
  'source-id': source,
  transform,
  name
});

const sort = (source: number, transform: string): SortField => ({
  'source-id': source,
  transform,
  direction: 'asc',
  'null-order': 'nulls-first'
});

describe('a new table', () => {
  test('has every member that the spec requires, and no snapshot', () => {
    const { 'table-uuid': uuid, ...metadata } = build({ properties: { a: 'b' } });
    expect(uuid).toMatch(/^[0-9a-f-]{36}$/);
    expect(metadata).toEqual({
      'format-version': 2,
      location: 's3://w--table-s3',
      'last-sequence-number': 0,
      'last-updated-ms': 1_700_000_000_000,
      'last-column-id': 6,
      'current-schema-id': 0,
      schemas: [schema],
      'default-spec-id': 0,
      'partition-specs': [{ 'spec-id': 0, fields: [] }],
      'last-partition-id': 999,
      'default-sort-order-id': 0,
      'sort-orders': [{ 'order-id': 0, fields: [] }],
      properties: { a: 'b' },
      'current-snapshot-id': -1,
      refs: {},
      snapshots: [],
      statistics: [],
      'partition-statistics': [],
      'snapshot-log': [],
      'metadata-log': []
    });
  });

  test('is of version 3 when its properties say so', () => {
    const metadata = build({ properties: { 'format-version': '3', a: 'b' } });
    expect(metadata).toMatchObject({ 'format-version': 3, 'next-row-id': 0, 'current-snapshot-id': null });
    expect(metadata.properties).toEqual({ a: 'b' });
  });

  test('is of no other version', () => {
    expect(() => build({ properties: { 'format-version': '1' } })).toThrow(
      'the format version 1 is not supported'
    );
  });
});

describe('partitions', () => {
  test('are numbered from 1000', () => {
    const metadata = build({
      spec: {
        'spec-id': 3,
        fields: [partition(1, 'bucket[16]'), partition(2, 'truncate[4]'), partition(3, 'day')]
      }
    });
    expect(metadata['partition-specs'][0]?.fields.map((field) => field['field-id'])).toEqual([
      1000, 1001, 1002
    ]);
    expect(metadata).toMatchObject({ 'default-spec-id': 3, 'last-partition-id': 1002 });
  });

  test('keep the ids that are given', () => {
    const metadata = build({ spec: { fields: [{ ...partition(1, 'identity', 'c1'), 'field-id': 1005 }] } });
    expect(metadata['last-partition-id']).toBe(1005);
  });

  test.each([
    ['not a field', [partition(99, 'identity')]],
    ['not a transform', [partition(1, 'bucket')]],
    ['not a transform', [partition(1, 'bucket[0]')]],
    ['not a transform', [partition(1, 'median')]],
    ['cannot be applied to "c2", a string', [partition(2, 'day')]],
    ['cannot be applied to "c4", a double', [partition(4, 'bucket[4]')]],
    ['no source', [partition(5, 'identity')]],
    ['no source', [partition(6, 'identity')]],
    ['already the name of a column', [partition(1, 'bucket[4]', 'c1')]],
    ['already the name of a column', [partition(1, 'identity', 'c2')]],
    ['partition name p is there twice', [partition(1, 'bucket[4]', 'p'), partition(2, 'bucket[4]', 'p')]],
    ['by the same values', [partition(3, 'day', 'd'), partition(3, 'hour', 'h')]]
  ])('%s: refused', (why, fields) => {
    expect(() => build({ spec: { fields } })).toThrow(why);
  });
});

describe('sort orders', () => {
  test('are kept with their id', () => {
    const metadata = build({
      order: { 'order-id': 4, fields: [sort(1, 'identity'), sort(2, 'truncate[3]')] }
    });
    expect(metadata['default-sort-order-id']).toBe(4);
    expect(metadata['sort-orders']).toHaveLength(1);
  });

  test('without fields are the unsorted one', () => {
    expect(build({ order: { 'order-id': 4, fields: [] } })['default-sort-order-id']).toBe(0);
  });

  test.each([
    ['is reserved', { 'order-id': 0, fields: [sort(1, 'identity')] }],
    ['not a field', { fields: [sort(99, 'identity')] }],
    ['not a transform', { fields: [sort(1, 'backwards')] }]
  ])('%s: refused', (why, order) => {
    expect(() => build({ order })).toThrow(why);
  });
});

describe('the metadata file', () => {
  test('is named by version and UUID', () => {
    expect(metadataFileName(7)).toMatch(/^00007-[0-9a-f-]{36}\.metadata\.json$/);
  });

  test('is read back as it was written, compressed or not, 64-bit ids whole', () => {
    const id = 9_007_199_254_740_993n;
    const snapshot = {
      'snapshot-id': id,
      'timestamp-ms': 1,
      'manifest-list': 's3://m',
      summary: { operation: 'append' }
    };
    const metadata = { ...build(), snapshots: [snapshot], 'current-snapshot-id': id };
    expect(readMetadata(writeMetadata(metadata))).toEqual(metadata);
    expect(readMetadata(gzipSync(writeMetadata(metadata)))).toEqual(metadata);
  });

  test.each([
    ['not JSON', Buffer.from('{')],
    ['format-version', writeMetadata({ ...build(), 'format-version': 1 as 2 })],
    ['table-uuid', Buffer.from('{}')],
    ['the current-schema-id 5 is not in the file', writeMetadata({ ...build(), 'current-schema-id': 5 })],
    ['the default-spec-id 5 is not in the file', writeMetadata({ ...build(), 'default-spec-id': 5 })],
    [
      'the default-sort-order-id 5 is not in the file',
      writeMetadata({ ...build(), 'default-sort-order-id': 5 })
    ],
    ['the current-snapshot-id 5 is not in the file', writeMetadata({ ...build(), 'current-snapshot-id': 5 })]
  ])('%s: refused', (why, body) => {
    expect(() => readMetadata(body)).toThrow(why);
  });
});
