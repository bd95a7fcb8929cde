import type { AwsRefusal } from '../service.js';

/** What a caller asks of a list. */
export interface PageRequest {
  readonly size: number;
  readonly token?: string | undefined;
}

/** One page of a list, with the token of the next one if there is more. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/**
 * Cuts one page out of a list. A token names the last item that was seen, so a list that changes meanwhile
 * neither repeats nor skips what stays.
 * @param keyOf a string that orders the items and differs between them
 * Throws `badToken` for a token that no page gave.
 */
export function pageOf<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  request: PageRequest,
  badToken: AwsRefusal
): Page<T> {
  const sorted = all.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => compare(a.key, b.key));
  const after = request.token === undefined ? undefined : readToken(request.token, badToken);
  const rest = after === undefined ? sorted : sorted.filter(({ key }) => compare(key, after) > 0);
  const cut = rest.slice(0, request.size);
  const last = cut.at(-1);
  const items = cut.map(({ item }) => item);
  return rest.length > cut.length && last ? { items, next: writeToken(last.key) } : { items };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const prefix = 'after:';

function writeToken(key: string): string {
  return Buffer.from(prefix + key).toString('base64');
}

function readToken(token: string, badToken: AwsRefusal): string {
  const key = Buffer.from(token, 'base64').toString('utf8');
  if (!key.startsWith(prefix) || writeToken(key.slice(prefix.length)) !== token) throw badToken;
  return key.slice(prefix.length);
}
