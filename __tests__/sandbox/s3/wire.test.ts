import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../../sandbox/server.js';
import { call, send, sign, type Answer } from '../client.js';

const bucket = 'c0ffee--table-s3';
const body = '123456789';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => {
  sandbox.reset();
  sandbox.account.region('us-east-1').s3.buckets.set(bucket, new Map());
});
afterAll(() => sandbox.close());

function s3(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  text?: string
): Promise<Answer> {
  const content = text === undefined ? {} : { 'content-length': String(Buffer.byteLength(text)) };
  const message = {
    method,
    path,
    headers: { ...content, ...headers },
    ...(text !== undefined && { body: text })
  };
  return call(sandbox.url, message, { service: 's3' });
}

const element = (answer: Answer, name: string): string | undefined =>
  new RegExp(`<${name}>([^<]*)</${name}>`).exec(answer.text)?.[1];

/** Of `123456789`, by Python's hashlib and xxhash. */
const checksums = {
  md5: 'JfnnlDI7RTiF9RgfG2JNCw==',
  sha512: '2eZ2LdHI6vbWGzxhkvxAjU1tXxF20MKRabwk5xw/J0rSf81YEbMT1oH35V7ALXPUmclUVba1u1A6z1dPuo/+hQ==',
  xxhash64: 'jLhB20DmroM=',
  xxhash3: 'ctyxi2ehff8=',
  xxhash128: 'MxGUd+3l3NXpcWQnaB1YYA=='
};

describe.each(Object.entries(checksums))('%s', (algorithm, value) => {
  const name = `x-amz-checksum-${algorithm}`;

  test('is checked, kept and told', async () => {
    const put = await s3('PUT', `/${bucket}/a`, { [name]: value }, body);
    expect(put).toMatchObject({
      status: 200,
      headers: { [name]: value, 'x-amz-checksum-type': 'FULL_OBJECT' }
    });
    const got = await s3('GET', `/${bucket}/a`, { 'x-amz-checksum-mode': 'ENABLED' });
    expect(got).toMatchObject({ text: body, headers: { [name]: value } });
    const bad = await s3('PUT', `/${bucket}/a`, { [name]: value }, 'another');
    expect([bad.status, element(bad, 'Code')]).toEqual([400, 'BadDigest']);
  });

  test('may come behind the body', async () => {
    const framed = `9\r\n${body}\r\n0\r\n${name}:${value}\r\n\r\n`;
    const headers = {
      'content-encoding': 'aws-chunked',
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      'x-amz-decoded-content-length': '9',
      'x-amz-trailer': name
    };
    expect((await s3('PUT', `/${bucket}/a`, headers, framed)).status).toBe(200);
    const other = framed.replace(value, `AAAA${value.slice(4)}`);
    expect(element(await s3('PUT', `/${bucket}/a`, headers, other), 'Code')).toBe('BadDigest');
  });

  test('sums up an upload part by part only', async () => {
    const headers = { 'x-amz-checksum-algorithm': algorithm.toUpperCase() };
    const whole = await s3('POST', `/${bucket}/a?uploads=`, {
      ...headers,
      'x-amz-checksum-type': 'FULL_OBJECT'
    });
    expect([whole.status, element(whole, 'Code')]).toEqual([400, 'InvalidRequest']);
    const started = await s3('POST', `/${bucket}/a?uploads=`, headers);
    expect(started.headers).toMatchObject({ 'x-amz-checksum-type': 'COMPOSITE' });
  });
});

test.each([
  ['CRC32', 'COMPOSITE', 200],
  ['CRC32', 'FULL_OBJECT', 200],
  ['CRC32C', 'FULL_OBJECT', 200],
  ['CRC64NVME', 'FULL_OBJECT', 200],
  ['CRC64NVME', 'COMPOSITE', 400],
  ['SHA1', 'COMPOSITE', 200],
  ['SHA1', 'FULL_OBJECT', 400],
  ['SHA256', 'COMPOSITE', 200],
  ['SHA256', 'FULL_OBJECT', 400],
  ['SHA256', 'WHOLE', 400],
  ['SHA3', 'COMPOSITE', 400]
])('an upload in parts with %s of type %s: %d', async (algorithm, type, status) => {
  const headers = { 'x-amz-checksum-algorithm': algorithm, 'x-amz-checksum-type': type };
  expect((await s3('POST', `/${bucket}/a?uploads=`, headers)).status).toBe(status);
});

