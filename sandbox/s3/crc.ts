/** A cyclic redundancy check over bytes, as big-endian bytes. */
export type Crc = (data: Buffer) => Buffer;

const tables = new Map<bigint, Uint32Array>();

/** CRC-32C (Castagnoli). */
export const crc32c: Crc = (data) => reflected(data, 0x82f63b78n, 32);

/** CRC-64/NVME, which S3 calls CRC64NVME. */
export const crc64nvme: Crc = (data) => reflected(data, 0x9a6c9329ac4bc9b5n, 64);

/** A CRC of 32 or 64 bits with reflected input and output, all ones at the start and at the end. */
function reflected(data: Buffer, polynomial: bigint, bits: 32 | 64): Buffer {
  const table = tableOf(polynomial);
  let low = 0xffffffff;
  let high = bits === 64 ? 0xffffffff : 0;
  // Two halves of 32 bits: with BigInt a file of some megabytes takes seconds.
  for (const byte of data) {
    const entry = ((low ^ byte) & 0xff) * 2;
    low = ((low >>> 8) | (high << 24)) ^ table[entry]!;
    high = (high >>> 8) ^ table[entry + 1]!;
  }
  const result = Buffer.alloc(8);
  result.writeUInt32BE((high ^ 0xffffffff) >>> 0, 0);
  result.writeUInt32BE((low ^ 0xffffffff) >>> 0, 4);
  return bits === 64 ? result : result.subarray(4);
}

/** For each byte the low and the high half of its remainder. */
function tableOf(polynomial: bigint): Uint32Array {
  const known = tables.get(polynomial);
  if (known) return known;
  const table = new Uint32Array(512);
  for (let byte = 0; byte < 256; byte += 1) {
    let rest = BigInt(byte);
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1n ? (rest >> 1n) ^ polynomial : rest >> 1n;
    table[byte * 2] = Number(rest & 0xffffffffn);
    table[byte * 2 + 1] = Number(rest >> 32n);
  }
  tables.set(polynomial, table);
  return table;
}
