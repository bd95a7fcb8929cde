import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EVENTS } from '../../src/inputs/events.js';
import { type GitHubContext, readGitHubContext } from '../../src/inputs/github-context.js';
import { meaningOf } from '../../src/inputs/meaning.js';

const folder = mkdtempSync(join(tmpdir(), 'events-'));
const path = join(folder, 'event.json');
afterAll(() => rmSync(folder, { recursive: true }));

function read(name: string, payload: unknown, env: Record<string, string> = {}): GitHubContext {
  writeFileSync(path, JSON.stringify(payload));
  return readGitHubContext({ GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path, ...env });
}

const own = { repo: { id: 1 } };
const pullRequest = { number: 7, head: own, base: own };
const onPullRequest = { number: 7, pull_request: { url: 'https://api.github.com/repos/octo/lake/pulls/7' } };
const runOf = (event: string, head = 1): Record<string, unknown> => ({
  action: 'completed',
  repository: { id: 1 },
  workflow_run: { event, head_repository: { id: head }, pull_requests: [{ number: 7 }] }
});

describe('what auto does at', () => {
  test.each<[string, string, unknown, string, number | undefined]>([
    [
      'a pull request that is opened',
      'pull_request',
      { action: 'opened', pull_request: pullRequest },
      'apply',
      7
    ],
    ['one that is closed', 'pull_request', { action: 'closed', pull_request: pullRequest }, 'destroy', 7],
    [
      'one that is closed, seen from its target',
      'pull_request_target',
      { action: 'closed', pull_request: pullRequest },
      'destroy',
      7
    ],
    ['a review', 'pull_request_review', { action: 'submitted', pull_request: pullRequest }, 'apply', 7],
    [
      'a review that is dismissed',
      'pull_request_review',
      { action: 'dismissed', pull_request: pullRequest },
      'skip',
      7
    ],
    ...['labeled', 'edited', 'converted_to_draft', 'synchronize'].map(
      (action): [string, string, unknown, string, number] => [
        `${action} of one that is closed`,
        'pull_request',
        { action, pull_request: { ...pullRequest, state: 'closed' } },
        'destroy',
        7
      ]
    ),
    [
      'a review of one that is closed',
      'pull_request_review',
      { action: 'submitted', pull_request: { ...pullRequest, state: 'closed' } },
      'skip',
      7
    ],
    [
      'nothing where GitHub sends null',
      'push',
      { action: null, deleted: null, workflow_run: null },
      'apply',
      undefined
    ],
    ['a merge group that is something new', 'merge_group', { action: 'rebuilt' }, 'refuse', undefined],
    ['a comment on a pull request', 'issue_comment', { action: 'created', issue: onPullRequest }, 'apply', 7],
    ['a comment that is deleted', 'issue_comment', { action: 'deleted', issue: onPullRequest }, 'skip', 7],
    [
      'a comment on an issue',
      'issue_comment',
      { action: 'created', issue: { number: 7 } },
      'skip',
      undefined
    ],
    ['a run of a pull request', 'workflow_run', runOf('pull_request'), 'apply', 7],
    ['a run of a push', 'workflow_run', runOf('push'), 'apply', undefined],
    ['a merge queue', 'merge_group', { action: 'checks_requested' }, 'apply', undefined],
    ['the end of a merge group', 'merge_group', { action: 'destroyed' }, 'skip', undefined],
    ['a push', 'push', { deleted: false }, 'apply', undefined],
    ['a push that deletes', 'push', { deleted: true }, 'skip', undefined],
    ['a branch that is deleted', 'delete', { ref: 'x' }, 'skip', undefined],
    ['a release', 'release', { action: 'published' }, 'apply', undefined],
    ['a release that is gone', 'release', { action: 'deleted' }, 'skip', undefined],
    ['a schedule', 'schedule', { schedule: '17 3 * * *' }, 'apply', undefined],
    ['a click', 'workflow_dispatch', { inputs: null }, 'apply', undefined],
    ['a star', 'watch', { action: 'started' }, 'refuse', undefined],
    ['an issue that is closed', 'issues', { action: 'closed' }, 'refuse', undefined],
    ['a name that only looks like one', 'toString', {}, 'refuse', undefined]
  ])('%s', (...[, name, payload, does, about]) => {
    const context = read(name, payload);
    expect([context.meaning.does, context.about, context.problem]).toEqual([does, about, undefined]);
  });

  test('a run of a branch with several pull requests, or with one into a fork, is of none that is told', () => {
    const of = (...numbers: [number, number][]): GitHubContext => {
      const pull_requests = numbers.map(([number, id]) => ({ number, base: { repo: { id } } }));
      const run = runOf('pull_request');
      return read('workflow_run', {
        ...run,
        workflow_run: { ...(run['workflow_run'] as object), pull_requests }
      });
    };
    expect(of([7, 1], [8, 1])).toMatchObject({ meaning: { does: 'refuse' } });
    expect(of([8, 2])).toMatchObject({ meaning: { does: 'refuse' } });
    expect(of([8, 2], [7, 1])).toMatchObject({ meaning: { does: 'apply' }, about: 7, commentOn: 7 });
  });

  test('nothing that ended is ever a reason to make something', () => {
    const names = new Set(EVENTS.flatMap(({ events }) => events));
    for (const name of names) {
      for (const action of ['deleted', 'destroyed', 'closed', 'unpublished', 'dismissed']) {
        const { does } = meaningOf(name, { action, deleted: true, ofPullRequest: true });
        // A manual or timed run has no action of its own.
        const isTimed = [
          'workflow_run',
          'create',
          'schedule',
          'workflow_dispatch',
          'repository_dispatch',
          'workflow_call'
        ].includes(name);
        if (!isTimed && !(name.startsWith('pull_request') && action !== 'closed')) {
          expect([name, action, does]).not.toEqual([name, action, 'apply']);
        }
      }
    }
  });
});

