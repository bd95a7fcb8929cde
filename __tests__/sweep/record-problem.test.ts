import { expect, test } from '@jest/globals';
import { derivedNames } from '../../src/names.js';
import { judgeAll } from '../../src/sweep/judge-all.js';
import { harmless, quoted, recordProblem } from '../../src/sweep/record-problem.js';
import { type EnvironmentRecord, ownerOf } from '../../src/sweep/records.js';

type Marks = Readonly<Record<string, string>>;

const LAW = { now: Date.UTC(2026, 5, 1), repository: 'octo/lake', open: new Set<number>() };

function recordOf(more: Marks = {}, names: Partial<EnvironmentRecord['names']> = {}): EnvironmentRecord {
  const marks = {
    'managed-by': 'iceberg-environment',
    'iceberg-environment:env': 'demo',
    'iceberg-environment:application': 'app',
    'iceberg-environment:expires-at': '2026-01-01T00:00:00Z',
    ...more
  };
  const derived = derivedNames('demo', 'app', 'bucket');
  return { owner: ownerOf(marks), isolation: 'bucket', names: { ...derived, ...names }, marks };
}

test.each<[string, Marks]>([
  ['the usual', {}],
  ['an env in upper case', { 'iceberg-environment:env': 'Demo' }],
  ['an env that no input takes any more', { 'iceberg-environment:env': 'pr-' }],
  ['a repository', { 'iceberg-environment:repository': 'octo/lake.js' }]
])('a record with %s can be this action’s', (_what, more) => {
  expect(recordProblem(recordOf(more))).toBeUndefined();
});

test.each<[string, Marks, Partial<EnvironmentRecord['names']>]>([
  ['a path', {}, { tableBucket: 'a/../b' }],
  ['an ARN', {}, { tableBucket: 'arn:aws:s3tables:us-east-1:1:bucket/finance' }],
  ['a star', {}, { namespace: '*' }],
  ['upper case', {}, { table: 'Orders' }],
  ['nothing', {}, { glueDatabase: '' }],
  ['a line break', { 'iceberg-environment:env': 'a\nb' }, {}],
  ['too long a word', { 'iceberg-environment:application': 'a'.repeat(129) }, {}],
  ['a repository of three parts', { 'iceberg-environment:repository': 'a/b/c' }, {}],
  ['a number that is none', { 'iceberg-environment:pull-request': '7; drop' }, {}]
])('one with %s cannot, and stays, doubtful', (_what, more, names) => {
  const record = recordOf(more, names);
  expect(recordProblem(record)).toMatch(/^Its record holds .*\.$/);
  const [judged] = judgeAll([record], LAW);
  expect([judged?.judgement.reason, judged?.judgement.doubtful]).toEqual([undefined, true]);
});

test('what is told of it is short, and holds nothing that a log would obey', () => {
  const record = recordOf({ 'iceberg-environment:env': `\u0085::add-mask::x\r\n${'y'.repeat(80_000)}` });
  const { owner, marks } = harmless(record);
  expect(owner.env).toMatch(/^\?::add-mask::x\?\?y+…$/);
  expect([owner.env.length < 70, marks]).toEqual([true, {}]);
  expect(quoted('a\u2028"b')).toBe('"a?\\"b"');
});
