import { randomUUID } from 'node:crypto';
import type { Region } from '../account.js';
import type { Caller } from '../service.js';
import { bucketMaintenance } from './maintenance.js';
import { checkBucketName } from './names.js';
import { checkQuota } from './quotas.js';
import { badRequest, conflict, notFound } from './refusals.js';
import type { Encryption, S3TablesState, StorageClass, TableBucket } from './state.js';
import { newTags } from './tags.js';

/** What a bucket has before anyone configures it. */
export const DEFAULT_ENCRYPTION: Encryption = { sseAlgorithm: 'AES256' };

/** What CreateTableBucket takes. */
export interface NewBucket {
  readonly name: string;
  readonly encryption?: Encryption;
  readonly storageClass?: StorageClass;
  readonly tags?: Readonly<Record<string, string>>;
}

/**
 * Makes a table bucket.
 * Throws BadRequestException for a bad name or bad tags, ConflictException when the name is taken or in transition.
 */
export function createTableBucket(region: Region, caller: Caller, bucket: NewBucket): TableBucket {
  const { name, encryption = DEFAULT_ENCRYPTION, storageClass = 'STANDARD' } = bucket;
  const state = region.s3tables;
  checkBucketName(name);
  const tags = newTags(bucket.tags);
  if (state.buckets.has(name)) {
    throw conflict('The bucket that you tried to create already exists, and you own it.');
  }
  checkTransition(state, name);
  checkQuota(state, 'table buckets', state.buckets.size);
  const made: TableBucket = {
    id: randomUUID(),
    name,
    arn: region.arn('s3tables', `bucket/${name}`),
    ownerAccountId: caller.accountId,
    createdAt: new Date(),
    tags,
    encryption,
    storageClass,
    maintenance: bucketMaintenance(),
    namespaces: new Map()
  };
  state.buckets.set(name, made);
  return made;
}

/** The bucket of that name. Throws NotFoundException. */
export function getTableBucket(region: Region, name: string): TableBucket {
  const bucket = region.s3tables.buckets.get(name);
  if (!bucket) throw notFound('bucket');
  return bucket;
}

/** Deletes an empty bucket. Throws NotFoundException, and BadRequestException when a namespace is in it. */
export function deleteTableBucket(region: Region, name: string): void {
  const bucket = getTableBucket(region, name);
  if (bucket.namespaces.size > 0) throw badRequest('The bucket that you tried to delete is not empty.');
  region.s3tables.buckets.delete(name);
  region.s3tables.deletedAt.set(name, Date.now());
}

function checkTransition(state: S3TablesState, name: string): void {
  const deletedAt = state.deletedAt.get(name);
  if (deletedAt === undefined || Date.now() >= deletedAt + state.transitionMs) return;
  throw conflict(
    'The bucket is in a transitional state because of a previous deletion attempt. Try again later.'
  );
}
