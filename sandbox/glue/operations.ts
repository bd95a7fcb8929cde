import type * as v from 'valibot';
import type { Region } from '../account.js';
import { readInput } from '../input/constraints.js';
import { pageOf, type Page } from '../input/page.js';
import { grantToCreator } from '../lakeformation/creation.js';
import { notInSandbox, type Caller } from '../service.js';
import * as catalogs from './catalogs.js';
import { homeOf } from './home-of.js';
import { inputs } from './model.js';
import { invalidInput } from './refusals.js';
import { addTags, tagsOf } from './tags.js';
import { visibleCatalogs, visibleDatabases, visibleTables } from './visibility.js';

/** What an operation of Glue works on. */
export interface GlueCall {
  readonly region: Region;
  readonly caller: Caller;
  readonly members: Readonly<Record<string, unknown>>;
}

type Handler = (call: GlueCall) => object;
type Inputs = typeof inputs;

const done = {};

/** Glue's operations by name; each gives the body of its answer. */
export const operations: Readonly<Record<string, Handler>> = {
  CreateDatabase: ({ region, caller, members }) => {
    const { CatalogId, DatabaseInput, Tags } = read('CreateDatabase', members);
    if (DatabaseInput.FederatedDatabase) throw notInSandbox('glue', 'CreateDatabase with FederatedDatabase');
    homeOf(region, caller, CatalogId).createDatabase(DatabaseInput, Tags);
    return done;
  },
  GetDatabase: ({ region, caller, members }) => {
    const { CatalogId, Name } = read('Database', members);
    return { Database: homeOf(region, caller, CatalogId).database(Name) };
  },
  GetDatabases: ({ region, caller, members }) => {
    const { CatalogId, AttributesToGet, ...paging } = read('GetDatabases', members);
    const all = visibleDatabases(
      { region, caller },
      CatalogId,
      homeOf(region, caller, CatalogId).databases()
    );
    const { items, next } = paged(all, paging);
    const shown = AttributesToGet?.includes('TARGET_DATABASE') ? ['Name', 'TargetDatabase'] : ['Name'];
    return { DatabaseList: AttributesToGet ? items.map(only(shown)) : items, NextToken: next };
  },
  UpdateDatabase: ({ region, caller, members }) => {
    const { CatalogId, Name, DatabaseInput } = read('UpdateDatabase', members);
    homeOf(region, caller, CatalogId).updateDatabase(Name, DatabaseInput);
    return done;
  },
  DeleteDatabase: ({ region, caller, members }) => {
    const { CatalogId, Name } = read('Database', members);
    homeOf(region, caller, CatalogId).deleteDatabase(Name);
    return done;
  },
  CreateTable: ({ region, caller, members }) => {
    if ('OpenTableFormatInput' in members)
      throw notInSandbox('glue', 'CreateTable with OpenTableFormatInput');
    const { CatalogId, DatabaseName, TableInput } = read('CreateTable', members);
    homeOf(region, caller, CatalogId).createTable(DatabaseName, TableInput);
    return done;
  },
  GetTable: ({ region, caller, members }) => {
    const { Name, ...at } = read('Table', members);
    const table = homeOf(region, caller, at.CatalogId).table(at.DatabaseName, Name);
    return { Table: visibleTables({ region, caller }, at, [table])[0] };
  },
  GetTables: ({ region, caller, members }) => {
    const { Expression, AttributesToGet, ...request } = read('GetTables', members);
    const matches = nameFilter(Expression);
    const all = homeOf(region, caller, request.CatalogId).tables(request.DatabaseName);
    const found = visibleTables({ region, caller }, request, all).filter(({ Name }) => matches(Name));
    const { items, next } = paged(found, request);
    const shown = AttributesToGet?.includes('TABLE_TYPE') ? ['Name', 'TableType'] : ['Name'];
    return { TableList: AttributesToGet ? items.map(only(shown)) : items, NextToken: next };
  },
  UpdateTable: ({ region, caller, members }) => {
    const { CatalogId, DatabaseName, TableInput, VersionId } = read('UpdateTable', members);
    homeOf(region, caller, CatalogId).updateTable(DatabaseName, TableInput, VersionId);
    return done;
  },
  DeleteTable: ({ region, caller, members }) => {
    const { CatalogId, DatabaseName, Name } = read('Table', members);
    homeOf(region, caller, CatalogId).deleteTable(DatabaseName, Name);
    return done;
  },
  GetPartitionIndexes: ({ region, caller, members }) => {
    const { CatalogId, DatabaseName, TableName } = read('GetPartitionIndexes', members);
    homeOf(region, caller, CatalogId).table(DatabaseName, TableName);
    return { PartitionIndexDescriptorList: [] };
  },
  TagResource: ({ region, members }) => {
    const { ResourceArn, TagsToAdd } = read('TagResource', members);
    addTags(tagsOf(region, ResourceArn), TagsToAdd);
    return done;
  },
  UntagResource: ({ region, members }) => {
    const { ResourceArn, TagsToRemove } = read('UntagResource', members);
    const tags = tagsOf(region, ResourceArn);
    for (const key of TagsToRemove) tags.delete(key);
    return done;
  },
  GetTags: ({ region, members }) => {
    const { ResourceArn } = read('GetTags', members);
    return { Tags: Object.fromEntries(tagsOf(region, ResourceArn)) };
  },
  CreateCatalog: ({ region, caller, members }) => {
    const { Name, CatalogInput, Tags } = read('CreateCatalog', members);
    catalogs.createCatalog(region, Name, CatalogInput, Tags);
    grantToCreator(region, caller, { kind: 'catalog', catalog: Name });
    return done;
  },
  GetCatalog: ({ region, members }) => {
    const { CatalogId } = read('Catalog', members);
    return { Catalog: catalogs.catalogView(region, CatalogId) };
  },
  GetCatalogs: ({ region, caller, members }) => {
    const { ParentCatalogId, Recursive, IncludeRoot, ...paging } = read('GetCatalogs', members);
    const under = catalogs.catalogsUnder(region, ParentCatalogId, Recursive);
    const root = IncludeRoot ? [catalogs.catalogView(region, region.account.id)] : [];
    const { MaxResults: size } = paging;
    const token = tokenOf(paging);
    const all = visibleCatalogs({ region, caller }, [...root, ...under]);
    const { items, next } = pageOf(all, ({ CatalogId }) => CatalogId, { size, token }, badToken());
    return { CatalogList: items, NextToken: next };
  },
  UpdateCatalog: ({ region, members }) => {
    const { CatalogId, CatalogInput } = read('UpdateCatalog', members);
    catalogs.updateCatalog(region, CatalogId, CatalogInput);
    return done;
  },
  DeleteCatalog: ({ region, members }) => {
    catalogs.deleteCatalog(region, read('Catalog', members).CatalogId);
    return done;
  }
};

