import { describe, expect, test } from '@jest/globals';
import { readInputs } from '../../src/inputs.js';
import { GIVEN, stepEnv } from '../support/environment.js';

function problemsOf(inputs: Readonly<Record<string, string>>): string {
  try {
    readInputs(stepEnv({ ...GIVEN, ...inputs }));
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
}

describe.each(['allowed-account-ids', 'sweep-repositories', 'sweep-applications'])('%s', (input) => {
  test.each(['*', '[]', 'null', '~', '""', '-', ',', '# none'])('%j does not switch it off', (text) => {
    expect(problemsOf({ [input]: text })).toContain(`${input}: `);
  });

  test('nothing is none', () => {
    expect(problemsOf({ [input]: '' })).toBe('none');
  });
});

describe('what else is told with what to write instead', () => {
  test.each([
    ['region', 'fips-us-east-1', 'write us-east-1, and set AWS_USE_FIPS_ENDPOINT=true'],
    ['identity-center-permission-set', 'AWSReservedSSO_DataRole_0123456789abcdef', 'write DataRole'],
    ['sweep-repositories', 'https://github.com/octo/lake', 'write octo/lake'],
    ['sweep-repositories', 'git@github.com:octo/lake.git', 'write octo/lake'],
    ['sweep-repositories', 'octo/lake.git', 'write octo/lake'],
    ['ttl', '0', 'say which, such as 72h'],
    ['role-to-assume', '“arn:aws:iam::123456789012:role/X”', 'typographic quotes'],
    ['role-to-assume', '- arn:aws:iam::123456789012:role/X', 'begins like an entry of a list'],
    ['role-to-assume', '["arn:aws:iam::123456789012:role/X"]', 'it is a list'],
    ['role-to-assume', 'arn:aws:iam::123456789012:role/X # mine', 'a comment follows it'],
    ['role-to-assume', 'arn:aws:iam::${AWS::AccountId}:role/X', 'it has an expression in it'],
    ['role-to-assume', 'arn:aws:iam::123456789012:Role/X', 'role or user is written in lower case']
  ])('%s: %s', (input, text, says) => {
    expect(problemsOf({ [input]: text })).toContain(says);
  });
});
