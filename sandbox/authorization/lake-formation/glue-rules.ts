import type * as v from 'valibot';
import type { Region } from '../../account.js';
import { catalogPath } from '../../glue/catalog-id.js';
import { inputs, type CatalogInput } from '../../glue/model.js';
import { readInput } from '../../input/constraints.js';
import { requireAny, requireSight, type Asking } from '../../lakeformation/access.js';
import type { Permission } from '../../lakeformation/model.js';
import { leavesToIam } from '../../lakeformation/permissions.js';
import { requireSightOfContents } from './contents.js';

type Inputs = typeof inputs;
type Rule = (asking: Asking, members: unknown) => void;

/** What Glue's operations need; those that are not here need nothing. Each throws AccessDeniedException. */
export const glueRules: Readonly<Record<string, Rule>> = {
  CreateDatabase: (asking, members) => {
    const { CatalogId } = read('CreateDatabase', members);
    requireAny(asking, ['CREATE_DATABASE'], catalogAt(asking, CatalogId));
  },
  GetDatabase: (asking, members) => requireSight(asking, databaseAt(asking, read('Database', members))),
  GetDatabases: (asking, members) => {
    const { CatalogId } = read('GetDatabases', members);
    requireSightOfContents(asking, catalogAt(asking, CatalogId).catalog);
  },
  UpdateDatabase: (asking, members) => {
    requireAny(asking, ['ALTER'], databaseAt(asking, read('UpdateDatabase', members)));
  },
  DeleteDatabase: (asking, members) => {
    requireAny(asking, ['DROP'], databaseAt(asking, read('Database', members)));
  },
  CreateTable: (asking, members) => {
    const { CatalogId, DatabaseName: Name } = read('CreateTable', members);
    requireAny(asking, ['CREATE_TABLE'], databaseAt(asking, { CatalogId, Name }));
  },
  GetTable: (asking, members) => requireSight(asking, tableAt(asking, read('Table', members))),
  GetTables: (asking, members) => {
    const { CatalogId, DatabaseName: Name } = read('GetTables', members);
    requireSight(asking, databaseAt(asking, { CatalogId, Name }));
  },
  GetPartitionIndexes: (asking, members) => {
    const { TableName: Name, ...at } = read('GetPartitionIndexes', members);
    requireSight(asking, tableAt(asking, { ...at, Name }));
  },
  UpdateTable: (asking, members) => {
    const { TableInput, ...at } = read('UpdateTable', members);
    requireAny(asking, ['ALTER'], tableAt(asking, { ...at, Name: TableInput.Name }));
  },
  DeleteTable: (asking, members) => requireAny(asking, ['DROP'], tableAt(asking, read('Table', members))),
  CreateCatalog: (asking, members) => mayCreateCatalog(asking, read('CreateCatalog', members).CatalogInput),
  GetCatalog: (asking, members) => {
    const on = catalogAt(asking, read('Catalog', members).CatalogId);
    if (on.catalog !== '') requireSight(asking, on);
  },
  UpdateCatalog: onCatalog('UpdateCatalog', 'ALTER'),
  DeleteCatalog: onCatalog('Catalog', 'DROP')
};

function onCatalog(input: 'UpdateCatalog' | 'Catalog', permission: Permission): Rule {
  return (asking, members) =>
    requireAny(asking, [permission], catalogAt(asking, read(input, members).CatalogId));
}

/**
 * A catalog of table buckets whose defaults leave access to IAM needs IAM's permissions only; one that leaves it to Lake
 * Formation needs the right to make catalogs, and to use the location (Developer Guide, "Prerequisites for integrating
 * Amazon S3 tables catalog").
 */
function mayCreateCatalog(asking: Asking, input: CatalogInput): void {
  if (input.FederatedCatalog && isLeftToIam(asking.region, input)) return;
  requireAny(asking, ['CREATE_CATALOG'], { kind: 'catalog', catalog: '' });
  if (!input.FederatedCatalog) return;
  const arn = asking.region.arn('s3tables', 'bucket/*');
  requireAny(asking, ['DATA_LOCATION_ACCESS'], { kind: 'location', arn });
}

function isLeftToIam({ lakeFormation }: Region, input: CatalogInput): boolean {
  return leavesToIam(
    input.CreateDatabaseDefaultPermissions ?? lakeFormation.settings.CreateDatabaseDefaultPermissions
  );
}

interface Located {
  readonly CatalogId?: string | undefined;
  readonly Name: string;
}

function catalogAt({ region }: Asking, id: string | undefined): { kind: 'catalog'; catalog: string } {
  return { kind: 'catalog', catalog: catalogPath(region.account, id) };
}

function databaseAt(
  asking: Asking,
  { CatalogId, Name }: Located
): { kind: 'database'; catalog: string; name: string } {
  return { kind: 'database', catalog: catalogAt(asking, CatalogId).catalog, name: Name.toLowerCase() };
}

function tableAt(
  asking: Asking,
  { CatalogId, DatabaseName, Name }: Located & { readonly DatabaseName: string }
): { kind: 'table'; catalog: string; database: string; name: string } {
  const { catalog } = catalogAt(asking, CatalogId);
  return { kind: 'table', catalog, database: DatabaseName.toLowerCase(), name: Name.toLowerCase() };
}

function read<K extends keyof Inputs>(name: K, members: unknown): v.InferOutput<Inputs[K]> {
  return readInput(inputs[name], members, 'ValidationException');
}
