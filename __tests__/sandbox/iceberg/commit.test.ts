import { describe, expect, test } from '@jest/globals';
import { applyUpdates } from '../../../sandbox/iceberg/commit.js';
import { readCommit } from '../../../sandbox/iceberg/commit-shape.js';
import { IcebergConflict, IcebergInvalid } from '../../../sandbox/iceberg/invalid.js';
import { checkRequirements } from '../../../sandbox/iceberg/requirements.js';
import { addSnapshot, append, commit, file, location, setRef, start, table } from './commit-setup.js';

describe('every commit', () => {
  test('moves the time on and remembers the metadata file before it', () => {
    const before = table();
    const after = commit(before, { action: 'set-properties', updates: { a: 'b' } });
    expect(after).toMatchObject({
      'last-updated-ms': start + 1000,
      'metadata-log': [{ 'metadata-file': file(0), 'timestamp-ms': start }]
    });
    expect(before.properties).toEqual({});
  });

  test('never moves the time back', () => {
    const updates = readCommit({ updates: [{ action: 'set-properties', updates: { a: 'b' } }] }).updates;
    const base = { metadata: table(), metadataLocation: file(0), now: start - 5000, isFile: () => true };
    expect(applyUpdates(base, updates)['last-updated-ms']).toBe(start);
  });

  test('remembers as many files as the properties say', () => {
    let metadata = table({ 'write.metadata.previous-versions-max': '2' });
    for (const value of ['1', '2', '3']) {
      metadata = commit(metadata, { action: 'set-properties', updates: { value } });
    }
    expect(metadata['metadata-log']).toHaveLength(2);
  });

  test.each([
    [{ action: 'set-properties', updates: {} }],
    [{ action: 'remove-properties', removals: ['absent'] }],
    [{ action: 'upgrade-format-version', 'format-version': 2 }],
    [{ action: 'set-location', location }],
    [{ action: 'set-current-schema', 'schema-id': 0 }],
    [{ action: 'set-default-spec', 'spec-id': 0 }],
    [{ action: 'set-default-sort-order', 'sort-order-id': 0 }],
    [{ action: 'remove-snapshots', 'snapshot-ids': [5] }],
    [{ action: 'remove-snapshot-ref', 'ref-name': 'absent' }],
    [{ action: 'remove-statistics', 'snapshot-id': 5 }],
    [{ action: 'remove-partition-specs', 'spec-ids': [5] }],
    [{ action: 'remove-schemas', 'schema-ids': [5] }]
  ])('that changes nothing gives the same metadata: %j', (update) => {
    const before = table();
    expect(commit(before, update)).toBe(before);
  });
});

