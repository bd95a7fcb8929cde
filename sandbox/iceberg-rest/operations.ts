import type { OperationPath } from '../s3tables/operations.js';

/**
 * The operations of the Iceberg REST catalog (REST spec, paths), named after the catalog's own names for them; the call
 * log and fault rules know them by these. The prefix keeps them apart from S3 Tables' and Glue's operations.
 * @param base the path in front of `/namespaces`
 */
export function operationsBelow(base: string): readonly OperationPath[] {
  const namespaces = `${base}/namespaces`;
  const namespace = `${namespaces}/{namespace}`;
  const table = `${namespace}/tables/{table}`;
  const view = `${namespace}/views/{view}`;
  return [
    ['IcebergGetConfig', 'GET', '/iceberg/v1/config'],
    ['IcebergListNamespaces', 'GET', namespaces],
    ['IcebergCreateNamespace', 'POST', namespaces],
    ['IcebergLoadNamespaceMetadata', 'GET', namespace],
    ['IcebergNamespaceExists', 'HEAD', namespace],
    ['IcebergDropNamespace', 'DELETE', namespace],
    ['IcebergUpdateNamespaceProperties', 'POST', `${namespace}/properties`],
    ['IcebergListTables', 'GET', `${namespace}/tables`],
    ['IcebergCreateTable', 'POST', `${namespace}/tables`],
    ['IcebergLoadTable', 'GET', table],
    ['IcebergTableExists', 'HEAD', table],
    ['IcebergCommitTable', 'POST', table],
    ['IcebergDropTable', 'DELETE', table],
    ['IcebergRenameTable', 'POST', `${base}/tables/rename`],
    ['IcebergRegisterTable', 'POST', `${namespace}/register`],
    ['IcebergLoadCredentials', 'GET', `${table}/credentials`],
    ['IcebergReportMetrics', 'POST', `${table}/metrics`],
    ['IcebergPlanTableScan', 'POST', `${table}/plan`],
    ['IcebergFetchPlanningResult', 'GET', `${table}/plan/{plan}`],
    ['IcebergCancelPlanning', 'DELETE', `${table}/plan/{plan}`],
    ['IcebergFetchScanTasks', 'POST', `${table}/tasks`],
    ['IcebergCommitTransaction', 'POST', `${base}/transactions/commit`],
    ['IcebergListViews', 'GET', `${namespace}/views`],
    ['IcebergCreateView', 'POST', `${namespace}/views`],
    ['IcebergLoadView', 'GET', view],
    ['IcebergViewExists', 'HEAD', view],
    ['IcebergReplaceView', 'POST', view],
    ['IcebergDropView', 'DELETE', view],
    ['IcebergRenameView', 'POST', `${base}/views/rename`]
  ];
}
