import { beforeEach, describe, expect, test } from '@jest/globals';
import { CreateCatalogCommand, CreateDatabaseCommand, DeleteDatabaseCommand } from '@aws-sdk/client-glue';
import { GetDatabaseCommand, GetTableCommand as GetGlueTableCommand } from '@aws-sdk/client-glue';
import { PutDataLakeSettingsCommand, RegisterResourceCommand } from '@aws-sdk/client-lakeformation';
import { GrantPermissionsCommand } from '@aws-sdk/client-lakeformation';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import {
  CreateTableBucketCommand,
  CreateTableCommand,
  DeleteTableCommand,
  GetTableBucketCommand,
  GetTableCommand,
  ListTablesCommand,
  PutTableBucketPolicyCommand
} from '@aws-sdk/client-s3tables';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { elements, policyOf, trusting, wholeAccount, withIam } from '../iam/call.js';
import * as setup from './setup.js';

const { iam, sandbox } = withIam({ enforce: 'iam' });
const { account, bucketArn, roleArn, sessionArn } = setup;
const url = (): string => sandbox().url;
const orders = { tableBucketARN: bucketArn, namespace: 'sales', name: 'orders' };
let table: { arn: string; warehouse: string };

beforeEach(async () => {
  table = await setup.makeTable(url());
});

async function may(...statements: readonly object[]): Promise<setup.Clients> {
  return setup.clients(await setup.runner(url(), iam, ...statements));
}

function allow(Action: string | readonly string[], Resource: string | readonly string[] = '*'): object {
  return { Effect: 'Allow', Action, Resource };
}

function denied(action: string, name: string, why: string | RegExp = ''): object {
  const reason = typeof why === 'string' ? why : why.source;
  const message = `not authorized to perform: ${action} on resource: .*${reason}`;
  return expect.objectContaining({ name, message: expect.stringMatching(new RegExp(message)) });
}

