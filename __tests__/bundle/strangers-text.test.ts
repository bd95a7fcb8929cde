import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FakeGitHub } from '../support/github-api.js';
import { commandsIn, DOTNET_WHITE_SPACE } from '../support/runner-commands.js';
import { settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import type { Run } from './support/step.js';
import { BUCKET_ARN, REPOSITORY } from './support/values.js';

const given = useArena();
const OURS = new Set(['add-mask', 'debug', 'notice', 'warning', 'error', 'group', 'endgroup']);

beforeEach(() => settleAccount(given.arena));

/** A record of an environment as anybody may write it who may write to Glue. */
async function forge(name: string, text: string): Promise<void> {
  await given.arena.aws.glue.createDatabase({
    DatabaseInput: {
      Name: name,
      Parameters: {
        'managed-by': 'iceberg-environment',
        'iceberg-environment:env': text,
        'iceberg-environment:application': text,
        'iceberg-environment:repository': text,
        'iceberg-environment:expires-at': text
      }
    }
  });
}

const sweep = (): Promise<Run> =>
  given.arena.run('sweep', {
    ...{ env: '', application: '', team: '', 'identity-center-role-arn': '', 'lakeformation-admin-arns': '' }
  });

describe(`records that a stranger wrote, ${NODE.title}`, () => {
  test('hold no command of the runner, whatever white space is before it', async () => {
    const spaces = [...DOTNET_WHITE_SPACE, '\u200b', '\u00ad', '\ufeff'].filter(
      (space) => !'\v\f'.includes(space)
    );
    for (const [at, space] of spaces.entries())
      await forge(`forged_${at}`, `a\n${space}::pwned::x\r${space}##[pwned]x`);
    const run = await sweep();
    expect(commandsIn(run.log).filter((name) => !OURS.has(name))).toEqual([]);
    expect(run.log).toMatch(/^::/m);
  });

  test('may be as long as Glue takes them, and do not fill the log', async () => {
    await forge('forged', `${' \n'.repeat(200_000)}x`);
    const run = await sweep();
    expect(run.codes).not.toContain('TIMED_OUT');
    expect(run.log.length).toBeLessThan(100_000);
  });
});

describe(`a policy file, ${NODE.title}`, () => {
  test.each([
    ['../outside.json', /outside of the workspace/],
    ['link.json', /outside of the workspace/],
    ['deep.json', /nested deeper than/],
    ['text.txt', /it is not JSON/]
  ])('%s is refused before any call, and nothing of it is told', async (path, says) => {
    const { folder } = given.arena;
    const workspace = join(folder, 'checkout');
    mkdirSync(workspace);
    writeFileSync(join(folder, 'outside.json'), 'verySecretWords');
    symlinkSync(join(folder, 'outside.json'), join(workspace, 'link.json'));
    const deep = `${'{"Condition":'.repeat(30_000)}{}${'}'.repeat(30_000)}`;
    writeFileSync(join(workspace, 'deep.json'), `{"Statement":[{"Effect":"Allow","Condition":${deep}}]}`);
    writeFileSync(join(workspace, 'text.txt'), 'verySecretWords');
    const run = await given.arena.run(
      'plan',
      { 'table-bucket-policy': path },
      { env: { GITHUB_WORKSPACE: workspace } }
    );
    expect([run.exitCode, run.codes, run.calls]).toEqual([1, ['INVALID_INPUT'], []]);
    expect(run.log).toMatch(says);
    expect(run.log + run.summary).not.toContain('verySecret');
  });
});

describe(`on a server like Gitea, ${NODE.title}`, () => {
  let gitea: FakeGitHub;
  beforeEach(async () => {
    gitea = await new FakeGitHub(REPOSITORY, '/api/v1', 'gitea-actions', {
      kind: 'gitea',
      tellsUser: false
    }).open();
  });
  afterEach(() => gitea.close());

  test('every run brings the one comment up to date, and the link to the run has no attempt', async () => {
    const repo = { id: 1 };
    const event = { action: 'opened', pull_request: { number: 7, head: { repo }, base: { repo } } };
    const env = {
      GITHUB_API_URL: gitea.url,
      GITHUB_SERVER_URL: 'https://git.example.com',
      GITHUB_RUN_ATTEMPT: '1'
    };
    gitea.pullRequests.set(7, 'open');
    for (let i = 0; i < 3; i++)
      await given.arena.run('auto', { env: '', 'github-token': 'token' }, { event, env });
    const [comment, ...others] = gitea.comments.get(7) ?? [];
    expect([comment?.id, others]).toEqual([1, []]);
    expect(comment?.body).toMatch(/\(https:\/\/git\.example\.com\/[^)]*\/actions\/runs\/\d+\)/);
    gitea.pullRequests.set(7, 'closed');
    await given.arena.run('sweep', { env: '', 'github-token': 'token' }, { env });
    expect(gitea.comments.get(7)?.map(({ id }) => id)).toEqual([1]);
    expect(gitea.comments.get(7)?.[0]?.body).toContain('The environment is gone.');
  });
});

test('tags whose keys mean something to JavaScript are set, and nothing is left to do', async () => {
  const keys = ['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty'];
  const tags = keys.map((key) => `${key}=x`).join('\n');
  expect((await given.arena.run('apply', { tags })).codes).toEqual([]);
  const again = await given.arena.run('apply', { tags });
  expect([again.codes, again.outputs.changed, again.writes]).toEqual([[], 'false', []]);
  const { tags: set = {} } = await given.arena.aws.s3tables.listTagsForResource({ resourceArn: BUCKET_ARN });
  expect(keys.map((key) => Object.getOwnPropertyDescriptor(set, key)?.value as unknown)).toEqual(
    keys.map(() => 'x')
  );
});
