import { describe, expect, test } from '@jest/globals';
import { resourcesOf } from '../../src/environment.js';
import {
  choicesOf,
  needsToApply,
  needsToDestroy,
  needsToEnable,
  needsToLook,
  needsToTest
} from '../../src/permissions/commands.js';
import { policyFor } from '../../src/permissions/document.js';
import { needsOf, type Need } from '../../src/permissions/needs.js';
import { fakeAccount } from '../support/account.js';
import { inputsWith, specWith } from '../support/environment.js';

type Given = Readonly<Record<string, string>>;

const names = (needs: readonly Need[]): string[] => [...new Set(needs.map(({ action }) => action))];

/** The actions that a command needs with these inputs. */
function actionsFor(command: 'plan' | 'apply' | 'destroy', given: Given = {}): string[] {
  const [spec, inputs] = [specWith(given), inputsWith(given)];
  const of = (intent: 'apply' | 'destroy') => resourcesOf(spec, inputs, fakeAccount(), intent);
  const choices = choicesOf(inputs);
  if (command === 'plan') return names(needsToLook(of('apply'), choices, spec));
  if (command === 'apply') return names(needsToApply(of('apply'), choices, spec));
  return names(needsToDestroy(of('destroy'), choices, spec));
}

const isReading = (action: string): boolean => /:(?:Get|List|Describe)/.test(action);

describe('what a command needs', () => {
  test('to plan: to read, and all of that to apply as well', () => {
    const plan = actionsFor('plan');
    expect(plan.filter((action) => !isReading(action))).toEqual([]);
    expect(actionsFor('apply')).toEqual(expect.arrayContaining(plan));
  });

  test('to destroy: nothing that makes, and nothing of what is shared', () => {
    const writing = actionsFor('destroy').filter((action) => !isReading(action));
    expect(writing.sort()).toEqual([
      'glue:DeleteDatabase',
      'lakeformation:BatchRevokePermissions',
      'lakeformation:RevokePermissions',
      's3tables:DeleteNamespace',
      's3tables:DeleteTable',
      's3tables:DeleteTableBucket',
      's3tables:DeleteTableBucketPolicy'
    ]);
    expect(actionsFor('destroy')).not.toContain('glue:GetCatalog');
  });

  test.each<[string, Given, string[], string[]]>([
    ['Lake Formation left alone', { 'lake-formation': 'ignore' }, [], ['lakeformation:GrantPermissions']],
    ['the integration required', {}, ['glue:GetCatalog'], ['glue:CreateCatalog']],
    [
      'the integration enabled',
      { 'analytics-integration': 'enable' },
      ['glue:PassConnection'],
      ['iam:PassRole']
    ],
    ['the integration ignored', { 'analytics-integration': 'ignore' }, [], ['glue:CreateCatalog']],
    ['no schema', { 'table-schema': 'none' }, [], ['s3tables:PutTableData', 's3tables:GetTableData']],
    [
      'no policy',
      { 'table-bucket-policy': 'none' },
      ['s3tables:DeleteTableBucketPolicy'],
      ['s3tables:PutTableBucketPolicy']
    ],
    [
      'a permission set',
      { 'identity-center-role-arn': '', 'identity-center-permission-set': 'Data' },
      ['iam:ListRoles'],
      []
    ],
    [
      'a session',
      { 'identity-center-role-arn': 'arn:aws:sts::123456789012:assumed-role/Data/ann' },
      ['iam:GetRole'],
      ['iam:ListRoles']
    ]
  ])('to apply with %s', (_title, given, has, lacks) => {
    const actions = actionsFor('apply', given);
    expect(actions).toEqual(expect.arrayContaining(has));
    expect(actions.filter((action) => lacks.includes(action))).toEqual([]);
  });

  test('to destroy by force: no look at the data', () => {
    expect(actionsFor('destroy')).toContain('s3tables:GetTableData');
    expect(actionsFor('destroy', { 'force-destroy': 'true' })).not.toContain('s3tables:GetTableData');
  });

  test('to enable with Lake Formation: a role to pass, to Lake Formation alone', () => {
    const { Statement } = policyFor(needsToEnable('lake-formation', specWith()));
    expect(Statement.find(({ Action }) => (Action as string[]).includes('iam:PassRole'))).toEqual({
      Sid: 'PassedDataAccessRole',
      Effect: 'Allow',
      Action: ['iam:PassRole'],
      Resource: ['arn:aws:iam::123456789012:role/S3TablesRoleForLakeFormation'],
      Condition: { StringEquals: { 'iam:PassedToService': 'lakeformation.amazonaws.com' } }
    });
    expect(names(needsToEnable('iam', specWith())).sort()).toEqual([
      'glue:CreateCatalog',
      'glue:GetCatalog',
      'glue:PassConnection'
    ]);
  });

  test('to test through Glue: what Glue asks for besides', () => {
    const test = (via: string): string[] =>
      names(needsToTest(choicesOf(inputsWith({ 'smoke-test-via': via })), specWith()));
    expect(test('glue')).toEqual(expect.arrayContaining([...test('s3tables'), 'glue:UpdateTable']));
    expect(test('s3tables')).not.toContain('glue:UpdateTable');
  });

  test('of a change: only what that change takes', () => {
    const of = (path: string): string[] =>
      names(
        needsOf([{ step: 'database-grant', verb: 'update', changes: [{ path }] }], specWith(), { sure: true })
      );
    expect(of('tables.permissions')).toEqual(['lakeformation:GrantPermissions']);
    expect(of('revoke')).toEqual(['lakeformation:RevokePermissions']);
    expect(of('record')).toEqual(['glue:UpdateDatabase']);
  });
});

test('a policy has one statement for each set of resources, and each action once', () => {
  const spec = specWith();
  const needs = needsOf(
    [
      { step: 'table-bucket', verb: 'create' },
      { step: 'table-bucket', verb: 'update' }
    ],
    spec
  );
  expect(policyFor(needs)).toEqual({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'TableBucket',
        Effect: 'Allow',
        Action: ['s3tables:CreateTableBucket', 's3tables:TagResource'],
        Resource: [spec.bucketArn]
      },
      { Sid: 'Anything', Effect: 'Allow', Action: ['s3tables:ListTableBuckets'], Resource: ['*'] }
    ]
  });
});
