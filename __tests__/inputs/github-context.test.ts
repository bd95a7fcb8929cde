import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readGitHubContext } from '../../src/inputs/github-context.js';

const folder = mkdtempSync(join(tmpdir(), 'event-test-'));
const path = join(folder, 'event.json');
afterAll(() => rmSync(folder, { recursive: true }));

test('on a pull request: repository, number, run and attempt', () => {
  writeFileSync(path, JSON.stringify({ action: 'opened', pull_request: { number: 12, state: 'open' } }));
  const env = {
    GITHUB_REPOSITORY: 'octo/lake',
    GITHUB_RUN_ID: '99',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_EVENT_PATH: path
  };
  expect(readGitHubContext(env)).toMatchObject({
    repository: 'octo/lake',
    pullRequest: 12,
    action: 'opened',
    fromFork: false,
    commentOn: 12,
    run: '99-2',
    runUrl: 'https://github.com/octo/lake/actions/runs/99/attempts/2',
    apiUrl: 'https://api.github.com'
  });
});

test('outside GitHub: nothing', () => {
  const nothing = { fromFork: false, meaning: { does: 'apply' }, apiUrl: 'https://api.github.com' };
  expect(readGitHubContext({})).toEqual(nothing);
  expect(readGitHubContext({ GITHUB_REPOSITORY: '', GITHUB_RUN_ID: '' })).toEqual(nothing);
});

test('a run without an attempt is the first', () => {
  expect(readGitHubContext({ GITHUB_RUN_ID: '99' }).run).toBe('99-1');
});

test.each(['abc', '7\n8', ' 7', '-1', '9'.repeat(30)])('a run that is no number is none: %j', (id) => {
  expect(readGitHubContext({ GITHUB_RUN_ID: id }).run).toBeUndefined();
  expect(readGitHubContext({ GITHUB_RUN_ID: '9', GITHUB_RUN_ATTEMPT: id }).run).toBeUndefined();
});

describe('there is no pull request', () => {
  test.each([
    ['on a push', '{"ref":"refs/heads/main"}'],
    ['when the payload is not JSON', '{'],
    ['when its number is none', '{"pull_request":{"number":"12"}}'],
    ['when it is null', '{"pull_request":null}']
  ])('%s', (_what, payload) => {
    writeFileSync(path, payload);
    expect(readGitHubContext({ GITHUB_EVENT_PATH: path }).pullRequest).toBeUndefined();
  });

  test('when the payload is not there', () => {
    const gone = join(folder, 'gone.json');
    expect(readGitHubContext({ GITHUB_EVENT_PATH: gone }).pullRequest).toBeUndefined();
  });
});

describe('a real payload', () => {
  const examples = JSON.parse(
    readFileSync(
      join('node_modules', '@octokit', 'webhooks-examples', 'api.github.com', 'index.json'),
      'utf8'
    )
  ) as { name: string; examples: { action?: string; pull_request?: { number: number } }[] }[];
  const payloads = examples.flatMap(({ name, examples: each }) => each.map((payload) => ({ name, payload })));

  test.each(['pull_request', 'push', 'issue_comment', 'workflow_run', 'schedule', 'workflow_dispatch'])(
    'of %s is read',
    (event) => {
      for (const { payload } of payloads.filter(({ name }) => name === event)) {
        writeFileSync(path, JSON.stringify(payload));
        const read = readGitHubContext({ GITHUB_EVENT_PATH: path });
        const number = event === 'pull_request' ? payload.pull_request?.number : undefined;
        expect(read.pullRequest).toBe(number);
        expect(read.action).toBe(number === undefined ? undefined : payload.action);
      }
    }
  );

  test('of another repository is that of a fork, also when it was deleted since', () => {
    const of = (head: unknown): boolean => {
      writeFileSync(path, JSON.stringify({ pull_request: { number: 1, head, base: { repo: { id: 1 } } } }));
      return readGitHubContext({ GITHUB_EVENT_PATH: path }).fromFork;
    };
    expect([of({ repo: { id: 1 } }), of({ repo: { id: 2 } }), of({ repo: null })]).toEqual([
      false,
      true,
      true
    ]);
  });
});
