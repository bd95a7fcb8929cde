import { parsePolicyDocument } from '../policy-document.js';
import type { EnvironmentSpec } from './spec.js';

/** What AWS's console and documentation call the role; one in `/service-role/` is found by the name as well. */
export const ROLE_NAME = 'S3TablesRoleForLakeFormation';

/** The inline policy that the role is given. */
export const POLICY_NAME = 'S3TablesPolicyForLakeFormation';

const LAKE_FORMATION = 'lakeformation.amazonaws.com';

/** On all table buckets of the region ("Enabling S3 Tables integration" in the Lake Formation developer guide). */
const ACTIONS = [
  'CreateTableBucket',
  'GetTableBucket',
  'DeleteTableBucket',
  'CreateNamespace',
  'GetNamespace',
  'ListNamespaces',
  'DeleteNamespace',
  'CreateTable',
  'GetTable',
  'ListTables',
  'RenameTable',
  'DeleteTable',
  'UpdateTableMetadataLocation',
  'GetTableMetadataLocation',
  'GetTableData',
  'PutTableData'
].map((action) => `s3tables:${action}`);

/** The ARN of the role as this action makes it. */
export function newRoleArn({ partition, accountId }: EnvironmentSpec): string {
  return `arn:${partition}:iam::${accountId}:role/${ROLE_NAME}`;
}

/** Who may take the role on: Lake Formation, for this account. JSON. */
export function trustPolicy({ accountId }: EnvironmentSpec): string {
  const statement = {
    Sid: 'LakeFormationDataAccessPolicy',
    Effect: 'Allow',
    Principal: { Service: LAKE_FORMATION },
    Action: ['sts:AssumeRole', 'sts:SetContext', 'sts:SetSourceIdentity'],
    Condition: { StringEquals: { 'aws:SourceAccount': accountId } }
  };
  return document([statement]);
}

/** What the role may do. Roles are of the account, not of a region, so the policy is for all regions. JSON. */
export function rolePolicy({ partition, accountId }: EnvironmentSpec): string {
  const buckets = `arn:${partition}:s3tables:*:${accountId}:bucket/*`;
  return document([
    { Effect: 'Allow', Action: 's3tables:ListTableBuckets', Resource: '*' },
    { Effect: 'Allow', Action: ACTIONS, Resource: buckets }
  ]);
}

/** Whether a trust policy lets Lake Formation take the role on. */
export function trustsLakeFormation(policy: string): boolean {
  return policy.includes(LAKE_FORMATION);
}

/** Whether a policy lets the role read tables of the region. A policy that cannot be read is believed. */
export function reachesTables(policy: string, region: string): boolean {
  const parsed = parsePolicyDocument(policy);
  if (!('value' in parsed)) return true;
  return parsed.value.Statement.some(
    ({ Effect, Action, Resource }) =>
      Effect === 'Allow' &&
      listOf(Action).some((action) => isMatch(action.toLowerCase(), 's3tables:gettabledata')) &&
      listOf(Resource).some((resource) => resource === '*' || isIn(resource, region))
  );
}

function listOf(value: unknown): string[] {
  return [value].flat().filter((each): each is string => typeof each === 'string');
}

function isIn(resource: string, region: string): boolean {
  const [, , service, where] = resource.split(':');
  return service === 's3tables' && isMatch(where ?? '', region);
}

/** `*` at the end, or alone, stands for anything. */
function isMatch(pattern: string, text: string): boolean {
  return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : pattern === text;
}

function document(Statement: readonly object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement });
}
