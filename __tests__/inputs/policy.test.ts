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

const statement = {
  Effect: 'Allow',
  Principal: { AWS: '123456789012' },
  Action: 's3tables:GetTable',
  Resource: '*'
};
const ARN = 'arn:aws:iam::123456789012:role/x/DataRole';
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

  test.each([
    [
      'principals of every kind',
      { Principal: { AWS: ['*', ARN], Service: ['glue.amazonaws.com'], Federated: 'x' } }
    ],
    ['NotPrincipal', { Principal: undefined, NotPrincipal: { AWS: ARN }, Effect: 'Deny' }],
    [
      'NotAction and NotResource',
      { Action: undefined, NotAction: '*', Resource: undefined, NotResource: ['*'] }
    ],
    ['wildcards in an action', { Action: ['s3tables:Get*', 'S3Tables:*Bucket?'] }],
    ['an action that is newer than this', { Action: 's3tables:CreateViewOfIceberg' }],
    ['a condition', { Principal: '*', Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }],
    ['everybody denied', { Principal: '*', Effect: 'Deny' }]
  ])('a document with %s', (_what, members) => {
    const one = JSON.parse(
      JSON.stringify({ Condition: { Bool: { 'aws:SecureTransport': 'true' } }, ...statement, ...members })
    ) as object;
    expect(parsePolicy(JSON.stringify({ Statement: one }), folder)).toEqual({ value: { Statement: [one] } });
  });

  test('a file, from the workspace or with its whole path', () => {
    writeFileSync(join(folder, 'lake.json'), JSON.stringify(document));
    expect(parsePolicy('lake.json', folder)).toEqual({ value: document });
    expect(parsePolicy(join(folder, 'lake.json'), '/')).toEqual({ value: document });
  });

  test('a file that begins with the mark of UTF-8', () => {
    writeFileSync(join(folder, 'marked.json'), `\ufeff${JSON.stringify(document)}`);
    expect(parsePolicy('marked.json', folder)).toEqual({ value: document });
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

  test.each<[string, object, string]>([
    [
      'no Principal',
      { Principal: undefined },
      'statement 1 has no Principal, which the policy of a table bucket needs'
    ],
    [
      'no Resource',
      { Resource: undefined },
      'statement 1 has no Resource, which the policy of a table bucket needs'
    ],
    ['no Action', { Action: undefined, Sid: 'Read' }, 'the statement "Read" has no Action, which'],
    ['both of a pair', { NotAction: '*' }, 'statement 1 has both Action and NotAction'],
    [
      'an unknown member',
      { Principle: '*' },
      'statement 1 has the unknown member "Principle"; Principal is probably meant'
    ],
    [
      'a member in lower case',
      { action: '*' },
      'statement 1 has the unknown member "action"; Action is probably meant'
    ],
    [
      'a member of nothing',
      { Colour: 'red' },
      'the unknown member "Colour"; there are Sid, Effect, Principal'
    ],
    [
      'an action of S3',
      { Action: 's3:GetObject' },
      '"s3:GetObject", which is none of S3 Tables; s3tables:GetTableData is probably meant'
    ],
    [
      'an action of Glue',
      { Action: ['glue:GetTable'] },
      '"glue:GetTable", which is none of S3 Tables; those of S3 Tables begin with s3tables:'
    ],
    ['an action without a service', { Action: 'GetTable' }, '"GetTable", which is none of S3 Tables'],
    ['an action that is misspelt', { Action: 's3tables:GetTabel' }, 's3tables:GetTable is probably meant'],
    [
      'a principal that is a text',
      { Principal: ARN },
      'is neither "*" nor an object such as {"AWS": "123456789012"}'
    ],
    [
      'an unknown kind of principal',
      { Principal: { Aws: ARN } },
      'the unknown member "Aws"; AWS is probably meant'
    ],
    [
      'an account id of 11 digits',
      { Principal: { AWS: '12345678901' } },
      '"12345678901" is no principal: give an account id'
    ],
    [
      'a wildcard in a principal',
      { Principal: { AWS: `${ARN}*` } },
      'a wildcard is allowed alone, not in an ARN'
    ],
    ['a group', { Principal: { AWS: 'arn:aws:iam::123456789012:group/x' } }, 'a group cannot be one'],
    [
      'a principal that is gone',
      { Principal: { AWS: 'AROAEXAMPLEID' } },
      'it is the id of a role or user that is gone'
    ],
    ['no principal', { Principal: {} }, 'the Principal of statement 1 is empty'],
    [
      'a service by its name',
      { Principal: { Service: 'Glue' } },
      '"Glue" is no service: write it as glue.amazonaws.com'
    ],
    [
      'everybody',
      { Principal: '*' },
      'statement 1 allows everybody, which AWS always blocks for table buckets'
    ],
    ['everybody, by AWS', { Principal: { AWS: ['*'] } }, 'statement 1 allows everybody'],
    [
      'a number for a Resource',
      { Resource: 1 },
      'the Resource of statement 1 is neither a text nor a list of texts'
    ],
    ['an empty list', { Action: [] }, 'the Action of statement 1 is neither a text nor a list of texts'],
    [
      'a Condition of texts',
      { Condition: { Bool: 'true' } },
      'the Condition of statement 1 is not an object of objects'
    ],
    [
      'a Sid with a hyphen',
      { Sid: 'a-b' },
      'the Sid of the statement "a-b" may have letters and digits alone'
    ]
  ])('a policy with %s', (_what, members, says) => {
    const text = JSON.stringify({ Statement: [{ ...statement, ...members }] });
    expect(parsePolicy(text, folder)).toEqual({ problem: expect.stringContaining(says) });
  });

  test.each<[string, object, string]>([
    ['another Version', { Version: '2012-10-7' }, 'Version "2012-10-7" is not 2012-10-17'],
    [
      'an unknown member',
      { statement: [] },
      'the policy has the unknown member "statement"; Statement is probably meant'
    ],
    [
      'a Sid twice',
      {
        Statement: [
          { ...statement, Sid: 'A' },
          { ...statement, Sid: 'A' }
        ]
      },
      'the Sid "A" is there twice'
    ],
    [
      'several flaws',
      { Version: '1', id: '1' },
      'the policy has the unknown member "id"; Id is probably meant; Version "1" is not 2012-10-17'
    ]
  ])('a document with %s', (_what, members, says) => {
    expect(parsePolicy(JSON.stringify({ ...document, ...members }), folder)).toEqual({
      problem: says
    });
  });

  test.each([
    ['{"resourcePolicy": "{}"}', 'it is an answer of the AWS CLI; give what resourcePolicy holds'],
    [
      'jsonencode({ Statement = [] })',
      "it calls Terraform's jsonencode; give what is in its brackets, written out"
    ],
    [
      'data.aws_iam_policy_document.lake.json',
      '"data.aws_iam_policy_document.lake.json" is an expression of Terraform; give its value'
    ],
    ['Version: 2012-10-17\nStatement: []', 'it is YAML, and a policy is JSON'],
    [
      '<<EOF\n{}\nEOF',
      'it begins like a heredoc of Terraform or a shell; leave out the line with << and the last one'
    ]
  ])('%s', (text, problem) => {
    expect(parsePolicy(text, folder)).toEqual({ problem });
  });

  test('a comma before a bracket, with its line', () => {
    const text = JSON.stringify(document, undefined, 2).replace(/"(\n\s*})/, '",$1');
    expect(parsePolicy(text, folder)).toEqual({
      problem: expect.stringMatching(
        /^it is not JSON.*: the comma at the end of line 7 has nothing after it$/
      )
    });
    expect(parsePolicy('{"Sid": ",]", "x": [1,]}', folder)).toEqual({
      problem: expect.stringContaining('the comma at the end of line 1')
    });
  });

  test.each([
    [
      'UTF-16',
      Buffer.from(`\ufeff${JSON.stringify(document)}`, 'utf16le'),
      'the file is written in UTF-16; save it as UTF-8'
    ],
    [
      'UTF-16 without a mark',
      Buffer.from(JSON.stringify(document), 'utf16le'),
      'the file is written in UTF-16; save it as UTF-8'
    ],
    [
      'UTF-16, the other way round',
      Buffer.from(`\ufeff${JSON.stringify(document)}`, 'utf16le').swap16(),
      'the file is written in UTF-16; save it as UTF-8'
    ],
    [
      'Latin 1',
      Buffer.from('{"Id": "\u00fc"}', 'latin1'),
      'the file is not written in UTF-8; save it as that'
    ]
  ])('a file in %s', (_what, bytes, problem) => {
    writeFileSync(join(folder, 'encoded.json'), bytes);
    expect(parsePolicy('encoded.json', folder)).toEqual({ problem });
  });

  test('what begins like JSON and is not', () => {
    expect(parsePolicy('{ "Statement": [ }', folder)).toEqual({
      problem: 'it is not JSON'
    });
  });

  test('a file that is not JSON', () => {
    writeFileSync(join(folder, 'broken.json'), '<html>');
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
