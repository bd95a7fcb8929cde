import type { EnvironmentSpec } from '../resources/spec.js';
import type { Place } from './places.js';

/** What is done to a resource: the verbs of `Resource`, where `inspect` is what `observe` goes on to when it is there. */
export type Verb = 'observe' | 'inspect' | 'create' | 'update' | 'remove';

/** That something takes some IAM actions. */
export interface Row {
  /** The id of a resource, or of something else that a command does. */
  readonly step: string;
  readonly verb: Verb;
  /** `s3tables:GetTable s3tables:GetTableData` */
  readonly actions: string;
  readonly on: Place;
  /** Only when the resource is to be built, or to be removed. */
  readonly intent?: 'apply' | 'destroy';
  /** Only for such an environment. */
  readonly when?: (spec: EnvironmentSpec) => boolean;
  /** Only when a change with such a path is to be made. */
  readonly change?: RegExp;
  /** It may turn out not to be needed, or to be done without. */
  readonly maybe?: boolean;
}

type Only = Pick<Row, 'intent' | 'when' | 'change' | 'maybe'>;

/** Verb, actions, what they are given on, and when they are needed. */
type Line = readonly [Verb, string, Place, Only?];

const of = (step: string, lines: readonly Line[]): Row[] =>
  lines.map(([verb, actions, on, only = {}]) => ({ step, verb, actions, on, ...only }));

const hasSchema = ({ columns }: EnvironmentSpec): boolean => columns !== undefined;
const isCareful = ({ forceDestroy }: EnvironmentSpec): boolean => !forceDestroy;

const sharesBucket = ({ isolation }: EnvironmentSpec): boolean => isolation === 'namespace';

const prunes = ({ pruneDeadAdmins }: EnvironmentSpec): boolean => pruneDeadAdmins;
const wantsLakeFormation = ({ access }: EnvironmentSpec): boolean => access === 'lake-formation';

const REGISTER = 'lakeformation:RegisterResource lakeformation:RegisterResourceWithPrivilegedAccess';

/** What is missing of the integration is made, part by part. */
const MAKING_THE_INTEGRATION: readonly [string, Place, Only][] = [
  ['glue:CreateCatalog', 'Integration', { change: /^access-control$/ }],
  ['glue:CreateCatalog', 'BucketsOfIntegration', { change: /^access-control$/, maybe: true }],
  ['glue:PassConnection', 'IntegrationConnection', { change: /^access-control$/ }],
  ['iam:CreateRole', 'NewDataAccessRole', { when: wantsLakeFormation, change: /^role$/ }],
  ['iam:PutRolePolicy', 'NewDataAccessRole', { when: wantsLakeFormation, change: /^role-policy$/ }],
  ['iam:PassRole', 'PassedDataAccessRole', { when: wantsLakeFormation, change: /^registration$/ }],
  [REGISTER, 'Anything', { when: wantsLakeFormation, change: /^registration$/ }]
];

/** Several grants are made, and revoked, by one call. */
const GRANTING: readonly Line[] = [
  ['inspect', 'lakeformation:ListPermissions', 'Anything'],
  ['create', 'lakeformation:GrantPermissions', 'Anything'],
  ['create', 'lakeformation:BatchGrantPermissions', 'Anything', { maybe: true }],
  ['update', 'lakeformation:GrantPermissions', 'Anything', { change: /\b(?:permissions|grant-option)$/ }],
  ['update', 'lakeformation:BatchGrantPermissions', 'Anything', { maybe: true }],
  ['update', 'lakeformation:RevokePermissions', 'Anything', { change: /\brevoke$/ }],
  ['update', 'lakeformation:BatchRevokePermissions', 'Anything', { maybe: true }],
  ['update', 'glue:UpdateDatabase', 'GlueDatabase', { change: /\brecord$/ }],
  ['remove', 'lakeformation:RevokePermissions lakeformation:BatchRevokePermissions', 'Anything']
];

