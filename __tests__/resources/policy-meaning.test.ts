import { describe, expect, test } from '@jest/globals';
import type { PolicyDocument, Statement } from '../../src/policy-document.js';
import { policyChanges } from '../../src/resources/policy-meaning.js';
import type { Change } from '../../src/change.js';

const BUCKET = 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev';
const read: Statement = {
  Sid: 'Read',
  Effect: 'Allow',
  Principal: { AWS: ['arn:aws:iam::123456789012:root', 'arn:aws:iam::210987654321:role/Reader'] },
  Action: ['s3tables:GetTable', 's3tables:GetTableData'],
  Resource: [BUCKET, `${BUCKET}/*`],
  Condition: { StringEquals: { 'aws:PrincipalOrgID': ['o-1', 'o-2'], 's3tables:namespace': 'sales' } }
};
const write: Statement = {
  Sid: 'Write',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3tables:PutTableData',
  Resource: `${BUCKET}/*`
};

const policy = (...Statement: Statement[]): PolicyDocument => ({ Version: '2012-10-17', Statement });

function changes(declared: PolicyDocument, there: PolicyDocument | undefined, partition = 'aws'): Change[] {
  return policyChanges(declared, there, partition);
}

/** The statement with its keys the other way round. */
const turned = (statement: Statement): Statement => Object.fromEntries(Object.entries(statement).reverse());

