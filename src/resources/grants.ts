import type { Grant } from '../aws/ports.js';

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
