import * as v from 'valibot';
import { queryParameter, type Call } from './call.js';
import { badRequest } from './refusals.js';

const MAX_ITEMS = 1000;

/** How a list is asked for. */
export interface Listing<T> {
  /** The query parameter that bounds a page: `maxTables`. */
  readonly limit: string;
  /** The longest prefix that is allowed. */
  readonly longestPrefix: number;
  /** What the prefix is compared with. */
  readonly nameOf: (item: T) => string;
  /** What a list is sorted by; no two items have the same. */
  readonly keyOf: (item: T) => string;
}

/**
 * One page of the items, sorted, and the token of the next one when there is one. A token serves the list that it was
 * given for only: the same path, prefix and filters. Throws BadRequestException for a bad token, limit or prefix.
 */
export function pageOf<T>(
  call: Call,
  items: readonly T[],
  listing: Listing<T>
): { page: T[]; token?: string } {
  const { nameOf, keyOf } = listing;
  const prefix = prefixOf(call, listing.longestPrefix);
  const limit = limitOf(call, listing.limit);
  const after = afterOf(call);
  const rest = items
    .filter((item) => nameOf(item).startsWith(prefix) && (after === undefined || keyOf(item) > after))
    .sort((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  if (rest.length <= limit || last === undefined) return { page };
  return { page, token: encode(call, keyOf(last)) };
}

function prefixOf(call: Call, longest: number): string {
  const prefix = queryParameter(call, 'prefix');
  if (prefix !== undefined && (prefix === '' || prefix.length > longest)) {
    throw badRequest('The specified prefix is not valid.');
  }
  return prefix ?? '';
}

function limitOf(call: Call, name: string): number {
  const text = queryParameter(call, name);
  if (text === undefined) return MAX_ITEMS;
  const limit = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > MAX_ITEMS) throw badRequest(`${name} must be a number from 1 to ${MAX_ITEMS}.`);
  return limit;
}

const tokenShape = v.strictObject({ list: v.string(), after: v.string() });

function afterOf(call: Call): string | undefined {
  const token = queryParameter(call, 'continuationToken');
  if (token === undefined) return undefined;
  const content = v.safeParse(v.pipe(v.string(), v.parseJson(), tokenShape), decode(token));
  if (content.success && content.output.list === listOf(call)) return content.output.after;
  throw badRequest('The specified continuation token is not valid.');
}

function encode(call: Call, after: string): string {
  return Buffer.from(JSON.stringify({ list: listOf(call), after })).toString('base64url');
}

function decode(token: string): string {
  return Buffer.from(token, 'base64url').toString('utf8');
}

/** Names the list: a page's size may change on the way through it, nothing else. */
function listOf(call: Call): string {
  const filters = ['prefix', 'namespace', 'type'].map((name) => queryParameter(call, name) ?? null);
  return JSON.stringify([decodeURIComponent(call.path), ...filters]);
}
