import { describe, expect, test } from '@jest/globals';
import { paintFor } from '../../src/github/colour.js';
import { changeText, planText } from '../../src/github/plan-text.js';
import { resultsText, resultTotals } from '../../src/github/results-text.js';
import { ActionError } from '../../src/errors.js';
import { denied, done, outcome, plan, step } from './fixtures.js';

const STEPS = [
  step('create', { id: 'bucket', changes: [{ path: 'tags.team', to: 'lake' }] }),
  step('update', {
    id: 'policy',
    kind: 'Policy',
    changes: [{ path: 'policy.A', from: { a: 1 }, to: { a: 2 } }]
  }),
  step('keep', { id: 'namespace', kind: 'Namespace', name: 'myapp', changes: [{ path: 'unseen', to: 1 }] }),
  step('blocked', {
    id: 'table',
    kind: 'Table',
    name: 't',
    blocked: { code: 'NOT_OURS', message: 'Not\nours.' }
  }),
  step('remove', { id: 'old', kind: 'Old', name: 'o', notes: ['Two lines\nof note.'] })
];

test('the plan has a line per resource, its changes below, and the totals at the end', () => {
  expect(planText(plan(STEPS))).toBe(`+ Table bucket dev-myapp
    tags.team: lake
~ Policy dev-myapp
    policy.A: {"a":1} -> {"a":2}
= Namespace myapp
! Table t
    blocked: Not ours. [NOT_OURS]
- Old o
    note: Two lines of note.

Plan: 1 to create, 1 to update, 1 to remove, 1 unchanged, 1 blocked.`);
});

test('a reason that names its code does not name it twice', () => {
  const { message, code } = new ActionError('NOT_OURS');
  const text = planText(plan([step('blocked', { blocked: { code, message } })]));
  expect(text.match(/\[NOT_OURS\]/g)).toHaveLength(1);
});

test('colours surround the line and nothing else', () => {
  const text = planText(plan([step('create')]), paintFor({ GITHUB_ACTIONS: 'true' }, false));
  expect(text.split('\n')[0]).toBe('\u001b[32m+ Table bucket dev-myapp\u001b[0m');
});

test.each([
  [{ GITHUB_ACTIONS: 'true' }, false, true],
  [{}, true, true],
  [{}, false, false],
  [{ NO_COLOR: '1' }, true, false],
  [{ GITHUB_ACTIONS: 'true', NO_COLOR: '1' }, true, false]
])('environment %j, terminal %s: colours %s', (env, isTerminal, coloured) => {
  expect(paintFor(env, isTerminal)('red', 'x') !== 'x').toBe(coloured);
});

describe('a change', () => {
  test('that takes something away', () => {
    expect(changeText({ path: 'tags.old', from: 'x' })).toBe('tags.old: x -> (none)');
  });

  test('between values of several lines is indented', () => {
    expect(changeText({ path: 'schema', from: 'a: int', to: 'a: long\nb: int' })).toBe(
      'schema:\n  a: int\n->\n  a: long\n  b: int'
    );
  });

  test('of a new value of several lines is indented', () => {
    expect(changeText({ path: 'schema', to: 'a: int\nb: int' })).toBe('schema:\n  a: int\n  b: int');
  });

  test('of long values shows where they differ', () => {
    const text = changeText({ path: 'p', from: `${'x'.repeat(500)}LEFT`, to: `${'x'.repeat(500)}RIGHT` });
    expect(text).toBe(`p: …${'x'.repeat(20)}LEFT -> …${'x'.repeat(20)}RIGHT`);
  });

  test('of a long new value shows its beginning', () => {
    expect(changeText({ path: 'p', to: 'y'.repeat(500) })).toBe(
      `p: ${'y'.repeat(400)}… and 100 more characters`
    );
  });

  test('carries no control characters from outside', () => {
    const text = changeText({ path: 'tags.\u001b[31mx', from: 'a\u001b[2Jb', to: 'c\u0007\u202ed' });
    expect(text).toBe('tags.x: ab -> cd');
  });
});

test('the results say what happened to each resource, how long it took and why it failed', () => {
  const [bucket, , namespace] = STEPS as [never, never, never];
  const error = denied();
  const text = resultsText(
    outcome({
      plan: plan(STEPS.slice(0, 4)),
      results: [done(bucket), { id: 'policy', status: 'failed', ms: 50, error }, done(namespace, 0)],
      failures: [error]
    })
  );
  expect(text).toBe(`+ Table bucket dev-myapp: created (1.2 s)
! Policy dev-myapp: failed (0.1 s)
    ${error.message}
= Namespace myapp: unchanged
! Table t: blocked

Failed: 1 created, 0 updated, 0 removed, 1 unchanged, 1 blocked, 1 failed.`);
});

test('what destroy leaves alone was kept, and what a cancelled run did not come to was not reached', () => {
  const steps = [step('keep', { id: 'shared' }), step('remove', { id: 'a' }), step('remove', { id: 'b' })];
  const results = [done(steps[0]!), done(steps[1]!)];
  const text = resultTotals(outcome({ command: 'destroy', plan: plan(steps, 'destroy'), results }));
  expect(text).toBe('Done: 0 created, 0 updated, 1 removed, 1 kept, 0 failed, 1 not reached.');
});
