import { describe, expect, test } from '@jest/globals';
import type { GrantTarget, TargetedGrant } from '../../src/aws/ports.js';
import { thrownBy } from '../support/thrown.js';
import { sentBy, type Sent } from './sent.js';
import { testContext } from './support.js';

const ROLE = 'arn:aws:iam::123456789012:role/data';
const BUCKETS = 'arn:aws:s3tables:us-east-1:123456789012:bucket/*';
const CATALOG = '123456789012:s3tablescatalog/dev-lake';
const ON_CATALOG: GrantTarget = { kind: 'catalog', catalogId: CATALOG };
const ON_DATABASE: GrantTarget = { kind: 'database', catalogId: CATALOG, database: 'lake' };
const ON_TABLES: GrantTarget = { kind: 'tables', catalogId: CATALOG, database: 'lake' };

interface BatchEntry {
  readonly Id: string;
  readonly Principal: { readonly DataLakePrincipalIdentifier: string };
}

const grantTo = (name: string, on: GrantTarget = ON_DATABASE): TargetedGrant => ({
  on,
  principal: `arn:aws:iam::123456789012:role/${name}`,
  permissions: ['DESCRIBE'],
  grantable: []
});
const many = (count: number): TargetedGrant[] => Array.from({ length: count }, (_, at) => grantTo(`r${at}`));
const entriesOf = ({ body }: Sent): BatchEntry[] => (body.Entries ?? []) as BatchEntry[];
const operations = (sent: readonly Sent[]): string[] => sent.map(({ operation }) => operation);
const failing = (ErrorCode: string, ErrorMessage: string) => (RequestEntry: BatchEntry | undefined) => ({
  RequestEntry,
  Error: { ErrorCode, ErrorMessage }
});

describe('what grants are on', () => {
  test.each<[string, GrantTarget, object]>([
    ['the federated catalog', ON_CATALOG, { Catalog: { Id: CATALOG } }],
    ['its database', ON_DATABASE, { Database: { CatalogId: CATALOG, Name: 'lake' } }],
    [
      'all tables of it',
      ON_TABLES,
      { Table: { CatalogId: CATALOG, DatabaseName: 'lake', TableWildcard: {} } }
    ],
    ['the default catalog', { kind: 'catalog' }, { Catalog: {} }]
  ])('%s, without a CatalogId beside it', async (_what, on, Resource) => {
    const sent = await sentBy(
      () => ({ PrincipalResourcePermissions: [] }),
      async ({ lakeFormation }) => {
        await lakeFormation.grant([grantTo('data', on)], testContext());
        await lakeFormation.listGrants(on, testContext());
      }
    );
    expect(sent).toEqual([
      {
        operation: 'GrantPermissions',
        body: {
          Principal: { DataLakePrincipalIdentifier: ROLE },
          Resource,
          Permissions: ['DESCRIBE']
        }
      },
      { operation: 'ListPermissions', body: { Resource } }
    ]);
  });
});

