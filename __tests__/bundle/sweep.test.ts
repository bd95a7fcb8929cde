import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { SweptEnvironment } from '../../src/outcome.js';
import { pooled } from '../../src/pool.js';
import { FakeGitHub } from '../support/github-api.js';
import { settleAccount, settleOtherTeams } from './support/account.js';
import { useArena } from './support/arena.js';
import { expireBucket } from './support/expiry.js';
import { NODE } from './support/nodes.js';
import { at } from './support/stall.js';
import type { Run } from './support/step.js';
import { ACCOUNT, REGION, REPOSITORY } from './support/values.js';

const given = useArena();
const SHARED = { isolation: 'namespace', 'table-bucket-name': 'lake-pull-requests' };
const NOBODY = {
  ...{ env: '', application: '', team: '', 'identity-center-role-arn': '', 'lakeformation-admin-arns': '' },
  'github-token': 'ghs_token'
};
let github: FakeGitHub;

beforeEach(async () => {
  github = await new FakeGitHub(REPOSITORY).open();
  await settleAccount(given.arena);
});
afterEach(() => github.close());

/** The environment of a pull request, as its run made it. */
async function make(number: number, inputs: Readonly<Record<string, string>> = {}): Promise<Run> {
  const repo = { id: 1 };
  const event = { action: 'opened', pull_request: { number, head: { repo }, base: { repo } } };
  github.pullRequests.set(number, 'open');
  const options = { event, env: { GITHUB_API_URL: github.url } };
  return given.arena.run('auto', { env: '', 'github-token': 'ghs_token', ...inputs }, options);
}

const sweep = (inputs: Readonly<Record<string, string>> = {}): Promise<Run> =>
  given.arena.run('sweep', { ...NOBODY, ...inputs }, { env: { GITHUB_API_URL: github.url } });

function swept({ outputs }: Run): Record<string, string> {
  const text = readFileSync(outputs['sweep-report'] ?? '', 'utf8');
  return Object.fromEntries((JSON.parse(text) as SweptEnvironment[]).map(({ env, what }) => [env, what]));
}

const buckets = (): string[] => [...given.arena.here.s3tables.buckets.keys()].sort();
const databases = (): string[] => [...given.arena.here.glue.databases.keys()].sort();

