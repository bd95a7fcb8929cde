import { expect, test } from '@jest/globals';
import { marked } from 'marked';
import { ActionError } from '../../src/errors.js';
import { commentOf } from '../../src/github/comment-body.js';
import { render } from '../../src/github/markdown.js';
import { done, outcome, OUTPUTS, plan, step } from './fixtures.js';

const NOW = Date.UTC(2026, 0, 1);
const SUBJECT = {
  env: 'pr-7',
  application: 'myapp',
  runUrl: 'https://github.com/octo/lake/actions/runs/9',
  now: NOW
};
const made = step('create', { id: 'a', name: 'pr-7-myapp' });
const kept = step('keep', { id: 'b', name: 'quiet' });

test('shows what changed, the outputs, the expiry and the run', () => {
  const text = commentOf(
    outcome({
      plan: plan([made, kept]),
      results: [done(made), done(kept)],
      outputs: OUTPUTS,
      expiresAt: '2099-01-01T00:00:00Z'
    }),
    SUBJECT
  );
  expect(text).toContain('### ✅ Applied · environment <code>pr-7</code> of <code>myapp</code>');
  expect(text).toContain('pr-7-myapp');
  expect(text).not.toContain('quiet');
  expect(text).toContain('1 Jan 2099');
  expect(text).toContain('<summary>Outputs</summary>');
  expect(text).toContain('[the last run](https://github.com/octo/lake/actions/runs/9)');
});

test('what something was made with is left to the summary, what it is to be made with is shown', () => {
  const changes = [{ path: 'tags.team', to: 'data' }];
  const steps = [{ ...made, changes }, step('update', { id: 'c', changes })];
  const results = steps.map((each) => done(each));
  const shown = (text: string): number => text.split('tags&#46;team').length - 1;
  expect(shown(commentOf(outcome({ plan: plan(steps), results }), SUBJECT))).toBe(1);
  expect(shown(commentOf(outcome({ plan: plan(steps), dryRun: true }), SUBJECT))).toBe(2);
});

test('says at the end that the environment is gone', () => {
  const removed = step('remove', { id: 'a' });
  const text = commentOf(
    outcome({
      command: 'destroy',
      plan: plan([removed], 'destroy'),
      results: [done(removed)],
      outputs: OUTPUTS
    }),
    SUBJECT
  );
  expect(text).toContain('The environment is gone.');
  expect(text).not.toContain('<summary>Outputs</summary>');
});

test('stays within what GitHub takes, with 200 kB of errors', () => {
  const failures = Array.from(
    { length: 200 },
    (_, at) =>
      new ActionError('AWS_REFUSED', { doing: `make ${at}`, found: `<b>${'@eve #1 `x` '.repeat(90)}` })
  );
  const outputs = Object.fromEntries(Object.keys(OUTPUTS).map((name) => [name, '|'.repeat(2_000)]));
  for (const each of [failures, []]) {
    const text = commentOf(outcome({ failures: each, outputs }), SUBJECT);
    expect(text.length).toBeLessThanOrEqual(65_536 - 300);
  }
  const text = commentOf(outcome({ failures }), SUBJECT);
  expect(text).toMatch(/\d+ more failures did not fit here/);
  expect(marked.parse(text) as string).not.toMatch(/@eve|#1\b|<b>/);
});

test('a document that fits nowhere ends all the same', () => {
  expect(render(['x'.repeat(500), 'y'.repeat(500)], 10)).toMatch(/^There is more to tell than fits here/);
});
