import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePolicy as parse, type PolicyChoice } from '../../src/inputs/policy.js';
import type { Parsed } from '../../src/parsed.js';
import { MAX_POLICY_LENGTH } from '../../src/policy-document.js';

const folder = mkdtempSync(join(tmpdir(), 'policy-test-'));
afterAll(() => rmSync(folder, { recursive: true }));

const parsePolicy = (text: string, workspace: string): Parsed<PolicyChoice> => parse(text, { workspace });

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

describe('a file outside of the workspace is not read', () => {
  const workspace = join(folder, 'workspace');
  const secret = join(folder, 'secret.json');
  mkdirSync(workspace);
  writeFileSync(secret, 'hidden');
  symlinkSync(secret, join(workspace, 'link.json'));
  symlinkSync(folder, join(workspace, 'way'));
  mkdirSync(join(folder, 'workspace-of-another'));
  writeFileSync(join(folder, 'workspace-of-another', 'lake.json'), JSON.stringify(document));
  writeFileSync(join(workspace, '..lake.json'), JSON.stringify(document));
  symlinkSync(join(workspace, '..lake.json'), join(workspace, 'inside.json'));

  test.each([
    ['up and out', '../secret.json'],
    ['its whole path', secret],
    ['a folder whose name begins alike', '../workspace-of-another/lake.json'],
    ['a symbolic link', 'link.json'],
    ['a folder that is one', 'way/secret.json'],
    ['a link, and back up', 'way/workspace-of-another/lake.json'],
    ['what is not there', '../missing.json'],
    ['the machine', '/etc/passwd'],
    ['the process', '/proc/self/environ']
  ])('%s: %s', (_what, path) => {
    expect(parsePolicy(path, workspace)).toEqual({
      problem: 'it is the path of a file outside of the workspace, which is not read'
    });
  });

  test("the runner's temporary folder is read by a whole path, and by no link", () => {
    const temp = join(folder, 'workspace-of-another');
    const places = { workspace, temp };
    expect(parse(join(temp, 'lake.json'), places)).toEqual({ value: document });
    symlinkSync(join(temp, 'lake.json'), join(workspace, 'temp.json'));
    symlinkSync(secret, join(temp, 'secret.json'));
    for (const path of [
      'temp.json',
      '../workspace-of-another/lake.json',
      join(temp, 'secret.json'),
      secret
    ]) {
      expect(parse(path, places)).toHaveProperty('problem');
    }
  });

  test('a link within the workspace, and a name that begins with dots, are inside', () => {
    expect(parsePolicy('inside.json', workspace)).toEqual({ value: document });
    expect(parsePolicy('./..lake.json', workspace)).toEqual({ value: document });
    symlinkSync(workspace, join(folder, 'linked-workspace'));
    expect(parsePolicy('inside.json', join(folder, 'linked-workspace'))).toEqual({ value: document });
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
      problem: 'it is not JSON'
    });
  });

  test('a file that is not JSON', () => {
    writeFileSync(join(folder, 'broken.json'), 'Statement: []');
    expect(parsePolicy('broken.json', folder)).toEqual({
      problem: 'it is not JSON from line 1, column 1 on'
    });
  });

  test('a file that is far too large to be one', () => {
    writeFileSync(join(folder, 'large.json'), ' '.repeat(1024 * 1024 + 1));
    expect(parsePolicy('large.json', folder)).toEqual({
      problem: 'the file has more than 1 MiB, which no policy has'
    });
  });

  test('what is nested 30,000 deep', () => {
    const deep = `{"Statement": [{"Effect": "Allow", "Condition": ${'['.repeat(30_000)}${']'.repeat(30_000)}}]}`;
    expect(parsePolicy(deep, folder)).toEqual({ problem: 'it is nested deeper than 500 levels' });
  });

  test('what AWS would find too long', () => {
    expect(parsePolicy(policyOfLength(MAX_POLICY_LENGTH + 1), folder)).toEqual({
      problem: 'it has 20481 characters; S3 Tables takes at most 20480'
    });
  });
});
