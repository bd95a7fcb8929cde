import type { Statement } from '../policy-document.js';
import type { EnvironmentSpec } from '../resources/spec.js';

/** The name of what a permission is given on; also the `Sid` of the statement about it. */
export type Place =
  | 'Anything'
  | 'TableBucket'
  | 'Tables'
  | 'GlueDatabase'
  | 'GlueDatabaseTags'
  | 'GlueDatabaseTables'
  | 'GlueDatabaseContents'
  | 'Integration'
  | 'BucketsOfIntegration'
  | 'IntegrationConnection'
  | 'BucketInGlue'
  | 'NamespacesInGlue'
  | 'DataAccessRole'
  | 'NewDataAccessRole'
  | 'PassedDataAccessRole'
  | 'Roles'
  | 'Users';

/** The role that Lake Formation uses the table buckets with, and how its policy is called. */
const DATA_ACCESS_ROLE = 'S3TablesRoleForLakeFormation';

/**
 * What permissions are given on, by name: the ARNs that IAM checks an action against (Service Authorization
 * Reference). Where only AWS knows a part of an ARN, there is a `*`.
 */
export function placesOf(spec: EnvironmentSpec): Readonly<Record<Place, readonly string[]>> {
  const { partition, region, accountId, bucketArn, databaseArn, names } = spec;
  const glue = (resource: string): string => `arn:${partition}:glue:${region}:${accountId}:${resource}`;
  const iam = (resource: string): string => `arn:${partition}:iam::${accountId}:${resource}`;
  const { glueDatabase, tableBucket, namespace } = names;
  const catalog = glue('catalog');
  const integration = glue('catalog/s3tablescatalog');
  const newRole = iam(`role/${DATA_ACCESS_ROLE}`);
  const mounted = `s3tablescatalog/${tableBucket}`;
  return {
    Anything: ['*'],
    TableBucket: [bucketArn],
    Tables: [`${bucketArn}/table/*`],
    GlueDatabase: [catalog, databaseArn],
    GlueDatabaseTags: [databaseArn],
    GlueDatabaseTables: [catalog, databaseArn, glue(`table/${glueDatabase}/*`)],
    GlueDatabaseContents: [
      catalog,
      databaseArn,
      glue(`table/${glueDatabase}/*`),
      glue(`userDefinedFunction/${glueDatabase}/*`)
    ],
    Integration: [catalog, integration],
    BucketsOfIntegration: [`${integration}/*`],
    IntegrationConnection: [glue('connection/aws:s3tables')],
    BucketInGlue: [
      catalog,
      integration,
      glue(`catalog/${mounted}`),
      glue(`database/${mounted}/${namespace}`),
      glue(`table/${mounted}/${namespace}/*`)
    ],
    NamespacesInGlue: [catalog, integration, glue(`catalog/${mounted}`), glue(`database/${mounted}/*`)],
    DataAccessRole: [newRole, iam(`role/service-role/${DATA_ACCESS_ROLE}`)],
    NewDataAccessRole: [newRole],
    PassedDataAccessRole: [newRole],
    Roles: [iam('role/*')],
    Users: [iam('user/*')]
  };
}

/** What IAM is to check besides, so that nothing more is allowed than is needed. */
export const CONDITIONS: Partial<Record<Place, Statement>> = {
  PassedDataAccessRole: { StringEquals: { 'iam:PassedToService': 'lakeformation.amazonaws.com' } }
};
