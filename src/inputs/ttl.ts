import type { Parsed } from '../parsed.js';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
const LONGEST_DAYS = 365;

/** Reads `90m`, `72h`, `7d` as milliseconds; at most a year. */
export function parseTtl(text: string): Parsed<number> {
  const [, digits = '', unit = ''] = /^(\d+)([mhd])$/.exec(text.trim()) ?? [];
  const ms = Number(digits) * (UNITS[unit] ?? Number.NaN);
  if (digits === '' || Number.isNaN(ms)) return { problem: 'it is not a number of minutes, hours or days' };
  if (ms === 0) return { problem: 'the environment would expire at once' };
  if (ms > LONGEST_DAYS * 86_400_000) return { problem: `it is longer than ${LONGEST_DAYS} days` };
  return { value: ms };
}
