import { expect, test } from '@jest/globals';
import { call, whoAmI } from '../client.js';
import { elements, permission, refusalOf, withIam } from './call.js';

const { iam, sandbox } = withIam();
const UserName = 'Ann';

test('a user is made, read, listed by path and removed', async () => {
  const made = await iam('CreateUser', {
    UserName,
    Path: '/team/',
    'Tags.member.1.Key': 'a',
    'Tags.member.1.Value': 'b'
  });
  expect(elements(made, 'Arn')).toEqual(['arn:aws:iam::123456789012:user/team/Ann']);
  expect(elements(made, 'UserId')[0]).toMatch(/^AIDA[A-Z2-7]{17}$/);
  expect(elements(await iam('GetUser', { UserName: 'ANN' }), 'Key')).toEqual(['a']);
  expect(elements(await iam('ListUsers'), 'UserName')).toEqual(['Ann', 'sandbox']);
  expect(elements(await iam('ListUsers', { PathPrefix: '/team/' }), 'UserName')).toEqual(['Ann']);
  expect(refusalOf(await iam('CreateUser', { UserName: 'ann' }))).toEqual([
    409,
    'EntityAlreadyExists',
    'User with name ann already exists.'
  ]);
  expect((await iam('DeleteUser', { UserName })).status).toBe(200);
  expect(refusalOf(await iam('DeleteUser', { UserName }))).toEqual([
    404,
    'NoSuchEntity',
    'The user with name Ann cannot be found.'
  ]);
});

test('a user with policies or access keys stays', async () => {
  await iam('CreateUser', { UserName });
  await iam('PutUserPolicy', { UserName, PolicyName: 'p', PolicyDocument: permission });
  const deleteUser = async (): Promise<unknown> => refusalOf(await iam('DeleteUser', { UserName }))[2];
  expect(await deleteUser()).toBe('Cannot delete entity, must delete policies first.');
  expect(elements(await iam('ListUserPolicies', { UserName }), 'member')).toEqual(['p']);
  await iam('DeleteUserPolicy', { UserName, PolicyName: 'p' });
  const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
  await iam('AttachUserPolicy', { UserName, PolicyArn });
  expect(await deleteUser()).toBe('Cannot delete entity, must detach all policies first.');
  expect(elements(await iam('ListAttachedUserPolicies', { UserName }), 'PolicyArn')).toEqual([PolicyArn]);
  await iam('DetachUserPolicy', { UserName, PolicyArn });
  await iam('CreateAccessKey', { UserName });
  expect(await deleteUser()).toBe('Cannot delete entity, must delete access keys first.');
});

test('an inline policy of a user may have 2048 characters', async () => {
  await iam('CreateUser', { UserName });
  const long = { Effect: 'Allow', Action: Array(200).fill('s3tables:Get'), Resource: '*' };
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: long });
  expect(refusalOf(await iam('PutUserPolicy', { UserName, PolicyName: 'p', PolicyDocument }))).toEqual([
    409,
    'LimitExceeded',
    'Maximum policy size of 2048 bytes exceeded for user Ann'
  ]);
});

test('an access key works while it is active', async () => {
  await iam('CreateUser', { UserName });
  const made = await iam('CreateAccessKey', { UserName });
  const [AccessKeyId = ''] = elements(made, 'AccessKeyId');
  const [secretAccessKey = ''] = elements(made, 'SecretAccessKey');
  expect([AccessKeyId, secretAccessKey]).toEqual([
    expect.stringMatching(/^AKIA[A-Z2-7]{16}$/),
    expect.stringMatching(/^[\w+/]{40}$/)
  ]);
  const who = (more: { sessionToken?: string } = {}): ReturnType<typeof call> =>
    call(sandbox().url, whoAmI, { service: 'sts', accessKeyId: AccessKeyId, secretAccessKey, ...more });
  expect(elements(await who(), 'Arn')).toEqual(['arn:aws:iam::123456789012:user/Ann']);
  expect(refusalOf(await who({ sessionToken: 'any' }))[1]).toBe('InvalidClientTokenId');
  const set = (Status: string): ReturnType<typeof iam> =>
    iam('UpdateAccessKey', { UserName, AccessKeyId, Status });
  await set('Inactive');
  expect(refusalOf(await who())[1]).toBe('InvalidClientTokenId');
  await set('Active');
  expect((await who()).status).toBe(200);
  expect(elements(await iam('ListAccessKeys', { UserName }), 'Status')).toEqual(['Active']);
  await iam('DeleteAccessKey', { UserName, AccessKeyId });
  expect(refusalOf(await who())[1]).toBe('InvalidClientTokenId');
  expect(refusalOf(await iam('DeleteAccessKey', { UserName, AccessKeyId }))[1]).toBe('NoSuchEntity');
});

test('there are two access keys at most', async () => {
  await iam('CreateUser', { UserName });
  await iam('CreateAccessKey', { UserName });
  await iam('CreateAccessKey', { UserName });
  expect(refusalOf(await iam('CreateAccessKey', { UserName }))).toEqual([
    409,
    'LimitExceeded',
    'Cannot exceed quota for AccessKeysPerUser: 2'
  ]);
});