describe('snapshots', () => {
  test('are appended to main and logged', () => {
    const first = commit(table(), ...append(11n, 1));
    const second = commit(
      first,
      ...append(12n, 2, { 'parent-snapshot-id': 11n, 'timestamp-ms': start + 2000 })
    );
    expect(second).toMatchObject({
      'current-snapshot-id': 12n,
      'last-sequence-number': 2,
      'last-updated-ms': start + 2000,
      refs: { main: { 'snapshot-id': 12n, type: 'branch' } },
      'snapshot-log': [
        { 'snapshot-id': 11n, 'timestamp-ms': start + 1 },
        { 'snapshot-id': 12n, 'timestamp-ms': start + 2000 }
      ]
    });
  });

  test('that were current only within a commit are not logged', () => {
    const both = [...append(1, 1), ...append(2, 2, { 'parent-snapshot-id': 1 })];
    const after = commit(table(), ...both);
    expect(after['snapshot-log']?.map((entry) => entry['snapshot-id'])).toEqual([2]);
    expect(after.snapshots).toHaveLength(2);
  });

  test('without a parent may say so with null', () => {
    const after = commit(table(), ...append(1, 1, { 'parent-snapshot-id': null }));
    expect(after.snapshots?.[0]).not.toHaveProperty('parent-snapshot-id');
  });

  test.each([
    ['is there already', addSnapshot(1, 2), IcebergInvalid],
    [
      'the parent 9 of the snapshot 2 is unknown',
      addSnapshot(2, 2, { 'parent-snapshot-id': 9 }),
      IcebergInvalid
    ],
    ['older than the table', addSnapshot(2, 2, { 'timestamp-ms': start - 60_000 }), IcebergInvalid],
    ['the schema 4 of the snapshot 2', addSnapshot(2, 2, { 'schema-id': 4 }), IcebergInvalid],
    [
      'is not in the table',
      addSnapshot(2, 2, { 'manifest-list': 's3://elsewhere/snap.avro' }),
      IcebergInvalid
    ],
    [
      'is not in the table',
      addSnapshot(2, 2, { 'manifest-list': `${location}-2/snap.avro` }),
      IcebergInvalid
    ],
    [
      'is not in the table',
      addSnapshot(2, 2, { 'manifest-list': `${location}/absent.avro` }),
      IcebergInvalid
    ],
    ['not above the last one', addSnapshot(2, 1), IcebergConflict]
  ])('are refused: %s', (why, update, kind) => {
    const first = commit(table(), ...append(1, 1));
    expect(() => commit(first, update)).toThrow(kind);
    expect(() => commit(first, update)).toThrow(why);
  });

  test.each([
    { 'snapshot-id': 0 },
    { 'sequence-number': undefined },
    { summary: {} },
    { summary: { operation: 'insert' } },
    { 'manifest-list': undefined }
  ])('must be what the spec says: %j is not', (change) => {
    expect(() => commit(table(), addSnapshot(1, 1, change))).toThrow(IcebergInvalid);
  });

  test('can be gone back to, at the time of the commit', () => {
    const two = commit(table(), ...append(1, 1), ...append(2, 2));
    const back = commit(two, setRef(1));
    expect(back['current-snapshot-id']).toBe(1);
    expect(back['snapshot-log']?.at(-1)).toEqual({
      'snapshot-id': 1,
      'timestamp-ms': back['last-updated-ms']
    });
  });

  test('are removed with their refs and statistics, and the log begins behind them', () => {
    const statistics = { 'snapshot-id': 1, 'statistics-path': `${location}/metadata/s.puffin` };
    let metadata = commit(table(), ...append(1, 1), setRef(1, 'old', { type: 'tag' }));
    metadata = commit(
      metadata,
      { action: 'set-statistics', statistics },
      { action: 'set-partition-statistics', 'partition-statistics': statistics }
    );
    metadata = commit(metadata, ...append(2, 2, { 'parent-snapshot-id': 1 }));
    const after = commit(metadata, { action: 'remove-snapshots', 'snapshot-ids': [1] });
    expect(after).toMatchObject({ statistics: [], 'partition-statistics': [] });
    expect(after.snapshots?.map((each) => each['snapshot-id'])).toEqual([2]);
    expect(Object.keys(after.refs ?? {})).toEqual(['main']);
    expect(after['snapshot-log']?.map((each) => each['snapshot-id'])).toEqual([2]);
  });

  test('all gone, a table has no current one', () => {
    const one = commit(table(), ...append(1, 1));
    const none = commit(one, { action: 'remove-snapshots', 'snapshot-ids': [1] });
    expect(none).toMatchObject({ 'current-snapshot-id': -1, refs: {}, snapshots: [] });
    expect(commit(one, { action: 'remove-snapshot-ref', 'ref-name': 'main' })).toMatchObject({
      'current-snapshot-id': -1,
      snapshots: [{ 'snapshot-id': 1 }]
    });
  });
});

describe('branches and tags', () => {
  test('are set with what they keep, and removed', () => {
    const keep = { 'min-snapshots-to-keep': 2, 'max-snapshot-age-ms': 1000, 'max-ref-age-ms': 5000 };
    const one = commit(table(), ...append(1, 1), setRef(1, 'dev', keep));
    expect(one.refs?.['dev']).toEqual({ 'snapshot-id': 1, type: 'branch', ...keep });
    expect(one['current-snapshot-id']).toBe(1);
    const without = commit(one, { action: 'remove-snapshot-ref', 'ref-name': 'dev' });
    expect(Object.keys(without.refs ?? {})).toEqual(['main']);
  });

  test.each([
    ['unknown snapshot', setRef(5)],
    ['main is a branch', setRef(1, 'main', { type: 'tag' })],
    ['cannot say how many', setRef(1, 'v1', { type: 'tag', 'min-snapshots-to-keep': 2 })],
    ['min-snapshots-to-keep', setRef(1, 'dev', { 'min-snapshots-to-keep': 0 })]
  ])('are refused: %s', (why, update) => {
    expect(() => commit(commit(table(), ...append(1, 1)), update)).toThrow(why);
  });
});