describe('is no difference:', () => {
  test.each<[string, PolicyDocument, PolicyDocument]>([
    ['nothing', policy(read, write), policy(read, write)],
    ['the order of keys', policy(read), policy(turned(read))],
    [
      'the order of keys further down',
      policy(read),
      policy({
        ...read,
        Condition: { StringEquals: turned((read.Condition as Record<string, Statement>).StringEquals ?? {}) }
      })
    ],
    ['the order of statements', policy(read, write), policy(write, read)],
    [
      'the order of actions',
      policy(read),
      policy({ ...read, Action: ['s3tables:GetTableData', 's3tables:GetTable'] })
    ],
    ['the order of resources', policy(read), policy({ ...read, Resource: [`${BUCKET}/*`, BUCKET] })],
    [
      'the order of principals',
      policy(read),
      policy({
        ...read,
        Principal: { AWS: ['arn:aws:iam::210987654321:role/Reader', 'arn:aws:iam::123456789012:root'] }
      })
    ],
    [
      'a repeated action',
      policy(write),
      policy({ ...write, Action: ['s3tables:PutTableData', 's3tables:PutTableData'] })
    ],
    [
      'a list of one',
      policy(write),
      policy({ ...write, Action: ['s3tables:PutTableData'], Resource: [`${BUCKET}/*`] })
    ],
    [
      'a list of one principal',
      policy({ ...write, Principal: { AWS: 'x' } }),
      policy({ ...write, Principal: { AWS: ['x'] } })
    ],
    ['everybody, by kind', policy(write), policy({ ...write, Principal: { AWS: '*' } })],
    ['the case of actions', policy(write), policy({ ...write, Action: 'S3Tables:puttabledata' })],
    [
      'the case of actions that are not meant',
      policy({ Effect: 'Deny', NotAction: 's3tables:GetTable' }),
      policy({ Effect: 'Deny', NotAction: ['s3tables:gettable'] })
    ],
    [
      'the case of condition keys',
      policy({ ...write, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      policy({ ...write, Condition: { Bool: { 'AWS:securetransport': ['false'] } } })
    ],
    [
      'a truth value or a number of a condition as text',
      policy({
        ...write,
        Condition: {
          Bool: { 'aws:SecureTransport': 'false' },
          NumericEquals: { 'aws:MultiFactorAuthAge': '7' }
        }
      }),
      policy({
        ...write,
        Condition: { Bool: { 'aws:SecureTransport': false }, NumericEquals: { 'aws:MultiFactorAuthAge': 7 } }
      })
    ],
    [
      'an empty Sid',
      policy({ ...write, Sid: '' }),
      policy({ Effect: 'Deny', Principal: '*', Action: write.Action, Resource: write.Resource })
    ],
    ['the Id', { ...policy(read), Id: 'one' }, policy(read)],
    ['no Version, for the oldest', { Statement: [read] }, { Version: '2008-10-17', Statement: [read] }]
  ])('%s', (_what, declared, there) => {
    expect(changes(declared, there)).toEqual([]);
    expect(changes(there, declared)).toEqual([]);
  });

  test.each(['aws', 'aws-us-gov', 'aws-cn'])('an account id for its root, in %s', (partition) => {
    const byId = policy({ ...write, Principal: { AWS: ['123456789012'] } });
    const byArn = policy({ ...write, Principal: { AWS: `arn:${partition}:iam::123456789012:root` } });
    expect(changes(byId, byArn, partition)).toEqual([]);
    expect(changes(byArn, byId, partition)).toEqual([]);
  });
});

describe('is a difference:', () => {
  test.each<[string, Statement]>([
    ['Effect', { ...read, Effect: 'Deny' }],
    ['Principal', { ...read, Principal: { AWS: 'arn:aws:iam::123456789012:root' } }],
    ['kind of Principal', { ...read, Principal: { Service: 'glue.amazonaws.com' } }],
    ['Action', { ...read, Action: ['s3tables:GetTable'] }],
    ['Action against NotAction', { ...read, Action: undefined, NotAction: read.Action }],
    ['Resource', { ...read, Resource: BUCKET }],
    ['case of a Resource', { ...read, Resource: [BUCKET.toUpperCase(), `${BUCKET}/*`] }],
    [
      'operator of a Condition',
      { ...read, Condition: { StringLike: (read.Condition as Statement).StringEquals } }
    ],
    [
      'key of a Condition',
      { ...read, Condition: { StringEquals: { 'aws:PrincipalOrgID': ['o-1', 'o-2'] } } }
    ],
    [
      'value of a Condition',
      {
        ...read,
        Condition: { StringEquals: { 'aws:PrincipalOrgID': ['o-1'], 's3tables:namespace': 'sales' } }
      }
    ],
    [
      'case of a value of a Condition',
      {
        ...read,
        Condition: { StringEquals: { 'aws:PrincipalOrgID': ['o-1', 'o-2'], 's3tables:namespace': 'Sales' } }
      }
    ],
    ['lack of the Condition', { ...read, Condition: undefined }]
  ])('%s', (_what, other) => {
    const there = JSON.parse(JSON.stringify(other)) as Statement;
    expect(changes(policy(read, write), policy(there, write))).toEqual([
      { path: 'policy.Read', from: there, to: read }
    ]);
  });

  test('an account id of another account', () => {
    const there = policy({ ...write, Principal: { AWS: 'arn:aws:iam::210987654321:root' } });
    expect(changes(policy({ ...write, Principal: { AWS: '123456789012' } }), there)).toHaveLength(1);
  });

  test('an account id is one only where AWS principals are meant', () => {
    const service = { ...write, Principal: { Federated: '123456789012' } };
    const root = { ...write, Principal: { Federated: 'arn:aws:iam::123456789012:root' } };
    expect(changes(policy(service), policy(root))).toHaveLength(1);
  });

  test('the Version', () => {
    expect(changes(policy(read), { Version: '2008-10-17', Statement: [read] })).toEqual([
      { path: 'policy.Version', from: '2008-10-17', to: '2012-10-17' }
    ]);
  });

  test('the Sid: one statement goes, another comes', () => {
    const renamed = { ...read, Sid: 'Reading' };
    expect(changes(policy(read), policy(renamed))).toEqual([
      { path: 'policy.Read', from: undefined, to: read },
      { path: 'policy.Reading', from: renamed }
    ]);
  });

  test('a statement that is missing, and one that is too many', () => {
    expect(changes(policy(read, write), policy(read))).toEqual([
      { path: 'policy.Write', from: undefined, to: write }
    ]);
    expect(changes(policy(read), policy(read, write))).toEqual([{ path: 'policy.Write', from: write }]);
  });

  test('the same statement once or twice', () => {
    expect(changes(policy(write), policy(write, write))).toEqual([{ path: 'policy.Write', from: write }]);
  });

  test('statements without a Sid: named by their place in what is declared', () => {
    const bare = (Effect: string, Action: string): Statement => ({
      Effect,
      Principal: '*',
      Action,
      Resource: '*'
    });
    const declared = policy(bare('Allow', 'a:One'), bare('Allow', 'a:Two'));
    expect(changes(declared, policy(bare('Allow', 'a:One'), bare('Deny', 'a:Two')))).toEqual([
      { path: 'policy.statement 2', from: undefined, to: bare('Allow', 'a:Two') },
      { path: 'policy.unnamed statement', from: bare('Deny', 'a:Two') }
    ]);
  });

  test('no policy at all: everything that is declared', () => {
    expect(changes(policy(read, write), undefined)).toEqual([
      { path: 'policy.Read', from: undefined, to: read },
      { path: 'policy.Write', from: undefined, to: write }
    ]);
  });
});
