import { describe, expect, test } from '@jest/globals';
import { tagProblems } from '../../src/inputs/tags.js';

function says(tags: Record<string, string>): string[] {
  return tagProblems(tags).map((problem) => problem.says);
}

function manyTags(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, at) => [`key-${at}`, 'x']));
}

test('tags as AWS takes them are fine', () => {
  expect(
    says({ 'cost-center': '12 34', 'a.b:c/d=e+f@g_h': '', Über: 'ß', ['k'.repeat(128)]: 'v'.repeat(256) })
  ).toEqual([]);
});

describe('a tag is refused', () => {
  test.each(['managed-by', 'env', 'application', 'team', 'iceberg-environment:env'])(
    'when this action sets it: %s',
    (key) => {
      expect(says({ [key]: 'x' })).toEqual([`the key "${key}" is set by this action`]);
    }
  );

  test.each(['aws:name', 'AWS:name'])('when its prefix is reserved by AWS: %s', (key) => {
    expect(says({ [key]: 'x' })).toEqual(['keys that begin with aws: are reserved by AWS']);
  });

  test('when its key is one that JavaScript gives a meaning, and the AWS SDK loses', () => {
    expect(says(Object.fromEntries([['__proto__', 'x']]))).toEqual([
      'the key "__proto__" cannot be sent to AWS; choose another'
    ]);
    expect(says({ constructor: 'x', toString: 'y' })).toEqual([]);
  });

  test('when its key is empty', () => {
    expect(says({ '': 'x' })).toEqual(['the key is empty']);
  });

  test('by its length in characters, not in the units that JavaScript counts', () => {
    expect(says({ ['𝒜'.repeat(128)]: '𝒜'.repeat(256) })).toEqual([]);
    expect(says({ ['𝒜'.repeat(129)]: 'x' })).toEqual(['the key has more than 128 characters']);
  });

  test('when its key or value is too long', () => {
    expect(says({ ['k'.repeat(129)]: 'v'.repeat(257) })).toEqual([
      'the key has more than 128 characters',
      'the value has more than 256 characters'
    ]);
  });

  test.each([
    ['a*b', 'x'],
    ['a', 'x,y'],
    ['a', '"x"'],
    ['a', 'x\ty'],
    ['a', 'x\ny'],
    ['a', 'x\u2028y'],
    ['a\u200b', 'x']
  ])('when AWS does not take a character of it: %s=%s', (key, value) => {
    expect(says({ [key]: value })).toEqual(['only letters, digits, spaces and _ . : / = + - @ are allowed']);
  });

  test('with the input, what was given and an example', () => {
    expect(tagProblems({ env: 'prod' })).toEqual([
      {
        input: 'tags',
        given: 'env=prod',
        says: 'the key "env" is set by this action',
        example: 'cost-center=1234'
      }
    ]);
  });
});

test('there is room for 38 beside those of this action', () => {
  expect(says(manyTags(38))).toEqual([]);
  expect(says(manyTags(39))).toEqual(['at most 38 are allowed']);
  expect(tagProblems(manyTags(51))[0]?.given).toBe('51 tags');
});
