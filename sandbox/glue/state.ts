import type { Tags } from '../s3tables/state.js';
import type { CatalogInput, DatabaseInput, DefaultPermission, TableInput } from './model.js';

/** A table of an ordinary catalog. */
export interface GlueTable {
  readonly name: string;
  readonly createdAt: Date;
  readonly createdBy: string;
  updatedAt: Date;
  /** Counts up from 0 with each update. */
  version: number;
  input: TableInput;
}

/** A database of an ordinary catalog. */
export interface GlueDatabase {
  /** Lower case. */
  readonly name: string;
  readonly createdAt: Date;
  input: DatabaseInput;
  createTableDefaultPermissions: readonly DefaultPermission[];
  readonly tags: Tags;
  /** By name, in lower case. */
  readonly tables: Map<string, GlueTable>;
}

/** A catalog beside the account's default one. */
export interface GlueCatalog {
  readonly name: string;
  readonly createdAt: Date;
  updatedAt: Date;
  input: CatalogInput;
  createDatabaseDefaultPermissions: readonly DefaultPermission[];
  createTableDefaultPermissions: readonly DefaultPermission[];
  readonly tags: Tags;
  /** By name. A federated catalog has none: what it shows belongs to S3 Tables. */
  readonly databases: Map<string, GlueDatabase>;
}

/** What Glue holds in one region. */
export class GlueState {
  /** The databases of the default catalog, by name. */
  readonly databases = new Map<string, GlueDatabase>();
  /** The catalogs beside it, by name. */
  readonly catalogs = new Map<string, GlueCatalog>();
  /**
   * What `purgeRequested=true` means when the Iceberg catalog drops a table of S3 Tables. Glue refuses it on its own
   * tables, S3 Tables requires it; which holds here nobody has measured.
   */
  federatedPurge: 'refused' | 'required' = 'refused';
}
