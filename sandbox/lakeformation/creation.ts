import type { Region } from '../account.js';
import type { DefaultPermission } from '../glue/model.js';
import type { Caller } from '../service.js';
import { grant } from './grants.js';
import { iamAllowedPrincipals, readPermissions } from './permissions.js';
import type { Securable } from './securable.js';

/**
 * Writes down the permissions that come with a new database or table: everything, with grant option, for who made
 * it, and what the defaults give (Lake Formation Developer Guide, "Implicit Lake Formation permissions").
 * Throws InvalidInputException, before anything is written, for a default that the thing does not have.
 */
export function grantOnCreation(
  region: Region,
  caller: Caller,
  on: Securable,
  defaults: readonly DefaultPermission[]
): void {
  const made = { on, by: caller.arn, ofCreation: true };
  const all = on.kind === 'location' ? ['DATA_LOCATION_ACCESS'] : ['ALL'];
  const given = defaults.map(({ Principal, Permissions: permissions = all }) => ({
    principal: Principal?.DataLakePrincipalIdentifier ?? iamAllowedPrincipals,
    permissions
  }));
  for (const { principal, permissions } of given) readPermissions(permissions, on.kind, principal);
  grant(region.lakeFormation, { ...made, principal: caller.principalArn, permissions: all, grantable: all });
  for (const each of given) grant(region.lakeFormation, { ...made, ...each, grantable: [] });
}

/**
 * Writes down that a thing which S3 Tables keeps is its creator's, where permissions are checked: S3 Tables itself knows
 * nothing of them.
 */
export function grantToCreator(region: Region, caller: Caller, on: Securable): void {
  if (region.lakeFormation.isEnforced) grantOnCreation(region, caller, on, []);
}
