import { describe, expect, test } from '@jest/globals';
import { addColumn } from '../../src/iceberg/add-column.js';
import { appendRows } from '../../src/iceberg/append.js';
import { columnsOf, metadataFrom } from '../../src/iceberg/metadata.js';
import { readRows } from '../../src/iceberg/read-rows.js';
import { parseColumns, typeName } from '../../src/iceberg/types.js';
import { thrownBy } from '../support/thrown.js';
import { FakeCatalog, MemoryFiles, TABLE, context, emptyTable, fixture, fixtureFiles } from './support.js';

const list = (element: unknown): unknown => ({
  type: 'list',
  'element-id': 10,
  'element-required': true,
  element
});
const map = (key: unknown, value: unknown): unknown => ({
  ...{ type: 'map', 'key-id': 11, key },
  ...{ 'value-id': 12, 'value-required': false, value }
});
const struct = (...fields: [string, unknown][]): unknown => ({
  type: 'struct',
  fields: fields.map(([name, type], at) => ({ id: 20 + at, name, required: at > 0, type }))
});

function nameOf(type: unknown): string {
  const schema = { type: 'struct', fields: [{ id: 1, name: 'c', required: false, type }] };
  return typeName(parseColumns(schema, 'm')[0]!.type);
}

test.each([
  ['long', 'long'],
  ['decimal( 9 , 2 )', 'decimal(9,2)'],
  ['fixed[ 3 ]', 'fixed[3]'],
  ['timestamptz_ns', 'timestamptz_ns'],
  [list('string'), 'list<string>'],
  [list('int'), 'list<int>'],
  [map('string', 'int'), 'map<string, int>'],
  [struct(['a', 'int'], ['b', list('date')]), 'struct<a: int, b: list<date>>'],
  [map('long', struct(['a', map('uuid', 'decimal(4,1)')])), 'map<long, struct<a: map<uuid, decimal(4,1)>>>'],
  ['geometry(srid:4326)', 'geometry(srid:4326)'],
  [list('variant'), 'list<variant>']
])('a type is named with its parts: %j', (type, name) => {
  expect(nameOf(type)).toBe(name);
});

describe('types that are not known are carried', () => {
  const ODD = ['variant', 'unknown', 'geometry', 'geography(srid:4326, karney)', 'decimal(39,1)', 'fixed[0]'];

  test.each([...ODD, list('variant'), struct(['deep', map('string', 'variant')]), { type: 'brand-new' }])(
    'the table can be loaded: %j',
    (type) => {
      const table = metadataFrom(emptyTable([{ id: 1, name: 'odd', type }]), 'm.json');
      expect(columnsOf(table, 0)).toHaveLength(1);
    }
  );

  test('rows are not read from where such a column is stored, and the column is named', async () => {
    const metadata = await fixture('types');
    const fields = [{ id: 16, name: 'odd', required: false, type: 'variant' }];
    const schemas = new Map([[metadata.currentSchemaId, { type: 'struct', fields }]]);
    const error = await thrownBy(() => readRows({ ...metadata, schemas }, fixtureFiles, {}, context));
    expect([error.code, error.found]).toEqual([
      'ICEBERG_UNSUPPORTED',
      'The column odd has the type variant.'
    ]);
  });

  test('where it is not stored it is null, as every column is that a file lacks', async () => {
    const metadata = await fixture('types');
    const fields = [
      { id: 1, name: 'id', required: true, type: 'long' },
      { id: 99, name: 'odd', required: false, type: 'unknown' }
    ];
    const schemas = new Map([[metadata.currentSchemaId, { type: 'struct', fields }]]);
    expect(await readRows({ ...metadata, schemas }, fixtureFiles, {}, context)).toEqual([
      { id: 2n ** 63n - 1n, odd: null },
      { id: 2n ** 53n + 1n, odd: null }
    ]);
  });

  test('nothing is written to such a table, nor such a column added', async () => {
    const catalog = new FakeCatalog(emptyTable([{ id: 1, name: 'odd', type: 'variant' }]));
    const files = new MemoryFiles();
    const handle = { catalog, files, name: TABLE };
    const append = await thrownBy(() => appendRows(handle, [{}], context));
    const add = await thrownBy(() =>
      addColumn({ catalog, name: TABLE }, { name: 'v', type: 'variant' }, context)
    );
    for (const error of [append, add]) expect(error.code).toBe('ICEBERG_UNSUPPORTED');
    expect([append.found, add.found]).toEqual([
      'The column odd has the type variant.',
      'The column v has the type variant.'
    ]);
    expect([files.written, catalog.commits]).toEqual([[], []]);
  });
});

test('a schema that is nested too deep is damaged, not a mistake of ours', async () => {
  let type: unknown = 'int';
  for (let depth = 0; depth < 100_000; depth += 1) type = list(type);
  const error = await thrownBy(() => {
    nameOf(type);
  });
  expect(error.code).toBe('ICEBERG_CORRUPT');
});
