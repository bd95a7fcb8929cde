import type { Region } from '../account.js';
import { homeOf } from '../glue/home-of.js';
import { catalogsUnder } from '../glue/catalogs.js';
import { catalogIdOf, catalogPath } from '../glue/catalog-id.js';
import { AwsRefusal, type Caller } from '../service.js';
import { adminPermissions } from './authority.js';
import { grantKey, type Securable } from './securable.js';
import type { Grant } from './state.js';

/**
 * The grants that are listed: those that were made and, mixed into them as AWS does, what administrators may do
 * because they are. Nothing tells the two apart.
 */
export function listedGrants(region: Region, caller: Caller): readonly Grant[] {
  const { grants, settings, showImplicit } = region.lakeFormation;
  if (!showImplicit) return [...grants.values()];
  const all = new Map(grants);
  const things = everything(region, caller);
  for (const { DataLakePrincipalIdentifier: principal } of settings.DataLakeAdmins) {
    for (const on of things) {
      const key = grantKey(principal, on);
      all.set(key, withImplicit(all.get(key), principal, on));
    }
  }
  return [...all.values()];
}

function withImplicit(made: Grant | undefined, principal: string, on: Securable): Grant {
  const implicit = adminPermissions(on.kind);
  return {
    ...(made ?? { principal, on, ofCreation: false, updatedAt: new Date(0), updatedBy: '' }),
    permissions: new Set([...(made?.permissions ?? []), ...implicit]),
    grantable: new Set([...(made?.grantable ?? []), ...implicit])
  };
}

/** Every catalog, database, table and location of the region. */
function everything(region: Region, caller: Caller): readonly Securable[] {
  const below = catalogsUnder(region, undefined, true);
  const paths = ['', ...below.map(({ CatalogId }) => catalogPath(region.account, CatalogId))];
  const locations = [...region.lakeFormation.resources.keys()];
  return [
    ...locations.map((arn): Securable => ({ kind: 'location', arn })),
    ...paths.flatMap((catalog): Securable[] => [
      { kind: 'catalog', catalog },
      ...within(region, caller, catalog)
    ])
  ];
}

function within(region: Region, caller: Caller, catalog: string): Securable[] {
  const home = homeAt(region, caller, catalog);
  return (home?.databases() ?? []).flatMap(({ Name: database }): Securable[] => [
    { kind: 'database', catalog, name: database },
    ...(home?.tables(database) ?? []).map(({ Name: name }): Securable => {
      return { kind: 'table', catalog, database, name };
    })
  ]);
}

/** Nothing for the catalog of all table buckets, which has no databases of its own. */
function homeAt(region: Region, caller: Caller, path: string): ReturnType<typeof homeOf> | undefined {
  try {
    return homeOf(region, caller, catalogIdOf(region.account, path));
  } catch (error) {
    if (error instanceof AwsRefusal) return undefined;
    throw error;
  }
}
