import { beforeEach, describe, expect, test } from '@jest/globals';
import { createTable, settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { actions, type Run } from './support/step.js';
import { ACCOUNT, REGION } from './support/values.js';

const given = useArena();
const SHARED = 'lake-pull-requests';
const SHARED_ARN = `arn:aws:s3tables:${REGION}:${ACCOUNT}:bucket/${SHARED}`;

beforeEach(() => settleAccount(given.arena));

const run = (command: string, env: string, more: Readonly<Record<string, string>> = {}): Promise<Run> =>
  given.arena.run(command, { env, isolation: 'namespace', 'table-bucket-name': SHARED, ...more });

const namespaces = (): string[] =>
  [...(given.arena.here.s3tables.buckets.get(SHARED)?.namespaces.keys() ?? [])].sort();
const databases = (): string[] => [...given.arena.here.glue.databases.keys()].sort();

describe(`environments that share a table bucket, ${NODE.title}`, () => {
  test('each has a namespace and a database; what one destroys is its own', async () => {
    const { arena } = given;
    const first = await run('apply', 'pr-1');
    expect([first.codes, first.exitCode]).toEqual([[], 0]);
    expect(first.writes[0]).toBe('glue:CreateDatabase');
    expect(first.outputs).toMatchObject({ namespace: 'pr_1_river_gauges', 'table-bucket-name': SHARED });
    const second = await run('apply', 'pr-2');
    expect([second.codes, actions(second)['table-bucket']]).toEqual([[], 'keep']);
    expect(namespaces()).toEqual(['pr_1_river_gauges', 'pr_2_river_gauges']);
    const again = await run('apply', 'pr-1');
    expect([again.writes, again.outputs.changed]).toEqual([[], 'false']);
    const policy = arena.here.s3tables.buckets.get(SHARED)?.policy;
    expect(policy).toBeDefined();
    const gone = await run('destroy', 'pr-1', { 'force-destroy': 'false' });
    expect([gone.codes, gone.outputs.destroyed]).toEqual([[], 'true']);
    expect(gone.writes.at(-1)).toBe('glue:DeleteDatabase');
    expect([namespaces(), databases()]).toEqual([['pr_2_river_gauges'], ['pr_2_river_gauges_db']]);
    expect(arena.here.s3tables.buckets.get(SHARED)?.policy).toBe(policy);
    await run('destroy', 'pr-2');
    expect([namespaces(), databases()]).toEqual([[], []]);
    expect(arena.here.s3tables.buckets.has(SHARED)).toBe(true);
  });

  test('a bucket that somebody else made is used as it is', async () => {
    const { s3tables } = given.arena.aws;
    await s3tables.createTableBucket({ name: SHARED, tags: { owner: 'platform' } });
    await s3tables.createNamespace({ tableBucketARN: SHARED_ARN, namespace: ['theirs'] });
    await createTable(s3tables, { tableBucketARN: SHARED_ARN, namespace: 'theirs', name: 'ledger' });
    const made = await run('apply', 'pr-1', { 'smoke-test': 'true', ttl: '1h' });
    expect([made.codes, made.exitCode, made.outputs['smoke-test-result']]).toEqual([[], 0, 'passed']);
    await run('destroy', 'pr-1');
    const bucket = given.arena.here.s3tables.buckets.get(SHARED);
    expect([namespaces(), bucket?.policy]).toEqual([['theirs'], undefined]);
    expect(Object.fromEntries(bucket?.tags ?? [])).toEqual({ owner: 'platform' });
  });

  test('a namespace of that name that holds what others made is left alone, before anything is written', async () => {
    const { s3tables } = given.arena.aws;
    await s3tables.createTableBucket({ name: SHARED });
    const namespace = 'pr_1_river_gauges';
    await s3tables.createNamespace({ tableBucketARN: SHARED_ARN, namespace: [namespace] });
    await createTable(s3tables, { tableBucketARN: SHARED_ARN, namespace, name: 'theirs' });
    const refused = await run('apply', 'pr-1');
    expect([refused.exitCode, refused.codes, refused.writes]).toEqual([1, ['NOT_OURS'], []]);
    const kept = await run('destroy', 'pr-1');
    expect([kept.exitCode, kept.codes, kept.writes]).toEqual([1, ['NOT_OURS', 'GUARDED'], []]);
  });

  test.each(['apply', 'destroy'])(
    'an empty one of its own name, which a killed run left without its record, is no obstacle to %s',
    async (command) => {
      const { s3tables } = given.arena.aws;
      await s3tables.createTableBucket({ name: SHARED });
      await s3tables.createNamespace({ tableBucketARN: SHARED_ARN, namespace: ['pr_1_river_gauges'] });
      const done = await run(command, 'pr-1');
      expect([done.exitCode, done.codes]).toEqual([0, []]);
      expect(namespaces()).toEqual(command === 'apply' ? ['pr_1_river_gauges'] : []);
      await s3tables.createNamespace({ tableBucketARN: SHARED_ARN, namespace: ['ledger'] });
      const other = await run(command, 'pr-2', { namespace: 'ledger' });
      expect([other.codes, other.writes]).toEqual([['NOT_OURS'], []]);
    }
  );

  test('the bucket of one environment cannot be shared, nor a shared one belong to one', async () => {
    await given.arena.run('apply');
    const own = await run('apply', 'pr-1', { 'table-bucket-name': 'qa-7-river-gauges' });
    expect([own.codes, own.writes]).toEqual([['OWNED_BY_ANOTHER'], []]);
    await run('apply', 'pr-1');
    const shared = await given.arena.run('apply', { env: 'pr-9', 'table-bucket-name': SHARED });
    expect([shared.codes, shared.writes]).toEqual([['OWNED_BY_ANOTHER'], []]);
    expect(shared.error).toContain('isolation: namespace');
  });

  test('whoever forgets the isolation is told where the environment is', async () => {
    await run('apply', 'pr-1');
    for (const command of ['apply', 'destroy']) {
      const lost = await given.arena.run(command, { env: 'pr-1' });
      expect([lost.exitCode, lost.codes, lost.writes]).toEqual([1, ['MOVED'], []]);
      expect(lost.error).toContain(`the namespace pr_1_river_gauges of the table bucket ${SHARED}`);
    }
  });

  test('the bucket has to be named', async () => {
    const run = await given.arena.run('apply', { isolation: 'namespace' });
    expect([run.exitCode, run.codes, run.calls]).toEqual([1, ['INVALID_INPUT'], []]);
    expect(run.error).toContain('table-bucket-name: is missing');
  });
});
