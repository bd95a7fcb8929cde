import { describe, expect, test } from '@jest/globals';
import { parsePairs } from '../../src/inputs/pairs.js';
import { lastingTags, sharedTags } from '../../src/ownership.js';
import { changedEntries, mapChanges } from '../../src/resources/spec.js';

describe('tags whose keys mean something to JavaScript', () => {
  const keys = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
  const parsed = parsePairs(keys.map((key) => `${key}=x`).join('\n'));
  const given = 'value' in parsed ? parsed.value : {};
  const all = [
    ['of an environment', lastingTags({ env: 'dev', application: 'app' }, given)],
    ['of a shared table bucket', sharedTags(given)]
  ] as const;

  test.each(all)('%s are all set', (_whose, tags) => {
    const changes = mapChanges('tags', tags, {});
    expect(changes.every(({ from, to }) => from === undefined && typeof to === 'string')).toBe(true);
    const set = changedEntries('tags', changes);
    expect(keys.map((key) => Object.getOwnPropertyDescriptor(set, key)?.value as unknown)).toEqual(
      keys.map(() => 'x')
    );
  });

  test.each(all)('%s are no difference once they are set', (_whose, tags) => {
    expect(mapChanges('tags', tags, JSON.parse(JSON.stringify(tags)) as Record<string, string>)).toEqual([]);
  });
});
