import * as v from 'valibot';
import type { FaultRule } from './faults.js';

const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const rule = v.strictObject({
  service: v.exactOptional(v.string()),
  operation: v.exactOptional(v.string()),
  nth: v.exactOptional(count),
  times: v.exactOptional(count),
  kind: v.picklist(['error', 'delay', 'reset', 'lost-response']),
  status: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599))),
  code: v.exactOptional(v.pipe(v.string(), v.minLength(1))),
  message: v.exactOptional(v.string()),
  ms: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(3_600_000)))
});

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
