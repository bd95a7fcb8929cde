import { describe, expect, test } from '@jest/globals';
import { type ColumnMetaData, parquetMetadata } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { appendRows } from '../../src/iceberg/append.js';
import { openParquet } from '../../src/iceberg/parquet-file.js';
import { writeParquet } from '../../src/iceberg/parquet-write.js';
import { readRows } from '../../src/iceberg/read-rows.js';
import { parseColumns } from '../../src/iceberg/types.js';
import type { Row, Value } from '../../src/iceberg/value.js';
import { thrownBy } from '../support/thrown.js';
import { FakeCatalog, MemoryFiles, TABLE, context, emptyTable } from './support.js';

/** How the only column is stored, of rows with these values in it. */
function stored(type: string, values: readonly Value[]): ColumnMetaData {
  const fields = [{ id: 1, name: 'c', required: false, type }];
  const columns = parseColumns({ type: 'struct', fields }, 'm');
  const { bytes } = writeParquet(
    columns,
    values.map((c) => ({ c }))
  );
  return parquetMetadata(bytes).row_groups[0]!.columns[0]!.meta_data!;
}

test.each([1, 16, 17, 1000])('%d booleans are written plain: no other encoding can Spark read', (count) => {
  const values = Array.from({ length: count }, (_, at) => (at % 3 === 2 ? null : at % 3 === 1));
  expect(stored('boolean', values).encodings).toEqual(['PLAIN']);
});

describe('the statistics in the file, by which readers skip row groups', () => {
  const UUIDS = ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];

  test('there are none of UUIDs, which readers order in more than one way', () => {
    expect(stored('uuid', UUIDS).statistics).toBeUndefined();
    expect(stored('uuid', Array<Value>(100).fill(UUIDS[0]!)).statistics).toBeUndefined();
  });

  const hex = (bytes: unknown): unknown =>
    bytes instanceof Uint8Array ? Buffer.from(bytes).toString('hex') : bytes;

  test.each<[string, readonly Value[], unknown, unknown]>([
    ['double', [0, NaN], -0, 0],
    ['float', [-0, NaN], -0, 0],
    ['double', [-Infinity, NaN, Infinity], -Infinity, Infinity],
    ['date', [-719_162, 0], new Date(-719_162 * 86_400_000), new Date(0)],
    ['fixed[3]', [new Uint8Array([127, 0, 0]), new Uint8Array([128, 0, 0])], '7f0000', '800000'],
    ['fixed[20]', [new Uint8Array(20).fill(255)], 'ff'.repeat(20), 'ff'.repeat(20)],
    ['decimal(9,2)', ['-0.01', '0.01'], -0.01, 0.01]
  ])('of %s %j', (type, values, least, greatest) => {
    const { min_value, max_value } = stored(type, [null, ...values]).statistics ?? {};
    expect([hex(min_value), hex(max_value)]).toEqual([least, greatest]);
  });

  test('of nothing but NaN, or of nothing, there are no bounds', () => {
    for (const values of [[NaN, NaN], [null]]) {
      const { statistics } = stored('double', values);
      expect([statistics?.min_value, statistics?.max_value]).toEqual([undefined, undefined]);
    }
  });
});

const ODD_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a.b', 'a b', 'ü'];

test('columns may be called anything', async () => {
  const fields = ODD_NAMES.map((name, at) => ({ id: at + 1, name, type: 'string' }));
  const catalog = new FakeCatalog(emptyTable(fields));
  const files = new MemoryFiles();
  const row = (value: (name: string) => Value): Row =>
    Object.fromEntries(ODD_NAMES.map((name) => [name, value(name)]));
  const handle = { catalog, files, name: TABLE };
  // Rows that leave all columns out: what every object inherits is no value.
  await appendRows(handle, [{}, row((name) => `of ${name}`)], context);
  const read = await readRows(catalog.metadata, files, {}, context);
  expect(read.map((each) => Object.entries(each))).toEqual([
    ODD_NAMES.map((name) => [name, null]),
    ODD_NAMES.map((name) => [name, `of ${name}`])
  ]);
});

test('a column that no table has is refused whatever it is called', async () => {
  const catalog = new FakeCatalog(emptyTable([{ id: 1, name: 'c', type: 'long' }]));
  const handle = { catalog, files: new MemoryFiles(), name: TABLE };
  const row = Object.fromEntries([['__proto__', 1n]]);
  const error = await thrownBy(() => appendRows(handle, [row], context));
  expect(error.found).toBe('Row 0, column __proto__: the table has no such column.');
});

test('a codec that is not done is named, and the file is not blamed', async () => {
  const writer = new ByteWriter();
  const schema = [
    { name: 'table', num_children: 1 },
    { name: 'c', type: 'INT32' as const, repetition_type: 'REQUIRED' as const, field_id: 1 }
  ];
  const parquet = new ParquetWriter({ writer, schema, codec: 'LZO', compressors: { LZO: (bytes) => bytes } });
  void parquet.write({ columnData: [{ name: 'c', data: [1, 2] }] });
  void parquet.finish();
  const file = openParquet(writer.getBytes(), 'x.parquet');
  const error = await thrownBy(() => file.readColumns(0, [file.schema.children[0]!.key]));
  expect([error.code, error.found]).toEqual([
    'ICEBERG_UNSUPPORTED',
    'Parquet, unsupported compression codec: LZO.'
  ]);
});
