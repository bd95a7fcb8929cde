import * as glue from '@aws-sdk/client-glue';
import * as iam from '@aws-sdk/client-iam';
import * as sdk from '@aws-sdk/client-lakeformation';
import * as s3tables from '@aws-sdk/client-s3tables';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../../sandbox/server.js';
import { account, federated, refusal } from '../glue/setup.js';
import { call } from '../client.js';

const region = 'us-east-1';
const CatalogId = `${account}:s3tablescatalog/dev-app`;
const tableBucketARN = `arn:aws:s3tables:${region}:${account}:bucket/dev-app`;
const buckets = `arn:aws:s3tables:${region}:${account}:bucket/*`;

interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

/** The clients of one caller, and the role they act for. */
interface Party {
  readonly credentials: Credentials;
  readonly principal: sdk.DataLakePrincipal;
  readonly glue: glue.GlueClient;
  readonly lakeFormation: sdk.LakeFormationClient;
}

let sandbox: Sandbox;
let root: Party;
let admin: Party;
let analyst: Party;

const settings = (credentials: Credentials): object => ({
  endpoint: sandbox.url,
  region,
  credentials,
  maxAttempts: 1
});

function partyOf(credentials: Credentials, arn: string): Party {
  return {
    credentials,
    principal: { DataLakePrincipalIdentifier: arn },
    glue: new glue.GlueClient(settings(credentials)),
    lakeFormation: new sdk.LakeFormationClient(settings(credentials))
  };
}

async function makeRole(RoleName: string, trusted: object, actions: string[]): Promise<string> {
  const client = new iam.IAMClient(settings(root.credentials));
  const document = (statement: object): string =>
    JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] });
  const AssumeRolePolicyDocument = document({ Principal: trusted, Action: 'sts:AssumeRole' });
  const { Role } = await client.send(
    new iam.CreateRoleCommand({ RoleName, Path: '/team/', AssumeRolePolicyDocument })
  );
  const PolicyDocument = document({ Action: actions, Resource: '*' });
  await client.send(new iam.PutRolePolicyCommand({ RoleName, PolicyName: 'p', PolicyDocument }));
  client.destroy();
  return Role?.Arn ?? '';
}

/** A role, taken on. */
async function take(name: string, actions: string[]): Promise<Party> {
  const RoleArn = await makeRole(name, { AWS: account }, actions);
  const sts = new STSClient(settings(root.credentials));
  const { Credentials: given } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'ci' }));
  sts.destroy();
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = given ?? {};
  return partyOf(
    { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken },
    RoleArn
  );
}

beforeAll(async () => {
  sandbox = await startSandbox({ enforce: 'all', principals: 'iam' });
  const credentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };
  root = partyOf(credentials, `arn:aws:iam::${account}:user/sandbox`);
  admin = await take('Admin', ['lakeformation:*', 'glue:*', 'iam:PassRole']);
  analyst = await take('Analyst', ['glue:*', 'lakeformation:*']);
  const DataLakeSettings = { DataLakeAdmins: [admin.principal] };
  await root.lakeFormation.send(new sdk.PutDataLakeSettingsCommand({ DataLakeSettings }));
  const source = new s3tables.S3TablesClient(settings(credentials));
  await source.send(new s3tables.CreateTableBucketCommand({ name: 'dev-app' }));
  await source.send(new s3tables.CreateNamespaceCommand({ tableBucketARN, namespace: ['app'] }));
  const fields = [{ name: 'id', type: 'long' }];
  const metadata = { iceberg: { schema: { fields } } };
  const table = { tableBucketARN, namespace: 'app', name: 'orders', metadata };
  await source.send(new s3tables.CreateTableCommand({ ...table, format: 'ICEBERG' }));
  source.destroy();
});

afterAll(async () => {
  for (const party of [root, admin, analyst]) {
    party.glue.destroy();
    party.lakeFormation.destroy();
  }
  await sandbox.close();
});

