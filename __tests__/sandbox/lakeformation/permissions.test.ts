import * as glue from '@aws-sdk/client-glue';
import * as sdk from '@aws-sdk/client-lakeformation';
import * as s3tables from '@aws-sdk/client-s3tables';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { account, caller, federated, refusal, withSandbox } from '../glue/setup.js';

const aws = withSandbox();
const sso = `arn:aws:iam::${account}:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_Data_0123456789abcdef`;
const Principal = { DataLakePrincipalIdentifier: sso };
const database: sdk.Resource = { Database: { Name: 'db' } };
const table: sdk.Resource = { Table: { DatabaseName: 'db', Name: 't' } };
const allTables: sdk.Resource = { Table: { DatabaseName: 'db', TableWildcard: {} } };

const createDatabase = (Name = 'db'): Promise<unknown> =>
  aws.glue.send(new glue.CreateDatabaseCommand({ DatabaseInput: { Name } }));

beforeEach(async () => {
  await createDatabase();
  const TableInput = { Name: 't', StorageDescriptor: { Columns: [{ Name: 'a' }, { Name: 'b' }] } };
  await aws.glue.send(new glue.CreateTableCommand({ DatabaseName: 'db', TableInput }));
});

interface Entry {
  readonly principal: string | undefined;
  readonly resource: sdk.Resource | undefined;
  readonly permissions: readonly string[] | undefined;
  readonly grantable: readonly string[] | undefined;
}

const grant = (
  Resource: sdk.Resource,
  Permissions: string[],
  grantable: string[] = [],
  id = sso
): Promise<unknown> =>
  aws.lakeFormation.send(
    new sdk.GrantPermissionsCommand({
      Principal: { DataLakePrincipalIdentifier: id },
      Resource,
      Permissions: Permissions as sdk.Permission[],
      PermissionsWithGrantOption: grantable as sdk.Permission[]
    })
  );
const revoke = (
  Resource: sdk.Resource,
  Permissions: string[],
  grantable: string[] = [],
  id = sso
): Promise<unknown> =>
  aws.lakeFormation.send(
    new sdk.RevokePermissionsCommand({
      Principal: { DataLakePrincipalIdentifier: id },
      Resource,
      Permissions: Permissions as sdk.Permission[],
      PermissionsWithGrantOption: grantable as sdk.Permission[]
    })
  );
async function list(request: sdk.ListPermissionsRequest): Promise<Entry[]> {
  const answer = await aws.lakeFormation.send(new sdk.ListPermissionsCommand(request));
  return (answer.PrincipalResourcePermissions ?? []).map((each) => ({
    principal: each.Principal?.DataLakePrincipalIdentifier,
    resource: each.Resource,
    permissions: each.Permissions,
    grantable: each.PermissionsWithGrantOption
  }));
}
const listed = async (Resource: sdk.Resource): Promise<[unknown, unknown][]> =>
  (await list({ Resource }))
    .filter(({ principal }) => principal === sso)
    .map((each) => [each.permissions, each.grantable]);

