import { describe, expect, test } from '@jest/globals';
import { IcebergInvalid } from '../../../sandbox/iceberg/invalid.js';
import { addSchema, column, columns, commit, list, replaced, spec, struct, table } from './commit-setup.js';

describe('a schema', () => {
  test('gets the next id, whatever id it came with, and the same one again keeps its id', () => {
    const added = column(12, 'new', 'int');
    const first = commit(table(), ...addSchema([...columns, added], { 'schema-id': 7 }));
    expect(first).toMatchObject({ 'current-schema-id': 1, 'last-column-id': 12 });
    const back = commit(first, ...addSchema(columns));
    expect(back).toMatchObject({ 'current-schema-id': 0, 'last-column-id': 12 });
    expect(back.schemas).toHaveLength(2);
  });

  test.each([
    ['renamed', replaced(2, { name: 'title' })],
    ['dropped', columns.slice(0, 4)],
    ['reordered', [...columns].reverse()],
    ['int to long', replaced(4, { type: 'long' })],
    ['float to double', replaced(6, { type: 'double' })],
    ['a wider decimal', replaced(5, { type: 'decimal(12,2)' })],
    ['optional', replaced(1, { required: false })],
    ['required', replaced(2, { required: true })],
    ['optional, beside a new one', [...replaced(1, { required: false }), column(12, 'new', 'int')]],
    [
      'a nested one added',
      replaced(7, { type: struct([column(8, 'city', 'string'), column(12, 'x', 'int')]) })
    ],
    [
      'a required one within a new one',
      [...columns, column(12, 'new', struct([column(13, 'x', 'int', { required: true })]))]
    ],
    ['a list’s element promoted', replaced(10, { type: { ...list(11), element: 'long' } })]
  ])('may change: %s', (_, fields) => {
    expect(commit(table(), ...addSchema(fields))['current-schema-id']).toBe(1);
  });

  test.each([
    ['cannot change from long to int', replaced(1, { type: 'int' })],
    ['cannot change from string to int', replaced(2, { type: 'int' })],
    ['cannot change from date to timestamp', replaced(3, { type: 'timestamp' })],
    ['cannot change from decimal(9, 2) to decimal(12, 3)', replaced(5, { type: 'decimal(12, 3)' })],
    ['cannot change from decimal(9, 2) to decimal(8, 2)', replaced(5, { type: 'decimal(8, 2)' })],
    ['cannot change from struct to string', replaced(7, { type: 'string' })],
    ['cannot change from list to list', replaced(10, { type: list(12) })],
    ['"new" is required', [...columns, column(12, 'new', 'int', { required: true })]],
    [
      '"home.x" is required',
      replaced(7, {
        name: 'home',
        type: struct([column(8, 'city', 'string'), column(12, 'x', 'int', { required: true })])
      })
    ],
    ['cannot move', [...columns.slice(0, 6), column(8, 'city', 'string')]],
    ['is there twice', [...columns, column(12, 'name', 'int')]],
    ['is given to', [...columns, column(2, 'new', 'int')]],
    ['has no id', [...columns, { name: 'new', type: 'int', required: false }]],
    ['is reserved', [...columns, column(2_147_483_640, 'new', 'int')]],
    ['has a default', [...columns, column(12, 'new', 'int', { 'initial-default': 1 })]],
    ['not a primitive type', [...columns, column(12, 'new', 'timestamp_ns')]]
  ])('may not change: %s', (why, fields) => {
    expect(() => commit(table(), ...addSchema(fields))).toThrow(IcebergInvalid);
    expect(() => commit(table(), ...addSchema(fields))).toThrow(why);
  });

  test('may not give an id again that a forgotten schema had', () => {
    const far = commit(table(), ...addSchema([...columns, column(20, 'far', 'int')]));
    const near = [...columns, column(15, 'near', 'int')];
    expect(() => commit(far, ...addSchema(near))).toThrow('ids up to 20 are used');
  });

  test('may not identify rows by a column that may be null', () => {
    const ids = { 'identifier-field-ids': [2] };
    expect(() => commit(table(), ...addSchema(columns, ids))).toThrow('because it may be null');
  });

  test('may have a column again that it lost, with the type that it had', () => {
    const dropped = commit(table(), ...addSchema([...columns.slice(0, 5), ...columns.slice(6)]));
    expect(commit(dropped, ...addSchema(replaced(6, { type: 'double' })))['current-schema-id']).toBe(2);
    expect(() => commit(dropped, ...addSchema(replaced(6, { type: 'int' })))).toThrow('cannot change');
  });

  test('cannot become the current one unknown, or go while it is', () => {
    const unknown = { action: 'set-current-schema', 'schema-id': 4 };
    expect(() => commit(table(), unknown)).toThrow('the schema 4 is unknown');
    const none = { action: 'set-current-schema', 'schema-id': -1 };
    expect(() => commit(table(), none)).toThrow('no schema has been added');
    const remove = { action: 'remove-schemas', 'schema-ids': [0] };
    expect(() => commit(table(), remove)).toThrow('cannot be removed');
    const grown = commit(table(), ...addSchema([...columns, column(12, 'new', 'int')]));
    expect(commit(grown, remove).schemas.map((schema) => schema['schema-id'])).toEqual([1]);
  });

  test('may not add a required column, not even in version 3 with a default', () => {
    const added = column(12, 'new', 'int', { required: true, 'initial-default': 1, 'write-default': 1 });
    const table3 = table({ 'format-version': '3' });
    expect(() => commit(table3, ...addSchema([...columns, added]))).toThrow('"new" is required');
  });

  test('of version 3 may add an optional column with a default, which stays', () => {
    const table3 = table({ 'format-version': '3' });
    const added = column(12, 'new', 'int', { 'initial-default': 1, 'write-default': 1 });
    const grown = commit(table3, ...addSchema([...columns, added]));
    expect(grown.schemas.at(-1)?.fields.at(-1)).toEqual(added);
    const other = { ...added, 'initial-default': 2 };
    expect(() => commit(grown, ...addSchema([...columns, other]))).toThrow('cannot change');
  });

  test('of version 3 may make a date a timestamp, unless a partition is made from it', () => {
    const table3 = table({ 'format-version': '3' });
    const timestamp = replaced(3, { type: 'timestamp' });
    expect(commit(table3, ...addSchema(timestamp))['current-schema-id']).toBe(1);
    const parted = commit(table3, { action: 'add-spec', spec: spec('month', 3) });
    expect(() => commit(parted, ...addSchema(timestamp))).toThrow('the partition field p is made from it');
  });
});

