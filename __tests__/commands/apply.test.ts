import { beforeEach, describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import type { Outcome } from '../../src/outcome.js';
import { fails } from '../support/account.js';
import { fakeContext } from '../support/context.js';
import { keepPlanFilesApart, scene, type Scene } from '../support/job.js';

keepPlanFilesApart();
const ARN = 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev-my-app';
let here: Scene;
beforeEach(() => {
  here = scene();
});

const statuses = ({ results }: Outcome): Record<string, string> =>
  Object.fromEntries(results.map(({ id, status }) => [id, status]));
const codes = ({ failures }: Outcome): string[] => failures.map(({ code }) => code);
const before = (first: string, second: string): void => {
  expect(here.aws.writes.indexOf(first)).toBeGreaterThanOrEqual(0);
  expect(here.aws.writes.indexOf(first)).toBeLessThan(here.aws.writes.indexOf(second));
};

describe('an environment', () => {
  test('is made with one writing call for each resource, each after what it needs', async () => {
    const outcome = await here.run('apply');
    expect(outcome.failures).toEqual([]);
    expect(new Set(here.aws.writes)).toEqual(
      new Set([
        'putSettings',
        'createTableBucket dev-my-app',
        'putTableBucketPolicy dev-my-app',
        'createNamespace my_app',
        'createTable my_app.my_app',
        'createDatabase dev_my_app_db',
        'grant dev_my_app_db DataRole CREATE_TABLE,DESCRIBE,ALTER'
      ])
    );
    expect(here.aws.writes).toHaveLength(7);
    before('createTableBucket dev-my-app', 'putTableBucketPolicy dev-my-app');
    before('createTableBucket dev-my-app', 'createNamespace my_app');
    before('createNamespace my_app', 'createTable my_app.my_app');
    before('createDatabase dev_my_app_db', 'grant dev_my_app_db DataRole CREATE_TABLE,DESCRIBE,ALTER');
  });

  test('once made is told with every output', async () => {
    const { outputs } = await here.run('apply');
    expect(outputs).toEqual({
      's3tables-bucket-arn': ARN,
      's3tables-table-warehouse-location': 's3://warehouse-of-my_app--table-s3',
      'glue-database-name': 'dev_my_app_db',
      'lakeformation-admins': '["arn:aws:iam::123456789012:root"]',
      'account-id': '123456789012',
      region: 'us-east-1',
      'table-bucket-name': 'dev-my-app',
      namespace: 'my_app',
      'table-name': 'my_app',
      'table-arn': `${ARN}/table/id-of-my_app-my_app`,
      'metadata-location': 's3://warehouse-of-my_app--table-s3/metadata/00000.metadata.json',
      'catalog-id': '123456789012:s3tablescatalog/dev-my-app',
      'iceberg-rest-uri': 'https://s3tables.us-east-1.amazonaws.com/iceberg',
      command: 'apply',
      changed: 'true',
      'changes-count': '7',
      'plan-file': expect.stringMatching(/plan\.json$/),
      destroyed: 'false',
      'smoke-test-result': 'skipped'
    });
  });

  test('a second time: not one writing call, and nothing has changed', async () => {
    const first = await here.run('apply');
    here.newWrites();
    const { outputs, failures } = await here.run('apply');
    expect([here.newWrites(), failures]).toEqual([[], []]);
    expect(outputs).toMatchObject({
      changed: 'false',
      'changes-count': '0',
      'table-arn': first.outputs['table-arn']
    });
  });

  test('that lacks one thing gets that one', async () => {
    await here.run('apply');
    here.newWrites();
    here.aws.s3tables.buckets.get(ARN)?.tables.clear();
    const { outputs } = await here.run('apply');
    expect(here.newWrites()).toEqual(['createTable my_app.my_app']);
    expect(outputs).toMatchObject({ changed: 'true', 'changes-count': '1' });
  });

  test('of another role: its grant moves', async () => {
    await here.run('apply');
    here.newWrites();
    await here.run('apply', { 'identity-center-role-arn': 'arn:aws:iam::123456789012:role/New' });
    expect(here.newWrites()).toEqual([
      'grant dev_my_app_db New CREATE_TABLE,DESCRIBE,ALTER',
      'revoke dev_my_app_db DataRole ALTER,CREATE_TABLE,DESCRIBE',
      'addParameters dev_my_app_db iceberg-environment:granted'
    ]);
  });

  test('without a policy loses the one it has', async () => {
    await here.run('apply');
    here.newWrites();
    const { outputs } = await here.run('apply', { 'table-bucket-policy': 'none' });
    expect(here.newWrites()).toEqual(['deleteTableBucketPolicy dev-my-app']);
    expect(outputs).toMatchObject({ changed: 'true', 'changes-count': '1' });
  });

  test('that was there before is taken over with adopt', async () => {
    here.aws.s3tables.putBucket('dev-my-app', { team: 'before' });
    const outcome = await here.run('apply', { adopt: 'true' });
    expect(outcome.failures).toEqual([]);
    expect(here.aws.writes).not.toContain('createTableBucket dev-my-app');
    expect(here.aws.s3tables.buckets.get(ARN)?.tags).toMatchObject({
      'managed-by': 'iceberg-environment',
      team: 'data'
    });
  });

  test('whose caller becomes an administrator: the database comes after the settings', async () => {
    await here.run('apply', { 'lakeformation-admin-arns': 'arn:aws:iam::123456789012:role/Deployer' });
    before('putSettings', 'createDatabase dev_my_app_db');
    expect(here.aws.glue.retryDenied).toBe(true);
  });
});

describe('it refuses before the first write', () => {
  const refused = async (given = {}): Promise<Outcome> => {
    const outcome = await here.run('apply', given);
    expect([here.newWrites(), outcome.results]).toEqual([[], []]);
    expect(outcome.outputs).toMatchObject({ changed: 'false', 'changes-count': '0' });
    return outcome;
  };

  test('what is not ours, with each reason once', async () => {
    here.aws.s3tables.putBucket('dev-my-app');
    here.aws.glue.databases.set('dev_my_app_db', { tags: {}, parameters: {} });
    expect(codes(await refused())).toEqual(['NOT_OURS', 'NOT_OURS']);
  });

  test('the integration being off', async () => {
    here.aws.glue.catalogs.clear();
    expect(codes(await refused())).toEqual(['INTEGRATION_OFF']);
  });

  test('what may not be looked at', async () => {
    here.aws.s3tables.getTable = fails('PERMISSION_DENIED');
    expect(codes(await refused())).toEqual(['PERMISSION_DENIED']);
  });

  test('too many administrators', async () => {
    const DataLakeAdmins = Array.from({ length: 30 }, (_, at) => ({
      DataLakePrincipalIdentifier: `role/${at}`
    }));
    here.aws.lakeFormation.settings = { DataLakeAdmins };
    const admins = { 'lakeformation-admin-arns': 'arn:aws:iam::123456789012:role/One' };
    expect(codes(await refused(admins))).toEqual(['TOO_MANY_ADMINS']);
  });
});

describe('when a step fails', () => {
  test('what needs it is skipped, the rest goes on, and what is there is told', async () => {
    here.aws.s3tables.createNamespace = fails('PERMISSION_DENIED');
    const outcome = await here.run('apply');
    expect(statuses(outcome)).toEqual({
      'analytics-integration': 'done',
      'data-lake-settings': 'done',
      'table-bucket': 'done',
      'table-bucket-policy': 'done',
      namespace: 'failed',
      table: 'skipped',
      'glue-database': 'done',
      'database-grant': 'done',
      'catalog-grant': 'skipped'
    });
    expect(codes(outcome)).toEqual(['PERMISSION_DENIED']);
    expect(outcome.outputs).toMatchObject({
      changed: 'true',
      'changes-count': '5',
      's3tables-bucket-arn': ARN
    });
    expect(outcome.outputs).not.toHaveProperty('table-arn');
  });

  test('the next run goes on from there', async () => {
    const createTable = here.aws.s3tables.createTable.bind(here.aws.s3tables);
    here.aws.s3tables.createTable = fails('AWS_FAILED');
    await here.run('apply');
    here.newWrites();
    here.aws.s3tables.createTable = createTable;
    const { failures } = await here.run('apply');
    expect([failures, here.newWrites()]).toEqual([[], ['createTable my_app.my_app']]);
  });

  test('an answer that was lost is no failure', async () => {
    const create = here.aws.s3tables.createTableBucket.bind(here.aws.s3tables);
    // The call took effect, the retry meets a conflict: "it was there already".
    here.aws.s3tables.createTableBucket = (name, tags) => create(name, tags).then(() => false);
    const { failures, outputs } = await here.run('apply');
    expect([failures, outputs.changed]).toEqual([[], 'true']);
  });
});

test('cancelled before the first write: nothing is written, and that is a failure', async () => {
  const reason = new ActionError('CANCELLED');
  here.context.reporter.plan = () => here.context.stop(reason);
  const outcome = await here.run('apply');
  expect([outcome.failures, here.newWrites()]).toEqual([[reason], []]);
  expect(new Set(Object.values(statuses(outcome)))).toEqual(new Set(['skipped']));
  expect(outcome.outputs.changed).toBe('false');
});

test('cancelled in the middle: nothing more begins, what ended is told, and the next run repairs', async () => {
  const reason = new ActionError('CANCELLED');
  const create = here.aws.s3tables.createTableBucket.bind(here.aws.s3tables);
  here.aws.s3tables.createTableBucket = (name, tags) => {
    here.context.stop(reason);
    return create(name, tags);
  };
  const outcome = await here.run('apply');
  expect(outcome.failures).toEqual([reason]);
  expect(statuses(outcome)).toMatchObject({ namespace: 'skipped', table: 'skipped' });
  expect(here.aws.writes).not.toContain('createNamespace my_app');

  here.aws.s3tables.createTableBucket = create;
  here.context = fakeContext();
  const next = await here.run('apply');
  expect(next.failures).toEqual([]);
  expect(next.outputs['table-arn']).toContain('/table/');
});
