import { expect, test } from '@jest/globals';
import { problemLine, quoted } from '../../src/inputs/problem.js';

test('a problem is told with the input, what was given, what is wrong with it, and an example', () => {
  const problem = { input: 'table', given: 'My-App', says: 'only lower case is allowed', example: 'my_app' };
  expect(problemLine(problem)).toBe(
    'table: "My-App" cannot be used: only lower case is allowed. Example: my_app'
  );
});

test('what was not given is missing', () => {
  expect(problemLine({ input: 'env', given: '', says: 'apply needs it', example: 'dev' })).toBe(
    'env: is missing: apply needs it. Example: dev'
  );
});

test('what is very long is cut, and a line stays a line', () => {
  const line = problemLine({
    input: 'tags',
    given: `a\n${'x'.repeat(300)}`,
    says: 'it is odd',
    example: 'a=1'
  });
  expect(line).toContain(`"a\\n${'x'.repeat(198)}…"`);
  expect(line).not.toContain('\n');
});

test('what nobody sees is written as its code, and no character is cut in two', () => {
  expect(quoted('a\u200bb\u00a0c\u2028d\ufeffe\u202ef')).toBe(
    '"a\\u{200b}b\\u{a0}c\\u{2028}d\\u{feff}e\\u{202e}f"'
  );
  expect(quoted('über 東京 𝒜')).toBe('"über 東京 𝒜"');
  expect(quoted('𝒜𝒜', 3)).toBe('"𝒜…"');
});
