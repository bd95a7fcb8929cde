import { randomUUID } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { JSONStringify } from 'json-with-bigint';
import * as v from 'valibot';
import { parseWhole } from '../input/json.js';
import { looseObject, record } from '../input/records.js';
import { readDraftSchema } from './draft.js';
import { IcebergInvalid, read } from './invalid.js';
import type { Long, TableMetadata } from './model.js';

/** The name of the metadata file of a table's n-th version: `00000-<uuid>.metadata.json`. */
export function metadataFileName(version: number): string {
  return `${String(version).padStart(5, '0')}-${randomUUID()}.metadata.json`;
}

/** Which version of its table a metadata file is, by its name; 0 for a name that does not say. */
export function versionOf(location: string): number {
  return Number(/\/(\d{1,9})-[^/]*$/.exec(location)?.[1] ?? 0);
}

/** The bytes of a metadata.json; 64-bit ids come through whole. */
export function writeMetadata(metadata: TableMetadata): Buffer {
  return Buffer.from(JSONStringify(metadata));
}

const whole = v.pipe(v.number(), v.integer());
const long = v.union([whole, v.bigint()]);
const strings = record(v.string(), v.string());
const fields = v.array(looseObject({}));

const shape = looseObject({
  'format-version': v.picklist([2, 3]),
  'table-uuid': v.string(),
  location: v.string(),
  'last-sequence-number': long,
  'last-updated-ms': whole,
  'last-column-id': whole,
  'current-schema-id': whole,
  schemas: v.array(looseObject({ type: v.literal('struct'), 'schema-id': whole, fields })),
  'default-spec-id': whole,
  'partition-specs': v.array(looseObject({ 'spec-id': whole, fields })),
  'last-partition-id': whole,
  'default-sort-order-id': whole,
  'sort-orders': v.array(looseObject({ 'order-id': whole, fields })),
  properties: v.optional(strings),
  'current-snapshot-id': v.nullish(long),
  refs: v.optional(
    record(v.string(), looseObject({ 'snapshot-id': long, type: v.picklist(['branch', 'tag']) }))
  ),
  snapshots: v.optional(
    v.array(
      looseObject({
        'snapshot-id': long,
        'timestamp-ms': whole,
        'manifest-list': v.string(),
        summary: strings
      })
    )
  )
});

/**
 * Reads a metadata file of format version 2 or 3 and checks that what it points at is in it.
 * @param body the file's bytes, gzip-compressed or not
 * Throws {@link IcebergInvalid}.
 */
export function readMetadata(body: Buffer): TableMetadata {
  const metadata = read(shape, json(body), 'metadata') as unknown as TableMetadata;
  for (const schema of metadata.schemas) readDraftSchema(schema);
  const { schemas, snapshots = [], 'partition-specs': specs, 'sort-orders': orders } = metadata;
  const current = metadata['current-snapshot-id'] ?? -1;
  known(
    'current-schema-id',
    metadata['current-schema-id'],
    schemas.map((schema) => schema['schema-id'])
  );
  known(
    'default-spec-id',
    metadata['default-spec-id'],
    specs.map((spec) => spec['spec-id'])
  );
  known(
    'default-sort-order-id',
    metadata['default-sort-order-id'],
    orders.map((order) => order['order-id'])
  );
  known('current-snapshot-id', current, [-1, ...snapshots.map((snapshot) => snapshot['snapshot-id'])]);
  return metadata;
}

function known(member: string, id: Long, ids: readonly Long[]): void {
  if (!ids.includes(id)) throw new IcebergInvalid(`metadata: the ${member} ${id} is not in the file`);
}

const isGzip = (body: Buffer): boolean => body[0] === 0x1f && body[1] === 0x8b;

function json(body: Buffer): unknown {
  try {
    return parseWhole((isGzip(body) ? gunzipSync(body) : body).toString('utf8'));
  } catch {
    throw new IcebergInvalid('metadata: the file is not JSON');
  }
}
