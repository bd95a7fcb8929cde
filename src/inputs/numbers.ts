import * as v from 'valibot';
import { secondsIn } from './durations.js';
import { text } from './field.js';

interface Limits {
  readonly min: number;
  readonly max: number;
  /** What is wrong with a number that is outside of them. */
  readonly says: string;
}

/** A whole number. `seconds`: how many one of them is, where it counts time. */
export function wholeNumber(what: string, limits: Limits, seconds?: number): v.GenericSchema<string, number> {
  return number(/^\d+$/, `it is not a whole number${what}`, limits, seconds);
}

/** A number that may have a fraction. */
export function anyNumber(what: string, limits: Limits, seconds?: number): v.GenericSchema<string, number> {
  return number(/^\d+(?:\.\d+)?$/, `it is not a number${what}`, limits, seconds);
}

function number(
  form: RegExp,
  says: string,
  limits: Limits,
  seconds?: number
): v.GenericSchema<string, number> {
  return v.pipe(
    text,
    v.check(
      (given) => form.test(given),
      (issue) => `${says}${hint(issue.input, form, seconds)}`
    ),
    v.transform(Number),
    v.check((value) => value >= limits.min && value <= limits.max, limits.says)
  );
}

/** The same number as it is to be written: without marks between the digits, and without a unit. */
function hint(given: string, form: RegExp, seconds: number | undefined): string {
  const bare = given.replace(/[_,'\s](?=\d{3}(?:\D|$))|_/g, '');
  if (form.test(bare)) return `; write ${bare}`;
  const counted = seconds === undefined ? undefined : secondsIn(given);
  const value = String((counted ?? Number.NaN) / (seconds ?? 1));
  return form.test(value) ? `; write ${value}` : '';
}
