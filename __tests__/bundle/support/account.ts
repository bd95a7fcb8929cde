import type { Arena } from './arena.js';
import { ACCOUNT, ADMIN, BUCKET_ARN, DATABASE, FOREIGN_MARKS, MARKS, NAMESPACE, ROLE } from './values.js';

/** The partition's name is the only thing that differs between AWS's partitions here. */
export async function enableIntegration({ aws, region }: Arena, partition = 'aws'): Promise<void> {
  const everybody = [
    { Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL' as const] }
  ];
  await aws.glue.createCatalog({
    Name: 's3tablescatalog',
    CatalogInput: {
      FederatedCatalog: {
        Identifier: `arn:${partition}:s3tables:${region}:${ACCOUNT}:bucket/*`,
        ConnectionName: 'aws:s3tables'
      },
      CreateDatabaseDefaultPermissions: everybody,
      CreateTableDefaultPermissions: everybody
    }
  });
}

/** An account where the integration is on and the settings are as the tests ask for: nothing shared is left to do. */
export async function settleAccount(arena: Arena): Promise<void> {
  await enableIntegration(arena);
  await arena.aws.lakeFormation.putDataLakeSettings({
    DataLakeSettings: {
      DataLakeAdmins: [{ DataLakePrincipalIdentifier: ADMIN }],
      TrustedResourceOwners: [ACCOUNT],
      CreateDatabaseDefaultPermissions: [],
      CreateTableDefaultPermissions: []
    }
  });
}

/** What other teams have: every kind of thing that the action touches, and settings that it does not know. */
export async function settleOtherTeams({ aws }: Arena, admins: readonly string[] = []): Promise<void> {
  const id = (arn: string): { DataLakePrincipalIdentifier: string } => ({ DataLakePrincipalIdentifier: arn });
  await aws.lakeFormation.putDataLakeSettings({
    DataLakeSettings: {
      DataLakeAdmins: [
        id(`arn:aws:iam::${ACCOUNT}:role/finance/Admin`),
        id(`arn:aws:iam::${ACCOUNT}:user/eve`),
        ...admins.map(id)
      ],
      ReadOnlyAdmins: [id(`arn:aws:iam::${ACCOUNT}:role/Auditor`)],
      CreateDatabaseDefaultPermissions: [],
      CreateTableDefaultPermissions: [{ Principal: id('IAM_ALLOWED_PRINCIPALS'), Permissions: ['ALL'] }],
      Parameters: { CROSS_ACCOUNT_VERSION: '3' },
      TrustedResourceOwners: ['555566667777'],
      AllowExternalDataFiltering: true,
      AllowFullTableExternalDataAccess: true,
      ExternalDataFilteringAllowList: [id('888899990000')],
      AuthorizedSessionTagValueList: ['partner']
    }
  });
  const { arn } = await aws.s3tables.createTableBucket({
    name: 'finance-ledger',
    tags: { owner: 'finance' }
  });
  await aws.s3tables.createNamespace({ tableBucketARN: arn, namespace: ['ledger'] });
  await createTable(aws.s3tables, { tableBucketARN: arn, namespace: 'ledger', name: 'bookings' });
  await aws.glue.createDatabase({
    DatabaseInput: { Name: 'finance_db', Parameters: { keep: 'me' } },
    Tags: { owner: 'finance' }
  });
  await aws.lakeFormation.grantPermissions({
    Principal: id(ROLE),
    Resource: { Database: { Name: 'finance_db' } },
    Permissions: ['DESCRIBE']
  });
}

/** A table with a schema, as anybody would make one. */
export async function createTable(
  s3tables: Arena['aws']['s3tables'],
  place: { readonly tableBucketARN: string | undefined; readonly namespace: string; readonly name: string },
  tags: Readonly<Record<string, string>> = {}
): Promise<string> {
  const fields = [{ name: 'id', type: 'long', required: true }];
  const { tableARN = '' } = await s3tables.createTable({
    ...place,
    format: 'ICEBERG',
    metadata: { iceberg: { schema: { fields } } },
    ...(Object.keys(tags).length > 0 && { tags: { ...tags } })
  });
  return tableARN;
}

/** Names of what stands in the way of an environment. */
export type Obstacle = 'bucket' | 'table' | 'database';

/** Makes one resource of the environment's name, without its marks, or with those of another environment. */
export async function place({ aws }: Arena, what: Obstacle, whose: 'nobody' | 'another'): Promise<void> {
  const { s3tables, glue } = aws;
  const marks = whose === 'another' ? FOREIGN_MARKS : {};
  const tags = whose === 'another' ? { tags: { ...FOREIGN_MARKS } } : {};
  if (what === 'database') {
    const Tags = whose === 'another' ? { Tags: { ...marks } } : {};
    await glue.createDatabase({ DatabaseInput: { Name: DATABASE }, ...Tags });
    return;
  }
  const name = BUCKET_ARN.split('/').at(-1);
  if (what === 'bucket') {
    await s3tables.createTableBucket({ name, ...tags });
    return;
  }
  await s3tables.createTableBucket({ name, tags: { ...MARKS } });
  await s3tables.createNamespace({ tableBucketARN: BUCKET_ARN, namespace: [NAMESPACE] });
  await createTable(s3tables, { tableBucketARN: BUCKET_ARN, namespace: NAMESPACE, name: NAMESPACE }, marks);
}
