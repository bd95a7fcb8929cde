import { describe, expect, test } from '@jest/globals';
import { parseList, parsePairs } from '../../src/inputs/lists.js';

describe('a list', () => {
  test.each([
    ['one per line', 'a\n b \n\nc\n'],
    ['comma-separated', 'a, b,,c,'],
    ['lines and commas', 'a,\nb\nc'],
    ['with Windows line ends', 'a\r\nb\r\nc'],
    ['a JSON array', '["a", " b ", "", "c"]'],
    ['a JSON array over lines', '\n[\n  "a",\n  "b",\n  "c"\n]\n'],
    ['with repetitions', 'a\nb\na\nc\nc']
  ])('%s', (_form, text) => {
    expect(parseList(text)).toEqual({ value: ['a', 'b', 'c'] });
  });

  test('of nothing is empty', () => {
    expect(parseList(' \n, ')).toEqual({ value: [] });
    expect(parseList('[]')).toEqual({ value: [] });
  });

  test.each(['["a", 1]', '["a"', '[["a"]]'])('%s is no array of strings', (text) => {
    expect(parseList(text)).toEqual({
      problem: 'it begins like a JSON array and is not an array of strings'
    });
  });
});

describe('pairs', () => {
  test('are key=value lines; blanks around both and further = are fine, and so is an empty value', () => {
    expect(parsePairs(' a = 1 \n\nb=x=y\nc=\n')).toEqual({ value: { a: '1', b: 'x=y', c: '' } });
  });

  test.each(['a', '=1', 'a=1\nb'])('%j lacks a key or a =', (text) => {
    expect(parsePairs(text)).toEqual({ problem: expect.stringMatching(/^the line ".*" is not key=value$/) });
  });

  test('a key may not be there twice', () => {
    expect(parsePairs('a=1\na=2')).toEqual({ problem: 'the key "a" is there twice' });
  });

  test('a key that means something in JavaScript is a key like any other', () => {
    const result = parsePairs('__proto__=x\ntoString=y');
    expect('value' in result && Object.entries(result.value)).toEqual([
      ['__proto__', 'x'],
      ['toString', 'y']
    ]);
  });
});
