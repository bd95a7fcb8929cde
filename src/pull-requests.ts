import type { Context } from './context.js';

/** `closed`: merged as well; `missing`: the repository has no pull request of this number. */
export type PullRequestState = 'open' | 'closed' | 'missing';

/** What GitHub knows of the pull requests of the repository that the run is of. */
export interface PullRequests {
  /**
   * Throws `GITHUB_DENIED` when the token may not ask, with the permission it lacks, and `GITHUB_UNREACHABLE` when
   * there is no answer after some attempts.
   */
  stateOf(number: number, context: Context): Promise<PullRequestState>;
  /** The numbers of all open pull requests, page by page. Throws the same. */
  open(context: Context): Promise<ReadonlySet<number>>;
}
