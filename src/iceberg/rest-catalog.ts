import * as v from 'valibot';
import type { IcebergAnswer, IcebergHttp, IcebergRequest, IcebergService } from '../aws/ports.js';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { toJson } from './json.js';
import { type TableMetadata, metadataFrom } from './metadata.js';
import type { Catalog, LoadedTable, TableDefinition, TableName } from './ports.js';
import { isAbsent, jsonOf } from './rest-answer.js';

/** Which catalog it is, and which warehouse of it. */
export interface RestCatalogOptions {
  readonly kind: IcebergService;
  /** S3 Tables: the table bucket's ARN. Glue: `<account>` or `<account>:s3tablescatalog/<bucket>`. */
  readonly warehouse: string;
}

const Prefix = v.optional(v.object({ prefix: v.optional(v.string()) }), {});
const ConfigJson = v.object({ overrides: Prefix, defaults: Prefix });
const NextPage = v.nullish(v.string());
const NamespacesJson = v.object({ namespaces: v.array(v.array(v.string())) });
const TablesJson = v.object({ identifiers: v.array(v.object({ name: v.string() })) });
/** The specification's name for where the next page is, and the one that S3 Tables was seen to use. */
const PageJson = v.object({ 'next-page-token': NextPage, nextPageToken: NextPage });
const LoadJson = v.object({ 'metadata-location': v.nullish(v.string()), metadata: v.unknown() });

/**
 * The Iceberg REST catalog of S3 Tables or of Glue, with what each of them wants its own way: S3 Tables must be told
 * that nothing is staged and that a dropped table is purged, Glue must not be told the one, and the other only if it asks.
 */
export function restCatalog(http: IcebergHttp, options: RestCatalogOptions): Catalog {
  return new RestCatalog(http, options);
}

class RestCatalog implements Catalog {
  private known: { readonly prefix: string } | undefined;

  constructor(
    private readonly http: IcebergHttp,
    private readonly options: RestCatalogOptions
  ) {}

  async config(context: Context): Promise<{ readonly prefix: string }> {
    if (this.known !== undefined) return this.known;
    const query = { warehouse: this.options.warehouse };
    const answer = await this.http.request({ method: 'GET', path: '/v1/config', query }, context);
    if (answer.status === 404) throw noWarehouse(answer, this.options);
    const { overrides, defaults } = checked(ConfigJson, jsonOf(answer, 'getConfig'), 'getConfig');
    this.known = { prefix: overrides.prefix ?? defaults.prefix ?? usualPrefix(this.options) };
    return this.known;
  }

  async listNamespaces(context: Context): Promise<readonly string[]> {
    const pages = await this.pages('listNamespaces', '/namespaces', context);
    return (pages ?? []).flatMap((page) =>
      checked(NamespacesJson, page, 'listNamespaces').namespaces.map((levels) => levels.join('.'))
    );
  }

  async listTables(namespace: string, context: Context): Promise<readonly string[] | undefined> {
    const pages = await this.pages(
      'listTables',
      `/namespaces/${encodeURIComponent(namespace)}/tables`,
      context
    );
    return pages?.flatMap((page) =>
      checked(TablesJson, page, 'listTables').identifiers.map(({ name }) => name)
    );
  }

  async tableExists(table: TableName, context: Context): Promise<boolean> {
    const answer = await this.call({ method: 'HEAD', path: pathOf(table) }, context);
    if (isAbsent(answer)) return false;
    jsonOf(answer, 'tableExists');
    return true;
  }

  async loadTable(table: TableName, context: Context): Promise<LoadedTable | undefined> {
    const answer = await this.call({ method: 'GET', path: pathOf(table) }, context);
    return isAbsent(answer) ? undefined : loadedFrom(answer, table, 'loadTable');
  }

  async createTable(table: TableName, definition: TableDefinition, context: Context): Promise<LoadedTable> {
    const fields = definition.columns.map((column, index) => ({ id: index + 1, ...column }));
    const body = {
      name: table.name,
      schema: { type: 'struct', 'schema-id': 0, fields },
      properties: definition.properties ?? {},
      ...(this.options.kind === 's3tables' ? { 'stage-create': false } : {})
    };
    const path = `/namespaces/${encodeURIComponent(table.namespace)}/tables`;
    const answer = await this.call({ method: 'POST', path, body: toJson(body) }, context);
    return loadedFrom(answer, table, 'createTable');
  }

