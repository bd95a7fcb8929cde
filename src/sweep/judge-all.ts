import { withoutContested } from './claims.js';
import { judge, type Judged, type Law } from './judge.js';
import { recordProblem } from './record-problem.js';
import type { EnvironmentRecord } from './records.js';

/** What is to become of every environment. Pure. */
export function judgeAll(records: readonly EnvironmentRecord[], law: Law): Judged[] {
  const judged = records.map((record): Judged => {
    const problem = recordProblem(record);
    return {
      record,
      judgement: problem === undefined ? judge(record, law) : { why: problem, doubtful: true }
    };
  });
  return withoutContested(judged);
}
