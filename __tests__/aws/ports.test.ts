import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Sandbox, startSandbox } from '../../sandbox/server.js';
import { makeAws } from '../../src/aws/index.js';
import type { Aws, TableId } from '../../src/aws/ports.js';
import { type TestContext, testContext, withEnvironment } from './support.js';
import { thrownBy } from '../support/thrown.js';

const ACCOUNT = '123456789012';
const BUCKET = `arn:aws:s3tables:us-east-1:${ACCOUNT}:bucket/dev-myapp`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/data`;
const DATABASE = `arn:aws:glue:us-east-1:${ACCOUNT}:database/dev_db`;
const TABLE: TableId = { bucketArn: BUCKET, namespace: 'myapp', name: 'events' };
const TAGS = { team: 'data', env: 'dev' };
const DEV_DB = { kind: 'database', database: 'dev_db' } as const;

let sandbox: Sandbox;
let context: TestContext;

beforeAll(async () => {
  sandbox = await startSandbox();
});
beforeEach(() => {
  sandbox.reset();
  context = testContext();
});
afterAll(() => sandbox.close());

/** The SDK looks for endpoint and credentials at its first call, so they are there only while `work` runs. */
const run = <T>(work: (aws: Aws) => Promise<T>): Promise<T> =>
  withEnvironment({ AWS_ENDPOINT_URL: sandbox.url }, () =>
    work(makeAws({ region: 'us-east-1', env: process.env }))
  );

const times = (operation: string): number =>
  sandbox.calls().filter((call) => call.operation === operation).length;

test('STS says who this is', async () => {
  const identity = await run(({ sts }) => sts.getIdentity(context));
  expect(identity).toMatchObject({ accountId: ACCOUNT, partition: 'aws' });
  expect(identity.callerArn).toMatch(/^arn:aws:/);
});

test('STS is asked once, however often and by however many it is asked for; a failure is not kept', () =>
  run(async ({ sts }) => {
    const reason = { code: 'INVALID_CREDENTIALS' };
    sandbox.setFaults([
      { operation: 'GetCallerIdentity', nth: 1, kind: 'error', status: 403, code: 'InvalidClientTokenId' }
    ]);
    const both = await Promise.allSettled([sts.getIdentity(context), sts.getIdentity(testContext())]);
    expect(both).toMatchObject([{ reason }, { reason }]);
    const fifty = Array.from({ length: 50 }, () => sts.getIdentity(testContext()));
    const [first, ...others] = await Promise.all(fifty);
    expect(others.every((other) => other === first)).toBe(true);
    expect(await sts.getIdentity(context)).toBe(first);
    expect(times('GetCallerIdentity')).toBe(2);
  }));

describe('the account', () => {
  const identify = (accountId: string): Promise<unknown> =>
    withEnvironment({ AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_ACCOUNT_ID: accountId }, () =>
      makeAws({ region: 'us-gov-west-1', env: process.env }).sts.getIdentity(testContext())
    );

  test('is what the credentials say where STS cannot be asked, with the partition of the region', async () => {
    expect(await identify('210987654321')).toEqual({
      accountId: '210987654321',
      partition: 'aws-us-gov',
      callerArn: undefined
    });
  });

  test('is not believed where STS and the credentials do not agree', async () => {
    const other = withEnvironment({ AWS_ENDPOINT_URL: sandbox.url, AWS_ACCOUNT_ID: '210987654321' }, () =>
      makeAws({ region: 'us-east-1', env: process.env }).sts.getIdentity(testContext())
    );
    await expect(other).rejects.toMatchObject({
      code: 'WRONG_ACCOUNT',
      todo: expect.stringContaining('AWS_ACCOUNT_ID')
    });
  });
});

describe('table buckets', () => {
  test('are made once, with tags, and removed as often as one likes', () =>
    run(async ({ s3tables }) => {
      expect(await s3tables.hasTableBucket(BUCKET, context)).toBe(false);
      expect(await s3tables.getTags(BUCKET, context)).toBeUndefined();
      expect(await s3tables.createTableBucket('dev-myapp', TAGS, context)).toBe(true);
      expect(await s3tables.createTableBucket('dev-myapp', TAGS, context)).toBe(false);
      expect(await s3tables.hasTableBucket(BUCKET, context)).toBe(true);
      expect(await s3tables.getTags(BUCKET, context)).toEqual(TAGS);
      await s3tables.addTags(BUCKET, { env: 'test', more: 'x' }, context);
      expect(await s3tables.getTags(BUCKET, context)).toEqual({ team: 'data', env: 'test', more: 'x' });
      await s3tables.deleteTableBucket(BUCKET, context);
      await s3tables.deleteTableBucket(BUCKET, context);
      expect(await s3tables.hasTableBucket(BUCKET, context)).toBe(false);
    }));

  test('can be made without tags', () =>
    run(async ({ s3tables }) => {
      expect(await s3tables.createTableBucket('dev-myapp', {}, context)).toBe(true);
      await s3tables.addTags(BUCKET, {}, context);
      expect(times('TagResource')).toBe(0);
      expect(await s3tables.getTags(BUCKET, context)).toEqual({});
    }));

  test('have a policy or none', () =>
    run(async ({ s3tables }) => {
      expect(await s3tables.getTableBucketPolicy(BUCKET, context)).toBeUndefined();
      await s3tables.createTableBucket('dev-myapp', {}, context);
      expect(await s3tables.getTableBucketPolicy(BUCKET, context)).toBeUndefined();
      const statement = {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
        Action: 's3tables:*',
        Resource: BUCKET
      };
      const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
      await s3tables.putTableBucketPolicy(BUCKET, policy, context);
      expect(JSON.parse((await s3tables.getTableBucketPolicy(BUCKET, context)) ?? '')).toEqual(
        JSON.parse(policy)
      );
      await s3tables.deleteTableBucketPolicy(BUCKET, context);
      await s3tables.deleteTableBucketPolicy(BUCKET, context);
      expect(await s3tables.getTableBucketPolicy(BUCKET, context)).toBeUndefined();
    }));

  test('a create whose answer is lost was there already', () =>
    run(async ({ s3tables }) => {
      sandbox.setFaults([{ operation: 'CreateTableBucket', kind: 'lost-response', nth: 1 }]);
      expect(await s3tables.createTableBucket('dev-myapp', TAGS, context)).toBe(false);
      expect(await s3tables.getTags(BUCKET, context)).toEqual(TAGS);
    }));

  test('a name in transition is waited for', () =>
    run(async ({ s3tables }) => {
      const message =
        'The bucket is in a transitional state because of a previous deletion attempt. Try again later.';
      const fault = { kind: 'error', status: 409, code: 'ConflictException', message } as const;
      sandbox.setFaults([{ operation: 'CreateTableBucket', ...fault, nth: 1, times: 2 }]);
      expect(await s3tables.createTableBucket('dev-myapp', TAGS, context)).toBe(true);
      expect(context.sleeps).toEqual([5_000, 10_000]);
    }));

  test('what is not empty is not deleted', () =>
    run(async ({ s3tables }) => {
      await s3tables.createTableBucket('dev-myapp', {}, context);
      await s3tables.createNamespace(BUCKET, 'myapp', context);
      await expect(s3tables.deleteTableBucket(BUCKET, context)).rejects.toMatchObject({ code: 'NOT_EMPTY' });
      expect(await s3tables.hasTableBucket(BUCKET, context)).toBe(true);
    }));

  test('not being allowed to look is not "there is none"', () =>
    run(async ({ s3tables }) => {
      sandbox.setFaults([{ service: 's3tables', kind: 'error', status: 403, code: 'ForbiddenException' }]);
      await expect(s3tables.hasTableBucket(BUCKET, context)).rejects.toMatchObject({
        code: 'PERMISSION_DENIED'
      });
      await expect(s3tables.getTable(TABLE, context)).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
    }));

  test('throttling is ridden out by the SDK', () =>
    run(async ({ s3tables }) => {
      const fault = { kind: 'error', status: 429, code: 'TooManyRequestsException' } as const;
      sandbox.setFaults([{ service: 's3tables', ...fault, nth: 1, times: 1 }]);
      expect(await s3tables.createTableBucket('dev-myapp', {}, context)).toBe(true);
      expect(times('CreateTableBucket')).toBe(2);
    }));
});

describe('namespaces and tables', () => {
  test('are made once, listed and removed', () =>
    run(async ({ s3tables, warehouse }) => {
      expect(await s3tables.listNamespaces(BUCKET, context)).toBeUndefined();
      expect(await s3tables.listTables(BUCKET, undefined, context)).toBeUndefined();
      await s3tables.createTableBucket('dev-myapp', {}, context);
      expect(await s3tables.listNamespaces(BUCKET, context)).toEqual([]);
      expect(await s3tables.hasNamespace(BUCKET, 'myapp', context)).toBe(false);
      expect(await s3tables.createNamespace(BUCKET, 'myapp', context)).toBe(true);
      expect(await s3tables.createNamespace(BUCKET, 'myapp', context)).toBe(false);
      expect(await s3tables.hasNamespace(BUCKET, 'myapp', context)).toBe(true);
      const [only] = (await s3tables.listNamespaces(BUCKET, context)) ?? [];
      expect(only?.name).toBe('myapp');

      expect(await s3tables.getTable(TABLE, context)).toBeUndefined();
      const columns = [
        { name: 'id', type: 'long', required: true },
        { name: 'price', type: 'decimal(10,2)', required: false }
      ];
      expect(await s3tables.createTable({ id: TABLE, columns, tags: TAGS }, context)).toContain('/table/');
      expect(await s3tables.createTable({ id: TABLE, columns, tags: TAGS }, context)).toBeUndefined();
      expect(await s3tables.listTables(BUCKET, undefined, context)).toEqual([
        { ...TABLE, arn: expect.stringContaining(`${BUCKET}/table/`) as unknown }
      ]);
      const table = await s3tables.getTable(TABLE, context);
      expect(table).toMatchObject({ namespace: 'myapp', name: 'events' });
      expect(await s3tables.getTags(table?.arn ?? '', context)).toEqual(TAGS);
      const text = await warehouse.readText(table?.metadataLocation ?? '', context);
      expect(JSON.parse(text)).toMatchObject({
        schemas: [
          {
            fields: [
              { id: 1, name: 'id', required: true },
              { id: 2, name: 'price', type: 'decimal(10,2)' }
            ]
          }
        ]
      });

      const { versionToken = '' } = (await s3tables.getTable(TABLE, context)) ?? {};
      const stale = await thrownBy(() => s3tables.deleteTable(TABLE, 'another', context));
      expect(stale.code).toBe('CONFLICT');
      await s3tables.deleteTable(TABLE, versionToken, context);
      await s3tables.deleteTable(TABLE, versionToken, context);
      await s3tables.deleteNamespace(BUCKET, 'myapp', context);
      await s3tables.deleteNamespace(BUCKET, 'myapp', context);
      expect(await s3tables.listNamespaces(BUCKET, context)).toEqual([]);
    }));

  test('a table without a schema has no metadata', () =>
    run(async ({ s3tables }) => {
      await s3tables.createTableBucket('dev-myapp', {}, context);
      await s3tables.createNamespace(BUCKET, 'myapp', context);
      await s3tables.createTable({ id: TABLE, tags: {} }, context);
      const table = await s3tables.getTable(TABLE, context);
      expect(table?.metadataLocation).toBeUndefined();
      expect(table?.warehouseLocation).toMatch(/^s3:\/\/.*--table-s3/);
    }));

  test('a namespace that is not everywhere yet is waited for', () =>
    run(async ({ s3tables }) => {
      await s3tables.createTableBucket('dev-myapp', {}, context);
      await s3tables.createNamespace(BUCKET, 'myapp', context);
      const message = 'The specified namespace does not exist.';
      const fault = { kind: 'error', status: 404, code: 'NotFoundException', message } as const;
      sandbox.setFaults([{ operation: 'CreateTable', ...fault, nth: 1, times: 3 }]);
      expect(await s3tables.createTable({ id: TABLE, tags: {} }, context)).toContain('/table/');
      expect(context.sleeps).toEqual([1_000, 2_000, 4_000]);
    }));
});

test('a file that is not there, and a location that is none', () =>
  run(async ({ warehouse }) => {
    await expect(warehouse.readText('s3://nowhere--table-s3/metadata/x.json', context)).rejects.toMatchObject(
      {
        doing: 'read s3://nowhere--table-s3/metadata/x.json',
        answer: { operation: 's3:GetObject' }
      }
    );
    await expect(warehouse.readText('https://bucket/key', context)).rejects.toMatchObject({
      code: 'GARBLED_ANSWER'
    });
  }));

describe('Glue databases', () => {
  const database = { name: 'dev_db', description: 'made by a test', parameters: { a: '1' }, tags: TAGS };

  test('are made once, marked and removed', () =>
    run(async ({ glue }) => {
      expect(await glue.getDatabase('dev_db', context)).toBeUndefined();
      expect(await glue.createDatabase(database, false, context)).toBe(true);
      expect(await glue.createDatabase(database, false, context)).toBe(false);
      await glue.addParameters('dev_db', { b: '2' }, context);
      expect(await glue.getDatabase('dev_db', context)).toEqual({
        name: 'dev_db',
        description: 'made by a test',
        parameters: { a: '1', b: '2' }
      });
      expect(await glue.getTags(DATABASE, context)).toEqual(TAGS);
      await glue.addTags(DATABASE, { more: 'x' }, context);
      expect(await glue.getTags(DATABASE, context)).toEqual({ ...TAGS, more: 'x' });
      expect(await glue.listTables('dev_db', context)).toEqual([]);
      await glue.deleteDatabase('dev_db', context);
      expect(await glue.listTables('dev_db', context)).toBeUndefined();
      await glue.deleteDatabase('dev_db', context);
      expect(await glue.getDatabase('dev_db', context)).toBeUndefined();
    }));

  test('one that is gone by then cannot be marked', () =>
    run(async ({ glue }) => {
      const marked = glue.addParameters('dev_db', { b: '2' }, context);
      await expect(marked).rejects.toMatchObject({
        code: 'VANISHED',
        doing: 'mark the Glue database dev_db'
      });
    }));

  test('a new administrator is waited for, another is not', () =>
    run(async ({ glue }) => {
      const message = 'Insufficient Lake Formation permission(s): Required Create Database on Catalog';
      const fault = { kind: 'error', status: 400, code: 'AccessDeniedException', message } as const;
      sandbox.setFaults([{ operation: 'CreateDatabase', ...fault, nth: 1, times: 2 }]);
      await expect(glue.createDatabase(database, false, context)).rejects.toMatchObject({
        code: 'LAKE_FORMATION_DENIED'
      });
      expect(await glue.createDatabase(database, true, context)).toBe(true);
    }));
});

test('the catalog of the integration', () =>
  run(async ({ glue }) => {
    const identifier = `arn:aws:s3tables:us-east-1:${ACCOUNT}:bucket/*`;
    expect(await glue.getCatalog('s3tablescatalog', context)).toBeUndefined();
    expect(await glue.createS3TablesCatalog(identifier, 'iam', context)).toBe(true);
    expect(await glue.createS3TablesCatalog(identifier, 'iam', context)).toBe(false);
    expect(await glue.getCatalog('s3tablescatalog', context)).toEqual({
      connectionName: 'aws:s3tables',
      identifier,
      iamControlled: true
    });
  }));

describe('Lake Formation', () => {
  test('settings are read and written as a whole', () =>
    run(async ({ lakeFormation }) => {
      const before = await lakeFormation.getSettings(context);
      const DataLakeAdmins = [{ DataLakePrincipalIdentifier: ROLE }];
      const change = { DataLakeAdmins, TrustedResourceOwners: [ACCOUNT] };
      expect(await lakeFormation.changeSettings((there) => ({ ...there, ...change }), context)).toBe(true);
      expect(await lakeFormation.changeSettings(() => undefined, context)).toBe(false);
      expect(await lakeFormation.getSettings(context)).toEqual({
        ...before,
        DataLakeAdmins,
        TrustedResourceOwners: [ACCOUNT]
      });
    }));

  test('grants are listed, added, and taken away, also what was never granted', () =>
    run(async ({ glue, lakeFormation }) => {
      expect(await lakeFormation.listGrants(DEV_DB, context)).toBeUndefined();
      await glue.createDatabase(
        { name: 'dev_db', description: '', parameters: {}, tags: {} },
        false,
        context
      );
      const mine = async (): Promise<unknown> =>
        (await lakeFormation.listGrants(DEV_DB, context))?.find(({ principal }) => principal === ROLE);
      expect(await mine()).toBeUndefined();
      const grant = { principal: ROLE, permissions: ['ALTER', 'CREATE_TABLE'], grantable: ['ALTER'] };
      await lakeFormation.grant([{ ...grant, on: DEV_DB }], context);
      await lakeFormation.grant(
        [{ ...grant, on: DEV_DB, permissions: ['DESCRIBE'], grantable: [] }],
        context
      );
      expect(await mine()).toEqual({ ...grant, permissions: ['ALTER', 'CREATE_TABLE', 'DESCRIBE'] });
      const more = { principal: ROLE, permissions: ['ALTER', 'CREATE_TABLE', 'DROP'], grantable: ['ALTER'] };
      const never = await lakeFormation.revoke([{ ...more, on: DEV_DB }], context);
      expect(never).toEqual([{ principal: ROLE, on: DEV_DB, permissions: ['DROP'], grantable: [] }]);
      expect(await mine()).toEqual({ principal: ROLE, permissions: ['DESCRIBE'], grantable: [] });
      const nowhere = { kind: 'database', database: 'nowhere' } as const;
      expect(await lakeFormation.revoke([{ ...more, on: nowhere }], context)).toEqual([]);
    }));
});
