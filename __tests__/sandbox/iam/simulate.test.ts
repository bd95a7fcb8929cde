import { expect, test } from '@jest/globals';
import { elements, policyOf, refusalOf, trust, withIam } from './call.js';

const { iam } = withIam();
const RoleName = 'plan';
const PolicySourceArn = 'arn:aws:iam::123456789012:role/plan';
const table = 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev/table/1';

async function makeRole(...statements: readonly object[]): Promise<void> {
  await iam('CreateRole', { RoleName, AssumeRolePolicyDocument: trust });
  await iam('PutRolePolicy', { RoleName, PolicyName: 'own', PolicyDocument: policyOf(...statements) });
}

function simulate(
  actions: readonly string[],
  more: Readonly<Record<string, string>> = {}
): ReturnType<typeof iam> {
  const names = actions.map((action, at): [string, string] => [`ActionNames.member.${at + 1}`, action]);
  return iam('SimulatePrincipalPolicy', { PolicySourceArn, ...Object.fromEntries(names), ...more });
}

test('allowed, denied and not said', async () => {
  await makeRole(
    { Effect: 'Allow', Action: 's3tables:*', Resource: '*' },
    { Effect: 'Deny', Action: 's3tables:DeleteTable', Resource: '*' }
  );
  const answer = await simulate(['s3tables:GetTable', 's3tables:DeleteTable', 'iam:GetRole']);
  expect(elements(answer, 'EvalActionName')).toEqual([
    's3tables:GetTable',
    's3tables:DeleteTable',
    'iam:GetRole'
  ]);
  expect(elements(answer, 'EvalDecision')).toEqual(['allowed', 'explicitDeny', 'implicitDeny']);
  expect(elements(answer, 'SourcePolicyId')[0]).toBe('role_plan_own');
});

test('every action is tried on every resource', async () => {
  await makeRole({ Effect: 'Allow', Action: 's3tables:GetTable', Resource: `${table}*` });
  const resources = { 'ResourceArns.member.1': table, 'ResourceArns.member.2': 'arn:aws:s3tables:::other' };
  const answer = await simulate(['s3tables:GetTable'], resources);
  expect(elements(answer, 'EvalDecision')).toEqual(['allowed', 'implicitDeny']);
  expect(elements(answer, 'EvalResourceDecision')).toEqual(['allowed', 'implicitDeny']);
});

test('conditions see the given context, and what is missing is told', async () => {
  const Condition = { StringEquals: { 's3tables:namespace': 'sales' } };
  await makeRole({ Effect: 'Allow', Action: 's3tables:GetTable', Resource: '*', Condition });
  const given = (value: string): Record<string, string> => ({
    'ContextEntries.member.1.ContextKeyName': 's3tables:namespace',
    'ContextEntries.member.1.ContextKeyType': 'string',
    'ContextEntries.member.1.ContextKeyValues.member.1': value
  });
  const decision = async (more = {}): Promise<string | undefined> =>
    elements(await simulate(['s3tables:GetTable'], more), 'EvalDecision')[0];
  expect(await decision(given('sales'))).toBe('allowed');
  expect(await decision(given('other'))).toBe('implicitDeny');
  const without = await simulate(['s3tables:GetTable']);
  expect(elements(without, 'EvalDecision')).toEqual(['implicitDeny']);
  expect(without.text).toContain('<MissingContextValues><member>s3tables:namespace</member>');
});

test('managed policies count, and the boundary limits', async () => {
  await iam('CreateRole', { RoleName, AssumeRolePolicyDocument: trust });
  const dataAdmin = 'arn:aws:iam::aws:policy/AWSLakeFormationDataAdmin';
  await iam('AttachRolePolicy', { RoleName, PolicyArn: dataAdmin });
  const actions = ['lakeformation:GrantPermissions', 'lakeformation:PutDataLakeSettings'];
  const answer = await simulate(actions);
  expect(elements(answer, 'EvalDecision')).toEqual(['allowed', 'explicitDeny']);
  expect(elements(answer, 'SourcePolicyType')[0]).toBe('aws-managed');
  const boundary = policyOf({ Effect: 'Allow', Action: 's3tables:*', Resource: '*' });
  const bounded = await simulate(['lakeformation:GrantPermissions'], {
    'PermissionsBoundaryPolicyInputList.member.1': boundary
  });
  expect(elements(bounded, 'EvalDecision')).toEqual(['implicitDeny']);
  expect(elements(bounded, 'AllowedByPermissionsBoundary')).toEqual(['false']);
});

test('more policies, and one of the resource, can be tried', async () => {
  await makeRole({ Effect: 'Allow', Action: 'iam:GetRole', Resource: '*' });
  const extra = policyOf({ Effect: 'Allow', Action: 's3tables:GetTable', Resource: '*' });
  const answer = await simulate(['s3tables:GetTable'], { 'PolicyInputList.member.1': extra });
  expect(elements(answer, 'SourcePolicyId')[0]).toBe('PolicyInputList.1');
  const ResourcePolicy = policyOf({
    Effect: 'Allow',
    Principal: { AWS: PolicySourceArn },
    Action: 's3tables:GetTable',
    Resource: '*'
  });
  expect(elements(await simulate(['s3tables:GetTable'], { ResourcePolicy }), 'EvalDecision')).toEqual([
    'allowed'
  ]);
});

test('pages in the order of the request', async () => {
  await makeRole({ Effect: 'Allow', Action: 's3tables:*', Resource: '*' });
  const actions = ['s3tables:GetTable', 's3tables:DeleteTable', 's3tables:CreateTable'];
  const first = await simulate(actions, { MaxItems: '2' });
  expect(elements(first, 'EvalActionName')).toEqual(actions.slice(0, 2));
  const [Marker = ''] = elements(first, 'Marker');
  const rest = await simulate(actions, { MaxItems: '2', Marker });
  expect([elements(rest, 'EvalActionName'), elements(rest, 'IsTruncated')]).toEqual([
    actions.slice(2),
    ['false']
  ]);
});

test.each([
  ['an unknown role', { PolicySourceArn: `${PolicySourceArn}s` }, 'NoSuchEntity'],
  ['a session', { PolicySourceArn: 'arn:aws:sts::123456789012:assumed-role/plan/run' }, 'InvalidInput'],
  ['a policy that is none', { 'PolicyInputList.member.1': '{}' }, 'InvalidInput']
])('%s is refused', async (_, more, code) => {
  await makeRole({ Effect: 'Allow', Action: '*', Resource: '*' });
  expect(refusalOf(await simulate(['s3tables:GetTable'], more))[1]).toBe(code);
});
