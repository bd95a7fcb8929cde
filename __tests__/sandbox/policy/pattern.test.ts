import { expect, test } from '@jest/globals';
import { contextOf } from '../../../sandbox/policy/context.js';
import { filledIn, fits } from '../../../sandbox/policy/pattern.js';

const context = contextOf({
  'aws:username': 'ann',
  'aws:PrincipalTag/team': 'a*b',
  'aws:TagKeys': ['a', 'b']
});

test.each([
  ['*', '', true],
  ['bucket/*', 'bucket/a/b', true],
  ['bucket/*', 'bucket', false],
  ['tabl?', 'table', true],
  ['tabl?', 'tabl', false],
  ['a.c', 'abc', false],
  ['a(b)[c]{1}|^$+\\', 'a(b)[c]{1}|^$+\\', true],
  ['A', 'a', false]
])('%j on %j: %s', (pattern, text, expected) => {
  expect(fits(pattern, text)).toBe(expected);
});

test.each([
  ['home/${aws:username}/*', 'home/ann/x', true],
  ['home/${AWS:UserName}', 'home/ann', true],
  ['${aws:PrincipalTag/team}', 'a*b', true],
  ['${aws:PrincipalTag/team}', 'axb', false],
  ["${aws:PrincipalTag/none, 'all'}", 'all', true],
  ["${aws:username, 'all'}", 'ann', true],
  ['${aws:PrincipalTag/none}', '', false],
  ['${aws:TagKeys}', 'a', false],
  ['a${*}${?}${$}', 'a*?$', true],
  ['a${*}', 'abc', false]
])('%j on %j, with variables: %s', (pattern, text, expected) => {
  expect(fits(pattern, text, context)).toBe(expected);
});

test('the grammar of 2008 has no variables', () => {
  expect(fits('${aws:username}', 'ann')).toBe(false);
  expect(fits('${aws:username}', '${aws:username}')).toBe(true);
});

test('a text is filled in without its wildcards taken for such', () => {
  expect(filledIn('${aws:username}*', context)).toBe('ann*');
  expect(filledIn('${aws:none}', context)).toBeUndefined();
});
