import { expect, test } from '@jest/globals';
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
