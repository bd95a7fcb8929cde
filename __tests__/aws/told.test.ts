import { describe, expect, test } from '@jest/globals';
import type { Call } from '../../src/aws/call.js';
import { classify } from '../../src/aws/classify.js';
import { EndpointError } from '../../src/aws/endpoint-error.js';
import { makeAws } from '../../src/aws/index.js';
import { explainRefusal } from '../../src/aws/oidc-refusals.js';
import { ActionError } from '../../src/errors.js';
import { testContext, withEnvironment, withServer } from './support.js';

const CALL: Call = { operation: 's3tables:GetTable', doing: 'look at the table a.b' };
const BUCKET = 'arn:aws:s3tables:us-east-1:123456789012:bucket/lake';

function said(name: string, message: string, status: number): ActionError {
  const $metadata = { httpStatusCode: status, requestId: 'r-1' };
  return classify(Object.assign(new Error(message), { name, $fault: 'client', $metadata }), CALL);
}

describe('a signature that is too old or too new: the clock comes first', () => {
  test.each([
    ['InvalidSignatureException', 'Signature expired: 20261127T090000Z is now earlier than 20261127T100000Z'],
    ['SignatureDoesNotMatch', 'Signature not yet current: 20261127T110000Z is still later than …'],
    ['ForbiddenException', 'Signature expired: 20261127T090000Z is now earlier than 20261127T100000Z'],
    ['RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.'],
    ['RequestInTheFuture', '']
  ])('%s: %s', (name, message) => {
    const error = said(name, message, 403);
    expect(error.code).toBe('INVALID_CREDENTIALS');
    expect(error.todo).toMatch(/^Set the clock of the runner/);
    expect(error.todo).not.toMatch(/secret/);
  });
});

describe('what is wrong with whoever signed, named as a denial', () => {
  test.each([
    ['The request signature we calculated does not match the signature you provided.', 'INVALID_CREDENTIALS'],
    ['The security token included in the request is invalid.', 'INVALID_CREDENTIALS'],
    ['Missing Authentication Token', 'INVALID_CREDENTIALS'],
    ['The security token included in the request is expired', 'EXPIRED_CREDENTIALS'],
    ['User: arn:aws:sts::1:x is not authorized to perform: s3tables:GetTable', 'PERMISSION_DENIED']
  ])('%s', (message, code) => {
    expect(said('ForbiddenException', message, 403).code).toBe(code);
    expect(said('AccessDeniedException', message, 403).code).toBe(code);
  });
});

describe('a refusal in JSON that is not in the form of AWS is told in its own words', () => {
  test.each([
    [501, { error: 'Unsupported service: s3tables' }, 'Unsupported service: s3tables'],
    [404, { error: { message: 'no such route', code: 1 } }, 'no such route'],
    [404, { message: 'no Route matched' }, 'no Route matched'],
    [400, { detail: 'bad gateway name' }, 'bad gateway name'],
    [403, { error: 'blocked by policy' }, 'blocked by policy'],
    [404, { hint: 7 }, '{"hint":7}']
  ])('%i %j', async (status, body, text) => {
    const work = withServer(
      (_request, response) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      () => makeAws({ region: 'us-east-1', env: process.env }).s3tables.hasTableBucket(BUCKET, testContext())
    );
    const error = (await work.catch((thrown: unknown) => thrown)) as ActionError;
    expect(error.code).toBe('GARBLED_ANSWER');
    expect(error.found).toContain(`says "${text.replace(/"/g, '"')}"`);
    expect(error.found).toContain(String(status));
  });
});

