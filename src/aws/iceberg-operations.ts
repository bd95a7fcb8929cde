import type { Call } from './call.js';
import type { IcebergRequest, IcebergService } from './ports.js';

/** An operation of the Iceberg REST catalog, and the IAM actions that each service asks for. */
interface Operation {
  readonly name: string;
  readonly method: IcebergRequest['method'];
  readonly path: RegExp;
  readonly s3tables: readonly string[];
  readonly glue: readonly string[];
}

const CONFIG = /^\/v1\/config$/;
const NAMESPACES = /\/namespaces$/;
const TABLE = /\/namespaces\/[^/]+\/tables\/[^/]+$/;
const TABLES = /\/namespaces\/[^/]+\/tables$/;
const LOAD = ['s3tables:GetTableMetadataLocation', 's3tables:GetTableData'];
const COMMIT = ['s3tables:UpdateTableMetadataLocation', 's3tables:PutTableData', 's3tables:GetTableData'];

/**
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integrating-open-source.html and
 * https://docs.aws.amazon.com/glue/latest/dg/iceberg-rest-apis.html
 */
const OPERATIONS: readonly Operation[] = [
  {
    name: 'getConfig',
    method: 'GET',
    path: CONFIG,
    s3tables: ['s3tables:GetTableBucket'],
    glue: ['glue:GetCatalog']
  },
  {
    name: 'listNamespaces',
    method: 'GET',
    path: NAMESPACES,
    s3tables: ['s3tables:ListNamespaces'],
    glue: ['glue:GetDatabases']
  },
  {
    name: 'listTables',
    method: 'GET',
    path: TABLES,
    s3tables: ['s3tables:ListTables'],
    glue: ['glue:GetTables']
  },
  {
    name: 'createTable',
    method: 'POST',
    path: TABLES,
    s3tables: ['s3tables:CreateTable', 's3tables:PutTableData'],
    glue: ['glue:CreateTable']
  },
  { name: 'loadTable', method: 'GET', path: TABLE, s3tables: LOAD, glue: ['glue:GetTable'] },
  {
    name: 'tableExists',
    method: 'HEAD',
    path: TABLE,
    s3tables: ['s3tables:GetTable'],
    glue: ['glue:GetTable']
  },
  { name: 'updateTable', method: 'POST', path: TABLE, s3tables: COMMIT, glue: ['glue:UpdateTable'] },
  {
    name: 'dropTable',
    method: 'DELETE',
    path: TABLE,
    s3tables: ['s3tables:DeleteTable'],
    glue: ['glue:DeleteTable']
  }
];

/** What a request is for the log and for errors: its operation, and what it takes to be allowed. */
export function icebergCall(service: IcebergService, request: IcebergRequest): Call {
  const { method, path } = request;
  const known = OPERATIONS.find((each) => each.method === method && each.path.test(path));
  const name = known?.name ?? `${method} ${path}`;
  return {
    operation: `${service}:Iceberg ${name}`,
    doing: `call ${name} of the Iceberg catalog (${method} ${path})`,
    actions: known?.[service],
    resource: service === 's3tables' ? arnsOf(request) : 'the Glue catalogs, database and table'
  };
}

/** The table bucket of a request's path, and what permissions on its tables are given on. */
function arnsOf({ path, query }: IcebergRequest): string | undefined {
  const [, , prefix = ''] = path.split('/');
  const arn = query?.['warehouse'] ?? decodeURIComponent(prefix);
  if (!arn.startsWith('arn:')) return undefined;
  return TABLE.test(path) || TABLES.test(path) ? `${arn} and ${arn}/table/*` : arn;
}