describe('the list of grants is read', () => {
  const listed = async (on: GrantTarget, ...resources: object[]): Promise<unknown> => {
    const entries = resources.map((Resource, at) => ({
      Principal: { DataLakePrincipalIdentifier: ROLE },
      Resource,
      Permissions: [`P${at}`]
    }));
    let found: unknown;
    await sentBy(
      () => ({ PrincipalResourcePermissions: entries }),
      async ({ lakeFormation }) => {
        found = (await lakeFormation.listGrants(on, testContext()))?.flatMap(
          ({ permissions }) => permissions
        );
      }
    );
    return found;
  };

  test('all tables: as a table, by its name for them, and as all their columns', async () => {
    const table = { CatalogId: CATALOG, DatabaseName: 'lake' };
    expect(
      await listed(
        ON_TABLES,
        { Table: { ...table, TableWildcard: {} } },
        { Table: { ...table, Name: 'ALL_TABLES' } },
        { TableWithColumns: { ...table, Name: 'ALL_TABLES', ColumnWildcard: {} } },
        { Table: { ...table, Name: 'orders' } },
        { TableWithColumns: { ...table, Name: 'ALL_TABLES', ColumnNames: ['a'] } },
        {
          TableWithColumns: { ...table, Name: 'ALL_TABLES', ColumnWildcard: { ExcludedColumnNames: ['a'] } }
        },
        { Table: { CatalogId: '123456789012', DatabaseName: 'lake', TableWildcard: {} } },
        { Database: { CatalogId: CATALOG, Name: 'lake' } }
      )
    ).toEqual(['P0', 'P1', 'P2']);
  });

  test('the federated database: also with the catalog before its name, and never the default one', async () => {
    expect(
      await listed(
        ON_DATABASE,
        { Database: { CatalogId: CATALOG, Name: 'LAKE' } },
        { Database: { CatalogId: '123456789012', Name: 's3tablescatalog/dev-lake/lake' } },
        { Database: { CatalogId: '123456789012', Name: 'lake' } },
        { Database: { Name: 'lake' } }
      )
    ).toEqual(['P0', 'P1']);
  });

  test('the catalog, and not another', async () => {
    const others = [{ Catalog: {} }, { Catalog: { Id: `${CATALOG}-2` } }];
    expect(await listed(ON_CATALOG, { Catalog: { Id: CATALOG } }, ...others)).toEqual(['P0']);
    expect(await listed({ kind: 'catalog' }, { Catalog: { Id: '123456789012' } }, ...others)).toEqual([
      'P0',
      'P1'
    ]);
  });
});

describe('many at once', () => {
  test('go in batches of at most 20, the last one alone by a call of its own', async () => {
    const sent = await sentBy(
      () => ({}),
      ({ lakeFormation }) => lakeFormation.grant(many(41), testContext())
    );
    expect(operations(sent)).toEqual(['BatchGrantPermissions', 'BatchGrantPermissions', 'GrantPermissions']);
    expect(sent.slice(0, 2).map((each) => entriesOf(each).length)).toEqual([20, 20]);
    const principals = sent.slice(0, 2).flatMap((each) => entriesOf(each).map(({ Principal }) => Principal));
    expect(new Set(principals.map((each) => each.DataLakePrincipalIdentifier)).size).toBe(40);
  });

  test('what fails in a batch with status 200 is done again by itself, and nothing else is', async () => {
    const busy = failing('ConcurrentModificationException', 'Please retry.');
    const sent = await sentBy(
      (one) => (one.operation === 'BatchGrantPermissions' ? { Failures: [busy(entriesOf(one)[1])] } : {}),
      ({ lakeFormation }) => lakeFormation.grant(many(3), testContext())
    );
    expect(operations(sent)).toEqual(['BatchGrantPermissions', 'GrantPermissions']);
    expect(sent[1]?.body.Principal).toEqual({ DataLakePrincipalIdentifier: grantTo('r1').principal });
  });

  test('one that stays refused stops no other, and is told with its own error', async () => {
    const denied = {
      __type: 'AccessDeniedException',
      Message: 'Insufficient Lake Formation permission(s): Required Describe on lake'
    };
    const sent = await sentBy(
      (one, before) => {
        if (one.operation !== 'BatchGrantPermissions') return before.length === 1 ? denied : {};
        return { Failures: entriesOf(one).map(failing('AccessDeniedException', 'no')) };
      },
      async ({ lakeFormation }) => {
        const error = await thrownBy(() => lakeFormation.grant(many(3), testContext()));
        expect(error.code).toBe('LAKE_FORMATION_DENIED');
        expect(error.message).toContain('grant arn:aws:iam::123456789012:role/r0');
      }
    );
    expect(operations(sent)).toEqual(['BatchGrantPermissions', ...Array<string>(3).fill('GrantPermissions')]);
  });

  test('of revokes, "never granted" is success, and is told', async () => {
    const message = 'No permissions revoked. Grantee does not have:[DESCRIBE]';
    let never: unknown;
    await sentBy(
      (one) =>
        one.operation === 'BatchRevokePermissions'
          ? { Failures: [failing('InvalidInputException', message)(entriesOf(one)[0])] }
          : { __type: 'InvalidInputException', Message: message },
      async ({ lakeFormation }) => {
        never = await lakeFormation.revoke(many(2), testContext());
      }
    );
    expect(never).toEqual([grantTo('r0')]);
  });

  test('a failure that is of no entry is no answer of AWS', async () => {
    await sentBy(
      () => ({ Failures: [failing('X', 'x')({ ...({} as BatchEntry), Id: '7' })] }),
      async ({ lakeFormation }) => {
        const error = await thrownBy(() => lakeFormation.grant(many(2), testContext()));
        expect(error.code).toBe('GARBLED_ANSWER');
      }
    );
  });
});

