import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { S3Refusal } from '../protocol/s3-xml.js';
import { crc32c, crc64nvme } from './crc.js';
import { xxhash128, xxhash3, xxhash64 } from './hashes.js';
import type { Checksum, ChecksumAlgorithm, ChecksumType } from './state.js';

const digests: Readonly<Record<ChecksumAlgorithm, (data: Buffer) => Buffer>> = {
  crc32: (data) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(crc32(data));
    return bytes;
  },
  crc32c,
  crc64nvme,
  md5: (data) => createHash('md5').update(data).digest(),
  sha1: (data) => createHash('sha1').update(data).digest(),
  sha256: (data) => createHash('sha256').update(data).digest(),
  sha512: (data) => createHash('sha512').update(data).digest(),
  xxhash3,
  xxhash64,
  xxhash128
};

/**
 * How an upload in parts may be summed up (S3 User Guide, "Checking object integrity": only a CRC of the whole can be
 * computed from those of its parts, and CRC64NVME is only ever of the whole). The first one is the default.
 */
const types = (algorithm: ChecksumAlgorithm): readonly ChecksumType[] => {
  if (algorithm === 'crc64nvme') return ['FULL_OBJECT'];
  return algorithm.startsWith('crc') ? ['COMPOSITE', 'FULL_OBJECT'] : ['COMPOSITE'];
};

const algorithms = Object.keys(digests) as ChecksumAlgorithm[];
const prefix = 'x-amz-checksum-';
/** Headers that start like a checksum and are none. */
const others = ['x-amz-checksum-mode', 'x-amz-checksum-algorithm', 'x-amz-checksum-type'];

/** The algorithm of that name, in any case. Throws InvalidRequest (400). */
export function algorithmOf(name: string): ChecksumAlgorithm {
  const found = algorithms.find((algorithm) => algorithm === name.toLowerCase());
  if (found) return found;
  throw invalid(
    `Checksum algorithm provided is unsupported. Please try again with any of the valid types: [${algorithms.join(', ').toUpperCase()}]`
  );
}

/** The type of that name, or the algorithm's own. Throws InvalidRequest (400) for one that the algorithm has not. */
export function typeOf(algorithm: ChecksumAlgorithm, name: string | undefined): ChecksumType {
  const [usual = 'COMPOSITE'] = types(algorithm);
  const found = name === undefined ? usual : types(algorithm).find((type) => type === name.toUpperCase());
  if (found) return found;
  throw invalid(`The ${name} checksum type cannot be used with the ${algorithm} checksum algorithm.`);
}

/** The checksum of bytes, in Base64. */
export function checksumOf(algorithm: ChecksumAlgorithm, data: Buffer): string {
  return digests[algorithm](data).toString('base64');
}

/** The checksum of an object from the checksums of its parts: `<Base64>-<parts>`. */
export function compositeOf(algorithm: ChecksumAlgorithm, values: readonly string[]): string {
  const joined = Buffer.concat(values.map((value) => Buffer.from(value, 'base64')));
  return `${checksumOf(algorithm, joined)}-${values.length}`;
}

/** The checksum as headers of an answer. */
export function checksumHeaders(checksum: Checksum | undefined): Record<string, string> {
  if (!checksum) return {};
  return { [prefix + checksum.algorithm]: checksum.value, 'x-amz-checksum-type': checksum.type };
}

/** The checksum as an XML element: `ChecksumCRC32`. */
export function checksumElement(checksum: Checksum | undefined): Record<string, string> {
  return checksum ? { [`Checksum${checksum.algorithm.toUpperCase()}`]: checksum.value } : {};
}

/**
 * Holds a body against the `Content-MD5` and the `x-amz-checksum-…` that came with it.
 * Gives the checksum, if one was sent. Throws BadDigest, InvalidDigest, InvalidRequest (400).
 */
export function verifyChecksum(
  headers: Readonly<Record<string, string>>,
  body: Buffer
): Checksum | undefined {
  verifyMd5(headers['content-md5'], body);
  const sent = Object.keys(headers).filter((name) => name.startsWith(prefix) && !others.includes(name));
  if (sent.length > 1) {
    throw invalid('Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.');
  }
  const [name] = sent;
  if (name === undefined) return withoutChecksum(headers['x-amz-sdk-checksum-algorithm']);
  const algorithm = algorithmOf(name.slice(prefix.length));
  const value = headers[name] ?? '';
  const computed = checksumOf(algorithm, body);
  if (value === computed) return { algorithm, value, type: 'FULL_OBJECT' };
  if (Buffer.from(value, 'base64').length !== Buffer.from(computed, 'base64').length) {
    throw invalid(`Value for ${name} header is invalid.`);
  }
  const label = algorithm.toUpperCase();
  throw new S3Refusal(400, 'BadDigest', `The ${label} you specified did not match the calculated checksum.`);
}

function withoutChecksum(announced: string | undefined): undefined {
  if (announced === undefined) return;
  throw invalid(
    'x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.'
  );
}

function verifyMd5(header: string | undefined, body: Buffer): void {
  if (header === undefined) return;
  const given = Buffer.from(header, 'base64');
  if (given.length !== 16) {
    throw new S3Refusal(400, 'InvalidDigest', 'The Content-MD5 you specified was invalid.');
  }
  if (given.equals(createHash('md5').update(body).digest())) return;
  throw new S3Refusal(400, 'BadDigest', 'The Content-MD5 you specified did not match what we received.');
}

function invalid(message: string): S3Refusal {
  return new S3Refusal(400, 'InvalidRequest', message);
}
