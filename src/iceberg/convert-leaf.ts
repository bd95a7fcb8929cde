import type { SchemaElement } from 'hyparquet';
import { decimalFromBytes, formatDecimal } from './decimal.js';
import type { PrimitiveType } from './types.js';
import { utf8Text } from './utf8.js';
import type { Convert, Value } from './value.js';

const DAY_MICROS = 86_400_000_000n;
const same: Convert = (stored) => stored as Value;

type Of<K extends PrimitiveType['kind']> = Extract<PrimitiveType, { readonly kind: K }>;
type Leaf = (element: SchemaElement) => Convert | undefined;

const isOf =
  (...types: readonly SchemaElement['type'][]): Leaf =>
  ({ type }) =>
    types.includes(type) ? same : undefined;

const LEAVES: { readonly [kind in Exclude<PrimitiveType['kind'], 'decimal' | 'fixed'>]: Leaf } = {
  boolean: isOf('BOOLEAN'),
  int: (element) => (element.type === 'INT32' && isWhole(element) ? same : undefined),
  long,
  float: isOf('FLOAT'),
  double: isOf('FLOAT', 'DOUBLE'),
  date: (element) => (isDate(element) ? same : undefined),
  time: (element) => (element.type === 'INT64' && unitOf(element, 'TIME') === 'MICROS' ? same : undefined),
  timestamp: (element) =>
    isDate(element) ? days(DAY_MICROS) : instant(element, { MILLIS: 1000n, MICROS: 1n }),
  timestamptz: (element) => instant(element, { MILLIS: 1000n, MICROS: 1n }),
  timestamp_ns: (element) => (isDate(element) ? days(DAY_MICROS * 1000n) : nanos(element)),
  timestamptz_ns: (element) => nanos(element),
  string: ({ type }) => (type === 'BYTE_ARRAY' ? (stored) => utf8Text(stored as Uint8Array) : undefined),
  // A copy, so that a row does not hold on to the page it was in.
  binary: ({ type }) => (type === 'BYTE_ARRAY' ? (stored) => (stored as Uint8Array).slice() : undefined),
  uuid: (element) => (lengthOf(element) === 16 ? (stored) => uuid(stored as Uint8Array) : undefined)
};

/** How the stored values of a leaf of a file become values of a type; `undefined` where they cannot. */
export function convertingLeaf(type: PrimitiveType, element: SchemaElement): Convert | undefined {
  if (type.kind === 'decimal') return decimal(type, element);
  if (type.kind === 'fixed')
    return lengthOf(element) === type.length ? (stored) => (stored as Uint8Array).slice() : undefined;
  return LEAVES[type.kind](element);
}

function isWhole({ converted_type, logical_type }: SchemaElement): boolean {
  const kind = converted_type ?? logical_type?.type ?? 'INT';
  const isUnsigned = logical_type?.type === 'INTEGER' && !logical_type.isSigned;
  return kind.startsWith('INT') && !isUnsigned;
}

function long(element: SchemaElement): Convert | undefined {
  if (!isWhole(element)) return undefined;
  if (element.type === 'INT32') return (stored) => BigInt(stored as number);
  return element.type === 'INT64' ? same : undefined;
}

function decimal(type: Of<'decimal'>, element: SchemaElement): Convert | undefined {
  const { scale = 0, precision = 0 } = element;
  const isDecimal = element.converted_type === 'DECIMAL' || element.logical_type?.type === 'DECIMAL';
  if (!isDecimal || scale !== type.scale || precision > type.precision) return undefined;
  if (element.type === 'INT32' || element.type === 'INT64')
    return (stored) => formatDecimal(BigInt(stored as bigint), scale);
  return (stored) => formatDecimal(decimalFromBytes(stored as Uint8Array), scale);
}

function isDate({ type, converted_type, logical_type }: SchemaElement): boolean {
  return type === 'INT32' && (converted_type ?? logical_type?.type) === 'DATE';
}

function days(factor: bigint): Convert {
  return (stored) => BigInt(stored as number) * factor;
}

function nanos(element: SchemaElement): Convert | undefined {
  return instant(element, { MILLIS: 1_000_000n, MICROS: 1000n, NANOS: 1n });
}

function instant(element: SchemaElement, factors: Readonly<Record<string, bigint>>): Convert | undefined {
  const factor = element.type === 'INT64' ? factors[unitOf(element, 'TIMESTAMP') ?? ''] : undefined;
  if (factor === undefined) return undefined;
  return factor === 1n ? same : (stored) => (stored as bigint) * factor;
}

function unitOf(
  { logical_type, converted_type }: SchemaElement,
  kind: 'TIME' | 'TIMESTAMP'
): string | undefined {
  if (logical_type?.type === kind) return logical_type.unit;
  return converted_type?.startsWith(`${kind}_`) ? converted_type.slice(kind.length + 1) : undefined;
}

function lengthOf({ type, type_length }: SchemaElement): number | undefined {
  return type === 'FIXED_LEN_BYTE_ARRAY' ? type_length : undefined;
}

function uuid(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
