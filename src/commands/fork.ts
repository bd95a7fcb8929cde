import { ActionError, type ErrorCode } from '../errors.js';
import type { Stranger, Wishes } from '../inputs.js';
import type { Command, Outcome } from '../outcome.js';

/** For whom a run is, and what is to become of one for somebody who is no member: the input `fork-pull-requests`. */
export interface Guest {
  readonly stranger?: Stranger | undefined;
  /** Absent: it cannot be read, which the user is to be told. */
  readonly choice?: Wishes['choice'];
}

/** What such a run fails with when GitHub gave it nothing: no credentials, no token. */
const EMPTY_HANDED: readonly ErrorCode[] = ['NO_CREDENTIALS', 'OIDC_UNAVAILABLE'];

const WHO: Readonly<Record<Stranger, string>> = {
  fork: 'The run is for a pull request from a fork.',
  dependabot:
    'The run is for Dependabot, which gets no secrets but its own: an expression such as ${{ secrets.ROLE }} comes out empty there, and an empty input counts as not set.',
  commenter: 'The run is for a comment of somebody who may not write to this repository.'
};

/** The outcome of a run that may do nothing for whom it is. `undefined`: it may, or fails by itself. */
export function turnedAway(
  command: Command,
  { stranger, choice }: Guest,
  cause?: ActionError
): Outcome | undefined {
  if (stranger === undefined || choice === undefined || choice === 'apply') return undefined;
  return away(command, { stranger, choice }, cause);
}

/**
 * What the run of a guest comes to that could not begin for want of credentials, which is nobody's mistake: it is
 * skipped, or fails as the user wants. Anything else stays as it is.
 */
export function forFork(outcome: Outcome, { stranger, choice }: Guest): Outcome {
  const { command, failures } = outcome;
  if (stranger === undefined || choice === undefined || failures.length === 0) return outcome;
  if (!failures.every(({ code }) => EMPTY_HANDED.includes(code))) return outcome;
  return away(command, { stranger, choice }, failures[0]);
}

function away(
  command: Command,
  { stranger, choice }: { readonly stranger: Stranger; readonly choice: NonNullable<Guest['choice']> },
  cause?: ActionError
): Outcome {
  const who = WHO[stranger];
  const why = cause === undefined ? who : `${who} ${cause.found ?? cause.means}`;
  const base = { command, dryRun: false, results: [], outputs: { command } };
  if (choice !== 'skip') return { ...base, failures: [new ActionError('FORK', { found: why, cause })] };
  const skipped = `${why} Nothing was done. Set fork-pull-requests: fail to have such a run fail, or apply to let it go on where it has credentials.`;
  return { ...base, failures: [], skipped };
}
