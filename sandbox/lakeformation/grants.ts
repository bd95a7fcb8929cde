import type { Permission } from './model.js';
import { readPermissions } from './permissions.js';
import { invalidInput } from './refusals.js';
import { grantKey, isWithin, type Securable } from './securable.js';
import type { Grant, LakeFormationState, Rules } from './state.js';

/** A change of what one principal may do with one thing; the names as AWS has them. */
export interface GrantChange {
  readonly principal: string;
  readonly on: Securable;
  readonly permissions: readonly string[];
  readonly grantable: readonly string[];
  /** ARN of who makes the change. */
  readonly by: string;
  /** The grant comes of creating the thing. */
  readonly ofCreation?: boolean;
}

/** Adds permissions to what the principal has; what is there already stays. Throws InvalidInputException. */
export function grant(state: LakeFormationState, change: GrantChange): void {
  const { permissions, grantable } = readChange(change);
  if (permissions.length === 0) throw invalidInput('Permissions cannot be empty.');
  if (!grantable.every((permission) => permissions.includes(permission))) {
    throw invalidInput('Permissions with grant option must be a subset of the permissions.');
  }
  const add = ({ grants }: Rules): void => addTo(grants, change, { permissions, grantable });
  state.change(add, change.ofCreation);
}

/**
 * Takes permissions away. Taking one away ends ALL too; the grant option goes only where it is named.
 * Throws InvalidInputException, and takes nothing, when the principal lacks any of what is named.
 */
export function revoke(state: LakeFormationState, change: GrantChange): void {
  const held = readChange(change);
  const entry = state.grants.get(grantKey(change.principal, change.on));
  const missing = [
    ...held.permissions.filter((permission) => !entry?.permissions.has(permission)),
    ...held.grantable.filter((permission) => !entry?.grantable.has(permission))
  ];
  if (!entry || missing.length > 0) {
    const list = [...new Set(change.permissions.includes('ALL') ? ['ALL'] : missing)].join(', ');
    throw invalidInput(`No permissions revoked. Grantee does not have:[${list}]`);
  }
  state.change(({ grants }) => takeFrom(grants, change, held));
}

/**
 * Ends the grants that came of creating a thing, when it is deleted, and those on what was in it. Explicit grants stay,
 * and are there again when a thing of the same name is made (the note at GrantPermissions in the API reference).
 */
export function forgetCreation(state: LakeFormationState, on: Securable): void {
  state.change(({ grants }) => {
    for (const [key, entry] of grants) {
      if (entry.ofCreation && isWithin(entry.on, on)) grants.delete(key);
    }
  }, true);
}

type Held = Readonly<Record<'permissions' | 'grantable', readonly Permission[]>>;

function readChange(change: GrantChange): Held {
  const { principal, on } = change;
  return {
    permissions: readPermissions(change.permissions, on.kind, principal),
    grantable: readPermissions(change.grantable, on.kind, principal)
  };
}

function addTo(grants: Rules['grants'], change: GrantChange, { permissions, grantable }: Held): void {
  const { principal, on } = change;
  const key = grantKey(principal, on);
  const entry: Grant = grants.get(key) ?? {
    principal,
    on,
    permissions: new Set(),
    grantable: new Set(),
    ofCreation: true,
    updatedAt: new Date(),
    updatedBy: change.by
  };
  for (const permission of permissions) entry.permissions.add(permission);
  for (const permission of grantable) entry.grantable.add(permission);
  entry.ofCreation &&= change.ofCreation ?? false;
  touch(entry, change.by);
  grants.set(key, entry);
}

function takeFrom(grants: Rules['grants'], change: GrantChange, { permissions, grantable }: Held): void {
  const key = grantKey(change.principal, change.on);
  const entry = grants.get(key);
  if (!entry) return;
  endPermissions(entry.permissions, permissions);
  endPermissions(entry.grantable, grantable);
  touch(entry, change.by);
  if (entry.permissions.size === 0 && entry.grantable.size === 0) grants.delete(key);
}

function endPermissions(held: Set<Permission>, taken: readonly Permission[]): void {
  for (const permission of taken) held.delete(permission);
  if (taken.length > 0) held.delete('ALL');
}

function touch(entry: Grant, by: string): void {
  entry.updatedAt = new Date();
  entry.updatedBy = by;
}
