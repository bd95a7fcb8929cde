import { createHash } from 'node:crypto';
import { S3Refusal, s3XmlReply, xmlElements } from '../protocol/s3-xml.js';
import type { SandboxReply, SandboxRequest } from '../service.js';
import { openBucket, type Address } from './address.js';
import { algorithmOf, checksumElement, checksumOf, compositeOf } from './checksums.js';
import { checkWrite } from './conditions.js';
import { encryptionHeaders } from './objects.js';
import { openUpload } from './multipart.js';
import type { Checksum, MultipartUpload, UploadedPart } from './state.js';

/** All parts but the last have at least this many bytes. */
const minPartBytes = 5 * 1024 * 1024;

interface NamedPart {
  readonly number: number;
  readonly etag: string;
  /** By the element's name: `ChecksumCRC32`. */
  readonly checksums: ReadonlyMap<string, string>;
}

/** CompleteMultipartUpload: the parts named in the body, in their order, become the object. */
export function completeUpload(request: SandboxRequest, address: Address): SandboxReply {
  const { bucket, key } = address;
  const { id, upload } = openUpload(request, address);
  const parts = chooseParts(upload, readParts(request.body.toString('utf8')));
  const objects = openBucket(request.region, bucket);
  checkWrite(request.headers, key, objects.get(key));
  const body = Buffer.concat(parts.map((part) => part.body));
  const checksum = objectChecksum(upload, parts, body);
  checkWhole(request.headers, body, checksum);
  const { contentType, headers } = upload;
  const about = { contentType, headers, etag: joinedEtag(parts), lastModified: new Date() };
  objects.set(key, { body, ...about, ...(checksum && { checksum }) });
  request.region.s3.uploads.delete(id);
  const xml = xmlElements({
    Location: `http://${request.headers['host'] ?? ''}${request.path}`,
    Bucket: bucket,
    Key: key,
    ETag: about.etag,
    ...checksumElement(checksum),
    ChecksumType: checksum?.type
  });
  return s3XmlReply('CompleteMultipartUploadResult', xml, encryptionHeaders);
}

/** Throws MalformedXML, InvalidPartOrder (400). */
function readParts(xml: string): NamedPart[] {
  const parts = [...xml.matchAll(/<Part>([\s\S]*?)<\/Part>/g)].map(([, inner = '']) => ({
    number: Number(/<PartNumber>\s*(\d+)\s*<\/PartNumber>/.exec(inner)?.[1] ?? NaN),
    checksums: new Map(
      [...inner.matchAll(/<(Checksum[A-Z0-9]+)>\s*([^<]*?)\s*<\/\1>/g)].map(([, name = '', value = '']) => [
        name,
        value
      ])
    ),
    etag: (/<ETag>([\s\S]*?)<\/ETag>/.exec(inner)?.[1] ?? '').replace(/&quot;|&#34;|"/g, '').trim()
  }));
  if (parts.length === 0 || parts.some(({ number }) => Number.isNaN(number))) {
    throw new S3Refusal(
      400,
      'MalformedXML',
      'The XML you provided was not well-formed or did not validate against our published schema'
    );
  }
  if (parts.every(({ number }, at) => at === 0 || number > parts[at - 1]!.number)) return parts;
  throw new S3Refusal(
    400,
    'InvalidPartOrder',
    'The list of parts was not in ascending order. Parts must be ordered by part number.'
  );
}

/** Throws InvalidPart, EntityTooSmall (400). */
function chooseParts(upload: MultipartUpload, named: readonly NamedPart[]): UploadedPart[] {
  const parts = named.map(({ number, etag, checksums }) => {
    const part = upload.parts.get(number);
    if (part && part.etag === `"${etag}"` && hasChecksums(part, checksums)) return part;
    throw new S3Refusal(
      400,
      'InvalidPart',
      'One or more of the specified parts could not be found. The part may not have been uploaded, ' +
        "or the specified entity tag may not match the part's entity tag.",
      { elements: { PartNumber: String(number), ETag: etag } }
    );
  });
  const small = parts.slice(0, -1).find((part) => part.body.length < minPartBytes);
  if (!small) return parts;
  throw new S3Refusal(
    400,
    'EntityTooSmall',
    'Your proposed upload is smaller than the minimum allowed size',
    { elements: { ProposedSize: String(small.body.length), MinSizeAllowed: String(minPartBytes) } }
  );
}

/** A part named with a checksum is that very part. */
function hasChecksums({ body }: UploadedPart, checksums: NamedPart['checksums']): boolean {
  return [...checksums].every(([element, value]) => {
    const algorithm = algorithmOf(element.slice('Checksum'.length));
    return checksumOf(algorithm, body) === value;
  });
}

/** What the request says of the whole object. Throws InvalidRequest, BadDigest (400). */
function checkWhole(
  headers: Readonly<Record<string, string>>,
  body: Buffer,
  checksum: Checksum | undefined
): void {
  const size = headers['x-amz-mp-object-size'];
  if (size !== undefined && Number(size) !== body.length) {
    const message = 'The provided x-amz-mp-object-size header does not match the size of the uploaded parts.';
    throw new S3Refusal(400, 'InvalidRequest', message);
  }
  const type = headers['x-amz-checksum-type'];
  if (type !== undefined && checksum && type.toUpperCase() !== checksum.type) {
    const message = `The upload was created with the ${checksum.type} checksum type, not with ${type}.`;
    throw new S3Refusal(400, 'InvalidRequest', message);
  }
  const given = checksum && headers[`x-amz-checksum-${checksum.algorithm}`];
  if (given === undefined || given.replace(/-\d+$/, '') === checksum?.value.replace(/-\d+$/, '')) return;
  const message = `The ${checksum?.algorithm.toUpperCase()} you specified did not match the calculated checksum.`;
  throw new S3Refusal(400, 'BadDigest', message);
}

function objectChecksum(
  { algorithm, checksumType: type }: MultipartUpload,
  parts: readonly UploadedPart[],
  body: Buffer
): Checksum | undefined {
  if (!algorithm) return undefined;
  if (type === 'FULL_OBJECT') return { algorithm, type, value: checksumOf(algorithm, body) };
  const values = parts.map((part) => part.checksum?.value ?? checksumOf(algorithm, part.body));
  return { algorithm, type, value: compositeOf(algorithm, values) };
}

/** S3's ETag of an object in parts: the MD5 of the parts' MD5s, and how many they are. */
function joinedEtag(parts: readonly UploadedPart[]): string {
  const md5s = parts.map((part) => Buffer.from(part.etag.replace(/"/g, ''), 'hex'));
  return `"${createHash('md5').update(Buffer.concat(md5s)).digest('hex')}-${parts.length}"`;
}
