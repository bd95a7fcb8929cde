import { createHash, randomUUID } from 'node:crypto';
import { corrupt } from './faults.js';

const SEALED = /-sha256-([0-9a-f]{64})\.[a-z]+$/;

/**
 * A name for a new file that nothing else has, with the digest of the file in it. Neither Avro nor these Parquet
 * files carry a checksum of their own, and what leads to a file names it, so a damaged file is known by its name.
 */
export function sealedName(bytes: Uint8Array, extension: string): string {
  return `${randomUUID()}-sha256-${digestOf(bytes)}.${extension}`;
}

/** Throws `ICEBERG_CORRUPT` for a file that is not what its sealed name says. Other writers' names are not sealed. */
export function checkSeal(file: string, bytes: Uint8Array): void {
  const expected = SEALED.exec(file)?.[1];
  if (expected !== undefined && expected !== digestOf(bytes))
    throw corrupt(file, `Its ${bytes.length} bytes do not have the SHA-256 digest that is in its name`);
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