describe('the end of an upload in parts', () => {
  const headers = { 'x-amz-checksum-algorithm': 'CRC32', 'x-amz-checksum-type': 'FULL_OBJECT' };
  const part = (etag: string, crc32: string): string =>
    `<CompleteMultipartUpload><Part><ETag>${etag}</ETag><ChecksumCRC32>${crc32}</ChecksumCRC32>` +
    '<PartNumber>1</PartNumber></Part></CompleteMultipartUpload>';

  async function end(
    more: Record<string, string>,
    crc32 = 'y/Q5Jg=='
  ): Promise<[number, string | undefined]> {
    const id = element(await s3('POST', `/${bucket}/a?uploads=`, headers), 'UploadId') ?? '';
    const { headers: of } = await s3('PUT', `/${bucket}/a?partNumber=1&uploadId=${id}`, {}, body);
    const xml = part(String(of.etag), crc32);
    const answer = await s3('POST', `/${bucket}/a?uploadId=${id}`, more, xml);
    return [answer.status, element(answer, 'Code')];
  }

  test.each([
    [{}, [200, undefined]],
    [{ 'x-amz-checksum-crc32': 'y/Q5Jg==', 'x-amz-checksum-type': 'FULL_OBJECT' }, [200, undefined]],
    [{ 'x-amz-mp-object-size': '9' }, [200, undefined]],
    [{ 'x-amz-mp-object-size': '8' }, [400, 'InvalidRequest']],
    [{ 'x-amz-checksum-crc32': 'y/Q5Jw==' }, [400, 'BadDigest']],
    [{ 'x-amz-checksum-type': 'COMPOSITE' }, [400, 'InvalidRequest']]
  ])('with %j: %j', async (more, expected) => {
    expect(await end(more as Record<string, string>)).toEqual(expected);
  });

  test('with the checksum of another part is refused', async () => {
    expect(await end({}, 'y/Q5Jw==')).toEqual([400, 'InvalidPart']);
  });
});

describe('a body that does not say how long it is', () => {
  /** Node's own chunked transfer, which `send` avoids. */
  async function chunked(more: Record<string, string> = {}, text = body): Promise<Answer> {
    const headers = { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', ...more };
    const signed = await sign(
      sandbox.url,
      { method: 'PUT', path: `/${bucket}/a`, headers },
      { service: 's3' }
    );
    const { hostname, port } = new URL(sandbox.url);
    return new Promise((resolve, reject) => {
      const options = { hostname, port, method: 'PUT', path: `/${bucket}/a`, agent: false };
      const all = { ...signed.headers, 'transfer-encoding': 'chunked' };
      const outgoing = request({ ...options, headers: all }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (each: Buffer) => parts.push(each));
        response.on('end', () => {
          const bytes = Buffer.concat(parts);
          const { statusCode: status = 0, headers: back } = response;
          resolve({ status, headers: back, bytes, text: bytes.toString() });
        });
      });
      outgoing.on('error', reject);
      outgoing.end(text);
    });
  }

  test('is refused', async () => {
    const answer = await chunked();
    expect([answer.status, element(answer, 'Code')]).toEqual([411, 'MissingContentLength']);
    expect((await s3('GET', `/${bucket}/a`)).status).toBe(404);
  });

  test('is taken in the chunks of S3, which say it elsewhere', async () => {
    const answer = await chunked(
      {
        'content-encoding': 'aws-chunked',
        'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
        'x-amz-decoded-content-length': '9',
        'x-amz-trailer': 'x-amz-checksum-crc32'
      },
      `9\r\n${body}\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n`
    );
    expect(answer.status).toBe(200);
  });
});

describe('host names', () => {
  test.each([
    's3.us-east-1.amazonaws.com',
    's3.amazonaws.com',
    's3-us-east-1.amazonaws.com',
    's3-fips.us-east-1.amazonaws.com',
    's3.dualstack.us-east-1.amazonaws.com',
    's3-fips.dualstack.us-east-1.amazonaws.com',
    's3.cn-north-1.amazonaws.com.cn',
    's3.dualstack.eusc-de-east-1.amazonaws.eu',
    'localhost:4566',
    's3.localhost:4566'
  ])('the bucket may stand in front of %s, or behind it', async (host) => {
    await s3('PUT', `/${bucket}/a`, {}, body);
    expect((await s3('GET', '/a', { host: `${bucket}.${host}` })).text).toBe(body);
    expect((await s3('GET', `/${bucket}/a`, { host })).text).toBe(body);
  });

  test.each([
    ['s3tables', 's3tables-fips.us-east-1.amazonaws.com'],
    ['s3tables', 's3tables.us-east-1.api.aws'],
    ['s3tables', 's3tables.us-east-1.amazonaws.com'],
    ['glue', 'glue-fips.us-gov-west-1.amazonaws.com'],
    ['glue', 'glue.us-east-1.api.aws'],
    ['lakeformation', 'lakeformation-fips.us-east-1.api.aws'],
    ['lakeformation', 'lakeformation.cn-north-1.api.amazonwebservices.com.cn'],
    ['sts', 'sts.eusc-de-east-1.amazonaws.eu'],
    ['iam', 'iam.amazonaws.com'],
    ['s3', `${bucket}.s3-fips.dualstack.us-east-1.amazonaws.com:443`]
  ])('tell an unsigned call to %s from others: %s', async (service, host) => {
    await send(sandbox.url, { method: 'GET', path: '/', headers: { host } });
    expect(sandbox.calls()).toMatchObject([{ service, status: service === 'glue' ? 400 : 403 }]);
  });
});

test('the list of buckets has no warehouse in it, for those only who may ask', async () => {
  const listed = await s3('GET', '/?max-buckets=10');
  expect([listed.status, listed.text]).toEqual([200, expect.stringContaining('<Buckets></Buckets>')]);
  expect(sandbox.calls().map(({ operation }) => operation)).toEqual(['ListBuckets']);
});