describe('grants', () => {
  test('merge, with the grant option apart', async () => {
    await grant(database, ['CREATE_TABLE', 'DESCRIBE'], ['DESCRIBE']);
    await grant(database, ['DESCRIBE', 'ALTER']);
    expect(await listed(database)).toEqual([[['ALTER', 'CREATE_TABLE', 'DESCRIBE'], ['DESCRIBE']]]);
    await grant(database, ['ALTER'], ['ALTER']);
    expect(await listed(database)).toEqual([
      [
        ['ALTER', 'CREATE_TABLE', 'DESCRIBE'],
        ['ALTER', 'DESCRIBE']
      ]
    ]);
  });

  test('ALL is listed with all it brings; taking one away ends it', async () => {
    await grant(database, ['ALL']);
    expect(await listed(database)).toEqual([[['ALL', 'ALTER', 'CREATE_TABLE', 'DESCRIBE', 'DROP'], []]]);
    await revoke(database, ['DROP']);
    expect(await listed(database)).toEqual([[['ALTER', 'CREATE_TABLE', 'DESCRIBE'], []]]);
    await expect(revoke(database, ['ALL'])).rejects.toMatchObject(
      refusal('InvalidInputException', 'No permissions revoked. Grantee does not have:[ALL]')
    );
  });

  test('SELECT on a table comes back as columns with a wildcard', async () => {
    await grant(table, ['SELECT', 'DESCRIBE'], ['SELECT']);
    const at = { CatalogId: account, DatabaseName: 'db', Name: 't' };
    const entries = (await list({ Resource: table })).filter(({ principal }) => principal === sso);
    expect(entries).toEqual([
      { principal: sso, resource: { Table: at }, permissions: ['DESCRIBE'], grantable: [] },
      {
        principal: sso,
        resource: { TableWithColumns: { ...at, ColumnWildcard: {} } },
        permissions: ['SELECT'],
        grantable: ['SELECT']
      }
    ]);
    await revoke(
      { TableWithColumns: { DatabaseName: 'db', Name: 't', ColumnWildcard: {} } },
      ['SELECT'],
      ['SELECT']
    );
    expect(await listed(table)).toEqual([[['DESCRIBE'], []]]);
  });

  test('on all tables come back under the name ALL_TABLES, and can be revoked by it', async () => {
    await grant(allTables, ['DESCRIBE']);
    const [entry] = (await list({ Resource: allTables })).filter(({ principal }) => principal === sso);
    expect(entry?.resource).toEqual({
      Table: { CatalogId: account, DatabaseName: 'db', Name: 'ALL_TABLES', TableWildcard: {} }
    });
    await revoke(entry?.resource ?? {}, ['DESCRIBE']);
    expect(await listed(allTables)).toEqual([]);
  });

  test('of single columns', async () => {
    const at = { DatabaseName: 'db', Name: 't' };
    await grant({ TableWithColumns: { ...at, ColumnNames: ['b', 'a'] } }, ['SELECT']);
    await grant({ TableWithColumns: { ...at, ColumnWildcard: { ExcludedColumnNames: ['a'] } } }, ['SELECT']);
    const columns = (await list({ Resource: table }))
      .filter(({ principal }) => principal === sso)
      .map(({ resource }) => resource?.TableWithColumns);
    expect(columns).toEqual([
      { CatalogId: account, ...at, ColumnWildcard: { ExcludedColumnNames: ['a'] } },
      { CatalogId: account, ...at, ColumnNames: ['a', 'b'] }
    ]);
    const missing = { TableWithColumns: { ...at, ColumnNames: ['c'] } };
    await expect(grant(missing, ['SELECT'])).rejects.toMatchObject(
      refusal('InvalidInputException', /non-existent column/)
    );
  });
});

describe('revokes', () => {
  test('of what was never granted are refused, and take nothing', async () => {
    await grant(database, ['ALTER', 'DESCRIBE'], ['ALTER']);
    await expect(revoke(database, ['ALTER', 'DROP'])).rejects.toMatchObject(
      refusal('InvalidInputException', 'No permissions revoked. Grantee does not have:[DROP]')
    );
    await expect(revoke(database, ['DESCRIBE'], ['DESCRIBE'])).rejects.toMatchObject(
      refusal('InvalidInputException', /^No permissions revoked\. Grantee/)
    );
    expect(await listed(database)).toEqual([[['ALTER', 'DESCRIBE'], ['ALTER']]]);
  });

  test('leave the grant option unless it is named', async () => {
    await grant(database, ['ALTER'], ['ALTER']);
    await revoke(database, ['ALTER']);
    expect(await listed(database)).toEqual([[[], ['ALTER']]]);
    await revoke(database, [], ['ALTER']);
    expect(await listed(database)).toEqual([]);
  });
});

