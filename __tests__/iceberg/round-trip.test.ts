import { expect, test } from '@jest/globals';
import { readAvro } from '../../src/iceberg/avro/file.js';
import { appendRows } from '../../src/iceberg/append.js';
import { readRows } from '../../src/iceberg/read-rows.js';
import type { Row, Value } from '../../src/iceberg/value.js';
import { thrownBy } from '../support/thrown.js';
import { FakeCatalog, MemoryFiles, TABLE, context, emptyTable } from './support.js';

const HIGH = 2n ** 63n - 1n;
const LOW = -(2n ** 63n);
const DAY = 86_400_000_000n;

/** Values that a type must give back exactly. */
const FITTING: Record<string, readonly Value[]> = {
  boolean: [true, false],
  int: [0, 1, -1, 2147483647, -2147483648],
  long: [0n, -1n, 2n ** 53n + 1n, HIGH, LOW],
  float: [0, -0, 1.5, NaN, Infinity, -Infinity, 2 ** -149, 3.4028234663852886e38],
  double: [0, -0, 0.1, NaN, Infinity, -Infinity, Number.MIN_VALUE, Number.MAX_VALUE],
  date: [0, -1, 19_000, 2147483647, -2147483648],
  time: [0n, DAY - 1n],
  timestamp: [0n, -1n, 253_402_300_799_999_999n, -62_135_596_800_000_000n, HIGH, LOW],
  timestamptz: [0n, -1n, 1_700_000_000_123_456n, HIGH, LOW],
  string: ['', 'a', 'äöü', '😀', '\ufeffmark', '\u0000', 'x'.repeat(5_000), '123n'],
  uuid: ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
  'fixed[3]': [new Uint8Array([0, 128, 255])],
  binary: [new Uint8Array(), new Uint8Array([0]), new Uint8Array(40).fill(255)],
  'decimal(9,2)': ['0.00', '-0.01', '9999999.99', '-9999999.99'],
  'decimal(18,0)': ['0', '-1', '999999999999999999', '-999999999999999999'],
  'decimal(38,38)': [`0.${'9'.repeat(38)}`, `-0.${'9'.repeat(38)}`],
  'decimal(38,5)': [`-${'9'.repeat(33)}.00001`, '0.00001']
};

const ONLY_V3: Record<string, readonly Value[]> = {
  timestamp_ns: [0n, -1n, 1_700_000_000_123_456_789n, HIGH, LOW],
  timestamptz_ns: [0n, -1n, HIGH, LOW]
};

async function roundTrip(
  type: string,
  values: readonly Value[],
  change: Record<string, unknown>
): Promise<unknown[]> {
  const catalog = new FakeCatalog(
    emptyTable([{ id: 7, name: 'c', type, required: change.required === true }], change)
  );
  const files = new MemoryFiles();
  const rows = values.map((c) => ({ c }));
  await appendRows({ catalog, files, name: TABLE }, rows, context);
  return (await readRows(catalog.metadata, files, {}, context)).map(({ c }) => c);
}

test.each(Object.entries(FITTING))('%s comes back as it was written', async (type, values) => {
  expect(await roundTrip(type, values, { required: true })).toEqual(values);
  const sparse = [null, ...values, null, null, ...values];
  expect(await roundTrip(type, sparse, {})).toEqual(sparse);
  expect(await roundTrip(type, [null, null], {})).toEqual([null, null]);
});

test.each(Object.entries({ ...FITTING, ...ONLY_V3 }))('%s in format version 3', async (type, values) => {
  const sparse = [...values, null];
  expect(await roundTrip(type, sparse, { 'format-version': 3, 'next-row-id': 0 })).toEqual(sparse);
});

test.each<[string, readonly unknown[]]>([
  ['boolean', [0, 'true']],
  ['int', [1.5, 2147483648, 1n, NaN, '1']],
  ['long', [1, HIGH + 1n, LOW - 1n, '1']],
  ['float', [0.1, 1e39, 1n]],
  ['double', [1n, '1']],
  ['date', [0.5, new Date(0)]],
  ['time', [-1n, DAY, 0]],
  ['timestamp', [0, HIGH + 1n, new Date(0)]],
  ['string', [1, '\ud800', 'a\udc00b']],
  ['uuid', ['00000000000000000000000000000000', 'x']],
  ['fixed[3]', [new Uint8Array(2), 'abc']],
  ['binary', ['abc', [1]]],
  ['decimal(4,2)', ['1.234', '100.00', '1e2', '', '.5', 1.5, 150n]]
])('what does not fit %s is refused', async (type, values) => {
  for (const value of values) {
    const error = await thrownBy(() => roundTrip(type, [null, value as Value], {}));
    expect(error.code).toBe('ICEBERG_BAD_ROW');
    expect(error.message).toMatch(/^Could not append rows\. Row 1, column c: .* does not fit /);
  }
});

test('a decimal may be written with fewer digits than its scale', async () => {
  expect(await roundTrip('decimal(9,3)', ['1', '-1.5', '007.25'], {})).toEqual(['1.000', '-1.500', '7.250']);
});

test('a required column must be there, and no other column may', async () => {
  const missing = await thrownBy(() => roundTrip('long', [1n, null], { required: true }));
  expect(missing.message).toContain('Row 1, column c: it is null, and the column is required.');
  const catalog = new FakeCatalog(emptyTable([{ id: 1, name: 'c', type: 'long' }]));
  const files = new MemoryFiles();
  const unknown = await thrownBy(() =>
    appendRows({ catalog, files, name: TABLE }, [{ c: 1n, d: 2n }], context)
  );
  expect(unknown.message).toContain('Row 0, column d: the table has no such column.');
  expect(files.written).toEqual([]);
});

