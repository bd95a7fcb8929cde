import { describe, expect, test } from '@jest/globals';
import type { RawRequest } from '../../sandbox/http/message.js';
import type { Authorization } from '../../sandbox/sigv4/authorization.js';
import { decodeChunks, type ChunkSigner } from '../../sandbox/sigv4/chunks.js';
import {
  canonicalRequest,
  hmac,
  scopeOf,
  sha256Hex,
  signingKey,
  stringToSign
} from '../../sandbox/sigv4/signature.js';

/** The key, the time and the results of the examples in the Amazon S3 API Reference, "Authenticating requests". */
const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
const example: Authorization = {
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  date: '20130524',
  region: 'us-east-1',
  service: 's3',
  signedHeaders: ['host', 'x-amz-content-sha256', 'x-amz-date'],
  signature: '',
  time: '20130524T000000Z'
};

function rawRequest(parts: Partial<RawRequest>): RawRequest {
  return { method: 'GET', path: '/', queryText: '', headers: {}, body: Buffer.alloc(0), ...parts };
}

function lineOf(service: string, request: Partial<RawRequest>, line: number): string | undefined {
  return canonicalRequest(rawRequest(request), { ...example, service }, '').split('\n')[line];
}

describe('the signature', () => {
  const empty = sha256Hex('');
  const headers = {
    host: 'examplebucket.s3.amazonaws.com',
    range: 'bytes=0-9',
    'x-amz-content-sha256': empty,
    'x-amz-date': example.time
  };

  test.each([
    [
      'GET Object',
      { path: '/test.txt' },
      ['host', 'range', 'x-amz-content-sha256', 'x-amz-date'],
      'f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41'
    ],
    [
      'GET Bucket Lifecycle',
      { queryText: 'lifecycle' },
      example.signedHeaders,
      'fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543'
    ],
    [
      'Get Bucket (List Objects)',
      { queryText: 'max-keys=2&prefix=J' },
      example.signedHeaders,
      '34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7'
    ]
  ])('of the documentation: %s', (_, request, signedHeaders, expected) => {
    const authorization = { ...example, signedHeaders };
    const canonical = canonicalRequest(rawRequest({ headers, ...request }), authorization, empty);
    const key = signingKey(secret, authorization);
    expect(hmac(key, stringToSign(authorization, canonical)).toString('hex')).toBe(expected);
  });

  test.each([
    ['s3', '/a%20b/c%3Dd', '/a%20b/c%3Dd'],
    ['s3', '/a//../b=c/', '/a//../b%3Dc/'],
    ['s3', '/%zz', '/%25zz'],
    ['s3tables', '/buckets/arn%3Aaws', '/buckets/arn%253Aaws'],
    ['s3tables', '/a//./b/../c=d/', '/a/c%3Dd/'],
    ['s3tables', '/../..', '/']
  ])('%s: the path %s is signed as %s', (service, path, expected) => {
    expect(lineOf(service, { path }, 1)).toBe(expected);
  });

  test('the query is sorted after encoding, without its signature', () => {
    const queryText = 'b=2&a=%2f&a=+&B&c=%7E&X-Amz-Signature=ff&%C3%A9=1';
    expect(lineOf('s3', { queryText }, 2)).toBe('%C3%A9=1&B=&a=%20&a=%2F&b=2&c=~');
  });

  test('the spaces of a header are squeezed', () => {
    expect(lineOf('s3', { headers: { host: '  a   b ' } }, 3)).toBe('host:a b');
  });
});

describe('aws-chunked', () => {
  const signer: ChunkSigner = {
    key: signingKey(secret, example),
    seed: '4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9',
    time: example.time,
    scope: scopeOf(example)
  };
  const chunks: [number, string][] = [
    [65_536, 'ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648'],
    [1024, '0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497'],
    [0, 'b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9']
  ];
  const framed = chunks
    .map(
      ([size, signature]) => `${size.toString(16)};chunk-signature=${signature}\r\n${'a'.repeat(size)}\r\n`
    )
    .join('');

  test('the signed chunks of the documentation', () => {
    const { body } = decodeChunks(Buffer.from(framed), signer, false);
    expect(body.equals(Buffer.alloc(66_560, 'a'))).toBe(true);
  });

  test.each([
    ['data', framed.replace('\r\na', '\r\nb')],
    ['a signature', framed.replace('ad80', 'ad81')],
    ['the last signature', framed.replace('b6c6', 'b6c7')],
    ['no signature', '1\r\na\r\n0\r\n\r\n']
  ])('a change of %s is seen', (_, changed) => {
    expect(() => decodeChunks(Buffer.from(changed), signer, false)).toThrow('mismatch');
  });

  /** `trailer-key`'s signature by the rule of the documentation, spelled out. */
  function trailerSignature(canonical: string): string {
    const last = chunks[2]![1];
    const text = `AWS4-HMAC-SHA256-TRAILER\n20130524T000000Z\n20130524/us-east-1/s3/aws4_request\n${last}\n`;
    return hmac(signer.key, text + sha256Hex(canonical)).toString('hex');
  }

  test('signed trailers are taken off and checked', () => {
    const start = framed.slice(0, -2);
    const good = `${start}x-amz-checksum-crc32c:sOO8/Q==\r\nx-amz-trailer-signature:${trailerSignature('x-amz-checksum-crc32c:sOO8/Q==\n')}\r\n\r\n`;
    expect(decodeChunks(Buffer.from(good), signer, true).trailers).toEqual({
      'x-amz-checksum-crc32c': 'sOO8/Q=='
    });
    expect(() => decodeChunks(Buffer.from(good.replace('sOO8', 'sOO9')), signer, true)).toThrow('mismatch');
    const unsigned = `${start}x-amz-checksum-crc32c:sOO8/Q==\r\n\r\n`;
    expect(() => decodeChunks(Buffer.from(unsigned), signer, true)).toThrow('not well-formed');
  });

  test('unsigned chunks with a trailer', () => {
    const text = '3\r\nabc\r\n2\r\nde\r\n0\r\nX-Amz-Checksum-CRC32: AAAAAA==\r\n\r\n';
    const payload = decodeChunks(Buffer.from(text), undefined, true);
    expect(payload.body.toString()).toBe('abcde');
    expect(payload.trailers).toEqual({ 'x-amz-checksum-crc32': 'AAAAAA==' });
  });

  test.each(['', 'abc', '5\r\nabc', '3\r\nabcd\r\n0\r\n\r\n', '3\r\nabc\r\n', '-1\r\n\r\n'])(
    'broken framing is refused: %j',
    (text) => {
      expect(() => decodeChunks(Buffer.from(text), undefined, false)).toThrow('not well-formed');
    }
  );
});
