import { partitions } from '../sigv4/regions.js';
import type { ManagedPolicy } from './state.js';

interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

const everywhere = { Effect: 'Allow', Resource: '*' } as const;
const ownAccount = { StringEquals: { 'aws:ResourceAccount': '${aws:PrincipalAccount}' } };

function actions(service: string, names: string): readonly string[] {
  return names.split(' ').map((name) => `${service}:${name}`);
}

const s3TablesOfLakeFormation =
  'CreateTableBucket GetTableBucket CreateNamespace GetNamespace ListNamespaces DeleteNamespace DeleteTableBucket ' +
  'CreateTable DeleteTable GetTable ListTables RenameTable UpdateTableMetadataLocation GetTableMetadataLocation ' +
  'GetTableData PutTableData PutTableBucketEncryption';

const glueOfDataAdmin =
  'CreateCatalog UpdateCatalog DeleteCatalog GetCatalog GetCatalogs GetDatabase GetDatabases CreateDatabase ' +
  'UpdateDatabase DeleteDatabase GetConnections SearchTables GetTable CreateTable UpdateTable DeleteTable ' +
  'GetTableVersions GetPartitions GetTables ListWorkflows BatchGetWorkflows DeleteWorkflow GetWorkflowRuns ' +
  'StartWorkflowRun GetWorkflow';

/** What they allow, by path and name; of the many that AWS has, those that environments of S3 Tables are run with. */
const documents: Readonly<Record<string, readonly Statement[]>> = {
  '/AdministratorAccess': [{ ...everywhere, Action: ['*'] }],
  '/PowerUserAccess': [
    { ...everywhere, NotAction: ['iam:*', 'organizations:*', 'account:*'] },
    {
      ...everywhere,
      Action: [
        ...actions('iam', 'CreateServiceLinkedRole DeleteServiceLinkedRole ListRoles'),
        ...actions('account', 'GetAccountInformation GetPrimaryEmail ListRegions'),
        'organizations:DescribeOrganization'
      ]
    }
  ],
  '/IAMFullAccess': [{ ...everywhere, Action: ['iam:*'] }],
  '/AmazonS3TablesFullAccess': [{ ...everywhere, Action: ['s3tables:*'] }],
  '/AmazonS3TablesReadOnlyAccess': [{ ...everywhere, Action: actions('s3tables', 'Get* List*') }],
  '/AWSLakeFormationDataAdmin': [
    {
      ...everywhere,
      Sid: 'AWSLakeFormationDataAdminAllow',
      Action: [
        'lakeformation:*',
        ...actions('cloudtrail', 'DescribeTrails LookupEvents'),
        ...actions('glue', glueOfDataAdmin),
        ...actions('s3', 'ListBucket GetBucketLocation ListAllMyBuckets GetBucketAcl'),
        ...actions('iam', 'ListUsers ListRoles GetRole GetRolePolicy')
      ]
    },
    {
      Sid: 'AWSLakeFormationDataAdminDeny',
      Effect: 'Deny',
      Action: ['lakeformation:PutDataLakeSettings'],
      Resource: '*'
    }
  ],
  '/service-role/AmazonS3TablesLakeFormationServiceRole': [
    { ...everywhere, Action: ['s3tables:ListTableBuckets'], Condition: ownAccount },
    { ...everywhere, Action: actions('s3tables', s3TablesOfLakeFormation), Condition: ownAccount },
    {
      ...everywhere,
      Action: actions('kms', 'GenerateDataKey Decrypt'),
      Condition: {
        ...ownAccount,
        StringLike: {
          'kms:ViaService': ['s3.*.amazonaws.com'],
          'kms:EncryptionContext:aws:s3:arn': 'arn:aws:s3tables:*:*:bucket/*/table/*'
        }
      }
    }
  ]
};

/** One of AWS's policies, and the text of its version in force. */
export interface AwsManaged {
  readonly policy: ManagedPolicy;
  readonly document: string;
}

/**
 * AWS's managed policies by ARN, of every partition. Their documents are those of the AWS Managed Policy Reference;
 * ids and dates are made up.
 */
export const awsManagedPolicies: ReadonlyMap<string, AwsManaged> = new Map(
  partitions.flatMap(({ name }) =>
    Object.entries(documents).map(([pathAndName, statements]): [string, AwsManaged] => {
      const managed = managedBy(name, pathAndName, statements);
      return [managed.policy.arn, managed];
    })
  )
);

function managedBy(partition: string, pathAndName: string, statements: readonly Statement[]): AwsManaged {
  const document = JSON.stringify({ Version: '2012-10-17', Statement: statements });
  const cut = pathAndName.lastIndexOf('/') + 1;
  const [path, name] = [pathAndName.slice(0, cut), pathAndName.slice(cut)];
  const createdAt = new Date(0);
  const policy: ManagedPolicy = {
    name,
    path,
    id: `ANPA${name.toUpperCase().replace(/[^A-Z2-7]/g, '')}AAAAAAAAAAAAAAAAA`.slice(0, 21),
    arn: `arn:${partition}:iam::aws:policy${pathAndName}`,
    createdAt,
    updatedAt: createdAt,
    tags: new Map(),
    versions: new Map([['v1', { document, createdAt }]]),
    defaultVersion: 'v1',
    versionCount: 1
  };
  return { policy, document };
}
