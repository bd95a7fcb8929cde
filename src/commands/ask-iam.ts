import type { Verdict } from '../aws/ports.js';
import { beginInquiry } from '../permissions/inquiry.js';
import { needsOf } from '../permissions/needs.js';
import type { Step } from '../outcome.js';
import type { EnvironmentSpec } from '../resources/spec.js';
import { deedsOf } from './preflight.js';
import type { Job } from './prepare.js';

/**
 * Asks IAM whether the credentials may do what is planned; `undefined`: it was not asked, since nothing is, or did not
 * answer. Throws nothing: without an answer the run goes on.
 */
export async function askIam(
  { aws, context }: Job,
  spec: EnvironmentSpec,
  steps: readonly Step[]
): Promise<readonly Verdict[] | undefined> {
  const needs = needsOf(steps.flatMap(deedsOf), spec, { sure: true });
  if (needs.length === 0) return undefined;
  const inquiry = beginInquiry(aws, { spec, needs }, context);
  try {
    return await inquiry.verdicts();
  } finally {
    inquiry.end();
  }
}
