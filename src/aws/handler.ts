import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { NodeHttpHandler } from '@smithy/node-http-handler';

/** How long the parts of a request may take, ms. */
export interface Patience {
  readonly connectionMs: number;
  readonly requestMs: number;
}

const DEFAULT_PATIENCE: Patience = { connectionMs: 5_000, requestMs: 60_000 };
const SNIPPET_BYTES = 200;

type Handle = NodeHttpHandler['handle'];
type HttpResponse = Awaited<ReturnType<Handle>>['response'];
type Problem = Error & { readonly code?: string; readonly hostname?: string };

/** No answer came from an endpoint, and the SDK is not to ask once more. */
export class EndpointError extends Error {
  override readonly name = 'EndpointError';
  /** Node's code, `ECONNREFUSED`, or `TimeoutError`. Not as `code`: the SDK would look there, and ask once more. */
  readonly reason: string;
  /** The host that Node could not find; may be the proxy. */
  readonly hostname: string | undefined;

  constructor(
    /** `host:port` that was asked. */
    readonly endpoint: string,
    problem: Problem
  ) {
    super(problem.message);
    this.reason = problem.code ?? problem.name;
    this.hostname = problem.hostname;
  }
}

/** A web page came, so AWS was not the one who answered. The SDK asks again if the status says that it may help. */
export class PageError extends Error {
  override readonly name = 'PageError';
  readonly $metadata: { readonly httpStatusCode: number };

  constructor(
    status: number,
    /** How the page begins. */
    readonly $responseBodyText: string
  ) {
    super(`HTTP status ${status} with a web page`);
    this.$metadata = { httpStatusCode: status };
  }
}

/** Sends the SDK's requests; names the endpoint of those that failed, and ends hopeless retries early. */
class WatchedHandler extends NodeHttpHandler {
  override async handle(...[request, options]: Parameters<Handle>): ReturnType<Handle> {
    const answer = await super.handle(request, options).catch((thrown: unknown) => {
      if (!isErrorLike(thrown) || thrown.name === 'AbortError') throw thrown;
      const endpoint = `${request.hostname}:${request.port ?? (request.protocol === 'http:' ? 80 : 443)}`;
      const { attempt, most } = attemptsOf(request.headers);
      if (attempt < Math.min(most, attemptsFor(thrown))) throw Object.assign(thrown, { endpoint });
      throw new EndpointError(endpoint, thrown);
    });
    const type = answer.response.headers['content-type'] ?? '';
    if (!type.startsWith('text/html')) return answer;
    throw new PageError(answer.response.statusCode, await startOf(answer.response));
  }
}

/**
 * The handler that all clients share: connections are kept open, proxies are taken from `env` (HTTPS_PROXY,
 * NO_PROXY; Node 24 and later), a connection may take 5 s and an answer 60 s.
 */
export function makeHandler(env: NodeJS.ProcessEnv, patience = DEFAULT_PATIENCE): NodeHttpHandler {
  return new WatchedHandler({
    httpAgent: new HttpAgent({ keepAlive: true }),
    httpsAgent: new HttpsAgent({ keepAlive: true, proxyEnv: env }),
    connectionTimeout: patience.connectionMs,
    requestTimeout: patience.requestMs,
    // A body that stops half-way would otherwise be waited for until the deadline.
    socketTimeout: patience.requestMs,
    throwOnRequestTimeout: true
  });
}

/** Anything with the fields of an error, whichever realm its class is from. */
export function isErrorLike(thrown: unknown): thrown is Error {
  return typeof thrown === 'object' && thrown !== null && 'name' in thrown && 'message' in thrown;
}

/** The SDK counts its attempts in a header: `attempt=2; max=8`. A request that is not the SDK's is sent once. */
function attemptsOf(headers: Record<string, string>): { readonly attempt: number; readonly most: number } {
  const [, attempt = 1, most = 1] =
    /attempt=(\d+)(?:; max=(\d+))?/.exec(headers['amz-sdk-request'] ?? '') ?? [];
  return { attempt: Number(attempt), most: Number(most) };
}

/** Eight is what the SDK is told: over a minute, were the host one that drops packets. */
function attemptsFor({ code, message }: Problem): number {
  // The SDK's own time-outs, of 5 s or 60 s each.
  if (message.startsWith('@smithy/node-http-handler')) return 2;
  // Looking up a name without a name server takes seconds.
  if (code === 'EAI_AGAIN') return 3;
  return ['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code ?? '') ? 5 : 8;
}

async function startOf({ body }: HttpResponse): Promise<string> {
  let start = '';
  // Leaving the loop early destroys the body, and with it the connection.
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    start += Buffer.from(chunk).toString('utf8');
    if (start.length >= SNIPPET_BYTES) break;
  }
  return start.slice(0, SNIPPET_BYTES);
}
