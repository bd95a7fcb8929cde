import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FakeGitHub } from '../support/github-api.js';
import { settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { REPOSITORY } from './support/values.js';

const given = useArena();
let github: FakeGitHub;

beforeEach(async () => {
  github = await new FakeGitHub(REPOSITORY).open();
  github.pullRequests.set(7, 'open');
  await settleAccount(given.arena);
});
afterEach(() => github.close());

describe(`what a runner has for a step and cannot be written, ${NODE.title}`, () => {
  test('is told before anything is made, where it is for the plan', async () => {
    const run = await given.arena.run('apply', {}, { env: { RUNNER_TEMP: '/no/such/folder' } });
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['RUNNER_FILES'], []]);
    expect(run.error).toContain('RUNNER_TEMP');
  });

  test.each(['GITHUB_OUTPUT', 'GITHUB_ENV'])(
    '%s: the run fails with what it is, and is told whole',
    async (name) => {
      const run = await given.arena.run(
        'apply',
        { 'export-env': 'true' },
        { env: { [name]: '/no/such/file' } }
      );
      expect([run.exitCode, run.codes]).toEqual([1, ['RUNNER_FILES']]);
      expect(run.error).toContain('/no/such/file');
      expect(run.summary).toContain('/no/such/file');
    }
  );
});

describe(`what somebody set in place of the runner, ${NODE.title}`, () => {
  test.each([
    'https://github.com/octo/lake',
    'octo',
    '../..',
    'octo/..',
    'a/b\n::error::c',
    `o/${'x'.repeat(500)}`
  ])('a repository that is none is told before the first call: %j', async (name) => {
    const run = await given.arena.run('apply', {}, { env: { GITHUB_REPOSITORY: name } });
    expect([run.exitCode, run.codes, run.calls]).toEqual([1, ['INVALID_INPUT'], []]);
    expect(run.error).toContain('GITHUB_REPOSITORY');
    expect(run.log).not.toMatch(/^::error::/m);
  });

  test('a run that is no number leaves no mark', async () => {
    const run = await given.arena.run('apply', {}, { env: { GITHUB_RUN_ID: 'x\n::error::y' } });
    expect([run.exitCode, run.codes]).toEqual([0, []]);
  });

  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>]>([
    ['an address that is none', {}, { GITHUB_API_URL: 'nonsense' }],
    ['an address of something else', {}, { GITHUB_API_URL: 'ftp://x' }],
    ['a token of two lines', { 'github-token': 'ghp_first\nghp_second' }, {}],
    ['no repository', {}, { GITHUB_REPOSITORY: '' }]
  ])('%s: GitHub is not asked, and no fault of the action is made of it', async (_what, inputs, env) => {
    const repo = { id: 1 };
    const event = { action: 'opened', pull_request: { number: 7, head: { repo }, base: { repo } } };
    const variables = { GITHUB_API_URL: github.url, GITHUB_EVENT_NAME: 'pull_request', ...env };
    const all = { env: '', 'github-token': 'ghs_x', ...inputs };
    const run = await given.arena.run('auto', all, { event, env: variables });
    expect([run.exitCode, run.codes, github.calls]).toEqual([0, [], []]);
    expect(run.log).toMatch(/^::warning.*\[GITHUB_(?:DENIED|UNREACHABLE)\]/m);
    expect(run.log).not.toContain('[INTERNAL]');
    expect(run.log.replace(/^::add-mask::.*$/gm, '')).not.toMatch(/ghp_(?:first|second)/);
  });
});
