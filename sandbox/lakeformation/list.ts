import type { Account, Region } from '../account.js';
import { pageOf } from '../input/page.js';
import type { Caller } from '../service.js';
import { permissionsOn, sees, seesAll } from './authority.js';
import { checkExists } from './existence.js';
import { listedGrants } from './implicit.js';
import type { ListPermissionsInput } from './model.js';
import { checkGrantee } from './principals.js';
import { invalidInput, notAuthorized } from './refusals.js';
import { listedParts, readResource } from './resource.js';
import { grantKey, isWithin, securableKey, type Securable } from './securable.js';
import type { Grant } from './state.js';

const kindOf: Readonly<Record<string, readonly Securable['kind'][]>> = {
  CATALOG: ['catalog'],
  DATABASE: ['database'],
  TABLE: ['table', 'columns'],
  DATA_LOCATION: ['location']
};

/**
 * Lists grants, one entry for each principal and thing; SELECT on a table is an entry of its own. With a principal
 * and a resource together AWS answers what is effective: then the grants on all tables count for a table too, and those
 * of everything in a catalog for what is in it. What a federated catalog's defaults give is not listed.
 * A principal alone is refused, as AWS does. Identity Center's users and groups cannot be asked for: the list is empty, as on AWS.
 * Where permissions are checked, a caller who is no administrator sees what concerns it: its own permissions, and all
 * those on what it may pass on. A grant is listed at once, though it may be decided by only later; AWS promises neither.
 * Throws InvalidInputException, EntityNotFoundException, AccessDeniedException.
 */
export function listPermissions(region: Region, caller: Caller, input: ListPermissionsInput): object {
  const isAskedFor = filterOf(region, caller, input);
  const concerns = concernOf(region, caller);
  const grants = listedGrants(region, caller).filter((grant) => isAskedFor(grant) && concerns(grant));
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
  if (principal !== undefined && !input.Resource) {
    throw invalidInput('Resource is mandatory if Principal is set in the input');
  }
  if (principal !== undefined) checkGrantee(region.account, principal);
  if (principal?.includes(':identitystore:')) return () => false;
  const on = input.Resource && readFilter(region, caller, input.Resource);
  const kinds = input.ResourceType === undefined ? undefined : (kindOf[input.ResourceType] ?? []);
  const isWide = principal !== undefined || /^true$/i.test(input.IncludeRelated ?? '');
  return (grant) =>
    (principal === undefined || grant.principal === principal) &&
    (kinds === undefined || kinds.includes(grant.on.kind)) &&
    (on === undefined || isOn(grant, on, isWide));
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
  const { isEnforced } = region.lakeFormation;
  if (isEnforced && !sees(region, caller.principalArn, on)) throw notAuthorized();
  checkExists(region, caller, on);
  return on;
}

function concernOf(region: Region, caller: Caller): (grant: Grant) => boolean {
  const { principalArn } = caller;
  if (!region.lakeFormation.isEnforced || seesAll(region, principalArn)) return () => true;
  return ({ principal, on }) =>
    principal === principalArn || permissionsOn(region, principalArn, on, 'grantable').size > 0;
}

/** Whether a grant belongs to a thing: to itself, to columns of it, and, if `isWide`, to what it is in. */
function isOn(grant: Grant, asked: Securable, isWide: boolean): boolean {
  const { on: granted } = grant;
  if (securableKey(granted) === securableKey(asked)) return true;
  if (granted.kind === 'columns') {
    return asked.kind === 'table' && asked.name !== undefined && isWithin(granted, asked);
  }
  return isWide && reachesDown(grant) && isWithin(asked, granted);
}

function reachesDown({ on, permissions }: Grant): boolean {
  if (on.kind === 'catalog') return permissions.has('ALL') || permissions.has('SUPER_USER');
  return on.kind === 'table';
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
