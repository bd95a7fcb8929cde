import { describe, expect, test } from '@jest/globals';
import type { Row } from '../../src/iceberg/value.js';
import { expectRows } from '../../src/smoke/compare.js';
import { idOf, makeRows, numberOf } from '../../src/smoke/rows.js';
import { thrownBy } from '../support/thrown.js';

const WRITTEN = { count: 40, commentsFrom: 30 };
const rows = (): Row[] => makeRows(0, WRITTEN);

async function* batches(read: readonly Row[]): AsyncGenerator<readonly Row[]> {
  yield read.slice(0, 7);
  yield await Promise.resolve(read.slice(7));
}

const compare = (read: readonly Row[]): Promise<number> => expectRows(batches(read), WRITTEN, 'read');

test('every row with every value, in whatever order', async () => {
  expect(await compare(rows())).toBe(40);
  expect(await compare(rows().reverse())).toBe(40);
  expect(await expectRows(batches([]), { count: 0 }, 'read')).toBe(0);
});

test('rows have nulls, texts that are not ASCII, ids above 2^53, and comments from where they were added', () => {
  const made = rows();
  expect(made).toHaveLength(40);
  for (const column of ['name', 'ratio', 'active', 'day', 'seen_at', 'price']) {
    expect(made.some((row) => row[column] === null)).toBe(true);
    expect(made.some((row) => row[column] !== null)).toBe(true);
  }
  expect(made[0]).toMatchObject({ id: 9_007_199_254_740_993n, name: 'Größe 0 測定' });
  expect([made[29]?.comment, made[30]?.comment]).toEqual([null, 'row 30']);
  expect(Object.keys(makeRows(0, { count: 1 })[0]!)).not.toContain('comment');
  expect(makeRows(30, WRITTEN)).toEqual(made.slice(30));
  expect([numberOf(idOf(12)), numberOf(3n), numberOf('x'), numberOf(undefined)]).toEqual([
    12,
    undefined,
    undefined,
    undefined
  ]);
});

describe('what is not what was written is named', () => {
  const id = idOf(8).toString();

  test.each<[string, (read: Row[]) => unknown, string]>([
    [
      'a value',
      (read) => (read[8] = { ...read[8], name: 'x' }),
      `id ${id}, name was written as "Größe 8 測定" and read as "x"`
    ],
    ['a null', (read) => (read[8] = { ...read[8], day: null }), 'day was written as 20462 and read as null'],
    ['no null', (read) => (read[6] = { ...read[6], name: '' }), 'name was written as null and read as ""'],
    ['a kind', (read) => (read[8] = { ...read[8], seen_at: 5 }), 'seen_at was written as'],
    ['minus zero', (read) => (read[0] = { ...read[0], ratio: -0 }), 'ratio was written as 0 and read as 0'],
    [
      'a column less',
      (read) => Reflect.deleteProperty(read[8]!, 'price'),
      'price was written as "633.52" and read as nothing'
    ],
    [
      'a column more',
      (read) => (read[8] = { ...read[8], extra: 1 }),
      'there is a column extra that was never made'
    ],
    [
      'a comment in an old row',
      (read) => (read[8] = { ...read[8], comment: 'row 8' }),
      'comment was written as null'
    ],
    ['a row less', (read) => read.splice(8, 1), `The row with the id ${id} was written and not read.`],
    ['two rows less', (read) => read.splice(8, 2), 'So were 1 more of the 40 rows.'],
    ['a row twice', (read) => (read[9] = read[8]!), `The row with the id ${id} was read twice.`],
    [
      'a row more',
      (read) => read.push({ ...read[8], id: idOf(40) }),
      `id ${idOf(40)} was read and never written.`
    ],
    [
      'an id that lost its last digit',
      (read) => (read[0] = { ...read[0], id: idOf(0) - 1n }),
      'was read and never written'
    ],
    ['an id of another kind', (read) => (read[0] = { ...read[0], id: 'x' }), 'The row with the id "x"']
  ])('%s', async (_, change, found) => {
    const read = rows();
    change(read);
    const error = await thrownBy(() => compare(read));
    expect([error.code, error.doing]).toEqual(['SMOKE_TEST_MISMATCH', 'read']);
    expect(error.found).toContain(found);
  });
});
