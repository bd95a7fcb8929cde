import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { SweptEnvironment } from '../../src/outcome.js';
import { FakeGitHub } from '../support/github-api.js';
import { createTable, settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { at, FOREVER_MS } from './support/stall.js';
import type { Run } from './support/step.js';
import { ACCOUNT, REGION, REPOSITORY } from './support/values.js';

const given = useArena();
const LAKE = 'lake-pull-requests';
const LAKE_ARN = `arn:aws:s3tables:${REGION}:${ACCOUNT}:bucket/${LAKE}`;
const SHARED = { isolation: 'namespace', 'table-bucket-name': LAKE };
const NOBODY = { env: '', application: '', 'github-token': 'ghs_token' };
const LONG_AGO_MS = 7_200_000;
const OURS = 'pr_7_river_gauges';
let github: FakeGitHub;

beforeEach(async () => {
  github = await new FakeGitHub(REPOSITORY).open();
  github.pullRequests.set(7, 'closed');
  await settleAccount(given.arena);
  await given.arena.run('apply', { env: 'prod', ...SHARED });
});
afterEach(() => github.close());

const sweep = (inputs: Readonly<Record<string, string>> = {}): Promise<Run> =>
  given.arena.run('sweep', { ...NOBODY, ...inputs }, { env: { GITHUB_API_URL: github.url } });
const namespaces = (): string[] =>
  [...(given.arena.here.s3tables.buckets.get(LAKE)?.namespaces.keys() ?? [])].sort();
const said = ({ outputs }: Run): SweptEnvironment[] =>
  JSON.parse(readFileSync(outputs['sweep-report'] ?? '', 'utf8')) as SweptEnvironment[];

/** An empty namespace that no Glue database remembers, made so long ago, ms. */
async function leave(namespace: string, ago = LONG_AGO_MS): Promise<void> {
  await given.arena.aws.s3tables.createNamespace({ tableBucketARN: LAKE_ARN, namespace: [namespace] });
  age(namespace, ago);
}

function age(namespace: string, ago: number): void {
  const found = given.arena.here.s3tables.buckets.get(LAKE)?.namespaces.get(namespace);
  found?.createdAt.setTime(Date.now() - ago);
}

describe(`an empty namespace that no record remembers, ${NODE.title}`, () => {
  test('of a pull request that is closed is removed; the dry run says so before', async () => {
    await leave(OURS);
    const listed = await sweep({ 'dry-run': 'true' });
    expect([listed.writes, said(listed).map(({ what }) => what)]).toEqual([[], ['to destroy', 'kept']]);
    const run = await sweep();
    expect([run.exitCode, run.writes]).toEqual([0, ['s3tables:DeleteNamespace']]);
    expect([namespaces(), run.outputs.destroyed]).toEqual([['prod_river_gauges'], 'true']);
  });

  test('is what a killed apply leaves whose call comes after the destroy', async () => {
    const { arena } = given;
    let pid = 0;
    at(arena, { operation: 'CreateNamespace', ms: FOREVER_MS }, () => void process.kill(pid, 'SIGKILL'));
    const inputs = { env: 'pr-7', ...SHARED };
    expect((await arena.run('apply', inputs, { started: (id) => (pid = id) })).exitCode).toBeNull();
    arena.sandbox.setFaults([]);
    expect((await arena.run('destroy', inputs)).codes).toEqual([]);
    await leave(OURS);
    expect((await sweep()).exitCode).toBe(0);
    expect(namespaces()).toEqual(['prod_river_gauges']);
  });

  test.each([
    ['that was made a moment ago', (): Promise<void> => leave(OURS, 60_000)],
    [
      'that holds a table',
      async (): Promise<void> => {
        await leave(OURS);
        const where = { tableBucketARN: LAKE_ARN, namespace: OURS, name: 'theirs' };
        await createTable(given.arena.aws.s3tables, where);
      }
    ]
  ])('%s is not spoken of, and stays', async (_what, make) => {
    await make();
    const run = await sweep();
    expect([run.exitCode, run.writes, said(run).map(({ env }) => env)]).toEqual([0, [], ['prod']]);
  });

  test.each([
    ['of a pull request that is open', OURS, 'open'],
    ['that is called otherwise', 'ledger', 'closed']
  ] as const)('%s stays, and how to remove it is told', async (_what, namespace, state) => {
    github.pullRequests.set(7, state);
    await leave(namespace);
    const run = await sweep();
    expect([run.exitCode, run.writes]).toEqual([0, []]);
    expect(run.log).toMatch(new RegExp(`^::warning.*${namespace} .*is empty.*delete`, 'm'));
  });

  test('in a bucket without the mark is looked for only where that bucket is named', async () => {
    given.arena.here.s3tables.buckets.get(LAKE)?.tags.delete('iceberg-environment:shared');
    await leave(OURS);
    expect((await sweep()).writes).toEqual([]);
    expect((await sweep({ 'table-bucket-name': LAKE })).writes).toEqual(['s3tables:DeleteNamespace']);
  });

  test('stays where the sweep is narrowed to something else', async () => {
    await leave(OURS);
    expect((await sweep({ 'sweep-applications': 'ledger' })).writes).toEqual([]);
    expect((await sweep({ 'sweep-repositories': 'hydro-ops/other' })).writes).toEqual([]);
    expect((await sweep({ 'sweep-applications': 'river-gauges' })).writes).toHaveLength(1);
  });

  test('that an apply has begun to use meanwhile stays', async () => {
    const { arena } = given;
    await leave(OURS);
    let apply: Promise<Run> | undefined;
    at(arena, { operation: 'ListTables', ms: 6_000 }, () => {
      apply ??= arena.run('apply', { env: 'pr-7', ...SHARED });
    });
    const run = await sweep();
    expect([(await apply)?.codes, run.codes]).toEqual([[], []]);
    expect(namespaces()).toEqual([OURS, 'prod_river_gauges']);
  });
});
