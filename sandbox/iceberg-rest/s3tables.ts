import * as v from 'valibot';
import { jsonReply } from '../protocol/rest-json.js';
import type { SandboxReply } from '../service.js';
import { bucketNameOf } from '../s3tables/arns.js';
import { getTableBucket } from '../s3tables/buckets.js';
import { badRequest } from '../s3tables/refusals.js';
import type { PageToken } from '../s3tables/state.js';
import { renameTable } from '../s3tables/table-changes.js';
import { bucketOf, checked, onlyLevel } from './address.js';
import { bodyOf } from './body.js';
import type { Dialect, IcebergCall } from './dialect.js';

const MEBIBYTE = 1024 * 1024;

const identifier = v.object({ namespace: v.array(v.string()), name: v.string() });
const renameBody = v.object({ source: identifier, destination: identifier });

/** What the REST spec calls the token, and what S3 Tables is reported to call it (awslabs/s3-tables-catalog#62). */
const PAGE_TOKENS: Readonly<Record<PageToken, readonly string[]>> = {
  both: ['next-page-token', 'nextPageToken'],
  spec: ['next-page-token'],
  aws: ['nextPageToken']
};

/**
 * S3 Tables' Iceberg REST catalog: the warehouse is a table bucket's ARN, percent-encoded in the paths.
 * Its rules are those of the page "Accessing tables using the Amazon S3 Tables Iceberg REST endpoint" and of what others
 * have measured.
 */
export const s3TablesDialect: Dialect = {
  base: '/iceberg/v1/{warehouse}',
  prefixOf: (region, warehouse) => {
    getTableBucket(region, bucketNameOf(region, warehouse));
    return encodeURIComponent(warehouse);
  },
  bucketOf: (region, warehouse) => getTableBucket(region, bucketNameOf(region, warehouse)).name,
  pageTokens: ({ s3tables }) => PAGE_TOKENS[s3tables.pageToken],
  needsStageCreate: true,
  maxMetadataBytes: 50 * MEBIBYTE,
  checkPurge: (_, isRequested) => checkPurgeRequested(isRequested),
  shows: () => true,
  handlers: {
    IcebergRenameTable: rename,
    IcebergReportMetrics: () => {
      throw badRequest('ReportMetrics is currently not supported.');
    }
  },
  unknown: () => ({
    status: 404,
    headers: { 'content-type': 'application/xml' },
    body: '<UnknownOperationException/>'
  }),
  statusOf: ({ status }) => status
};

/** S3 Tables cannot drop a table and keep its files. Throws BadRequestException. */
export function checkPurgeRequested(isRequested: boolean): void {
  if (isRequested) return;
  throw badRequest('DropTable operation failed. S3 Tables only supports dropping tables with purge enabled.');
}

function rename(call: IcebergCall): SandboxReply {
  const { source, destination } = bodyOf(call, renameBody);
  const address = {
    bucket: bucketOf(call),
    namespace: onlyLevel(source.namespace),
    name: checked('table', source.name)
  };
  renameTable(call.region, call.caller, address, {
    newNamespace: onlyLevel(destination.namespace),
    newName: checked('table', destination.name)
  });
  return jsonReply(204);
}
