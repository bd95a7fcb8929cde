import * as v from 'valibot';

/** Keys that valibot leaves out of what it reads, lest somebody reach a prototype; AWS takes them as any other. */
const DROPPED = ['__proto__', 'prototype', 'constructor'] as const;

type Schema = v.GenericSchema;
type Text = v.GenericSchema<string, string>;
type Run = Schema['~run'];

/** As `v.record`, with every key that there is. */
export function record<K extends Text, V extends Schema>(key: K, value: V): v.RecordSchema<K, V, undefined> {
  return withAllKeys(v.record(key, value), value, key);
}

/** As `v.looseObject`, with every member that there is. */
export function looseObject<const E extends v.ObjectEntries>(entries: E): v.LooseObjectSchema<E, undefined> {
  return withAllKeys(v.looseObject(entries), v.unknown());
}

/** As `v.objectWithRest`, with every member that there is. */
export function objectWithRest<const E extends v.ObjectEntries, R extends Schema>(
  entries: E,
  rest: R
): v.ObjectWithRestSchema<E, R, undefined> {
  return withAllKeys(v.objectWithRest(entries, rest), rest);
}

function withAllKeys<S extends Schema>(schema: S, value: Schema, key: Schema = v.string()): S {
  const run: Run = (dataset, config) => {
    const input = dataset.value;
    const result = schema['~run'](dataset, config);
    if (typeof input !== 'object' || input === null) return result;
    const names = DROPPED.filter((name) => Object.hasOwn(input, name));
    return names.reduce<ReturnType<Run>>(
      (so, name) => withKey(so, { input, name, key, value }, config),
      result
    );
  };
  return { ...schema, '~run': run };
}

interface Dropped {
  readonly input: object;
  readonly name: string;
  readonly key: Schema;
  readonly value: Schema;
}

/** Reads one more key and puts it, or what is wrong with it, where valibot would have. */
function withKey(
  dataset: ReturnType<Run>,
  { input, name, key, value }: Dropped,
  config: Parameters<Run>[1]
): ReturnType<Run> {
  const given: unknown = Object.getOwnPropertyDescriptor(input, name)?.value;
  const parts = [
    { origin: 'key' as const, read: key['~run']({ value: name }, config) },
    { origin: 'value' as const, read: value['~run']({ value: given }, config) }
  ];
  const issues = parts.flatMap(({ origin, read }) =>
    (read.issues ?? []).map((issue): v.BaseIssue<unknown> => {
      const item = { type: 'object' as const, origin, input: { ...input }, key: name, value: given };
      return { ...issue, path: [item, ...(issue.path ?? [])] };
    })
  );
  const output = { value: parts[1]?.read.value, enumerable: true, configurable: true, writable: true };
  const all = [...(dataset.issues ?? []), ...issues];
  const kept = Object.defineProperty(dataset.value as object, name, output);
  const [first, ...others] = all;
  if (first === undefined) return { ...dataset, value: kept };
  return { typed: false, value: kept, issues: [first, ...others] };
}
