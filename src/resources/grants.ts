import type { Grant, GrantTarget } from '../aws/ports.js';

/** Every permission there is on a kind of thing ("Lake Formation permissions reference"), but for `ALL` itself. */
const EVERY: Readonly<Record<GrantTarget['kind'], readonly string[]>> = {
  catalog: ['ALTER', 'CREATE_CATALOG', 'CREATE_DATABASE', 'DESCRIBE', 'DROP'],
  database: ['ALTER', 'CREATE_TABLE', 'DESCRIBE', 'DROP'],
  tables: ['ALTER', 'DELETE', 'DESCRIBE', 'DROP', 'INSERT', 'SELECT']
};

/** What one principal holds, of all the grants there are; entries for the same principal are put together. */
export function heldBy(principal: string, grants: readonly Grant[]): Grant {
  const own = grants.filter((grant) => grant.principal === principal);
  const union = (of: (grant: Grant) => readonly string[]): string[] => [...new Set(own.flatMap(of))];
  return {
    principal,
    permissions: union((grant) => grant.permissions),
    grantable: union((grant) => grant.grantable)
  };
}

/**
 * `permissions` without those to keep. `ALL` is taken apart where it is listed with what it is made of: to take it away
 * as a whole would take away what is to be kept as well.
 */
export function withoutKept(
  permissions: readonly string[],
  keep: readonly string[],
  { held, kind }: { readonly held: Grant; readonly kind: GrantTarget['kind'] }
): readonly string[] {
  if (keep.includes('ALL')) return [];
  const isKept = (each: string): boolean => keep.includes(each);
  const parts = EVERY[kind].filter((each) => held.permissions.includes(each));
  const apart = permissions.includes('ALL') && keep.length > 0 && parts.some(isKept);
  return (apart ? parts : permissions).filter((each) => !isKept(each));
}

/** The same, with `ALL` where every permission on such a thing is listed one by one. */
export function normalised(held: Grant, kind: GrantTarget['kind']): Grant {
  const whole = (list: readonly string[]): readonly string[] =>
    !list.includes('ALL') && EVERY[kind].every((each) => list.includes(each)) ? ['ALL', ...list] : list;
  return { ...held, permissions: whole(held.permissions), grantable: whole(held.grantable) };
}

/** What of `declared` is not held. `ALL` stands for every permission there is. */
export function missingOf(declared: Grant, held: Grant): Grant {
  const lacks = (list: readonly string[]) => (each: string) => !list.includes(each) && !list.includes('ALL');
  return {
    principal: declared.principal,
    permissions: declared.permissions.filter(lacks(held.permissions)),
    grantable: declared.grantable.filter(lacks(held.grantable))
  };
}

/** What of `grant` is held; `undefined`: nothing. */
export function commonOf(grant: Grant, held: Grant): Grant | undefined {
  const permissions = grant.permissions.filter((each) => held.permissions.includes(each));
  const grantable = permissions.filter((each) => held.grantable.includes(each));
  return permissions.length === 0 ? undefined : { principal: grant.principal, permissions, grantable };
}

/** `grant` without these permissions; `undefined`: nothing is left. */
export function without(grant: Grant, permissions: readonly string[]): Grant | undefined {
  const left = (list: readonly string[]): string[] => list.filter((each) => !permissions.includes(each));
  const kept = { ...grant, permissions: left(grant.permissions), grantable: left(grant.grantable) };
  return kept.permissions.length === 0 ? undefined : kept;
}
