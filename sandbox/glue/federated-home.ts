import type { Region } from '../account.js';
import { grantToCreator } from '../lakeformation/creation.js';
import { forgetCreation } from '../lakeformation/grants.js';
import { AwsRefusal, notInSandbox, type Caller } from '../service.js';
import { createNamespace, deleteNamespace, getNamespace } from '../s3tables/namespaces.js';
import type { Namespace, Table, TableBucket } from '../s3tables/state.js';
import { deleteTable } from '../s3tables/table-changes.js';
import { getTable } from '../s3tables/tables.js';
import { currentMetadata } from '../s3tables/warehouse.js';
import { catalogIdOf } from './catalog-id.js';
import { seconds, type DatabaseView, type Home, type TableView } from './home.js';
import { glueColumns, hasUpperCase } from './iceberg-columns.js';
import type { DatabaseInput } from './model.js';
import type { GlueCatalog } from './state.js';

/** The connection that makes table buckets into catalogs. */
export const s3TablesConnection = 'aws:s3tables';

/** A table bucket seen through a federated catalog: its namespaces are databases. Nothing is copied. */
export class FederatedHome implements Home {
  constructor(
    private readonly region: Region,
    private readonly caller: Caller,
    private readonly catalog: GlueCatalog,
    private readonly bucket: TableBucket
  ) {}

  databases(): readonly DatabaseView[] {
    return [...this.bucket.namespaces.values()].map((namespace) => this.databaseView(namespace));
  }

  database(name: string): DatabaseView {
    return this.databaseView(this.namespace(name));
  }

  /** Makes the namespace. S3 Tables keeps nothing of the input but its name. */
  createDatabase(input: DatabaseInput): void {
    fromSource(() => createNamespace(this.region, this.caller, this.bucket.name, input.Name));
    grantToCreator(this.region, this.caller, {
      kind: 'database',
      catalog: this.path,
      name: input.Name
    });
  }

  updateDatabase(): never {
    throw notInSandbox('glue', `UpdateDatabase (${this.id})`);
  }

  /** Deletes the namespace, which S3 Tables does only when no table is in it. */
  deleteDatabase(name: string): void {
    const folded = name.toLowerCase();
    fromSource(() => deleteNamespace(this.region, this.bucket.name, folded));
    forgetCreation(this.region.lakeFormation, { kind: 'database', catalog: this.path, name: folded });
  }

  /** Tables with column names that Glue cannot show are left out. */
  tables(database: string): readonly TableView[] {
    return [...this.namespace(database).tables.values()]
      .map((table) => this.tableView(table))
      .filter((view) => view !== undefined);
  }

  /** Throws ValidationException for a table that Glue cannot show. */
  table(database: string, name: string): TableView {
    const address = {
      bucket: this.bucket.name,
      namespace: database.toLowerCase(),
      name: name.toLowerCase()
    };
    const view = this.tableView(fromSource(() => getTable(this.region, address)));
    if (view) return view;
    const message = 'Unsupported Federation Resource - Invalid table or column names.';
    throw new AwsRefusal(400, 'ValidationException', message);
  }

  createTable(): never {
    throw notInSandbox('glue', `CreateTable (${this.id})`);
  }

  updateTable(): never {
    throw notInSandbox('glue', `UpdateTable (${this.id})`);
  }

  /** Deletes the table, its data with it. */
  deleteTable(database: string, name: string): void {
    const address = { bucket: this.bucket.name, namespace: database.toLowerCase(), name: name.toLowerCase() };
    fromSource(() => deleteTable(this.region, address));
    const { namespace, name: table } = address;
    const on = { kind: 'table', catalog: this.path, database: namespace, name: table } as const;
    forgetCreation(this.region.lakeFormation, on);
  }

  private get path(): string {
    return `${this.catalog.name}/${this.bucket.name}`;
  }

  private get id(): string {
    return catalogIdOf(this.region.account, this.path);
  }

  private namespace(name: string): Namespace {
    return fromSource(() => getNamespace(this.region, this.bucket.name, name.toLowerCase()));
  }

  private databaseView(namespace: Namespace): DatabaseView {
    return {
      Name: namespace.name,
      CreateTime: seconds(namespace.createdAt),
      CreateTableDefaultPermissions: this.catalog.createTableDefaultPermissions,
      CatalogId: this.id,
      FederatedDatabase: { Identifier: this.bucket.arn, ConnectionName: s3TablesConnection }
    };
  }

  /** A table without metadata is there, with no columns and no `metadata_location`. */
  private tableView(table: Table): TableView | undefined {
    const metadata = currentMetadata(this.region, table);
    const schema = metadata?.schemas.find((each) => each['schema-id'] === metadata['current-schema-id']);
    if (schema && hasUpperCase(schema)) return undefined;
    const location = table.metadataLocation;
    return {
      Name: table.name,
      DatabaseName: table.namespace,
      CreateTime: seconds(table.createdAt),
      UpdateTime: seconds(table.modifiedAt),
      CreatedBy: table.createdBy,
      Retention: 0,
      StorageDescriptor: { Columns: schema ? glueColumns(schema) : [], Location: table.warehouseLocation },
      PartitionKeys: [],
      TableType: 'EXTERNAL_TABLE',
      Parameters: {
        table_type: 'ICEBERG',
        ...(location === undefined ? {} : { metadata_location: location })
      },
      IsRegisteredWithLakeFormation: this.catalog.createTableDefaultPermissions.length === 0,
      CatalogId: this.id,
      VersionId: table.versionToken,
      FederatedTable: {
        Identifier: table.arn,
        DatabaseIdentifier: this.bucket.arn,
        ConnectionName: s3TablesConnection
      }
    };
  }
}

const codes: Readonly<Record<string, string>> = {
  NotFoundException: 'EntityNotFoundException',
  BadRequestException: 'InvalidInputException',
  ConflictException: 'AlreadyExistsException'
};

/** Runs an operation of S3 Tables; its refusals come out as Glue's, and name the federation source. */
export function fromSource<T>(operation: () => T): T {
  try {
    return operation();
  } catch (error) {
    if (!(error instanceof AwsRefusal)) throw error;
    const isNotEmpty = error.message.includes('not empty');
    const code = isNotEmpty ? 'InvalidInputException' : (codes[error.code] ?? 'FederationSourceException');
    const source = `Source: ${s3TablesConnection}, FromFederationSource: True`;
    throw new AwsRefusal(400, code, `${error.message} (${source})`);
  }
}
