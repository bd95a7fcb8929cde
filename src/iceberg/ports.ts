import type { WarehousePort } from '../aws/ports.js';
import type { Column } from '../column.js';
import type { Context } from '../context.js';
import type { TableMetadata } from './metadata.js';

/** The files of a table, by location: `s3://bucket/key`. Each is read and written whole. */
export type TableFiles = Pick<WarehousePort, 'read' | 'write'>;

/** Which table: by its names in the catalog. */
export interface TableName {
  readonly namespace: string;
  readonly name: string;
}

/** A table as the catalog has it now. */
export interface LoadedTable {
  readonly metadataLocation: string | undefined;
  readonly metadata: TableMetadata;
}

/** A requirement or an update of a commit, as the REST catalog's protocol writes it. */
export type CommitPart = Readonly<Record<string, unknown>>;

/** What a commit asks of the catalog: all requirements hold, then all updates are made, or none. */
export interface Commit {
  readonly requirements: readonly CommitPart[];
  readonly updates: readonly CommitPart[];
}

/**
 * An Iceberg catalog. `undefined` is "there is none"; not being allowed to look is an error. All throw
 * `ActionError`: `ICEBERG_CONFLICT` where somebody else was first, `ICEBERG_NOT_FOUND` where a write finds no table.
 */
export interface Catalog {
  /** The path prefix the catalog gives in its configuration, percent-encoded. Asked once. */
  config(context: Context): Promise<{ readonly prefix: string }>;
  listNamespaces(context: Context): Promise<readonly string[]>;
  listTables(namespace: string, context: Context): Promise<readonly string[] | undefined>;
  tableExists(table: TableName, context: Context): Promise<boolean>;
  loadTable(table: TableName, context: Context): Promise<LoadedTable | undefined>;
  createTable(table: TableName, definition: TableDefinition, context: Context): Promise<LoadedTable>;
  commit(table: TableName, commit: Commit, context: Context): Promise<TableMetadata>;
  /** Gone already is success. */
  dropTable(table: TableName, context: Context): Promise<void>;
}

/** A table in its catalog. */
export interface CatalogTable {
  readonly catalog: Catalog;
  readonly name: TableName;
  /**
   * The table as the catalog told it last, in its answer to a load, a creation or a commit. A change is first tried on
   * that; absent: the table is loaded first.
   */
  readonly from?: TableMetadata | undefined;
}

/** What a new table is to be. */
export interface TableDefinition {
  readonly columns: readonly Column[];
  readonly properties?: Readonly<Record<string, string>>;
}
