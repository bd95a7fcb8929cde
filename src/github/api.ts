import { getOctokitOptions, GitHub } from '@actions/github/lib/utils';
import { retry } from '@octokit/plugin-retry';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { GitHubRefusal, type Ask } from './refusal.js';

/** Where GitHub's API is, and what it is asked with. */
export interface GitHubAccess {
  /** Empty: there is none. */
  readonly token: string;
  /** `owner/name` */
  readonly repository: string;
  /** With the path that GitHub Enterprise Server has, without a slash at the end. */
  readonly apiUrl: string;
}

/** What GitHub answered: the JSON of the body, and where the next page is. */
export interface Answer {
  readonly data: unknown;
  readonly next?: string | undefined;
}

/** The longest that is waited for a limit on calls to end, ms; GitHub says how long it will be. */
const LONGEST_LIMIT_MS = 60_000;
const REQUEST_MS = 10_000;
const RETRIES = 2;
const Octokit = GitHub.plugin(retry);

/**
 * Makes a function that asks GitHub. What fails on GitHub's side or on the way is tried again, and a limit on calls is
 * waited for when it ends soon (https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api). It
 * throws `GitHubRefusal`.
 */
export function makeAsk(access: GitHubAccess, context: Context): (ask: Ask) => Promise<Answer> {
  const octokit = new Octokit(
    getOctokitOptions(access.token, {
      baseUrl: access.apiUrl,
      userAgent: 'iceberg-environment',
      log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      retry: { retries: RETRIES, doNotRetry: [400, 401, 403, 404, 409, 410, 422, 429, 451] }
    })
  );
  const send = async ({ method, path, body }: Ask): Promise<Answer> => {
    const signal = AbortSignal.any([context.cut, AbortSignal.timeout(REQUEST_MS)]);
    const url = path === '/graphql' ? access.apiUrl.replace(/\/v3$/, '') + path : path;
    const answer = await octokit.request(`${method} ${url}`, { ...body, request: { signal } });
    return { data: answer.data as unknown, next: nextPage(answer.headers.link) };
  };
  return async (ask) => {
    try {
      return await send(ask).catch(async (thrown: unknown) => {
        await limitIsOver(thrown, context);
        return send(ask);
      });
    } catch (thrown) {
      throw asRefusal(thrown, ask);
    }
  };
}

interface Failure {
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

/** Waits until GitHub takes calls again; throws what it was given when it is something else, or takes too long. */
async function limitIsOver(thrown: unknown, { clock, deadline, signal, reporter }: Context): Promise<void> {
  const ms = limitMs(read(thrown), clock.now());
  if (ms === undefined || ms > Math.min(LONGEST_LIMIT_MS, deadline - clock.now())) throw thrown;
  reporter.info(`GitHub takes no more calls for ${Math.ceil(ms / 1000)} s; waiting.`);
  await clock.sleep(ms, signal);
}

/** How long GitHub takes no more calls of this token, ms; `undefined`: that is not what it said. */
function limitMs({ status, headers, message }: Failure, now: number): number | undefined {
  if (status !== 403 && status !== 429) return undefined;
  const seconds = Number(headers['retry-after']);
  if (headers['retry-after'] !== undefined && Number.isFinite(seconds)) return seconds * 1000;
  if (headers['x-ratelimit-remaining'] === '0') {
    return Math.max(Number(headers['x-ratelimit-reset']) * 1000 - now, 0) + 1000;
  }
  return status === 429 || /secondary rate limit/i.test(message) ? LONGEST_LIMIT_MS : undefined;
}

function asRefusal(thrown: unknown, ask: Ask): Error {
  if (thrown instanceof ActionError) return thrown;
  const failure = read(thrown);
  const { status, message } = failure;
  const refused = [401, 403, 404].includes(status) && limitMs(failure, 0) === undefined;
  return new GitHubRefusal(refused ? 'GITHUB_DENIED' : 'GITHUB_UNREACHABLE', status, ask, message);
}

/** Octokit gives 500 to what never was answered. */
function read(thrown: unknown): Failure {
  const error = thrown as Partial<Failure> & { readonly response?: Partial<Failure> };
  const message = String(error.message ?? thrown).split(' - https://docs.github.com')[0] ?? '';
  const status = error.response === undefined ? 0 : (error.status ?? 0);
  return { status, message: message.slice(0, 500), headers: error.response?.headers ?? {} };
}

function nextPage(link: string | undefined): string | undefined {
  return /<([^>]+)>;\s*rel="next"/.exec(link ?? '')?.[1];
}
