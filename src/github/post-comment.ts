import { type Context, systemClock } from '../context.js';
import { asActionError } from '../errors.js';
import type { Outcome } from '../outcome.js';
import type { GitHubAccess } from './api.js';
import { commentOf } from './comment-body.js';
import type * as Comments from './comments.js';
import { whyNotAskable } from './refusal.js';
import type { GitHubReporter } from './reporter.js';

/** Where to comment, and on what. */
export interface CommentOptions {
  readonly access: GitHubAccess;
  readonly subject: Comments.Subject;
  readonly pullRequest: number;
  readonly runUrl?: string | undefined;
  /** The token of such a run may only read. */
  readonly fromFork: boolean;
}

/** How long comments are worth waiting for, where that is less than usual. */
export interface Patience {
  /** ms */
  readonly mostMs?: number;
  /** Aborted when the run is to stop. */
  readonly signal?: AbortSignal;
}

/** How long the comment may take at the end of a run, ms; one that was cancelled is killed soon. */
const WHOLE_MS = 20_000;
/** And each after the first, ms. */
const NEXT_MS = 4_000;

/**
 * Brings the comment of the environment up to date. Never throws: a comment that cannot be posted is a warning that
 * names the permission, and on a pull request from a fork a notice.
 */
export async function postComment(
  outcome: Outcome,
  { access, subject, pullRequest, runUrl, fromFork }: CommentOptions,
  reporter: GitHubReporter,
  patience: Patience = {}
): Promise<void> {
  if (outcome.command === 'iam-policy' || outcome.command === 'sweep') return;
  try {
    const { comments, thread } = await openThread(access, pullRequest, shortContext(reporter, patience));
    const body = commentOf(outcome, { ...subject, runUrl, now: Date.now() });
    await (foundNothing(outcome) ? comments.updateComment : comments.upsertComment)(thread, subject, body);
  } catch (thrown) {
    const { message } = asActionError(thrown);
    const what = `The pull request ${pullRequest} was not commented on: ${message}`;
    if (fromFork) reporter.notice(what);
    else reporter.warning(what);
  }
}

/** The comments of a pull request, and what writes them; loaded only by runs that comment. */
export async function openThread(
  access: GitHubAccess,
  pullRequest: number,
  context: Context
): Promise<{ comments: typeof Comments; thread: Comments.Thread }> {
  const refusal = whyNotAskable(access, `comment on the pull request ${pullRequest}`);
  if (refusal !== undefined) throw refusal;
  const [{ makeAsk }, comments] = await Promise.all([import('./api.js'), import('./comments.js')]);
  const warn = (message: string): void => context.reporter.warning(message);
  const thread = { ask: makeAsk(access, context), repository: access.repository, pullRequest, warn };
  return { comments, thread };
}

/** There never was an environment, or an earlier run has told of its end: that is worth no comment of its own. */
function foundNothing({ command, dryRun, outputs, failures }: Outcome): boolean {
  return command === 'destroy' && !dryRun && failures.length === 0 && outputs.destroyed === 'false';
}

/** The run itself may be over its deadline; the comment has its own, and so have several together. */
export function shortContext(
  reporter: GitHubReporter,
  { mostMs = Infinity, signal }: Patience,
  comments = 1
): Context {
  const ms = Math.min(mostMs, WHOLE_MS + (comments - 1) * NEXT_MS);
  const cut = AbortSignal.any([AbortSignal.timeout(ms), ...(signal === undefined ? [] : [signal])]);
  return { deadline: Date.now() + ms, signal: cut, cut, reporter, clock: systemClock };
}
