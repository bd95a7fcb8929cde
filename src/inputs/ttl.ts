import type { Parsed } from '../parsed.js';
import { secondsIn } from './durations.js';
import { unquoted } from './notation.js';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const LONGEST_DAYS = 365;

/** Reads `90m`, `72h`, `7d` as milliseconds; at most a year. */
export function parseTtl(given: string): Parsed<number> {
  const text = unquoted(given.trim()).trim();
  const [, digits = '', unit = ''] = /^(\d+)([mhd])$/.exec(text) ?? [];
  const ms = Number(digits) * (UNITS[unit] ?? Number.NaN);
  if (digits === '' || Number.isNaN(ms)) {
    return { problem: `it is not a number of minutes, hours or days${hint(text)}` };
  }
  if (ms === 0) return { problem: 'the environment would expire at once' };
  if (ms > LONGEST_DAYS * 86_400_000) return { problem: `it is longer than ${LONGEST_DAYS} days` };
  return { value: ms };
}

/** The same time as it is to be written. */
function hint(text: string): string {
  if (/^\d{1,9}$/.test(text)) return `: say which, such as ${Number(text) || 72}h`;
  // A month, or a minute.
  if (/^P?\d+ ?M$/.test(text)) return '';
  const ms = (secondsIn(text) ?? Number.NaN) * 1000;
  const unit = ['d', 'h', 'm'].find((each) => ms > 0 && ms % (UNITS[each] ?? 1) === 0);
  return unit === undefined ? '' : `: write ${ms / (UNITS[unit] ?? 1)}${unit}`;
}
