import { ActionError } from '../errors.js';
import type { Wishes } from '../inputs.js';
import type { Outcome } from '../outcome.js';
import { turnedAway } from './fork.js';

const SAY_IT =
  'Set command to what is wanted at this event, apply or destroy, with env; or leave the event out of on:.';

/**
 * What a run comes to by its event alone, whatever else it was given; `undefined`: it goes on. So a run that there is
 * nothing to do for does not fail for what its event leaves empty: the number of a pull request, a secret. Decided by
 * the table of events.
 */
export function byEvent({
  command,
  github: { meaning, stranger },
  choice
}: Pick<Wishes, 'command' | 'github' | 'choice'>): Outcome | undefined {
  if (command !== 'auto' || meaning.does === 'destroy') return undefined;
  const nothing = { command, dryRun: false, results: [], outputs: { command }, failures: [] };
  if (meaning.does === 'skip') return { ...nothing, skipped: meaning.why };
  if (meaning.does === 'refuse') {
    return { ...nothing, failures: [new ActionError('INVALID_INPUT', { found: meaning.why, todo: SAY_IT })] };
  }
  return turnedAway(command, { stranger, choice });
}

/**
 * What a run comes to whose inputs cannot be used. At the end of a stranger's pull request that may be for want of
 * secrets, and there is nothing to end then that was made with them.
 */
export function unread({ command, github, choice }: Wishes, failure: ActionError): Outcome {
  const isEnd = command === 'auto' && github.meaning.does === 'destroy';
  const guest = { stranger: isEnd ? github.stranger : undefined, choice };
  const outputs = command === undefined ? {} : { command };
  const failed = { dryRun: false, results: [], outputs, failures: [failure] };
  return turnedAway('auto', guest, failure) ?? { ...failed, command: command ?? 'apply' };
}
