import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand
} from '@aws-sdk/client-s3';
import { newObject } from '../../sandbox/s3/objects.js';
import { startSandbox, type Sandbox } from '../../sandbox/server.js';
import { call, send, sign } from './client.js';

const Bucket = 'c0ffee--table-s3';
const credentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };

let sandbox: Sandbox;
let s3: S3Client;
beforeAll(async () => {
  sandbox = await startSandbox();
  sandbox.account.region('us-east-1').s3.buckets.set(Bucket, new Map());
  s3 = client('us-east-1');
});
afterAll(async () => {
  s3.destroy();
  await sandbox.close();
});

function client(region: string): S3Client {
  return new S3Client({ endpoint: sandbox.url, region, credentials, maxAttempts: 1 });
}

async function put(Key: string, Body: string | Buffer): Promise<string> {
  const { ETag } = await s3.send(new PutObjectCommand({ Bucket, Key, Body }));
  return ETag!;
}

describe('objects', () => {
  test('come back as they were put, with all that describes them', async () => {
    const Key = 'data/é a+b=c&d/ü.parquet';
    const Body = Buffer.from([0, 1, 2, 255]);
    const about = {
      ContentType: 'application/x-parquet',
      CacheControl: 'no-store',
      ContentEncoding: 'gzip',
      Metadata: { rows: '4' }
    };
    const made = await s3.send(new PutObjectCommand({ Bucket, Key, Body, ...about }));
    expect(made).toMatchObject({
      ETag: `"${createHash('md5').update(Body).digest('hex')}"`,
      ChecksumCRC32: 'P7I4JA==',
      ServerSideEncryption: 'AES256'
    });
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(Buffer.from(await got.Body!.transformToByteArray())).toEqual(Body);
    expect(got).toMatchObject({ ...about, ETag: made.ETag, ContentLength: 4, ChecksumCRC32: 'P7I4JA==' });
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key }));
    expect(head).toMatchObject({ ...about, ETag: made.ETag, ContentLength: 4, AcceptRanges: 'bytes' });
    expect([...sandbox.account.region('us-east-1').s3.buckets.get(Bucket)!.keys()]).toContain(Key);
  });

  test.each(['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const)(
    'a %s that does not fit is refused',
    async (algorithm) => {
      const good = {
        CRC32: 'y/Q5Jg==',
        CRC32C: '4waSgw==',
        CRC64NVME: 'rosUhgp5mIg=',
        SHA1: '98O8HYCOBHMq32eZZczDTKeuNEE=',
        SHA256: 'FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU='
      }[algorithm];
      const [Key, Body, name] = [`checksum/${algorithm}`, '123456789', `Checksum${algorithm}`];
      const made = await s3.send(new PutObjectCommand({ Bucket, Key, Body, [name]: good }));
      expect(made).toMatchObject({ [name]: good, ChecksumType: 'FULL_OBJECT' });
      const bad = new PutObjectCommand({ Bucket, Key, Body: 'other', [name]: good });
      await expect(s3.send(bad)).rejects.toMatchObject({ name: 'BadDigest' });
      const short = new PutObjectCommand({ Bucket, Key, Body, [name]: 'AA==' });
      await expect(s3.send(short)).rejects.toMatchObject({ name: 'InvalidRequest' });
    }
  );

  test('Content-MD5 is checked', async () => {
    const of = (ContentMD5: string): PutObjectCommand =>
      new PutObjectCommand({ Bucket, Key: 'md5', Body: 'a', ContentMD5 });
    await expect(s3.send(of('DMF1ucDxtqgxw5niaXcmYQ=='))).resolves.toBeDefined();
    await expect(s3.send(of('DMF1ucDxtqgxw5niaXcmYg=='))).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(s3.send(of('AA=='))).rejects.toMatchObject({ name: 'InvalidDigest' });
  });

  test('a stream comes in chunks, with its checksum behind it', async () => {
    const Key = 'streamed';
    const Body = Readable.from([Buffer.from('streamed '), Buffer.alloc(70_000, 'x')]);
    await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentLength: 70_009 }));
    const head = await s3.send(new HeadObjectCommand({ Bucket, Key, ChecksumMode: 'ENABLED' }));
    expect(head).toMatchObject({ ContentLength: 70_009, ChecksumCRC32: expect.any(String) });
    expect(head.ContentEncoding).toBeUndefined();
  });

  test.each([
    ['as it should be', {}, '200 undefined'],
    ['another checksum', { 'y/Q5Jg==': 'y/Q5Jw==' }, '400 BadDigest'],
    ['a checksum that was not announced', { 'crc32:': 'sha1:' }, '400 MalformedTrailerError'],
    ['no checksum', { 'x-amz-checksum-crc32:y/Q5Jg==\r\n': '' }, '400 MalformedTrailerError'],
    ['less than was said', { '9\r\n123456789': '8\r\n12345678' }, '400 IncompleteBody'],
    ['a chunk that ends early', { '9\r\n': 'a\r\n' }, '400 IncompleteBody']
  ])('chunks and a trailer: %s', async (_, changes, expected) => {
    const whole = '9\r\n123456789\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n';
    const body = Object.entries(changes).reduce((text, [from, to]) => text.replace(from, to), whole);
    const headers = {
      'content-encoding': 'aws-chunked',
      'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
      'x-amz-decoded-content-length': '9',
      'x-amz-trailer': 'x-amz-checksum-crc32'
    };
    const message = { method: 'PUT', path: `/${Bucket}/chunks`, headers, body };
    const { status, text } = await call(sandbox.url, message, { service: 's3' });
    expect(`${status} ${/<Code>(.*?)</.exec(text)?.[1]}`).toBe(expected);
  });

  test('a body other than the one whose hash was signed is refused', async () => {
    const message = { method: 'PUT', path: `/${Bucket}/hash`, headers: {}, body: 'signed' };
    const signed = await sign(sandbox.url, message, { service: 's3' });
    const { status, text } = await send(sandbox.url, { ...signed, body: 'forged' });
    expect(status).toBe(400);
    expect(text).toContain('<Code>XAmzContentSHA256Mismatch</Code>');
    const get = { method: 'GET', path: `/${Bucket}/hash`, headers: {} };
    expect((await call(sandbox.url, get, { service: 's3' })).status).toBe(404);
  });

  test('48 MB pass', async () => {
    const Body = Buffer.alloc(48 * 1024 * 1024, 'large ');
    const ETag = await put('large', Body);
    expect(ETag).toBe(`"${createHash('md5').update(Body).digest('hex')}"`);
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'large' }));
    expect(Buffer.from(await got.Body!.transformToByteArray()).equals(Body)).toBe(true);
  });

  test('headers with a meaning that the buckets do not have are refused', async () => {
    const command = new PutObjectCommand({ Bucket, Key: 'acl', Body: 'a', ACL: 'public-read' });
    await expect(s3.send(command)).rejects.toMatchObject({ name: 'NotImplemented' });
    const cold = new PutObjectCommand({ Bucket, Key: 'acl', Body: 'a', StorageClass: 'GLACIER' });
    await expect(s3.send(cold)).rejects.toMatchObject({ name: 'NotImplemented' });
  });
});

