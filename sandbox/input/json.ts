import { JSONParse } from 'json-with-bigint';

/**
 * As `JSON.parse`, but a whole number that a double cannot hold becomes a bigint. Where Node tells a number's digits
 * (from 22 on) json-with-bigint is not asked: it compares every value with a number, and fails at an object with a member
 * `toString`. Throws a SyntaxError.
 */
export function parseWhole(text: string): unknown {
  return 'rawJSON' in JSON ? JSON.parse(text, withDigits) : JSONParse(text);
}

function withDigits(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const digits = context?.source ?? '';
  return /^-?\d+$/.test(digits) ? BigInt(digits) : value;
}
