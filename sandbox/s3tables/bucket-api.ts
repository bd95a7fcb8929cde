import { jsonReply } from '../protocol/rest-json.js';
import { createTableBucket, deleteTableBucket, getTableBucket } from './buckets.js';
import { bodyOf, bucketName, queryParameter, type Call, type Handler } from './call.js';
import { pageOf } from './pages.js';
import { badRequest } from './refusals.js';
import * as shapes from './shapes.js';
import type { TableBucket } from './state.js';

/** The operations on table buckets themselves. */
export const bucketHandlers: Readonly<Record<string, Handler>> = {
  CreateTableBucket(call) {
    const { encryptionConfiguration, storageClassConfiguration, ...body } = bodyOf(
      call,
      shapes.createTableBucket
    );
    const { arn } = createTableBucket(call.region, call.caller, {
      ...body,
      ...(encryptionConfiguration && { encryption: encryptionConfiguration }),
      ...storageClassConfiguration
    });
    return jsonReply(200, { arn });
  },

  GetTableBucket(call) {
    return jsonReply(200, summary(getTableBucket(call.region, bucketName(call))));
  },

  ListTableBuckets(call) {
    const buckets = isForCustomers(call) ? [...call.region.s3tables.buckets.values()] : [];
    const { page, token } = pageOf(call, buckets, {
      limit: 'maxBuckets',
      longestPrefix: 63,
      nameOf: (bucket) => bucket.name,
      keyOf: (bucket) => bucket.name
    });
    return jsonReply(200, { tableBuckets: page.map(summary), continuationToken: token });
  },

  DeleteTableBucket(call) {
    deleteTableBucket(call.region, bucketName(call));
    return jsonReply(204);
  }
};

function summary(bucket: TableBucket): object {
  const { arn, name, ownerAccountId, createdAt, id } = bucket;
  return { arn, name, ownerAccountId, createdAt, tableBucketId: id, type: 'customer' };
}

/** The sandbox has no bucket of the other type, which AWS's own services make. */
function isForCustomers(call: Call): boolean {
  const type = queryParameter(call, 'type') ?? 'customer';
  if (type !== 'customer' && type !== 'aws')
    throw badRequest('The specified table bucket type is not valid.');
  return type === 'customer';
}
