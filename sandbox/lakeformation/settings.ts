import type { Region } from '../account.js';
import type { SettingsInput } from './model.js';
import { iamAllowedPrincipals } from './permissions.js';
import { checkAdmin } from './principals.js';
import { invalidInput } from './refusals.js';

const parameterValues: ReadonlyMap<string, RegExp> = new Map([
  ['CROSS_ACCOUNT_VERSION', /^[1-5]$/],
  ['SET_CONTEXT', /^(TRUE|FALSE)$/],
  ['SET_SOURCE_IDENTITY', /^(TRUE|FALSE)$/]
]);

/**
 * Replaces the whole settings document: what is left out becomes empty, the cross-account version 1. Members that the
 * sandbox does not know are kept and given back, so that a client which drops them is found out.
 * Throws InvalidInputException, and then changes nothing.
 */
export function putSettings(region: Region, settings: SettingsInput): void {
  const { account } = region;
  for (const { DataLakePrincipalIdentifier: admin } of [
    ...settings.DataLakeAdmins,
    ...settings.ReadOnlyAdmins
  ]) {
    checkAdmin(account, admin);
  }
  checkDefaults(settings.CreateDatabaseDefaultPermissions);
  checkDefaults(settings.CreateTableDefaultPermissions);
  checkAccounts(settings.TrustedResourceOwners);
  checkAccounts(settings.ExternalDataFilteringAllowList.map(({ DataLakePrincipalIdentifier: id }) => id));
  for (const [key, value] of Object.entries(settings.Parameters)) {
    if (!parameterValues.get(key)?.test(value)) throw invalidInput(`Invalid parameter, ${key}: ${value}`);
  }
  const Parameters = { CROSS_ACCOUNT_VERSION: '1', ...settings.Parameters, SET_CONTEXT: 'TRUE' };
  region.lakeFormation.change((rules) => {
    rules.settings = { ...settings, Parameters };
  });
}

function checkDefaults(list: SettingsInput['CreateTableDefaultPermissions']): void {
  const isIamOnly = list.every(
    ({ Principal, Permissions }) =>
      Principal.DataLakePrincipalIdentifier === iamAllowedPrincipals && Permissions.join() === 'ALL'
  );
  if (list.length > 1 || !isIamOnly) {
    throw invalidInput('Default permissions can only be empty, or ALL for IAM_ALLOWED_PRINCIPALS.');
  }
}

function checkAccounts(ids: readonly string[]): void {
  const bad = ids.find((id) => !/^\d{12}$/.test(id));
  if (bad !== undefined) throw invalidInput(`Invalid account id, ${bad}`);
}
