import { IAM } from '@aws-sdk/client-iam';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { enableIntegration } from './support/account.js';
import { type Arena, useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { actions } from './support/step.js';
import { ACCOUNT, ADMIN, BUCKET, DATABASE, NAMESPACE, REGION, ROLE } from './support/values.js';

const given = useArena(REGION, { principals: 'iam', iamDelay: 1_500 });
const ENABLE = { 'analytics-integration': 'enable', 'analytics-access': 'lake-formation' };
const CATALOG = `${ACCOUNT}:s3tablescatalog/${BUCKET}`;
const BUCKETS = `arn:aws:s3tables:${REGION}:${ACCOUNT}:bucket/*`;
const TRUST = JSON.stringify({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: 'sts:AssumeRole' }
  ]
});
let iam: IAM | undefined;

beforeEach(async () => {
  iam?.destroy();
  const credentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };
  iam = new IAM({ endpoint: given.arena.sandbox.url, region: 'us-east-1', credentials });
  for (const arn of [ROLE, ADMIN]) await make(arn);
  await new Promise((seen) => setTimeout(seen, 1_600));
});
afterAll(() => iam?.destroy());

async function make(arn: string): Promise<void> {
  const parts = arn.split(':role/')[1]?.split('/') ?? [];
  const RoleName = parts.pop();
  const Path = parts.length === 0 ? '/' : `/${parts.join('/')}/`;
  await iam?.createRole({ RoleName, Path, AssumeRolePolicyDocument: TRUST });
}

/** What the role is granted: on what, and what. */
async function granted({ aws }: Arena): Promise<string[]> {
  const { PrincipalResourcePermissions = [] } = await aws.lakeFormation.listPermissions({});
  return PrincipalResourcePermissions.filter(
    ({ Principal }) => Principal?.DataLakePrincipalIdentifier === ROLE
  )
    .flatMap(({ Resource, Permissions = [] }) => {
      const { Catalog, Database, Table, TableWithColumns } = Resource ?? {};
      const table = Table ?? TableWithColumns;
      const on = Catalog
        ? Catalog.Id
        : Database
          ? `${Database.CatalogId}/${Database.Name}`
          : `${table?.CatalogId}/${table?.DatabaseName}/*`;
      return Permissions.map((permission) => `${on} ${permission}`);
    })
    .sort();
}

const FEDERATED = [
  `${CATALOG} DESCRIBE`,
  ...['ALTER', 'CREATE_TABLE', 'DESCRIBE'].map((each) => `${CATALOG}/${NAMESPACE} ${each}`),
  ...['DESCRIBE', 'SELECT'].map((each) => `${CATALOG}/${NAMESPACE}/* ${each}`)
];
const ON_DATABASE = ['ALTER', 'CREATE_TABLE', 'DESCRIBE'].map((each) => `${ACCOUNT}/${DATABASE} ${each}`);

describe(`Lake Formation access control, ${NODE.title}`, () => {
  test('enable makes it whole, grants the role what it needs, and a second time finds nothing to do', async () => {
    const { arena } = given;
    const run = await arena.run('apply', ENABLE);
    expect([run.exitCode, run.codes]).toEqual([0, []]);
    expect(run.writes).toEqual(
      expect.arrayContaining([
        'iam:CreateRole',
        'iam:PutRolePolicy',
        'lakeformation:RegisterResource',
        'glue:CreateCatalog',
        'lakeformation:BatchGrantPermissions'
      ])
    );
    // IAM tells Lake Formation of a new role after a while, which is waited out.
    expect(run.calls.filter((call) => call === 'lakeformation:RegisterResource').length).toBeGreaterThan(1);
    const { Catalog } = await arena.aws.glue.getCatalog({ CatalogId: 's3tablescatalog' });
    expect(Catalog?.CreateTableDefaultPermissions).toEqual([]);
    const { ResourceInfo } = await arena.aws.lakeFormation.describeResource({ ResourceArn: BUCKETS });
    expect(ResourceInfo).toMatchObject({ WithFederation: true, WithPrivilegedAccess: true });
    expect(await granted(arena)).toEqual([...FEDERATED, ...ON_DATABASE].sort());
    const plan = await arena.run('plan', { ...ENABLE, 'fail-on-changes': 'true' });
    expect([plan.exitCode, plan.outputs.changed]).toEqual([0, 'false']);
    expect(plan.log).toContain('On, with Lake Formation access control.');
    expect(plan.summary).toContain('On, with Lake Formation access control');
  });

  test('destroy revokes what it granted and leaves what the account shares', async () => {
    const { arena } = given;
    await arena.run('apply', { ...ENABLE, 'table-permissions': 'SELECT' });
    const run = await arena.run('destroy');
    expect([run.exitCode, run.codes]).toEqual([0, []]);
    expect(await granted(arena)).toEqual([]);
    expect(arena.here.glue.catalogs.has('s3tablescatalog')).toBe(true);
    expect(arena.here.lakeFormation.resources.has(BUCKETS)).toBe(true);
    expect(run.writes.filter((call) => /Deregister|DeleteCatalog|DeleteRole/.test(call))).toEqual([]);
  });

  test('of a shared bucket, an environment revokes what is its own; the last word on the catalog is not its', async () => {
    const { arena } = given;
    const shared = { isolation: 'namespace', 'table-bucket-name': 'lake', ...ENABLE };
    for (const env of ['pr-1', 'pr-2']) {
      const made = await arena.run('apply', { env, ...shared });
      expect([made.exitCode, made.codes]).toEqual([0, []]);
    }
    const of = (number: number): string[] => [
      ...['ALTER', 'CREATE_TABLE', 'DESCRIBE'].flatMap((each) => [
        `${ACCOUNT}/pr_${number}_river_gauges_db ${each}`,
        `${ACCOUNT}:s3tablescatalog/lake/pr_${number}_river_gauges ${each}`
      ]),
      ...['DESCRIBE', 'SELECT'].map(
        (each) => `${ACCOUNT}:s3tablescatalog/lake/pr_${number}_river_gauges/* ${each}`
      )
    ];
    const catalog = `${ACCOUNT}:s3tablescatalog/lake DESCRIBE`;
    expect(await granted(arena)).toEqual([catalog, ...of(1), ...of(2)].sort());
    const gone = await arena.run('destroy', { env: 'pr-1', ...shared });
    expect([gone.exitCode, gone.codes]).toEqual([0, []]);
    expect(await granted(arena)).toEqual([catalog, ...of(2)].sort());
    const plan = await arena.run('plan', { env: 'pr-2', ...shared });
    expect(plan.outputs.changed).toBe('false');
  });

  test('two runs at once both succeed', async () => {
    const { arena } = given;
    const other = { env: 'qa-8', ...ENABLE };
    const runs = await Promise.all([arena.run('apply', ENABLE), arena.run('apply', other)]);
    expect(runs.map(({ exitCode, error }) => [exitCode, error])).toEqual([
      [0, ''],
      [0, '']
    ]);
  });

  test('a half-made one is told by plan, and completed by enable', async () => {
    const { arena } = given;
    await arena.aws.glue.createCatalog({
      Name: 's3tablescatalog',
      CatalogInput: {
        FederatedCatalog: { Identifier: BUCKETS, ConnectionName: 'aws:s3tables' },
        CreateDatabaseDefaultPermissions: [],
        CreateTableDefaultPermissions: []
      }
    });
    const plan = await arena.run('plan');
    expect(actions(plan)['analytics-integration']).toBe('blocked');
    expect(plan.log).toContain('INTEGRATION_INCOMPLETE');
    expect(plan.summary).toContain('Half made');
    expect((await arena.run('apply')).writes).toEqual([]);
    const run = await arena.run('apply', ENABLE);
    expect([run.exitCode, run.writes.includes('glue:CreateCatalog')]).toEqual([0, false]);
    expect((await arena.run('apply')).writes).toEqual([]);
  });

  test('the other mode is refused before anything is written, with the commands to switch by hand', async () => {
    const { arena } = given;
    await enableIntegration(arena);
    const before = arena.state;
    const run = await arena.run('apply', ENABLE);
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['INTEGRATION_MODE'], []]);
    expect(run.error).toContain('aws glue update-catalog');
    expect(arena.state).toEqual(before);
  });
});

