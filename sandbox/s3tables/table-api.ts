import { jsonReply } from '../protocol/rest-json.js';
import { bucketNameOf, tableOf } from './arns.js';
import { getTableBucket } from './buckets.js';
import {
  bodyOf,
  bucketName,
  namespaceName,
  queryParameter,
  tableAddress,
  type Call,
  type Handler
} from './call.js';
import { checkLookup } from './names.js';
import { getNamespace } from './namespaces.js';
import { pageOf } from './pages.js';
import { badRequest } from './refusals.js';
import * as shapes from './shapes.js';
import type { Table, TableBucket } from './state.js';
import { deleteTable, renameTable, updateMetadataLocation } from './table-changes.js';
import { newTable } from './table-request.js';
import { createTable, getTable, tablesIn } from './tables.js';

/** The operations on tables themselves. */
export const tableHandlers: Readonly<Record<string, Handler>> = {
  CreateTable(call) {
    const table = newTable(bucketName(call), namespaceName(call), bodyOf(call, shapes.createTable));
    const { arn, versionToken } = createTable(call.region, call.caller, table);
    return jsonReply(200, { tableARN: arn, versionToken });
  },

  GetTable(call) {
    const { bucket, table } = tableAskedFor(call);
    const { versionToken, metadataLocation, warehouseLocation, createdBy, modifiedBy } = table;
    return jsonReply(200, {
      ...summary(table, bucket),
      ...{ versionToken, metadataLocation, warehouseLocation, createdBy, modifiedBy },
      ownerAccountId: bucket.ownerAccountId,
      format: 'ICEBERG'
    });
  },

  ListTables(call) {
    const bucket = getTableBucket(call.region, bucketName(call));
    const { page, token } = pageOf(call, listed(call, bucket), {
      limit: 'maxTables',
      longestPrefix: 255,
      nameOf: (table) => table.name,
      keyOf: (table) => `${table.namespace}.${table.name}`
    });
    return jsonReply(200, { tables: page.map((table) => summary(table, bucket)), continuationToken: token });
  },

  RenameTable(call) {
    const { newNamespaceName, ...rename } = bodyOf(call, shapes.renameTable);
    if (newNamespaceName !== undefined) checkLookup('namespace', newNamespaceName);
    const target = newNamespaceName === undefined ? {} : { newNamespace: newNamespaceName };
    renameTable(call.region, call.caller, tableAddress(call), { ...rename, ...target });
    return jsonReply(204);
  },

  DeleteTable(call) {
    deleteTable(call.region, tableAddress(call), givenToken(call));
    return jsonReply(204);
  },

  GetTableMetadataLocation(call) {
    const { versionToken, metadataLocation, warehouseLocation } = getTable(call.region, tableAddress(call));
    return jsonReply(200, { versionToken, metadataLocation, warehouseLocation });
  },

  UpdateTableMetadataLocation(call) {
    const table = getTable(call.region, tableAddress(call));
    updateMetadataLocation(call.region, call.caller, table, bodyOf(call, shapes.updateMetadataLocation));
    const { name, arn, namespace, versionToken, metadataLocation } = table;
    return jsonReply(200, { name, tableARN: arn, namespace: [namespace], versionToken, metadataLocation });
  }
};

function givenToken(call: Call): string | undefined {
  const token = queryParameter(call, 'versionToken');
  if (token === '' || (token?.length ?? 0) > 2048)
    throw badRequest('The specified version token is not valid.');
  return token;
}

function summary(table: Table, bucket: TableBucket): object {
  const { name, arn, namespace, namespaceId, createdAt, modifiedAt } = table;
  return {
    ...{ name, type: 'customer', tableARN: arn, namespace: [namespace], namespaceId },
    ...{ tableBucketId: bucket.id, createdAt, modifiedAt }
  };
}

function listed(call: Call, bucket: TableBucket): readonly Table[] {
  const namespace = queryParameter(call, 'namespace');
  if (namespace === undefined) return tablesIn(call.region, bucket.name);
  checkLookup('namespace', namespace);
  return [...getNamespace(call.region, bucket.name, namespace).tables.values()];
}

/** GetTable names its table by its ARN, or by bucket, namespace and name. */
function tableAskedFor(call: Call): { bucket: TableBucket; table: Table } {
  const parts = ['tableBucketARN', 'namespace', 'name'].map((name) => queryParameter(call, name));
  const [bucketArn, namespace, name] = parts;
  const arn = queryParameter(call, 'tableArn');
  if (arn !== undefined && parts.every((part) => part === undefined)) return tableOf(call.region, arn);
  if (arn !== undefined || bucketArn === undefined || namespace === undefined || name === undefined) {
    throw badRequest(
      'Either the table ARN, or the table bucket ARN, the namespace and the name must be given.'
    );
  }
  const bucket = getTableBucket(call.region, bucketNameOf(call.region, bucketArn));
  checkLookup('namespace', namespace);
  checkLookup('table', name);
  return { bucket, table: getTable(call.region, { bucket: bucket.name, namespace, name }) };
}