describe('refused', () => {
  test.each<[string, sdk.Resource, string[], [string, string | RegExp]]>([
    [
      'SELECT on a database',
      database,
      ['SELECT'],
      ['InvalidInputException', 'Permissions modification is invalid.']
    ],
    ['CREATE_TABLE on a table', table, ['CREATE_TABLE'], ['InvalidInputException', /is invalid/]],
    ['CREATE_TABLE on a catalog', { Catalog: {} }, ['CREATE_TABLE'], ['InvalidInputException', /is invalid/]],
    [
      'a permission that is none',
      database,
      ['FLY'],
      ['InvalidInputException', /^Please grant only valid Lake Formation permissions\. \[FLY\]/]
    ],
    ['no permission', database, [], ['InvalidInputException', /empty/]],
    [
      'a missing database',
      { Database: { Name: 'x' } },
      ['ALTER'],
      ['EntityNotFoundException', 'Database not found']
    ],
    [
      'a missing table',
      { Table: { DatabaseName: 'db', Name: 'x' } },
      ['ALTER'],
      ['EntityNotFoundException', 'Table not found']
    ],
    [
      'a missing catalog',
      { Database: { CatalogId: `${account}:s3tablescatalog/b`, Name: 'x' } },
      ['ALTER'],
      ['EntityNotFoundException', 'Catalog not found']
    ],
    [
      'a location that is not registered',
      { DataLocation: { ResourceArn: 'arn:aws:s3:::b' } },
      ['DATA_LOCATION_ACCESS'],
      ['EntityNotFoundException', /not registered/]
    ],
    ['two resources', { ...database, ...table }, ['ALTER'], ['InvalidInputException', /one and only one/]],
    [
      'neither name nor wildcard',
      { Table: { DatabaseName: 'db' } },
      ['ALTER'],
      ['InvalidInputException', /wildcard/]
    ],
    [
      'an LF-Tag',
      { LFTag: { TagKey: 'k', TagValues: ['v'] } },
      ['DESCRIBE'],
      ['UnknownOperationException', /LFTag/]
    ]
  ])('%s', async (_, resource, permissions, [name, message]) => {
    await expect(grant(resource, permissions)).rejects.toMatchObject(refusal(name, message));
  });

  test.each([
    `arn:aws:sts::${account}:assumed-role/AWSReservedSSO_Data_0123456789abcdef/me`,
    'AWSReservedSSO_Data_0123456789abcdef',
    `arn:aws:iam::${account}:role/`,
    `arn:aws:iam::${account}:group/g`,
    'arn:aws:iam::123:role/r'
  ])('the principal %s', async (id) => {
    await expect(grant(database, ['ALTER'], [], id)).rejects.toMatchObject(
      refusal('InvalidInputException', `Invalid principal, ${id}`)
    );
  });

  test('a CatalogId that is no account', async () => {
    const change = { Principal, Resource: database, Permissions: ['ALTER' as const] };
    const request = { ...change, CatalogId: `${account}:s3tablescatalog/b` };
    await expect(aws.lakeFormation.send(new sdk.GrantPermissionsCommand(request))).rejects.toMatchObject(
      refusal('InvalidInputException', 'Catalog id must be a valid AWS account id.')
    );
    await aws.lakeFormation.send(new sdk.GrantPermissionsCommand({ ...change, CatalogId: account }));
    expect(await listed(database)).toEqual([[['ALTER'], []]]);
  });

  test('a grant option beyond the permissions, or for everybody', async () => {
    await expect(grant(database, ['ALTER'], ['DROP'])).rejects.toMatchObject({
      name: 'InvalidInputException'
    });
    await expect(grant(database, ['ALL'], ['ALL'], 'IAM_ALLOWED_PRINCIPALS')).rejects.toMatchObject({
      name: 'InvalidInputException'
    });
  });
});

test.each([
  account,
  '111122223333',
  `${account}:IAMPrincipals`,
  `arn:aws:iam::${account}:root`,
  `arn:aws:iam::${account}:user/team/me`,
  'arn:aws:identitystore:::group/1234abcd-12ab-34cd-56ef-1234567890ab'
])('%s is believed', async (id) => {
  await grant(database, ['DESCRIBE'], [], id);
  expect((await list({ Resource: database })).map(({ principal }) => principal)).toContain(id);
});

describe('creation', () => {
  test('gives the creator everything, and the defaults to everybody', async () => {
    expect(await list({ Resource: database })).toMatchObject([
      { principal: 'IAM_ALLOWED_PRINCIPALS', permissions: ['ALL'], grantable: [] },
      {
        principal: caller,
        permissions: ['ALL', 'ALTER', 'CREATE_TABLE', 'DESCRIBE', 'DROP'],
        grantable: ['ALL', 'ALTER', 'CREATE_TABLE', 'DESCRIBE', 'DROP']
      }
    ]);
    expect((await list({ Resource: table })).map(({ permissions }) => permissions)).toEqual([
      ['ALL'],
      ['ALL', 'ALTER', 'DELETE', 'DESCRIBE', 'DROP', 'INSERT'],
      ['SELECT']
    ]);
  });

  test('ends with the database; explicit grants outlive it', async () => {
    await grant(database, ['ALTER']);
    await grant(allTables, ['DESCRIBE']);
    await aws.glue.send(new glue.DeleteDatabaseCommand({ Name: 'db' }));
    await expect(list({ Resource: database })).rejects.toMatchObject(
      refusal('EntityNotFoundException', 'Database not found')
    );
    const left = await list({});
    expect(left.map(({ principal }) => principal)).toEqual(['IAM_ALLOWED_PRINCIPALS', sso, sso]);
    expect(left[0]).toMatchObject({ resource: { Catalog: {} }, permissions: ['CREATE_DATABASE'] });
    await createDatabase();
    expect(await listed(database)).toEqual([[['ALTER'], []]]);
  });
});

