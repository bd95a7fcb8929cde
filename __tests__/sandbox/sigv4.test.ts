import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../sandbox/server.js';
import { call, presign, send, sign, whoAmI, type Message, type Signing } from './client.js';

const minute = 60_000;
const list: Message = { method: 'GET', path: '/buckets', headers: {} };
const glue: Message = {
  method: 'POST',
  path: '/',
  headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': 'AWSGlue.GetDatabases' },
  body: '{}'
};
const object: Message = { method: 'GET', path: '/abc--table-s3/data/one', headers: {} };
const requests: Record<string, Message> = { s3tables: list, glue, sts: whoAmI, s3: object };

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** Status and code of the refusal of a call that was signed in this way. */
async function refusal(
  signing: Signing,
  change: (message: Message) => Message = (it) => it
): Promise<string> {
  const message = change(await sign(sandbox.url, requests[signing.service]!, signing));
  const { status, headers, text } = await send(sandbox.url, message);
  const inXml = /<Code>(.*?)<\/Code>/.exec(text)?.[1];
  return `${status} ${inXml ?? String(headers['x-amzn-errortype'])}`;
}

describe('what is refused, in the words of each service', () => {
  test.each([
    ['s3tables', '403 UnrecognizedClientException'],
    ['glue', '400 UnrecognizedClientException'],
    ['sts', '403 InvalidClientTokenId'],
    ['s3', '403 InvalidAccessKeyId']
  ])('%s: an unknown access key', async (service, expected) => {
    expect(await refusal({ service, accessKeyId: 'AKIANOBODY' })).toBe(expected);
  });

  test.each([
    ['s3tables', '403 InvalidSignatureException'],
    ['glue', '400 InvalidSignatureException'],
    ['sts', '403 SignatureDoesNotMatch'],
    ['s3', '403 SignatureDoesNotMatch']
  ])('%s: a wrong secret', async (service, expected) => {
    expect(await refusal({ service, secretAccessKey: 'wrong' })).toBe(expected);
  });

  test.each([
    ['s3tables', '403 ExpiredTokenException'],
    ['glue', '400 ExpiredTokenException'],
    ['sts', '403 ExpiredToken'],
    ['s3', '400 ExpiredToken']
  ])('%s: an expired session token', async (service, expected) => {
    expect(await refusal({ service, sessionToken: 'expired' })).toBe(expected);
  });

  test.each([
    ['s3tables', '403 InvalidSignatureException'],
    ['glue', '400 InvalidSignatureException'],
    ['sts', '403 SignatureDoesNotMatch'],
    ['s3', '403 RequestTimeTooSkewed']
  ])('%s: a clock that is 16 minutes off, either way', async (service, expected) => {
    for (const off of [-16 * minute, 16 * minute]) {
      expect(await refusal({ service, date: new Date(Date.now() + off) })).toBe(expected);
    }
  });

  test.each([
    ['s3tables', '403 InvalidSignatureException'],
    ['sts', '403 SignatureDoesNotMatch'],
    ['s3', '400 AuthorizationHeaderMalformed']
  ])('%s: a region that AWS does not have, and one of another partition', async (service, expected) => {
    expect(await refusal({ service, region: 'mars-north-1' })).toBe(expected);
    expect(await refusal({ service, region: 'us-gov-west-1' })).toBe(expected);
  });

  test.each([
    ['s3tables', '403 MissingAuthenticationTokenException'],
    ['glue', '400 MissingAuthenticationTokenException'],
    ['sts', '403 MissingAuthenticationToken'],
    ['s3', '403 AccessDenied']
  ])('%s: no signature', async (service, expected) => {
    const bare = ({ headers, ...message }: Message): Message => ({
      ...message,
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization'))
    });
    expect(await refusal({ service }, bare)).toBe(expected);
  });

  test('a clock that is 14 minutes off, and a session token, are fine', async () => {
    const late = { service: 'sts', date: new Date(Date.now() - 14 * minute) };
    expect((await call(sandbox.url, whoAmI, late)).status).toBe(200);
    expect((await call(sandbox.url, whoAmI, { service: 'sts', sessionToken: 'any' })).status).toBe(200);
  });

  test('a service that the sandbox does not have is named', async () => {
    const answer = await call(sandbox.url, list, { service: 'lambda' });
    expect(answer.status).toBe(400);
    expect(JSON.parse(answer.text)).toMatchObject({
      __type: 'UnknownOperationException',
      message: 'The sandbox does not have the service lambda.'
    });
  });
});

