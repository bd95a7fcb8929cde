import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePolicy } from '../../src/inputs/policy.js';
import { MAX_POLICY_LENGTH } from '../../src/policy-document.js';

const folder = mkdtempSync(join(tmpdir(), 'policy-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const statement = { Effect: 'Allow', Principal: '*', Action: 's3tables:GetTable', Resource: '*' };
const document = { Version: '2012-10-17', Statement: [statement] };
const NO_FILE = 'it is not default, none, a JSON policy document, or the path of a file that can be read';
const NO_POLICY = 'it is not a policy: it needs a Statement, each with an Effect of Allow or Deny';

/** A policy that is exactly so long as AWS gets it. */
function policyOfLength(length: number): string {
  const bare = JSON.stringify({ ...document, Id: '' }).length;
  return JSON.stringify({ ...document, Id: 'x'.repeat(length - bare) });
}

describe('a policy is', () => {
  test.each(['default', 'none'])('%s', (word) => {
    expect(parsePolicy(word, folder)).toEqual({ value: word });
  });

  test('a JSON document', () => {
    expect(parsePolicy(JSON.stringify(document, undefined, 2), folder)).toEqual({ value: document });
  });

  test('a document with one statement that is not in a list', () => {
    expect(parsePolicy(JSON.stringify({ Statement: statement }), folder)).toEqual({
      value: { Statement: [statement] }
    });
  });

  test('a file, from the workspace or with its whole path', () => {
    writeFileSync(join(folder, 'lake.json'), JSON.stringify(document));
    expect(parsePolicy('lake.json', folder)).toEqual({ value: document });
    expect(parsePolicy(join(folder, 'lake.json'), '/')).toEqual({ value: document });
  });

  test('as long as AWS takes it, with its blanks taken out', () => {
    const longest = policyOfLength(MAX_POLICY_LENGTH);
    const spread = JSON.stringify(JSON.parse(longest), undefined, 8);
    expect(parsePolicy(spread, folder)).toHaveProperty('value');
  });
});

describe('no policy is', () => {
  test.each([
    ['a file that is not there', 'missing.json'],
    ['a folder', '.'],
    ['something below a file', 'lake.json/x'],
    ['a document in another language', `Version: 2012-10-17\nStatement:\n${'- Effect: Allow\n'.repeat(300)}`],
    ['text that no path can have', 'lake\0.json']
  ])('%s', (_what, text) => {
    writeFileSync(join(folder, 'lake.json'), JSON.stringify(document));
    mkdirSync(join(folder, 'sub'), { recursive: true });
    expect(parsePolicy(text, folder)).toEqual({ problem: NO_FILE });
  });

  test.each([
    ['no Statement', { Version: '2012-10-17' }],
    ['an empty Statement', { Statement: [] }],
    ['a Statement without Effect', { Statement: [{ Action: '*' }] }],
    ['another Effect', { Statement: [{ ...statement, Effect: 'allow' }] }],
    ['a list', [statement]]
  ])('JSON with %s', (_what, json) => {
    expect(parsePolicy(JSON.stringify(json), folder)).toEqual({ problem: NO_POLICY });
  });

  test('what begins like JSON and is not', () => {
    expect(parsePolicy('{ "Statement": [ }', folder)).toEqual({
      problem: expect.stringMatching(/^it is not JSON \(.+\)$/)
    });
  });

  test('a file that is not JSON', () => {
    writeFileSync(join(folder, 'broken.json'), 'Statement: []');
    expect(parsePolicy('broken.json', folder)).toEqual({
      problem: expect.stringContaining('it is not JSON')
    });
  });

  test('what AWS would find too long', () => {
    expect(parsePolicy(policyOfLength(MAX_POLICY_LENGTH + 1), folder)).toEqual({
      problem: 'it has 20481 characters; S3 Tables takes at most 20480'
    });
  });
});
