import type { Region } from '../account.js';
import { getTableBucket } from './buckets.js';
import { badRequest, forbidden, notFound } from './refusals.js';
import type { Table, TableBucket } from './state.js';
import { tablesIn } from './tables.js';

const BUCKET = /^arn:aws[-a-z0-9]*:([a-z0-9]+):([-a-z0-9]*):(\d{12}):bucket\/([a-z0-9_-]{3,63})$/;
const TABLE = /^(arn:[^/]+:bucket\/[a-z0-9_-]{3,63})\/table\/([a-zA-Z0-9_-]{1,255})$/;

/**
 * The bucket's name in a table bucket ARN; the bucket may not exist.
 * Throws BadRequestException for anything else than such an ARN, ForbiddenException for another account's,
 * NotFoundException for another region's.
 */
export function bucketNameOf(region: Region, arn: string): string {
  const [, service, regionName, account, name] = BUCKET.exec(arn) ?? [];
  if (service !== 's3tables' || name === undefined)
    throw badRequest('The specified bucket ARN is not valid.');
  if (account !== region.account.id) throw forbidden('Access to the specified bucket is denied.');
  if (regionName !== region.name) throw notFound('bucket');
  return name;
}

/** A table and its bucket by the table's ARN, which ends in its id, never its name. Throws as {@link bucketNameOf}. */
export function tableOf(region: Region, arn: string): { bucket: TableBucket; table: Table } {
  const [, bucketArn, id] = TABLE.exec(arn) ?? [];
  if (bucketArn === undefined) throw badRequest('The specified table ARN is not valid.');
  const bucket = getTableBucket(region, bucketNameOf(region, bucketArn));
  const table = tablesIn(region, bucket.name).find((candidate) => candidate.id === id);
  if (!table) throw notFound('table');
  return { bucket, table };
}

/** What can be tagged: a bucket or a table. Throws as {@link bucketNameOf}. */
export function taggedBy(region: Region, arn: string): TableBucket | Table {
  if (arn.includes('/table/')) return tableOf(region, arn).table;
  return getTableBucket(region, bucketNameOf(region, arn));
}
