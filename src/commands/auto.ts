import { asActionError, ActionError } from '../errors.js';
import type { Inputs } from '../inputs.js';
import type { Command, Outcome } from '../outcome.js';
import type { PullRequestState } from '../pull-requests.js';
import { apply } from './apply.js';
import { destroy } from './destroy.js';
import { type Guest, refusedGuest } from './fork.js';
import type { Job } from './prepare.js';

/**
 * Does what the event asks for: a closed pull request's environment is destroyed, everything else is applied. Events
 * come late and overtake each other, so GitHub is asked before anything is made, and once more after it. Throws
 * `INVALID_INPUT` for a pull request that the repository does not have.
 */
export async function auto(job: Job): Promise<Outcome> {
  const { pullRequest, meaning } = job.inputs.github;
  if (meaning.does === 'refuse') throw new ActionError('INVALID_INPUT', { found: meaning.why });
  if (meaning.does === 'skip') return skippedOutcome(meaning.why);
  const over = meaning.does === 'destroy';
  const refused = over ? undefined : refusedGuest('auto', guestIn(job.inputs));
  if (refused !== undefined) return refused;
  if (pullRequest === undefined) return apply(as(job, 'apply'));
  return ofPullRequest(job, pullRequest, over);
}

async function ofPullRequest(job: Job, pullRequest: number, over: boolean): Promise<Outcome> {
  const before = await stateOf(job, pullRequest);
  if (before === 'missing') throw missing(job, pullRequest);
  if (over) return before === 'open' ? reopened(pullRequest) : tearDown(job, pullRequest);
  if (before === 'closed') return closed(job, pullRequest);
  const outcome = await apply(as(job, 'apply'));
  if (job.context.signal.aborted || outcome.dryRun) return outcome;
  return (await stateOf(job, pullRequest)) === 'closed' ? closed(job, pullRequest) : outcome;
}

/** For whom the run is, and what the user wants of such. */
export function guestIn(inputs: Pick<Inputs, 'github' | 'fork-pull-requests'>): Guest {
  return { stranger: inputs.github.stranger, choice: inputs['fork-pull-requests'] };
}

function as(job: Job, command: Command): Job {
  return { ...job, inputs: { ...job.inputs, command } };
}

/** `undefined`: GitHub does not say, and the event is believed. */
async function stateOf(
  { context, pullRequests }: Job,
  pullRequest: number
): Promise<PullRequestState | undefined> {
  try {
    return await pullRequests.stateOf(pullRequest, context);
  } catch (thrown) {
    context.signal.throwIfAborted();
    const { message } = asActionError(thrown);
    context.reporter.warning(
      `Whether the pull request ${pullRequest} is still open is not known; the event is believed. ${message}`
    );
    return undefined;
  }
}

function closed(job: Job, pullRequest: number): Promise<Outcome> {
  job.context.reporter.notice(
    `The pull request ${pullRequest} was closed meanwhile, so its environment is destroyed.`
  );
  return tearDown(job, pullRequest);
}

/** Whatever env says, what goes is what was made for this pull request. */
function tearDown(job: Job, pullRequest: number): Promise<Outcome> {
  return destroy({ ...as(job, 'destroy'), teardownOf: pullRequest });
}

function reopened(pullRequest: number): Outcome {
  return skippedOutcome(`The pull request ${pullRequest} was reopened meanwhile, so its environment stays.`);
}

function skippedOutcome(skipped: string): Outcome {
  return { command: 'auto', dryRun: false, results: [], outputs: { command: 'auto' }, failures: [], skipped };
}

function missing({ inputs }: Job, pullRequest: number): ActionError {
  return new ActionError('INVALID_INPUT', {
    found: `The event is about the pull request ${pullRequest}, and ${inputs.github.repository ?? 'the repository'} has none of this number.`,
    todo: 'Run the action with an event of this repository, and with its own github-token.'
  });
}
