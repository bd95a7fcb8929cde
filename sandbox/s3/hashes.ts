import { createXXHash128, createXXHash3, createXXHash64 } from 'hash-wasm';

/** A digest of bytes, as big-endian bytes: the canonical form of the XXH specification. */
export type Hash = (data: Buffer) => Buffer;

/** XXH64 with seed 0, which S3 calls XXHASH64. */
export const xxhash64 = digester(await createXXHash64());

/** XXH3 of 64 bits with seed 0, which S3 calls XXHASH3. */
export const xxhash3 = digester(await createXXHash3());

/** XXH3 of 128 bits with seed 0, which S3 calls XXHASH128. */
export const xxhash128 = digester(await createXXHash128());

function digester(hasher: Awaited<ReturnType<typeof createXXHash3>>): Hash {
  return (data) => Buffer.from(hasher.init().update(data).digest('binary'));
}
