import { getOctokitOptions, GitHub } from '@actions/github/lib/utils';
import { retry } from '@octokit/plugin-retry';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { shown, withoutSlash } from '../text.js';
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
/** A repository that was renamed answers so (https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api). */
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 307, 308]);
const MOST_HOPS = 3;
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
  const send = async (ask: Ask, url = addressOf(ask, access), hops = 0): Promise<Answer> => {
    const signal = AbortSignal.any([context.cut, AbortSignal.timeout(REQUEST_MS)]);
    const request = { signal, redirect: 'manual' as const };
    const answer = await octokit.request(`${ask.method} ${url}`, { ...ask.body, request });
    const { status, headers } = answer;
    const below = (place: string): string => belowApi(place, url, ask, access);
    if (REDIRECTS.has(status) && headers.location !== undefined && hops < MOST_HOPS) {
      return send(ask, below(headers.location), hops + 1);
    }
    const next = nextPage(headers.link);
    return { data: answer.data as unknown, next: next === undefined ? undefined : below(next) };
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

/** Where to ask. GraphQL is beside the REST API of GitHub Enterprise Server, not below it. */
function addressOf({ path }: Ask, { apiUrl }: GitHubAccess): string {
  if (path === '/graphql') return apiUrl.replace(/\/v3$/, '') + path;
  return path.startsWith('/') ? apiUrl + path : path;
}

/** The address of something that an answer names. The token goes nowhere else than below the API's own address. */
function belowApi(place: string, from: string, { doing }: Ask, { apiUrl }: GitHubAccess): string {
  const api = new URL(apiUrl);
  const url = URL.canParse(place, from) ? new URL(place, from) : undefined;
  const isBelow =
    url?.origin === api.origin &&
    `${url.username}${url.password}` === '' &&
    url.pathname.startsWith(`${withoutSlash(api.pathname)}/`);
  if (isBelow) return url.href;
  throw new ActionError('GITHUB_UNREACHABLE', {
    doing,
    found: `What answers at ${apiUrl} leads on to ${shown(url?.host ?? place)}, which is not below that address; the token is not sent there.`,
    todo: 'Look at what answers there: a proxy, or a server that does not know its own address (of Gitea: ROOT_URL).'
  });
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

/** Of https://www.rfc-editor.org/rfc/rfc8288 as much as is needed. */
function nextPage(link = ''): string | undefined {
  for (const [, address, parameters = ''] of link.matchAll(/<([^<>]*)>([^<]*)/g)) {
    if (/;\s*rel="?next"?\s*(?:[;,]|$)/i.test(parameters)) return address;
  }
  return undefined;
}
