import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeAsk } from '../../src/github/api.js';
import { markerOf, updateComment, upsertComment, type Thread } from '../../src/github/comments.js';
import { pullRequestsOf } from '../../src/github/pull-requests.js';
import { fakeContext } from '../support/context.js';
import { FakeGitHub } from '../support/github-api.js';
import { thrownBy } from '../support/thrown.js';

const SUBJECT = { env: 'pr-7', application: 'myapp', region: 'us-east-1' };
const MARKER = markerOf(SUBJECT);
let github: FakeGitHub;
let thread: Thread;
let warnings: string[] = [];

const access = (token = 'secret'): { token: string; repository: string; apiUrl: string } => ({
  token,
  repository: 'octo/lake',
  apiUrl: github.url
});
const bodies = (): string[] => (github.comments.get(7) ?? []).map(({ body }) => body);

async function begin(...made: ConstructorParameters<typeof FakeGitHub>): Promise<void> {
  github = await new FakeGitHub(...made).open();
  warnings = [];
  const warn = (message: string): void => void warnings.push(message);
  thread = { ask: makeAsk(access(), fakeContext()), repository: 'octo/lake', pullRequest: 7, warn };
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

describe.each([
  ['says whose the token is', true],
  ['does not say whose the token is', false]
])('on a server like Gitea that %s', (_what, tellsUser) => {
  beforeEach(async () => {
    await github.close();
    await begin('octo/lake', '/api/v1', 'gitea-actions', { kind: 'gitea', tellsUser });
  });

  test('there is one comment, which is kept up to date', async () => {
    for (const text of ['one', 'two', 'three']) await upsertComment(thread, SUBJECT, text);
    expect(bodies()).toEqual([`${MARKER}\nthree`]);
    expect(github.comments.get(7)?.[0]?.id).toBe(1);
    expect(warnings).toEqual([]);
  });

  test('it is found behind hundreds of others', async () => {
    for (let at = 0; at < 110; at += 1) github.write(7, `comment ${at}`, 'eve');
    github.write(7, `${MARKER}\nold`);
    await upsertComment(thread, SUBJECT, 'new');
    expect(bodies().slice(110)).toEqual([`${MARKER}\nnew`]);
  });

  test('those that earlier runs have left become one, the oldest', async () => {
    for (const text of ['a', 'b', 'c']) github.write(7, `${MARKER}\n${text}`);
    await upsertComment(thread, SUBJECT, 'd');
    expect(github.comments.get(7)?.map(({ id, body }) => [id, body])).toEqual([[1, `${MARKER}\nd`]]);
  });

  test('one that there is is updated, and none is left where there is none', async () => {
    expect(await updateComment(thread, SUBJECT, 'gone')).toBe(false);
    expect(bodies()).toEqual([]);
    github.write(7, `${MARKER}\nold`);
    expect(await updateComment(thread, SUBJECT, 'gone')).toBe(true);
    expect(bodies()).toEqual([`${MARKER}\ngone`]);
  });

  test('what somebody else wrote with the marker stays, and is not mistaken for ours', async () => {
    github.write(7, `${MARKER}\nof eve`, 'eve');
    expect(await updateComment(thread, SUBJECT, 'gone')).toBe(false);
    expect(bodies()).toEqual([`${MARKER}\nof eve`]);
    await upsertComment(thread, SUBJECT, 'one');
    await upsertComment(thread, SUBJECT, 'two');
    expect(bodies()).toEqual([`${MARKER}\nof eve`, `${MARKER}\ntwo`]);
    expect(warnings[0]).toContain("1 comment with this environment's marker that somebody else wrote");
  });

  test('all open pull requests are found, page by page', async () => {
    for (let number = 1; number <= 55; number += 1) github.pullRequests.set(number, 'open');
    expect((await pullRequestsOf(access()).open(fakeContext())).size).toBe(55);
  });
});

test('what came instead of GitHub is told as that, and as no fault of this action', async () => {
  const strange = { ...thread, ask: () => Promise.resolve({ data: '<html>sign in</html>' }) };
  const error = await thrownBy(() => upsertComment(strange, SUBJECT, 'one'));
  expect(error).toMatchObject({ code: 'GITHUB_UNREACHABLE' });
  expect(error.message).not.toContain('sign in');
});

test('nothing in a name ends the marker', () => {
  const marker = markerOf({ env: 'a-->b <!--', application: 'x y\n', region: '--' });
  expect(markerOf({ ...SUBJECT, env: '\ud83d' })).toContain('%EF%BF%BD');
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
