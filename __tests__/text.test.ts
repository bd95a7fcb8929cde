import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DOTNET_WHITE_SPACE } from './support/runner-commands.js';
import { beginning, oneLine, plain, shorten, shown, withoutSlash } from '../src/text.js';

describe('text from outside', () => {
  test.each([
    ['a colour', '\u001b[31mred\u001b[0m', 'red'],
    ['a colour of eight bits', '\u009b31mred', 'red'],
    ['a link of a terminal', '\u001b]8;;http://x\u0007text', '8;;http://xtext'],
    ['a bell and a backspace', 'a\u0007\b\u007fb', 'ab'],
    ['writing from right to left', 'a\u202eb\u2066c\u061cd', 'abcd'],
    ['what is not seen', 'a\u200b\u00ad\ufeff\u3164\u{e0041}b', 'ab'],
    ['half a character', 'a\ud83db', 'a\ufffdb'],
    ['all ends of lines', 'a\r\nb\rc\u0085d\u2028e\u2029f\vg\fh', 'a\nb\nc\nd\ne\nf\ng\nh'],
    ['tabs and line feeds', 'a\tb\nc', 'a\tb\nc']
  ])('is plain: %s', (_what, text, expected) => {
    expect(plain(text)).toBe(expected);
  });

  test.each(DOTNET_WHITE_SPACE)('on one line has a blank for %j', (space) => {
    expect(oneLine(`${space}a${space}${space}b${space}`)).toBe('a b');
  });

  test('of any kind is one line with nothing that is not seen', () => {
    const strange = fc.string({
      unit: fc.constantFrom(...DOTNET_WHITE_SPACE, '\u001b', '[', '3', 'm', '\u202e')
    });
    const any = fc.oneof(strange, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(any, (text) => {
        expect(oneLine(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]|^ | $| {2}/u);
      })
    );
  });

  test('is cut, with what was left out, and no character in two', () => {
    expect(shorten('abc', 3)).toBe('abc');
    expect(shorten('abcdef', 3)).toBe('abc… and 3 more characters');
    expect(beginning('ab😀', 3)).toBe('ab');
    expect(beginning('ab😀', 4)).toBe('ab😀');
    expect(shown(`a\n${'b'.repeat(500)}`)).toBe(`a ${'b'.repeat(118)}… and 382 more characters`);
  });

  test('keeps its slashes but those at its end', () => {
    expect(['', '/', 's3://a/b//', 'a'].map(withoutSlash)).toEqual(['', '', 's3://a/b', 'a']);
  });
});