describe('S3 Tables', () => {
  test('a denial says who, what, on what and why', async () => {
    const { s3tables } = await may();
    await expect(s3tables.send(new GetTableCommand(orders))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: `User: ${sessionArn} is not authorized to perform: s3tables:GetTable on resource: ${table.arn} because no identity-based policy allows the s3tables:GetTable action`,
      $metadata: { httpStatusCode: 403 }
    });
    await expect(s3tables.send(new CreateTableBucketCommand({ name: 'more' }))).rejects.toMatchObject({
      name: 'ForbiddenException'
    });
  });

  test('tables are allowed by their bucket, their namespace and their name', async () => {
    const inSales = { StringEquals: { 's3tables:namespace': 'sales', 's3tables:tableName': 'orders' } };
    const { s3tables } = await may({
      ...allow('s3tables:Get*', `${bucketArn}/table/*`),
      Condition: inSales
    });
    await expect(s3tables.send(new GetTableCommand(orders))).resolves.toBeDefined();
    await expect(s3tables.send(new GetTableCommand({ tableArn: table.arn }))).resolves.toBeDefined();
    await expect(s3tables.send(new GetTableCommand({ ...orders, name: 'none' }))).rejects.toEqual(
      denied('s3tables:GetTable', 'AccessDeniedException', `${bucketArn}/table/\\*`)
    );
    const listing = new ListTablesCommand({ tableBucketARN: bucketArn });
    await expect(s3tables.send(listing)).rejects.toEqual(denied('s3tables:ListTables', 'ForbiddenException'));
  });

  test('what is not there is told to those who may look', async () => {
    const { s3tables } = await may(allow('s3tables:GetTable', `${bucketArn}/table/*`));
    await expect(s3tables.send(new GetTableCommand({ ...orders, name: 'none' }))).rejects.toMatchObject({
      name: 'NotFoundException'
    });
  });

  test.each<[string, object]>([
    [
      's3tables:PutTableData',
      { metadata: { iceberg: { schema: { fields: [{ name: 'a', type: 'int' }] } } } }
    ],
    ['s3tables:PutTableEncryption', { encryptionConfiguration: { sseAlgorithm: 'AES256' } }],
    ['s3tables:PutTableStorageClass', { storageClassConfiguration: { storageClass: 'STANDARD' } }],
    ['s3tables:TagResource', { tags: { a: 'b' } }]
  ])('CreateTable takes %s with what it is for', async (action, more) => {
    const { s3tables } = await may(allow('s3tables:CreateTable', bucketArn));
    const create = new CreateTableCommand({ ...orders, name: 'more', format: 'ICEBERG', ...more });
    await expect(s3tables.send(create)).rejects.toEqual(denied(action, 'ForbiddenException'));
    await setup.allow(iam, allow('s3tables:CreateTable', bucketArn), allow(action, `${bucketArn}/table/*`));
    await expect(s3tables.send(create)).resolves.toBeDefined();
  });

  test('tags that are asked for, that are there, and those of the bucket', async () => {
    const tagged = (key: string, value: string): object => ({ StringEquals: { [key]: value } });
    const { s3tables } = await may(
      { ...allow('s3tables:GetTable'), Condition: tagged('aws:ResourceTag/stage', 'dev') },
      { ...allow('s3tables:DeleteTable'), Condition: tagged('s3tables:TableBucketTag/team', 'ops') },
      { ...allow('s3tables:*TableBucket*'), Condition: tagged('aws:ResourceTag/team', 'data') },
      {
        ...allow(['s3tables:CreateTableBucket', 's3tables:TagResource']),
        Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } }
      }
    );
    await expect(s3tables.send(new GetTableCommand(orders))).resolves.toBeDefined();
    await expect(s3tables.send(new DeleteTableCommand(orders))).rejects.toEqual(
      denied('s3tables:DeleteTable', 'ForbiddenException')
    );
    await expect(
      s3tables.send(new GetTableBucketCommand({ tableBucketARN: bucketArn }))
    ).resolves.toBeDefined();
    const create = (tags: Record<string, string>): Promise<unknown> =>
      s3tables.send(new CreateTableBucketCommand({ name: 'more', tags }));
    await expect(create({ team: 'a', other: 'b' })).rejects.toMatchObject({ name: 'ForbiddenException' });
    await expect(create({ team: 'a' })).resolves.toBeDefined();
  });

  test('the policy of the bucket allows and denies as well', async () => {
    const { s3tables } = await may();
    const administrator = setup.clients(setup.administrator(url())).s3tables;
    const put = (Effect: string): Promise<unknown> => {
      const Action = 's3tables:GetTable';
      const statement = { Effect, Principal: { AWS: roleArn }, Action, Resource: `${bucketArn}/table/*` };
      const resourcePolicy = policyOf(statement);
      return administrator.send(
        new PutTableBucketPolicyCommand({ tableBucketARN: bucketArn, resourcePolicy })
      );
    };
    await put('Allow');
    await expect(s3tables.send(new GetTableCommand(orders))).resolves.toBeDefined();
    await put('Deny');
    await setup.allow(iam, allow('*'));
    await expect(s3tables.send(new GetTableCommand(orders))).rejects.toEqual(
      denied('s3tables:GetTable', 'AccessDeniedException', 'with an explicit deny in a resource-based policy')
    );
  });

  test('files go by the permissions on the data of their table', async () => {
    const { s3 } = await may(allow('s3tables:GetTableData', table.arn));
    const at = { Bucket: table.warehouse, Key: 'data/a' };
    await expect(s3.send(new GetObjectCommand(at))).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(s3.send(new PutObjectCommand({ ...at, Body: 'a' }))).rejects.toMatchObject({
      name: 'AccessDenied',
      $metadata: { httpStatusCode: 403 }
    });
    await setup.allow(iam, allow('s3tables:PutTableData', `${bucketArn}/table/*`));
    await expect(s3.send(new PutObjectCommand({ ...at, Body: 'a' }))).resolves.toBeDefined();
    await expect(s3.send(new GetObjectCommand(at))).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

describe('Glue and Lake Formation', () => {
  const glueArn = (path: string): string => `arn:aws:glue:us-east-1:${account}:${path}`;
  const everything = `arn:aws:s3tables:us-east-1:${account}:bucket/*`;
  const federation = { Identifier: everything, ConnectionName: 'aws:s3tables' };

  test('an operation is on the database and all catalogs above it', async () => {
    const administrator = setup.clients(setup.administrator(url())).glue;
    const input = { Name: 's3tablescatalog', CatalogInput: { FederatedCatalog: federation } };
    await administrator.send(new CreateCatalogCommand(input));
    const CatalogId = `${account}:s3tablescatalog/dev`;
    const paths = ['catalog', 'catalog/s3tablescatalog', 'catalog/s3tablescatalog/dev'];
    const all = [...paths, 'database/s3tablescatalog/dev/sales', 'table/s3tablescatalog/dev/sales/orders'];
    const { glue } = await may(allow('glue:GetTable', all.map(glueArn)));
    const read = new GetGlueTableCommand({ CatalogId, DatabaseName: 'sales', Name: 'orders' });
    await expect(glue.send(read)).resolves.toBeDefined();
    for (const missing of all) {
      const others = all.filter((path) => path !== missing);
      await setup.allow(iam, allow('glue:GetTable', others.map(glueArn)));
      await expect(glue.send(read)).rejects.toMatchObject({
        name: 'AccessDeniedException',
        message: expect.stringContaining(`resource: ${glueArn(missing)} because`),
        $metadata: { httpStatusCode: 400 }
      });
    }
  });

  test('a database is deleted with all that may be in it', async () => {
    const { glue } = await may(allow('glue:*', [glueArn('catalog'), glueArn('database/plain')]));
    await expect(
      glue.send(new CreateDatabaseCommand({ DatabaseInput: { Name: 'plain' } }))
    ).resolves.toBeDefined();
    await expect(glue.send(new GetDatabaseCommand({ Name: 'other' }))).rejects.toEqual(
      denied('glue:GetDatabase', 'AccessDeniedException', 'database/other')
    );
    await expect(glue.send(new DeleteDatabaseCommand({ Name: 'plain' }))).rejects.toEqual(
      denied('glue:DeleteDatabase', 'AccessDeniedException', 'table/plain/')
    );
  });

  test('to federate takes the connection', async () => {
    const catalogs = allow('glue:CreateCatalog', [glueArn('catalog'), glueArn('catalog/s3tablescatalog')]);
    const { glue } = await may(catalogs);
    const create = new CreateCatalogCommand({
      Name: 's3tablescatalog',
      CatalogInput: { FederatedCatalog: federation }
    });
    await expect(glue.send(create)).rejects.toEqual(
      denied('glue:PassConnection', 'AccessDeniedException', 'connection/aws:s3tables')
    );
    await setup.allow(iam, catalogs, allow('glue:PassConnection', glueArn('connection/aws:s3tables')));
    await expect(glue.send(create)).resolves.toBeDefined();
  });

  test('to register takes the privilege and passing the role', async () => {
    const register = new RegisterResourceCommand({
      ResourceArn: everything,
      RoleArn: roleArn,
      WithFederation: true,
      WithPrivilegedAccess: true
    });
    const steps = [
      allow('lakeformation:RegisterResource'),
      allow('lakeformation:RegisterResourceWithPrivilegedAccess'),
      {
        ...allow('iam:PassRole', roleArn),
        Condition: { StringEquals: { 'iam:PassedToService': 'lakeformation.amazonaws.com' } }
      }
    ];
    const actions = [
      'lakeformation:RegisterResource',
      'lakeformation:RegisterResourceWithPrivilegedAccess',
      'iam:PassRole'
    ];
    const { lakeFormation } = await may(allow('iam:GetRole'));
    for (const [at, action] of actions.entries()) {
      await expect(lakeFormation.send(register)).rejects.toEqual(denied(action, 'AccessDeniedException'));
      await setup.allow(iam, ...steps.slice(0, at + 1));
    }
    await expect(lakeFormation.send(register)).resolves.toBeDefined();
  });

  test("Lake Formation's actions are on nothing in particular", async () => {
    const own = `arn:aws:lakeformation:us-east-1:${account}:catalog:${account}`;
    const { lakeFormation } = await may(allow('lakeformation:*', own));
    await expect(
      lakeFormation.send(new PutDataLakeSettingsCommand({ DataLakeSettings: {} }))
    ).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  test('the data admin of AWS may grant but not change the settings', async () => {
    const { lakeFormation } = await may();
    const PolicyArn = 'arn:aws:iam::aws:policy/AWSLakeFormationDataAdmin';
    await iam('AttachRolePolicy', { RoleName: 'runner', PolicyArn });
    const grant = new GrantPermissionsCommand({
      Principal: { DataLakePrincipalIdentifier: roleArn },
      Resource: { Catalog: {} },
      Permissions: ['CREATE_DATABASE']
    });
    await expect(lakeFormation.send(grant)).resolves.toBeDefined();
    await expect(
      lakeFormation.send(new PutDataLakeSettingsCommand({ DataLakeSettings: {} }))
    ).rejects.toEqual(
      denied(
        'lakeformation:PutDataLakeSettings',
        'AccessDeniedException',
        'with an explicit deny in an identity-based policy'
      )
    );
  });
});

describe('limits', () => {
  const read = new GetTableBucketCommand({ tableBucketARN: bucketArn });

  test('a permissions boundary', async () => {
    const { s3tables } = await may(allow('*'));
    const PermissionsBoundary = 'arn:aws:iam::aws:policy/IAMFullAccess';
    await iam('PutRolePermissionsBoundary', { RoleName: 'runner', PermissionsBoundary });
    await expect(s3tables.send(read)).rejects.toMatchObject({
      message: expect.stringContaining('because no permissions boundary allows the s3tables:GetTableBucket')
    });
  });

  test('a policy for the session', async () => {
    await may(allow('*'));
    const limited = await setup.session(url(), policyOf(allow('iam:*')));
    await expect(setup.clients(limited).s3tables.send(read)).rejects.toMatchObject({
      message: expect.stringContaining('because no session policy allows the s3tables:GetTableBucket action')
    });
  });

  test('a role that is gone leaves sessions that may do nothing', async () => {
    const { s3tables } = await may();
    const PolicyArn = 'arn:aws:iam::aws:policy/AdministratorAccess';
    await iam('AttachRolePolicy', { RoleName: 'runner', PolicyArn });
    await expect(s3tables.send(read)).resolves.toBeDefined();
    await iam('DetachRolePolicy', { RoleName: 'runner', PolicyArn });
    await iam('DeleteRole', { RoleName: 'runner' });
    await expect(s3tables.send(read)).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });
});

describe('taking on a role', () => {
  const next = { RoleArn: `arn:aws:iam::${account}:role/next`, RoleSessionName: 'next' };
  const assume = async (): Promise<unknown> =>
    new STSClient(await setup.session(url())).send(new AssumeRoleCommand(next));
  const trust = (principal: object): ReturnType<typeof iam> =>
    iam('CreateRole', { RoleName: 'next', AssumeRolePolicyDocument: trusting(principal) });

  test('where it trusts the account, the caller has to be allowed', async () => {
    await may();
    await trust(wholeAccount);
    await expect(assume()).rejects.toMatchObject({
      name: 'AccessDenied',
      message: `User: ${sessionArn} is not authorized to perform: sts:AssumeRole on resource: ${next.RoleArn}`
    });
    await setup.allow(iam, allow('sts:AssumeRole', next.RoleArn));
    await expect(assume()).resolves.toBeDefined();
  });

  test('where it trusts the caller, that is enough, unless they are denied', async () => {
    await may();
    await trust({ AWS: roleArn });
    await expect(assume()).resolves.toBeDefined();
    await setup.allow(iam, { ...allow('sts:*'), Effect: 'Deny' });
    await expect(assume()).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('where it trusts neither, being allowed does not help', async () => {
    await may(allow('*'));
    await trust({ Service: 'lakeformation.amazonaws.com' });
    await expect(assume()).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

test("the sandbox's administrator may do everything", async () => {
  await iam('DetachUserPolicy', {
    UserName: 'sandbox',
    PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess'
  });
  expect(elements(await iam('GetUser'), 'UserName')).toEqual(['sandbox']);
});
