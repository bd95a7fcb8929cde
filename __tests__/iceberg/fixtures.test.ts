import { expect, test } from '@jest/globals';
import { openParquet } from '../../src/iceberg/parquet-file.js';
import { readRows } from '../../src/iceberg/read-rows.js';
import type { Row } from '../../src/iceberg/value.js';
import { context, fixture, fixtureFiles } from './support.js';

async function rowsOf(name: string): Promise<readonly Row[]> {
  return readRows(await fixture(name), fixtureFiles, {}, context);
}

test('every primitive type that PyIceberg writes', async () => {
  const [first, second] = await rowsOf('types');
  expect(first).toEqual({
    id: 2n ** 63n - 1n,
    i: -2147483648,
    f: 1.5,
    d: NaN,
    b: true,
    day: -1,
    t: 86_399_999_999n,
    ts: -62_135_596_800_000_000n,
    tz: 1_700_000_000_123_456n,
    dec9: '-12.30',
    dec18: '12345678901234.5678',
    dec38: '-1234567890123456789012345678.0123456789',
    u: '00010203-0405-0607-0809-0a0b0c0d0e0f',
    fx: new Uint8Array([0, 255, 1]),
    bin: new Uint8Array([255, 0]),
    s: '\ufeffäöü 😀'
  });
  const nulls = Object.fromEntries(Object.keys(first!).map((name) => [name, null]));
  expect(second).toEqual({ ...nulls, id: 2n ** 53n + 1n, s: '' });
});

test.each(['uncompressed', 'snappy', 'gzip', 'zstd'])('row groups and dictionaries in %s', async (codec) => {
  const words = ['ant', null, 'bee', 'cat'];
  const rows = Array.from({ length: 150 }, (_, i) => ({
    id: BigInt(i),
    word: words[i % 3 ? (i * i) % 4 : 1]
  }));
  expect(await rowsOf(`groups_${codec}`)).toEqual(rows);
});

test('columns that were renamed, promoted, dropped and added, and a file that was deleted', async () => {
  expect(await rowsOf('evolved')).toEqual([
    { number: 2n ** 40n, b: 0.1, c: '1234567890.12', added: 'new' },
    { number: 1n, b: 1.5, c: '1.25', added: null }
  ]);
});

test('an earlier snapshot has the columns of its time', async () => {
  const metadata = await fixture('evolved');
  const past = [...metadata.snapshots.values()].sort((a, b) => Number(a.sequenceNumber - b.sequenceNumber));
  const rows = (index: number): Promise<readonly Row[]> =>
    readRows(metadata, fixtureFiles, { snapshotId: past[index]!.id }, context);
  const first = { a: 1, b: 1.5, c: '1.25', gone: 'x' };
  expect(await rows(0)).toEqual([first]);
  expect(await rows(1)).toEqual([{ ...first, a: 2 }, first]);
  expect(await rows(2)).toEqual([first]);
});

test('structs, lists and maps', async () => {
  expect(await rowsOf('nested')).toEqual([
    {
      id: 1n,
      place: { city: 'Bern', zip: '3000.5' },
      tags: ['a', null, ''],
      counts: [
        ['one', 2n ** 60n],
        ['none', null]
      ],
      points: [
        { x: 1n, on: 1 },
        { x: null, on: null }
      ]
    },
    { id: 2n, place: null, tags: [], counts: [], points: [] },
    // PyIceberg writes the null list of structs as an empty one.
    { id: 3n, place: { city: null, zip: null }, tags: null, counts: null, points: [] }
  ]);
});

test('a partitioned table whose files hold the partition column too', async () => {
  const rows = await rowsOf('partitioned');
  expect([...rows].sort((a, b) => Number(a.id) - Number(b.id))).toEqual([
    { id: 1n, kind: 'x' },
    { id: 2n, kind: 'y' },
    { id: 3n, kind: null }
  ]);
});

test('a file without ids, by the name mapping', async () => {
  expect(await rowsOf('adopted')).toEqual([
    { id: 1n, name: 'a', points: [{ x: 1n }, null], counts: [['a', 1n]] },
    { id: 2n, name: null, points: null, counts: null },
    { id: 3n, name: 'c', points: [], counts: [] }
  ]);
});

test('maps whose keys are no texts', async () => {
  expect(await rowsOf('maps')).toEqual([
    {
      id: 1n,
      by_long: [
        [2n ** 63n - 1n, 'most'],
        [-1n, null]
      ],
      by_day: [[-1, '-1.50']],
      by_decimal: [
        ['-12345678901234567.891', true],
        ['0.001', null]
      ],
      nested: [
        [
          '__proto__',
          [
            [1, 10n],
            [-1, 2n ** 53n + 1n]
          ]
        ],
        ['none', []]
      ]
    },
    { id: 2n, by_long: [], by_day: [], by_decimal: [], nested: [] },
    { id: 3n, by_long: null, by_day: null, by_decimal: null, nested: null }
  ]);
});

const CODECS = ['none', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4'];

test.each(CODECS.flatMap((codec) => ['1.0', '2.0'].map((pages) => [codec, pages])))(
  'columns that are null throughout in %s, pages of version %s',
  async (codec, pages) => {
    for (const rows of [5, 0]) {
      const location = `file:///tmp/iceberg-fixtures/nulls/${codec}_${pages}_${rows}.parquet`;
      const file = openParquet(await fixtureFiles.read(location, context), location);
      const columns = await file.readColumns(
        0,
        file.schema.children.map(({ key }) => key)
      );
      const ids = Array.from({ length: rows }, (_, at) => BigInt(at));
      const [id, ...others] = [...columns.values()].map((values) => Array.from(values));
      expect(id).toEqual(ids);
      expect(others.map((values) => values.map((value) => value ?? null))).toEqual(
        Array(2).fill(ids.map(() => null))
      );
    }
  }
);
