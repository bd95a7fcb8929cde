/** How many digits a decimal has, and how many of them after the point. */
export interface DecimalType {
  readonly precision: number;
  readonly scale: number;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** A decimal's digits as a whole number: `1.5` of scale 2 is 150n. `undefined` when it does not fit exactly. */
export function parseDecimal(text: string, { precision, scale }: DecimalType): bigint | undefined {
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (fraction.length > scale) return undefined;
  const digits = BigInt(whole + fraction.padEnd(scale, '0'));
  if (digits >= 10n ** BigInt(precision)) return undefined;
  return sign === '-' ? -digits : digits;
}

/** The reverse: all digits of the scale, no exponent. */
export function formatDecimal(unscaled: bigint, scale: number): string {
  if (scale === 0) return String(unscaled);
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** How many bytes hold every decimal of this precision (spec, "Avro" and "Parquet" in appendix A). */
export function decimalBytes(precision: number): number {
  return bytesFor(10n ** BigInt(precision) - 1n);
}

function bytesFor(value: bigint): number {
  let bytes = 1;
  while (BigInt.asIntN(bytes * 8, value) !== value) bytes += 1;
  return bytes;
}

/** Two's complement, big-endian, in as few bytes as hold it. */
export function decimalToBytes(unscaled: bigint): Uint8Array {
  const length = bytesFor(unscaled);
  const hex = BigInt.asUintN(length * 8, unscaled)
    .toString(16)
    .padStart(length * 2, '0');
  return new Uint8Array(Buffer.from(hex, 'hex'));
}

/** The reverse of `decimalToBytes`, for any number of bytes. */
export function decimalFromBytes(bytes: Uint8Array): bigint {
  if (bytes.length === 0) return 0n;
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
  return BigInt.asIntN(bytes.length * 8, BigInt(`0x${hex}`));
}
