import type { Region } from '../account.js';
import { S3Refusal } from '../protocol/s3-xml.js';
import type { SandboxRequest } from '../service.js';
import { percentDecode } from '../sigv4/encoding.js';
import { partitionOf } from '../sigv4/regions.js';
import type { StoredObject } from './state.js';

/** What a request is about; empty names stand for "none". */
export interface Address {
  readonly bucket: string;
  readonly key: string;
}

/** S3's own host names: with a region or without, FIPS, dual-stack, of every partition; and what resolves to this machine. */
const virtualHost =
  /^(?!s3\.localhost)(.+?)\.(?:(?:s3\.)?localhost|s3(?:-fips)?(?:\.dualstack)?(?:[.-][a-z0-9-]+)?\.amazonaws\.(?:com(?:\.cn)?|eu))(?::\d+)?$/i;
const maxKeyBytes = 1024;

/** The bucket and the key that a request names, in its host or in its path. Throws KeyTooLongError (400). */
export function addressOf(request: SandboxRequest): Address {
  const host = virtualHost.exec(request.headers['host'] ?? '');
  const path = request.path.slice(1);
  const cut = path.indexOf('/');
  const [first, rest] = cut < 0 ? [path, ''] : [path.slice(0, cut), path.slice(cut + 1)];
  const [bucket, key] = host ? [host[1]!, path] : [percentDecode(first).toString(), rest];
  const bytes = percentDecode(key);
  if (bytes.length > maxKeyBytes) {
    throw new S3Refusal(400, 'KeyTooLongError', 'Your key is too long', {
      elements: { Size: String(bytes.length), MaxSizeAllowed: String(maxKeyBytes) }
    });
  }
  return { bucket, key: bytes.toString() };
}

/**
 * The objects of a bucket.
 * Throws NoSuchBucket (404); PermanentRedirect (301) for a bucket of another region.
 */
export function openBucket(region: Region, bucket: string): Map<string, StoredObject> {
  const objects = region.s3.buckets.get(bucket);
  if (objects) return objects;
  const home = region.account.regions.find((other) => other.s3.buckets.has(bucket));
  if (!home) {
    throw new S3Refusal(404, 'NoSuchBucket', 'The specified bucket does not exist', {
      elements: { BucketName: bucket }
    });
  }
  throw new S3Refusal(
    301,
    'PermanentRedirect',
    'The bucket you are attempting to access must be addressed using the specified endpoint. ' +
      'Please send all future requests to this endpoint.',
    {
      elements: {
        Endpoint: `${bucket}.s3.${home.name}.${partitionOf(home.name)?.dnsSuffix}`,
        Bucket: bucket
      },
      headers: { 'x-amz-bucket-region': home.name }
    }
  );
}
