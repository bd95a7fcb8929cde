import { describe, expect, test } from '@jest/globals';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { makeClients, sessionNameFor } from '../../src/aws/index.js';
import { makeSts } from '../../src/aws/sts.js';
import type { ActionError } from '../../src/errors.js';
import { thrownBy } from '../support/thrown.js';
import { testContext, withServer } from './support.js';

const ACCOUNT = '123456789012';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/ci/Deployer`;
const SUBJECT = 'repo:octo/lake:ref:refs/heads/main';
const SECRETS = { bearer: 'BEARER-0', key: 'SECRET-KEY-1', session: 'SESSION-TOKEN-2' };
const PROVIDER = `arn:aws:iam::${ACCOUNT}:oidc-provider/token.actions.githubusercontent.com`;

interface Answer {
  readonly status: number;
  readonly body: string;
}

const jwt = (audience: string): string => {
  const claims = { iss: 'https://token.actions.githubusercontent.com', sub: SUBJECT, aud: audience };
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'RS256' })}.${part(claims)}.SIGNATURE-3`;
};

/** GitHub's token service and AWS's STS on one port, and what they were asked. */
class World {
  readonly assumed: URLSearchParams[] = [];
  readonly signed: string[] = [];
  tokens = 0;
  /** How long the credentials last, ms. */
  lasting = 3_600_000;
  refusal: Answer | undefined;
  /** The account that the credentials are for. */
  account = ACCOUNT;

  readonly answer = (request: IncomingMessage, response: ServerResponse): void => {
    const url = new URL(request.url ?? '', 'http://x');
    if (request.method === 'GET') {
      this.tokens++;
      response.end(JSON.stringify({ value: jwt(url.searchParams.get('audience') ?? '') }));
      return;
    }
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => this.sts(new URLSearchParams(body), request, response));
  };

  private sts(form: URLSearchParams, request: IncomingMessage, response: ServerResponse): void {
    response.setHeader('content-type', 'text/xml');
    response.setHeader('x-amzn-requestid', 'r-1');
    if (form.get('Action') === 'GetCallerIdentity') {
      this.signed.push(request.headers.authorization ?? '');
      const arn = `arn:aws:sts::${this.account}:assumed-role/Deployer/s`;
      const result = `<Arn>${arn}</Arn><UserId>AROA:s</UserId><Account>${this.account}</Account>`;
      response.end(
        `<GetCallerIdentityResponse><GetCallerIdentityResult>${result}</GetCallerIdentityResult></GetCallerIdentityResponse>`
      );
      return;
    }
    this.assumed.push(form);
    this.signed.push(request.headers.authorization ?? 'unsigned');
    response.statusCode = this.refusal?.status ?? 200;
    response.end(this.refusal?.body ?? this.credentials());
  }

  private credentials(): string {
    const expiration = new Date(Date.now() + this.lasting).toISOString();
    const { key, session } = SECRETS;
    const id = `ASIA${this.assumed.length}`;
    const inside = `<AccessKeyId>${id}</AccessKeyId><SecretAccessKey>${key}</SecretAccessKey><SessionToken>${session}</SessionToken><Expiration>${expiration}</Expiration>`;
    return `<AssumeRoleWithWebIdentityResponse><AssumeRoleWithWebIdentityResult><Credentials>${inside}</Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>`;
  }
}

function refusalOf(status: number, code: string, message: string): Answer {
  return {
    status,
    body: `<ErrorResponse><Error><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r-1</RequestId></ErrorResponse>`
  };
}

