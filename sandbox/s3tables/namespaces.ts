import { randomUUID } from 'node:crypto';
import type { Region } from '../account.js';
import type { Caller } from '../service.js';
import { getTableBucket } from './buckets.js';
import { checkNamespaceName } from './names.js';
import { checkQuota } from './quotas.js';
import { conflict, notFound } from './refusals.js';
import type { Namespace } from './state.js';

/**
 * Makes a namespace in the bucket of that name.
 * Throws BadRequestException for a bad name, NotFoundException without the bucket, ConflictException when it is there.
 */
export function createNamespace(region: Region, caller: Caller, bucketName: string, name: string): Namespace {
  checkNamespaceName(name);
  const { namespaces } = getTableBucket(region, bucketName);
  if (namespaces.has(name))
    throw conflict('A namespace with an identical name already exists in the bucket.');
  checkQuota(region.s3tables, 'namespaces', namespaces.size);
  const made: Namespace = {
    id: randomUUID(),
    name,
    createdAt: new Date(),
    createdBy: caller.accountId,
    ownerAccountId: caller.accountId,
    tables: new Map()
  };
  namespaces.set(name, made);
  return made;
}

/** The namespace of that name. Throws NotFoundException, which says whether bucket or namespace is missing. */
export function getNamespace(region: Region, bucketName: string, name: string): Namespace {
  const namespace = getTableBucket(region, bucketName).namespaces.get(name);
  if (!namespace) throw notFound('namespace');
  return namespace;
}

/** Deletes an empty namespace. Throws NotFoundException, and ConflictException when a table is in it. */
export function deleteNamespace(region: Region, bucketName: string, name: string): void {
  const namespace = getNamespace(region, bucketName, name);
  if (namespace.tables.size > 0) throw conflict('The namespace that you tried to delete is not empty.');
  getTableBucket(region, bucketName).namespaces.delete(name);
}
