import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FakeGitHub } from '../support/github-api.js';
import { settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import type { Run } from './support/step.js';
import { REPOSITORY } from './support/values.js';

const given = useArena();
const TOKEN = 'ghs_nobodyMaySeeThisToken';
let github: FakeGitHub;

beforeEach(async () => {
  github = await new FakeGitHub(REPOSITORY).open();
  github.pullRequests.set(7, 'open');
  await settleAccount(given.arena);
});
afterEach(() => github.close());

/** A step that is the same for every event of the pull request. */
async function on(action: string, inputs: Readonly<Record<string, string>> = {}): Promise<Run> {
  const repo = { id: 1 };
  const event = { action, pull_request: { number: 7, head: { repo }, base: { repo } } };
  const run = await given.arena.run(
    'auto',
    { env: '', ttl: '72h', 'github-token': TOKEN, ...inputs },
    { event, env: { GITHUB_API_URL: github.url } }
  );
  expect(run.log.replaceAll(`::add-mask::${TOKEN}`, '')).not.toContain(TOKEN);
  return run;
}

const comments = (): string[] => (github.comments.get(7) ?? []).map(({ body }) => body);
const bucket = (): unknown => given.arena.here.s3tables.buckets.get('pr-7-river-gauges');

describe(`the life of a pull request, ${NODE.title}`, () => {
  test('opened, pushed to, closed: one environment, one comment, and nothing left', async () => {
    const opened = await on('opened');
    expect([opened.exitCode, opened.codes, opened.outputs.command]).toEqual([0, [], 'apply']);
    expect(bucket()).toBeDefined();
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('✅ Applied');
    expect(comments()[0]).toContain('Expires in 3 days');
    const pushed = await on('synchronize');
    expect([pushed.exitCode, pushed.outputs['table-bucket-name']]).toEqual([0, 'pr-7-river-gauges']);
    expect(comments()).toHaveLength(1);
    github.pullRequests.set(7, 'closed');
    const closed = await on('closed');
    expect([closed.exitCode, closed.outputs.command, closed.outputs.destroyed]).toEqual([
      0,
      'destroy',
      'true'
    ]);
    expect(bucket()).toBeUndefined();
    expect(comments()).toHaveLength(1);
    expect(comments()[0]).toContain('The environment is gone.');
  });

  test('a push whose run comes after the closing makes nothing', async () => {
    github.pullRequests.set(7, 'closed');
    const run = await on('synchronize');
    expect([run.exitCode, run.codes, run.writes, comments()]).toEqual([0, [], [], []]);
    expect(run.log).toContain('::notice');
  });

  test('a token that may not comment is a warning that names the permission', async () => {
    const denied = { status: 403, message: 'Resource not accessible by integration' };
    github.failures = [denied, denied, denied];
    const run = await on('opened');
    expect([run.exitCode, run.codes]).toEqual([0, []]);
    expect(run.log).toMatch(/^::warning.*pull-requests: write/m);
  });

  test('a pull request that the repository does not have is refused', async () => {
    github.pullRequests.clear();
    const run = await on('opened');
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['INVALID_INPUT'], []]);
  });
});

const HERE = { repo: { id: 1 } };
const OTHER = { repo: { id: 2 } };
const BY_DEPENDABOT = { GITHUB_ACTOR: 'dependabot[bot]' };
const NO_CREDENTIALS = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };

interface Event {
  readonly name: string;
  readonly payload: unknown;
  readonly env?: Readonly<Record<string, string>>;
}

/** A run of `auto` for an event as GitHub tells of it. */
function at({ name, payload, env = {} }: Event, inputs: Readonly<Record<string, string>> = {}): Promise<Run> {
  return given.arena.run(
    'auto',
    { env: '', 'github-token': TOKEN, ...inputs },
    { event: payload, env: { GITHUB_API_URL: github.url, GITHUB_EVENT_NAME: name, ...env } }
  );
}

const pull = (action: string, head: unknown = OTHER): unknown => ({
  action,
  pull_request: { number: 7, state: action === 'closed' ? 'closed' : 'open', head, base: HERE }
});

