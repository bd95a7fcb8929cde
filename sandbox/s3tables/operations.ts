/** An operation's name, HTTP method and path; `{label}` stands for one segment. */
export type OperationPath = readonly [name: string, method: string, path: string];

/** Every operation of S3 Tables, from its service model of November 2026. */
export const OPERATIONS: readonly OperationPath[] = [
  ['CompleteTableMigration', 'POST', '/complete-table-migration'],
  ['CreateNamespace', 'PUT', '/namespaces/{tableBucketARN}'],
  ['CreateTable', 'PUT', '/tables/{tableBucketARN}/{namespace}'],
  ['CreateTableBucket', 'PUT', '/buckets'],
  ['DeleteNamespace', 'DELETE', '/namespaces/{tableBucketARN}/{namespace}'],
  ['DeleteTable', 'DELETE', '/tables/{tableBucketARN}/{namespace}/{name}'],
  ['DeleteTableBucket', 'DELETE', '/buckets/{tableBucketARN}'],
  ['DeleteTableBucketEncryption', 'DELETE', '/buckets/{tableBucketARN}/encryption'],
  ['DeleteTableBucketMetricsConfiguration', 'DELETE', '/buckets/{tableBucketARN}/metrics'],
  ['DeleteTableBucketPolicy', 'DELETE', '/buckets/{tableBucketARN}/policy'],
  ['DeleteTableBucketReplication', 'DELETE', '/table-bucket-replication'],
  ['DeleteTablePolicy', 'DELETE', '/tables/{tableBucketARN}/{namespace}/{name}/policy'],
  ['DeleteTableReplication', 'DELETE', '/table-replication'],
  ['DisassociateTableReplication', 'PUT', '/table-replication/disassociate'],
  ['GetNamespace', 'GET', '/namespaces/{tableBucketARN}/{namespace}'],
  ['GetTable', 'GET', '/get-table'],
  ['GetTableBucket', 'GET', '/buckets/{tableBucketARN}'],
  ['GetTableBucketEncryption', 'GET', '/buckets/{tableBucketARN}/encryption'],
  ['GetTableBucketLogging', 'GET', '/buckets/{tableBucketARN}/logging'],
  ['GetTableBucketMaintenanceConfiguration', 'GET', '/buckets/{tableBucketARN}/maintenance'],
  ['GetTableBucketMetricsConfiguration', 'GET', '/buckets/{tableBucketARN}/metrics'],
  ['GetTableBucketPolicy', 'GET', '/buckets/{tableBucketARN}/policy'],
  ['GetTableBucketReplication', 'GET', '/table-bucket-replication'],
  ['GetTableBucketStorageClass', 'GET', '/buckets/{tableBucketARN}/storage-class'],
  ['GetTableEncryption', 'GET', '/tables/{tableBucketARN}/{namespace}/{name}/encryption'],
  ['GetTableMaintenanceConfiguration', 'GET', '/tables/{tableBucketARN}/{namespace}/{name}/maintenance'],
  [
    'GetTableMaintenanceJobStatus',
    'GET',
    '/tables/{tableBucketARN}/{namespace}/{name}/maintenance-job-status'
  ],
  ['GetTableMetadataLocation', 'GET', '/tables/{tableBucketARN}/{namespace}/{name}/metadata-location'],
  ['GetTableMigration', 'GET', '/get-table-migration'],
  ['GetTablePolicy', 'GET', '/tables/{tableBucketARN}/{namespace}/{name}/policy'],
  ['GetTableRecordExpirationConfiguration', 'GET', '/table-record-expiration'],
  ['GetTableRecordExpirationJobStatus', 'GET', '/table-record-expiration-job-status'],
  ['GetTableReplication', 'GET', '/table-replication'],
  ['GetTableReplicationStatus', 'GET', '/replication-status'],
  ['GetTableStorageClass', 'GET', '/tables/{tableBucketARN}/{namespace}/{name}/storage-class'],
  ['ListNamespaces', 'GET', '/namespaces/{tableBucketARN}'],
  ['ListTableBuckets', 'GET', '/buckets'],
  ['ListTableMigrations', 'GET', '/list-table-migrations'],
  ['ListTables', 'GET', '/tables/{tableBucketARN}'],
  ['ListTagsForResource', 'GET', '/tag/{resourceArn}'],
  ['PutTableBucketEncryption', 'PUT', '/buckets/{tableBucketARN}/encryption'],
  ['PutTableBucketLogging', 'PUT', '/buckets/{tableBucketARN}/logging'],
  ['PutTableBucketMaintenanceConfiguration', 'PUT', '/buckets/{tableBucketARN}/maintenance/{type}'],
  ['PutTableBucketMetricsConfiguration', 'PUT', '/buckets/{tableBucketARN}/metrics'],
  ['PutTableBucketPolicy', 'PUT', '/buckets/{tableBucketARN}/policy'],
  ['PutTableBucketReplication', 'PUT', '/table-bucket-replication'],
  ['PutTableBucketStorageClass', 'PUT', '/buckets/{tableBucketARN}/storage-class'],
  [
    'PutTableMaintenanceConfiguration',
    'PUT',
    '/tables/{tableBucketARN}/{namespace}/{name}/maintenance/{type}'
  ],
  ['PutTablePolicy', 'PUT', '/tables/{tableBucketARN}/{namespace}/{name}/policy'],
  ['PutTableRecordExpirationConfiguration', 'PUT', '/table-record-expiration'],
  ['PutTableReplication', 'PUT', '/table-replication'],
  ['RenameTable', 'PUT', '/tables/{tableBucketARN}/{namespace}/{name}/rename'],
  ['StartTableMigration', 'POST', '/start-table-migration'],
  ['SyncTableMigration', 'POST', '/sync-table-migration'],
  ['TagResource', 'POST', '/tag/{resourceArn}'],
  ['UntagResource', 'DELETE', '/tag/{resourceArn}'],
  ['UpdateTableMetadataLocation', 'PUT', '/tables/{tableBucketARN}/{namespace}/{name}/metadata-location'],
  ['UpdateTableMigration', 'POST', '/update-table-migration']
];

/** The one of the operations that a method and a path, as sent, ask for, with its labels decoded; or nothing. */
export function findOperation(
  method: string,
  path: string,
  operations = OPERATIONS
): { name: string; labels: Readonly<Record<string, string>> } | undefined {
  const segments = path.split('/');
  for (const [name, operationMethod, template] of operations) {
    const labels = operationMethod === method ? match(template.split('/'), segments) : undefined;
    if (labels) return { name, labels };
  }
  return undefined;
}

function match(template: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const labels: Record<string, string> = {};
  for (const [index, expected] of template.entries()) {
    const sent = segments[index] ?? '';
    if (!expected.startsWith('{')) {
      if (sent !== expected) return undefined;
    } else {
      const value = decode(sent);
      if (value === undefined || value === '') return undefined;
      labels[expected.slice(1, -1)] = value;
    }
  }
  return labels;
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
