import { S3Refusal } from '../protocol/s3-xml.js';

/** Bytes of an object, both ends included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The one range that a `Range` header asks for. Nothing for no header, one that is not understood, or
 * several ranges: S3 answers those with the whole object. Throws InvalidRange (416).
 * @param size of the object, in bytes
 */
export function readRange(header: string | undefined, size: number): ByteRange | undefined {
  if (header === undefined) return undefined;
  const range = parse(header.trim(), size);
  if (!range || range.first <= range.last) return range;
  throw new S3Refusal(416, 'InvalidRange', 'The requested range is not satisfiable', {
    elements: { RangeRequested: header, ActualObjectSize: String(size) },
    headers: { 'content-range': `bytes */${size}` }
  });
}

function parse(text: string, size: number): ByteRange | undefined {
  const suffix = /^bytes=-(\d+)$/.exec(text);
  if (suffix) return { first: Math.max(0, size - Number(suffix[1])), last: size - 1 };
  const parts = /^bytes=(\d+)-(\d*)$/.exec(text);
  if (!parts) return undefined;
  const first = Number(parts[1]);
  const end = parts[2] ? Number(parts[2]) : Infinity;
  return end < first ? undefined : { first, last: Math.min(end, size - 1) };
}