/**
 * Every IAM action that the action needs, by what it does with it: from what `src/aws` calls, and from what the
 * Service Authorization Reference says that a call is checked for
 * (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
 */
export const ROWS: readonly Row[] = [
  ...of('permission-set', [['observe', 'iam:ListRoles', 'Anything']]),
  ...of('session-role', [['observe', 'iam:GetRole', 'Roles']]),
  ...of('preflight', [
    ['observe', 'iam:SimulatePrincipalPolicy iam:GetRole', 'Roles'],
    ['observe', 'iam:SimulatePrincipalPolicy iam:GetUser', 'Users']
  ]),
  ...of('sweep', [
    ['observe', 's3tables:ListTableBuckets', 'Anything'],
    ['observe', 's3tables:ListTagsForResource', 'TableBucket'],
    ['observe', 'glue:GetDatabases', 'GlueDatabase'],
    ['observe', 'glue:GetTags', 'GlueDatabaseTags']
  ]),
  ...of('analytics-integration', [
    ['observe', 'glue:GetCatalog', 'Integration'],
    ['observe', 'lakeformation:DescribeResource', 'Anything', { when: wantsLakeFormation, maybe: true }],
    [
      'observe',
      'iam:GetRole iam:ListRolePolicies iam:ListAttachedRolePolicies iam:GetRolePolicy',
      'DataAccessRole',
      { when: wantsLakeFormation, maybe: true }
    ],
    ...MAKING_THE_INTEGRATION.flatMap((line): Line[] => [
      ['create', ...line],
      ['update', ...line]
    ])
  ]),
  ...of('data-lake-settings', [
    ['observe', 'iam:GetRole', 'Roles', { when: prunes, maybe: true }],
    ['observe', 'iam:GetUser', 'Users', { when: prunes, maybe: true }],
    ['observe', 'lakeformation:GetDataLakeSettings', 'Anything'],
    ['update', 'lakeformation:PutDataLakeSettings', 'Anything']
  ]),
  ...of('table-bucket', [
    ['observe', 's3tables:ListTagsForResource', 'TableBucket'],
    ['observe', 's3tables:GetTableBucket', 'TableBucket', { maybe: true }],
    ['inspect', 's3tables:ListTagsForResource', 'TableBucket'],
    ['create', 's3tables:CreateTableBucket s3tables:TagResource', 'TableBucket'],
    ['create', 's3tables:ListTableBuckets', 'Anything', { maybe: true }],
    ['update', 's3tables:TagResource', 'TableBucket'],
    ['remove', 's3tables:DeleteTableBucket', 'TableBucket']
  ]),
  ...of('table-bucket-policy', [
    ['observe', 's3tables:GetTableBucketPolicy', 'TableBucket'],
    // Without a bucket it was not looked at yet.
    ['inspect', 's3tables:GetTableBucketPolicy', 'TableBucket'],
    ['create', 's3tables:PutTableBucketPolicy', 'TableBucket'],
    ['update', 's3tables:PutTableBucketPolicy', 'TableBucket'],
    ['remove', 's3tables:DeleteTableBucketPolicy', 'TableBucket']
  ]),
  ...of('namespace', [
    ['observe', 's3tables:GetNamespace', 'TableBucket', { maybe: true }],
    ['inspect', 'glue:GetDatabase', 'GlueDatabase', { when: sharesBucket }],
    ['inspect', 's3tables:GetTable s3tables:ListTagsForResource', 'Tables', { when: sharesBucket }],
    ['inspect', 's3tables:ListTables', 'TableBucket', { when: sharesBucket, maybe: true }],
    ['create', 's3tables:CreateNamespace', 'TableBucket'],
    ['remove', 's3tables:DeleteNamespace', 'TableBucket']
  ]),
  ...of('table', [
    ['observe', 's3tables:GetTable', 'Tables'],
    ['inspect', 's3tables:ListTagsForResource', 'Tables'],
    ['inspect', 's3tables:GetTableData', 'Tables', { intent: 'apply', when: hasSchema }],
    ['inspect', 's3tables:GetTableData', 'Tables', { intent: 'destroy', when: isCareful }],
    ['create', 's3tables:CreateTable', 'TableBucket'],
    ['create', 's3tables:TagResource', 'Tables'],
    ['create', 's3tables:PutTableData', 'Tables', { when: hasSchema }],
    ['update', 's3tables:TagResource', 'Tables', { change: /^tags/ }],
    [
      'update',
      's3tables:PutTableData s3tables:UpdateTableMetadataLocation',
      'Tables',
      { when: hasSchema, change: /^(?:metadata|schema)/ }
    ],
    ['remove', 's3tables:DeleteTable', 'Tables']
  ]),
  ...of('other-tables', [
    ['observe', 's3tables:ListTables s3tables:ListNamespaces', 'TableBucket'],
    ['inspect', 's3tables:GetTable s3tables:ListTagsForResource', 'Tables'],
    ['remove', 's3tables:DeleteTable', 'Tables'],
    ['remove', 's3tables:DeleteNamespace', 'TableBucket']
  ]),
  ...of('glue-database', [
    ['observe', 'glue:GetDatabase', 'GlueDatabase'],
    ['inspect', 'glue:GetTags', 'GlueDatabaseTags'],
    ['inspect', 'glue:GetTables', 'GlueDatabaseTables', { intent: 'destroy', when: isCareful }],
    ['create', 'glue:CreateDatabase', 'GlueDatabase'],
    ['create', 'glue:TagResource', 'GlueDatabaseTags', { maybe: true }],
    ['update', 'glue:UpdateDatabase', 'GlueDatabase', { change: /^parameters/ }],
    ['update', 'glue:TagResource', 'GlueDatabaseTags', { change: /^tags/ }],
    ['remove', 'glue:DeleteDatabase', 'GlueDatabaseContents']
  ]),
  ...of('database-grant', [
    ['observe', 'glue:GetDatabase', 'GlueDatabase'],
    ...GRANTING,
    ['create', 'glue:UpdateDatabase', 'GlueDatabase', { maybe: true }]
  ]),
  ...of('catalog-grant', [
    ['observe', 'glue:GetDatabase', 'GlueDatabase'],
    ['observe', 'glue:GetCatalog', 'Integration', { intent: 'apply' }],
    ['observe', 's3tables:GetNamespace', 'TableBucket', { intent: 'destroy' }],
    ...GRANTING,
    ['create', 'glue:UpdateDatabase', 'GlueDatabase']
  ]),

  ...of('smoke-test', [
    ['observe', 's3tables:GetTableBucket s3tables:ListTagsForResource', 'TableBucket'],
    ['observe', 's3tables:ListNamespaces s3tables:ListTables', 'TableBucket'],
    ['observe', 's3tables:GetTable s3tables:GetTableMetadataLocation', 'Tables'],
    ['observe', 's3tables:GetTableData', 'Tables'],
    ['observe', 'glue:GetCatalog glue:GetDatabase glue:GetTable', 'BucketInGlue'],
    ['create', 's3tables:CreateTable', 'TableBucket'],
    ['create', 's3tables:PutTableData s3tables:UpdateTableMetadataLocation', 'Tables'],
    ['remove', 's3tables:DeleteTable', 'Tables']
  ]),
  ...of('smoke-test-via-glue', [
    ['observe', 'glue:GetDatabases', 'NamespacesInGlue'],
    ['observe', 'glue:GetTables', 'BucketInGlue'],
    ['observe', 'lakeformation:GetDataAccess', 'Anything'],
    ['create', 'glue:CreateTable glue:UpdateTable', 'BucketInGlue'],
    ['remove', 'glue:DeleteTable', 'BucketInGlue']
  ])
];
