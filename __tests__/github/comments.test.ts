import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeAsk } from '../../src/github/api.js';
import { markerOf, upsertComment, type Thread } from '../../src/github/comments.js';
import { pullRequestsOf } from '../../src/github/pull-requests.js';
import { fakeContext } from '../support/context.js';
import { FakeGitHub } from '../support/github-api.js';
import { thrownBy } from '../support/thrown.js';

const SUBJECT = { env: 'pr-7', application: 'myapp', region: 'us-east-1' };
const MARKER = markerOf(SUBJECT);
let github: FakeGitHub;
let thread: Thread;

const access = (token = 'secret'): { token: string; repository: string; apiUrl: string } => ({
  token,
  repository: 'octo/lake',
  apiUrl: github.url
});
const bodies = (): string[] => (github.comments.get(7) ?? []).map(({ body }) => body);

async function begin(...made: ConstructorParameters<typeof FakeGitHub>): Promise<void> {
  github = await new FakeGitHub(...made).open();
  thread = { ask: makeAsk(access(), fakeContext()), repository: 'octo/lake', pullRequest: 7 };
}

beforeEach(() => begin());
afterEach(() => github.close());

describe('the comment of an environment', () => {
  test('is posted once, and then kept up to date', async () => {
    await upsertComment(thread, SUBJECT, 'one');
    await upsertComment(thread, SUBJECT, 'two');
    expect(bodies()).toEqual([`${MARKER}\ntwo`]);
  });

  test('is found behind hundreds of others', async () => {
    for (let at = 0; at < 250; at += 1) github.write(7, `comment ${at}`, 'eve');
    github.write(7, `${MARKER}\nold`);
    await upsertComment(thread, SUBJECT, 'new');
    expect(bodies().slice(250)).toEqual([`${MARKER}\nnew`]);
  });

  test('of another environment, and what others wrote with the same marker, stay as they are', async () => {
    const other = markerOf({ ...SUBJECT, env: 'pr-8' });
    github.write(7, `${other}\nother`);
    github.write(7, `${MARKER}\nof eve`, 'eve');
    github.write(7, `> ${MARKER}\nquoted`);
    await upsertComment(thread, SUBJECT, 'mine');
    expect(bodies()).toEqual([
      `${other}\nother`,
      `${MARKER}\nof eve`,
      `> ${MARKER}\nquoted`,
      `${MARKER}\nmine`
    ]);
  });

  test('is one again after two runs have each posted one', async () => {
    github.write(7, `${MARKER}\na`);
    github.write(7, `${MARKER}\nb`);
    await upsertComment(thread, SUBJECT, 'c');
    expect(bodies()).toEqual([`${MARKER}\nc`]);
  });

  test('is posted through the path of GitHub Enterprise Server', async () => {
    await github.close();
    await begin('octo/lake', '/api/v3');
    await upsertComment(thread, SUBJECT, 'one');
    expect(github.calls).toContain('POST /api/v3/repos/octo/lake/issues/7/comments');
  });

  test('that may not be posted says which permission it takes', async () => {
    github.failures = [{ status: 403, message: 'Resource not accessible by integration' }];
    const error = await thrownBy(() => upsertComment(thread, SUBJECT, 'one'));
    expect(error).toMatchObject({ code: 'GITHUB_DENIED', status: 403 });
    expect(error.message).toContain('pull-requests: write');
  });

  test('waits for a limit that ends soon', async () => {
    const headers = { 'retry-after': '3' };
    github.failures = [{ status: 429, message: 'You have exceeded a secondary rate limit', headers }];
    await upsertComment(thread, SUBJECT, 'one');
    expect(bodies()).toHaveLength(1);
  });

  test('tries again what failed on the side of GitHub', async () => {
    github.failures = [{ status: 502, message: 'Bad Gateway' }];
    await upsertComment(thread, SUBJECT, 'one');
    expect(bodies()).toHaveLength(1);
  });
});

test('nothing in a name ends the marker', () => {
  const marker = markerOf({ env: 'a-->b <!--', application: 'x y\n', region: '--' });
  expect(marker).toMatch(/^<!-- iceberg-environment [^<>\s]+ [^<>\s]+ [^<>\s]+ -->$/);
  expect(marker.slice(4, -3)).not.toContain('--');
});

describe('whether a pull request is open', () => {
  test('is asked anew each time', async () => {
    const pullRequests = pullRequestsOf(access());
    github.pullRequests.set(7, 'open');
    expect(await pullRequests.stateOf(7, fakeContext())).toBe('open');
    github.pullRequests.set(7, 'closed');
    expect(await pullRequests.stateOf(7, fakeContext())).toBe('closed');
    expect(await pullRequests.stateOf(8, fakeContext())).toBe('missing');
  });

  test('is not known, rather than missing, when the token may not see the repository', async () => {
    const not = { status: 404, message: 'Not Found' };
    github.failures = [not, not];
    const asking = (token?: string) => () => pullRequestsOf(access(token)).stateOf(7, fakeContext());
    expect(await thrownBy(asking())).toMatchObject({ code: 'GITHUB_DENIED' });
    expect(await thrownBy(asking(''))).toMatchObject({
      code: 'GITHUB_DENIED',
      found: 'There is no token: github-token is empty.'
    });
  });
});
