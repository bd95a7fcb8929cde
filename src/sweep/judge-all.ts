import { withoutContested } from './claims.js';
import { judge, type Judged, type Law } from './judge.js';
import { harmless, recordProblem } from './record-problem.js';
import type { EnvironmentRecord } from './records.js';

/** What is to become of every environment. Pure. */
export function judgeAll(records: readonly EnvironmentRecord[], law: Law): Judged[] {
  const judged = records.map((record): Judged => {
    const problem = recordProblem(record);
    if (problem === undefined) return { record, judgement: judge(record, law) };
    return { record: harmless(record), judgement: { why: problem, doubtful: true } };
  });
  return withoutContested(judged);
}