describe('for whom the run is', () => {
  const fork = { ...pullRequest, head: { repo: { id: 2 } } };
  const gone = { ...pullRequest, head: { repo: null } };
  const bot = { ...pullRequest, user: { login: 'dependabot[bot]' } };
  const comment = (author_association: string): unknown => ({
    action: 'created',
    issue: onPullRequest,
    comment: { author_association }
  });
  test.each<[string, string, unknown, string | undefined, Record<string, string>?]>([
    ['a branch of the repository', 'pull_request', { pull_request: pullRequest }, undefined],
    ['a fork', 'pull_request_target', { pull_request: fork }, 'fork'],
    ['a fork that was deleted', 'pull_request', { pull_request: gone }, 'fork'],
    ['a run of a fork', 'workflow_run', runOf('pull_request', 2), 'fork'],
    ['a run of the repository', 'workflow_run', runOf('pull_request'), undefined],
    [
      'Dependabot',
      'pull_request',
      { pull_request: pullRequest },
      'dependabot',
      { GITHUB_ACTOR: 'dependabot[bot]' }
    ],
    [
      'a run of Dependabot',
      'workflow_run',
      { workflow_run: { event: 'push', actor: { login: 'dependabot[bot]' } } },
      'dependabot',
      { GITHUB_ACTOR: 'octo' }
    ],
    ['Dependabot, where nobody says who acts', 'pull_request', { pull_request: bot }, 'dependabot'],
    [
      'somebody who pushes to a branch of Dependabot',
      'pull_request',
      { pull_request: bot },
      undefined,
      { GITHUB_ACTOR: 'octo' }
    ],
    [
      'a schedule that Dependabot changed last',
      'schedule',
      {},
      undefined,
      { GITHUB_ACTOR: 'dependabot[bot]' }
    ],
    ...['pull_request_review', 'pull_request_review_comment'].flatMap((name) =>
      ['OWNER', 'NONE', undefined].map(
        (author_association): [string, string, unknown, string | undefined] => [
          `${name} by ${author_association}`,
          name,
          {
            action: 'created',
            pull_request: pullRequest,
            [name === 'pull_request_review' ? 'review' : 'comment']: { author_association }
          },
          author_association === 'OWNER' ? undefined : 'commenter'
        ]
      )
    ),
    ['a comment of a member', 'issue_comment', comment('MEMBER'), undefined],
    ['a comment of a contributor', 'issue_comment', comment('CONTRIBUTOR'), 'commenter'],
    ['a comment of nobody', 'issue_comment', comment('NONE'), 'commenter']
  ])('%s', (...[, name, payload, stranger, env]) => {
    expect(read(name, payload, env).stranger).toBe(stranger);
  });
});

describe('a payload that cannot be read', () => {
  test.each<[string, string | Buffer]>([
    ['is empty', ''],
    ['is no JSON', '{'],
    ['is a list', '[]'],
    ['is null', 'null'],
    ['has a number in quotes', '{"pull_request":{"number":"7"}}'],
    ['has no pull request', '{}'],
    ['is nested very deep', '['.repeat(100_000)],
    ['is UTF-16', Buffer.from('\ufeff{}', 'utf16le')]
  ])('%s is told, and nothing is taken from it', (_what, payload) => {
    writeFileSync(path, payload);
    const context = readGitHubContext({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path });
    expect([context.pullRequest, context.problem]).toEqual([undefined, expect.stringMatching(/^The .*\.$/)]);
  });

  test('of a workflow run that is not there says nothing of whose it is', () => {
    for (const payload of [{}, { workflow_run: null }]) {
      expect(read('workflow_run', payload).meaning.does).toBe('refuse');
    }
  });

  test('a repository without its number, as act has it, is no reason', () => {
    const repo = { full_name: 'octo/lake' };
    const pull_request = { number: 7, head: { repo }, base: { repo } };
    const { meaning, stranger } = read('pull_request', { action: 'opened', pull_request, repository: repo });
    expect([meaning.does, stranger]).toEqual(['apply', undefined]);
  });

  test('a byte order mark is none of that', () => {
    writeFileSync(path, `\ufeff${JSON.stringify({ action: 'opened', pull_request: pullRequest })}`);
    expect(readGitHubContext({ GITHUB_EVENT_PATH: path })).toMatchObject({ pullRequest: 7, about: 7 });
  });

  test('whatever it is, reading it throws nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...EVENTS.flatMap(({ events }) => events)),
        fc.jsonValue(),
        (name, payload) => {
          const { meaning, pullRequest: number } = read(name, {
            action: 'opened',
            pull_request: payload,
            issue: payload
          });
          expect(typeof meaning.does).toBe('string');
          expect(number === undefined || Number.isInteger(number)).toBe(true);
        }
      ),
      { numRuns: 200 }
    );
  });
});

test('every payload that GitHub documents is read', () => {
  const file = join('node_modules', '@octokit', 'webhooks-examples', 'api.github.com', 'index.json');
  const examples = JSON.parse(readFileSync(file, 'utf8')) as { name: string; examples: unknown[] }[];
  for (const { name, examples: payloads } of examples) {
    for (const payload of payloads) expect([name, read(name, payload).problem]).toEqual([name, undefined]);
  }
});