describe('conditions', () => {
  test('If-None-Match: * puts only what is not there', async () => {
    const command = new PutObjectCommand({ Bucket, Key: 'once', Body: 'a', IfNoneMatch: '*' });
    await s3.send(command);
    await expect(s3.send(command)).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 }
    });
    const odd = new PutObjectCommand({ Bucket, Key: 'once', Body: 'a', IfNoneMatch: '"abc"' });
    await expect(s3.send(odd)).rejects.toMatchObject({ name: 'NotImplemented' });
  });

  test('If-Match puts only over the version named', async () => {
    const first = await put('versioned', 'one');
    const over = (Key: string, IfMatch: string): PutObjectCommand =>
      new PutObjectCommand({ Bucket, Key, Body: 'two', IfMatch });
    await expect(s3.send(over('versioned', first))).resolves.toBeDefined();
    await expect(s3.send(over('versioned', first))).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(s3.send(over('nothing', first))).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test('reads', async () => {
    const ETag = await put('read', 'text');
    const read = (conditions: object): Promise<unknown> =>
      s3.send(new GetObjectCommand({ Bucket, Key: 'read', ...conditions }));
    const notModified = { $metadata: { httpStatusCode: 304 } };
    const future = new Date(Date.now() + 3_600_000);
    await expect(read({ IfMatch: ETag, IfUnmodifiedSince: new Date(0) })).resolves.toBeDefined();
    await expect(read({ IfNoneMatch: '"other"', IfModifiedSince: future })).resolves.toBeDefined();
    await expect(read({ IfModifiedSince: new Date(0) })).resolves.toBeDefined();
    await expect(read({ IfMatch: '"other"' })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await expect(read({ IfUnmodifiedSince: new Date(0) })).rejects.toMatchObject({
      name: 'PreconditionFailed'
    });
    await expect(read({ IfNoneMatch: ETag })).rejects.toMatchObject(notModified);
    await expect(read({ IfModifiedSince: future })).rejects.toMatchObject(notModified);
  });
});

describe('ranges', () => {
  beforeAll(() => put('digits', '0123456789'));

  test.each([
    ['bytes=2-4', '234', 'bytes 2-4/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-30', '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10']
  ])('%s', async (Range, text, ContentRange) => {
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'digits', Range }));
    expect(await got.Body!.transformToString()).toBe(text);
    expect(got).toMatchObject({ ContentRange, $metadata: { httpStatusCode: 206 } });
    expect(got.ChecksumCRC32).toBeUndefined();
  });

  test.each(['bytes=10-', 'bytes=-0', 'bytes=11-12'])('%s cannot be satisfied', async (Range) => {
    await expect(s3.send(new GetObjectCommand({ Bucket, Key: 'digits', Range }))).rejects.toMatchObject({
      name: 'InvalidRange',
      $metadata: { httpStatusCode: 416 }
    });
  });

  test.each(['bytes=4-2', 'lines=1-2', 'bytes=0-1,3-4', 'bytes=-'])('%s is ignored', async (Range) => {
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'digits', Range }));
    expect(await got.Body!.transformToString()).toBe('0123456789');
  });
});

