import { parseDecimal } from './decimal.js';
import type { PrimitiveType } from './types.js';

/** A value as a data file holds it. */
export type Physical = boolean | number | bigint | string | Uint8Array;

/** What a type does when it is written. */
export interface Writing {
  /** What values it takes, for messages. */
  readonly takes: string;
  /** The value as it is written, or `undefined` when it does not fit. */
  readonly physical: (value: unknown) => Physical | undefined;
}

const LOW = -(2n ** 63n);
const HIGH = 2n ** 63n - 1n;
const DAY_MICROS = 86_400_000_000n;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LONE_SURROGATE = /\p{Surrogate}/u;

const int32: Writing = {
  takes: 'a whole number of 32 bits',
  physical: (value) => (typeof value === 'number' && (value | 0) === value ? value | 0 : undefined)
};
const int64 = (takes: string, low = LOW, high = HIGH): Writing => ({
  takes: `a bigint, ${takes}`,
  physical: (value) => (typeof value === 'bigint' && value >= low && value <= high ? value : undefined)
});
const micros = int64('microseconds since 1970-01-01');
const nanos = int64('nanoseconds since 1970-01-01');

const SIMPLE: { readonly [kind in Exclude<PrimitiveType['kind'], 'decimal' | 'fixed'>]: Writing } = {
  boolean: { takes: 'true or false', physical: (value) => (typeof value === 'boolean' ? value : undefined) },
  int: int32,
  date: { ...int32, takes: 'a whole number, days since 1970-01-01' },
  long: int64('a whole number of 64 bits'),
  time: int64('microseconds since midnight', 0n, DAY_MICROS - 1n),
  timestamp: micros,
  timestamptz: micros,
  timestamp_ns: nanos,
  timestamptz_ns: nanos,
  float: {
    takes: 'a number that 32 bits hold exactly',
    physical: (value) =>
      typeof value === 'number' && Object.is(Math.fround(value), value) ? value : undefined
  },
  double: { takes: 'a number', physical: (value) => (typeof value === 'number' ? value : undefined) },
  string: {
    takes: 'a text without half surrogate pairs',
    physical: (value) => (typeof value === 'string' && !LONE_SURROGATE.test(value) ? value : undefined)
  },
  uuid: {
    takes: 'a UUID with hyphens',
    physical: (value) =>
      typeof value === 'string' && UUID.test(value) ? bytesOf(value.replaceAll('-', '')) : undefined
  },
  binary: {
    takes: 'a Uint8Array',
    physical: (value) => (value instanceof Uint8Array ? value : undefined)
  }
};

/** How values of a type are written. */
export function writingOf(type: PrimitiveType): Writing {
  if (type.kind === 'decimal')
    return {
      takes: `a text such as -1.5, with at most ${type.precision} digits, ${type.scale} of them after the point`,
      physical: (value) => (typeof value === 'string' ? parseDecimal(value, type) : undefined)
    };
  if (type.kind === 'fixed')
    return {
      takes: `a Uint8Array of ${type.length} bytes`,
      physical: (value) => (value instanceof Uint8Array && value.length === type.length ? value : undefined)
    };
  return SIMPLE[type.kind];
}

function bytesOf(hex: string): Uint8Array {
  return new Uint8Array(Buffer.from(hex, 'hex'));
}
