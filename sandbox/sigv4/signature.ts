import { createHash, createHmac } from 'node:crypto';
import type { RawRequest } from '../http/message.js';
import type { Authorization } from './authorization.js';
import { percentDecode, queryPairs, uriEncode } from './encoding.js';

/** SHA-256 in lower-case hex. */
export function sha256Hex(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

/** HMAC-SHA-256. */
export function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}

/** `20261122/us-east-1/s3/aws4_request` */
export function scopeOf(authorization: Authorization): string {
  return `${authorization.date}/${authorization.region}/${authorization.service}/aws4_request`;
}

/** The key that the signatures of one day, region and service are made with. */
export function signingKey(secret: string, authorization: Authorization): Buffer {
  const { date, region, service } = authorization;
  return [date, region, service, 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${secret}`));
}

/**
 * The canonical request of "Create a signed AWS API request" (IAM User Guide).
 * @param payloadHash its last line: the body's SHA-256, or S3's word for a body that is not hashed
 */
export function canonicalRequest(
  request: RawRequest,
  authorization: Authorization,
  payloadHash: string
): string {
  const { signedHeaders, service } = authorization;
  const headers = signedHeaders.map((name) => `${name}:${canonicalValue(request.headers[name] ?? '')}\n`);
  return [
    request.method,
    service === 's3' ? s3Path(request.path) : canonicalPath(request.path),
    canonicalQuery(request.queryText),
    headers.join(''),
    signedHeaders.join(';'),
    payloadHash
  ].join('\n');
}

/** What the signature is an HMAC of. */
export function stringToSign(authorization: Authorization, canonical: string): string {
  return ['AWS4-HMAC-SHA256', authorization.time, scopeOf(authorization), sha256Hex(canonical)].join('\n');
}

/** S3 signs the path as it is: each byte encoded once, no segment removed. */
function s3Path(path: string): string {
  return path
    .split('/')
    .map((segment) => uriEncode(percentDecode(segment)))
    .join('/');
}

/** Every other service: dot segments and doubled slashes removed, then what was encoded is encoded again. */
function canonicalPath(path: string): string {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(uriEncode(Buffer.from(segment, 'latin1')));
  }
  const trailing = kept.length > 0 && path.endsWith('/') ? '/' : '';
  return `/${kept.join('/')}${trailing}`;
}

/** Sorted by encoded name, then by encoded value; the signature of a presigned URL is not part of it. */
function canonicalQuery(queryText: string): string {
  return queryPairs(queryText)
    .map(([name, value]) => [uriEncode(name), uriEncode(value)] as const)
    .filter(([name]) => name !== 'X-Amz-Signature')
    .sort(([nameA, valueA], [nameB, valueB]) => compare(nameA, nameB) || compare(valueA, valueB))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function canonicalValue(value: string): string {
  return value.trim().replace(/\s+/g, ' ');
}
