import type {
  CatalogAccess,
  GlueCatalog,
  GlueDatabase,
  GluePort,
  NewGlueDatabase,
  Tags
} from '../../src/aws/ports.js';

const lastOf = (arn: string): string => arn.split('/').at(-1) ?? arn;

interface FakeDatabase {
  readonly description?: string;
  parameters: Tags;
  tags: Tags;
  readonly tables?: readonly string[];
}

/** Glue in memory. Every writing call is written down in `writes`. */
export class FakeGlue implements GluePort {
  readonly databases = new Map<string, FakeDatabase>();
  readonly catalogs = new Map<string, GlueCatalog>();
  /** Whether the last `createDatabase` was to retry a denial. */
  retryDenied: boolean | undefined;

  constructor(private readonly writes: string[]) {}

  listDatabases(): Promise<readonly GlueDatabase[]> {
    return Promise.resolve([...this.databases].map(([name, { parameters }]) => ({ name, parameters })));
  }

  getDatabase(name: string): Promise<GlueDatabase | undefined> {
    const database = this.databases.get(name);
    return Promise.resolve(database && { name, parameters: database.parameters });
  }

  createDatabase({ name, ...database }: NewGlueDatabase, retryDenied: boolean): Promise<boolean> {
    this.writes.push(`createDatabase ${name}`);
    this.retryDenied = retryDenied;
    if (this.databases.has(name)) return Promise.resolve(false);
    this.databases.set(name, database);
    return Promise.resolve(true);
  }

  addParameters(name: string, parameters: Tags): Promise<void> {
    this.writes.push(`addParameters ${name} ${Object.keys(parameters).join(',')}`);
    const database = this.databases.get(name);
    if (database) database.parameters = { ...database.parameters, ...parameters };
    return Promise.resolve();
  }

  deleteDatabase(name: string): Promise<void> {
    this.writes.push(`deleteDatabase ${name}`);
    this.databases.delete(name);
    return Promise.resolve();
  }

  hasTable(): Promise<boolean> {
    return Promise.resolve(false);
  }

  listTables(name: string): Promise<readonly string[] | undefined> {
    const database = this.databases.get(name);
    return Promise.resolve(database && (database.tables ?? []));
  }

  getTags(arn: string): Promise<Tags | undefined> {
    return Promise.resolve(this.databases.get(lastOf(arn))?.tags);
  }

  addTags(arn: string, tags: Tags): Promise<void> {
    this.writes.push(`addTags ${lastOf(arn)} ${Object.keys(tags).join(',')}`);
    const database = this.databases.get(lastOf(arn));
    if (database) database.tags = { ...database.tags, ...tags };
    return Promise.resolve();
  }

  getCatalog(catalogId: string): Promise<GlueCatalog | undefined> {
    return Promise.resolve(this.catalogs.get(catalogId));
  }

  createS3TablesCatalog(identifier: string, access: CatalogAccess): Promise<boolean> {
    this.writes.push(access === 'iam' ? 'createS3TablesCatalog' : `createS3TablesCatalog ${access}`);
    if (this.catalogs.has('s3tablescatalog')) return Promise.resolve(false);
    this.catalogs.set('s3tablescatalog', {
      connectionName: 'aws:s3tables',
      identifier,
      iamControlled: access === 'iam'
    });
    return Promise.resolve(true);
  }
}
