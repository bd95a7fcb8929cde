import type { Region } from '../account.js';
import { catalogIdOf } from '../glue/catalog-id.js';
import { catalogView } from '../glue/catalogs.js';
import type { TableView } from '../glue/home.js';
import { homeOf } from '../glue/home-of.js';
import { AwsRefusal, type Caller } from '../service.js';
import { entityNotFound, invalidInput } from './refusals.js';
import type { Securable } from './securable.js';

/**
 * Checks that a thing is there: in the default catalog, or in S3 Tables seen through the federated one.
 * Throws EntityNotFoundException, InvalidInputException for a column that a table does not have.
 */
export function checkExists(region: Region, caller: Caller, on: Securable): void {
  if (on.kind === 'location') {
    checkLocation(region, on.arn);
    return;
  }
  const catalogId = catalogIdOf(region.account, on.catalog);
  if (on.kind === 'catalog') {
    orNotFound('Catalog not found', () => catalogView(region, catalogId));
    return;
  }
  const home = orNotFound('Catalog not found', () => homeOf(region, caller, catalogId));
  const database = on.kind === 'database' ? on.name : on.database;
  orNotFound('Database not found', () => home.database(database));
  if (on.kind === 'database' || on.name === undefined) return;
  const { name } = on;
  const table = orNotFound('Table not found', () => home.table(database, name));
  if (on.kind === 'columns') checkColumns(table, on.columns);
}

/** A location is there when it is registered, itself or a location above it. */
function checkLocation(region: Region, arn: string): void {
  const registered = [...region.lakeFormation.resources.keys()].map((each) => each.replace(/\/?\*?$/, ''));
  if (!registered.some((each) => arn === each || arn.startsWith(`${each}/`))) {
    throw entityNotFound('Resource is not registered.');
  }
}

function checkColumns(table: TableView, columns: readonly string[]): void {
  const known = (table.StorageDescriptor?.Columns ?? []).map(({ Name }) => Name);
  if (!columns.every((column) => known.includes(column))) {
    throw invalidInput(
      'Permissions modification is invalid: cannot grant/revoke permission on non-existent column.'
    );
  }
}

/** What Glue cannot show is as good as absent. */
const absent = ['EntityNotFoundException', 'ValidationException'];

function orNotFound<T>(message: string, look: () => T): T {
  try {
    return look();
  } catch (error) {
    const isAbsent = error instanceof AwsRefusal && absent.includes(error.code);
    throw isAbsent ? entityNotFound(message) : error;
  }
}