describe('what was changed after signing is refused', () => {
  const mismatch = '403 SignatureDoesNotMatch';
  const set =
    (name: string, value: string) =>
    (message: Message): Message => ({ ...message, headers: { ...message.headers, [name]: value } });
  const authorization =
    (from: RegExp, to: string) =>
    (message: Message): Message =>
      set('authorization', message.headers['authorization']!.replace(from, to))(message);

  test('one digit of the signature', async () => {
    const flip = (message: Message): Message =>
      set(
        'authorization',
        message.headers['authorization']!.replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))
      )(message);
    expect(await refusal({ service: 'sts' }, flip)).toBe(mismatch);
  });

  test.each([
    ['the body', (it: Message): Message => ({ ...it, body: `${String(it.body)} ` })],
    ['the query', (it: Message): Message => ({ ...it, path: '/?a=b' })],
    ['the path', (it: Message): Message => ({ ...it, path: '/a' })],
    ['a signed header', set('content-type', 'application/x-www-form-urlencoded; charset=utf-8')],
    ['the date', set('x-amz-date', new Date(Date.now() + minute).toISOString().replace(/[-:]|\.\d+/g, ''))]
  ])('%s', async (_, change) => {
    expect(await refusal({ service: 'sts' }, change)).toBe(mismatch);
  });

  test('a header x-amz-… that was added, and a host that was not signed', async () => {
    expect(await refusal({ service: 'sts' }, set('x-amz-extra', '1'))).toBe(mismatch);
    expect(await refusal({ service: 's3' }, set('x-amz-extra', '1'))).toBe('403 AccessDenied');
    const unhosted = authorization(/host;/, '');
    expect(await refusal({ service: 's3' }, unhosted)).toBe('403 AccessDenied');
  });

  test.each([
    [/^AWS4-HMAC-SHA256/, 'AWS', '400 IncompleteSignature'],
    [/Signature=.*/, '', '400 IncompleteSignature'],
    [/SignedHeaders=[^,]*,/, '', '400 IncompleteSignature'],
    [/aws4_request/, 'aws5_request', '400 IncompleteSignature'],
    [/\/\d{8}\//, '/20200101/', '400 IncompleteSignature']
  ])('the authorization header, %s → "%s"', async (from, to, expected) => {
    const message = await sign(sandbox.url, whoAmI, { service: 'sts' });
    const answer = await send(sandbox.url, authorization(from, to)(message));
    expect(`${answer.status} ${String(/<Code>(.*?)</.exec(answer.text)?.[1])}`).toBe(expected);
  });
});

describe('presigned URLs', () => {
  const path = '/?Action=GetCallerIdentity&Version=2011-06-15';

  test('are as good as a header', async () => {
    const url = await presign(sandbox.url, path, { service: 'sts', expiresIn: 60 });
    const answer = await send(sandbox.url, { method: 'GET', path: url, headers: {} });
    expect(answer.text).toContain('user/sandbox');
    const token = await presign(sandbox.url, path, { service: 'sts', expiresIn: 60, sessionToken: 'any' });
    expect((await send(sandbox.url, { method: 'GET', path: token, headers: {} })).status).toBe(200);
  });

  test('expire', async () => {
    const date = new Date(Date.now() - 2 * minute);
    const s3 = await presign(sandbox.url, object.path, { service: 's3', expiresIn: 60, date });
    const expired = await send(sandbox.url, { method: 'GET', path: s3, headers: {} });
    expect(expired.status).toBe(403);
    expect(expired.text).toContain('<Code>AccessDenied</Code><Message>Request has expired</Message>');
    const fresh = await presign(sandbox.url, object.path, { service: 's3', expiresIn: 180, date });
    const answer = await send(sandbox.url, { method: 'GET', path: fresh, headers: {} });
    expect(answer.text).toContain('<Code>NoSuchBucket</Code>');
  });

  test('of signature version 2 are named as such', async () => {
    const path = `${object.path}?AWSAccessKeyId=sandbox&Signature=abc&Expires=1`;
    const answer = await send(sandbox.url, { method: 'GET', path, headers: {} });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Please use AWS4-HMAC-SHA256.');
  });

  test.each([
    [/X-Amz-Expires=60/, 'X-Amz-Expires=604801', 400],
    [/&X-Amz-Date=[^&]*/, '', 400],
    [/X-Amz-Expires=60/, 'X-Amz-Expires=61', 403],
    [/(X-Amz-Signature=)./, '$1x', 403]
  ])('%s → %s is refused', async (from, to, status) => {
    const url = await presign(sandbox.url, object.path, { service: 's3', expiresIn: 60 });
    const changed = url.replace(from, to);
    expect(changed).not.toBe(url);
    expect((await send(sandbox.url, { method: 'GET', path: changed, headers: {} })).status).toBe(status);
  });
});
