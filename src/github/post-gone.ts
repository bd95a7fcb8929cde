import { asActionError } from '../errors.js';
import type { Outcome, SweptEnvironment } from '../outcome.js';
import type { GitHubAccess } from './api.js';
import { commentOf } from './comment-body.js';
import { openThread, type Patience, shortContext } from './post-comment.js';
import type { GitHubReporter } from './reporter.js';
import { count } from '../text.js';

/** Where the comments of environments that were swept are. */
export interface GoneOptions {
  readonly access: GitHubAccess;
  readonly region: string;
  readonly runUrl?: string | undefined;
}

/**
 * Says in the comments of pull requests that their environments are gone, where there is such a comment. Never throws:
 * what cannot be updated is one warning that names the permission.
 */
export async function postGone(
  { swept = [] }: Outcome,
  { access, region, runUrl }: GoneOptions,
  reporter: GitHubReporter,
  patience: Patience = {}
): Promise<void> {
  const gone = swept.flatMap((each) => goneOf(each, access.repository));
  if (gone.length === 0 || access.token === '') return;
  const failures: string[] = [];
  const context = shortContext(reporter, patience, gone.length);
  for (const { env, application, pullRequest, outcome } of gone) {
    const text = commentOf(outcome, { env, application, runUrl, now: Date.now() });
    await openThread(access, pullRequest, context)
      .then(({ comments, thread }) => comments.updateComment(thread, { env, application, region }, text))
      .catch((thrown: unknown) => failures.push(asActionError(thrown).message));
  }
  if (failures.length === 0) return;
  reporter.warning(
    `${count(failures.length, 'comment')} could not be told that the environment is gone. The first: ${failures[0]}`
  );
}

interface Gone extends SweptEnvironment {
  readonly outcome: Outcome;
  readonly pullRequest: number;
}

/** What is gone, and was of a pull request of this repository. */
function goneOf(swept: SweptEnvironment, own: string): Gone[] {
  const { repository, pullRequest, outcome } = swept;
  if (outcome === undefined || pullRequest === undefined) return [];
  return repository?.toLowerCase() === own.toLowerCase() ? [{ ...swept, pullRequest, outcome }] : [];
}
