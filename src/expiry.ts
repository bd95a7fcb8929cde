import * as v from 'valibot';

/** Longer is no time: anybody may have written the mark. */
const LONGEST = 64;
const timestamp = v.pipe(v.string(), v.isoTimestamp());

/** Reads the time of an `expires-at` mark (ISO 8601): ms since the epoch; `undefined`: it cannot be read. */
export function readExpiry(text: string): number | undefined {
  if (text.length > LONGEST || !v.is(timestamp, text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : at;
}

/** A time as it is written into `expires-at`: ISO 8601, UTC, whole seconds. `at`: ms since the epoch. */
export function expiryMark(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}
