import { ActionError } from '../errors.js';

/** One call of GitHub's API. */
export interface Ask {
  /** `GET`, … */
  readonly method: string;
  /** Below the API's address, or a whole address of it: `/repos/octo/lake/pulls/7`. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
  /** For the error: `read the pull request 7`. */
  readonly doing: string;
  /** What the token must be allowed: `pull-requests: write`. */
  readonly permission: string;
}

/** GitHub refused a call. `status` 404: there is no such thing, or the token may not see it. */
export class GitHubRefusal extends ActionError {
  readonly status: number;

  constructor(code: 'GITHUB_DENIED' | 'GITHUB_UNREACHABLE', status: number, ask: Ask, message: string) {
    const said = `GitHub answered ${ask.method} ${ask.path} with ${status === 0 ? 'nothing' : status}: ${message}`;
    const allow = `Give the job \`permissions: ${ask.permission}\`, or set github-token to a token that has it.`;
    super(code, { doing: ask.doing, found: said, ...(code === 'GITHUB_DENIED' && { todo: allow }) });
    this.status = status;
  }
}

/** GitHub has no such thing, or does not show it to this token. */
export function isNotFound(thrown: unknown): boolean {
  return thrown instanceof GitHubRefusal && thrown.status === 404;
}
