import { randomUUID } from 'node:crypto';
import type { Arena } from './arena.js';
import { BUCKET_ARN, NAMESPACE, TABLE } from './values.js';

type Json = Readonly<Record<string, unknown>>;

/** Commits a snapshot of so many rows to the environment's table, as a writer would. */
export async function writeRows(arena: Arena, rows: number): Promise<void> {
  await rewrite(arena, ({ bucket }) => ({
    ...snapshots(bucket, { [3_051_729_675_574_597]: rows }),
    ...{ 'current-snapshot-id': 3_051_729_675_574_597 },
    refs: { main: { 'snapshot-id': 3_051_729_675_574_597, type: 'branch' } }
  }));
}

/** The same of snapshots by id, each with so many rows, and of the branches and tags that lead to them. */
export async function writeSnapshots(
  arena: Arena,
  rows: Readonly<Record<number, number>>,
  refs: Readonly<Record<string, Json>>
): Promise<void> {
  const current = refs.main?.['snapshot-id'] ?? -1;
  await rewrite(arena, ({ bucket }) => ({
    ...{ ...snapshots(bucket, rows), refs },
    'current-snapshot-id': current
  }));
}

/** What a change of a table's metadata is given to go by. */
interface Before {
  readonly metadata: Json;
  readonly bucket: string;
}

/** Replaces members of the metadata of the environment's table, as a commit does. */
export async function rewrite({ aws }: Arena, change: (before: Before) => Json): Promise<void> {
  const id = { tableBucketARN: BUCKET_ARN, namespace: NAMESPACE, name: TABLE };
  const { metadataLocation = '', versionToken } = await aws.s3tables.getTable(id);
  const [, Bucket = '', Key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(metadataLocation) ?? [];
  const { Body } = await aws.s3.getObject({ Bucket, Key });
  const metadata = JSON.parse((await Body?.transformToString()) ?? '') as Json;
  const next = `metadata/00001-${randomUUID()}.metadata.json`;
  const body = JSON.stringify({ ...metadata, ...change({ metadata, bucket: Bucket }) });
  await aws.s3.putObject({ Bucket, Key: next, Body: body });
  const location = `s3://${Bucket}/${next}`;
  await aws.s3tables.updateTableMetadataLocation({ ...id, versionToken, metadataLocation: location });
}

/** The members of Iceberg's table metadata that snapshots change (spec, "Table Metadata Fields"). */
function snapshots(bucket: string, rows: Readonly<Record<number, number>>): Json {
  const time = Date.now();
  const list = Object.entries(rows).map(([id, count], at) => ({
    'snapshot-id': Number(id),
    'sequence-number': at + 1,
    'timestamp-ms': time,
    'schema-id': 0,
    'manifest-list': `s3://${bucket}/metadata/snap-${id}.avro`,
    summary: { operation: 'append', 'total-records': String(count) }
  }));
  return { 'last-sequence-number': list.length, 'last-updated-ms': time, snapshots: list };
}

/** Loses a file of a table, as nobody but AWS could. */
export function loseFile({ here }: Arena, location: string): void {
  const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(location) ?? [];
  if (here.s3.buckets.get(bucket)?.delete(key) !== true) throw new Error(`There is no ${location}.`);
}
