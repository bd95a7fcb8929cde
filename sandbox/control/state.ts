import type { Account, Region } from '../account.js';

/**
 * Everything the account holds, as plain JSON: maps as objects with their keys sorted, dates in ISO 8601,
 * bytes as their number. The same state gives the same JSON.
 */
export function stateOf(account: Account): unknown {
  const regions = new Map(account.regions.map((region) => [region.name, contents(region)]));
  return plain({ account: account.id, partition: account.partition, iam: account.iam, regions }, []);
}

/** A region without the way back to its account. */
function contents(region: Region): unknown {
  return Object.fromEntries(
    Object.entries(region).filter(([, value]) => typeof value === 'object' && value !== region.account)
  );
}

function plain(value: unknown, above: readonly unknown[]): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value === 'function' || typeof value !== 'object' || value === null) return value;
  if (Buffer.isBuffer(value)) return value.length;
  if (value instanceof Date) return value.toISOString();
  if (above.includes(value)) return undefined;
  const path = [...above, value];
  if (value instanceof Set) return [...value].map((item) => plain(item, path));
  if (Array.isArray(value)) return value.map((item) => plain(item, path));
  return Object.fromEntries(members(value).map(([key, item]) => [key, plain(item, path)]));
}

function members(value: object): [string, unknown][] {
  if (!(value instanceof Map)) return Object.entries(value);
  const pairs = [...value].map(([key, item]): [string, unknown] => [String(key), item]);
  return pairs.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
