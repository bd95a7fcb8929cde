/**
 * The actions of S3 Tables, to recognise one that is misspelt. AWS adds some every few months, so one that is missing
 * here is no mistake
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3tables.html).
 */
export const S3_TABLES_ACTIONS: readonly string[] = [
  ...[
    'CreateNamespace',
    'CreateTable',
    'CreateTableBucket',
    'DeleteNamespace',
    'DeleteTable',
    'DeleteTableBucket'
  ],
  ...['DeleteTableBucketEncryption', 'DeleteTableBucketMetricsConfiguration', 'DeleteTableBucketPolicy'],
  ...[
    'DeleteTableBucketReplication',
    'DeleteTablePolicy',
    'DeleteTableReplication',
    'GetNamespace',
    'GetTable'
  ],
  ...['GetTableBucket', 'GetTableBucketEncryption', 'GetTableBucketMaintenanceConfiguration'],
  ...['GetTableBucketMetricsConfiguration', 'GetTableBucketPolicy', 'GetTableBucketReplication'],
  ...['GetTableBucketStorageClass', 'GetTableData', 'GetTableEncryption', 'GetTableMaintenanceConfiguration'],
  ...['GetTableMaintenanceJobStatus', 'GetTableMetadataLocation', 'GetTablePolicy'],
  ...['GetTableRecordExpirationConfiguration', 'GetTableRecordExpirationJobStatus', 'GetTableReplication'],
  ...[
    'GetTableReplicationStatus',
    'GetTableStorageClass',
    'ListNamespaces',
    'ListTableBuckets',
    'ListTables'
  ],
  ...['ListTagsForResource', 'PutTableBucketEncryption', 'PutTableBucketMaintenanceConfiguration'],
  ...['PutTableBucketMetricsConfiguration', 'PutTableBucketPolicy', 'PutTableBucketReplication'],
  ...['PutTableBucketStorageClass', 'PutTableData', 'PutTableEncryption', 'PutTableMaintenanceConfiguration'],
  ...[
    'PutTablePolicy',
    'PutTableRecordExpirationConfiguration',
    'PutTableReplication',
    'PutTableStorageClass'
  ],
  ...['RenameTable', 'TagResource', 'UntagResource', 'UpdateTableMetadataLocation']
];

/** What is meant by the actions of S3 that people know. */
export const OF_S3: Readonly<Record<string, string>> = {
  's3:getobject': 's3tables:GetTableData',
  's3:putobject': 's3tables:PutTableData',
  's3:listbucket': 's3tables:ListTables',
  's3:*': 's3tables:*'
};
