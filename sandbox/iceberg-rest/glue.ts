import type { Region } from '../account.js';
import { catalogIdOf, catalogPath } from '../glue/catalog-id.js';
import { mounted } from '../glue/catalogs.js';
import { hasUpperCase } from '../glue/iceberg-columns.js';
import { currentSchema } from '../iceberg/evolution.js';
import { AwsRefusal, notInSandbox, type SandboxReply } from '../service.js';
import { badRequest } from '../s3tables/refusals.js';
import { currentMetadata } from '../s3tables/warehouse.js';
import type { Dialect, IcebergCall, IcebergHandler } from './dialect.js';
import { lakeFormationPermissions } from './permissions.js';
import { checkPurgeRequested } from './s3tables.js';
import { warehousePath } from './warehouse.js';

const MEBIBYTE = 1024 * 1024;

/** What Glue knows, but its catalog of tables cannot do. */
const UNSUPPORTED = [
  'RenameTable',
  'ListViews',
  'CreateView',
  'LoadView',
  'ViewExists',
  'ReplaceView',
  'DropView',
  'RenameView'
].map((name): [string, IcebergHandler] => [`Iceberg${name}`, () => unsupported(name)]);

/**
 * Glue's Iceberg REST catalog, for the table buckets below `s3tablescatalog`: the warehouse is
 * `<account>:s3tablescatalog/<bucket>`, in the paths with `:` for `/`. Its rules are those of the page "Connecting to the
 * Data Catalog using AWS Glue Iceberg REST endpoint" and of what others have measured.
 */
export const glueDialect: Dialect = {
  base: '/iceberg/v1/catalogs/{warehouse}',
  prefixOf(region, warehouse) {
    const path = catalogPath(region.account, warehouse);
    bucketAt(region, path);
    return `catalogs/${catalogIdOf(region.account, path).replaceAll('/', ':')}`;
  },
  bucketOf: (region, warehouse) => bucketAt(region, warehousePath(region, warehouse)),
  pageTokens: () => ['next-page-token'],
  needsStageCreate: false,
  maxMetadataBytes: 20 * MEBIBYTE,
  checkPurge(region, isRequested) {
    if (region.glue.federatedPurge === 'required') checkPurgeRequested(isRequested);
    else if (isRequested) throw badRequest('PurgeRequested cannot be true for Glue iceberg tables.');
  },
  shows(region, table) {
    const metadata = currentMetadata(region, table);
    return metadata === undefined || !hasUpperCase(currentSchema(metadata));
  },
  handlers: {
    ...Object.fromEntries(UNSUPPORTED),
    IcebergUpdateNamespaceProperties() {
      throw notInSandbox('glue', 'UpdateNamespaceProperties');
    }
  },
  unknown: unrouted,
  permissions: lakeFormationPermissions,
  statusOf: ({ code, status }) => statuses[code] ?? status
};

const statuses: Readonly<Record<string, number>> = {
  EntityNotFoundException: 404,
  AccessDeniedException: 403
};

/** Throws EntityNotFoundException unless the path leads to a table bucket through a federated catalog. */
function bucketAt(region: Region, path: string): string {
  if (path === '') throw notInSandbox('glue', 'Iceberg REST catalog of the default catalog');
  const { bucket } = mounted(region, path);
  if (!bucket)
    throw badRequest(`The catalog ${path} has no tables of its own; name one of the catalogs in it.`);
  return bucket.name;
}

function unsupported(name: string): never {
  throw new AwsRefusal(406, 'UnsupportedOperationException', `${name} is not supported.`);
}

/** What Glue does not route it answers with status 200. */
function unrouted({ path }: IcebergCall): SandboxReply {
  const __type = 'com.amazon.coral.service#UnknownOperationException';
  return {
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ Output: { __type, message: `No operation at ${path}` }, Version: '1.0' })
  };
}