/** Runs with clients that assume a role in such a world. */
function inWorld<T>(
  world: World,
  work: (clients: ReturnType<typeof makeClients>, masked: string[], debugs: string[]) => Promise<T>,
  arn = ROLE
): Promise<T> {
  return withServer(world.answer, (url) => {
    const masked: string[] = [];
    const context = testContext();
    const role = {
      arn,
      sessionName: 'a-session',
      durationSeconds: 1800,
      context,
      mask: (s: string) => masked.push(s)
    };
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/t`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: SECRETS.bearer };
    return work(makeClients({ region: 'us-east-1', env, role }), masked, context.debugs);
  });
}

function refused(world: World): Promise<ActionError> {
  return thrownBy(() =>
    inWorld(world, (clients) => makeSts(clients, 'us-east-1').getIdentity(testContext()))
  );
}

describe('assuming a role', () => {
  test('with the token of GitHub, once for all clients, and nothing secret is told', async () => {
    const world = new World();
    await inWorld(world, async (clients, masked, debugs) => {
      const identity = await makeSts(clients, 'us-east-1').getIdentity(testContext());
      expect(identity).toMatchObject({ accountId: ACCOUNT, partition: 'aws' });
      const [one, other] = await Promise.all([clients.credentials(), clients.credentials()]);
      expect([one.accessKeyId, other.accessKeyId]).toEqual(['ASIA1', 'ASIA1']);
      const token = jwt('sts.amazonaws.com');
      expect(masked).toEqual([SECRETS.bearer, token, 'ASIA1', SECRETS.key, SECRETS.session]);
      for (const secret of masked) expect(debugs.join('\n')).not.toContain(secret);
    });
    expect(world.tokens).toBe(1);
    expect(Object.fromEntries(world.assumed[0] ?? [])).toMatchObject({
      RoleArn: ROLE,
      RoleSessionName: 'a-session',
      DurationSeconds: '1800',
      WebIdentityToken: jwt('sts.amazonaws.com')
    });
    expect(world.signed).toEqual(['unsigned', expect.stringContaining('Credential=ASIA1/')]);
  });

  test('anew, with a new token, before the credentials expire', async () => {
    const world = new World();
    world.lasting = 1_000;
    await inWorld(world, async (clients) => {
      const first = await clients.credentials();
      expect((await clients.credentials()).accessKeyId).not.toBe(first.accessKeyId);
    });
    expect(world.tokens).toBe(world.assumed.length);
  });

  test('whose credentials turn out to be for another account is not used', async () => {
    const world = new World();
    world.account = '210987654321';
    const error = await refused(world);
    expect(error).toMatchObject({ code: 'WRONG_ACCOUNT' });
    expect(error.message).toContain(ACCOUNT);
    expect(error.message).toContain('210987654321');
  });

  test('in China is for an audience of its own', async () => {
    const world = new World();
    const arn = `arn:aws-cn:iam::${ACCOUNT}:role/Deployer`;
    await inWorld(world, (clients) => clients.credentials(), arn);
    expect(world.assumed[0]?.get('WebIdentityToken')).toBe(jwt('sts.amazonaws.com.cn'));
  });
});

describe('a refusal to assume the role says what is wrong:', () => {
  test.each([
    {
      title: 'the audience',
      answer: refusalOf(400, 'InvalidIdentityToken', 'Incorrect token audience'),
      code: 'OIDC_AUDIENCE',
      says: ['audience sts.amazonaws.com', PROVIDER, '--client-id sts.amazonaws.com']
    },
    {
      title: 'the provider',
      answer: refusalOf(
        400,
        'InvalidIdentityToken',
        'No OpenIDConnect provider found in your account for https://x'
      ),
      code: 'OIDC_PROVIDER',
      says: [PROVIDER, `account ${ACCOUNT}`, '--url https://token.actions.githubusercontent.com']
    },
    {
      title: 'the trust policy',
      answer: refusalOf(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'),
      code: 'TRUST_MISMATCH',
      says: [
        `subject is ${SUBJECT}, its audience sts.amazonaws.com`,
        `"token.actions.githubusercontent.com:sub": "${SUBJECT}"`,
        '"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"',
        `"Federated": "${PROVIDER}"`
      ]
    },
    {
      title: 'the duration',
      answer: refusalOf(
        400,
        'ValidationError',
        'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'
      ),
      code: 'INVALID_INPUT',
      says: ['role-duration-seconds is 1800', 'maximum session duration']
    },
    {
      title: 'the time',
      answer: refusalOf(400, 'ExpiredTokenException', 'Token expired'),
      code: 'EXPIRED_CREDENTIALS',
      says: ['OIDC token had expired', 'clock of the runner']
    }
  ])('$title', async ({ answer, code, says }) => {
    const world = new World();
    world.refusal = answer;
    const error = await refused(world);
    expect(error.code).toBe(code);
    for (const text of [...says, `assume the role ${ROLE}`, 'request id r-1']) {
      expect(error.message).toContain(text);
    }
    const told = JSON.stringify(error);
    for (const secret of [...Object.values(SECRETS), 'SIGNATURE-3']) expect(told).not.toContain(secret);
  });
});

test('the name of a session is of the run, in characters that AWS takes', () => {
  expect(sessionNameFor('77-2')).toBe('iceberg-environment-77-2');
  expect(sessionNameFor(undefined)).toBe('iceberg-environment-local');
  expect(sessionNameFor('a b/c'.padEnd(90, '9'))).toMatch(/^[\w+=,.@-]{64}$/);
});
