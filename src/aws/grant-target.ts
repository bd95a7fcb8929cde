import type {
  PrincipalResourcePermissions,
  Resource,
  TableResource,
  TableWithColumnsResource
} from '@aws-sdk/client-lakeformation';
import type { GrantTarget } from './ports.js';

/** The name under which Lake Formation lists what is granted on all tables of a database. */
const ALL_TABLES = 'ALL_TABLES';

/** What a grant is on, as Lake Formation's API takes it. */
export function resourceOf(on: GrantTarget): Resource {
  const { catalogId } = on;
  if (on.kind === 'catalog') return { Catalog: catalogId === undefined ? {} : { Id: catalogId } };
  const CatalogId = catalogId === undefined ? {} : { CatalogId: catalogId };
  if (on.kind === 'database') return { Database: { ...CatalogId, Name: on.database } };
  return { Table: { ...CatalogId, DatabaseName: on.database, TableWildcard: {} } };
}

/** For people: `all tables of the database dev_db`. */
export function shownTarget(on: GrantTarget): string {
  if (on.kind === 'catalog')
    return on.catalogId === undefined ? 'the Data Catalog' : `the catalog ${on.catalogId}`;
  const name = on.catalogId === undefined ? on.database : `${on.catalogId}/${on.database}`;
  return on.kind === 'database' ? `the database ${name}` : `all tables of the database ${name}`;
}

/** Whether an entry of a list is on exactly this; the list may hold others. */
export function isOn({ Resource: it }: PrincipalResourcePermissions, on: GrantTarget): boolean {
  if (on.kind === 'catalog') {
    return it?.Catalog !== undefined && pathOf(it.Catalog.Id) === pathOf(on.catalogId);
  }
  const path = pathOf(on.catalogId, on.database);
  if (on.kind === 'database') {
    return it?.Database !== undefined && pathOf(it.Database.CatalogId, it.Database.Name) === path;
  }
  const tables = allTables(it?.Table) ?? allColumnsOfAllTables(it?.TableWithColumns);
  return tables !== undefined && pathOf(tables.CatalogId, tables.DatabaseName) === path;
}

type Tables = Pick<TableResource, 'CatalogId' | 'DatabaseName'>;

function allTables(table: TableResource | undefined): Tables | undefined {
  return table?.TableWildcard !== undefined || table?.Name === ALL_TABLES ? table : undefined;
}

/** SELECT on tables comes back as one on their columns. */
function allColumnsOfAllTables(table: TableWithColumnsResource | undefined): Tables | undefined {
  if (table?.Name !== ALL_TABLES || table.ColumnWildcard === undefined) return undefined;
  return (table.ColumnWildcard.ExcludedColumnNames ?? []).length === 0 ? table : undefined;
}

/**
 * The path inside the account, which is the same whether AWS puts the catalog into the id or before the database's
 * name (`s3tablescatalog/<bucket>/<namespace>`). Glue folds names to lower case.
 */
function pathOf(catalogId: string | undefined, name?: string): string {
  const catalog = catalogId?.replace(/^\d{12}(?::|$)/, '') ?? '';
  return [catalog, name ?? '']
    .filter((part) => part !== '')
    .join('/')
    .toLowerCase();
}
