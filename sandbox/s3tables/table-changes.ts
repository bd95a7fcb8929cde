import type { Region } from '../account.js';
import { readMetadata } from '../iceberg/file.js';
import type { Caller } from '../service.js';
import { orBadRequest } from './iceberg-rules.js';
import { checkTableName } from './names.js';
import { getNamespace } from './namespaces.js';
import { badRequest } from './refusals.js';
import type { Table } from './state.js';
import { alreadyThere, getTable, type TableAddress } from './tables.js';
import { checkVersionToken, touch } from './version-token.js';
import { objectAt, removeWarehouse } from './warehouse.js';

/** What RenameTable takes; at least one of the new names. */
export interface Rename {
  readonly newName?: string;
  readonly newNamespace?: string;
  readonly versionToken?: string;
}

/**
 * Gives a table another name, another namespace, or both. Its id, ARN and warehouse stay.
 * Throws BadRequestException, NotFoundException, and ConflictException for a stale token or a name that is taken.
 */
export function renameTable(region: Region, caller: Caller, address: TableAddress, rename: Rename): Table {
  const { newName = address.name, newNamespace = address.namespace } = rename;
  if (rename.newName === undefined && rename.newNamespace === undefined) {
    throw badRequest('A new table name or a new namespace name must be given.');
  }
  checkTableName(newName);
  const table = getTable(region, address);
  const target = getNamespace(region, address.bucket, newNamespace);
  checkVersionToken(table, rename.versionToken);
  if (target.tables.has(newName)) throw alreadyThere();
  getNamespace(region, address.bucket, address.namespace).tables.delete(address.name);
  target.tables.set(newName, table);
  Object.assign(table, { name: newName, namespace: newNamespace, namespaceId: target.id });
  touch(table, caller.accountId);
  return table;
}

/** Deletes a table and its warehouse. Throws NotFoundException, and ConflictException for a stale token. */
export function deleteTable(region: Region, address: TableAddress, versionToken?: string): void {
  const table = getTable(region, address);
  checkVersionToken(table, versionToken);
  getNamespace(region, address.bucket, address.namespace).tables.delete(address.name);
  removeWarehouse(region, table.warehouseLocation);
}

/** A commit: the metadata file to point at, and the token of the version that it was made from. */
export interface Commit {
  readonly metadataLocation: string;
  readonly versionToken: string;
}

/**
 * Points a table at another metadata file.
 * Throws ConflictException for a stale token, BadRequestException for a location outside the warehouse or with the
 * wrong ending, and for a file that is not there or is no Iceberg metadata.
 */
export function updateMetadataLocation(region: Region, caller: Caller, table: Table, commit: Commit): void {
  checkVersionToken(table, commit.versionToken);
  const { metadataLocation } = commit;
  if (!metadataLocation.startsWith(`${table.warehouseLocation}/`)) {
    throw badRequest("The specified metadata location does not begin with the table's warehouse location.");
  }
  if (!/\.metadata\.json(\.gz)?$/.test(metadataLocation)) {
    throw badRequest(
      'The specified metadata location does not end with .metadata.json or .metadata.json.gz.'
    );
  }
  const object = objectAt(region, metadataLocation);
  if (!object) throw badRequest('The specified metadata location does not exist.');
  orBadRequest(() => readMetadata(object.body));
  table.metadataLocation = metadataLocation;
  touch(table, caller.accountId);
}
