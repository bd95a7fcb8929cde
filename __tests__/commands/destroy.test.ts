import { beforeEach, describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import type { Outcome } from '../../src/outcome.js';
import { fails } from '../support/account.js';
import { ANOTHERS_TAGS } from '../support/environment.js';
import { keepPlanFilesApart, scene, type Scene } from '../support/job.js';

keepPlanFilesApart();
const ARN = 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev-my-app';
const METADATA = 's3://warehouse-of-my_app--table-s3/metadata/00000.metadata.json';
let here: Scene;

beforeEach(async () => {
  here = scene();
  await here.run('apply');
  here.aws.files.set(METADATA, '{"current-snapshot-id":null}');
  here.newWrites();
});

const statuses = ({ results }: Outcome): Record<string, string> =>
  Object.fromEntries(results.map(({ id, status }) => [id, status]));
const codes = ({ failures }: Outcome): string[] => failures.map(({ code }) => code);

describe('an environment', () => {
  test('goes: tables before the namespace, then the bucket; the grant before the database', async () => {
    const { outputs, failures } = await here.run('destroy');
    const writes = here.newWrites();
    const inBucket = writes.filter((write) => /Table|Namespace/.test(write) && !write.includes('Policy'));
    expect(inBucket).toEqual([
      'deleteTable my_app.my_app',
      'deleteNamespace my_app',
      'deleteTableBucket dev-my-app'
    ]);
    expect(writes.indexOf('deleteTableBucketPolicy dev-my-app')).toBeLessThan(
      writes.indexOf('deleteTableBucket dev-my-app')
    );
    expect(writes.filter((write) => /revoke|Database/.test(write))).toEqual([
      'revoke dev_my_app_db DataRole ALTER,CREATE_TABLE,DESCRIBE',
      'deleteDatabase dev_my_app_db'
    ]);
    expect(failures).toEqual([]);
    expect(outputs).toMatchObject({
      command: 'destroy',
      changed: 'true',
      'changes-count': '6',
      destroyed: 'true'
    });
    expect([here.aws.s3tables.buckets.size, here.aws.glue.databases.size]).toEqual([0, 0]);
  });

  test('that is gone already: nothing to do, and that is success', async () => {
    await here.run('destroy');
    here.newWrites();
    const { outputs, failures, plan } = await here.run('destroy');
    expect([here.newWrites(), failures, plan?.steps]).toEqual([[], [], []]);
    expect(outputs).toMatchObject({ changed: 'false', 'changes-count': '0' });
  });

  test('leaves what the whole account shares, and does not look at it', async () => {
    here.aws.lakeFormation.getSettings = fails('INTERNAL');
    here.aws.glue.getCatalog = fails('INTERNAL');
    expect((await here.run('destroy')).failures).toEqual([]);
    expect(here.newWrites()).not.toContain('putSettings');
    expect(here.aws.glue.catalogs.has('s3tablescatalog')).toBe(true);
    expect(here.aws.lakeFormation.settings.DataLakeAdmins).toHaveLength(1);
  });

  test('goes also without team and role, as far as they are recorded', async () => {
    expect((await here.run('destroy', { team: '', 'identity-center-role-arn': '' })).failures).toEqual([]);
    expect(here.aws.lakeFormation.grants).toEqual([]);
  });
});

describe('it refuses, and not one thing is removed', () => {
  const refused = async (given = {}): Promise<Outcome> => {
    const outcome = await here.run('destroy', given);
    expect(here.newWrites()).toEqual([]);
    expect(outcome.outputs).toMatchObject({ changed: 'false', destroyed: 'false' });
    return outcome;
  };

  test('when the table holds data', async () => {
    const summary = { 'total-records': '3' };
    here.aws.files.set(
      METADATA,
      JSON.stringify({ 'current-snapshot-id': 1, snapshots: [{ 'snapshot-id': 1, summary }] })
    );
    const { failures } = await refused();
    expect(failures.map(({ message }) => message)).toEqual([expect.stringContaining('holds 3 rows')]);
    expect((await here.run('destroy', { 'force-destroy': 'true' })).outputs.destroyed).toBe('true');
  });

  test('when there is a table that somebody else made', async () => {
    here.aws.s3tables.putTable({ bucketArn: ARN, namespace: 'my_app', name: 'theirs' });
    expect(codes(await refused())).toEqual(['GUARDED']);
    expect((await here.run('destroy', { 'force-destroy': 'true' })).outputs.destroyed).toBe('true');
  });

  test('when there is a table in the Glue database', async () => {
    const database = here.aws.glue.databases.get('dev_my_app_db');
    if (database) here.aws.glue.databases.set('dev_my_app_db', { ...database, tables: ['theirs'] });
    expect(codes(await refused())).toEqual(['GUARDED']);
  });

  test("when the bucket is another's, whatever is forced or adopted", async () => {
    const bucket = here.aws.s3tables.buckets.get(ARN);
    if (bucket) bucket.tags = ANOTHERS_TAGS;
    const outcome = await refused({ 'force-destroy': 'true', adopt: 'true' });
    expect(codes(outcome)).toEqual(['OWNED_BY_ANOTHER']);
    expect(outcome.plan?.steps.find(({ id }) => id === 'namespace')?.action).toBe('blocked');
  });

  test('when the database carries no marks', async () => {
    here.aws.glue.databases.set('dev_my_app_db', { tags: {}, parameters: {} });
    expect(codes(await refused())).toEqual(['NOT_OURS']);
  });

  test('when something may not be looked at', async () => {
    here.aws.s3tables.listTables = fails('PERMISSION_DENIED');
    expect(codes(await refused())).toEqual(['PERMISSION_DENIED']);
  });
});

test('dry-run lists what would go, and touches nothing', async () => {
  const { plan, outputs, dryRun, results } = await here.run('destroy', { 'dry-run': 'true' });
  expect(here.newWrites()).toEqual([]);
  expect([dryRun, results, plan?.counts.remove]).toEqual([true, [], 6]);
  expect(outputs).toMatchObject({ 'changes-count': '6', destroyed: 'false' });
});

test('dry-run warns that destroy would refuse', async () => {
  here.aws.glue.databases.set('dev_my_app_db', { tags: {}, parameters: {} });
  await here.run('destroy', { 'dry-run': 'true' });
  expect(here.context.reporter.lines).toContain(
    'warning: 2 resources are blocked: destroy would refuse to begin. The plan says why.'
  );
});

describe('when something stays', () => {
  test('what holds it or says whose it is is skipped, and the run fails', async () => {
    here.aws.s3tables.deleteTable = fails('PERMISSION_DENIED');
    const outcome = await here.run('destroy');
    expect(statuses(outcome)).toMatchObject({
      table: 'failed',
      namespace: 'skipped',
      'table-bucket': 'skipped',
      'glue-database': 'skipped'
    });
    expect(codes(outcome)).toEqual(['PERMISSION_DENIED']);
    expect(outcome.outputs).toMatchObject({ changed: 'true', destroyed: 'false' });
  });

  test('although AWS took the call: it is told as left behind', async () => {
    here.aws.s3tables.deleteTableBucket = () => Promise.resolve();
    const outcome = await here.run('destroy');
    expect(codes(outcome)).toEqual(['LEFT_BEHIND']);
    expect(outcome.outputs.destroyed).toBe('false');
  });
});

test('cancelled in the middle: nothing more is removed, and that is a failure', async () => {
  const reason = new ActionError('CANCELLED');
  const remove = here.aws.s3tables.deleteTable.bind(here.aws.s3tables);
  here.aws.s3tables.deleteTable = (id, versionToken) => {
    here.context.stop(reason);
    return remove(id, versionToken);
  };
  const outcome = await here.run('destroy');
  expect(outcome.failures).toEqual([reason]);
  expect(outcome.outputs.destroyed).toBe('false');
  expect(here.newWrites()).not.toContain('deleteNamespace my_app');
});
