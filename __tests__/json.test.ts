import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { DEEPEST, parseWithBigints, readJson, recordOf } from '../src/json.js';

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('JSON that others wrote', () => {
  test('is read, with and without a byte order mark', () => {
    expect(readJson('{"a": [1, "[{"]}')).toEqual({ value: { a: [1, '[{'] } });
    expect(readJson('\uFEFF{"a": 1}')).toEqual({ value: { a: 1 } });
  });

  test('keeps keys that JavaScript gives a meaning', () => {
    const { value } = readJson('{"__proto__": 1, "constructor": 2}') as { value: object };
    expect(Object.entries(value)).toEqual([
      ['__proto__', 1],
      ['constructor', 2]
    ]);
  });

  test.each([
    ['lists', nested(DEEPEST + 1)],
    ['objects', '{"a":'.repeat(30_000) + '1' + '}'.repeat(30_000)],
    ['what never ends', '['.repeat(1_000_000)]
  ])('is refused when it is nested too deep: %s', (_what, text) => {
    expect(readJson(text)).toEqual({ problem: 'it is nested deeper than 500 levels' });
  });

  test('may be as deep as is allowed, and have as many brackets in a text as it likes', () => {
    expect(readJson(nested(DEEPEST))).toHaveProperty('value');
    expect(readJson(JSON.stringify({ a: '\\"['.repeat(DEEPEST * 2) }))).toHaveProperty('value');
  });

  test.each([
    ['AWS_SECRET=abc', 'it is not JSON from line 1, column 1 on'],
    ['{\n  "a": hidden\n}', 'it is not JSON from line 2, column 8 on'],
    ['{"a" "hidden"}', 'it is not JSON from line 1, column 6 on'],
    ['["hidden",]', 'it is not JSON'],
    ['["hidden"', 'it is not JSON: it ends too early'],
    ['  \n', 'it is not JSON: it is empty'],
    ['"hid\nden"', 'it is not JSON from line 1, column 5 on']
  ])('%j is told by its place, without a word of it', (text, problem) => {
    expect(readJson(text)).toEqual({ problem });
    expect(JSON.stringify(readJson(text))).not.toMatch(/hidden|SECRET/);
  });
});

describe('an object whose keys are names that others gave', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'main'];
  const json = Object.fromEntries(names.map((name) => [name, name]));

  test('keeps every key, and has no other', () => {
    const record = v.parse(recordOf(v.string()), json);
    expect(Object.entries(record)).toEqual(names.map((name) => [name, name]));
    expect('hasOwnProperty' in record).toBe(false);
  });

  test.each([[[]], [null], ['text'], [{ constructor: 1 }]])('is not %j', (value) => {
    expect(v.is(recordOf(v.string()), value)).toBe(false);
  });
});

describe('whole numbers that JavaScript cannot hold', () => {
  test('become bigints, and nothing else does', () => {
    const text =
      '[9007199254740993, -9007199254740993, 9007199254740991, 1e30, 1.5, "9007199254740993", null]';
    const numbers = [
      9007199254740993n,
      -9007199254740993n,
      9007199254740991,
      1e30,
      1.5,
      '9007199254740993',
      null
    ];
    expect(parseWithBigints(text)).toEqual(numbers);
  });

  test.each(['toString', 'valueOf', '__proto__', 'constructor', 'toJSON'])(
    'may be beside the key %s',
    (key) => {
      const value = parseWithBigints(`{"${key}": "x", "n": 9007199254740993}`) as object;
      expect(Object.entries(value)).toEqual([
        [key, 'x'],
        ['n', 9007199254740993n]
      ]);
    }
  );
});