describe(`strangers, ${NODE.title}`, () => {
  const FROM_FORK: Event = { name: 'pull_request_target', payload: pull('opened') };
  const BOT: Event = { name: 'pull_request', payload: pull('opened', HERE), env: BY_DEPENDABOT };

  test.each<[string, Event, Readonly<Record<string, string>>, RegExp]>([
    ['a fork with credentials at hand', FROM_FORK, {}, /fork/],
    ['a fork that was deleted', { ...FROM_FORK, payload: pull('opened', { repo: null }) }, {}, /fork/],
    ['a fork without the secrets of other inputs', FROM_FORK, { 'identity-center-role-arn': '' }, /fork/],
    ['Dependabot', BOT, {}, /Dependabot/],
    [
      'Dependabot without secrets',
      { ...BOT, env: { ...BY_DEPENDABOT, ...NO_CREDENTIALS } },
      {},
      /Dependabot/
    ],
    ['a run of a fork', runOf({ id: 2 }), { env: 'dev' }, /fork/],
    ['somebody who comments', commentOf('open'), {}, /comment/]
  ])('%s: nothing is asked and nothing is made', async (_who, event, inputs, who) => {
    const run = await at(event, inputs);
    expect([run.exitCode, run.codes, run.calls, github.calls]).toEqual([0, [], [], []]);
    expect(run.log).toMatch(/^::notice.*Nothing was done/m);
    expect(run.log).toMatch(who);
    expect(run.outputs).toEqual({ command: 'auto' });
    const failed = await at(event, { ...inputs, 'fork-pull-requests': 'fail' });
    expect([failed.exitCode, failed.codes, failed.calls]).toEqual([1, ['FORK'], []]);
  });

  test('who wants it has it, and its end is its end under skip as well', async () => {
    const opened = await at(FROM_FORK, { 'fork-pull-requests': 'apply' });
    expect([opened.exitCode, opened.outputs.changed]).toEqual([0, 'true']);
    expect(bucket()).toBeDefined();
    github.pullRequests.set(7, 'closed');
    const closed = await at({ ...FROM_FORK, payload: pull('closed') });
    expect([closed.exitCode, closed.outputs.destroyed]).toEqual([0, 'true']);
    expect(bucket()).toBeUndefined();
  });

  test('a comment of who wants it makes the environment of the pull request, with its mark', async () => {
    const run = await at(commentOf('open'), { 'fork-pull-requests': 'apply' });
    expect([run.exitCode, run.outputs.command]).toEqual([0, 'apply']);
    const { tags } = bucket() as { tags: ReadonlyMap<string, string> };
    expect(tags.get('iceberg-environment:pull-request')).toBe('7');
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ['nothing', {}],
    ['no role and no team', { 'identity-center-role-arn': '', team: '' }],
    ['no application', { application: '' }],
    ['half an ARN', { 'role-to-assume': 'arn:aws:iam:::role/lake-ci' }],
    ['half a name', { application: 'x-' }]
  ])(
    'the end of a fork without credentials is no failure, nor %s for want of secrets',
    async (_what, inputs) => {
      github.pullRequests.set(7, 'closed');
      const closing = { ...FROM_FORK, payload: pull('closed'), env: NO_CREDENTIALS };
      const run = await at(closing, inputs);
      expect([run.exitCode, run.codes, run.calls]).toEqual([0, [], []]);
      expect(run.log).toMatch(/^::notice.*fork/m);
      const failed = await at(closing, { ...inputs, 'fork-pull-requests': 'fail' });
      expect([failed.exitCode, failed.codes]).toEqual([1, ['FORK']]);
    }
  );

  test.each<[string, Readonly<Record<string, string>>]>([
    ['an empty application', { application: '' }],
    ['half a name', { env: 'pr-' }],
    ['half an ARN', { 'role-to-assume': 'arn:aws:iam:::role/lake-ci', region: '-' }],
    ['no number', { 'timeout-minutes': 'x', 'role-duration-seconds': '' }],
    ['a policy that is not there', { 'table-bucket-policy': '/no/such/file.json' }]
  ])('are turned away before the other inputs are read: %s', async (_what, inputs) => {
    for (const event of [FROM_FORK, BOT, commentOf('open'), runOf({ id: 2 })]) {
      const run = await at(event, inputs);
      expect([run.exitCode, run.codes, run.calls]).toEqual([0, [], []]);
      expect(run.log).toMatch(/^::notice.*Nothing was done/m);
      const failed = await at(event, { ...inputs, 'fork-pull-requests': 'fail' });
      expect([failed.exitCode, failed.codes, failed.calls]).toEqual([1, ['FORK'], []]);
      const wanted = await at(event, { ...inputs, 'fork-pull-requests': 'apply' });
      expect([wanted.exitCode, wanted.codes, wanted.calls]).toEqual([1, ['INVALID_INPUT'], []]);
    }
  });

  test('what is wanted for them has to be said right', async () => {
    const run = await at(FROM_FORK, { 'fork-pull-requests': 'fial' });
    expect([run.exitCode, run.codes, run.calls]).toEqual([1, ['INVALID_INPUT'], []]);
    expect(run.error).toContain('fork-pull-requests');
  });

  test('are turned away only by auto', async () => {
    const options = { event: pull('opened'), env: { GITHUB_EVENT_NAME: 'pull_request_target' } };
    const run = await given.arena.run('apply', { application: '' }, options);
    expect([run.exitCode, run.codes]).toEqual([1, ['INVALID_INPUT']]);
  });
});