describe('an endpoint that cannot be used is told with what to do', () => {
  test.each([
    [{ AWS_USE_FIPS_ENDPOINT: 'true', AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }, 'AWS_USE_FIPS_ENDPOINT'],
    [
      { AWS_USE_DUALSTACK_ENDPOINT: 'true', AWS_ENDPOINT_URL: 'http://127.0.0.1:1' },
      'AWS_USE_DUALSTACK_ENDPOINT'
    ],
    [{ AWS_ENDPOINT_URL: 'localhost:4566' }, 'AWS_ENDPOINT_URL'],
    [{ AWS_ENDPOINT_URL: '"http://127.0.0.1:1"' }, 'AWS_ENDPOINT_URL']
  ])('%j', async (env, variable) => {
    const calls: readonly (() => Promise<unknown>)[] = [
      () => makeAws({ region: 'us-east-1', env: process.env }).s3tables.hasTableBucket(BUCKET, testContext()),
      () => makeAws({ region: 'us-east-1', env: process.env }).glue.getDatabase('db', testContext()),
      () => makeAws({ region: 'us-east-1', env: process.env }).warehouse.readText('s3://b/k', testContext())
    ];
    for (const call of calls) {
      const error = (await withEnvironment(env, call).catch((thrown: unknown) => thrown)) as ActionError;
      expect(error.code).toBe('ENDPOINT_INVALID');
      expect(error.message).toContain(variable);
    }
  });
});

describe('the answer of a proxy is told as the proxy’s', () => {
  const refused = (status: string): ActionError => {
    const message = `Failed to establish tunnel to x:443 via http://user:hunter2@p:1/: HTTP/1.1 ${status}`;
    const problem = Object.assign(new Error(message), { code: 'ERR_PROXY_TUNNEL' });
    return classify(new EndpointError('s3tables.eu-west-1.amazonaws.com:443', problem, 'p:1'), CALL);
  };

  test.each([
    ['403 Forbidden', /let this host through/],
    ['407 Proxy Authentication Required', /user and a password/],
    ['502 Bad Gateway', /does not reach/],
    ['503 Service Unavailable', /does not reach/]
  ])('%s', (status, todo) => {
    const error = refused(status);
    expect(error.code).toBe('UNREACHABLE');
    expect(error.found).toContain(`The proxy p:1 answered ${status.slice(0, 3)}`);
    expect(error.found).toContain('s3tables.eu-west-1.amazonaws.com:443');
    expect(error.todo).toMatch(todo);
    expect(error.message).not.toContain('hunter2');
  });
});

describe('a subject that is new in every run', () => {
  const ROLE = {
    arn: 'arn:aws:iam::123456789012:role/ci',
    sessionName: 's',
    durationSeconds: 900,
    context: testContext(),
    mask: () => undefined
  };
  const answer = {
    operation: 'sts:AssumeRoleWithWebIdentity',
    name: 'AccessDenied',
    message: 'Not authorized'
  };
  const advice = (sub: string): string =>
    explainRefusal(new ActionError('PERMISSION_DENIED', { answer }), ROLE, { sub, aud: 'sts.amazonaws.com' })
      .todo;
  const SHA = '0123456789abcdef0123456789abcdef01234567';

  test.each([
    [
      `repo:o/r:ref:refs/heads/gh-readonly-queue/main/pr-12-${SHA}`,
      'repo:o/r:ref:refs/heads/gh-readonly-queue/main/*'
    ],
    [
      `repo:o@1/r@2:ref:refs/heads/gh-readonly-queue/release/v1/pr-12-${SHA}`,
      'repo:o@1/r@2:ref:refs/heads/gh-readonly-queue/release/v1/*'
    ],
    ['repo:o/r:ref:refs/tags/v1.2.3', 'repo:o/r:ref:refs/tags/*']
  ])('%s: StringLike with what lasts', (sub, lasting) => {
    const text = advice(sub);
    expect(text).toContain('"StringLike"');
    expect(text).toContain(`"token.actions.githubusercontent.com:sub": "${lasting}"`);
    expect(text).toMatch(/"StringEquals": \{\s*"token.actions.githubusercontent.com:aud"/);
  });

  test.each(['repo:o/r:ref:refs/heads/main', 'repo:o/r:pull_request', 'repo:o@1/r@2:environment:prod'])(
    '%s lasts: StringEquals',
    (sub) => {
      const text = advice(sub);
      expect(text).not.toContain('StringLike');
      expect(text).toContain(`:sub": "${sub}"`);
      expect(text.includes('ids of owner and repository')).toBe(sub.includes('@'));
    }
  );
});