describe('what passes by itself is waited for', () => {
  test.each([
    ['ConcurrentModificationException', 'Please retry in a short while.'],
    ['EntityNotFoundException', 'Database not found.'],
    ['AccessDeniedException', 'Requester is not authorized to access requested permissions.']
  ])('a grant: %s', async (__type, Message) => {
    const sent = await sentBy(
      (_sent, before) => (before.length < 2 ? { __type, Message } : {}),
      ({ lakeFormation }) => lakeFormation.grant([grantTo('data')], testContext())
    );
    expect(operations(sent)).toEqual(Array(3).fill('GrantPermissions'));
  });

  test.each([
    'Unable to assume role. Please verify that role has a TrustPolicy that allows Lake Formation',
    'Invalid role ARN: the role does not exist'
  ])('a registration with a role that was just made: %s', async (Message) => {
    const sent = await sentBy(
      (_sent, before) => (before.length < 2 ? { __type: 'InvalidInputException', Message } : {}),
      ({ lakeFormation }) => lakeFormation.register(BUCKETS, ROLE, testContext())
    );
    expect(sent).toHaveLength(3);
    expect(sent[2]).toEqual({
      operation: 'RegisterResource',
      body: { ResourceArn: BUCKETS, RoleArn: ROLE, WithFederation: true, WithPrivilegedAccess: true }
    });
  });

  test('a registration that is wrong is not', async () => {
    const sent = await sentBy(
      () => ({ __type: 'InvalidInputException', Message: 'Resource ARN is malformed' }),
      async ({ lakeFormation }) => {
        const error = await thrownBy(() => lakeFormation.register(BUCKETS, ROLE, testContext()));
        expect(error.code).toBe('AWS_REFUSED');
      }
    );
    expect(sent).toHaveLength(1);
  });
});

test('a denied revoke is an error, not "gone"; of a role that no longer exists there is nothing to revoke', async () => {
  const revoke = (answer: object): Promise<readonly Sent[]> =>
    sentBy(
      () => answer,
      ({ lakeFormation }) => lakeFormation.revoke([grantTo('data')], testContext())
    );
  const Message = 'Insufficient Lake Formation permission(s): Required Describe on lake';
  const error = await thrownBy(() => revoke({ __type: 'AccessDeniedException', Message }));
  expect(error.code).toBe('LAKE_FORMATION_DENIED');
  await revoke({ __type: 'InvalidInputException', Message: `Invalid principal, ${ROLE}` });
});

test('a catalog with Lake Formation access control has no default permissions', async () => {
  const sent = await sentBy(
    () => ({}),
    ({ glue }) => glue.createS3TablesCatalog(BUCKETS, 'lake-formation', testContext())
  );
  expect(sent[0]?.body.CatalogInput).toEqual({
    FederatedCatalog: { Identifier: BUCKETS, ConnectionName: 'aws:s3tables' },
    CreateDatabaseDefaultPermissions: [],
    CreateTableDefaultPermissions: [],
    AllowFullTableExternalDataAccess: 'True'
  });
});

test.each([
  [{ PrincipalResourcePermissions: [] }, true],
  [{ __type: 'InvalidInputException', Message: `Invalid principal, ${ROLE}` }, false]
])('whether Lake Formation knows a principal: %j', async (answer, knows) => {
  const sent = await sentBy(
    () => answer,
    async ({ lakeFormation }) => {
      expect(await lakeFormation.knowsPrincipal(ROLE, testContext())).toBe(knows);
    }
  );
  expect(operations(sent)).toEqual(['ListPermissions']);
  expect(sent[0]?.body).toMatchObject({
    Principal: { DataLakePrincipalIdentifier: ROLE },
    Resource: { Catalog: {} }
  });
});
