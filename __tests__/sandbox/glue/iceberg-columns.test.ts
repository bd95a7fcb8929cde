import { expect, test } from '@jest/globals';
import { glueColumns, hasUpperCase } from '../../../sandbox/glue/iceberg-columns.js';
import type { IcebergType, Schema } from '../../../sandbox/iceberg/model.js';

const schema = (type: IcebergType): Schema => ({
  type: 'struct',
  'schema-id': 0,
  fields: [{ id: 1, name: 'c', required: false, type, doc: 'd' }]
});
const inner = (name: string): IcebergType => ({
  type: 'struct',
  fields: [{ id: 9, name, required: true, type: 'int' }]
});
const list = (element: IcebergType): IcebergType => ({
  type: 'list',
  'element-id': 2,
  'element-required': true,
  element
});
const map = (value: IcebergType): IcebergType => ({
  type: 'map',
  'key-id': 3,
  key: 'string',
  'value-id': 4,
  'value-required': false,
  value
});

test.each<[IcebergType, string]>([
  ['boolean', 'boolean'],
  ['int', 'int'],
  ['long', 'bigint'],
  ['float', 'float'],
  ['double', 'double'],
  ['decimal(38, 10)', 'decimal(38,10)'],
  ['date', 'date'],
  ['time', 'string'],
  ['timestamp', 'timestamp'],
  ['timestamptz', 'timestamp'],
  ['string', 'string'],
  ['uuid', 'string'],
  ['fixed[16]', 'binary'],
  ['binary', 'binary'],
  [list('long'), 'array<bigint>'],
  [map(list('date')), 'map<string,array<date>>'],
  [inner('a'), 'struct<a:int>']
])('%j is %s', (type, expected) => {
  expect(glueColumns(schema(type))).toMatchObject([{ Name: 'c', Type: expected, Comment: 'd' }]);
});

test('capitals are seen at any depth', () => {
  expect(hasUpperCase(schema(list(map(inner('a')))))).toBe(false);
  expect(hasUpperCase(schema(list(map(inner('A')))))).toBe(true);
});
