import { expect, test } from '@jest/globals';
import { elements, permission, policyOf, refusalOf, trust, withIam } from './call.js';

const { iam } = withIam();
const PolicyArn = 'arn:aws:iam::123456789012:policy/readers/tables';
const create = (PolicyDocument = permission): ReturnType<typeof iam> =>
  iam('CreatePolicy', { PolicyName: 'tables', Path: '/readers/', Description: 'reads', PolicyDocument });

test('a policy is made, read with its document, listed and removed', async () => {
  expect(elements(await create(), 'Arn')).toEqual([PolicyArn]);
  const read = await iam('GetPolicy', { PolicyArn });
  expect([elements(read, 'DefaultVersionId'), elements(read, 'Description')]).toEqual([['v1'], ['reads']]);
  const version = await iam('GetPolicyVersion', { PolicyArn, VersionId: 'v1' });
  expect(elements(version, 'Document').map(decodeURIComponent)).toEqual([permission]);
  expect(elements(await iam('ListPolicies', { Scope: 'Local' }), 'PolicyName')).toEqual(['tables']);
  expect(elements(await iam('ListPolicies', { Scope: 'AWS' }), 'PolicyName')).not.toContain('tables');
  expect(refusalOf(await create())).toEqual([
    409,
    'EntityAlreadyExists',
    'A policy called tables already exists. Duplicate names are not allowed.'
  ]);
  await iam('DeletePolicy', { PolicyArn });
  expect(refusalOf(await iam('GetPolicy', { PolicyArn }))).toEqual([
    404,
    'NoSuchEntity',
    `Policy ${PolicyArn} was not found.`
  ]);
});

test('a document that is none is refused', async () => {
  expect(refusalOf(await create('{}'))[1]).toBe('MalformedPolicyDocument');
  const condition = { Effect: 'Allow', Action: '*', Resource: '*', Condition: { StringSounds: { a: 'b' } } };
  expect(refusalOf(await create(policyOf(condition)))[1]).toBe('MalformedPolicyDocument');
  const long = policyOf({ Effect: 'Allow', Action: Array(500).fill('s3tables:Get'), Resource: '*' });
  expect(refusalOf(await create(long))[2]).toBe('Cannot exceed quota for PolicySize: 6144');
});

test('versions come and go, one of them in force', async () => {
  await create();
  const add = (SetAsDefault: string): ReturnType<typeof iam> =>
    iam('CreatePolicyVersion', { PolicyArn, PolicyDocument: permission, SetAsDefault });
  expect(elements(await add('true'), 'IsDefaultVersion')).toEqual(['true']);
  expect(elements(await add('false'), 'VersionId')).toEqual(['v3']);
  const remove = (VersionId: string): ReturnType<typeof iam> =>
    iam('DeletePolicyVersion', { PolicyArn, VersionId });
  expect(refusalOf(await remove('v2'))[2]).toBe('Cannot delete the default version of a policy.');
  await iam('SetDefaultPolicyVersion', { PolicyArn, VersionId: 'v3' });
  expect((await remove('v2')).status).toBe(200);
  expect(elements(await iam('ListPolicyVersions', { PolicyArn }), 'VersionId')).toEqual(['v1', 'v3']);
  for (let n = 0; n < 3; n++) expect((await add('false')).status).toBe(200);
  expect(refusalOf(await add('false'))[1]).toBe('LimitExceeded');
  expect(refusalOf(await iam('DeletePolicy', { PolicyArn }))[1]).toBe('DeleteConflict');
});

test('what is attached cannot be removed, what is not there cannot be attached', async () => {
  const RoleName = 'reader';
  await iam('CreateRole', { RoleName, AssumeRolePolicyDocument: trust });
  expect(refusalOf(await iam('AttachRolePolicy', { RoleName, PolicyArn }))).toEqual([
    404,
    'NoSuchEntity',
    `Policy ${PolicyArn} does not exist or is not attachable.`
  ]);
  await create();
  await iam('AttachRolePolicy', { RoleName, PolicyArn });
  expect(elements(await iam('GetPolicy', { PolicyArn }), 'AttachmentCount')).toEqual(['1']);
  expect(refusalOf(await iam('DeletePolicy', { PolicyArn }))[2]).toBe(
    'Cannot delete a policy attached to entities.'
  );
});

test("AWS's own are there and cannot be changed", async () => {
  const managed = 'arn:aws:iam::aws:policy/AWSLakeFormationDataAdmin';
  const version = await iam('GetPolicyVersion', { PolicyArn: managed, VersionId: 'v1' });
  const document = JSON.parse(decodeURIComponent(elements(version, 'Document')[0] ?? '')) as {
    Statement: unknown[];
  };
  expect(document.Statement).toContainEqual(
    expect.objectContaining({ Effect: 'Deny', Action: ['lakeformation:PutDataLakeSettings'] })
  );
  expect(refusalOf(await iam('DeletePolicy', { PolicyArn: managed }))[1]).toBe('AccessDenied');
  const change = { PolicyArn: managed, PolicyDocument: permission };
  expect(refusalOf(await iam('CreatePolicyVersion', change))[1]).toBe('AccessDenied');
});

test('a permissions boundary is set and taken away', async () => {
  const RoleName = 'bounded';
  await iam('CreateRole', { RoleName, AssumeRolePolicyDocument: trust });
  const PermissionsBoundary = 'arn:aws:iam::aws:policy/PowerUserAccess';
  await iam('PutRolePermissionsBoundary', { RoleName, PermissionsBoundary });
  expect(elements(await iam('GetRole', { RoleName }), 'PermissionsBoundaryArn')).toEqual([
    PermissionsBoundary
  ]);
  await iam('DeleteRolePermissionsBoundary', { RoleName });
  expect(elements(await iam('GetRole', { RoleName }), 'PermissionsBoundaryArn')).toEqual([]);
  const absent = { RoleName, PermissionsBoundary: PolicyArn };
  expect(refusalOf(await iam('PutRolePermissionsBoundary', absent))[1]).toBe('NoSuchEntity');
});
