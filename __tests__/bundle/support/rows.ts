import type { Arena } from './arena.js';
import { BUCKET_ARN, NAMESPACE, TABLE } from './values.js';

/** Commits a snapshot of so many rows to the environment's table, as a writer would. */
export async function writeRows({ aws }: Arena, rows: number): Promise<void> {
  const id = { tableBucketARN: BUCKET_ARN, namespace: NAMESPACE, name: TABLE };
  const { metadataLocation = '', versionToken } = await aws.s3tables.getTable(id);
  const [, Bucket = '', Key = ''] = /^s3:\/\/([^/]+)\/(.+)$/.exec(metadataLocation) ?? [];
  const { Body } = await aws.s3.getObject({ Bucket, Key });
  const metadata = JSON.parse((await Body?.transformToString()) ?? '') as Record<string, unknown>;
  const next = `metadata/00001-5d0b0f0e-4a3c-4a55-9a2c-7d3c8a9e1f20.metadata.json`;
  const body = JSON.stringify({ ...metadata, ...snapshotOf(rows, Bucket) });
  await aws.s3.putObject({ Bucket, Key: next, Body: body });
  const location = `s3://${Bucket}/${next}`;
  await aws.s3tables.updateTableMetadataLocation({ ...id, versionToken, metadataLocation: location });
}

/** The members of Iceberg's table metadata that a first snapshot changes (spec, "Table Metadata Fields"). */
function snapshotOf(rows: number, bucket: string): Record<string, unknown> {
  const id = 3_051_729_675_574_597;
  const time = Date.now();
  return {
    'last-sequence-number': 1,
    'last-updated-ms': time,
    'current-snapshot-id': id,
    refs: { main: { 'snapshot-id': id, type: 'branch' } },
    snapshots: [
      {
        'snapshot-id': id,
        'sequence-number': 1,
        'timestamp-ms': time,
        'schema-id': 0,
        'manifest-list': `s3://${bucket}/metadata/snap-${id}.avro`,
        summary: { operation: 'append', 'total-records': String(rows) }
      }
    ],
    'snapshot-log': [{ 'snapshot-id': id, 'timestamp-ms': time }]
  };
}