function read<K extends keyof Inputs>(name: K, members: unknown): v.InferOutput<Inputs[K]> {
  return readInput(inputs[name], members, 'ValidationException');
}

interface Paging {
  readonly MaxResults: number;
  readonly NextToken?: string;
}

function paged<T extends { readonly Name: string }>(all: readonly T[], paging: Paging): Page<T> {
  const { MaxResults: size } = paging;
  const token = tokenOf(paging);
  return pageOf(all, ({ Name }) => Name, { size, token }, badToken());
}

/** Some clients send an empty token on their first call, among them ClickHouse, which is made for AWS. */
function tokenOf({ NextToken }: Paging): string | undefined {
  return NextToken === '' ? undefined : NextToken;
}

function badToken(): ReturnType<typeof invalidInput> {
  return invalidInput('Invalid continuation token.');
}

function only(members: readonly string[]): (view: Readonly<Record<string, unknown>>) => object {
  return (view) => Object.fromEntries(members.map((member) => [member, view[member]]));
}

/** Glue's Expression is a regular expression for the whole name. Throws InvalidInputException for a bad one. */
function nameFilter(expression: string | undefined): (name: string) => boolean {
  if (expression === undefined || expression === '') return () => true;
  try {
    const pattern = new RegExp(`^(?:${expression})$`);
    return (name) => pattern.test(name);
  } catch {
    throw invalidInput(`The expression ${expression} is not a valid regular expression.`);
  }
}
