import { ActionError, type ErrorCode } from '../errors.js';
import type { Stranger } from '../inputs.js';
import type { Command, Outcome } from '../outcome.js';

/** What is to become of a run for somebody who is no member of the repository: the input `fork-pull-requests`. */
export interface Guest {
  readonly stranger?: Stranger | undefined;
  readonly choice: 'skip' | 'fail' | 'apply';
}

/** What such a run fails with when GitHub gave it nothing: no credentials, no token. */
const EMPTY_HANDED: readonly ErrorCode[] = ['NO_CREDENTIALS', 'OIDC_UNAVAILABLE'];
/** Without secrets inputs come out empty as well, which is found when they are read. */
export const WITHOUT_SECRETS: readonly ErrorCode[] = [...EMPTY_HANDED, 'INVALID_INPUT'];

const WHO: Readonly<Record<Stranger, string>> = {
  fork: 'The run is for a pull request from a fork.',
  dependabot:
    'The run is for Dependabot, which gets no secrets but its own: an expression such as ${{ secrets.ROLE }} comes out empty there, and an empty input counts as not set.',
  commenter: 'The run is for a comment of somebody who may not write to this repository.'
};

/**
 * Whether a run may make something for whoever it is for, before the first call. `undefined`: it may.
 */
export function refusedGuest(command: Command, { stranger, choice }: Guest): Outcome | undefined {
  if (stranger === undefined || choice === 'apply') return undefined;
  return turnedAway(command, { stranger, choice });
}

/**
 * What the run of a guest comes to that could not begin for want of credentials or of secrets, which is nobody's
 * mistake: it is skipped, or fails as the user wants. Anything else than `excused` stays as it is.
 */
export function forFork(
  outcome: Outcome,
  { stranger, choice }: Guest,
  excused: readonly ErrorCode[] = EMPTY_HANDED
): Outcome {
  const { command, failures } = outcome;
  if (stranger === undefined || failures.length === 0) return outcome;
  if (!failures.every(({ code }) => excused.includes(code))) return outcome;
  return turnedAway(command, { stranger, choice }, failures[0]);
}

function turnedAway(
  command: Command,
  { stranger, choice }: Guest & { readonly stranger: Stranger },
  cause?: ActionError
): Outcome {
  const who = WHO[stranger];
  const why = cause === undefined ? who : `${who} ${cause.found ?? cause.means}`;
  const base = { command, dryRun: false, results: [], outputs: { command } };
  if (choice !== 'skip') return { ...base, failures: [new ActionError('FORK', { found: why, cause })] };
  const skipped = `${why} Nothing was done. Set fork-pull-requests: fail to have such a run fail, or apply to let it go on where it has credentials.`;
  return { ...base, failures: [], skipped };
}
