const encoder = new TextEncoder();

/** Writes Avro's primitive values one after the other. */
export class Sink {
  private bytes = new Uint8Array(1024);
  private length = 0;

  /** What was written so far. */
  done(): Uint8Array {
    return this.bytes.subarray(0, this.length);
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.length] = value;
    this.length += 1;
  }

  /** An Avro int or long. */
  long(value: bigint | number): void {
    const signed = BigInt(value);
    let rest = BigInt.asUintN(64, (signed << 1n) ^ (signed >> 63n));
    for (; rest > 0x7fn; rest >>= 7n) this.byte(Number(rest & 0x7fn) | 0x80);
    this.byte(Number(rest));
  }

  blob(bytes: Uint8Array): void {
    this.long(bytes.length);
    this.raw(bytes);
  }

  text(text: string): void {
    this.blob(encoder.encode(text));
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more));
    grown.set(this.done());
    this.bytes = grown;
  }
}
