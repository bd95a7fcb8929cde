import type { Region } from '../account.js';
import { readInput } from '../input/constraints.js';
import { AwsRefusal, type Caller } from '../service.js';
import { checkExists } from './existence.js';
import { grant, revoke, type GrantChange } from './grants.js';
import { inputs, type BatchEntry, type ChangeInput } from './model.js';
import { iamAllowedPrincipals } from './permissions.js';
import { checkGrantee } from './principals.js';
import { invalidInput } from './refusals.js';
import { readResource } from './resource.js';

/** Largest number of entries in one batch. */
const maxEntries = 20;

/** Which way a change of permissions goes. */
export type Direction = 'grant' | 'revoke';

/** Grants or revokes. Throws InvalidInputException, EntityNotFoundException. */
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
