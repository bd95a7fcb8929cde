import type { IcebergService } from '../aws/ports.js';

const LOAD = ['s3tables:GetTableMetadataLocation', 's3tables:GetTableData'];
const WRITE = ['s3tables:UpdateTableMetadataLocation', 's3tables:PutTableData', ...LOAD];

/** What the files are read and written with, through S3 Tables' own catalog. */
const OF_S3TABLES = {
  catalog: ['s3tables:GetTableBucket', 's3tables:ListNamespaces', 's3tables:ListTables', ...LOAD],
  create: ['s3tables:CreateTable', 's3tables:PutTableData', ...LOAD],
  write: WRITE,
  read: LOAD,
  drop: ['s3tables:DeleteTable', 's3tables:GetTable']
} as const;

/** What the steps do to the catalog. */
export type Deed = keyof typeof OF_S3TABLES;

/** What Glue's catalog asks for besides (docs.aws.amazon.com/glue/latest/dg/connect-glu-iceberg-rest.html). */
const OF_GLUE: Readonly<Record<Deed, readonly string[]>> = {
  catalog: ['glue:GetCatalog', 'glue:GetDatabases', 'glue:GetTables', 'glue:GetTable'],
  create: ['glue:GetDatabase', 'glue:CreateTable'],
  write: ['glue:GetTable', 'glue:UpdateTable'],
  read: ['glue:GetTable'],
  drop: ['glue:GetTable', 'glue:DeleteTable']
};

/** The IAM actions that something takes through a catalog, for whoever is denied one. */
export function needsOf(deed: Deed, via: IcebergService): readonly string[] {
  const own = OF_S3TABLES[deed];
  return via === 's3tables' ? own : [...OF_GLUE[deed], 'lakeformation:GetDataAccess', ...own];
}
