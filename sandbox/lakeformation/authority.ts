import type { Region } from '../account.js';
import { isFederated } from '../glue/catalogs.js';
import type { Permission } from './model.js';
import { iamAllowedPrincipals, leavesToIam, permissionsOf } from './permissions.js';
import { isWithin, type Securable } from './securable.js';
import type { Grant } from './state.js';

/** What a principal may do itself, or may pass on. */
export type Right = 'permissions' | 'grantable';

/** Whether a principal is a data lake administrator. */
export function isAdmin(region: Region, principal: string): boolean {
  return isIn(region.lakeFormation.inForce.settings.DataLakeAdmins, principal);
}

/** Whether a principal sees all there is: an administrator, or a read-only one. */
export function seesAll(region: Region, principal: string): boolean {
  return isAdmin(region, principal) || isIn(region.lakeFormation.inForce.settings.ReadOnlyAdmins, principal);
}

/**
 * All that a principal may do with a thing, or may pass on: by grants on it and on what it is in, as an administrator,
 * and with everyone who has access through IAM. ALL comes with every permission that the thing has.
 */
export function permissionsOn(
  region: Region,
  principal: string,
  on: Securable,
  right: Right = 'permissions'
): ReadonlySet<Permission> {
  const found = new Set<Permission>();
  for (const grant of grantsTo(region, principal)) {
    for (const permission of reaching(grant, on, right)) found.add(permission);
  }
  for (const permission of implied(region, principal, on.kind, right)) found.add(permission);
  const isWhole = found.has('ALL') || (right === 'permissions' && isLeftToIam(region, on));
  return isWhole ? new Set([...found, ...permissionsOf(on.kind)]) : found;
}

/** Whether a principal sees that a thing is there: it may do anything with it or with what is in it. */
export function sees(region: Region, principal: string, on: Securable): boolean {
  if (seesAll(region, principal) || permissionsOn(region, principal, on).size > 0) return true;
  return grantsTo(region, principal).some((grant) => grant.permissions.size > 0 && isWithin(grant.on, on));
}

/** Columns of a table that a principal sees; grants on columns alone leave the others out. */
export function seenColumns(
  region: Region,
  principal: string,
  table: Extract<Securable, { readonly kind: 'table' }>
): (column: string) => boolean {
  if (seesAll(region, principal) || permissionsOn(region, principal, table).size > 0) return () => true;
  const grants = grantsTo(region, principal).flatMap(({ on }) =>
    on.kind === 'columns' && isWithin(on, table) ? [on] : []
  );
  return (column) => grants.some(({ mode, columns }) => (mode === 'only') === columns.includes(column));
}

/**
 * What an administrator may do because it is one (Developer Guide, "Implicit Lake Formation permissions"): it sees
 * everything, creates catalogs and databases, uses every location, passes on whatever it likes, and no more.
 */
export function adminPermissions(kind: Securable['kind']): readonly Permission[] {
  const implicit: readonly Permission[] = [
    'CREATE_CATALOG',
    'CREATE_DATABASE',
    'DATA_LOCATION_ACCESS',
    'DESCRIBE'
  ];
  return permissionsOf(kind).filter((permission) => implicit.includes(permission));
}

function isIn(list: readonly { readonly DataLakePrincipalIdentifier: string }[], principal: string): boolean {
  return list.some(({ DataLakePrincipalIdentifier: id }) => id === principal);
}

function implied(
  region: Region,
  principal: string,
  kind: Securable['kind'],
  right: Right
): readonly Permission[] {
  if (isAdmin(region, principal)) return right === 'grantable' ? permissionsOf(kind) : adminPermissions(kind);
  const isDescribing = right === 'permissions' && seesAll(region, principal);
  return isDescribing ? permissionsOf(kind).filter((permission) => permission === 'DESCRIBE') : [];
}

/** The grants that count for a principal: its own, and those to everyone in the account. */
function grantsTo(region: Region, principal: string): readonly Grant[] {
  const whom = [principal, iamAllowedPrincipals, `${region.account.id}:IAMPrincipals`];
  return [...region.lakeFormation.inForce.grants.values()].filter(
    (grant) => whom.includes(grant.principal) && !isSuspended(region, grant)
  );
}

/**
 * The grant that lets everyone create databases comes with the account. AWS's console ends it together with the
 * default permissions, its API apart from them; here either ends it, until somebody grants it anew.
 */
function isSuspended(region: Region, { updatedBy }: Grant): boolean {
  const { CreateDatabaseDefaultPermissions } = region.lakeFormation.inForce.settings;
  return updatedBy === '' && !leavesToIam(CreateDatabaseDefaultPermissions);
}

/**
 * What a grant gives on a thing: all of it on the thing itself, and on tables and columns when it is on all tables or
 * on the table. Whoever may do everything with a catalog may do so with what is in it.
 */
function reaching(grant: Grant, on: Securable, right: Right): readonly Permission[] {
  const { on: granted, [right]: held } = grant;
  if (!isWithin(on, granted)) return [];
  if (granted.kind === 'catalog' && !isWithin(granted, on)) {
    return held.has('ALL') || held.has('SUPER_USER') ? permissionsOf(on.kind) : [];
  }
  if (granted.kind === 'database' && on.kind !== 'database') return [];
  const all = held.has('ALL') || held.has('SUPER_USER') ? permissionsOf(on.kind) : [];
  return [...held, ...all].filter((permission) => permissionsOf(on.kind).includes(permission));
}

/** Whether a federated catalog's defaults leave what it shows to IAM; nothing is granted on what S3 Tables makes. */
function isLeftToIam(region: Region, on: Securable): boolean {
  if (on.kind === 'location') return false;
  const catalog = region.glue.catalogs.get(on.catalog.split('/')[0] ?? '');
  if (!catalog || !isFederated(catalog.input)) return false;
  const ofTables = on.kind === 'table' || on.kind === 'columns';
  return leavesToIam(
    ofTables ? catalog.createTableDefaultPermissions : catalog.createDatabaseDefaultPermissions
  );
}