describe('what is not there', () => {
  test('a key, a bucket, a bucket of another region', async () => {
    const get = (Name: string): GetObjectCommand => new GetObjectCommand({ Bucket: Name, Key: 'none' });
    await expect(s3.send(get(Bucket))).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3.send(get('no-such-bucket'))).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(client('eu-west-1').send(get(Bucket))).rejects.toMatchObject({
      name: 'PermanentRedirect',
      $response: { headers: { 'x-amz-bucket-region': 'us-east-1' } }
    });
    const head = new HeadObjectCommand({ Bucket, Key: 'none' });
    await expect(s3.send(head)).rejects.toMatchObject({ name: 'NotFound' });
  });

  test('operations other than those of table data', async () => {
    await put('kept', 'a');
    const denied = { name: 'MethodNotAllowed', $metadata: { httpStatusCode: 405 } };
    await expect(s3.send(new ListObjectsV2Command({ Bucket }))).rejects.toMatchObject(denied);
    await expect(s3.send(new DeleteObjectCommand({ Bucket, Key: 'kept' }))).rejects.toMatchObject(denied);
    const names = sandbox.calls().map((call) => `${call.operation} ${call.status}`);
    expect(names.slice(-2)).toEqual(['ListObjectsV2 405', 'DeleteObject 405']);
    await expect(s3.send(new HeadObjectCommand({ Bucket, Key: 'kept' }))).resolves.toBeDefined();
  });
});

describe('multipart uploads', () => {
  const big = Buffer.alloc(5 * 1024 * 1024, 'a');

  async function upload(Key: string, bodies: readonly Buffer[], more: { ChecksumAlgorithm?: 'SHA256' } = {}) {
    const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key, ...more }));
    const Parts: { PartNumber: number; ETag: string }[] = [];
    for (const [at, Body] of bodies.entries()) {
      const part = { Bucket, Key, UploadId, PartNumber: at + 1, Body, ...more };
      const { ETag } = await s3.send(new UploadPartCommand(part));
      Parts.push({ PartNumber: at + 1, ETag: ETag! });
    }
    return { where: { Bucket, Key, UploadId: UploadId! }, Parts };
  }

  function complete({ where, Parts }: Awaited<ReturnType<typeof upload>>, more: object = {}) {
    return s3.send(new CompleteMultipartUploadCommand({ ...where, MultipartUpload: { Parts }, ...more }));
  }

  test('make one object of their parts', async () => {
    const started = await upload('parts', [big, Buffer.from('tail')], {
      ChecksumAlgorithm: 'SHA256'
    });
    const { where } = started;
    const listed = await s3.send(new ListPartsCommand({ ...where, MaxParts: 1 }));
    expect(listed).toMatchObject({
      IsTruncated: true,
      NextPartNumberMarker: '1',
      Parts: [{ Size: big.length }]
    });
    const rest = await s3.send(new ListPartsCommand({ ...where, PartNumberMarker: '1' }));
    expect(rest).toMatchObject({ IsTruncated: false, Parts: [{ PartNumber: 2, Size: 4 }] });
    const done = await complete(started);
    expect(done.ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
    expect(done).toMatchObject({ ChecksumType: 'COMPOSITE', ChecksumSHA256: expect.stringMatching(/-2$/) });
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'parts' }));
    expect(got).toMatchObject({ ETag: done.ETag, ContentLength: big.length + 4 });
    expect(
      Buffer.from(await got.Body!.transformToByteArray()).equals(Buffer.concat([big, Buffer.from('tail')]))
    ).toBe(true);
    await expect(s3.send(new ListPartsCommand(where))).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });

  test('are refused when the parts are not right', async () => {
    const small = await upload('small', [Buffer.from('a'), Buffer.from('b')]);
    await expect(complete(small)).rejects.toMatchObject({ name: 'EntityTooSmall' });
    const reversed = { ...small, Parts: [...small.Parts].reverse() };
    await expect(complete(reversed)).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    const missing = { ...small, Parts: [{ PartNumber: 3, ETag: '"abc"' }] };
    await expect(complete(missing)).rejects.toMatchObject({ name: 'InvalidPart' });
    await expect(complete({ ...small, Parts: [] })).rejects.toMatchObject({ name: 'MalformedXML' });
    await expect(complete({ ...small, Parts: [small.Parts[1]!] })).resolves.toBeDefined();
  });

  test('heed If-None-Match, and end with an abort', async () => {
    await put('taken', 'a');
    const { where, Parts } = await upload('taken', [Buffer.from('b')]);
    await expect(complete({ where, Parts }, { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed'
    });
    await s3.send(new AbortMultipartUploadCommand(where));
    await expect(complete({ where, Parts })).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });
});

test('objects that were not put over the wire are read as any other', async () => {
  const objects = sandbox.account.region('us-east-1').s3.buckets.get(Bucket)!;
  objects.set('metadata/a.json', newObject(Buffer.from('{}'), 'application/json'));
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'metadata/a.json' }));
  expect(await got.Body!.transformToString()).toBe('{}');
});
