import { carryThrough } from '../engine/rounds.js';
import { BUILDING } from '../engine/ways.js';
import type { Outcome } from '../outcome.js';
import { doneOutcome, refusedOutcome, shownOutcome, showPlan, warnOfUnmet } from './outcome.js';
import { judgeApply } from './judge.js';
import { preflight } from './preflight.js';
import { prepare, type Job } from './prepare.js';

/**
 * Brings the environment to what is declared, and runs the smoke test when that is asked for. Refuses to begin when
 * anything stands in the way. Of what is declared and is not carried out it warns.
 */
export async function apply(job: Job): Promise<Outcome> {
  const { context, inputs } = job;
  const { prepared, steps } = await judgeApply(job, await prepare(job, 'apply'));
  const shown = await showPlan(job, prepared, steps);
  const checked = preflight(prepared, shown.plan, inputs['dry-run']);
  if (checked.warning !== undefined) context.reporter.warning(checked.warning);
  if (inputs['dry-run']) {
    const unseen = checked.failure === undefined ? [] : [checked.failure];
    return { ...shownOutcome(job, prepared, shown, unseen), policies: checked.policies };
  }
  if (shown.plan.counts.blocked > 0 || checked.failure) return refusedOutcome(prepared, shown, checked);
  const carried = await carryThrough(prepared.look, BUILDING, shown.plan.steps, prepared.findings);
  const outcome = doneOutcome(job, prepared, shown, carried);
  if (!inputs['smoke-test'] || outcome.failures.length > 0) return warnOfUnmet(job, skipSmokeTest(outcome));
  const { addSmokeTest } = await import('./smoke-test.js');
  return warnOfUnmet(job, await addSmokeTest(job, prepared.spec, outcome));
}

function skipSmokeTest(outcome: Outcome): Outcome {
  return { ...outcome, outputs: { ...outcome.outputs, 'smoke-test-result': 'skipped' } };
}
