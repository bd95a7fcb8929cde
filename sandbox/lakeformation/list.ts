import type { Account, Region } from '../account.js';
import { pageOf } from '../input/page.js';
import type { Caller } from '../service.js';
import { checkExists } from './existence.js';
import type { ListPermissionsInput } from './model.js';
import { checkGrantee } from './principals.js';
import { invalidInput } from './refusals.js';
import { listedParts, readResource } from './resource.js';
import { grantKey, securableKey, type Securable } from './securable.js';
import type { Grant } from './state.js';

const kindOf: Readonly<Record<string, readonly Securable['kind'][]>> = {
  CATALOG: ['catalog'],
  DATABASE: ['database'],
  TABLE: ['table', 'columns'],
  DATA_LOCATION: ['location']
};

/**
 * Lists grants, one entry for each principal and thing; SELECT on a table is an entry of its own. With a principal
 * and a resource together AWS answers what is effective: then the grants on all tables count for a table too.
 * What administrators may do because they are, and what a federated catalog's defaults give, is not listed.
 * Identity Center's users and groups cannot be asked for: the list is empty, as on AWS.
 * Throws InvalidInputException, EntityNotFoundException.
 */
export function listPermissions(region: Region, caller: Caller, input: ListPermissionsInput): object {
  const grants = [...region.lakeFormation.grants.values()].filter(filterOf(region, caller, input));
  const entries = grants.flatMap((grant) => entriesOf(region.account, grant));
  const { items, next } = pageOf(
    entries,
    ({ key }) => key,
    { size: input.MaxResults, token: input.NextToken },
    invalidInput('Invalid NextToken.')
  );
  return { PrincipalResourcePermissions: items.map(({ view }) => view), NextToken: next };
}

function filterOf(region: Region, caller: Caller, input: ListPermissionsInput): (grant: Grant) => boolean {
  const principal = input.Principal?.DataLakePrincipalIdentifier;
  if (principal !== undefined) checkGrantee(region.account, principal);
  if (principal?.includes(':identitystore:')) return () => false;
  const on = input.Resource && readFilter(region, caller, input.Resource);
  const kinds = input.ResourceType === undefined ? undefined : (kindOf[input.ResourceType] ?? []);
  const isWide = principal !== undefined || /^true$/i.test(input.IncludeRelated ?? '');
  return (grant) =>
    (principal === undefined || grant.principal === principal) &&
    (kinds === undefined || kinds.includes(grant.on.kind)) &&
    (on === undefined || isOn(grant.on, on, isWide));
}

function readFilter(
  region: Region,
  caller: Caller,
  resource: NonNullable<ListPermissionsInput['Resource']>
): Securable {
  if (resource.TableWithColumns) {
    throw invalidInput('Resource type TableWithColumns is not supported; use Table.');
  }
  const on = readResource(region.account, resource);
  checkExists(region, caller, on);
  return on;
}

/** Whether a grant belongs to a thing: to itself, to columns of it, and, if `isWide`, to all tables beside it. */
function isOn(granted: Securable, asked: Securable, isWide: boolean): boolean {
  if (securableKey(granted) === securableKey(asked)) return true;
  if (asked.kind !== 'table' || (granted.kind !== 'table' && granted.kind !== 'columns')) return false;
  const isBeside = granted.catalog === asked.catalog && granted.database === asked.database;
  if (granted.kind === 'columns') return isBeside && granted.name === asked.name;
  return isBeside && isWide && granted.name === undefined;
}

function entriesOf(account: Account, grant: Grant): { readonly key: string; readonly view: object }[] {
  return listedParts(account, grant.on, grant).map(({ resource, permissions, grantable }, index) => ({
    key: `${grantKey(grant.principal, grant.on)} ${index}`,
    view: {
      Principal: { DataLakePrincipalIdentifier: grant.principal },
      Resource: resource,
      Permissions: permissions,
      PermissionsWithGrantOption: grantable,
      LastUpdated: grant.updatedAt.getTime() / 1000,
      ...(grant.updatedBy === '' ? {} : { LastUpdatedBy: grant.updatedBy })
    }
  }));
}
