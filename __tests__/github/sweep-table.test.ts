import { expect, test } from '@jest/globals';
import { marked } from 'marked';
import type { SweptEnvironment } from '../../src/outcome.js';
import { summaryOf } from '../../src/github/summary.js';
import { denied, outcome } from './fixtures.js';

const of = (env: string, more: Partial<SweptEnvironment> = {}): SweptEnvironment => ({
  ...{ env, application: 'app', isolation: 'bucket', what: 'kept', doubtful: false, failures: [] },
  names: { tableBucket: `${env}-app`, namespace: `${env}_app`, table: 'app', glueDatabase: 'db' },
  why: 'Its pull request 7 is open.',
  ...more
});

const summary = (swept: readonly SweptEnvironment[]): string =>
  summaryOf(outcome({ command: 'sweep', swept }));
const rows = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('| '));

test('what needs a look comes first, what stays comes last', () => {
  const text = summary([
    of('stays'),
    of('waits', { what: 'left' }),
    of('went', { what: 'destroyed', why: 'It expired.' }),
    of('odd', { doubtful: true, why: 'Its expiry cannot be read.' }),
    of('stuck', { what: 'failed', failures: [denied()] })
  ]);
  expect(
    rows(text)
      .slice(2)
      .map((row) => row.split('|').slice(1, 3).join('').replace(/<.*?>/g, '').trim())
  ).toEqual(['❌  stuck', '❓  odd', '➖  went', '⏭️  waits', '✔️  stays']);
  expect(text).toContain('1 failed, 1 destroyed, 1 left, 2 kept.');
  expect(rows(text)[2]).toContain('PERMISSION&#95;DENIED');
});

test('says where each one is', () => {
  const shared = of('pr-7', { isolation: 'namespace' });
  const [, , own, other] = rows(summary([of('dev'), shared]));
  expect(own).toContain('| <code>dev-app</code> |');
  expect(other).toContain('| <code>pr-7-app</code>, <code>pr-7&#95;app</code> |');
});

test('none at all is said in words', () => {
  expect(summary([])).toContain('There are no environments of this action here.');
});

test('thousands fit, and what did not fit is counted', () => {
  const text = summary(Array.from({ length: 20_000 }, (_, at) => of(`env-${at}`)));
  expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
  expect(text).toContain('20000 kept.');
  expect(text).toMatch(/\d+ more environments/);
});

test('marks that others edited break nothing', () => {
  const nasty = '`|\n<img src=x onerror=alert(1)> [a](javascript:alert(1)) @octo/all';
  const text = summary([of(nasty, { application: nasty, why: nasty, names: namesOf(nasty) })]);
  const html = marked.parse(text, { async: false });
  expect(html).not.toMatch(/<img|<a /);
  expect(html.match(/<tr>/g)).toHaveLength(2);
});

const namesOf = (tableBucket: string): SweptEnvironment['names'] => ({
  ...{ tableBucket, namespace: tableBucket, table: tableBucket, glueDatabase: tableBucket }
});
