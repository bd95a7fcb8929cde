import { utf8Text } from '../utf8.js';

/** What is wrong with Avro bytes, and where: the byte within what the cursor reads. */
export class AvroError extends Error {
  constructor(
    message: string,
    readonly at: number
  ) {
    super(message);
  }
}

/** Reads Avro's primitive values one after the other; never beyond the end. */
export class Cursor {
  offset = 0;

  constructor(private readonly bytes: Uint8Array) {}

  get left(): number {
    return this.bytes.length - this.offset;
  }

  fail(message: string): never {
    throw new AvroError(message, this.offset);
  }

  /** A view of the next bytes. */
  take(length: number): Uint8Array {
    if (length > this.left) this.fail(`it ends ${length - this.left} bytes too early`);
    this.offset += length;
    return this.bytes.subarray(this.offset - length, this.offset);
  }

  byte(): number {
    const value = this.bytes[this.offset];
    if (value === undefined) this.fail('it ends 1 byte too early');
    this.offset += 1;
    return value;
  }

  long(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.byte();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return this.zigZag(value);
    }
    return this.fail('a number has more than 64 bits');
  }

  private zigZag(value: bigint): bigint {
    if (value >> 64n !== 0n) this.fail('a number has more than 64 bits');
    return (value >> 1n) ^ -(value & 1n);
  }

  int(): number {
    const value = this.long();
    if (BigInt.asIntN(32, value) !== value) this.fail(`${value} is not a 32-bit number`);
    return Number(value);
  }

  /** A length or a count of what follows, each at least a byte long. */
  size(): number {
    const value = this.long();
    if (value < 0n || value > BigInt(this.left))
      this.fail(`${value} cannot follow, as ${this.left} bytes are left`);
    return Number(value);
  }

  float(): number {
    return view(this.take(4)).getFloat32(0, true);
  }

  double(): number {
    return view(this.take(8)).getFloat64(0, true);
  }

  boolean(): boolean {
    const byte = this.byte();
    return byte > 1 ? this.fail(`${byte} is not a boolean`) : byte === 1;
  }

  blob(): Uint8Array {
    return this.take(this.size());
  }

  text(): string {
    const bytes = this.blob();
    try {
      return utf8Text(bytes);
    } catch {
      return this.fail('a text is not UTF-8');
    }
  }
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
