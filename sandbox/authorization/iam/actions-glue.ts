import type { Region } from '../../account.js';
import { contextOf } from '../../policy/context.js';
import type { Operation, SandboxRequest } from '../../service.js';
import * as need from './need.js';
import type { Need, Target } from './need.js';

/** Down to what Glue asks: an operation on a table is on its database and its catalogs as well. */
type Depth = 'catalog' | 'database' | 'allDatabases' | 'table' | 'allTables' | 'databaseWithAll';

/** Service Authorization Reference, AWS Glue. */
const depths: Readonly<Record<string, Depth>> = {
  CreateDatabase: 'database',
  GetDatabase: 'database',
  GetDatabases: 'allDatabases',
  UpdateDatabase: 'database',
  DeleteDatabase: 'databaseWithAll',
  CreateTable: 'table',
  GetTable: 'table',
  GetTables: 'allTables',
  GetPartitionIndexes: 'table',
  UpdateTable: 'table',
  DeleteTable: 'table',
  CreateCatalog: 'catalog',
  GetCatalog: 'catalog',
  GetCatalogs: 'catalog',
  UpdateCatalog: 'catalog',
  DeleteCatalog: 'catalog'
};

/** Glue's actions of its Iceberg REST catalog (Glue Developer Guide, "… Iceberg REST endpoint"). */
const icebergActions: Readonly<Record<string, string>> = {
  IcebergGetConfig: 'GetCatalog',
  IcebergListNamespaces: 'GetDatabases',
  IcebergCreateNamespace: 'CreateDatabase',
  IcebergLoadNamespaceMetadata: 'GetDatabase',
  IcebergNamespaceExists: 'GetDatabase',
  IcebergUpdateNamespaceProperties: 'UpdateDatabase',
  IcebergDropNamespace: 'DeleteDatabase',
  IcebergListTables: 'GetTables',
  IcebergCreateTable: 'CreateTable',
  IcebergLoadTable: 'GetTable',
  IcebergTableExists: 'GetTable',
  IcebergCommitTable: 'UpdateTable',
  IcebergDropTable: 'DeleteTable'
};

/** What an operation is about. */
interface Place {
  /** The catalog's path, as in ARNs: empty for the default one, `s3tablescatalog/<bucket>`. */
  readonly catalog: string;
  readonly database: string;
  readonly table: string;
}

/** What Glue's operations need. */
export function glueNeeds(request: SandboxRequest, operation: Operation): readonly Need[] {
  const { region } = request;
  const members = need.jsonBody(request);
  const { name } = operation;
  if (/^(Tag|Untag)Resource$|^GetTags$/.test(name)) return tagNeeds(region, name, members);
  const iceberg = name.startsWith('Iceberg');
  const action = iceberg ? icebergActions[name] : name;
  const place = iceberg ? icebergPlace(request, operation, members) : placeIn(members);
  const depth = action === undefined ? undefined : depths[action];
  if (depth === undefined) return [];
  const context = need.requestTags(need.texts(members['Tags']));
  const needs = arnsTo(place, depth).map((path): Need => {
    const target = glueTarget(region, path);
    return { ...target, action: `glue:${action}`, context: need.merged(context, target.context) };
  });
  return name === 'CreateCatalog' ? [...needs, ...passedConnection(region, members)] : needs;
}

function tagNeeds(region: Region, name: string, members: Readonly<Record<string, unknown>>): readonly Need[] {
  const arn = need.textOf(members['ResourceArn']) ?? '';
  const removed = members['TagsToRemove'];
  const keys = Array.isArray(removed) ? removed.map(String) : [];
  const target = glueTarget(region, arn.split(':').slice(5).join(':'));
  const context = need.merged(
    target.context,
    need.requestTags(need.texts(members['TagsToAdd'])),
    keys.length > 0 ? contextOf(need.keysOfTags(keys)) : undefined
  );
  return [{ arn, action: `glue:${name}`, context }];
}

function placeIn(members: Readonly<Record<string, unknown>>): Place {
  const database = need.record(members['DatabaseInput']);
  const table = need.record(members['TableInput']);
  const given = members['CatalogId'] ?? members['ParentCatalogId'] ?? newCatalog(members);
  const ofTable = members['DatabaseName'] !== undefined;
  const name = need.textOf(members['Name'] ?? members['TableName']);
  return {
    catalog: pathOf(need.textOf(given) ?? ''),
    database: lower(members['DatabaseName'] ?? name ?? database['Name']),
    table: ofTable ? lower(name ?? table['Name']) : ''
  };
}

function newCatalog(members: Readonly<Record<string, unknown>>): unknown {
  return members['CatalogInput'] === undefined ? undefined : members['Name'];
}

function icebergPlace(
  { query }: SandboxRequest,
  { labels = {} }: Operation,
  members: Readonly<Record<string, unknown>>
): Place {
  const [, account = '', rest = ''] = /^(\d{12})?:?(.*)$/.exec(labels['warehouse'] ?? '') ?? [];
  const warehouse = query.get('warehouse') ?? `${account}:${rest.replaceAll(':', '/')}`;
  const levels = Array.isArray(members['namespace']) ? (members['namespace'] as unknown[]) : [];
  return {
    catalog: pathOf(warehouse),
    database: lower(labels['namespace'] ?? levels[0]),
    table: lower(labels['table'] ?? members['name'])
  };
}

/** A catalog id without the account in front. */
function pathOf(catalogId: string): string {
  return catalogId.replace(/^\d{12}(:|$)/, '').replace(/^:/, '');
}

function lower(value: unknown): string {
  return (need.textOf(value) ?? '').toLowerCase();
}

/** What comes after the account in the ARNs of all that an operation is on, from the default catalog down. */
function arnsTo({ catalog, database, table }: Place, depth: Depth): readonly string[] {
  const names = catalog === '' ? [] : catalog.split('/');
  const catalogs = ['catalog', ...names.map((_, at) => `catalog/${names.slice(0, at + 1).join('/')}`)];
  const below = (kind: string, ...path: readonly string[]): string => [kind, ...names, ...path].join('/');
  const ofDatabase = [...catalogs, below('database', database)];
  const needed: Readonly<Record<Depth, readonly string[]>> = {
    catalog: catalogs,
    database: ofDatabase,
    allDatabases: [...catalogs, below('database', '*')],
    table: [...ofDatabase, below('table', database, table)],
    allTables: [...ofDatabase, below('table', database, '*')],
    databaseWithAll: [
      ...ofDatabase,
      below('table', database, '*'),
      below('userDefinedFunction', database, '*')
    ]
  };
  return needed[depth];
}

function glueTarget(region: Region, path: string): Target {
  const [kind, ...names] = path.split('/');
  const { databases, catalogs } = region.glue;
  const name = names.join('/');
  const holder =
    kind === 'database' ? databases.get(name) : kind === 'catalog' ? catalogs.get(name) : undefined;
  const arn = region.arn('glue', path);
  return holder ? { arn, context: contextOf(need.resourceTags(holder.tags)) } : { arn };
}

function passedConnection(region: Region, members: Readonly<Record<string, unknown>>): readonly Need[] {
  const federated = need.record(need.record(members['CatalogInput'])['FederatedCatalog']);
  const connection = need.textOf(federated['ConnectionName']);
  if (connection === undefined) return [];
  return [{ arn: region.arn('glue', `connection/${connection}`), action: 'glue:PassConnection' }];
}
