import { asActionError, ActionError } from '../errors.js';
import type { Command, Outcome } from '../outcome.js';
import type { PullRequestState } from '../pull-requests.js';
import { apply } from './apply.js';
import { destroy } from './destroy.js';
import { byEvent } from './by-event.js';
import type { Job } from './prepare.js';

/**
 * Does what the event asks for: a closed pull request's environment is destroyed, everything else is applied. Events
 * come late and overtake each other, so GitHub is asked before anything is made, and once more after it. Throws
 * `INVALID_INPUT` for a pull request that the repository does not have.
 */
export async function auto(job: Job): Promise<Outcome> {
  const { github, 'fork-pull-requests': choice } = job.inputs;
  const decided = byEvent({ command: 'auto', github, choice });
  if (decided !== undefined) return decided;
  const { pullRequest, meaning } = github;
  if (pullRequest === undefined) return apply(as(job, 'apply'));
  const only = { ...job, onlyOf: pullRequest };
  return ofPullRequest(only, pullRequest, meaning.does === 'destroy');
}

async function ofPullRequest(job: Job, pullRequest: number, over: boolean): Promise<Outcome> {
  const before = await stateOf(job, pullRequest);
  if (before === 'missing') throw missing(job, pullRequest);
  if (over) return before === 'open' ? reopened(pullRequest) : destroy(as(job, 'destroy'));
  if (before === 'closed') return closed(job, pullRequest);
  const outcome = await apply(as(job, 'apply'));
  if (job.context.signal.aborted || outcome.dryRun) return outcome;
  return (await stateOf(job, pullRequest)) === 'closed' ? closed(job, pullRequest) : outcome;
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
  return destroy(as(job, 'destroy'));
}

function reopened(pullRequest: number): Outcome {
  const skipped = `The pull request ${pullRequest} was reopened meanwhile, so its environment stays.`;
  return { command: 'auto', dryRun: false, results: [], outputs: { command: 'auto' }, failures: [], skipped };
}

function missing({ inputs }: Job, pullRequest: number): ActionError {
  return new ActionError('INVALID_INPUT', {
    found: `The event is about the pull request ${pullRequest}, and ${inputs.github.repository ?? 'the repository'} has none of this number.`,
    todo: 'Run the action with an event of this repository, and with its own github-token.'
  });
}
