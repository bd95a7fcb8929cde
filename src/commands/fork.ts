import { ActionError, type ErrorCode } from '../errors.js';
import type { Inputs } from '../inputs.js';
import type { Outcome } from '../outcome.js';

const WITHOUT_CREDENTIALS: readonly ErrorCode[] = ['NO_CREDENTIALS', 'OIDC_UNAVAILABLE'];

/**
 * What a run of a pull request from a fork comes to. GitHub gives it no credentials, which is nobody's mistake: it is
 * skipped, or fails as the user wants. Anything else stays as it is.
 */
export function forFork(outcome: Outcome, inputs: Inputs): Outcome {
  const { fromFork } = inputs.github;
  const { command, outputs, failures } = outcome;
  const only = failures.length > 0 && failures.every(({ code }) => WITHOUT_CREDENTIALS.includes(code));
  if (!fromFork || !only) return outcome;
  const refusal = new ActionError('FORK', { cause: failures[0] });
  if (inputs['fork-pull-requests'] === 'fail') return { ...outcome, failures: [refusal] };
  const skipped = `${refusal.means} Nothing was done. Set fork-pull-requests: fail to have such a run fail.`;
  return { command, dryRun: false, results: [], outputs, failures: [], skipped };
}
