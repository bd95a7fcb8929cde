import { expect, test } from '@jest/globals';
import { withoutContested } from '../../src/sweep/claims.js';
import type { Judged } from '../../src/sweep/judge.js';

const GOES = { reason: 'expired', why: 'It expired.' } as const;
const STAYS = { why: 'It is open.' };

function claim(env: string, namespace: string, judgement: Judged['judgement']): Judged {
  const names = { tableBucket: 'lake', namespace, table: 't', glueDatabase: `${env}_db` };
  return {
    record: { owner: { env, application: 'app' }, isolation: 'namespace', names, marks: {} },
    judgement
  };
}

const reasons = (judged: readonly Judged[]): unknown[] =>
  withoutContested(judged).map(({ judgement }) => [judgement.reason, judgement.doubtful]);

test('what one record alone claims is as it was judged', () => {
  expect(reasons([claim('a', 'one', GOES), claim('b', 'two', STAYS)])).toEqual([
    ['expired', undefined],
    [undefined, undefined]
  ]);
});

test('what two claim, of which one is to stay, stays, and that is doubtful', () => {
  const [contested] = withoutContested([claim('a', 'one', GOES), claim('b', 'one', STAYS)]);
  expect(contested?.judgement).toMatchObject({ doubtful: true });
  expect(contested?.judgement.why).toContain('b_db');
});

test('what two claim and both say is to go goes', () => {
  expect(reasons([claim('a', 'one', GOES), claim('b', 'one', GOES)])).toEqual([
    ['expired', undefined],
    ['expired', undefined]
  ]);
});
