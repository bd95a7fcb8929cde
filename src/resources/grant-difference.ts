import type { Grant, TargetedGrant } from '../aws/ports.js';
import type { Change } from '../change.js';
import type { Aim } from './grant-aims.js';
import { recordOf } from './grant-record.js';
import { commonOf, heldBy, missingOf, normalised, withoutKept } from './grants.js';

/** What there is of an aim. */
export interface Held {
  readonly aim: Aim;
  /** What the database's parameter says that this environment granted. */
  readonly record: Grant | undefined;
  /** What is granted on the thing, to whomever. */
  readonly grants: readonly Grant[];
}

/** What the role is to be granted yet; `undefined`: it holds everything, if only through a grant of somebody else. */
export function missing(role: string, { aim, grants }: Held): TargetedGrant | undefined {
  const lacking = missingOf({ principal: role, ...aim }, normalised(heldBy(role, grants), aim.on.kind));
  const permissions = [...new Set([...lacking.permissions, ...lacking.grantable])];
  return permissions.length === 0 ? undefined : { ...lacking, permissions, on: aim.on };
}

/** What was recorded as granted, is still there, and is no longer declared. */
export function excess(role: string, { aim, record, grants }: Held): TargetedGrant | undefined {
  // Of what others rely on as well there is no record; if one is there, somebody else wrote it.
  if (record === undefined || aim.shared) return undefined;
  const keep = record.principal === role ? aim.permissions : [];
  const held = heldBy(record.principal, grants);
  const permissions = withoutKept(record.permissions, keep, { held, kind: aim.on.kind });
  const dropped = { principal: record.principal, permissions, grantable: permissions };
  const there = commonOf(dropped, held);
  return there && { ...there, on: aim.on };
}

/** What is granted and is this environment's: what is recorded, and what is declared. */
export function ours(role: string | undefined, { aim, record, grants }: Held): TargetedGrant[] {
  if (aim.shared) return [];
  const declared = role === undefined ? undefined : { principal: role, ...aim };
  const own = [record, declared].flatMap((grant) => grant ?? []);
  const principals = [...new Set(own.map((grant) => grant.principal))];
  return principals.flatMap((who) => {
    const there = commonOf(heldBy(who, own), heldBy(who, grants));
    return there === undefined ? [] : [{ ...there, on: aim.on }];
  });
}

/** What the plan says of what is to be granted. */
export function addedChanges(role: string, held: Held): Change[] {
  const { aim, grants } = held;
  const has = heldBy(role, grants);
  const lacking = missingOf({ principal: role, ...aim }, normalised(has, aim.on.kind));
  return [
    ...added(`${aim.label}permissions`, lacking.permissions, has.permissions),
    ...added(`${aim.label}grant-option`, lacking.grantable, has.grantable)
  ];
}

/** What the plan says of the record. */
export function recordChange(role: string, { aim, record }: Held): Change[] {
  if (aim.shared) return [];
  const to = recordOf(role, aim) || undefined;
  const from = record && shown(record);
  return from === to ? [] : [{ path: `${aim.label}record`, from, to }];
}

/** `<principal> <permissions>` */
export function shown({ principal, permissions }: Grant): string {
  return `${principal} ${[...permissions].sort().join(',')}`;
}

function added(path: string, lacking: readonly string[], held: readonly string[]): Change[] {
  if (lacking.length === 0) return [];
  const from = held.length === 0 ? undefined : held.join(', ');
  return [{ path, from, to: [...held, ...lacking].join(', ') }];
}
