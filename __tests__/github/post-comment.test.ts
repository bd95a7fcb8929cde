import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { postComment } from '../../src/github/post-comment.js';
import { githubReporter } from '../../src/github/reporter.js';
import { FakeGitHub } from '../support/github-api.js';
import { outcome, type Recording, recordingRunner } from './fixtures.js';

let github: FakeGitHub;
beforeEach(async () => {
  github = await new FakeGitHub().open();
});
afterEach(() => github.close());

async function post(token: string, fromFork = false): Promise<Recording> {
  const runner = recordingRunner();
  const access = { token, repository: 'octo/lake', apiUrl: github.url };
  const subject = { env: 'pr-7', application: 'app', region: 'us-east-1' };
  await postComment(outcome(), { access, subject, pullRequest: 7, fromFork }, githubReporter({}, runner));
  return runner;
}

test('without a token the warning says what to do about that, not about permissions', async () => {
  const { annotations } = await post('');
  expect(annotations).toMatchObject([{ kind: 'warning' }]);
  expect(annotations[0]?.message).toMatch(/github-token is empty.*Leave github-token out.*\[GITHUB_DENIED\]/);
  expect(annotations[0]?.message).not.toMatch(/INTERNAL|report it|permissions/);
  expect(github.calls).toEqual([]);
});

test('a token that is not taken is told as that', async () => {
  github.failures = [{ status: 401, message: 'Bad credentials' }];
  const [warning] = (await post('old')).annotations;
  expect(warning?.message).toMatch(/401: Bad credentials.*wrong, expired or revoked/);
  expect(warning?.message).not.toContain('permissions:');
});

test('a token that may not comment is told which permission it takes, once; from a fork it is a notice', async () => {
  const refusal = { status: 403, message: 'Resource not accessible by integration' };
  github.failures = [refusal, refusal];
  const [warning] = (await post('token')).annotations;
  expect(warning?.message.match(/permissions: pull-requests: write/g)).toHaveLength(1);
  expect((await post('token', true)).annotations).toMatchObject([{ kind: 'notice' }]);
});
