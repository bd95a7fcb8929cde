import { describe, expect, test } from '@jest/globals';
import { isElsewhere, placeMarks, readPlace, type Place } from '../src/place.js';

const OWN: Place = { isolation: 'bucket', tableBucket: 'dev-app', namespace: 'app', table: 'app' };
const SHARED: Place = { isolation: 'namespace', tableBucket: 'lake', namespace: 'dev_app', table: 'app' };

describe('where an environment is', () => {
  test.each([OWN, SHARED])('is read as it was written: $isolation', (place) => {
    expect(readPlace(placeMarks(place))).toEqual(place);
  });

  test('is not told by marks of an older version, nor by empty ones', () => {
    expect(readPlace({ other: 'mark' })).toEqual({});
    expect(readPlace({ 'iceberg-environment:namespace': '' })).toEqual({});
  });

  test('an isolation that nobody knows counts as the one that shares nothing', () => {
    expect(readPlace({ 'iceberg-environment:isolation': 'galaxy' })).toEqual({ isolation: 'bucket' });
  });
});

describe('somewhere else', () => {
  test.each<[string, Place, Partial<Place>, boolean]>([
    ['the same place', OWN, {}, false],
    ['the same shared place', SHARED, {}, false],
    ['another isolation', OWN, { isolation: 'namespace' }, true],
    ['another table bucket', OWN, { tableBucket: 'other' }, true],
    ['another shared table bucket', SHARED, { tableBucket: 'other' }, true],
    ['another namespace of its own bucket, where it is found anyway', OWN, { namespace: 'other' }, false],
    ['another namespace of a shared bucket', SHARED, { namespace: 'other' }, true],
    ['another table, which is in the namespace', SHARED, { table: 'other' }, false]
  ])('%s', (_what, place, there, elsewhere) => {
    expect(isElsewhere(placeMarks({ ...place, ...there }), place)).toBe(elsewhere);
  });

  test('a database that tells nothing is not', () => {
    expect(isElsewhere({}, SHARED)).toBe(false);
  });
});