/** The only entry of the only manifest, as raw as Avro has it. */
async function entryOf(
  rows: readonly Row[],
  fields: readonly [string, string][]
): Promise<Record<string, unknown>> {
  const columns = fields.map(([name, type], index) => ({ id: index + 1, name, type }));
  const catalog = new FakeCatalog(emptyTable(columns));
  const files = new MemoryFiles();
  await appendRows({ catalog, files, name: TABLE }, rows, context);
  const path = files.written.find((name) => /metadata\/(?!snap-).*\.avro$/.test(name))!;
  const { records } = readAvro(files.files.get(path)!, path);
  return records[0]!['2'] as Record<string, unknown>;
}

function mapOf(entry: Record<string, unknown>, id: number): Record<string, unknown> {
  const pairs = entry[id] as Record<string, unknown>[];
  return Object.fromEntries(pairs.map((pair) => Object.values(pair)) as [string, unknown][]);
}

const hex = (bytes: unknown): string => Buffer.from(bytes as Uint8Array).toString('hex');

test('the manifest tells counts and bounds, as the single-value serialisation has them', async () => {
  const entry = await entryOf(
    [
      { l: 5n, s: 'ü', d: -0, f: NaN, b: true, dec: '-1.29', day: -1, u: FITTING.uuid![0]! },
      { l: -2n, s: '', d: 0, f: 1.5, b: false, dec: '3.00', day: 1, u: null },
      { s: '\u{10ffff}'.repeat(20), d: NaN }
    ],
    [
      ['l', 'long'],
      ['s', 'string'],
      ['d', 'double'],
      ['f', 'float'],
      ['b', 'boolean'],
      ['dec', 'decimal(9,2)'],
      ['day', 'date'],
      ['u', 'uuid']
    ]
  );
  expect(entry['103']).toBe(3n);
  expect(mapOf(entry, 109)).toEqual(Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((id) => [id, 3n])));
  expect(mapOf(entry, 110)).toEqual({ 1: 1n, 2: 0n, 3: 0n, 4: 1n, 5: 1n, 6: 1n, 7: 1n, 8: 2n });
  expect(mapOf(entry, 137)).toEqual({ 3: 1n, 4: 1n });
  const bounds = (id: number): unknown =>
    Object.fromEntries(Object.entries(mapOf(entry, id)).map(([column, bytes]) => [column, hex(bytes)]));
  expect(bounds(125)).toEqual({
    1: 'feffffffffffffff',
    2: '',
    3: '0000000000000080',
    4: '0000c03f',
    5: '00',
    6: 'ff7f',
    7: 'ffffffff'
  });
  // No text of 16 characters is greater than 20 of the last character, so there is no upper bound of column 2.
  expect(bounds(128)).toEqual({
    1: '0500000000000000',
    3: '0000000000000000',
    4: '0000c03f',
    5: '01',
    6: '012c',
    7: '01000000'
  });
});

test.each<[string, Value, string, string]>([
  ['string', 'abcdefghijklmnopqrst', 'abcdefghijklmnop', 'abcdefghijklmnoq'],
  ['string', '😀'.repeat(17), '😀'.repeat(16), `${'😀'.repeat(15)}😁`],
  ['string', `${'a'.repeat(15)}\ud7ffz`, `${'a'.repeat(15)}\ud7ff`, `${'a'.repeat(15)}\ue000`]
])('the bounds of a long %s are cut between characters', async (type, value, lower, upper) => {
  const entry = await entryOf([{ c: value }], [['c', type]]);
  expect(Buffer.from(mapOf(entry, 125)[1] as Uint8Array).toString()).toBe(lower);
  expect(Buffer.from(mapOf(entry, 128)[1] as Uint8Array).toString()).toBe(upper);
});

test('the bounds of long bytes are cut, and the upper one rounded up', async () => {
  const bytes = new Uint8Array([...Array<number>(15).fill(1), 255, 9]);
  const entry = await entryOf([{ c: bytes }], [['c', 'binary']]);
  expect(hex(mapOf(entry, 125)[1])).toBe(`${'01'.repeat(15)}ff`);
  expect(hex(mapOf(entry, 128)[1])).toBe(`${'01'.repeat(14)}02`);
});

test('texts are ordered as UTF-8 orders them', async () => {
  const entry = await entryOf([{ c: '\uffee' }, { c: '😀' }], [['c', 'string']]);
  expect(Buffer.from(mapOf(entry, 128)[1] as Uint8Array).toString()).toBe('😀');
});

test('many rows, in several row groups', async () => {
  const rows = Array.from({ length: 200_001 }, (_, i) => ({
    id: BigInt(i),
    word: i % 3 ? `w${i % 10}` : null
  }));
  const catalog = new FakeCatalog(
    emptyTable([
      { id: 1, name: 'id', type: 'long', required: true },
      { id: 2, name: 'word', type: 'string' }
    ])
  );
  const files = new MemoryFiles();
  const appended = await appendRows({ catalog, files, name: TABLE }, rows, context);
  expect(appended).toMatchObject({ rows: 200_001, files: 1 });
  expect(await readRows(catalog.metadata, files, {}, context)).toEqual(rows);
});