function commentOf(state: string): Event {
  return {
    name: 'issue_comment',
    payload: { action: 'created', issue: { number: 7, state, pull_request: {} }, comment: { id: 1 } }
  };
}

function runOf(repository: unknown, more: object = {}): Event {
  const workflow_run = { event: 'push', head_repository: repository, pull_requests: [], ...more };
  return { name: 'workflow_run', payload: { action: 'completed', workflow_run, repository: { id: 1 } } };
}

describe(`other events, ${NODE.title}`, () => {
  test.each<[string, Event]>([
    [
      'a merge group that is over',
      { name: 'merge_group', payload: { action: 'destroyed', merge_group: {} } }
    ],
    ['the same by its payload alone', { name: '', payload: { action: 'destroyed', merge_group: {} } }],
    ['a branch that is deleted', { name: 'delete', payload: { ref: 'x', ref_type: 'branch' } }],
    ['the push of that', { name: 'push', payload: { ref: 'refs/heads/x', deleted: true } }],
    ['a release that is taken back', { name: 'release', payload: { action: 'unpublished', release: {} } }],
    ['a comment on a pull request that is closed', commentOf('closed')],
    ['a comment on an issue', { name: 'issue_comment', payload: { issue: { number: 3 } } }]
  ])('%s: nothing is made, and nothing else is asked for', async (_what, event) => {
    for (const inputs of [{ env: 'dev' }, { env: 'pr-', team: '', region: '-' }]) {
      const run = await at(event, inputs);
      expect([run.exitCode, run.codes, run.calls]).toEqual([0, [], []]);
      expect(run.log).toMatch(/^::notice.*(?:something ended|on an issue).*Nothing was done/m);
      expect(run.summary).toContain('Skipped');
    }
  });

  test.each<[string, Event, RegExp]>([
    ['a star', { name: 'watch', payload: { action: 'started' } }, /`watch`/],
    [
      'a run of a pull request that is not told',
      runOf({ id: 1 }, { event: 'pull_request' }),
      /which open pull/
    ],
    [
      'a pull request without a number',
      { name: 'pull_request', payload: { action: 'opened' } },
      /which open/
    ],
    [
      'one whose number is text',
      { name: 'pull_request', payload: { pull_request: { number: '7' } } },
      /number/
    ],
    ['one that is no object', { name: 'pull_request', payload: [] }, /pull request/]
  ])('%s: refused, with the reason', async (_what, event, says) => {
    const run = await at(event, { env: 'dev' });
    expect([run.exitCode, run.codes, run.calls]).toEqual([1, ['INVALID_INPUT'], []]);
    expect(run.error).toMatch(says);
  });

  test('a payload that is not there is not that of no pull request', async () => {
    const env = { GITHUB_EVENT_PATH: '/no/such/event.json' };
    const run = await at({ name: 'pull_request', payload: {}, env }, { env: 'dev' });
    expect([run.exitCode, run.codes, run.calls]).toEqual([1, ['INVALID_INPUT'], []]);
    expect(run.error).toContain('ENOENT');
  });

  test('a merge group needs an env, and an expression that came out empty is none', async () => {
    const event = { name: 'merge_group', payload: { action: 'checks_requested', merge_group: {} } };
    for (const env of ['', 'pr-', 'pr_', '-7', '_', '-']) {
      const run = await at(event, { env });
      expect([run.exitCode, run.codes, run.calls]).toEqual([1, ['INVALID_INPUT'], []]);
      expect(run.error).toMatch(env === '' ? /about no pull request/ : /probably empty/);
    }
    expect((await at(event, { env: 'queue' })).outputs.command).toBe('apply');
  });

  test('what a push made is not ended by the closing of a pull request', async () => {
    const made = await at({ name: 'push', payload: { ref: 'refs/heads/main' } }, { env: 'prod' });
    expect([made.exitCode, made.outputs.changed]).toEqual([0, 'true']);
    github.pullRequests.set(7, 'closed');
    for (const env of ['prod', 'pr-8']) {
      const closed = await at({ name: 'pull_request', payload: pull('closed', HERE) }, { env });
      expect(closed.writes).toEqual([]);
      if (env === 'prod') expect(new Set(closed.codes)).toEqual(new Set(['OWNED_BY_ANOTHER']));
    }
  });
});
