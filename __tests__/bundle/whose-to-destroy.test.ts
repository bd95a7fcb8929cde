import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FakeGitHub } from '../support/github-api.js';
import { settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import type { Run } from './support/step.js';
import { ACCOUNT, REGION, REPOSITORY } from './support/values.js';

const given = useArena();
const SHARED = { isolation: 'namespace', 'table-bucket-name': 'lake' };
const FORCED = { 'force-destroy': 'true' };
const NOWHERE = { env: { GITHUB_REPOSITORY: '' } };
const PULL_REQUEST = 'iceberg-environment:pull-request';
let github: FakeGitHub;

beforeEach(async () => {
  github = await new FakeGitHub(REPOSITORY).open();
  await settleAccount(given.arena);
});
afterEach(() => github.close());

/** What `auto` does when the pull request 7 is closed, or something else happens to it. */
function on(action: string, inputs: Readonly<Record<string, string>>): Promise<Run> {
  const repo = { id: 1 };
  const event = { action, pull_request: { number: 7, head: { repo }, base: { repo } } };
  github.pullRequests.set(7, action === 'closed' ? 'closed' : 'open');
  const options = { event, env: { GITHUB_API_URL: github.url } };
  return given.arena.run('auto', { 'github-token': 'ghs_token', ...inputs }, options);
}

describe(`the closing of a pull request, ${NODE.title}`, () => {
  test.each([
    ['its own bucket', {}],
    ['a shared one', SHARED]
  ])('does not remove an environment that was made by a push, in %s', async (_where, where) => {
    const { arena } = given;
    await arena.run('apply', { env: 'prod', ...where });
    const before = arena.state;
    const run = await on('closed', { env: 'prod', ...where, ...FORCED, adopt: 'true' });
    expect([run.exitCode, new Set(run.codes), run.writes]).toEqual([1, new Set(['OWNED_BY_ANOTHER']), []]);
    expect(run.error).toContain('the mark of pull request 7');
    expect(arena.state).toEqual(before);
  });

  test('nor one that has an expiry, nor that of another pull request', async () => {
    const { arena } = given;
    await arena.run('apply', { env: 'demo', ttl: '1h' });
    expect((await on('closed', { env: 'demo' })).writes).toEqual([]);
    await arena.run('apply', { env: 'pr' }, { event: { pull_request: { number: 8 } } });
    const run = await on('closed', { env: 'pr' });
    expect([new Set(run.codes), run.writes]).toEqual([new Set(['OWNED_BY_ANOTHER']), []]);
  });

  test.each(['bucket', 'table', 'database'] as const)('nor one whose %s lacks the mark', async (what) => {
    const { arena } = given;
    await on('opened', { env: '' });
    const { s3tables, glue } = arena.here;
    const bucket = s3tables.buckets.get('pr-7-river-gauges');
    const database = glue.databases.get('pr_7_river_gauges_db');
    const table = bucket?.namespaces.get('river_gauges')?.tables.get('river_gauges');
    ({ bucket, table, database })[what]?.tags.delete(PULL_REQUEST);
    if (what === 'database') {
      const { Database } = await arena.aws.glue.getDatabase({ Name: 'pr_7_river_gauges_db' });
      const Parameters = { ...Database?.Parameters };
      delete Parameters[PULL_REQUEST];
      const DatabaseInput = { Name: 'pr_7_river_gauges_db', Parameters };
      await arena.aws.glue.updateDatabase({ Name: 'pr_7_river_gauges_db', DatabaseInput });
    }
    const run = await on('closed', { env: '' });
    expect([new Set(run.codes), run.writes]).toEqual([new Set(['OWNED_BY_ANOTHER']), []]);
  });

  test('removes what it made under whatever name, and what is gone already is fine', async () => {
    const { arena } = given;
    await on('opened', { env: 'review', ...SHARED });
    const tableBucketARN = `arn:aws:s3tables:${REGION}:${ACCOUNT}:bucket/lake`;
    const place = { tableBucketARN, namespace: 'review_river_gauges' };
    await arena.aws.s3tables.deleteTable({ ...place, name: 'river_gauges' });
    const run = await on('closed', { env: 'review', ...SHARED });
    expect([run.exitCode, run.outputs.destroyed]).toEqual([0, 'true']);
    expect((await on('closed', { env: 'review', ...SHARED })).outputs.destroyed).toBe('false');
  });
});

describe(`a run that does not say for which repository it acts, ${NODE.title}`, () => {
  test.each([
    ['its own bucket', {}],
    ['a shared one', SHARED]
  ])('destroys nothing that belongs to one, in %s', async (_where, where) => {
    const { arena } = given;
    await arena.run('apply', where);
    const before = arena.state;
    const run = await arena.run('destroy', { ...where, ...FORCED, adopt: 'true' }, NOWHERE);
    expect([run.exitCode, new Set(run.codes), run.writes]).toEqual([1, new Set(['OWNED_BY_ANOTHER']), []]);
    expect(run.error).toContain(`GITHUB_REPOSITORY=${REPOSITORY}`);
    expect(arena.state).toEqual(before);
    expect((await arena.run('destroy', where)).outputs.destroyed).toBe('true');
  });

  test('still plans and applies, and destroys what belongs to none', async () => {
    const { arena } = given;
    await arena.run('apply', {}, NOWHERE);
    expect((await arena.run('destroy', {}, NOWHERE)).outputs.destroyed).toBe('true');
    await arena.run('apply');
    expect((await arena.run('plan', {}, NOWHERE)).codes).toEqual([]);
    expect((await arena.run('apply', {}, NOWHERE)).codes).toEqual([]);
  });

  test('GitHub’s names do not tell upper case from lower', async () => {
    const { arena } = given;
    await arena.run('apply');
    const shouted = { env: { GITHUB_REPOSITORY: REPOSITORY.toUpperCase() } };
    expect((await arena.run('destroy', {}, shouted)).outputs.destroyed).toBe('true');
  });
});
