import { build } from '../engine/act.js';
import { planApply } from '../engine/plan.js';
import type { ActionError } from '../errors.js';
import type { Outcome } from '../outcome.js';
import { doneOutcome, refusedOutcome, shownOutcome, showPlan } from './outcome.js';
import { prepare, type Job } from './prepare.js';

/** Brings the environment to what is declared. Refuses to begin when anything stands in the way. */
export async function apply(job: Job): Promise<Outcome> {
  const { context, inputs } = job;
  const prepared = await prepare(job, 'apply');
  const shown = await showPlan(job, prepared, planApply(prepared.findings));
  if (inputs['dry-run']) return shownOutcome(job, prepared, shown);
  if (shown.plan.counts.blocked > 0) return refusedOutcome(prepared, shown);
  const done = await build(context, shown.plan.steps, prepared.findings);
  return doneOutcome(prepared, shown, done, context.signal.reason as ActionError | undefined);
}
