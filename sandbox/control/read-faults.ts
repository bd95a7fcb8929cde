import * as v from 'valibot';
import type { FaultRule } from './faults.js';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const fields = v.strictObject({
  service: v.exactOptional(v.string()),
  operation: v.exactOptional(v.string()),
  nth: v.exactOptional(count),
  times: v.exactOptional(count),
  kind: v.picklist(['error', 'delay', 'reset', 'lost-response', 'answer']),
  status: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(200), v.maxValue(599))),
  code: v.exactOptional(v.pipe(v.string(), v.minLength(1))),
  message: v.exactOptional(v.string()),
  body: v.exactOptional(v.unknown()),
  merge: v.exactOptional(v.custom<Readonly<Record<string, unknown>>>(isPlainObject, 'expected an object')),
  headers: v.exactOptional(v.record(v.string(), v.string())),
  effect: v.exactOptional(v.boolean()),
  ms: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(3_600_000)))
});

const answersOnly = ['body', 'merge', 'headers', 'effect'] as const;
const rule = v.pipe(
  fields,
  v.forward(
    v.check(({ kind, status = 400 }) => kind === 'answer' || status >= 400, 'expected 400 or more'),
    ['status']
  ),
  v.forward(
    v.check(
      (given) => given.kind === 'answer' || answersOnly.every((field) => given[field] === undefined),
      `${answersOnly.join(', ')} belong to 'answer'`
    ),
    ['kind']
  ),
  v.forward(
    v.check(({ body, merge }) => body === undefined || merge === undefined, 'expected either body or merge'),
    ['merge']
  )
);

/** A list of fault rules that is not one; the message names every problem. */
export class BadFaults extends Error {}

/** Reads a list of fault rules. Throws {@link BadFaults}. */
export function readFaults(value: unknown): readonly FaultRule[] {
  const result = v.safeParse(v.array(rule), value);
  if (result.success) return result.output;
  const problems = result.issues.map((issue) => {
    const [index, ...path] = (issue.path ?? []).map((item) => String(item.key));
    const place = index === undefined ? 'The body' : `Rule ${index}${path.map((key) => `, ${key}`).join('')}`;
    return `${place}: ${issue.message}.`;
  });
  throw new BadFaults(problems.join(' '));
}

function isPlainObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
