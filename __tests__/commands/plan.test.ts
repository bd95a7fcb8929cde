import { beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { newTableMetadata } from '../../src/iceberg/new-metadata.js';
import { fails } from '../support/account.js';
import { keepPlanFilesApart, scene, type Scene } from '../support/job.js';
import { thrownBy } from '../support/thrown.js';

keepPlanFilesApart();
let here: Scene;
beforeEach(() => {
  here = scene();
});

test('of an empty account: everything is to be made, and not one call writes', async () => {
  const { plan, outputs, failures, results } = await here.run('plan');
  expect(plan?.counts).toEqual({ create: 6, update: 1, keep: 2, remove: 0, blocked: 0 });
  expect([here.aws.writes, failures, results]).toEqual([[], [], []]);
  expect(outputs).toMatchObject({
    command: 'plan',
    changed: 'true',
    'changes-count': '7',
    destroyed: 'false'
  });
});

test('sets every output that it can know', async () => {
  const { outputs } = await here.run('plan');
  expect(outputs).toMatchObject({
    's3tables-bucket-arn': 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev-my-app',
    'glue-database-name': 'dev_my_app_db',
    'lakeformation-admins': '["arn:aws:iam::123456789012:root"]',
    'account-id': '123456789012',
    region: 'us-east-1',
    'table-bucket-name': 'dev-my-app',
    namespace: 'my_app',
    'table-name': 'my_app',
    'catalog-id': '123456789012:s3tablescatalog/dev-my-app',
    'iceberg-rest-uri': 'https://s3tables.us-east-1.amazonaws.com/iceberg'
  });
  expect(outputs).not.toHaveProperty('table-arn');
});

test('is shown, and kept in a file, the same', async () => {
  const { plan, outputs } = await here.run('plan');
  expect(here.context.reporter.plans).toEqual([plan]);
  expect(JSON.parse(readFileSync(outputs['plan-file'] ?? '', 'utf8'))).toEqual(
    JSON.parse(JSON.stringify(plan))
  );
});

test('after apply: nothing is to be done, and the rest of the outputs is known', async () => {
  await here.run('apply');
  here.newWrites();
  const { plan, outputs } = await here.run('plan', { 'fail-on-changes': 'true' });
  expect(plan?.counts).toMatchObject({ create: 0, update: 0, remove: 0, blocked: 0 });
  expect(outputs).toMatchObject({ changed: 'false', 'changes-count': '0' });
  expect(outputs['table-arn']).toContain('/table/');
  expect(here.newWrites()).toEqual([]);
});

describe('a live table with other columns than are declared', () => {
  const METADATA = 's3://warehouse-of-my_app--table-s3/metadata/00000.metadata.json';
  const columns = [
    { name: 'id', type: 'long', required: true },
    { name: 'name', type: 'string', required: false }
  ];
  beforeEach(async () => {
    await here.run('apply');
    here.aws.files.set(METADATA, newTableMetadata(columns, { location: 's3://warehouse', nowMs: 1 }));
    here.newWrites();
  });

  test('is a difference: shown, counted, and one for fail-on-changes', async () => {
    const declared = { 'table-schema': 'id: long required\nname: string\nmore: int' };
    const { plan, outputs, failures } = await here.run('plan', declared);
    expect(plan?.counts).toMatchObject({ create: 0, update: 0, differs: 1, blocked: 0 });
    expect(plan?.steps.find(({ id }) => id === 'table')).toMatchObject({
      action: 'differs',
      changes: [],
      differences: [{ path: 'schema.more', to: 'int' }]
    });
    expect(outputs).toMatchObject({ changed: 'true', 'changes-count': '1' });
    expect(failures).toEqual([]);
    const checked = await here.run('plan', { ...declared, 'fail-on-changes': 'true' });
    expect(checked.failures.map(({ code }) => code)).toEqual(['DRIFT']);
  });

  test('so is a column that nobody declared', async () => {
    const run = await here.run('plan', { 'table-schema': 'id: long required', 'fail-on-changes': 'true' });
    expect(run.failures.map(({ code }) => code)).toEqual(['DRIFT']);
  });

  test('apply does everything else, and warns of what it does not do', async () => {
    const given = { 'table-schema': 'id: int required\nmore: int', team: 'Others' };
    const { failures, outputs } = await here.run('apply', given);
    expect(here.newWrites()).toContain('addTags id-of-my_app-my_app iceberg-environment:team,team');
    expect(failures).toEqual([]);
    const said =
      'Table my_app.my_app: schema.id is declared as int required, and is long required; schema.more is declared as int, and is not there.';
    expect(here.context.reporter.lines.join('\n')).toContain(said);
    expect(outputs.changed).toBe('true');
  });

  test('apply has no quarrel with columns that others have added', async () => {
    const { failures, plan, outputs } = await here.run('apply', { 'table-schema': 'id: long required' });
    expect([failures, here.newWrites()]).toEqual([[], []]);
    expect(plan?.counts.differs).toBe(1);
    expect(outputs).toMatchObject({ changed: 'false', 'changes-count': '0' });
  });
});

test('a table whose metadata is gone is broken: plan fails, apply refuses to begin', async () => {
  await here.run('apply');
  here.newWrites();
  here.aws.warehouse.readText = fails('VANISHED');
  for (const command of ['plan', 'apply'] as const) {
    const { plan, failures } = await here.run(command, { team: 'Others' });
    expect(plan?.steps.find(({ id }) => id === 'table')).toMatchObject({ blocked: { code: 'TABLE_BROKEN' } });
    expect(failures.map(({ code }) => code)).toEqual(['TABLE_BROKEN']);
  }
  expect(here.newWrites()).toEqual([]);
});

describe('fail-on-changes', () => {
  test('fails when there is anything to do', async () => {
    const { failures } = await here.run('plan', { 'fail-on-changes': 'true' });
    expect(failures).toMatchObject([
      { code: 'DRIFT', found: '7 resources are not as declared, and fail-on-changes is set.' }
    ]);
  });

  test('fails when one resource drifted, and says so', async () => {
    await here.run('apply');
    here.aws.s3tables
      .putBucket('dev-my-app', { ...[...here.aws.s3tables.buckets.values()][0]?.tags, team: 'x' })
      .namespaces.add('my_app');
    const { failures, plan } = await here.run('plan', { 'fail-on-changes': 'true' });
    expect(failures.map(({ code }) => code)).toEqual(['DRIFT']);
    expect(plan?.steps.find(({ id }) => id === 'table-bucket')?.changes).toEqual([
      { path: 'tags.team', from: 'x', to: 'data' }
    ]);
  });
});

describe('what stands in the way', () => {
  test('of another owner is shown as blocked, with a warning, and is no failure of the plan', async () => {
    here.aws.s3tables.putBucket('dev-my-app');
    const { plan, failures } = await here.run('plan');
    expect(plan?.steps.find(({ id }) => id === 'table-bucket')).toMatchObject({
      action: 'blocked',
      blocked: { code: 'NOT_OURS' }
    });
    expect(plan?.steps.find(({ id }) => id === 'table')?.blocked?.code).toBe('BLOCKED');
    expect(failures).toEqual([]);
    expect(here.context.reporter.lines).toContain(
      'warning: 5 resources are blocked: apply would refuse to begin. The plan says why.'
    );
  });

  test('of looking is a failure, but everything else is still shown', async () => {
    here.aws.glue.getDatabase = fails('PERMISSION_DENIED');
    const { plan, failures } = await here.run('plan', { 'lake-formation': 'ignore' });
    expect(failures.map(({ code }) => code)).toEqual(['PERMISSION_DENIED']);
    expect(plan?.counts).toMatchObject({ create: 4, blocked: 1 });
  });

  test('of everything ends the run', async () => {
    here.aws.s3tables.getTags = fails('EXPIRED_CREDENTIALS');
    expect((await thrownBy(() => here.run('plan'))).code).toBe('EXPIRED_CREDENTIALS');
  });
});

test('credentials of an account that is not allowed: nothing is even looked at', async () => {
  here.aws.s3tables.getTags = fails('INTERNAL');
  const error = await thrownBy(() =>
    here.run('plan', { 'allowed-account-ids': '111111111111, 222222222222' })
  );
  expect(error).toMatchObject({ code: 'WRONG_ACCOUNT' });
  expect(error.found).toContain('account 123456789012; allowed-account-ids has 111111111111, 222222222222');
});

test('credentials of an allowed account are told', async () => {
  await here.run('plan', { 'allowed-account-ids': '123456789012' });
  expect(here.context.reporter.lines[0]).toBe(
    'info: Environment dev of my-app, in account 123456789012, region us-east-1, as arn:aws:sts::123456789012:assumed-role/Deployer/session'
  );
});
