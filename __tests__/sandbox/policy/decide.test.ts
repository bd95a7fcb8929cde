import { describe, expect, test } from '@jest/globals';
import { contextOf } from '../../../sandbox/policy/context.js';
import { decide, type Asker } from '../../../sandbox/policy/decide.js';
import { readPolicy, type Policy } from '../../../sandbox/policy/document.js';

const role = 'arn:aws:iam::123456789012:role/ci/plan';
const session = 'arn:aws:sts::123456789012:assumed-role/plan/run';
const user = 'arn:aws:iam::123456789012:user/ann';
const root = 'arn:aws:iam::123456789012:root';
const bucket = 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev';
const question = { action: 's3tables:GetTableBucket', resource: bucket, context: contextOf() };

function policy(...statements: readonly object[]): Policy {
  return readPolicy(JSON.stringify({ Version: '2012-10-17', Statement: statements }), 'p', 'none');
}

const all = { Action: '*', Resource: '*' };
const allow = policy({ Effect: 'Allow', ...all });
const deny = policy({ Effect: 'Deny', ...all });
const nothing = policy({ Effect: 'Allow', Action: 'iam:*', Resource: '*' });
const ofRole = (AWS: string | string[], Effect = 'Allow'): Policy[] => [
  policy({ Effect, Principal: { AWS }, ...all })
];

function asker(more: Partial<Asker> = {}): Asker {
  const accountId = '123456789012';
  return { arn: session, principalArn: role, accountId, identity: [], context: contextOf(), ...more };
}

const ann = asker({ arn: user, principalArn: user });

describe('policies of the caller', () => {
  test.each<[string, Partial<Asker>, string, string]>([
    ['nothing said', {}, 'implicitDeny', 'identity-based policy'],
    ['another action allowed', { identity: [nothing] }, 'implicitDeny', 'identity-based policy'],
    ['allowed', { identity: [nothing, allow] }, 'allowed', 'identity-based policy'],
    ['allowed and denied', { identity: [allow, deny] }, 'explicitDeny', 'identity-based policy'],
    [
      'allowed, not by the boundary',
      { identity: [allow], boundary: [nothing] },
      'implicitDeny',
      'permissions boundary'
    ],
    [
      'a boundary that is not there',
      { identity: [allow], boundary: [] },
      'implicitDeny',
      'permissions boundary'
    ],
    ['allowed, boundary too', { identity: [allow], boundary: [allow] }, 'allowed', 'identity-based policy'],
    [
      'denied by the boundary',
      { identity: [allow], boundary: [deny] },
      'explicitDeny',
      'permissions boundary'
    ],
    ['a boundary gives nothing', { boundary: [allow] }, 'implicitDeny', 'identity-based policy'],
    [
      'allowed, not by the session',
      { identity: [allow], session: [nothing] },
      'implicitDeny',
      'session policy'
    ],
    ['denied by the session', { identity: [allow], session: [deny] }, 'explicitDeny', 'session policy']
  ])('%s', (_, policies, effect, by) => {
    expect(decide(asker(policies), question)).toMatchObject({ effect, by });
  });
});

describe('policies of the resource', () => {
  test.each<[string, Asker, Policy[], string]>([
    ['allow the role', asker(), ofRole(role), 'allowed'],
    ['allow the session', asker(), ofRole([session]), 'allowed'],
    ['allow a user', ann, ofRole(user), 'allowed'],
    ['allow everybody', asker(), ofRole('*'), 'allowed'],
    ['allow another', asker(), ofRole(user), 'implicitDeny'],
    ['allow the account, which gives its members nothing', asker(), ofRole(root), 'implicitDeny'],
    ['allow the role, not its boundary', asker({ boundary: [nothing] }), ofRole(role), 'implicitDeny'],
    ['allow the session, not its boundary', asker({ boundary: [nothing] }), ofRole(session), 'allowed'],
    ['allow a user, not the boundary', { ...ann, boundary: [nothing] }, ofRole(user), 'allowed'],
    ['deny the role', asker({ identity: [allow] }), ofRole(role, 'Deny'), 'explicitDeny'],
    ['deny the account', asker({ identity: [allow] }), ofRole('123456789012', 'Deny'), 'explicitDeny'],
    ['deny another', asker({ identity: [allow] }), ofRole(user, 'Deny'), 'allowed'],
    ['allow, what the identity denies', asker({ identity: [deny] }), ofRole(role), 'explicitDeny']
  ])('%s', (_, who, policies, effect) => {
    expect(decide(who, question, policies)).toMatchObject({ effect });
  });

  test('NotPrincipal is about all others', () => {
    const others = [policy({ Effect: 'Deny', NotPrincipal: { AWS: [role] }, ...all })];
    expect(decide(asker({ identity: [allow] }), question, others).effect).toBe('allowed');
    expect(decide({ ...ann, identity: [allow] }, question, others)).toMatchObject({
      effect: 'explicitDeny',
      by: 'resource-based policy'
    });
  });
});

describe('a statement', () => {
  test.each<[string, object, boolean]>([
    ['an action in another case', { Action: 'S3TABLES:gettable*', Resource: '*' }, true],
    ['a list of actions', { Action: ['iam:*', 's3tables:Get?ableBucket'], Resource: '*' }, true],
    ['another action', { Action: 's3tables:GetTable', Resource: '*' }, false],
    ['NotAction of it', { NotAction: 's3tables:*', Resource: '*' }, false],
    ['NotAction of another', { NotAction: ['iam:*'], Resource: '*' }, true],
    ['the resource', { Action: '*', Resource: [bucket] }, true],
    ['another resource', { Action: '*', Resource: `${bucket}/*` }, false],
    ['NotResource of it', { Action: '*', NotResource: 'arn:aws:s3tables:*' }, false],
    ['NotResource of another', { Action: '*', NotResource: `${bucket}/table/*` }, true],
    [
      'a variable of the caller',
      { Action: '*', Resource: 'arn:aws:s3tables:*:${aws:PrincipalAccount}:bucket/dev' },
      true
    ],
    [
      'a condition that does not hold',
      { ...all, Condition: { StringEquals: { 'aws:PrincipalAccount': '1' } } },
      false
    ],
    ['values that are no texts', { ...all, Condition: { Bool: { 'aws:flag': true } } }, true]
  ])('%s', (_, members, expected) => {
    const context = contextOf({ 'aws:PrincipalAccount': '123456789012', 'aws:flag': 'true' });
    const who = asker({ identity: [policy({ Effect: 'Allow', ...members })], context });
    expect(decide(who, question).effect === 'allowed').toBe(expected);
  });
});