test('an administrator of the account is none of the data lake', async () => {
  const create = new glue.CreateDatabaseCommand({ DatabaseInput: { Name: 'db' } });
  await expect(root.glue.send(create)).rejects.toMatchObject(
    refusal(
      'AccessDeniedException',
      'Insufficient Lake Formation permission(s): Required Create Database on Catalog'
    )
  );
  await expect(analyst.glue.send(create)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  await admin.glue.send(create);
  const missing = new glue.GetDatabaseCommand({ Name: 'db' });
  await expect(root.glue.send(missing)).rejects.toMatchObject(
    refusal('AccessDeniedException', 'Insufficient Lake Formation permission(s): Required Describe on db')
  );
});

test('a role is shown what was granted to it, path and all', async () => {
  const Resource = { Database: { Name: 'db' } };
  const grant = new sdk.GrantPermissionsCommand({
    Principal: analyst.principal,
    Resource,
    Permissions: ['DESCRIBE']
  });
  await expect(root.lakeFormation.send(grant)).rejects.toMatchObject(
    refusal('AccessDeniedException', /is not authorized to access requested permissions/)
  );
  await admin.lakeFormation.send(grant);
  const { DatabaseList } = await analyst.glue.send(new glue.GetDatabasesCommand({}));
  expect(DatabaseList).toMatchObject([{ Name: 'db' }]);
  const listed = await admin.lakeFormation.send(new sdk.ListPermissionsCommand({ Resource }));
  expect(listed.PrincipalResourcePermissions?.map(({ Principal }) => Principal)).toEqual([
    admin.principal,
    analyst.principal
  ]);
});

test('table buckets are under Lake Formation once its role is registered', async () => {
  const actions = ['s3tables:ListTableBuckets', 's3tables:GetTableBucket'];
  const RoleArn = await makeRole('Access', { Service: 'lakeformation.amazonaws.com' }, actions);
  const register = (role: string): Promise<unknown> =>
    admin.lakeFormation.send(
      new sdk.RegisterResourceCommand({ ResourceArn: buckets, RoleArn: role, WithFederation: true })
    );
  await expect(register(RoleArn.replace('Access', 'Nobody'))).rejects.toMatchObject(
    refusal('InvalidInputException', /Unable to assume role/)
  );
  await register(RoleArn);
  const CatalogInput = {
    ...federated,
    CreateDatabaseDefaultPermissions: [],
    CreateTableDefaultPermissions: []
  };
  await admin.glue.send(new glue.CreateCatalogCommand({ Name: 's3tablescatalog', CatalogInput }));
  const databases = new glue.GetDatabasesCommand({ CatalogId });
  await expect(analyst.glue.send(databases)).rejects.toMatchObject(
    refusal('EntityNotFoundException', /bucket does not exist.*FromFederationSource: True/)
  );
  const Principal = analyst.principal;
  const Resource = { Catalog: { Id: CatalogId } };
  await admin.lakeFormation.send(
    new sdk.GrantPermissionsCommand({ Principal, Resource, Permissions: ['DESCRIBE'] })
  );
  const Database = { CatalogId, Name: 'app' };
  await admin.lakeFormation.send(
    new sdk.GrantPermissionsCommand({ Principal, Resource: { Database }, Permissions: ['DESCRIBE'] })
  );
  expect((await analyst.glue.send(databases)).DatabaseList).toMatchObject([{ Name: 'app' }]);
});

test('the Iceberg catalog answers in its own shape', async () => {
  const path = `/iceberg/v1/catalogs/${CatalogId.replace('/', ':')}/namespaces/app/tables/orders`;
  const signing = { service: 'glue', ...analyst.credentials };
  const answer = await call(sandbox.url, { method: 'GET', path, headers: {} }, signing);
  expect([answer.status, JSON.parse(answer.text)]).toEqual([
    403,
    {
      error: {
        code: 403,
        message: 'Insufficient Lake Formation permission(s): Required Select on orders',
        type: 'AccessDeniedException'
      }
    }
  ]);
});

test('an administrator that IAM no longer has blocks every write of the settings', async () => {
  const client = new iam.IAMClient(settings(root.credentials));
  const RoleName = 'Leaving';
  const Arn = await makeRole(RoleName, { AWS: account }, ['glue:*']);
  const put = (): Promise<unknown> =>
    root.lakeFormation.send(
      new sdk.PutDataLakeSettingsCommand({
        DataLakeSettings: { DataLakeAdmins: [admin.principal, { DataLakePrincipalIdentifier: Arn }] }
      })
    );
  await put();
  await client.send(new iam.DeleteRolePolicyCommand({ RoleName, PolicyName: 'p' }));
  await client.send(new iam.DeleteRoleCommand({ RoleName }));
  client.destroy();
  await expect(put()).rejects.toMatchObject(refusal('InvalidInputException', 'Invalid principal'));
});
