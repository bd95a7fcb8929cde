import { beginInquiry } from '../permissions/inquiry.js';
import { needsOf } from '../permissions/needs.js';
import type { Plan } from '../outcome.js';
import { deedsOf } from './preflight.js';
import type { Job, Prepared } from './prepare.js';

/**
 * Asks IAM whether the credentials may do what the plan is about to do; where that is nothing, IAM is not asked. Throws
 * nothing: without an answer the run goes on.
 */
export async function askIam({ aws, context }: Job, prepared: Prepared, plan: Plan): Promise<Prepared> {
  const { spec } = prepared;
  const needs = needsOf(plan.steps.flatMap(deedsOf), spec, { sure: true });
  if (needs.length === 0) return prepared;
  const inquiry = beginInquiry(aws, { spec, needs }, context);
  try {
    return { ...prepared, verdicts: await inquiry.verdicts() };
  } finally {
    inquiry.end();
  }
}
