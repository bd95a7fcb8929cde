import { decimalToBytes } from './decimal.js';
import type { Physical } from './physical.js';
import type { PrimitiveType } from './types.js';

/** Longer texts and bytes are cut: what Iceberg's own writers do unless told otherwise (`truncate(16)`). */
const LONGEST = 16;

/** Compares two values of one type as a data file's order has them; NaN is not among them. */
export type Compare = (a: Physical, b: Physical) => number;

/** How values of a type are ordered, or `undefined` where there are to be no bounds. */
export function orderOf(type: PrimitiveType): Compare | undefined {
  // Readers disagree on the order of UUIDs, and a bound that one misunderstands hides rows.
  if (type.kind === 'uuid') return undefined;
  if (type.kind === 'string') return (a, b) => compareTexts(a as string, b as string);
  if (type.kind === 'binary' || type.kind === 'fixed')
    return (a, b) => Buffer.compare(a as Uint8Array, b as Uint8Array);
  return (a, b) => (a < b ? -1 : a > b ? 1 : 0);
}

/** UTF-8's order, which is that of code points; JavaScript's own is that of UTF-16. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (x === y) continue;
    const [isSurrogateX, isSurrogateY] = [(x & 0xf800) === 0xd800, (y & 0xf800) === 0xd800];
    return isSurrogateX === isSurrogateY ? x - y : isSurrogateX ? 1 : -1;
  }
  return a.length - b.length;
}

/** The single-value serialisation (spec, appendix D) of a bound that no value is less than. */
export function lowerBound(type: PrimitiveType, least: Physical): Uint8Array {
  if (typeof least === 'string') return utf8([...least.slice(0, LONGEST * 2)].slice(0, LONGEST).join(''));
  if (type.kind === 'binary' && least instanceof Uint8Array) return least.slice(0, LONGEST);
  // The spec: where -0.0 is a value, +0.0 must not be the lower bound.
  return serialise(type, least === 0 ? -0 : least);
}

/** The same of a bound that no value is greater than; `undefined` when it would have to be longer than allowed. */
export function upperBound(type: PrimitiveType, greatest: Physical): Uint8Array | undefined {
  if (typeof greatest === 'string') return upperText(greatest);
  if (type.kind === 'binary' && greatest instanceof Uint8Array) return upperBytes(greatest);
  return serialise(type, greatest === 0 ? 0 : greatest);
}

function upperText(text: string): Uint8Array | undefined {
  const points = [...text.slice(0, LONGEST * 2 + 2)];
  if (points.length <= LONGEST) return utf8(text);
  const kept = points.slice(0, LONGEST).map((point) => point.codePointAt(0)!);
  for (let i = kept.length - 1; i >= 0; i--) {
    const next = kept[i] === 0xd7ff ? 0xe000 : kept[i]! + 1;
    if (next <= 0x10ffff) return utf8(String.fromCodePoint(...kept.slice(0, i), next));
  }
  return undefined;
}

function upperBytes(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes.length <= LONGEST) return bytes.slice();
  const kept = bytes.slice(0, LONGEST);
  for (let i = LONGEST - 1; i >= 0; i--)
    if (kept[i]! < 0xff) {
      kept[i]! += 1;
      return kept.slice(0, i + 1);
    }
  return undefined;
}

function serialise(type: PrimitiveType, value: Physical): Uint8Array {
  if (value instanceof Uint8Array) return value.slice();
  if (typeof value === 'string') return utf8(value);
  if (typeof value === 'boolean') return new Uint8Array([value ? 1 : 0]);
  if (typeof value === 'bigint')
    return type.kind === 'decimal'
      ? decimalToBytes(value)
      : number(8, (view) => view.setBigInt64(0, value, true));
  if (type.kind === 'double') return number(8, (view) => view.setFloat64(0, value, true));
  if (type.kind === 'float') return number(4, (view) => view.setFloat32(0, value, true));
  return number(4, (view) => view.setInt32(0, value, true));
}

function number(length: number, set: (view: DataView) => void): Uint8Array {
  const view = new DataView(new ArrayBuffer(length));
  set(view);
  return new Uint8Array(view.buffer);
}

function utf8(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'utf8'));
}
