import { expect, test } from '@jest/globals';
import { thrownBy } from '../support/thrown.js';
import { sentBy } from './sent.js';
import { testContext } from './support.js';

const BUCKET = 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev-myapp';
const ROLE = 'arn:aws:iam::123456789012:role/data';
const DEV_DB = { kind: 'database', database: 'dev_db' } as const;

test('marking a Glue database keeps everything else of it', async () => {
  const kept = {
    Name: 'dev_db',
    Description: 'of somebody',
    LocationUri: 's3://somewhere/',
    CreateTableDefaultPermissions: [
      { Principal: { DataLakePrincipalIdentifier: ROLE }, Permissions: ['ALL'] }
    ],
    TargetDatabase: { CatalogId: '210987654321', DatabaseName: 'other', Region: 'eu-west-1' },
    FederatedDatabase: { Identifier: 'x', ConnectionName: 'y' }
  };
  const Database = { ...kept, Parameters: { a: '1' }, CreateTime: 1_700_000_000, CatalogId: '123456789012' };
  const sent = await sentBy(
    ({ operation }) => (operation === 'GetDatabase' ? { Database } : {}),
    ({ glue }) => glue.addParameters('dev_db', { b: '2' }, testContext())
  );
  expect(sent.at(-1)).toEqual({
    operation: 'UpdateDatabase',
    body: { Name: 'dev_db', DatabaseInput: { ...kept, Parameters: { a: '1', b: '2' } } }
  });
});

test('the integration is switched on by just the call that AWS documents', async () => {
  const everybody = [
    { Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL'] }
  ];
  const sent = await sentBy(
    () => ({}),
    ({ glue }) => glue.createS3TablesCatalog('arn:aws:s3tables:us-east-1:1:bucket/*', 'iam', testContext())
  );
  expect(sent).toEqual([
    {
      operation: 'CreateCatalog',
      body: {
        Name: 's3tablescatalog',
        CatalogInput: {
          FederatedCatalog: {
            Identifier: 'arn:aws:s3tables:us-east-1:1:bucket/*',
            ConnectionName: 'aws:s3tables'
          },
          CreateDatabaseDefaultPermissions: everybody,
          CreateTableDefaultPermissions: everybody,
          AllowFullTableExternalDataAccess: 'True'
        }
      }
    }
  ]);
});

test.each([
  ['both', [true, true], true],
  ['neither', [false, false], false],
  ['only databases', [true, false], false]
])('a catalog that leaves %s to IAM', async (_what, [databases, tables], iamControlled) => {
  const toIam = (yes: boolean | undefined): object[] =>
    yes === true
      ? [{ Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL'] }]
      : [];
  const Catalog = {
    Name: 's3tablescatalog',
    CreateDatabaseDefaultPermissions: toIam(databases),
    CreateTableDefaultPermissions: toIam(tables)
  };
  await sentBy(
    () => ({ Catalog }),
    async ({ glue }) => {
      const catalog = await glue.getCatalog('s3tablescatalog', testContext());
      expect(catalog).toEqual({ connectionName: undefined, identifier: undefined, iamControlled });
    }
  );
});

test('lists are read to the end, also past an empty page', async () => {
  const createdAt = '2026-11-27T00:00:00Z';
  const pages: object[] = [
    { namespaces: [{ namespace: ['a'], createdAt }], continuationToken: '2' },
    { namespaces: [], continuationToken: '3' },
    { namespaces: [{ namespace: ['b'], createdAt }] }
  ];
  const sent = await sentBy(
    (_sent, before) => pages[before.length] ?? {},
    async ({ s3tables }) => {
      const listed = await s3tables.listNamespaces(BUCKET, testContext());
      expect(listed?.map(({ name }) => name)).toEqual(['a', 'b']);
    }
  );
  expect(
    sent.map(({ operation }) => new URL(operation, 'http://x').searchParams.get('continuationToken'))
  ).toEqual([null, '2', '3']);
});

test('a list that goes round in a circle ends', async () => {
  await sentBy(
    () => ({ tables: [], continuationToken: 'again' }),
    async ({ s3tables }) => {
      const work = s3tables.listTables(BUCKET, undefined, testContext());
      await expect(work).rejects.toMatchObject({ code: 'GARBLED_ANSWER' });
    }
  );
});

test('grants: by the database alone, all pages, one for each principal, and nothing but the database', async () => {
  const entry = (
    principal: string,
    Resource: object,
    permissions: string[],
    grantable: string[] = []
  ): object => ({
    Principal: { DataLakePrincipalIdentifier: principal },
    Resource,
    Permissions: permissions,
    PermissionsWithGrantOption: grantable
  });
  const database = { Database: { CatalogId: '123456789012', Name: 'dev_db' } };
  const pages: object[] = [
    {
      PrincipalResourcePermissions: [
        entry(ROLE, database, ['DESCRIBE'], ['DESCRIBE']),
        entry(ROLE, { Table: { DatabaseName: 'dev_db', TableWildcard: {} } }, ['SELECT']),
        entry(ROLE, { Catalog: {} }, ['CREATE_DATABASE'])
      ],
      NextToken: '2'
    },
    {
      PrincipalResourcePermissions: [
        entry(ROLE, database, ['DESCRIBE', 'ALTER']),
        entry('IAM_ALLOWED_PRINCIPALS', database, ['ALL'])
      ]
    }
  ];
  const sent = await sentBy(
    (_sent, before) => pages[before.length] ?? {},
    async ({ lakeFormation }) => {
      expect(await lakeFormation.listGrants(DEV_DB, testContext())).toEqual([
        { principal: ROLE, permissions: ['ALTER', 'DESCRIBE'], grantable: ['DESCRIBE'] },
        { principal: 'IAM_ALLOWED_PRINCIPALS', permissions: ['ALL'], grantable: [] }
      ]);
    }
  );
  const Resource = { Database: { Name: 'dev_db' } };
  expect(sent.map(({ body }) => body)).toEqual([{ Resource }, { Resource, NextToken: '2' }]);
});

test('a revoke that AWS refuses as a whole is done one by one', async () => {
  const never = {
    __type: 'InvalidInputException',
    Message: 'No permissions revoked. Grantee does not have: [DROP]'
  };
  const sent = await sentBy(
    ({ body }) => ((body.Permissions as string[]).includes('DROP') ? never : {}),
    ({ lakeFormation }) =>
      lakeFormation.revoke(
        [{ on: DEV_DB, principal: ROLE, permissions: ['ALTER', 'DROP'], grantable: ['ALTER'] }],
        testContext()
      )
  );
  expect(sent.map(({ body }) => [body.Permissions, body.PermissionsWithGrantOption])).toEqual([
    [['ALTER', 'DROP'], ['ALTER']],
    [['ALTER'], ['ALTER']],
    [['DROP'], undefined]
  ]);
});

test('grants on what is gone are none; what may be gone or hidden is an error', async () => {
  await sentBy(
    () => ({ __type: 'EntityNotFoundException', Message: 'Database not found.' }),
    async ({ lakeFormation }) => {
      expect(await lakeFormation.listGrants(DEV_DB, testContext())).toBeUndefined();
    }
  );
  const Message = 'Resource does not exist or requester is not authorized to access requested permissions.';
  await sentBy(
    () => ({ __type: 'AccessDeniedException', Message }),
    async ({ lakeFormation }) => {
      const error = await thrownBy(() => lakeFormation.listGrants(DEV_DB, testContext()));
      expect(error.code).toBe('LAKE_FORMATION_DENIED');
    }
  );
});
