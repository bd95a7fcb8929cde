import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Outcome, SweptEnvironment } from '../../src/outcome.js';
import { markerOf } from '../../src/github/comments.js';
import { postGone } from '../../src/github/post-gone.js';
import { githubReporter } from '../../src/github/reporter.js';
import { FakeGitHub } from '../support/github-api.js';
import { outcome, type Recording, recordingRunner } from './fixtures.js';

let github: FakeGitHub;

beforeEach(async () => {
  github = await new FakeGitHub().open();
});
afterEach(() => github.close());

const destroyed = (pullRequest: number, more: Partial<SweptEnvironment> = {}): SweptEnvironment => ({
  ...{ env: `pr-${pullRequest}`, application: 'app', repository: 'octo/lake', pullRequest },
  isolation: 'bucket',
  names: { tableBucket: `pr-${pullRequest}-app`, namespace: 'app', table: 'app', glueDatabase: 'db' },
  ...{ what: 'destroyed', reason: 'closed', why: 'It is closed.', doubtful: false, failures: [] },
  outcome: outcome({ command: 'destroy', outputs: { destroyed: 'true' } }),
  ...more
});

async function told(swept: readonly SweptEnvironment[], token = 'secret'): Promise<Recording> {
  const runner = recordingRunner();
  const what: Outcome = outcome({ command: 'sweep', swept });
  const access = { token, repository: 'octo/lake', apiUrl: github.url };
  await postGone(what, { access, region: 'us-east-1' }, githubReporter({}, runner));
  return runner;
}

/** The comment that an earlier run wrote. */
const comment = (number: number): void =>
  void github.write(
    number,
    `${markerOf({ env: `pr-${number}`, application: 'app', region: 'us-east-1' })}\nit is there`
  );
const says = (number: number): string | undefined => github.comments.get(number)?.[0]?.body.split('\n')[1];

test('a comment that there is says that its environment is gone; none is written where there is none', async () => {
  comment(7);
  expect((await told([destroyed(7), destroyed(8)])).annotations).toEqual([]);
  expect(github.comments.get(7)?.[0]?.body).toContain('The environment is gone.');
  expect(github.comments.get(8)).toBeUndefined();
});

test('only those of this repository, whatever the case of its name, and only what is gone', async () => {
  for (const number of [7, 8, 9, 10]) comment(number);
  const failed = destroyed(9, { what: 'failed', outcome: undefined });
  await told([
    destroyed(7, { repository: 'octo/other' }),
    destroyed(8, { repository: undefined }),
    failed,
    destroyed(10, { repository: 'Octo/Lake' })
  ]);
  expect([7, 8, 9].map(says)).toEqual(['it is there', 'it is there', 'it is there']);
  expect(says(10)).not.toBe('it is there');
});

test('without a token nothing is asked', async () => {
  expect((await told([destroyed(7)], '')).annotations).toEqual([]);
  expect(github.calls).toEqual([]);
});

test('one that cannot be told does not stop the others; one warning names the permission', async () => {
  for (const number of [7, 8, 9]) comment(number);
  github.failures = [1, 2].map(() => ({ status: 403, message: 'Resource not accessible by integration' }));
  const { annotations } = await told([destroyed(7), destroyed(8), destroyed(9)]);
  expect(annotations).toHaveLength(1);
  expect(annotations[0]?.message).toMatch(
    /^\d comments? could not be told that the environment is gone\. The first: .*pull-requests: write/s
  );
  expect(says(9)).not.toBe('it is there');
});
