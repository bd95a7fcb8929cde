/** What is known of a request, by condition key in lower case: keys are compared without regard to case. */
export type Context = ReadonlyMap<string, readonly string[]>;

/** A value or values of a condition key; `undefined` for one that the request does not have. */
export type ContextValue = string | readonly string[] | undefined;

/** A context of keys as AWS writes them; later ones win. */
export function contextOf(...parts: readonly Readonly<Record<string, ContextValue>>[]): Context {
  const keys = parts
    .flatMap((part) => Object.entries(part))
    .flatMap(([key, value]): [string, readonly string[]][] =>
      value === undefined ? [] : [[key.toLowerCase(), typeof value === 'string' ? [value] : value]]
    );
  return new Map(keys);
}

/** Tags as condition keys: `aws:ResourceTag/team`. */
export function tagKeys(
  prefix: string,
  tags: Iterable<readonly [string, string]>
): Readonly<Record<string, string>> {
  return Object.fromEntries([...tags].map(([key, value]) => [`${prefix}/${key}`, value]));
}
