import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { beforeEach, expect, test } from '@jest/globals';
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { send } from '../client.js';
import { refusalOf, trusting, withIam } from '../iam/call.js';

const { iam, sandbox } = withIam();
const iss = 'https://token.actions.githubusercontent.com';
const host = 'token.actions.githubusercontent.com';
const Federated = `arn:aws:iam::123456789012:oidc-provider/${host}`;
const RoleArn = 'arn:aws:iam::123456789012:role/deploy';
const sub = 'repo:acme/lake:environment:dev';
const hour = 3600;
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const others = generateKeyPairSync('rsa', { modulusLength: 2048 });

const condition = {
  StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com', [`${host}:sub`]: sub },
  StringLike: { [`${host}:repository`]: 'acme/*' }
};

function token(claims: object = {}, key: KeyObject = keys.privateKey, header: object = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const all = { iss, sub, aud: 'sts.amazonaws.com', exp: now + hour, iat: now, repository: 'acme/lake' };
  const parts = [
    { alg: 'RS256', kid: 'one', ...header },
    { ...all, ...claims }
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const signed = parts.join('.');
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`;
}

/** Without credentials, as a workflow calls it. */
function assume(WebIdentityToken: string, more: object = {}) {
  const client = new STSClient({
    endpoint: sandbox().url,
    region: 'us-east-1',
    credentials: { accessKeyId: '', secretAccessKey: '' },
    maxAttempts: 1
  });
  const input = { RoleArn, RoleSessionName: 'run-1', WebIdentityToken, ...more };
  return client.send(new AssumeRoleWithWebIdentityCommand(input));
}

async function putKeys(body: unknown): Promise<number> {
  const message = { method: 'POST', path: '/_sandbox/oidc', headers: {}, body: JSON.stringify(body) };
  return (await send(sandbox().url, message)).status;
}

const jwks = { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one' }] };

beforeEach(async () => {
  await iam('CreateOpenIDConnectProvider', { Url: iss, 'ClientIDList.member.1': 'sts.amazonaws.com' });
  await iam('CreateRole', {
    RoleName: 'deploy',
    AssumeRolePolicyDocument: trusting({ Federated }, condition)
  });
});

test('a token of a workflow becomes credentials', async () => {
  expect(await putKeys({ issuer: iss, jwks })).toBe(204);
  const answer = await assume(token(), { DurationSeconds: 900 });
  expect(answer).toMatchObject({
    SubjectFromWebIdentityToken: sub,
    Audience: 'sts.amazonaws.com',
    Provider: Federated,
    AssumedRoleUser: { Arn: 'arn:aws:sts::123456789012:assumed-role/deploy/run-1' }
  });
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = answer.Credentials ?? {};
  const credentials = {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken
  };
  const client = new STSClient({ endpoint: sandbox().url, region: 'us-east-1', credentials });
  const who = await client.send(new GetCallerIdentityCommand());
  expect(who.Arn).toBe('arn:aws:sts::123456789012:assumed-role/deploy/run-1');
});

test('without the keys of the issuer any signature passes', async () => {
  await expect(assume(token({}, others.privateKey))).resolves.toBeDefined();
});

const now = Math.floor(Date.now() / 1000);

test.each<[string, () => string, string, string]>([
  ['no token', () => 'none', 'InvalidIdentityTokenException', 'is not a valid JWT'],
  [
    'a signature of another key',
    () => token({}, others.privateKey),
    'InvalidIdentityTokenException',
    'signature'
  ],
  ['a changed token', () => changed(token()), 'InvalidIdentityTokenException', 'signature'],
  [
    'an unknown key',
    () => token({}, keys.privateKey, { kid: 'two' }),
    'InvalidIdentityTokenException',
    "Couldn't retrieve verification key"
  ],
  [
    'another algorithm',
    () => token({}, keys.privateKey, { alg: 'none' }),
    'InvalidIdentityTokenException',
    'signature'
  ],
  [
    'another issuer',
    () => token({ iss: 'https://example.com' }),
    'InvalidIdentityTokenException',
    'No OpenIDConnect provider found in your account for https://example.com'
  ],
  [
    'another audience',
    () => token({ aud: ['me'] }),
    'InvalidIdentityTokenException',
    'Incorrect token audience'
  ],
  ['no subject', () => token({ sub: undefined }), 'InvalidIdentityTokenException', 'claim: sub'],
  ['an old token', () => token({ exp: now - 1 }), 'ExpiredTokenException', 'Token expired'],
  ['a token of later', () => token({ nbf: now + hour }), 'IDPRejectedClaimException', 'not valid yet'],
  [
    'another subject',
    () => token({ sub: 'repo:acme/lake:pull_request' }),
    'AccessDenied',
    'Not authorized to perform sts:AssumeRoleWithWebIdentity'
  ],
  ['another repository', () => token({ repository: 'evil/lake' }), 'AccessDenied', 'Not authorized']
])('%s is refused', async (_, make, name, message) => {
  await putKeys({ issuer: iss, jwks });
  await expect(assume(make())).rejects.toMatchObject({
    name,
    message: expect.stringContaining(message)
  });
});

test('a role that is not there, or trusts another, is refused', async () => {
  const denied = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };
  await expect(assume(token(), { RoleArn: `${RoleArn}2` })).rejects.toMatchObject(denied);
  const PolicyDocument = trusting({ Federated: `${Federated}/other` });
  await iam('UpdateAssumeRolePolicy', { RoleName: 'deploy', PolicyDocument });
  await expect(assume(token())).rejects.toMatchObject(denied);
});

test('a claim that STS does not know is none', async () => {
  const PolicyDocument = trusting({ Federated }, { StringEquals: { [`${host}:run_id`]: '1' } });
  await iam('UpdateAssumeRolePolicy', { RoleName: 'deploy', PolicyDocument });
  await expect(assume(token({ run_id: '1' }))).rejects.toMatchObject({ name: 'AccessDenied' });
});

test('no other call goes without a signature', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const body = 'Action=GetCallerIdentity&Version=2011-06-15';
  const answer = await send(sandbox().url, { method: 'POST', path: '/', headers, body });
  expect(refusalOf(answer)[1]).toBe('MissingAuthenticationToken');
  const glue = { ...headers, 'x-amz-target': 'AWSGlue.GetDatabases' };
  const disguised = 'Action=AssumeRoleWithWebIdentity';
  expect(
    (await send(sandbox().url, { method: 'POST', path: '/', headers: glue, body: disguised })).text
  ).toContain('MissingAuthenticationTokenException');
});

test.each([
  ['no issuer', { jwks }],
  ['an issuer without https', { issuer: host, jwks }],
  ['no keys', { issuer: iss, jwks: { keys: [] } }],
  ['nothing', undefined]
])('keys with %s are refused', async (_, body) => {
  expect(await putKeys(body)).toBe(400);
});

function changed(text: string): string {
  const [head = '', body = '', signature = ''] = text.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  const other = Buffer.from(JSON.stringify({ ...claims, more: 1 })).toString('base64url');
  return [head, other, signature].join('.');
}
