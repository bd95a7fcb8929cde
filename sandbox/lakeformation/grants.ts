import type { Permission } from './model.js';
import { readPermissions } from './permissions.js';
import { invalidInput } from './refusals.js';
import { grantKey, securableKey, type Securable } from './securable.js';
import type { Grant, LakeFormationState } from './state.js';

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
  const key = grantKey(change.principal, change.on);
  const there = state.grants.get(key);
  const entry: Grant = there ?? {
    principal: change.principal,
    on: change.on,
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
  state.grants.set(key, entry);
}

/**
 * Takes permissions away. Taking one away ends ALL too; the grant option goes only where it is named.
 * Throws InvalidInputException, and takes nothing, when the principal lacks any of what is named.
 */
export function revoke(state: LakeFormationState, change: GrantChange): void {
  const { permissions, grantable } = readChange(change);
  const key = grantKey(change.principal, change.on);
  const entry = state.grants.get(key);
  const missing = [
    ...permissions.filter((permission) => !entry?.permissions.has(permission)),
    ...grantable.filter((permission) => !entry?.grantable.has(permission))
  ];
  if (!entry || missing.length > 0) {
    const list = [...new Set(change.permissions.includes('ALL') ? ['ALL'] : missing)].join(', ');
    throw invalidInput(`No permissions revoked. Grantee does not have:[${list}]`);
  }
  takeFrom(entry.permissions, permissions);
  takeFrom(entry.grantable, grantable);
  touch(entry, change.by);
  if (entry.permissions.size === 0 && entry.grantable.size === 0) state.grants.delete(key);
}

/**
 * Ends the grants that came of creating a database or a table, when it is deleted. Explicit grants stay, and are
 * there again when a thing of the same name is made (the note at GrantPermissions in the API reference).
 */
export function forgetCreation(state: LakeFormationState, on: Securable): void {
  for (const [key, entry] of state.grants) {
    if (entry.ofCreation && isWithin(entry.on, on)) state.grants.delete(key);
  }
}

function readChange(change: GrantChange): Record<'permissions' | 'grantable', readonly Permission[]> {
  const { principal, on } = change;
  return {
    permissions: readPermissions(change.permissions, on.kind, principal),
    grantable: readPermissions(change.grantable, on.kind, principal)
  };
}

function takeFrom(held: Set<Permission>, taken: readonly Permission[]): void {
  for (const permission of taken) held.delete(permission);
  if (taken.length > 0) held.delete('ALL');
}

function touch(entry: Grant, by: string): void {
  entry.updatedAt = new Date();
  entry.updatedBy = by;
}

function isWithin(inner: Securable, outer: Securable): boolean {
  if (securableKey(inner) === securableKey(outer)) return true;
  if (outer.kind !== 'database' || (inner.kind !== 'table' && inner.kind !== 'columns')) return false;
  return inner.catalog === outer.catalog && inner.database === outer.name;
}