describe(`sweep, ${NODE.title}`, () => {
  test('removes what has expired or is of a closed pull request, in both isolations, and nothing else', async () => {
    const { arena } = given;
    await settleOtherTeams(arena);
    for (const number of [1, 2]) await make(number, { ttl: '72h' });
    for (const number of [3, 4]) await make(number, SHARED);
    await arena.run('apply', { env: 'prod' });
    await arena.run('apply', { env: 'demo', ttl: '1h' });
    await expireBucket(given.arena, 'demo-river-gauges');
    for (const number of [2, 3]) github.pullRequests.set(number, 'closed');
    const listed = await sweep({ 'dry-run': 'true' });
    expect([listed.codes, listed.writes, listed.outputs.destroyed]).toEqual([[], [], 'false']);
    expect(swept(listed)).toMatchObject({ demo: 'to destroy', 'pr-2': 'to destroy', 'pr-3': 'to destroy' });
    const run = await sweep();
    expect([run.codes, run.exitCode]).toEqual([[], 0]);
    expect(swept(run)).toEqual({
      ...{ demo: 'destroyed', 'pr-2': 'destroyed', 'pr-3': 'destroyed' },
      ...{ 'pr-1': 'kept', 'pr-4': 'kept', prod: 'kept' }
    });
    expect(buckets()).toEqual([
      'finance-ledger',
      'lake-pull-requests',
      'pr-1-river-gauges',
      'prod-river-gauges'
    ]);
    expect(databases()).toEqual([
      'finance_db',
      'pr_1_river_gauges_db',
      'pr_4_river_gauges_db',
      'prod_river_gauges_db'
    ]);
    expect(run.outputs).toMatchObject({ command: 'sweep', destroyed: 'true', 'changes-count': '3' });
    const said = (number: number): string =>
      github.comments
        .get(number)
        ?.map(({ body }) => body)
        .join() ?? '';
    for (const number of [2, 3]) expect(said(number)).toContain('The environment is gone.');
    for (const number of [1, 4]) expect(said(number)).toContain('✅ Applied');
    const idle = await sweep();
    expect([idle.writes, idle.outputs.destroyed]).toEqual([[], 'false']);
  });

  test('finds what is half made and half destroyed', async () => {
    const { aws } = given.arena;
    await make(1, { namespace: 'of_its_own' });
    await make(2);
    await make(3, SHARED);
    const tableBucketARN = `arn:aws:s3tables:${REGION}:${ACCOUNT}:bucket/pr-1-river-gauges`;
    await aws.s3tables.deleteTable({ tableBucketARN, namespace: 'of_its_own', name: 'river_gauges' });
    await aws.glue.deleteDatabase({ Name: 'pr_1_river_gauges_db' });
    given.arena.here.s3tables.buckets.delete('pr-2-river-gauges');
    given.arena.here.s3tables.buckets.get('lake-pull-requests')?.namespaces.clear();
    for (const number of [1, 2, 3]) github.pullRequests.set(number, 'closed');
    const run = await sweep();
    expect([run.codes, swept(run)]).toEqual([
      [],
      { 'pr-1': 'destroyed', 'pr-2': 'destroyed', 'pr-3': 'destroyed' }
    ]);
    expect([buckets(), databases()]).toEqual([['lake-pull-requests'], []]);
  });

  test('one that cannot be removed does not stop the others; the run fails with it', async () => {
    const { s3tables } = given.arena.aws;
    for (const number of [1, 2]) await make(number);
    const tableBucketARN = `arn:aws:s3tables:${REGION}:${ACCOUNT}:bucket/pr-1-river-gauges`;
    await s3tables.createNamespace({ tableBucketARN, namespace: ['theirs'] });
    for (const number of [1, 2]) github.pullRequests.set(number, 'closed');
    const run = await sweep();
    expect([run.exitCode, run.codes, swept(run)]).toEqual([
      1,
      ['GUARDED'],
      { 'pr-1': 'failed', 'pr-2': 'destroyed' }
    ]);
    expect(run.error).toContain('The environment pr-1 of river-gauges is not gone');
    expect(run.error).toContain('a destroy of this one alone, with env: pr-1 and application: river-gauges');
    expect(buckets()).toEqual(['pr-1-river-gauges']);
    const forced = await sweep({ 'force-destroy': 'true' });
    expect([forced.codes, buckets()]).toEqual([[], []]);
  });

  test('an expiry that cannot be read is told and never taken for expired', async () => {
    await given.arena.run('apply', { env: 'demo', ttl: '1h' });
    await expireBucket(given.arena, 'demo-river-gauges', 'soon');
    const run = await sweep();
    expect([run.exitCode, run.codes, run.writes, swept(run)]).toEqual([0, [], [], { demo: 'kept' }]);
    expect(run.log).toMatch(/^::warning.*demo.*cannot be read.*soon/m);
  });

  test('at most sweep-limit in a run, what expired first goes first', async () => {
    for (const env of ['a', 'b', 'c']) await given.arena.run('apply', { env, ttl: '1h' });
    await expireBucket(given.arena, 'a-river-gauges', '2026-03-01T00:00:00Z');
    await expireBucket(given.arena, 'b-river-gauges');
    await expireBucket(given.arena, 'c-river-gauges', '2026-02-01T00:00:00Z');
    const run = await sweep({ 'sweep-limit': '2' });
    expect(swept(run)).toEqual({ b: 'destroyed', c: 'destroyed', a: 'left' });
    expect(run.log).toMatch(/^::notice.*left for the next run/m);
  });

  test('finds thousands, page by page', async () => {
    const { glue } = given.arena.aws;
    const marks = (env: string): Record<string, string> => ({
      'managed-by': 'iceberg-environment',
      'iceberg-environment:env': env,
      'iceberg-environment:application': 'river-gauges',
      'iceberg-environment:isolation': 'namespace',
      'iceberg-environment:table-bucket': 'lake-pull-requests',
      'iceberg-environment:expires-at': '2026-01-01T00:00:00Z'
    });
    const names = Array.from({ length: 2_000 }, (_, at) => `e${at}`);
    await pooled(names, 20, (env) =>
      glue.createDatabase({ DatabaseInput: { Name: `${env}_river_gauges_db`, Parameters: marks(env) } })
    );
    const run = await sweep({ 'dry-run': 'true' });
    const whats = Object.values(swept(run));
    expect([run.codes, run.writes, whats.length]).toEqual([[], [], 2_000]);
    expect(whats.filter((what) => what === 'to destroy')).toHaveLength(50);
    expect(Buffer.byteLength(run.summary)).toBeLessThan(1024 * 1024);
  });

  test('two at once both do well', async () => {
    for (const number of [1, 2, 3]) await make(number, SHARED);
    await make(4);
    for (const number of [1, 2, 3, 4]) github.pullRequests.set(number, 'closed');
    const runs = await Promise.all([sweep(), sweep()]);
    expect(runs.map(({ exitCode, error }) => [exitCode, error])).toEqual([
      [0, ''],
      [0, '']
    ]);
    expect([buckets(), databases()]).toEqual([['lake-pull-requests'], []]);
  });

  test.each(['DeleteTable', 'DeleteNamespace', 'DeleteTableBucket', 'DeleteDatabase'])(
    'what one leaves that is killed at %s, the next one ends',
    async (operation) => {
      await make(1, SHARED);
      await make(2);
      for (const number of [1, 2]) github.pullRequests.set(number, 'closed');
      let pid = 0;
      at(given.arena, { operation }, () => void process.kill(pid, 'SIGKILL'));
      const options = { env: { GITHUB_API_URL: github.url }, started: (id: number) => (pid = id) };
      expect((await given.arena.run('sweep', NOBODY, options)).exitCode).toBeNull();
      given.arena.sandbox.setFaults([]);
      const next = await sweep();
      expect([next.exitCode, next.codes]).toEqual([0, []]);
      expect([buckets(), databases()]).toEqual([['lake-pull-requests'], []]);
    }
  );

  test('without GitHub what has expired goes, and the run fails since the rest is not known', async () => {
    await make(1);
    await make(2);
    await expireBucket(given.arena, 'pr-2-river-gauges');
    const run = await sweep({ 'github-token': '' });
    expect([run.exitCode, run.codes, swept(run)]).toEqual([
      1,
      ['GITHUB_DENIED'],
      { 'pr-1': 'kept', 'pr-2': 'destroyed' }
    ]);
  });

  test('pull requests of another repository are not asked about', async () => {
    await make(1);
    github.pullRequests.clear();
    const elsewhere = { GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'hydro-ops/other' };
    const run = await given.arena.run('sweep', { ...NOBODY, 'github-token': '' }, { env: elsewhere });
    expect([run.exitCode, run.writes, swept(run)]).toEqual([0, [], { 'pr-1': 'kept' }]);
  });
});
