import { describe, expect, test } from '@jest/globals';
import { enableIntegration } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { actions, plainLog } from './support/step.js';
import * as names from './support/values.js';

const { ACCOUNT, ADMIN, BUCKET, BUCKET_ARN, DATABASE, DATABASE_ARN, MARKS, NAMESPACE, REGION, ROLE, TABLE } =
  names;
const given = useArena();

const KNOWN = {
  's3tables-bucket-arn': BUCKET_ARN,
  'glue-database-name': DATABASE,
  'lakeformation-admins': JSON.stringify([ADMIN]),
  'account-id': ACCOUNT,
  region: REGION,
  'table-bucket-name': BUCKET,
  namespace: NAMESPACE,
  'table-name': TABLE,
  'catalog-id': `${ACCOUNT}:s3tablescatalog/${BUCKET}`,
  'iceberg-rest-uri': expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/iceberg$/) as unknown
};
const EVERYTHING = [
  'analytics-integration',
  'data-lake-settings',
  'table-bucket',
  'table-bucket-policy',
  'namespace',
  'table',
  'glue-database',
  'database-grant'
];

describe(`plan and apply, ${NODE.title}`, () => {
  test('plan on an empty account shows everything and writes nothing', async () => {
    const before = given.arena.state;
    const run = await given.arena.run('plan', { 'analytics-integration': 'enable' });
    expect(run.exitCode).toBe(0);
    expect(run.writes).toEqual([]);
    expect(given.arena.state).toEqual(before);
    expect(actions(run)).toEqual({
      ...Object.fromEntries(EVERYTHING.map((id) => [id, 'create'])),
      'data-lake-settings': 'update',
      'catalog-grant': 'keep'
    });
    expect(run.outputs).toEqual({
      ...KNOWN,
      command: 'plan',
      changed: 'true',
      'changes-count': '8',
      destroyed: 'false',
      'plan-file': expect.stringMatching(/plan\.json$/)
    });
  });

  test('the plan file says what the log says', async () => {
    const run = await given.arena.run('plan', { 'analytics-integration': 'enable' });
    const log = plainLog(run).split('\n');
    const signs = { create: '+', update: '~', keep: '=', differs: '≠', remove: '-', blocked: '!' };
    for (const { action, kind, name } of run.plan?.steps ?? []) {
      expect(log).toContain(`${signs[action]} ${kind} ${name}`);
    }
    expect(log).toContain('Plan: 7 to create, 1 to update, 0 to remove, 1 unchanged, 0 blocked.');
    expect(run.plan).toMatchObject({
      version: 1,
      command: 'plan',
      environment: { env: 'qa-7', application: 'river-gauges', accountId: ACCOUNT, region: REGION },
      counts: { create: 7, update: 1, keep: 1, remove: 0, blocked: 0 }
    });
  });

  test('apply makes everything, and every output is true', async () => {
    const { arena } = given;
    await enableIntegration(arena);
    const run = await arena.run('apply');
    expect(run.exitCode).toBe(0);
    const { s3tables, glue, lakeFormation } = arena.aws;
    const id = { tableBucketARN: BUCKET_ARN, namespace: NAMESPACE, name: TABLE };
    const table = await s3tables.getTable(id);
    const { DataLakeSettings } = await lakeFormation.getDataLakeSettings({});
    expect(run.outputs).toEqual({
      ...KNOWN,
      'table-arn': table.tableARN,
      's3tables-table-warehouse-location': table.warehouseLocation,
      'metadata-location': table.metadataLocation,
      command: 'apply',
      changed: 'true',
      'changes-count': '7',
      destroyed: 'false',
      'smoke-test-result': 'skipped',
      'plan-file': expect.any(String)
    });
    expect((await s3tables.getTableBucket({ tableBucketARN: BUCKET_ARN })).name).toBe(BUCKET);
    expect((await glue.getDatabase({ Name: DATABASE })).Database?.Name).toBe(DATABASE);
    expect((await glue.getCatalog({ CatalogId: KNOWN['catalog-id'] })).Catalog?.Name).toBe(BUCKET);
    expect(DataLakeSettings?.DataLakeAdmins).toEqual([{ DataLakePrincipalIdentifier: ADMIN }]);
    expect(DataLakeSettings?.TrustedResourceOwners).toEqual([ACCOUNT]);
  });

  test('bucket, table and database carry the marks, and the role its grant', async () => {
    const { arena } = given;
    await enableIntegration(arena);
    const run = await arena.run('apply', { tags: 'cost-center=4711\nnote=a=b' });
    const { s3tables, glue, lakeFormation } = arena.aws;
    const marks = {
      ...MARKS,
      'cost-center': '4711',
      note: 'a=b',
      'iceberg-environment:repository': names.REPOSITORY,
      'iceberg-environment:run': '77001-2'
    };
    const tagsOf = async (resourceArn = ''): Promise<unknown> =>
      (await s3tables.listTagsForResource({ resourceArn })).tags;
    expect(await tagsOf(BUCKET_ARN)).toEqual(marks);
    expect(await tagsOf(run.outputs['table-arn'])).toEqual(marks);
    expect((await glue.getTags({ ResourceArn: DATABASE_ARN })).Tags).toEqual(marks);
    expect((await glue.getDatabase({ Name: DATABASE })).Database?.Parameters).toMatchObject(marks);
    const grants = await lakeFormation.listPermissions({ Resource: { Database: { Name: DATABASE } } });
    const ours = grants.PrincipalResourcePermissions?.filter(
      ({ Principal }) => Principal?.DataLakePrincipalIdentifier === ROLE
    );
    const held = ours?.flatMap(({ Permissions }) => Permissions ?? []).sort();
    const grantable = ours?.flatMap(({ PermissionsWithGrantOption: list }) => list ?? []).sort();
    expect(held).toEqual(['ALTER', 'CREATE_TABLE', 'DESCRIBE']);
    expect(grantable).toEqual(held);
  });

  test('the default policy lets Glue and this account in, and nobody else', async () => {
    await enableIntegration(given.arena);
    await given.arena.run('apply');
    const { resourcePolicy = '' } = await given.arena.aws.s3tables.getTableBucketPolicy({
      tableBucketARN: BUCKET_ARN
    });
    const shared = { Effect: 'Allow', Action: 's3tables:*', Resource: [BUCKET_ARN, `${BUCKET_ARN}/*`] };
    expect((JSON.parse(resourcePolicy) as { Statement: unknown[] }).Statement).toEqual([
      { Sid: 'AllowGlueAccess', Principal: { Service: 'glue.amazonaws.com' }, ...shared },
      { Sid: 'AllowAccountAccess', Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, ...shared }
    ]);
  });

  test('the summary lists every resource and says how to connect', async () => {
    await enableIntegration(given.arena);
    const { summary, outputs, plan } = await given.arena.run('apply');
    for (const step of plan?.steps ?? []) expect(summary).toContain(step.kind.replaceAll(' ', '&nbsp;'));
    for (const reader of ['PyIceberg', 'Spark', 'DuckDB', 'Athena']) expect(summary).toContain(reader);
    expect(summary).toContain(`"warehouse": "${BUCKET_ARN}"`);
    expect(summary).toContain(`ICEBERG_WAREHOUSE_PATH='${outputs['s3tables-table-warehouse-location']}'`);
  });

  test('a second apply and a plan after it find nothing to do', async () => {
    const { arena } = given;
    await enableIntegration(arena);
    const first = await arena.run('apply');
    const before = arena.state;
    const second = await arena.run('apply');
    expect(second.exitCode).toBe(0);
    expect(second.writes).toEqual([]);
    expect(second.outputs).toEqual({
      ...first.outputs,
      changed: 'false',
      'changes-count': '0',
      'plan-file': expect.any(String)
    });
    const plan = await arena.run('plan', { 'fail-on-changes': 'true' });
    expect(plan.exitCode).toBe(0);
    expect(actions(plan)).toEqual(
      Object.fromEntries([...EVERYTHING, 'catalog-grant'].map((id) => [id, 'keep']))
    );
    expect(plan.outputs['table-arn']).toBe(first.outputs['table-arn']);
    expect(arena.state).toEqual(before);
  });
});
