import { createHash, randomInt, randomUUID } from 'node:crypto';
import type { Region } from '../account.js';
import { metadataFileName, readMetadata, writeMetadata } from '../iceberg/file.js';
import type { TableMetadata } from '../iceberg/model.js';
import type { StoredObject } from '../s3/state.js';
import type { Table } from './state.js';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const RANDOM_LENGTH = 34;

/** A location that no table had before: `s3://<53 characters>--table-s3`. */
export function newWarehouseLocation(): string {
  const random = Array.from({ length: RANDOM_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `s3://${randomUUID().slice(0, 18)}-${random}--table-s3`;
}

/** Makes a table's warehouse bucket. */
export function createWarehouse(region: Region, location: string): void {
  region.s3.buckets.set(location.slice('s3://'.length), new Map());
}

/** Removes a table's warehouse bucket with all that is in it or on its way into it. */
export function removeWarehouse(region: Region, location: string): void {
  const bucket = location.slice('s3://'.length);
  region.s3.buckets.delete(bucket);
  for (const [id, upload] of region.s3.uploads) {
    if (upload.bucket === bucket) region.s3.uploads.delete(id);
  }
}

/** Stores metadata as the n-th version in its table's warehouse and returns its location. */
export function putMetadata(region: Region, metadata: TableMetadata, version: number): string {
  const key = `metadata/${metadataFileName(version)}`;
  const body = writeMetadata(metadata);
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  const object: StoredObject = { body, contentType: 'application/json', etag, lastModified: new Date() };
  region.s3.buckets.get(metadata.location.slice('s3://'.length))?.set(key, object);
  return `${metadata.location}/${key}`;
}

/** The object at an `s3://` location, or nothing. */
export function objectAt(region: Region, location: string): StoredObject | undefined {
  const [, bucket, key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(location) ?? [];
  return region.s3.buckets.get(bucket ?? '')?.get(key ?? '');
}

/** The table's current metadata, or nothing while it has none. */
export function currentMetadata(region: Region, table: Table): TableMetadata | undefined {
  if (table.metadataLocation === undefined) return undefined;
  const object = objectAt(region, table.metadataLocation);
  return object && readMetadata(object.body);
}
