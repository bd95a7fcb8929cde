import { expect, test } from '@jest/globals';
import { judge, type Law } from '../../src/sweep/judge.js';

const LAW: Law = { now: Date.UTC(2026, 5, 1), repository: 'octo/lake', open: new Set([7]) };
const past = { 'iceberg-environment:expires-at': '2026-05-31T23:59:59Z' };
const future = { 'iceberg-environment:expires-at': '2026-06-02T00:00:00Z' };
const nonsense = { 'iceberg-environment:expires-at': '2026' };
const of = (number: string, repository = 'octo/lake'): Record<string, string> => ({
  'iceberg-environment:pull-request': number,
  'iceberg-environment:repository': repository
});

test.each<[string, Record<string, string>, string | undefined, boolean | undefined]>([
  ['past its expiry', past, 'expired', undefined],
  ['past its expiry, of an open pull request', { ...past, ...of('7') }, 'expired', undefined],
  ['before its expiry', future, undefined, undefined],
  ['before its expiry, of a closed pull request', { ...future, ...of('8') }, 'closed', undefined],
  ['of a closed pull request, whatever case', of('8', 'Octo/Lake'), 'closed', undefined],
  ['of an open pull request', of('7'), undefined, undefined],
  ['of a pull request of another repository', of('8', 'octo/other'), undefined, undefined],
  ['of a pull request of no repository', { 'iceberg-environment:pull-request': '8' }, undefined, undefined],
  ['with a number that is none', of('8; drop'), undefined, undefined],
  ['with an expiry that is none', nonsense, undefined, true],
  ['with an expiry that is none, of a closed pull request', { ...nonsense, ...of('8') }, 'closed', undefined],
  ['without anything', {}, undefined, undefined]
])('%s', (_what, marks, reason, doubtful) => {
  const judgement = judge({ marks }, LAW);
  expect([judgement.reason, judgement.doubtful]).toEqual([reason, doubtful]);
  expect(judgement.why).toMatch(/^[A-Z].*\.$/);
});

test('where it is not known which pull requests are open, theirs stay and are doubtful', () => {
  const unknown = { now: LAW.now, repository: LAW.repository };
  expect(judge({ marks: of('8') }, unknown)).toMatchObject({ doubtful: true });
  expect(judge({ marks: { ...future, ...of('8') } }, unknown)).toMatchObject({ doubtful: true });
  expect(judge({ marks: { ...past, ...of('8') } }, unknown).reason).toBe('expired');
});

test.each([
  [{ repositories: ['octo/other'], applications: [] }, undefined],
  [{ repositories: [], applications: ['ledger'] }, undefined],
  [{ repositories: ['Octo/Lake'], applications: ['app'] }, 'expired']
])('a sweep that is narrowed to %j ends nothing else', (only, reason) => {
  const marks = { ...past, ...of('8'), 'iceberg-environment:application': 'app' };
  expect(judge({ marks }, { ...LAW, only }).reason).toBe(reason);
});

test('a run of no repository ends nothing that belongs to one, unless that is named', () => {
  const marks = { ...past, ...of('8') };
  const nobody = { ...LAW, repository: undefined };
  expect(judge({ marks }, nobody)).toMatchObject({ doubtful: true });
  expect(judge({ marks }, nobody).reason).toBeUndefined();
  expect(judge({ marks: past }, nobody).reason).toBe('expired');
  const only = { repositories: ['OCTO/lake'], applications: [] };
  expect(judge({ marks }, { ...nobody, only }).reason).toBe('expired');
});
