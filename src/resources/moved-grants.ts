import { permissionSetOf } from '../principal-arn.js';
import type { Held } from './grant-difference.js';

/**
 * Why grants move from one role to another, where it can be told: a permission set that is made again in Identity
 * Center has a new role, with another end of its name.
 */
export function movedNotes(role: string | undefined, state: readonly Held[]): string[] {
  const set = role === undefined ? undefined : permissionSetOf(role);
  const former = state
    .map(({ record }) => record?.principal)
    .find((who) => who !== undefined && who !== role);
  if (set === undefined || former === undefined || permissionSetOf(former) !== set) return [];
  return [`The permission set ${set} was made again: its grants move from ${former} to ${role}.`];
}
