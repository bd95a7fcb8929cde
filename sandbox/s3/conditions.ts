import { S3Refusal } from '../protocol/s3-xml.js';
import type { StoredObject } from './state.js';

type Headers = Readonly<Record<string, string>>;

/**
 * Holds a write against its conditions: `If-None-Match: *` wants the key free, `If-Match` wants that version.
 * Throws PreconditionFailed (412), NoSuchKey (404), NotImplemented (501) for another `If-None-Match`.
 */
export function checkWrite(headers: Headers, key: string, there: StoredObject | undefined): void {
  const none = headers['if-none-match'];
  if (none !== undefined && none !== '*') {
    throw new S3Refusal(
      501,
      'NotImplemented',
      'A header you provided implies functionality that is not implemented',
      { elements: { Header: 'If-None-Match' } }
    );
  }
  if (none === '*' && there) throw failed('If-None-Match');
  const match = headers['if-match'];
  if (match === undefined) return;
  if (!there) throw noSuchKey(key);
  if (!names(match, there.etag)) throw failed('If-Match');
}

/**
 * Holds a read against its conditions, in the order of RFC 9110, section 13.2.2.
 * Throws PreconditionFailed (412) and NotModified (304).
 */
export function checkRead(headers: Headers, object: StoredObject): void {
  const match = headers['if-match'];
  const none = headers['if-none-match'];
  const changed = Math.floor(object.lastModified.getTime() / 1000) * 1000;
  if (match !== undefined) {
    if (!names(match, object.etag)) throw failed('If-Match');
  } else if (changed > time(headers['if-unmodified-since'])) {
    throw failed('If-Unmodified-Since');
  }
  if (none !== undefined) {
    if (names(none, object.etag)) throw notModified(object);
  } else if (changed <= time(headers['if-modified-since'])) {
    throw notModified(object);
  }
}

/** The refusal for a key that the bucket does not have. */
export function noSuchKey(key: string): S3Refusal {
  return new S3Refusal(404, 'NoSuchKey', 'The specified key does not exist.', { elements: { Key: key } });
}

function names(list: string, etag: string): boolean {
  const bare = (tag: string): string => tag.trim().replace(/^"|"$/g, '');
  return list.split(',').some((tag) => tag.trim() === '*' || bare(tag) === bare(etag));
}

/** A date that is not there, or is none, compares false with everything. */
function time(header: string | undefined): number {
  return header === undefined ? NaN : Date.parse(header);
}

function failed(condition: string): S3Refusal {
  return new S3Refusal(
    412,
    'PreconditionFailed',
    'At least one of the pre-conditions you specified did not hold',
    { elements: { Condition: condition } }
  );
}

function notModified(object: StoredObject): S3Refusal {
  const headers = { etag: object.etag, 'last-modified': object.lastModified.toUTCString() };
  return new S3Refusal(304, 'NotModified', 'Not Modified', { headers });
}
