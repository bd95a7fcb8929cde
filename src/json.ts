import { JSONParse } from 'json-with-bigint';
import * as v from 'valibot';
import type { Parsed } from './parsed.js';

/** How deep JSON from outside may be nested. What is read here needs a few dozen levels at most. */
export const DEEPEST = 500;

/**
 * Reads JSON that others wrote. What is wrong is told without a word of the text, which may be anybody's secret: by the
 * place where it stops being JSON, as far as that is known. What is nested deeper than {@link DEEPEST} is refused before
 * anything goes through it: functions that follow the levels would run out of stack.
 * @param parse for numbers that JavaScript's own loses
 */
export function readJson(text: string, parse: (text: string) => unknown = JSON.parse): Parsed<unknown> {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (isTooDeep(body)) return { problem: `it is nested deeper than ${DEEPEST} levels` };
  try {
    return { value: parse(body) };
  } catch (thrown) {
    return { problem: `it is not JSON${placeOf(thrown, body)}` };
  }
}

/**
 * As `JSON.parse`, but a whole number that JavaScript's own cannot hold becomes a bigint. Where Node tells the digits
 * (from 22 on), json-with-bigint compares every value with a number, and so fails at an object with a member `toString`.
 */
export function parseWithBigints(text: string): unknown {
  return 'rawJSON' in JSON ? JSON.parse(text, withDigits) : JSONParse(text);
}

function withDigits(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
  const { source = '' } = context ?? {};
  return /^-?\d+$/.test(source) ? BigInt(source) : value;
}

/** Whether brackets outside of strings are nested too deep; in text that is no JSON, any. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < text.length && depth <= DEEPEST; at++) {
    const char = text[at];
    if (char === '"') isText = !isText;
    else if (isText) at += char === '\\' ? 1 : 0;
    else if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
  }
  return depth > DEEPEST;
}

/** Node tells the place of some errors, and of the others quotes what is around it. */
function placeOf(thrown: unknown, text: string): string {
  const message = thrown instanceof Error ? thrown.message : '';
  if (text.trim() === '') return ': it is empty';
  const known = /in JSON at position (\d+)/.exec(message)?.[1];
  if (/^Unexpected end of JSON/.test(message) || known === String(text.length)) return ': it ends too early';
  const position = known === undefined ? strangeAt(text) : Number(known);
  if (position === text.length) return '';
  const before = text.slice(0, position).split('\n');
  return ` from line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} on`;
}

/** Where the first thing stands that is no part of any JSON; the end, where only the order is wrong. */
function strangeAt(text: string): number {
  const token = /[\t\n\r ,:[\]{}]|"(?:[^"\\\n]|\\.)*"|true|false|null|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/iy;
  let at = 0;
  while (at < text.length && token.test(text)) at = token.lastIndex;
  return at;
}

/**
 * An object whose keys are names that others gave. `v.record` leaves out those that JavaScript gives a meaning, such as
 * `constructor`; here they stay, in an object that has no others than its own.
 */
export function recordOf<T>(
  schema: v.GenericSchema<unknown, T>
): v.GenericSchema<unknown, Record<string, T>> {
  return v.pipe(
    v.custom<object>(
      (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
      'Expected Object'
    ),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const record = Object.create(null) as Record<string, T>;
      for (const [key, value] of Object.entries(dataset.value)) {
        const parsed = v.safeParse(schema, value);
        if (!parsed.success) {
          addIssue({ message: `${JSON.stringify(key)}: ${parsed.issues[0].message}` });
          return NEVER;
        }
        record[key] = parsed.output;
      }
      return record;
    })
  );
}
