import { GlueClient } from '@aws-sdk/client-glue';
import { LakeFormationClient } from '@aws-sdk/client-lakeformation';
import { S3Client } from '@aws-sdk/client-s3';
import {
  CreateNamespaceCommand,
  CreateTableBucketCommand,
  CreateTableCommand,
  GetTableCommand,
  S3TablesClient
} from '@aws-sdk/client-s3tables';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { policyOf, trusting, wholeAccount, type Iam } from '../iam/call.js';

/** What every client of one caller is made with. */
export interface Settings {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
  readonly maxAttempts: 1;
}

export const account = '123456789012';
export const bucketArn = `arn:aws:s3tables:us-east-1:${account}:bucket/dev`;
export const roleArn = `arn:aws:iam::${account}:role/runner`;
export const sessionArn = `arn:aws:sts::${account}:assumed-role/runner/run`;

/** The sandbox's administrator. */
export function administrator(endpoint: string): Settings {
  const credentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };
  return { endpoint, region: 'us-east-1', credentials, maxAttempts: 1 };
}

/** A session of the role `runner`, which is made, with these statements for its policy. */
export async function runner(
  endpoint: string,
  iam: Iam,
  ...statements: readonly object[]
): Promise<Settings> {
  await iam('CreateRole', { RoleName: 'runner', AssumeRolePolicyDocument: trusting(wholeAccount) });
  if (statements.length > 0) await allow(iam, ...statements);
  return session(endpoint);
}

/** Replaces what the role `runner` may do. */
export async function allow(iam: Iam, ...statements: readonly object[]): Promise<void> {
  const PolicyDocument = policyOf(...statements);
  await iam('PutRolePolicy', { RoleName: 'runner', PolicyName: 'own', PolicyDocument });
}

/** A new session of the role `runner`. */
export async function session(endpoint: string, Policy?: string): Promise<Settings> {
  const own = administrator(endpoint);
  const input = { RoleArn: roleArn, RoleSessionName: 'run', ...(Policy !== undefined && { Policy }) };
  const { Credentials } = await new STSClient(own).send(new AssumeRoleCommand(input));
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  const credentials = {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken
  };
  return { ...own, credentials };
}

/** One caller's clients. */
export interface Clients {
  readonly s3tables: S3TablesClient;
  readonly s3: S3Client;
  readonly glue: GlueClient;
  readonly lakeFormation: LakeFormationClient;
}

/** The clients of a caller. */
export function clients(settings: Settings): Clients {
  return {
    s3tables: new S3TablesClient(settings),
    s3: new S3Client({ ...settings, forcePathStyle: true }),
    glue: new GlueClient(settings),
    lakeFormation: new LakeFormationClient(settings)
  };
}

/** Makes the bucket `dev` with the table `sales.orders`; gives the table's ARN and its S3 bucket. */
export async function makeTable(endpoint: string): Promise<{ arn: string; warehouse: string }> {
  const s3tables = new S3TablesClient(administrator(endpoint));
  const at = { tableBucketARN: bucketArn, namespace: 'sales', name: 'orders' };
  await s3tables.send(new CreateTableBucketCommand({ name: 'dev', tags: { team: 'data' } }));
  await s3tables.send(new CreateNamespaceCommand({ tableBucketARN: bucketArn, namespace: ['sales'] }));
  const metadata = { iceberg: { schema: { fields: [{ name: 'id', type: 'long' }] } } };
  await s3tables.send(new CreateTableCommand({ ...at, format: 'ICEBERG', metadata, tags: { stage: 'dev' } }));
  const { tableARN = '', warehouseLocation = '' } = await s3tables.send(new GetTableCommand(at));
  return { arn: tableARN, warehouse: warehouseLocation.slice('s3://'.length) };
}
