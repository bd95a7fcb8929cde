import { expect, test } from '@jest/globals';
import {
  AssumeRoleCommand,
  GetCallerIdentityCommand,
  STSClient,
  type AssumeRoleCommandInput,
  type Credentials
} from '@aws-sdk/client-sts';
import { GetTableBucketCommand, S3TablesClient } from '@aws-sdk/client-s3tables';
import { policyOf, trusting, wholeAccount, withIam } from '../iam/call.js';

const { iam, sandbox } = withIam();
const RoleArn = 'arn:aws:iam::123456789012:role/ci/plan';
const AssumeRolePolicyDocument = trusting(wholeAccount);

interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

const own: Keys = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };

function settings(credentials: Keys): {
  endpoint: string;
  region: string;
  credentials: Keys;
  maxAttempts: 1;
} {
  return { endpoint: sandbox().url, region: 'us-east-1', credentials, maxAttempts: 1 };
}

function keysOf(credentials: Credentials | undefined): Keys {
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = credentials ?? {};
  return { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken };
}

function makeRole(document = AssumeRolePolicyDocument, more = {}): ReturnType<typeof iam> {
  return iam('CreateRole', {
    RoleName: 'plan',
    Path: '/ci/',
    AssumeRolePolicyDocument: document,
    ...more
  });
}

function assume(more: Partial<AssumeRoleCommandInput> = {}, keys = own) {
  const input = { RoleArn, RoleSessionName: 'run-1', ...more };
  return new STSClient(settings(keys)).send(new AssumeRoleCommand(input));
}

const refused = (name: string, message?: string): object =>
  expect.objectContaining({ name, ...(message === undefined ? {} : { message }) });
const notAuthorized = refused(
  'AccessDenied',
  `User: arn:aws:iam::123456789012:user/sandbox is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`
);

test('a role is taken on: the credentials are those of its session', async () => {
  await makeRole();
  const before = Date.now();
  const { AssumedRoleUser, Credentials } = await assume({ DurationSeconds: 900 });
  const arn = 'arn:aws:sts::123456789012:assumed-role/plan/run-1';
  expect(AssumedRoleUser).toEqual({
    Arn: arn,
    AssumedRoleId: expect.stringMatching(/^AROA[A-Z2-7]{17}:run-1$/)
  });
  const seconds = ((Credentials?.Expiration?.getTime() ?? 0) - before) / 1000;
  expect(seconds).toBeGreaterThan(890);
  const keys = keysOf(Credentials);
  expect(keys.accessKeyId).toMatch(/^ASIA[A-Z2-7]{16}$/);
  const who = await new STSClient(settings(keys)).send(new GetCallerIdentityCommand());
  expect([who.Arn, who.UserId]).toEqual([arn, AssumedRoleUser?.AssumedRoleId]);
});

test('with another token, without one, and after they end, they are refused', async () => {
  await makeRole();
  const keys = keysOf((await assume()).Credentials);
  const read = (credentials: Keys): Promise<unknown> =>
    new S3TablesClient(settings(credentials)).send(
      new GetTableBucketCommand({ tableBucketARN: 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev' })
    );
  const { accessKeyId, secretAccessKey } = keys;
  await expect(read({ ...keys, sessionToken: 'x' })).rejects.toEqual(refused('UnrecognizedClientException'));
  await expect(read({ accessKeyId, secretAccessKey })).rejects.toEqual(
    refused('UnrecognizedClientException')
  );
  await expect(read(keys)).rejects.toEqual(refused('NotFoundException'));
  const { sessions } = sandbox().account.sts;
  const session = sessions.get(accessKeyId);
  if (!session) throw new Error('the session is not there');
  sessions.set(accessKeyId, { ...session, expiresAt: new Date(0) });
  await expect(read(keys)).rejects.toEqual(refused('ExpiredTokenException'));
  await expect(new STSClient(settings(keys)).send(new GetCallerIdentityCommand())).rejects.toEqual(
    refused('ExpiredToken')
  );
});

test('a role that is not there is refused as one that does not trust', async () => {
  await expect(assume()).rejects.toEqual(notAuthorized);
  await makeRole(trusting({ AWS: 'arn:aws:iam::123456789012:role/other' }));
  await expect(assume()).rejects.toEqual(notAuthorized);
});

test.each<[string, object, object | undefined, boolean]>([
  ['the user', { AWS: 'arn:aws:iam::123456789012:user/sandbox' }, undefined, true],
  ['the account by its number', { AWS: ['123456789012'] }, undefined, true],
  ['everybody', { AWS: '*' }, undefined, true],
  ['a service', { Service: 'lakeformation.amazonaws.com' }, undefined, false],
  ['the external id', wholeAccount, { StringEquals: { 'sts:ExternalId': 'abc' } }, true],
  ['another external id', wholeAccount, { StringEquals: { 'sts:ExternalId': 'abd' } }, false],
  ['the session name', wholeAccount, { StringLike: { 'sts:RoleSessionName': 'run-*' } }, true],
  ['another user name', wholeAccount, { StringEquals: { 'aws:username': 'ann' } }, false]
])('trust in %s', async (_, principal, condition, expected) => {
  await makeRole(trusting(principal, condition));
  const attempt = assume({ ExternalId: 'abc' });
  await (expected ? expect(attempt).resolves.toBeDefined() : expect(attempt).rejects.toEqual(notAuthorized));
});

test('tags and a source identity have to be allowed as well', async () => {
  await makeRole();
  const Tags = [{ Key: 'team', Value: 'data' }];
  await expect(assume({ Tags })).rejects.toMatchObject({
    message: expect.stringContaining('sts:TagSession')
  });
  await expect(assume({ SourceIdentity: 'ann' })).rejects.toMatchObject({
    message: expect.stringContaining('sts:SetSourceIdentity')
  });
  const Action = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity'];
  const PolicyDocument = policyOf({
    Effect: 'Allow',
    Principal: wholeAccount,
    Action,
    Condition: { StringEquals: { 'aws:RequestTag/team': 'data' } }
  });
  await iam('UpdateAssumeRolePolicy', { RoleName: 'plan', PolicyDocument });
  expect((await assume({ Tags, SourceIdentity: 'ann' })).SourceIdentity).toBe('ann');
});

test('a session lasts as long as the role allows', async () => {
  await makeRole(AssumeRolePolicyDocument, { MaxSessionDuration: '7200' });
  await expect(assume({ DurationSeconds: 7200 })).resolves.toBeDefined();
  await expect(assume({ DurationSeconds: 7201 })).rejects.toEqual(
    refused(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'
    )
  );
  await expect(assume({ DurationSeconds: 899 })).rejects.toEqual(
    refused(
      'ValidationError',
      "1 validation error detected: Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900"
    )
  );
  const keys = keysOf((await assume()).Credentials);
  await expect(assume({ DurationSeconds: 3601 }, keys)).rejects.toMatchObject({
    message: expect.stringContaining('role chaining')
  });
  await expect(assume({ DurationSeconds: 3600 }, keys)).resolves.toBeDefined();
});

test('policies for the session are checked', async () => {
  await makeRole();
  await expect(assume({ Policy: '{}' })).rejects.toEqual(refused('MalformedPolicyDocumentException'));
  const PolicyArns = [{ arn: 'arn:aws:iam::123456789012:policy/none' }];
  await expect(assume({ PolicyArns })).rejects.toMatchObject({ name: 'NoSuchEntity' });
});
