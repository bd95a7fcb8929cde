import { expect, test } from '@jest/globals';
import { githubReporter } from '../../src/github/reporter.js';
import { harmless } from '../../src/github/runner.js';
import { recordingRunner } from './fixtures.js';

test('after nine annotations of a kind the rest are lines, and the last annotation has their number', () => {
  const runner = recordingRunner();
  const reporter = githubReporter({}, runner);
  for (let i = 1; i <= 12; i++) reporter.warning(`w${i}`);
  reporter.notice('n');
  reporter.finish();
  expect(runner.annotations.map(({ kind, message }) => `${kind} ${message}`)).toEqual([
    ...['w1', 'w2', 'w3', 'w4', 'w5', 'w6', 'w7', 'w8', 'w9'].map((w) => `warning ${w}`),
    'notice n',
    'warning And 3 more warnings:\nw10\nw11\nw12'
  ]);
  expect(runner.lines).toEqual(['warning: w10', 'warning: w11', 'warning: w12']);
});

test('nine annotations need no further one, and finishing twice tells nothing twice', () => {
  const runner = recordingRunner();
  const reporter = githubReporter({}, runner);
  for (let i = 1; i <= 10; i++) reporter.error(`e${i}`, 'CODE');
  reporter.finish();
  reporter.finish();
  expect(runner.annotations).toHaveLength(10);
  expect(runner.annotations.at(-1)?.message).toBe('And 1 more error:\ne10');
});

test('a group closes also when its work fails', async () => {
  const runner = recordingRunner();
  const work = githubReporter({}, runner).group('title', () => Promise.reject(new Error('no')));
  await expect(work).rejects.toThrow('no');
  expect(runner.lines).toEqual(['<title>', '</>']);
});

test.each([
  ['::error::x', ': :error::x'],
  ['a\n  ::stop-commands::t', 'a\n  : :stop-commands::t'],
  ['a\r::set-env name=x::y', 'a\n: :set-env name=x::y'],
  [':::error::x', ': : :error::x'],
  ['- ::error::x', '- : :error::x'],
  ['##\u00ad[error]x', '## [error]x'],
  [':\u200b:error::x', ': :error::x'],
  ['\u001b[32m+ a\u001b[0m \u001b[5mb', '\u001b[32m+ a\u001b[0m b'],
  ['x'.repeat(40_000), `${'x'.repeat(32_768)}… and 7232 more characters`],
  ['x ##[add-mask]y', 'x ## [add-mask]y'],
  ['arn:aws:iam::123:role/x', 'arn:aws:iam::123:role/x']
])('a line %j from outside is no command of the runner', (given, written) => {
  expect(harmless(given)).toBe(written);
});
