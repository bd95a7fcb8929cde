import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { jsonReply } from '../protocol/rest-json.js';
import { DEFAULT_ENCRYPTION, getTableBucket } from './buckets.js';
import { bodyOf, bucketName, type Call, type Handler } from './call.js';
import { putMaintenance } from './maintenance.js';
import { notFound } from './refusals.js';
import * as shapes from './shapes.js';
import { storePolicy } from './policy.js';
import type { TableBucket } from './state.js';

/** The operations on a table bucket's policy, encryption, storage class, maintenance and metrics. */
export const bucketSettingsHandlers: Readonly<Record<string, Handler>> = {
  PutTableBucketPolicy(call) {
    const bucket = bucketOf(call);
    const { resourcePolicy } = bodyOf(call, v.object({ resourcePolicy: v.string() }));
    bucket.policy = storePolicy(resourcePolicy, bucket.arn);
    return jsonReply(200);
  },

  GetTableBucketPolicy(call) {
    const { policy } = bucketOf(call);
    if (policy === undefined) throw notFound('policy');
    return jsonReply(200, { resourcePolicy: policy });
  },

  DeleteTableBucketPolicy(call) {
    const bucket = bucketOf(call);
    if (bucket.policy === undefined) throw notFound('policy');
    delete bucket.policy;
    return jsonReply(204);
  },

  PutTableBucketEncryption(call) {
    const bucket = bucketOf(call);
    const shape = v.object({ encryptionConfiguration: shapes.encryption });
    bucket.encryption = bodyOf(call, shape).encryptionConfiguration;
    return jsonReply(200);
  },

  GetTableBucketEncryption(call) {
    return jsonReply(200, { encryptionConfiguration: bucketOf(call).encryption });
  },

  DeleteTableBucketEncryption(call) {
    bucketOf(call).encryption = DEFAULT_ENCRYPTION;
    return jsonReply(204);
  },

  PutTableBucketStorageClass(call) {
    const bucket = bucketOf(call);
    const shape = v.object({ storageClassConfiguration: shapes.storageClass });
    bucket.storageClass = bodyOf(call, shape).storageClassConfiguration.storageClass;
    return jsonReply(200);
  },

  GetTableBucketStorageClass(call) {
    return jsonReply(200, { storageClassConfiguration: { storageClass: bucketOf(call).storageClass } });
  },

  PutTableBucketMaintenanceConfiguration(call) {
    const { maintenance } = bucketOf(call);
    putMaintenance(maintenance, call.labels['type'] ?? '', bodyOf(call, shapes.maintenance).value);
    return jsonReply(204);
  },

  GetTableBucketMaintenanceConfiguration(call) {
    const { arn, maintenance } = bucketOf(call);
    return jsonReply(200, { tableBucketARN: arn, configuration: Object.fromEntries(maintenance) });
  },

  PutTableBucketMetricsConfiguration(call) {
    bucketOf(call).metricsId ??= randomUUID();
    return jsonReply(204);
  },

  GetTableBucketMetricsConfiguration(call) {
    const { arn, metricsId } = bucketOf(call);
    return jsonReply(200, { tableBucketARN: arn, id: metricsId });
  },

  DeleteTableBucketMetricsConfiguration(call) {
    delete bucketOf(call).metricsId;
    return jsonReply(204);
  }
};

function bucketOf(call: Call): TableBucket {
  return getTableBucket(call.region, bucketName(call));
}
