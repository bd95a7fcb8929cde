import type { Aws, GrantTarget } from '../../src/aws/ports.js';
import { testContext } from './support.js';

const BUCKET = 'arn:aws:s3tables:us-east-1:123456789012:bucket/lake';
const ROLE = 'arn:aws:iam::123456789012:role/data';
const TABLE = { bucketArn: BUCKET, namespace: 'lake', name: 'orders' };
const DATABASE: GrantTarget = { kind: 'database', database: 'db' };
const context = testContext;

/** Everything that is looked at, by what it is looked at with. */
export const READS: Readonly<Record<string, (aws: Aws) => Promise<unknown>>> = {
  ListTableBuckets: ({ s3tables }) => s3tables.listTableBuckets(context()),
  GetTableBucket: ({ s3tables }) => s3tables.hasTableBucket(BUCKET, context()),
  GetTableBucketPolicy: ({ s3tables }) => s3tables.getTableBucketPolicy(BUCKET, context()),
  ListTagsForResource: ({ s3tables }) => s3tables.getTags(BUCKET, context()),
  GetNamespace: ({ s3tables }) => s3tables.hasNamespace(BUCKET, 'lake', context()),
  ListNamespaces: ({ s3tables }) => s3tables.listNamespaces(BUCKET, context()),
  ListTables: ({ s3tables }) => s3tables.listTables(BUCKET, undefined, context()),
  GetTable: ({ s3tables }) => s3tables.getTable(TABLE, context()),
  GetDatabases: ({ glue }) => glue.listDatabases(context()),
  GetDatabase: ({ glue }) => glue.getDatabase('db', context()),
  GetTags: ({ glue }) => glue.getTags(BUCKET, context()),
  GetTables: ({ glue }) => glue.listTables('db', context()),
  'GetTable of Glue': ({ glue }) => glue.hasTable({ catalogId: '1', database: 'a', name: 'b' }, context()),
  GetCatalog: ({ glue }) => glue.getCatalog('s3tablescatalog', context()),
  GetDataLakeSettings: ({ lakeFormation }) => lakeFormation.getSettings(context()),
  ListPermissions: ({ lakeFormation }) => lakeFormation.listGrants(DATABASE, context()),
  'ListPermissions of one': ({ lakeFormation }) => lakeFormation.effectiveGrant(ROLE, DATABASE, context()),
  DescribeResource: ({ lakeFormation }) => lakeFormation.getRegistration(BUCKET, context()),
  GetCallerIdentity: ({ sts }) => sts.getIdentity(context()),
  GetRole: ({ iam }) => iam.getRole('data', context()),
  GetUser: ({ iam }) => iam.hasUser('data', context()),
  ListRoles: ({ iam }) => iam.listRoles('/', context()),
  ListRolePolicies: ({ iam }) => iam.listRolePolicies('data', context()),
  GetRolePolicy: ({ iam }) => iam.getRolePolicy('data', 'policy', context()),
  SimulatePrincipalPolicy: ({ simulator }) =>
    simulator.simulate(ROLE, { actions: ['s3:GetObject'], resources: ['*'], facts: {} }, context())
};