describe('partition specs', () => {
  const last = { action: 'set-default-spec', 'spec-id': -1 };

  test('get the next ids; what is partitioned the same way has the same ids', () => {
    const first = commit(table(), { action: 'add-spec', spec: spec('month', 3) }, last);
    expect(first).toMatchObject({
      'default-spec-id': 1,
      'last-partition-id': 1000,
      'partition-specs': [{ fields: [] }, { 'spec-id': 1, fields: [{ 'field-id': 1000 }] }]
    });
    const again = commit(first, { action: 'add-spec', spec: spec('month', 3) }, last);
    expect(again).toBe(first);
    const more = {
      fields: [{ 'source-id': 1, transform: 'bucket[4]', name: 'b' }, ...fieldsOf(spec('month', 3))]
    };
    const second = commit(first, { action: 'add-spec', spec: more }, last);
    const ids = second['partition-specs'].at(-1)?.fields.map((field) => field['field-id']);
    expect([second['default-spec-id'], second['last-partition-id'], ids]).toEqual([2, 1001, [1001, 1000]]);
  });

  test.each([
    ['not a field', spec('identity', 99)],
    ['not a transform', spec('median', 3)],
    ['that of', spec('year', 3, { 'field-id': 1000 })]
  ])('are refused: %s', (why, bad) => {
    const first = commit(table(), { action: 'add-spec', spec: spec('month', 3) }, last);
    expect(() => commit(first, { action: 'add-spec', spec: bad })).toThrow(why);
  });

  test('cannot become the default unknown, lose their column, or go while they are the default', () => {
    expect(() => commit(table(), last)).toThrow('the partition spec -1 is unknown');
    const first = commit(table(), { action: 'add-spec', spec: spec('month', 3) }, last);
    const dropped = columns.filter((each) => (each as { id: number }).id !== 3);
    expect(() => commit(first, ...addSchema(dropped))).toThrow('the source id 3 is not a field');
    const remove = { action: 'remove-partition-specs', 'spec-ids': [1] };
    expect(() => commit(first, remove)).toThrow('cannot be removed');
    const back = commit(first, { action: 'set-default-spec', 'spec-id': 0 }, remove);
    expect(back['partition-specs']).toHaveLength(1);
  });
});

function fieldsOf(of: object): object[] {
  return (of as { fields: object[] }).fields;
}

describe('sort orders', () => {
  const order = {
    fields: [{ 'source-id': 1, transform: 'identity', direction: 'asc', 'null-order': 'nulls-last' }]
  };
  const add = { action: 'add-sort-order', 'sort-order': order };
  const last = { action: 'set-default-sort-order', 'sort-order-id': -1 };

  test('get the next id; the same one again keeps its id, and the one without fields is 0', () => {
    const first = commit(table(), add, last);
    expect(first['default-sort-order-id']).toBe(1);
    expect(commit(first, add, last)).toBe(first);
    const none = commit(first, { action: 'add-sort-order', 'sort-order': { fields: [] } }, last);
    expect(none).toMatchObject({ 'default-sort-order-id': 0 });
    expect(none['sort-orders']).toHaveLength(2);
  });

  test('cannot become the default unknown, or lose their column', () => {
    expect(() => commit(table(), last)).toThrow('the sort order -1 is unknown');
    expect(() => commit(commit(table(), add, last), ...addSchema(columns.slice(1)))).toThrow('source id 1');
  });
});
