import { beforeEach, describe, expect, test } from '@jest/globals';
import { createTable, settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { writeRows, writeSnapshots } from './support/rows.js';
import { at } from './support/stall.js';
import { actions } from './support/step.js';
import { BUCKET_ARN, DATABASE, NAMESPACE, TABLE } from './support/values.js';

const given = useArena();
const PULL_REQUEST = { event: { action: 'closed', pull_request: { number: 321 } } };

describe(`destroy, ${NODE.title}`, () => {
  beforeEach(() => settleAccount(given.arena));

  test('takes everything down in the right order, and leaves alone what is shared', async () => {
    const { arena } = given;
    const before = arena.state;
    await arena.run('apply');
    const run = await arena.run('destroy');
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ destroyed: 'true', changed: 'true', 'changes-count': '6' });
    const order = (...calls: string[]): void =>
      expect(run.writes.filter((call) => calls.includes(call))).toEqual(calls);
    order('s3tables:DeleteTable', 's3tables:DeleteNamespace', 's3tables:DeleteTableBucket');
    order('s3tables:DeleteTableBucketPolicy', 's3tables:DeleteTableBucket');
    order('lakeformation:RevokePermissions', 'glue:DeleteDatabase');
    expect(run.writes).toHaveLength(6);
    expect(withoutTombstones(arena.state)).toEqual(withoutTombstones(before));
  });

  test('with nothing there it is done at once', async () => {
    const run = await given.arena.run('destroy');
    expect(run.exitCode).toBe(0);
    expect(run.outputs).toMatchObject({ destroyed: 'false', changed: 'false', 'changes-count': '0' });
    expect(run.writes).toEqual([]);
  });

  test('it needs neither team nor role, and twice is as good as once', async () => {
    const { arena } = given;
    await arena.run('apply');
    const bare = { team: '', 'identity-center-role-arn': '', 'lakeformation-admin-arns': '' };
    expect((await arena.run('destroy', bare)).outputs.destroyed).toBe('true');
    const again = await arena.run('destroy', bare);
    expect([again.exitCode, again.outputs.destroyed]).toEqual([0, 'false']);
    expect(arena.here.glue.databases.size).toBe(0);
    expect([...arena.here.lakeFormation.grants.keys()].filter((key) => key.includes(DATABASE))).toEqual([]);
  });

  test('dry-run lists and touches nothing', async () => {
    const { arena } = given;
    await arena.run('apply');
    const before = arena.state;
    const run = await arena.run('destroy', { 'dry-run': 'true' });
    expect([run.exitCode, run.outputs.destroyed, run.outputs['changes-count']]).toEqual([0, 'false', '6']);
    expect(run.writes).toEqual([]);
    expect(arena.state).toEqual(before);
    expect(new Set(Object.values(actions(run)))).toEqual(new Set(['remove']));
  });

  test('is refused with a table that somebody else made, and forced', async () => {
    const { arena } = given;
    await arena.run('apply');
    await createTable(arena.aws.s3tables, {
      tableBucketARN: BUCKET_ARN,
      namespace: NAMESPACE,
      name: 'theirs'
    });
    const before = arena.state;
    const refused = await arena.run('destroy');
    expect([refused.exitCode, refused.codes]).toEqual([1, ['GUARDED']]);
    expect(refused.error).toContain(`${NAMESPACE}.theirs`);
    expect(refused.outputs.destroyed).toBe('false');
    expect(refused.writes).toEqual([]);
    expect(arena.state).toEqual(before);
    const forced = await arena.run('destroy', { 'force-destroy': 'true' });
    expect([forced.exitCode, forced.outputs.destroyed]).toEqual([0, 'true']);
    expect(arena.here.s3tables.buckets.size).toBe(0);
  });

  test('is refused with a namespace that somebody else made', async () => {
    const { arena } = given;
    await arena.run('apply');
    await arena.aws.s3tables.createNamespace({ tableBucketARN: BUCKET_ARN, namespace: ['theirs'] });
    const refused = await arena.run('destroy');
    expect([refused.exitCode, refused.codes, refused.writes]).toEqual([1, ['GUARDED'], []]);
    expect(refused.error).toContain('theirs');
  });

  test('is refused while its own table holds rows, and forced', async () => {
    const { arena } = given;
    await arena.run('apply');
    await writeRows(arena, 4321);
    const refused = await arena.run('destroy');
    expect([refused.exitCode, refused.codes, refused.writes]).toEqual([1, ['GUARDED'], []]);
    expect(refused.error).toContain('4321 rows');
    const forced = await arena.run('destroy', { 'force-destroy': 'true' });
    expect([forced.exitCode, forced.outputs.destroyed]).toEqual([0, 'true']);
  });

  describe('rows that are not on main are rows', () => {
    const MAIN = { main: { 'snapshot-id': 1, type: 'branch' } };

    test.each<[string, Readonly<Record<number, number>>, Record<string, object>, string]>([
      [
        'on a branch',
        { 1: 0, 2: 1000 },
        { ...MAIN, audit: { 'snapshot-id': 2, type: 'branch' } },
        'holds 1000 rows on the branch audit,'
      ],
      [
        'on a tag',
        { 1: 0, 2: 1000 },
        { ...MAIN, 'release-1': { 'snapshot-id': 2, type: 'tag' } },
        'holds 1000 rows on the tag release-1,'
      ],
      ['staged', { 2: 500 }, {}, 'holds 500 rows in the snapshot 2, which no branch or tag leads to,']
    ])('%s', async (_where, rows, refs, held) => {
      const { arena } = given;
      await arena.run('apply');
      await writeSnapshots(arena, rows, refs as Record<string, Record<string, unknown>>);
      const plan = await arena.run('plan');
      expect(plan.plan?.steps.find(({ id }) => id === 'table')?.notes.join()).toContain(held.slice(6, -1));
      const dry = await arena.run('destroy', { 'dry-run': 'true' });
      const blocked = dry.plan?.steps.find(({ id }) => id === 'table')?.blocked;
      expect([blocked?.code, blocked?.message]).toEqual(['GUARDED', expect.stringContaining(held)]);
      const refused = await arena.run('destroy');
      expect([refused.exitCode, refused.codes, refused.writes]).toEqual([1, ['GUARDED'], []]);
      expect(refused.error).toContain(held);
    });
  });

  test('rows that come between the look and the delete stop it', async () => {
    const { arena } = given;
    await arena.run('apply');
    let written: Promise<void> | undefined;
    at(arena, { operation: 'DeleteTable', ms: 4_000 }, () => {
      written ??= writeRows(arena, 77);
    });
    const run = await arena.run('destroy');
    await written;
    expect(run.exitCode).toBe(1);
    expect(run.codes).toContain('GUARDED');
    expect(run.error).toContain('holds 77 rows');
    const table = { tableBucketARN: BUCKET_ARN, namespace: NAMESPACE, name: TABLE };
    expect((await arena.aws.s3tables.getTable(table)).name).toBe(TABLE);
  });

  test('rows that are deleted again are no obstacle', async () => {
    const { arena } = given;
    await arena.run('apply');
    await writeRows(arena, 0);
    expect((await arena.run('destroy')).exitCode).toBe(0);
  });

  test("a pull request's environment goes with its rows, but not with tables of others", async () => {
    const { arena } = given;
    await arena.run('apply', {}, PULL_REQUEST);
    expect(
      arena.here.s3tables.buckets.get('qa-7-river-gauges')?.tags.get('iceberg-environment:pull-request')
    ).toBe('321');
    await writeRows(arena, 12);
    await createTable(arena.aws.s3tables, {
      tableBucketARN: BUCKET_ARN,
      namespace: NAMESPACE,
      name: 'theirs'
    });
    expect((await arena.run('destroy', {}, PULL_REQUEST)).codes).toEqual(['GUARDED']);
    await arena.aws.s3tables.deleteTable({
      tableBucketARN: BUCKET_ARN,
      namespace: NAMESPACE,
      name: 'theirs'
    });
    expect((await arena.run('destroy', {}, PULL_REQUEST)).outputs.destroyed).toBe('true');
  });

  test("another pull request's environment of the same name is not touched", async () => {
    const { arena } = given;
    await arena.run('apply', {}, PULL_REQUEST);
    const other = { event: { pull_request: { number: 322 } } };
    const run = await arena.run('destroy', {}, other);
    expect(run.exitCode).toBe(1);
    expect(new Set(run.codes)).toEqual(new Set(['OWNED_BY_ANOTHER']));
    expect(run.writes).toEqual([]);
  });
});

/** The sandbox remembers when a bucket was deleted; everything else must be as it was. */
function withoutTombstones(state: unknown): unknown {
  const keepOut = (key: string, value: unknown): unknown => (key === 'deletedAt' ? undefined : value);
  return JSON.parse(JSON.stringify(state, keepOut));
}
