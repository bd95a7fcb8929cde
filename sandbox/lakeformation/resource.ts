import type { Account } from '../account.js';
import { catalogIdOf, catalogPath } from '../glue/catalog-id.js';
import { notInSandbox } from '../service.js';
import type { Permission, ResourceInput } from './model.js';
import { invalidInput } from './refusals.js';
import type { Securable } from './securable.js';

/** The name under which Lake Formation lists what is granted on all tables of a database. */
const allTables = 'ALL_TABLES';

/**
 * What a Resource means. Columns that are all columns are the table itself.
 * Throws InvalidInputException, EntityNotFoundException for another account's catalog, and for LF-Tags and cell
 * filters that they are not in the sandbox.
 */
export function readResource(account: Account, resource: ResourceInput): Securable {
  const given = Object.keys(resource);
  if (given.length !== 1) throw invalidInput('Resource must have one and only one type.');
  const { Catalog, Database, Table, TableWithColumns, DataLocation } = resource;
  if (Catalog) return { kind: 'catalog', catalog: catalogPath(account, Catalog.Id) };
  if (Database) {
    const catalog = catalogPath(account, Database.CatalogId);
    return { kind: 'database', catalog, name: Database.Name.toLowerCase() };
  }
  if (Table) return readTable(account, Table);
  if (TableWithColumns) return readColumns(account, TableWithColumns);
  if (DataLocation) return { kind: 'location', arn: DataLocation.ResourceArn };
  throw notInSandbox('lakeformation', `permissions on ${given.join()}`);
}

/** A thing as Lake Formation answers it. */
export function writeResource(account: Account, on: Securable): ResourceInput {
  if (on.kind === 'location') return { DataLocation: { CatalogId: account.id, ResourceArn: on.arn } };
  const CatalogId = catalogIdOf(account, on.catalog);
  switch (on.kind) {
    case 'catalog':
      return { Catalog: on.catalog === '' ? {} : { Id: CatalogId } };
    case 'database':
      return { Database: { CatalogId, Name: on.name } };
    case 'table': {
      const table = { CatalogId, DatabaseName: on.database, Name: on.name ?? allTables };
      return { Table: on.name === undefined ? { ...table, TableWildcard: {} } : table };
    }
    case 'columns': {
      const table = { CatalogId, DatabaseName: on.database, Name: on.name };
      const columns = [...on.columns];
      if (on.mode === 'only') return { TableWithColumns: { ...table, ColumnNames: columns } };
      return { TableWithColumns: { ...table, ColumnWildcard: { ExcludedColumnNames: columns } } };
    }
  }
}

/** A thing together with some of the permissions on it. */
export interface ListedPart {
  readonly resource: ResourceInput;
  readonly permissions: readonly Permission[];
  readonly grantable: readonly Permission[];
}

/**
 * One grant as the entries that Lake Formation lists: SELECT on a table comes back apart from the rest, as
 * TableWithColumns with a wildcard.
 */
export function listedParts(
  account: Account,
  on: Securable,
  held: { readonly permissions: ReadonlySet<Permission>; readonly grantable: ReadonlySet<Permission> }
): readonly ListedPart[] {
  const resource = writeResource(account, on);
  const permissions = [...held.permissions].sort();
  const grantable = [...held.grantable].sort();
  const { Table } = resource;
  if (!Table) return [{ resource, permissions, grantable }];
  const { CatalogId, DatabaseName, Name = allTables } = Table;
  const columns = {
    TableWithColumns: { CatalogId, DatabaseName, Name, ColumnWildcard: {} }
  } as ResourceInput;
  const isSelect = (permission: Permission): boolean => permission === 'SELECT';
  const isOther = (permission: Permission): boolean => permission !== 'SELECT';
  return [
    { resource, permissions: permissions.filter(isOther), grantable: grantable.filter(isOther) },
    {
      resource: columns,
      permissions: permissions.filter(isSelect),
      grantable: grantable.filter(isSelect)
    }
  ].filter((part) => part.permissions.length + part.grantable.length > 0);
}

function readTable(account: Account, table: NonNullable<ResourceInput['Table']>): Securable {
  const { Name, TableWildcard } = table;
  const at = {
    kind: 'table' as const,
    catalog: catalogPath(account, table.CatalogId),
    database: table.DatabaseName.toLowerCase()
  };
  if (TableWildcard && (Name === undefined || Name === allTables)) return at;
  if (TableWildcard || Name === undefined) {
    throw invalidInput('Table resource must have either the table name or the table wildcard.');
  }
  return { ...at, name: Name.toLowerCase() };
}

function readColumns(account: Account, table: NonNullable<ResourceInput['TableWithColumns']>): Securable {
  const { ColumnNames, ColumnWildcard, Name } = table;
  if ((ColumnNames === undefined) === (ColumnWildcard === undefined)) {
    throw invalidInput('Table with columns must have either column names or a column wildcard.');
  }
  const columns = [...(ColumnNames ?? ColumnWildcard?.ExcludedColumnNames ?? [])].sort();
  const catalog = catalogPath(account, table.CatalogId);
  const database = table.DatabaseName.toLowerCase();
  if (ColumnNames) {
    if (columns.length === 0) throw invalidInput('Column names cannot be empty.');
    return { kind: 'columns', catalog, database, name: Name.toLowerCase(), mode: 'only', columns };
  }
  if (columns.length > 0) {
    return { kind: 'columns', catalog, database, name: Name.toLowerCase(), mode: 'allBut', columns };
  }
  return Name === allTables
    ? { kind: 'table', catalog, database }
    : { kind: 'table', catalog, database, name: Name.toLowerCase() };
}