  async commit(
    table: TableName,
    commit: Parameters<Catalog['commit']>[1],
    context: Context
  ): Promise<TableMetadata> {
    const identifier = { namespace: [table.namespace], name: table.name };
    const { requirements, updates } = commit;
    const body = toJson({ identifier, requirements, updates });
    const answer = await this.call({ method: 'POST', path: pathOf(table), body }, context);
    return loadedFrom(answer, table, 'updateTable').metadata;
  }

  async dropTable(table: TableName, context: Context): Promise<void> {
    const drop = { method: 'DELETE', path: pathOf(table) } as const;
    const purge = { ...drop, query: { purgeRequested: 'true' } };
    const isGlue = this.options.kind === 'glue';
    let answer = await this.call(isGlue ? drop : purge, context);
    // Of its own tables Glue refuses to purge; of those of S3 Tables, which has nothing else, AWS does not say.
    if (isGlue && isAboutPurge(answer)) answer = await this.call(purge, context);
    if (!isAbsent(answer)) jsonOf(answer, 'dropTable');
  }

  /** `path` comes after the prefix, which the catalog gave already encoded. */
  private async call(request: IcebergRequest, context: Context): Promise<IcebergAnswer> {
    const { prefix } = await this.config(context);
    const path = `/v1${prefix === '' ? '' : `/${prefix}`}${request.path}`;
    return this.http.request({ ...request, path }, context);
  }

  private async pages(
    operation: string,
    path: string,
    context: Context
  ): Promise<readonly unknown[] | undefined> {
    const pages: unknown[] = [];
    const seen = new Set<string>();
    let token: string | undefined;
    do {
      context.signal.throwIfAborted();
      const query = token === undefined ? undefined : { pageToken: token };
      const answer = await this.call({ method: 'GET', path, query }, context);
      if (isAbsent(answer)) return undefined;
      const page = jsonOf(answer, operation);
      pages.push(page);
      const next = checked(PageJson, page, operation);
      token = next['next-page-token'] || next.nextPageToken || undefined;
      if (token !== undefined && seen.has(token)) throw endless(operation);
      if (token !== undefined) seen.add(token);
    } while (token !== undefined);
    return pages;
  }
}

/** What a 404 means before there is any table to speak of. */
function noWarehouse(
  { text, requestId }: IcebergAnswer,
  { kind, warehouse }: RestCatalogOptions
): ActionError {
  const message = text.replace(/\s+/g, ' ').trim().slice(0, 300);
  return new ActionError('NO_ENVIRONMENT', {
    doing: `open the Iceberg REST catalog of ${kind}`,
    answer: { operation: 'Iceberg getConfig', name: 'Status404', message, status: 404, requestId },
    found: `The catalog does not know the warehouse ${warehouse}, or there is no Iceberg REST catalog at this endpoint.`,
    todo: 'Run apply first, with the same env, application and region. With an endpoint of your own (AWS_ENDPOINT_URL), check that it serves /iceberg/v1/config.'
  });
}

/** What the services' documentation says the prefix is, should the configuration not give it. */
function usualPrefix({ kind, warehouse }: RestCatalogOptions): string {
  return kind === 's3tables' ? encodeURIComponent(warehouse) : `catalogs/${warehouse.replaceAll('/', ':')}`;
}

function endless(operation: string): ActionError {
  return new ActionError('GARBLED_ANSWER', {
    doing: `call the Iceberg catalog (${operation})`,
    found: 'The pages of its list go round in a circle.'
  });
}

function isAboutPurge({ status, text }: IcebergAnswer): boolean {
  return status === 400 && /purge/i.test(text);
}

function pathOf({ namespace, name }: TableName): string {
  return `/namespaces/${encodeURIComponent(namespace)}/tables/${encodeURIComponent(name)}`;
}

function loadedFrom(answer: IcebergAnswer, table: TableName, operation: string): LoadedTable {
  const load = checked(LoadJson, jsonOf(answer, operation), operation);
  const metadataLocation = load['metadata-location'] ?? undefined;
  const file = metadataLocation ?? `the metadata of ${table.namespace}.${table.name}`;
  return { metadataLocation, metadata: metadataFrom(load.metadata, file) };
}

function checked<T>(schema: v.GenericSchema<unknown, T>, json: unknown, operation: string): T {
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new ActionError('GARBLED_ANSWER', {
    doing: `call the Iceberg catalog (${operation})`,
    found: `The field ${v.getDotPath(issue) ?? 'at the top'} of its answer is wrong: ${issue.message}.`
  });
}