describe('S3 Tables', () => {
  const CatalogId = `${account}:s3tablescatalog/dev-app`;
  const namespace: sdk.Resource = { Database: { CatalogId, Name: 'app' } };

  beforeEach(async () => {
    await aws.glue.send(new glue.CreateCatalogCommand({ Name: 's3tablescatalog', CatalogInput: federated }));
    const { arn: tableBucketARN } = await aws.s3tables.send(
      new s3tables.CreateTableBucketCommand({ name: 'dev-app' })
    );
    await aws.s3tables.send(new s3tables.CreateNamespaceCommand({ tableBucketARN, namespace: ['app'] }));
  });

  test('takes grants on the bucket, the namespace and its tables', async () => {
    await grant({ Catalog: { Id: CatalogId } }, ['ALL']);
    await grant(namespace, ['DESCRIBE']);
    await grant({ Table: { CatalogId, DatabaseName: 'app', TableWildcard: {} } }, ['SELECT']);
    const ofRole = (await list({})).filter(({ principal }) => principal === sso);
    const resources = ofRole.map(({ resource }) => resource);
    expect(resources).toEqual([
      { Catalog: { Id: CatalogId } },
      { Database: { CatalogId, Name: 'app' } },
      { TableWithColumns: { CatalogId, DatabaseName: 'app', Name: 'ALL_TABLES', ColumnWildcard: {} } }
    ]);
    expect(await listed(namespace)).toEqual([[['DESCRIBE'], []]]);
  });

  test('must be there', async () => {
    await expect(grant({ Database: { CatalogId, Name: 'nope' } }, ['ALTER'])).rejects.toMatchObject(
      refusal('EntityNotFoundException', 'Database not found')
    );
    await expect(
      grant({ Table: { CatalogId, DatabaseName: 'app', Name: 'x' } }, ['ALTER'])
    ).rejects.toMatchObject(refusal('EntityNotFoundException', 'Table not found'));
  });
});

describe('batches', () => {
  const entry = (Id: string, Resource: sdk.Resource): sdk.BatchPermissionsRequestEntry => ({
    Id,
    Principal,
    Resource,
    Permissions: ['ALTER']
  });

  test('do what they can, and list what failed', async () => {
    const Entries = [entry('1', database), entry('2', { Database: { Name: 'x' } }), { Id: '3' }];
    const { Failures } = await aws.lakeFormation.send(new sdk.BatchGrantPermissionsCommand({ Entries }));
    expect(Failures).toMatchObject([
      {
        RequestEntry: Entries[1],
        Error: { ErrorCode: 'EntityNotFoundException', ErrorMessage: 'Database not found' }
      },
      { RequestEntry: { Id: '3' }, Error: { ErrorCode: 'InvalidInputException' } }
    ]);
    expect(await listed(database)).toEqual([[['ALTER'], []]]);
    const revoked = await aws.lakeFormation.send(
      new sdk.BatchRevokePermissionsCommand({ Entries: [entry('1', database), entry('2', database)] })
    );
    expect(revoked.Failures).toMatchObject([
      {
        RequestEntry: { Id: '2' },
        Error: { ErrorMessage: expect.stringMatching(/^No permissions revoked\. Grantee/) }
      }
    ]);
    expect(await listed(database)).toEqual([]);
  });

  test('hold twenty entries, each with its own id', async () => {
    const send = (Entries: sdk.BatchPermissionsRequestEntry[]): Promise<unknown> =>
      aws.lakeFormation.send(new sdk.BatchGrantPermissionsCommand({ Entries }));
    const many = Array.from({ length: 21 }, (_, n) => entry(String(n), database));
    await expect(send(many)).rejects.toMatchObject({ name: 'InvalidInputException' });
    await expect(send([entry('1', database), entry('1', table)])).rejects.toMatchObject({
      name: 'InvalidInputException'
    });
    expect(await listed(database)).toEqual([]);
    await send(many.slice(1));
    expect(await listed(database)).toEqual([[['ALTER'], []]]);
  });
});
