import { randomUUID } from 'node:crypto';
import { S3Refusal, s3XmlReply, xmlElements } from '../protocol/s3-xml.js';
import type { SandboxReply, SandboxRequest } from '../service.js';
import { openBucket, type Address } from './address.js';
import { checkLength } from './length.js';
import { algorithmOf, checksumElement, checksumOf, typeOf, verifyChecksum } from './checksums.js';
import { describe, encryptionHeaders, etagOf } from './objects.js';
import type { Checksum, MultipartUpload } from './state.js';

const maxParts = 10_000;

/** CreateMultipartUpload. */
export function createUpload(request: SandboxRequest, { bucket, key }: Address): SandboxReply {
  openBucket(request.region, bucket);
  const { headers } = request;
  const name = headers['x-amz-checksum-algorithm'];
  const algorithm = name === undefined ? undefined : algorithmOf(name);
  const asked = headers['x-amz-checksum-type'];
  const checksumType = typeOf(algorithm ?? withoutAlgorithm(asked), asked);
  const id = randomUUID().replaceAll('-', '');
  request.region.s3.uploads.set(id, {
    bucket,
    key,
    ...describe(request),
    ...(algorithm && { algorithm }),
    checksumType,
    parts: new Map()
  });
  const said = algorithm && {
    'x-amz-checksum-algorithm': algorithm.toUpperCase(),
    'x-amz-checksum-type': checksumType
  };
  const xml = xmlElements({ Bucket: bucket, Key: key, UploadId: id });
  return s3XmlReply('InitiateMultipartUploadResult', xml, { ...encryptionHeaders, ...said });
}

/** A type is only meant together with an algorithm. Throws InvalidRequest (400). */
function withoutAlgorithm(asked: string | undefined): 'crc64nvme' {
  if (asked === undefined) return 'crc64nvme';
  const message = 'The x-amz-checksum-type header can only be used with the x-amz-checksum-algorithm header.';
  throw new S3Refusal(400, 'InvalidRequest', message);
}

/** UploadPart. A part sent again replaces the one before. */
export function uploadPart(request: SandboxRequest, address: Address): SandboxReply {
  const { upload } = openUpload(request, address);
  const number = Number(request.query.get('partNumber'));
  if (!Number.isInteger(number) || number < 1 || number > maxParts) {
    const message = `Part number must be an integer between 1 and ${maxParts}, inclusive`;
    throw new S3Refusal(400, 'InvalidArgument', message);
  }
  const { body, headers } = request;
  checkLength(headers);
  const checksum = partChecksum(upload, verifyChecksum(headers, body), body);
  const part = { body, etag: etagOf(body), lastModified: new Date(), ...(checksum && { checksum }) };
  upload.parts.set(number, part);
  const checked = checksum && { [`x-amz-checksum-${checksum.algorithm}`]: checksum.value };
  return { status: 200, headers: { etag: part.etag, ...encryptionHeaders, ...checked } };
}

/** A part's checksum is of the kind that the upload was made for, computed where it was not sent. */
function partChecksum(
  { algorithm }: MultipartUpload,
  sent: Checksum | undefined,
  body: Buffer
): Checksum | undefined {
  if (!algorithm || sent?.algorithm === algorithm) return sent;
  if (!sent) return { algorithm, value: checksumOf(algorithm, body), type: 'FULL_OBJECT' };
  throw new S3Refusal(
    400,
    'InvalidRequest',
    `Checksum Type mismatch occurred, expected checksum Type: ${algorithm}, actual checksum Type: ${sent.algorithm}`
  );
}

/** AbortMultipartUpload. */
export function abortUpload(request: SandboxRequest, address: Address): SandboxReply {
  const { id } = openUpload(request, address);
  request.region.s3.uploads.delete(id);
  return { status: 204 };
}

/** ListParts, in pages of `max-parts`. */
export function listParts(request: SandboxRequest, address: Address): SandboxReply {
  const { id, upload } = openUpload(request, address);
  const marker = Number(request.query.get('part-number-marker') ?? '0');
  const limit = Math.min(Number(request.query.get('max-parts') ?? '1000'), 1000);
  if (!Number.isInteger(marker) || !Number.isInteger(limit) || marker < 0 || limit < 0) {
    throw new S3Refusal(400, 'InvalidArgument', 'max-parts and part-number-marker must be whole numbers');
  }
  const after = [...upload.parts].sort(([a], [b]) => a - b).filter(([number]) => number > marker);
  const page = after.slice(0, limit);
  const parts = page.map(([number, part]) => {
    const about = { PartNumber: number, LastModified: part.lastModified.toISOString(), ETag: part.etag };
    return `<Part>${xmlElements({ ...about, Size: part.body.length, ...checksumElement(part.checksum) })}</Part>`;
  });
  const head = xmlElements({
    Bucket: address.bucket,
    Key: address.key,
    UploadId: id,
    StorageClass: 'STANDARD',
    PartNumberMarker: marker,
    NextPartNumberMarker: page.at(-1)?.[0] ?? 0,
    MaxParts: limit,
    IsTruncated: String(after.length > page.length)
  });
  return s3XmlReply('ListPartsResult', head + parts.join(''));
}

/** The upload that a request names. Throws NoSuchUpload, NoSuchBucket (404). */
export function openUpload(
  request: SandboxRequest,
  { bucket, key }: Address
): { id: string; upload: MultipartUpload } {
  openBucket(request.region, bucket);
  const id = request.query.get('uploadId') ?? '';
  const upload = request.region.s3.uploads.get(id);
  if (upload?.bucket === bucket && upload.key === key) return { id, upload };
  throw new S3Refusal(
    404,
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    { elements: { UploadId: id } }
  );
}
