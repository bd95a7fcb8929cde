import { ActionError } from '../errors.js';
import type { Call } from './call.js';

/**
 * Gives the field of an answer that AWS always sends. Throws `GARBLED_ANSWER` without it: a proxy that answers
 * `{}` with status 200 must not be taken for AWS.
 */
export function required<T>(value: T | undefined | null, field: string, call: Call): T {
  if (value !== undefined && value !== null) return value;
  throw garbledAnswer(call, `The answer to ${call.operation} lacks ${field}, which AWS always sends.`);
}

/** The same for a list of things. What is no list, or holds nothing where something should be, is none of AWS's. */
export function listIn<T>(value: readonly T[] | undefined | null, field: string, call: Call): readonly T[] {
  const list: unknown = required(value, field, call);
  const isList = Array.isArray(list) && list.every((each) => each !== null && each !== undefined);
  if (isList) return list as readonly T[];
  throw garbledAnswer(
    call,
    `In the answer to ${call.operation} ${field} is no list, as which AWS always sends it.`
  );
}

/** The error of an answer that AWS does not give. */
export function garbledAnswer({ doing }: Call, found: string): ActionError {
  return new ActionError('GARBLED_ANSWER', { doing, found });
}

/** One page of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Absent on the last page. */
  readonly next?: string | undefined;
}

/**
 * Reads a list to its end. Throws what `read` throws; `GARBLED_ANSWER` when a page points back to one that was
 * read before, since that would never end.
 */
export async function allPages<T>(
  call: Call,
  read: (token: string | undefined) => Promise<Page<T>>
): Promise<readonly T[]> {
  const items: T[] = [];
  const seen = new Set<string>();
  let token: string | undefined;
  do {
    const page = await read(token);
    items.push(...page.items);
    token = page.next === '' ? undefined : page.next;
    if (token !== undefined && seen.has(token)) {
      throw garbledAnswer(call, `The pages of ${call.operation} go round in a circle.`);
    }
    if (token !== undefined) seen.add(token);
  } while (token !== undefined);
  return items;
}

/** The last part of an ARN, which is the name of the resource. */
export function nameOf(arn: string): string {
  return arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
}

/** For a spread: AWS refuses an empty map of tags. */
export function someTags<Key extends string>(
  key: Key,
  tags: Readonly<Record<string, string>>
): { [K in Key]?: Record<string, string> } {
  return Object.keys(tags).length === 0
    ? {}
    : ({ [key]: { ...tags } } as { [K in Key]?: Record<string, string> });
}

/**
 * The tags in an answer. S3 Tables is documented to send `{"Tags": []}` where there are none, and its model has a map
 * named `tags`; both are taken. Throws `GARBLED_ANSWER` without either: what has no tags would be taken for somebody else's.
 */
export function tagsIn(
  answer: Readonly<Record<string, unknown>>,
  call: Call
): Readonly<Record<string, string>> {
  const tags = answer['tags'] ?? answer['Tags'];
  if (Array.isArray(tags) && tags.length === 0) return {};
  const isMap = typeof tags === 'object' && tags !== null && !Array.isArray(tags);
  if (isMap && Object.values(tags).every((value) => typeof value === 'string')) {
    return tags as Readonly<Record<string, string>>;
  }
  throw garbledAnswer(call, `The answer to ${call.operation} lacks the tags, which AWS always sends.`);
}
