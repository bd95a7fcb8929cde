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

  test('a fork without credentials is left out, with a notice', async () => {
    const event = {
      action: 'opened',
      pull_request: { number: 7, head: { repo: { id: 2 } }, base: { repo: { id: 1 } } }
    };
    const env = { GITHUB_API_URL: github.url, AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
    const run = await given.arena.run('auto', { env: '' }, { event, env });
    expect([run.exitCode, run.codes]).toEqual([0, []]);
    expect(run.log).toMatch(/^::notice.*fork/m);
  });
});
