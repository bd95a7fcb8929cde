import type { NodeHttpHandler } from '@smithy/node-http-handler';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { type Call, invoke } from './call.js';
import { membersIn } from './wire.js';

const GET_TOKEN: Call = {
  operation: 'GitHub OIDC token',
  doing: 'get an OIDC token from GitHub',
  secret: true
};
const ATTEMPTS = 3;
const PAUSE_MS = 1_000;

type HttpRequest = Parameters<NodeHttpHandler['handle']>[0];

/** Where a token comes from, and who keeps secrets out of the log. */
export interface OidcOptions {
  /** The environment of the step, in which the runner says where tokens are given out. */
  readonly env: NodeJS.ProcessEnv;
  readonly handler: () => Promise<NodeHttpHandler>;
  /** Called with every secret before anything else is done with it. */
  readonly mask: (secret: string) => void;
}

/** What a token says of the workflow; nothing of it is secret. */
export interface Claims {
  /** `repo:octo/lake:ref:refs/heads/main` */
  readonly sub?: string;
  readonly aud?: string;
  /** `https://token.actions.githubusercontent.com` */
  readonly iss?: string;
}

/**
 * Asks GitHub for an OIDC token for `audience`. Throws `OIDC_UNAVAILABLE` where the job may have none or GitHub
 * refuses, `UNREACHABLE` when nobody answers
 * (https://docs.github.com/actions/reference/security/oidc#methods-for-requesting-the-oidc-token).
 */
export async function gitHubToken(options: OidcOptions, audience: string, context: Context): Promise<string> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = options.env;
  if (!url || !bearer) {
    const found =
      'GitHub gives this job no OIDC token: ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not both set.';
    throw new ActionError('OIDC_UNAVAILABLE', { doing: GET_TOKEN.doing, found });
  }
  options.mask(bearer);
  const request = requestFor(url, bearer, audience);
  for (let attempt = 1; ; attempt++) {
    const { status, text } = await invoke(context, GET_TOKEN, async ({ abortSignal }) =>
      send(await options.handler(), request, abortSignal)
    );
    if (status === 200) return tokenIn(text, options.mask);
    if (status < 500 || attempt === ATTEMPTS) throw refused(status);
    await context.clock.sleep(PAUSE_MS, context.signal);
  }
}

/** Reads what a token says; it is not verified, that is for AWS to do. `{}`: it cannot be read. */
export function claimsOf(token: string): Claims {
  const claims = membersIn(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  const text = (name: string): Claims => (typeof claims[name] === 'string' ? { [name]: claims[name] } : {});
  return { ...text('sub'), ...text('aud'), ...text('iss') };
}

function requestFor(address: string, bearer: string, audience: string): HttpRequest {
  const url = new URL(address);
  url.searchParams.set('audience', audience);
  const request = {
    method: 'GET',
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port !== '' && { port: Number(url.port) }),
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: { host: url.host, authorization: `Bearer ${bearer}`, accept: 'application/json' }
  };
  return request as unknown as HttpRequest;
}

async function send(
  handler: NodeHttpHandler,
  request: HttpRequest,
  abortSignal: AbortSignal
): Promise<{ readonly status: number; readonly text: string }> {
  const { response } = await handler.handle(request, { abortSignal });
  const chunks: Uint8Array[] = [];
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return { status: response.statusCode, text: Buffer.concat(chunks).toString('utf8') };
}

function tokenIn(text: string, mask: (secret: string) => void): string {
  const token = valueIn(text);
  if (token === undefined) {
    const found = 'The answer of the token service has no token in it.';
    throw new ActionError('GARBLED_ANSWER', { doing: GET_TOKEN.doing, found });
  }
  mask(token);
  return token;
}

function valueIn(text: string): string | undefined {
  const { value } = membersIn(text);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What came with the status is not shown: it could hold what must stay secret. */
function refused(status: number): ActionError {
  const found = `GitHub's token service refused to give a token (HTTP status ${status}).`;
  return new ActionError('OIDC_UNAVAILABLE', { doing: GET_TOKEN.doing, found });
}
