import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
  expect(readGitHubContext(env)).toEqual({ repository: 'octo/lake', pullRequest: 12, run: '99-2' });
});

test('outside GitHub: nothing', () => {
  const nothing = { repository: undefined, pullRequest: undefined, run: undefined };
  expect(readGitHubContext({})).toEqual(nothing);
  expect(readGitHubContext({ GITHUB_REPOSITORY: '', GITHUB_RUN_ID: '' })).toEqual(nothing);
});

test('a run without an attempt is the first', () => {
  expect(readGitHubContext({ GITHUB_RUN_ID: '99' }).run).toBe('99-1');
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
