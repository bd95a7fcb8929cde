import { jsonReply } from '../protocol/rest-json.js';
import { getTableBucket } from './buckets.js';
import { bodyOf, bucketName, type Handler } from './call.js';
import * as shapes from './shapes.js';

/** The operations on a table bucket's server access logging. What they set is kept; no log is ever delivered. */
export const loggingHandlers: Readonly<Record<string, Handler>> = {
  PutTableBucketLogging(call) {
    const bucket = getTableBucket(call.region, bucketName(call));
    const { loggingEnabled } = bodyOf(call, shapes.logging).tableBucketLoggingStatus;
    if (loggingEnabled) bucket.logging = loggingEnabled;
    else delete bucket.logging;
    return jsonReply(204);
  },

  GetTableBucketLogging(call) {
    const { logging } = getTableBucket(call.region, bucketName(call));
    return jsonReply(200, { tableBucketLoggingStatus: { ...(logging && { loggingEnabled: logging }) } });
  }
};
