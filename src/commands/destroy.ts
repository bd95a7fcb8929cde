import { carryThrough } from '../engine/rounds.js';
import { TAKING_DOWN } from '../engine/ways.js';
import type { Outcome } from '../outcome.js';
import { judgeDestroy } from './judge.js';
import { doneOutcome, refusedOutcome, shownOutcome, showPlan } from './outcome.js';
import { preflight } from './preflight.js';
import { prepare, type Job } from './prepare.js';

/**
 * Removes what belongs to the environment and looks whether it is gone. Refuses to begin when anything is not
 * ours or is guarded. What the whole account shares is not even looked at.
 */
export async function destroy(job: Job): Promise<Outcome> {
  const { inputs } = job;
  const { prepared, steps } = await judgeDestroy(await prepare(job, 'destroy'));
  const shown = await showPlan(job, prepared, steps);
  if (inputs['dry-run']) return shownOutcome(job, prepared, shown);
  if (shown.plan.counts.blocked > 0) {
    return refusedOutcome(prepared, shown, preflight(prepared, shown.plan));
  }
  const carried = await carryThrough(prepared.look, TAKING_DOWN, shown.plan.steps, prepared.findings);
  return doneOutcome(job, prepared, shown, carried);
}