describe(`bad principals, ${NODE.title}`, () => {
  const ghost = `arn:aws:iam::${ACCOUNT}:role/Ghost`;

  test.each<[string, Record<string, string>, string]>([
    ['a role that does not exist', { 'identity-center-role-arn': ghost }, 'PRINCIPAL_UNKNOWN'],
    ['an administrator that does not exist', { 'lakeformation-admin-arns': ghost }, 'PRINCIPAL_UNKNOWN'],
    [
      'an administrator of another account',
      { 'lakeformation-admin-arns': 'arn:aws:iam::555566667777:role/Admin' },
      'INVALID_INPUT'
    ],
    [
      'an administrator of Identity Center',
      { 'lakeformation-admin-arns': 'arn:aws:identitystore:::user/0a1b2c3d-0000-1111-2222-333344445555' },
      'INVALID_INPUT'
    ],
    [
      '31 administrators',
      {
        'lakeformation-admin-arns': Array.from(
          { length: 31 },
          (_, at) => `arn:aws:iam::${ACCOUNT}:role/R${at}`
        ).join()
      },
      'INVALID_INPUT'
    ],
    ['a permission that tables do not have', { 'table-permissions': 'CREATE_TABLE' }, 'INVALID_INPUT'],
    ['a permission that a database does not have', { 'database-permissions': 'SELECT' }, 'INVALID_INPUT']
  ])('%s: an error before anything is written', async (_what, inputs, code) => {
    await enableIntegration(given.arena);
    const run = await given.arena.run('apply', inputs);
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, [code], []]);
  });

  test('a dead administrator is named with its place; prune-dead-admins removes it and nothing else', async () => {
    const { arena } = given;
    await enableIntegration(arena);
    const others = [{ DataLakePrincipalIdentifier: ROLE }, { DataLakePrincipalIdentifier: ghost }];
    const settings = arena.here.lakeFormation.settings;
    arena.here.lakeFormation.settings = { ...settings, DataLakeAdmins: others, ReadOnlyAdmins: [] };
    const refused = await arena.run('apply');
    expect([refused.exitCode, refused.codes, refused.writes]).toEqual([1, ['DEAD_PRINCIPAL'], []]);
    expect(refused.error).toContain(`${ghost} (place 2 of 2)`);
    const run = await arena.run('apply', { 'prune-dead-admins': 'true' });
    expect([run.exitCode, run.codes]).toEqual([0, []]);
    expect(JSON.parse(run.outputs['lakeformation-admins'] ?? '')).toEqual([ROLE, ADMIN]);
    const { DataLakeSettings } = await arena.aws.lakeFormation.getDataLakeSettings({});
    expect(DataLakeSettings?.DataLakeAdmins?.map((each) => each.DataLakePrincipalIdentifier)).toEqual([
      ROLE,
      ADMIN
    ]);
    expect(DataLakeSettings?.CreateTableDefaultPermissions).toEqual(settings.CreateTableDefaultPermissions);
  });
});
