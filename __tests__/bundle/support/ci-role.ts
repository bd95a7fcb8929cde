import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IAM } from '@aws-sdk/client-iam';
import { STS } from '@aws-sdk/client-sts';
import type { Arena } from './arena.js';
import { ACCOUNT } from './values.js';

export const SUBJECT = 'repo:hydro-ops/gauges:ref:refs/heads/main';
export const ISSUER = 'token.actions.githubusercontent.com';
export const PROVIDER = `arn:aws:iam::${ACCOUNT}:oidc-provider/${ISSUER}`;
export const CI_ROLE = `arn:aws:iam::${ACCOUNT}:role/ci/LakeDeployer`;
const REQUEST_TOKEN = 'ghs-request-token-nobody-may-see';

/** IAM as the account's administrator uses it. */
export function iamOf({ sandbox }: Arena): IAM {
  const credentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };
  // IAM is signed for in one region of the partition, wherever one is.
  return new IAM({ endpoint: sandbox.url, region: 'us-east-1', credentials });
}

/** A role as Identity Center makes one for a permission set. */
export async function makeReservedRole(arena: Arena, name: string, path: string): Promise<string> {
  const trust = {
    Principal: { Federated: `arn:aws:iam::${ACCOUNT}:saml-provider/idc` },
    Action: 'sts:AssumeRoleWithSAML'
  };
  const { Role } = await iamOf(arena).createRole({
    RoleName: name,
    Path: path,
    AssumeRolePolicyDocument: document([{ Effect: 'Allow', ...trust }])
  });
  return Role?.Arn ?? '';
}

/** The role of the workflow: GitHub's tokens of `subject` may assume it, and so may the account. */
export async function makeCiRole(arena: Arena, policy: object, subject = SUBJECT): Promise<void> {
  const iam = iamOf(arena);
  await iam.createRole({
    RoleName: 'LakeDeployer',
    Path: '/ci/',
    AssumeRolePolicyDocument: document([
      {
        Effect: 'Allow',
        Principal: { Federated: PROVIDER },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: { [`${ISSUER}:aud`]: 'sts.amazonaws.com', [`${ISSUER}:sub`]: subject } }
      },
      { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'sts:AssumeRole' }
    ])
  });
  await setPolicy(arena, policy);
}

/** Gives the role of the workflow this policy and no other. */
export async function setPolicy(arena: Arena, policy: object): Promise<void> {
  await iamOf(arena).putRolePolicy({
    RoleName: 'LakeDeployer',
    PolicyName: 'lake',
    PolicyDocument: JSON.stringify(policy)
  });
}

/** The `env:` of a step that has the credentials of the role already. */
export async function asCiRole({ sandbox, region }: Arena): Promise<Record<string, string>> {
  const credentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };
  const sts = new STS({ endpoint: sandbox.url, region, credentials });
  const { Credentials } = await sts.assumeRole({ RoleArn: CI_ROLE, RoleSessionName: 'workflow' });
  return {
    AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? '',
    AWS_SESSION_TOKEN: Credentials?.SessionToken ?? ''
  };
}

/** A policy of one statement that allows these actions everywhere. */
export function allowing(...actions: string[]): object {
  return { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }] };
}

/** Makes the identity provider for GitHub. */
export async function makeProvider(arena: Arena, audience = 'sts.amazonaws.com'): Promise<void> {
  await iamOf(arena).createOpenIDConnectProvider({ Url: `https://${ISSUER}`, ClientIDList: [audience] });
}

/** What a job with `id-token: write` has in its environment, and what GitHub was asked. */
export interface TokenService {
  readonly env: Readonly<Record<string, string>>;
  readonly requests: readonly IncomingMessage[];
  /** Everything that must not come to light. */
  readonly secrets: readonly string[];
}

/** Runs `work` with a token service as GitHub has one; without any AWS credentials in the environment. */
export async function withTokenService<T>(work: (service: TokenService) => Promise<T>): Promise<T> {
  const requests: IncomingMessage[] = [];
  const secrets = [REQUEST_TOKEN];
  const server = createServer((request, response) => {
    requests.push(request);
    const audience = new URL(request.url ?? '', 'http://github').searchParams.get('audience') ?? '';
    const value = jwt(audience);
    secrets.push(value, value.split('.')[2] ?? '');
    response.end(JSON.stringify({ value }));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  const env = {
    AWS_ACCESS_KEY_ID: '',
    AWS_SECRET_ACCESS_KEY: '',
    AWS_SESSION_TOKEN: '',
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${port}/token?api-version=2.0`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN
  };
  try {
    return await work({ env, requests, secrets });
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

function jwt(aud: string): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: `https://${ISSUER}`, sub: SUBJECT, aud, iat: now, exp: now + 300 };
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256', kid: 'k' })}.${part(claims)}.U0lHTkFUVVJFLW5vYm9keS1zZWVz`;
}

function document(Statement: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement });
}
