import * as v from 'valibot';
import { ActionError } from '../errors.js';
import { shown } from '../text.js';
import type { GitHubAccess } from './api.js';

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
    const said = `GitHub answered ${ask.method} ${ask.path} with ${status === 0 ? 'nothing' : status}: ${shown(message, 500)}`;
    super(code, {
      doing: ask.doing,
      found: said,
      ...(code === 'GITHUB_DENIED' && { todo: todoFor(status, ask.permission) })
    });
    this.status = status;
  }
}

/**
 * Why GitHub cannot be asked at all, known before the first attempt; nothing of a token is told. `undefined`: it can.
 */
export function whyNotAskable(
  { token, repository, apiUrl }: GitHubAccess,
  doing: string
): ActionError | undefined {
  const denied = (found: string, todo: string): ActionError =>
    new ActionError('GITHUB_DENIED', { doing, found, todo });
  if (token === '') return denied('There is no token: github-token is empty.', NO_TOKEN);
  if (!/^[!-~]+$/.test(token)) {
    return denied(
      'github-token holds a blank, a line break or another character that no token has.',
      BROKEN_TOKEN
    );
  }
  if (repository === '')
    return denied('GITHUB_REPOSITORY is not set, so there is no repository to ask about.', OWN);
  if (URL.canParse(apiUrl) && /^https?:$/.test(new URL(apiUrl).protocol)) return undefined;
  return new ActionError('GITHUB_UNREACHABLE', {
    doing,
    found: `GITHUB_API_URL is ${shown(apiUrl)}, which is no address of an API.`,
    todo: 'Leave GITHUB_API_URL as the runner sets it, or set it to an address such as https://github.example.com/api/v3.'
  });
}

const OWN = 'Run it on GitHub, where it is set, or set GITHUB_REPOSITORY=<owner>/<name>.';
const BROKEN_TOKEN =
  'Look at how the secret was pasted: two lines, or quotes of another kind. Leave github-token out, or set it to one token.';

const NO_TOKEN =
  'Leave github-token out, so that it is the token of the job, or set it to a token; a secret that does not exist, or that this event is not given, is empty.';
const WRONG_TOKEN =
  'The token was not taken at all, so no permission helps: it is wrong, expired or revoked, or one of another server. Leave github-token out, or set it to a valid one.';

function todoFor(status: number, permission: string): string {
  if (status === 401) return WRONG_TOKEN;
  return `Give the job \`permissions: ${permission}\`, or set github-token to a token that has it.`;
}

/** GitHub has no such thing, or does not show it to this token. */
export function isNotFound(thrown: unknown): boolean {
  return thrown instanceof GitHubRefusal && thrown.status === 404;
}

/** What GitHub answered, in the form it must have. Throws `GITHUB_UNREACHABLE` where something else came. */
export function readAnswer<T>(schema: v.GenericSchema<unknown, T>, data: unknown, doing: string): T {
  const result = v.safeParse(schema, data);
  if (result.success) return result.output;
  const found = 'What came is not what GitHub answers; something else answers at the address of its API.';
  throw new ActionError('GITHUB_UNREACHABLE', { doing, found });
}
