import { jsonReply } from '../protocol/rest-json.js';
import { getTableBucket } from './buckets.js';
import { bodyOf, bucketName, namespaceName, type Handler } from './call.js';
import { createNamespace, deleteNamespace, getNamespace } from './namespaces.js';
import { pageOf } from './pages.js';
import * as shapes from './shapes.js';
import type { Namespace, TableBucket } from './state.js';

/** The operations on namespaces. */
export const namespaceHandlers: Readonly<Record<string, Handler>> = {
  CreateNamespace(call) {
    const [name = ''] = bodyOf(call, shapes.createNamespace).namespace;
    const bucket = bucketName(call);
    createNamespace(call.region, call.caller, bucket, name);
    return jsonReply(200, { tableBucketARN: getTableBucket(call.region, bucket).arn, namespace: [name] });
  },

  GetNamespace(call) {
    const bucket = bucketName(call);
    const namespace = getNamespace(call.region, bucket, namespaceName(call));
    return jsonReply(200, summary(namespace, getTableBucket(call.region, bucket)));
  },

  ListNamespaces(call) {
    const bucket = getTableBucket(call.region, bucketName(call));
    const { page, token } = pageOf(call, [...bucket.namespaces.values()], {
      limit: 'maxNamespaces',
      longestPrefix: 255,
      nameOf: (namespace) => namespace.name,
      keyOf: (namespace) => namespace.name
    });
    const namespaces = page.map((namespace) => summary(namespace, bucket));
    return jsonReply(200, { namespaces, continuationToken: token });
  },

  DeleteNamespace(call) {
    deleteNamespace(call.region, bucketName(call), namespaceName(call));
    return jsonReply(204);
  }
};

function summary(namespace: Namespace, bucket: TableBucket): object {
  const { id, name, createdAt, createdBy, ownerAccountId } = namespace;
  return {
    namespace: [name],
    createdAt,
    createdBy,
    ownerAccountId,
    namespaceId: id,
    tableBucketId: bucket.id
  };
}
