import type { Region } from '../account.js';
import { readInput } from '../input/constraints.js';
import { AwsRefusal, type Caller } from '../service.js';
import { isAdmin, permissionsOn } from './authority.js';
import { checkExists } from './existence.js';
import { grant, revoke, type GrantChange } from './grants.js';
import { inputs, type BatchEntry, type ChangeInput } from './model.js';
import { iamAllowedPrincipals, readPermissions } from './permissions.js';
import { checkGrantee } from './principals.js';
import { invalidInput, notAuthorized } from './refusals.js';
import { readResource } from './resource.js';
import type { Securable } from './securable.js';

/** Largest number of entries in one batch. */
const maxEntries = 20;

/** Which way a change of permissions goes. */
export type Direction = 'grant' | 'revoke';

/** Grants or revokes. Throws InvalidInputException, EntityNotFoundException, AccessDeniedException. */
export function changePermissions(
  region: Region,
  caller: Caller,
  direction: Direction,
  input: ChangeInput
): void {
  const principal = input.Principal.DataLakePrincipalIdentifier;
  checkGrantee(region.account, principal);
  if (principal === iamAllowedPrincipals && input.PermissionsWithGrantOption.length > 0) {
    throw invalidInput(`Grant option is not allowed for ${iamAllowedPrincipals}.`);
  }
  if (input.Permissions.length + input.PermissionsWithGrantOption.length === 0) {
    throw invalidInput('Permissions cannot be empty.');
  }
  const on = readResource(region.account, input.Resource);
  checkMayPassOn(region, caller, on, [...input.Permissions, ...input.PermissionsWithGrantOption]);
  checkExists(region, caller, on);
  const change: GrantChange = {
    principal,
    on,
    permissions: input.Permissions,
    grantable: input.PermissionsWithGrantOption,
    by: caller.arn
  };
  (direction === 'grant' ? grant : revoke)(region.lakeFormation, change);
}

/**
 * Grants and revokes are for administrators, and for who holds what is named with grant option, as the creator of a
 * thing does. Throws AccessDeniedException, InvalidInputException for permissions that such a thing does not have.
 */
function checkMayPassOn(region: Region, caller: Caller, on: Securable, names: readonly string[]): void {
  const { principalArn } = caller;
  if (!region.lakeFormation.isEnforced || isAdmin(region, principalArn)) return;
  const held = permissionsOn(region, principalArn, on, 'grantable');
  const named = readPermissions(names, on.kind, principalArn);
  if (!named.every((permission) => held.has(permission))) throw notAuthorized();
}

/** An entry of a batch that failed, as AWS answers it. */
export interface Failure {
  readonly RequestEntry: BatchEntry;
  readonly Error: { readonly ErrorCode: string; readonly ErrorMessage: string };
}

/**
 * Grants or revokes entry by entry; one that fails stops no other.
 * Throws InvalidInputException for too many entries or ids that repeat, before any change.
 */
export function changeBatch(
  region: Region,
  caller: Caller,
  direction: Direction,
  entries: readonly BatchEntry[]
): readonly Failure[] {
  if (entries.length > maxEntries) throw invalidInput(`Entries cannot be more than ${maxEntries}.`);
  const ids = entries.map(({ Id }) => Id);
  if (new Set(ids).size < ids.length) throw invalidInput('Entries must have distinct ids.');
  return entries.flatMap((entry) => {
    try {
      const input = readInput(inputs.Change, entry, 'InvalidInputException');
      changePermissions(region, caller, direction, input);
      return [];
    } catch (error) {
      if (!(error instanceof AwsRefusal)) throw error;
      return [{ RequestEntry: entry, Error: { ErrorCode: error.code, ErrorMessage: error.message } }];
    }
  });
}
