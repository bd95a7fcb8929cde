import { describe, expect, test } from '@jest/globals';
import { writeAvro } from '../../src/iceberg/avro/file.js';
import { manifestListSchema } from '../../src/iceberg/manifest-schema.js';
import { rowsAside, rowsHeld } from '../../src/resources/table-rows.js';
import { lookAt } from '../../src/observe/look.js';
import { fakeAccount, fails } from '../support/account.js';
import { fakeContext } from '../support/context.js';

type Json = Readonly<Record<string, unknown>>;
const LOCATION = 's3://w/metadata/1.metadata.json';
const context = fakeContext();

/** A snapshot with this summary, after another one or none. */
function snapshot(id: number, summary: Json | number, parent?: number): Json {
  return {
    'snapshot-id': id,
    ...(parent === undefined ? {} : { 'parent-snapshot-id': parent }),
    'manifest-list': `s3://w/${id}.avro`,
    summary: typeof summary === 'number' ? { 'total-records': String(summary) } : summary
  };
}

const branch = (id: number): Json => ({ type: 'branch', 'snapshot-id': id });
const tag = (id: number): Json => ({ type: 'tag', 'snapshot-id': id });

function textOf(snapshots: readonly Json[], refs?: Json, more: Json = {}): string {
  const current = (refs?.main as Json | undefined)?.['snapshot-id'] ?? -1;
  return JSON.stringify({
    ...{ 'format-version': 2, 'current-snapshot-id': current, snapshots },
    ...(refs && { refs }),
    ...more
  });
}

/** What a table holds with this metadata; of its other files, those that are given. */
function held(text: string, files: Readonly<Record<string, Uint8Array>> = {}): Promise<string | undefined> {
  const read = (location: string): Promise<Uint8Array> => {
    const bytes = files[location];
    return bytes === undefined ? fails('VANISHED')() : Promise.resolve(bytes);
  };
  const readText = (): Promise<string> => Promise.resolve(text);
  const aws = { ...fakeAccount(), warehouse: { read, readText, write: fails('AWS_REFUSED') } };
  return rowsHeld(lookAt(aws, context), LOCATION);
}

describe('every snapshot that the metadata leads to counts', () => {
  test.each<[string, string, string | undefined]>([
    ['main', textOf([snapshot(1, 12)], { main: branch(1) }), '12 rows'],
    ['one row', textOf([snapshot(1, 1)], { main: branch(1) }), '1 row'],
    [
      'version 1, which has no refs',
      textOf([snapshot(1, 12)], undefined, { 'current-snapshot-id': 1 }),
      '12 rows'
    ],
    [
      'a branch',
      textOf([snapshot(1, 0), snapshot(2, 1000, 1)], { main: branch(1), audit: branch(2) }),
      '1000 rows on the branch audit'
    ],
    [
      'a branch, and nothing on main',
      textOf([snapshot(2, 500)], { audit: branch(2) }),
      '500 rows on the branch audit'
    ],
    [
      'branches of names that objects have already',
      textOf(
        [snapshot(1, 1), snapshot(2, 2)],
        JSON.parse(
          '{"__proto__":{"snapshot-id":1,"type":"branch"},"constructor":{"snapshot-id":2,"type":"branch"}}'
        ) as Json
      ),
      '1 row on the branch __proto__; 2 rows on the branch constructor'
    ],
    [
      'main and a tag',
      textOf([snapshot(1, 7), snapshot(2, 9, 1)], { main: branch(2), 'release-1': tag(1) }),
      '9 rows on main; 7 rows on the tag release-1'
    ],
    [
      'a tag on what was deleted since',
      textOf([snapshot(1, 1000), snapshot(2, 0, 1)], { main: branch(2), 'release-1': tag(1) }),
      '1000 rows on the tag release-1; 1000 deleted rows that earlier snapshots still have'
    ],
    [
      'what is staged',
      textOf([snapshot(3, 500)]),
      '500 rows in the snapshot 3, which no branch or tag leads to'
    ],
    [
      'what is staged beside main',
      textOf([snapshot(1, 5), snapshot(3, 8, 1)], { main: branch(1) }),
      '5 rows on main; 8 rows in the snapshot 3, which no branch or tag leads to'
    ],
    [
      'what was deleted and time travel still reaches',
      textOf([snapshot(1, 500), snapshot(2, 0, 1)], { main: branch(2) }),
      '500 deleted rows that earlier snapshots still have'
    ],
    [
      'some that were deleted, some that were not',
      textOf([snapshot(1, 500), snapshot(2, 499, 1), snapshot(3, 600, 2)], { main: branch(3) }),
      '600 rows on main; 1 deleted row that earlier snapshots still have'
    ],
    ['appends only', textOf([snapshot(1, 5), snapshot(2, 9, 1)], { main: branch(2) }), '9 rows'],
    ['what was deleted and is expired', textOf([snapshot(2, 0, 1)], { main: branch(2) }), undefined],
    [
      'empty snapshots',
      textOf([snapshot(1, 0), snapshot(2, 0, 1), snapshot(3, 0)], { main: branch(2) }),
      undefined
    ]
  ])('%s', async (_what, text, expected) => {
    expect(await held(text)).toBe(expected);
  });

  test('of many places five are named', async () => {
    const ids = [1, 2, 3, 4, 5, 6, 7];
    const refs = Object.fromEntries(ids.map((id) => [`b${id}`, branch(id)]));
    const found = await held(
      textOf(
        ids.map((id) => snapshot(id, id)),
        refs
      )
    );
    expect(found).toMatch(/^1 row on the branch b1; .*5 rows on the branch b5; rows in 2 more places$/);
  });
});

