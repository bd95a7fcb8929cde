import { planApply, planDestroy } from '../engine/plan.js';
import { findObstacles } from '../engine/survey.js';
import { BUILDING, TAKING_DOWN } from '../engine/ways.js';
import type { Step } from '../outcome.js';
import { askIam } from './ask-iam.js';
import type { Job, Prepared } from './prepare.js';

/** A plan, and what it was judged by. */
export interface Judged {
  readonly prepared: Prepared;
  readonly steps: readonly Step[];
}

/**
 * Plans what bringing the environment to what is declared takes, and asks what stands in the way of that: the account, and
 * IAM, at the same time. What is not to be written is not asked about. Throws what makes looking pointless.
 */
export async function judgeApply(job: Job, prepared: Prepared): Promise<Judged> {
  const steps = planApply(prepared.findings);
  const [findings, verdicts] = await Promise.all([
    findObstacles(prepared.look, prepared.findings, BUILDING.deedOf),
    askIam(job, prepared.spec, steps)
  ]);
  return { prepared: { ...prepared, findings, verdicts }, steps: planApply(findings) };
}

/** Plans what removing the environment takes, and asks what stands in the way of that. Throws as {@link judgeApply}. */
export async function judgeDestroy(prepared: Prepared): Promise<Judged> {
  const { look, findings } = prepared;
  const judged = await findObstacles(look, findings, TAKING_DOWN.deedOf);
  return { prepared: { ...prepared, findings: judged }, steps: planDestroy(judged) };
}
