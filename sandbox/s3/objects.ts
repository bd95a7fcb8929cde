import { createHash } from 'node:crypto';
import { S3Refusal } from '../protocol/s3-xml.js';
import type { SandboxReply, SandboxRequest } from '../service.js';
import { openBucket, type Address } from './address.js';
import { checksumHeaders, verifyChecksum } from './checksums.js';
import { checkRead, checkWrite, noSuchKey } from './conditions.js';
import { checkLength } from './length.js';
import { readRange } from './range.js';
import type { StoredObject } from './state.js';

/** Headers that S3 keeps with an object, beside `x-amz-meta-…`. */
const kept = ['cache-control', 'content-disposition', 'content-encoding', 'content-language', 'expires'];

/** Headers whose meaning the warehouse buckets do not have. */
const refused = ['x-amz-acl', 'x-amz-tagging', 'x-amz-website-redirect-location', 'x-amz-object-lock-mode'];

/** What every answer about an object says of its encryption. */
export const encryptionHeaders = { 'x-amz-server-side-encryption': 'AES256' } as const;

/** An object with these bytes, put now; its ETag is the MD5, as S3's is. */
export function newObject(body: Buffer, contentType: string): StoredObject {
  return { body, contentType, etag: etagOf(body), lastModified: new Date() };
}

/** The quoted MD5. */
export function etagOf(body: Buffer): string {
  return `"${createHash('md5').update(body).digest('hex')}"`;
}

/** The content type and the headers to keep of an object being made. Throws NotImplemented (501). */
export function describe(request: SandboxRequest): Pick<StoredObject, 'contentType'> & {
  headers: Record<string, string>;
} {
  const { headers } = request;
  const storage = headers['x-amz-storage-class'] ?? 'STANDARD';
  const strange = storage === 'STANDARD' ? refused.find((name) => name in headers) : 'x-amz-storage-class';
  if (strange !== undefined) {
    throw new S3Refusal(
      501,
      'NotImplemented',
      'A header you provided implies functionality that is not implemented',
      { elements: { Header: strange } }
    );
  }
  const entries = Object.entries(headers).filter(
    ([name]) => kept.includes(name) || name.startsWith('x-amz-meta-')
  );
  return { contentType: headers['content-type'] ?? 'binary/octet-stream', headers: unframed(entries) };
}

/** PutObject. */
export function putObject(request: SandboxRequest, { bucket, key }: Address): SandboxReply {
  const objects = openBucket(request.region, bucket);
  checkLength(request.headers);
  const described = describe(request);
  const checksum = verifyChecksum(request.headers, request.body);
  checkWrite(request.headers, key, objects.get(key));
  const object = {
    ...newObject(request.body, described.contentType),
    headers: described.headers,
    ...(checksum && { checksum })
  };
  objects.set(key, object);
  return { status: 200, headers: { etag: object.etag, ...encryptionHeaders, ...checksumHeaders(checksum) } };
}

/** GetObject and HeadObject, which differ in the method alone. */
export function getObject(request: SandboxRequest, { bucket, key }: Address): SandboxReply {
  const object = openBucket(request.region, bucket).get(key);
  if (!object) throw noSuchKey(key);
  checkRead(request.headers, object);
  const range = readRange(request.headers['range'], object.body.length);
  const headers = { ...objectHeaders(object), ...overrides(request.query) };
  if (range) {
    const contentRange = `bytes ${range.first}-${range.last}/${object.body.length}`;
    const body = object.body.subarray(range.first, range.last + 1);
    return { status: 206, headers: { ...headers, 'content-range': contentRange }, body };
  }
  const wanted = request.headers['x-amz-checksum-mode']?.toUpperCase() === 'ENABLED';
  const checksum = wanted ? checksumHeaders(object.checksum) : {};
  return { status: 200, headers: { ...headers, ...checksum }, body: object.body };
}

function objectHeaders(object: StoredObject): Record<string, string> {
  return {
    'accept-ranges': 'bytes',
    'content-type': object.contentType,
    etag: object.etag,
    'last-modified': object.lastModified.toUTCString(),
    ...encryptionHeaders,
    ...object.headers
  };
}

/** `response-content-type=…` and its like replace the header in the answer. */
function overrides(query: URLSearchParams): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const name of ['content-type', ...kept]) {
    const value = query.get(`response-${name}`);
    if (value === null) continue;
    if (/[^\t\x20-\x7e]/.test(value)) {
      throw new S3Refusal(400, 'InvalidArgument', `The value of response-${name} is not a header value.`);
    }
    headers[name] = value;
  }
  return headers;
}

/** `aws-chunked` describes the transfer; S3 does not keep it. */
function unframed(entries: [string, string][]): Record<string, string> {
  const headers = Object.fromEntries(entries);
  const encoding = headers['content-encoding']
    ?.split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'aws-chunked');
  delete headers['content-encoding'];
  return encoding?.length ? { ...headers, 'content-encoding': encoding.join(',') } : headers;
}