describe('rows that are marked as deleted', () => {
  test.each<[string, Json, string]>([
    ['by position', { 'total-position-deletes': '100' }, '500 rows, 400 of them live'],
    ['all of them', { 'total-position-deletes': '500' }, '500 rows, 0 of them live'],
    ['more than there are', { 'total-position-deletes': '501' }, '500 rows, some of them marked as deleted'],
    ['by value', { 'total-equality-deletes': '1' }, '500 rows, some of them marked as deleted'],
    ['none', { 'total-position-deletes': '0', 'total-equality-deletes': 0 }, '500 rows']
  ])('%s', async (_what, deletes, expected) => {
    expect(await held(textOf([snapshot(1, { 'total-records': 500, ...deletes })], { main: branch(1) }))).toBe(
      expected
    );
  });
});

describe('a summary that does not say how many rows there are', () => {
  const list = (manifest: Json): Uint8Array =>
    writeAvro(manifestListSchema(2), {}, [
      {
        500: 's3://m',
        501: 1n,
        502: 0,
        517: 0,
        515: 1n,
        516: 1n,
        503: 1n,
        504: 1,
        505: 0,
        506: 0,
        512: 0n,
        513: 0n,
        514: 0n,
        ...manifest
      }
    ]);
  const silent = (summary: Json = {}): string => textOf([snapshot(1, summary)], { main: branch(1) });

  test.each<[string, Json, Json, string | undefined]>([
    ['rows that were added, and those that were there', {}, { 512: 3n, 513: 4n }, '7 rows'],
    ['no rows', {}, { 506: 1, 514: 9n }, undefined],
    ['nothing but deletes', {}, { 517: 1, 512: 5n }, undefined],
    [
      'files, and no rows, which is not believed',
      { 'total-records': '0', 'total-data-files': '2' },
      { 512: 3n },
      '3 rows'
    ]
  ])('its manifest list does: %s', async (_what, summary, manifest, expected) => {
    expect(await held(silent(summary), { 's3://w/1.avro': list(manifest) })).toBe(expected);
  });

  test.each<[string, Readonly<Record<string, Uint8Array>>]>([
    ['is gone', {}],
    ['is damaged', { 's3://w/1.avro': new Uint8Array(3) }]
  ])('when its manifest list %s, that counts as data', async (_what, files) => {
    expect(await held(silent(), files)).toBe('data');
  });

  test('of an earlier snapshot, too', async () => {
    const text = textOf([snapshot(1, {}), snapshot(2, 0, 1)], { main: branch(2) });
    expect(await held(text)).toBe('data that earlier snapshots still have');
  });
});

test.each([
  ['no JSON', '<html>'],
  ['a version that is not known', '{"format-version":4}'],
  ['refs that are none', '{"refs":{"audit":7}}'],
  ['snapshots that are none', '{"snapshots":[{"snapshot-id":"x"}]}']
])('what cannot be read counts as data: %s', async (_what, text) => {
  expect(await held(text)).toMatch(/^data, as far as can be told/);
});

describe('what a query of the table does not show', () => {
  test.each<[string, string, string | undefined]>([
    ['nothing', textOf([snapshot(1, 5), snapshot(2, 0, 1)], { main: branch(2) }), undefined],
    ['a tag on what main has', textOf([snapshot(1, 5)], { main: branch(1), t: tag(1) }), undefined],
    ['a branch', textOf([snapshot(1, 5)], { b: branch(1) }), '5 rows on the branch b'],
    ['what is staged', textOf([snapshot(1, 5)]), '5 rows in the snapshot 1, which no branch or tag leads to']
  ])('%s', (_what, text, expected) => {
    expect(rowsAside(text)).toBe(expected);
  });
});
