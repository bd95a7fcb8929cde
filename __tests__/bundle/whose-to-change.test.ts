import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FakeGitHub } from '../support/github-api.js';
import { settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { actions, type Run } from './support/step.js';
import { REPOSITORY } from './support/values.js';

const given = useArena();
const SHARED = { isolation: 'namespace', 'table-bucket-name': 'lake' };
const PULL_REQUEST = 'iceberg-environment:pull-request';
let github: FakeGitHub;

beforeEach(async () => {
  github = await new FakeGitHub(REPOSITORY).open();
  await settleAccount(given.arena);
});
afterEach(() => github.close());

/** What `auto` does at an event of the pull request 7, or at one of none. */
function at(name: string, action: string, inputs: Readonly<Record<string, string>>): Promise<Run> {
  const repo = { id: 1 };
  const about = { number: 7, head: { repo }, base: { repo } };
  const comment = { author_association: 'OWNER' };
  const event =
    name === 'issue_comment'
      ? { action, comment, issue: { number: 7, state: 'open', pull_request: {} } }
      : name.startsWith('pull_request')
        ? { action, comment, pull_request: about }
        : { action, merge_group: {} };
  github.pullRequests.set(7, action === 'closed' ? 'closed' : 'open');
  const env = { GITHUB_API_URL: github.url, GITHUB_EVENT_NAME: name };
  return given.arena.run('auto', { 'github-token': 'ghs_token', ...inputs }, { event, env });
}

describe(`auto on a pull request, ${NODE.title}`, () => {
  test.each([
    ['its own bucket', {}],
    ['a shared one', SHARED]
  ])('does not change an environment that was made by a push, in %s', async (_where, where) => {
    const { arena } = given;
    await arena.run('apply', { env: 'prod', ...where });
    const before = arena.state;
    for (const name of ['pull_request', 'issue_comment', 'pull_request_review_comment']) {
      const run = await at(name, 'created', { env: 'prod', ...where, tags: 'a=b', ttl: '1h' });
      expect([run.exitCode, new Set(run.codes), run.writes]).toEqual([1, new Set(['OWNED_BY_ANOTHER']), []]);
      expect(run.error).toMatch(/does not carry the mark of pull request 7/);
    }
    expect(arena.state).toEqual(before);
    const [comment] = github.comments.get(7) ?? [];
    expect(comment?.body).toContain('does not carry the mark of pull request 7');
    expect(comment?.body).toContain('❌');
  });

  test('tells so of what it only plans, in the comment as well', async () => {
    const { arena } = given;
    await arena.run('apply', { env: 'prod' });
    const run = await at('pull_request', 'opened', { env: 'prod', 'dry-run': 'true' });
    expect([run.exitCode, run.writes]).toEqual([0, []]);
    expect(actions(run)).toMatchObject({ 'table-bucket': 'blocked', 'glue-database': 'blocked' });
    expect(github.comments.get(7)?.[0]?.body).toContain('does not carry the mark of pull request 7');
  });

  test('changes it where it is told to adopt, and still does not end it', async () => {
    const { arena } = given;
    await arena.run('apply', { env: 'prod' });
    const run = await at('pull_request', 'opened', { env: 'prod', tags: 'a=b', adopt: 'true' });
    expect([run.exitCode, run.outputs.changed]).toEqual([0, 'true']);
    const closed = await at('pull_request', 'closed', { env: 'prod', adopt: 'true' });
    expect([new Set(closed.codes), closed.writes]).toEqual([new Set(['OWNED_BY_ANOTHER']), []]);
  });

  test.each(['bucket', 'table', 'database'] as const)(
    'does not change one whose %s lacks the mark',
    async (what) => {
      const { arena } = given;
      await at('pull_request', 'opened', { env: '' });
      const { s3tables, glue } = arena.here;
      const bucket = s3tables.buckets.get('pr-7-river-gauges');
      const database = glue.databases.get('pr_7_river_gauges_db');
      const table = bucket?.namespaces.get('river_gauges')?.tables.get('river_gauges');
      ({ bucket, table, database })[what]?.tags.delete(PULL_REQUEST);
      if (what === 'database') {
        const Name = 'pr_7_river_gauges_db';
        const { Database } = await arena.aws.glue.getDatabase({ Name });
        const Parameters = { ...Database?.Parameters };
        delete Parameters[PULL_REQUEST];
        await arena.aws.glue.updateDatabase({ Name, DatabaseInput: { Name, Parameters } });
      }
      const run = await at('pull_request', 'synchronize', { env: '', tags: 'a=b' });
      expect([run.exitCode, new Set(run.codes), run.writes]).toEqual([1, new Set(['OWNED_BY_ANOTHER']), []]);
    }
  );

  test('makes what is missing of its own', async () => {
    const { arena } = given;
    await at('pull_request', 'opened', { env: '' });
    await arena.aws.glue.deleteDatabase({ Name: 'pr_7_river_gauges_db' });
    const run = await at('pull_request', 'synchronize', { env: '' });
    expect([run.exitCode, run.codes, run.outputs.changed]).toEqual([0, [], 'true']);
  });
});

describe(`the name of another pull request, ${NODE.title}`, () => {
  const NAMES = ['pr-8', 'pr_8', 'pr-8-api', 'pr-08', 'PR-8'];

  test.each([
    ['pull_request', 'opened', /about 7: leave env out/],
    ['pull_request', 'closed', /about 7: leave env out/],
    ['pull_request_target', 'labeled', /about 7: leave env out/],
    ['issue_comment', 'created', /about 7: leave env out/],
    ['merge_group', 'checks_requested', /about none: give another name/],
    ['schedule', '', /about none: give another name/]
  ])('is not taken at %s (%s), before the first call', async (name, action, says) => {
    for (const env of NAMES) {
      const run = await at(name, action, { env });
      expect([env, run.exitCode, run.codes, run.calls]).toEqual([env, 1, ['INVALID_INPUT'], []]);
      expect(run.error).toMatch(says);
      expect(run.error).toContain('alone');
    }
    expect(github.calls).toEqual([]);
  });

  test('is one that only begins like it', async () => {
    for (const env of ['pr-7', 'pr-7-api', 'pre-8', 'pr-8th', 'pr8']) {
      expect([env, (await at('pull_request', 'opened', { env })).exitCode]).toEqual([env, 0]);
    }
  });

  test('can be given to the command that says what is wanted', async () => {
    expect((await given.arena.run('apply', { env: 'pr-8' })).exitCode).toBe(0);
    expect((await given.arena.run('destroy', { env: 'pr-8' })).outputs.destroyed).toBe('true');
  });
});