describe('format version 3', () => {
  const upgrade = { action: 'upgrade-format-version', 'format-version': 3 };
  const rows = { 'first-row-id': 0, 'added-rows': 3 };

  test('is reached from 2 and not left again', () => {
    const upgraded = commit(table(), upgrade);
    expect(upgraded).toMatchObject({ 'format-version': 3, 'next-row-id': 0, 'current-snapshot-id': null });
    expect(() => commit(upgraded, { ...upgrade, 'format-version': 2 })).toThrow('cannot change to version 2');
    expect(() => commit(table(), { ...upgrade, 'format-version': 4 })).toThrow('cannot change to version 4');
  });

  test('counts the rows', () => {
    const one = commit(table(), upgrade, ...append(1, 1, rows));
    expect(one['next-row-id']).toBe(3);
    expect(() => commit(one, addSnapshot(2, 2))).toThrow('has a first-row-id and added-rows');
    expect(() => commit(one, addSnapshot(2, 2, { ...rows, 'first-row-id': 2 }))).toThrow(IcebergConflict);
    const far = { 'first-row-id': 9_007_199_254_740_991, 'added-rows': 2 };
    expect(commit(one, addSnapshot(2, 2, far))['next-row-id']).toBe(9_007_199_254_740_993n);
  });
});

describe('requirements', () => {
  const metadata = commit(table(), ...append(5n, 1), setRef(5n, 'v1', { type: 'tag' }));
  const check = (requirement: object): void =>
    checkRequirements(metadata, readCommit({ requirements: [requirement] }).requirements);

  test.each([
    { type: 'assert-table-uuid', uuid: metadata['table-uuid'] },
    { type: 'assert-ref-snapshot-id', ref: 'main', 'snapshot-id': 5n },
    { type: 'assert-ref-snapshot-id', ref: 'v1', 'snapshot-id': 5n },
    { type: 'assert-ref-snapshot-id', ref: 'absent', 'snapshot-id': null },
    { type: 'assert-last-assigned-field-id', 'last-assigned-field-id': 11 },
    { type: 'assert-current-schema-id', 'current-schema-id': 0 },
    { type: 'assert-last-assigned-partition-id', 'last-assigned-partition-id': 999 },
    { type: 'assert-default-spec-id', 'default-spec-id': 0 },
    { type: 'assert-default-sort-order-id', 'default-sort-order-id': 0 }
  ])('that hold: $type $ref', (requirement) => {
    expect(() => check(requirement)).not.toThrow();
  });

  test.each([
    { type: 'assert-create' },
    { type: 'assert-table-uuid', uuid: 'another' },
    { type: 'assert-ref-snapshot-id', ref: 'main', 'snapshot-id': 6 },
    { type: 'assert-ref-snapshot-id', ref: 'main', 'snapshot-id': null },
    { type: 'assert-ref-snapshot-id', ref: 'absent', 'snapshot-id': 5 },
    { type: 'assert-last-assigned-field-id', 'last-assigned-field-id': 10 },
    { type: 'assert-current-schema-id', 'current-schema-id': 1 },
    { type: 'assert-last-assigned-partition-id', 'last-assigned-partition-id': 1000 },
    { type: 'assert-default-spec-id', 'default-spec-id': 1 },
    { type: 'assert-default-sort-order-id', 'default-sort-order-id': 1 }
  ])('that do not: $type $ref', (requirement) => {
    expect(() => check(requirement)).toThrow(IcebergConflict);
  });

  test.each([{ type: 'assert-view-uuid', uuid: 'x' }, { type: 'assert-table-uuid' }])(
    'that are none: %j',
    (requirement) => {
      expect(() => check(requirement)).toThrow(IcebergInvalid);
    }
  );
});
