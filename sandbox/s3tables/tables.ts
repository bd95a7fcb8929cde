import { randomUUID } from 'node:crypto';
import type { Region } from '../account.js';
import { newTableMetadata } from '../iceberg/build.js';
import type { DraftSchema } from '../iceberg/draft.js';
import { keepIds } from '../iceberg/ids.js';
import type { TableMetadata } from '../iceberg/model.js';
import type { DraftSpec } from '../iceberg/partition.js';
import type { DraftOrder } from '../iceberg/sort.js';
import type { Caller } from '../service.js';
import { getTableBucket } from './buckets.js';
import { orBadRequest } from './iceberg-rules.js';
import { tableMaintenance } from './maintenance.js';
import { checkTableName } from './names.js';
import { getNamespace } from './namespaces.js';
import { checkQuota } from './quotas.js';
import { conflict, notFound } from './refusals.js';
import type { Encryption, StorageClass, Table } from './state.js';
import { newTags } from './tags.js';
import { newVersionToken } from './version-token.js';
import { createWarehouse, newWarehouseLocation, putMetadata } from './warehouse.js';

/** Where a table is. */
export interface TableAddress {
  readonly bucket: string;
  readonly namespace: string;
  readonly name: string;
}

/** The Iceberg side of a new table. Field ids that are given stay; the others are assigned. */
export interface NewTableMetadata {
  readonly schema: DraftSchema;
  readonly spec?: DraftSpec;
  readonly order?: DraftOrder;
  readonly properties?: Readonly<Record<string, string>>;
}

/** What CreateTable takes. */
export interface NewTable extends TableAddress {
  /** Without it the table has no metadata location until someone commits one. */
  readonly metadata?: NewTableMetadata;
  readonly encryption?: Encryption;
  readonly storageClass?: StorageClass;
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Makes a table, its warehouse bucket and, when metadata is given, its first metadata.json.
 * Throws BadRequestException for a bad name, tags or metadata, NotFoundException without bucket or namespace,
 * ConflictException when the table is there.
 */
export function createTable(region: Region, caller: Caller, table: NewTable): Table {
  checkTableName(table.name);
  const tags = newTags(table.tags);
  const namespace = getNamespace(region, table.bucket, table.namespace);
  if (namespace.tables.has(table.name)) throw alreadyThere();
  checkQuota(region.s3tables, 'tables', tablesIn(region, table.bucket).length);
  const warehouseLocation = newWarehouseLocation();
  const metadata = table.metadata && firstMetadata(warehouseLocation, table.metadata);
  const made: Table = {
    ...identity(region, caller, table),
    namespaceId: namespace.id,
    warehouseLocation,
    tags
  };
  createWarehouse(region, warehouseLocation);
  if (metadata) made.metadataLocation = putMetadata(region, metadata, 0);
  namespace.tables.set(table.name, made);
  return made;
}

/** The table there. Throws NotFoundException, which says whether bucket, namespace or table is missing. */
export function getTable(region: Region, address: TableAddress): Table {
  const table = getNamespace(region, address.bucket, address.namespace).tables.get(address.name);
  if (!table) throw notFound('table');
  return table;
}

/** The tables of a bucket, of all its namespaces. Throws NotFoundException without the bucket. */
export function tablesIn(region: Region, bucket: string): Table[] {
  return [...getTableBucket(region, bucket).namespaces.values()].flatMap(({ tables }) => [
    ...tables.values()
  ]);
}

/** The refusal when the name is taken. */
export function alreadyThere(): Error {
  return conflict('A table with an identical name already exists in the namespace.');
}

type Identity = Omit<Table, 'namespaceId' | 'warehouseLocation' | 'tags'>;

function identity(region: Region, caller: Caller, table: NewTable): Identity {
  const bucket = getTableBucket(region, table.bucket);
  const id = randomUUID();
  const now = new Date();
  return {
    id,
    arn: `${bucket.arn}/table/${id}`,
    name: table.name,
    namespace: table.namespace,
    versionToken: newVersionToken(),
    createdAt: now,
    createdBy: caller.accountId,
    modifiedAt: now,
    modifiedBy: caller.accountId,
    encryption: table.encryption ?? bucket.encryption,
    storageClass: table.storageClass ?? bucket.storageClass,
    maintenance: tableMaintenance()
  };
}

function firstMetadata(location: string, given: NewTableMetadata): TableMetadata {
  return orBadRequest(() =>
    newTableMetadata({ ...given, schema: keepIds(given.schema), location, now: Date.now() })
  );
}
