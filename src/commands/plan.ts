import { changesIn } from '../engine/plan.js';
import { ActionError } from '../errors.js';
import type { Outcome } from '../outcome.js';
import { judgeApply } from './judge.js';
import { shownOutcome, showPlan } from './outcome.js';
import { isDeniedLook, preflight } from './preflight.js';
import { prepare, type Job } from './prepare.js';

/**
 * Shows what `apply` would do. Writes nothing. Fails with what could not be looked at, and, when asked to, with
 * `DRIFT` when there is anything to do.
 */
export async function plan(job: Job): Promise<Outcome> {
  const { prepared, steps } = await judgeApply(job, await prepare(job, 'apply'));
  const shown = await showPlan(job, prepared, steps);
  const { failure, warning, policies } = preflight(prepared, shown.plan, true);
  if (warning !== undefined) job.context.reporter.warning(warning);
  const others = prepared.findings.filter((finding) => !isDeniedLook(finding));
  const unseen = new Set(
    [failure, ...others.map((finding) => finding.failure)].flatMap((each) => each ?? [])
  );
  const count = changesIn(shown.plan.counts);
  const drift = job.inputs['fail-on-changes'] && count > 0 ? [driftOf(count)] : [];
  return { ...shownOutcome(job, prepared, shown, [...unseen, ...drift]), policies };
}

function driftOf(count: number): ActionError {
  const what = count === 1 ? 'One resource is' : `${count} resources are`;
  return new ActionError('DRIFT', { found: `${what} not as declared, and fail-on-changes is set.` });
}
