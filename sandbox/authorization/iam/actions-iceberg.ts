import type { Operation, SandboxRequest } from '../../service.js';
import { jsonBody, record, textOf, type Need, type Target } from './need.js';
import { bucketTarget, tableTarget } from './s3tables-targets.js';

type On = 'bucket' | 'table' | 'newTable' | 'renamed';

/** The actions of the Iceberg REST catalog of S3 Tables (S3 User Guide, "Accessing tables using the … endpoint"). */
const actions: Readonly<Record<string, readonly (readonly [action: string, on: On])[]>> = {
  IcebergGetConfig: [['GetTableBucket', 'bucket']],
  IcebergListNamespaces: [['ListNamespaces', 'bucket']],
  IcebergCreateNamespace: [['CreateNamespace', 'bucket']],
  IcebergLoadNamespaceMetadata: [['GetNamespace', 'bucket']],
  IcebergNamespaceExists: [['GetNamespace', 'bucket']],
  IcebergDropNamespace: [['DeleteNamespace', 'bucket']],
  IcebergListTables: [['ListTables', 'bucket']],
  IcebergCreateTable: [
    ['CreateTable', 'bucket'],
    ['PutTableData', 'newTable']
  ],
  IcebergLoadTable: [
    ['GetTableMetadataLocation', 'table'],
    ['GetTableData', 'table']
  ],
  IcebergTableExists: [['GetTable', 'table']],
  IcebergCommitTable: [
    ['UpdateTableMetadataLocation', 'table'],
    ['PutTableData', 'table'],
    ['GetTableData', 'table']
  ],
  IcebergDropTable: [['DeleteTable', 'table']],
  IcebergRenameTable: [['RenameTable', 'renamed']]
};

/** What the operations of S3 Tables' Iceberg REST catalog need; those that it does not have need nothing. */
export function icebergNeeds(request: SandboxRequest, { name, labels = {} }: Operation): readonly Need[] {
  const { region, query } = request;
  const bucketArn = labels['warehouse'] ?? query.get('warehouse') ?? '';
  const namespace = labels['namespace'] ?? '';
  const on: Readonly<Record<On, () => Target>> = {
    bucket: () => inNamespace(bucketTarget(region, bucketArn), namespace),
    table: () => tableTarget(region, { bucketArn, namespace, name: labels['table'] ?? '' }),
    newTable: () =>
      tableTarget(region, { bucketArn, namespace, name: textOf(jsonBody(request)['name']) ?? '' }),
    renamed: () => tableTarget(region, { bucketArn, ...sourceOf(request) })
  };
  return (actions[name] ?? []).map(([action, target]) => ({
    ...on[target](),
    action: `s3tables:${action}`
  }));
}

function inNamespace(target: Target, namespace: string): Target {
  if (namespace === '') return target;
  return { ...target, context: new Map([...(target.context ?? []), ['s3tables:namespace', [namespace]]]) };
}

function sourceOf(request: SandboxRequest): { namespace: string; name: string } {
  const source = record(jsonBody(request)['source']);
  const levels = Array.isArray(source['namespace']) ? (source['namespace'] as unknown[]) : [];
  return { namespace: textOf(levels[0]) ?? '', name: textOf(source['name']) ?? '' };
}
