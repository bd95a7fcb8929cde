import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { EndpointError, isErrorLike, PageError, type Problem } from './endpoint-error.js';
import { MOST_AT_ONCE } from './limit.js';
import { proxySettings, proxyVariables, shownProxy } from '../proxy.js';

/** How long the parts of a request may take, ms. */
export interface Patience {
  readonly connectionMs: number;
  readonly requestMs: number;
}

/** What may differ from the usual. */
export interface HandlerOptions {
  readonly patience?: Patience;
  /** Called whenever a request is on its way. */
  readonly sent?: () => unknown;
}

const DEFAULT_PATIENCE: Patience = { connectionMs: 5_000, requestMs: 60_000 };
const SNIPPET_BYTES = 200;
/** Of one host: an endpoint of one's own is that of all six services. A file is still being read when its turn is over. */
const MOST_SOCKETS = 6 * MOST_AT_ONCE;

type Handle = NodeHttpHandler['handle'];
type HttpResponse = Awaited<ReturnType<Handle>>['response'];

/** Sends the SDK's requests; names the endpoint of those that failed, and the proxy, and ends hopeless retries early. */
class WatchedHandler extends NodeHttpHandler {
  constructor(
    options: ConstructorParameters<typeof NodeHttpHandler>[0],
    /** `host:port` of the proxy for a host; `undefined`: it is reached directly. */
    private readonly proxyFor: (hostname: string, port: number) => string | undefined,
    private readonly sent: () => unknown
  ) {
    super(options);
  }

  override async handle(...[request, options]: Parameters<Handle>): ReturnType<Handle> {
    // `localhost:4566` is read as an address with the scheme "localhost".
    if (!/^https?:$/.test(request.protocol)) {
      throw Object.assign(new Error('It begins with neither http:// nor https://'), {
        code: 'ERR_INVALID_PROTOCOL'
      });
    }
    const answering = super.handle(request, options);
    setImmediate(this.sent);
    const answer = await answering.catch((thrown: unknown) => {
      if (!isErrorLike(thrown) || thrown.name === 'AbortError') throw thrown;
      const isPlain = request.protocol === 'http:';
      const port = request.port ?? (isPlain ? 80 : 443);
      const endpoint = `${request.hostname}:${port}`;
      const proxy = isPlain ? undefined : this.proxyFor(request.hostname, port);
      const { attempt, most } = attemptsOf(request.headers);
      if (attempt < Math.min(most, attemptsFor(thrown))) throw Object.assign(thrown, { endpoint, proxy });
      throw new EndpointError(endpoint, thrown, proxy);
    });
    const type = answer.response.headers['content-type'] ?? '';
    if (!type.startsWith('text/html')) return answer;
    throw new PageError(answer.response.statusCode, await startOf(answer.response));
  }
}

/**
 * The handler that all clients share: connections are kept open, proxies are taken from `env` (HTTPS_PROXY, NO_PROXY;
 * Node 24 and later), a connection may take 5 s and an answer 60 s. An endpoint by plain HTTP is one of one's own, and
 * reached directly. Throws `PROXY_INVALID`.
 */
export function makeHandler(
  env: NodeJS.ProcessEnv,
  { patience = DEFAULT_PATIENCE, sent = () => undefined }: HandlerOptions = {}
): NodeHttpHandler {
  const options = {
    httpAgent: new HttpAgent({ keepAlive: true, maxSockets: MOST_SOCKETS }),
    httpsAgent: new HttpsAgent({
      keepAlive: true,
      maxSockets: MOST_SOCKETS,
      proxyEnv: proxyVariables(env)
    }),
    connectionTimeout: patience.connectionMs,
    requestTimeout: patience.requestMs,
    // A body that stops half-way would otherwise be waited for until the deadline.
    socketTimeout: patience.requestMs,
    throwOnRequestTimeout: true
  };
  return new WatchedHandler(options, proxyFinder(env), sent);
}

/** Which proxy a call goes through: what the agent does, told for errors. */
function proxyFinder(env: NodeJS.ProcessEnv): (hostname: string, port: number) => string | undefined {
  const { https, direct } = proxySettings(env);
  return (hostname, port) => {
    if (https === undefined) return undefined;
    const isDirect = [hostname, `${hostname}:${port}`].some((host) =>
      direct.some(
        (entry) => entry === '*' || entry === host || (entry.startsWith('.') && host.endsWith(entry))
      )
    );
    return isDirect ? undefined : shownProxy(https);
  };
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
  // A proxy that says no says it again; one that does not reach the host may do so later.
  if (code === 'ERR_PROXY_TUNNEL') return /\b50\d\b/.test(message) ? 4 : 1;
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
