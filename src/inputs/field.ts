import * as v from 'valibot';
import type { Parsed } from '../parsed.js';
import { parseList } from './lists.js';
import { unquoted } from './notation.js';

/** How one input is read. `fallback` is the default of `action.yml`; without one the input may be absent. */
export interface Field<T> {
  readonly schema: v.GenericSchema<string, T>;
  readonly fallback?: string;
  readonly example: string;
}

/** Text without blanks around it, and without the quotes that it was pasted with. */
export const text = v.pipe(v.string(), v.trim(), v.transform(unquoted), v.trim());
/** A list: a line each, comma-separated, or an array. */
export const list = parsed(parseList);

/** A list that narrows what is allowed: one that is given and names nothing must not be taken for none given. */
export const guardList = parsed((given: string): Parsed<readonly string[]> => {
  const read = parseList(given);
  const isVoid = 'value' in read && read.value.length === 0 && given.trim() !== '';
  return isVoid
    ? { problem: 'it names nothing, and would limit nothing; leave it out if that is meant' }
    : read;
});

/** An input: how it is read, an example for whoever gets it wrong, and its default in `action.yml`. */
export function field<T>(schema: v.GenericSchema<string, T>, example: string): Field<T>;
export function field<T>(
  schema: v.GenericSchema<string, T>,
  example: string,
  fallback: string
): Field<T> & { readonly fallback: string };
export function field<T>(schema: v.GenericSchema<string, T>, example: string, fallback?: string): Field<T> {
  return fallback === undefined ? { schema, example } : { schema, example, fallback };
}

/** `true` or `false`, as YAML 1.2 writes them. */
export function flag(fallback: string): Field<boolean> & { readonly fallback: string } {
  const words = v.picklist(['true', 'True', 'TRUE', 'false', 'False', 'FALSE'], 'allowed: true, false');
  return field(
    v.pipe(
      text,
      words,
      v.transform((word) => word.toLowerCase() === 'true')
    ),
    'true',
    fallback
  );
}

/** One of a few words. */
export function oneOf<const T extends readonly string[]>(options: T): v.GenericSchema<string, T[number]> {
  return v.pipe(text, v.picklist(options, `allowed: ${options.join(', ')}`));
}

/** Lake Formation's permissions on one kind of thing. */
export function permissions(
  what: string,
  allowed: readonly string[]
): v.GenericSchema<string, readonly string[]> {
  return v.pipe(
    list,
    v.transform((entries): readonly string[] =>
      entries.map((entry) => entry.toUpperCase().replace(/[\s-]+/g, '_'))
    ),
    v.minLength(1, 'it names no permission'),
    everyEntry(
      (entry) => allowed.includes(entry),
      (entry) => `${JSON.stringify(entry)} is not a permission on ${what}; allowed: ${allowed.join(', ')}`
    )
  );
}

/** What one of our own readers reads. */
export function parsed<T>(parse: (text: string) => Parsed<T>): v.GenericSchema<string, T> {
  return v.pipe(
    v.string(),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const result = parse(dataset.value);
      if ('value' in result) return result.value;
      addIssue({ message: result.problem });
      return NEVER;
    })
  );
}

/** Every entry of a list has to be allowed; `says` is the problem with one that is not. */
export function everyEntry(
  allowed: (entry: string) => boolean,
  says: (entry: string) => string
): v.RawCheckAction<readonly string[]> {
  return v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const entry of dataset.value.filter((each) => !allowed(each))) addIssue({ message: says(entry) });
  });
}
