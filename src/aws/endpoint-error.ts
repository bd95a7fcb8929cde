/** What Node says went wrong. */
export type Problem = Error & { readonly code?: string; readonly hostname?: string };

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
    problem: Problem,
    /** `host:port` of the proxy that the call went through. */
    readonly proxy?: string
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

/** Anything with the fields of an error, whichever realm its class is from. */
export function isErrorLike(thrown: unknown): thrown is Error {
  return typeof thrown === 'object' && thrown !== null && 'name' in thrown && 'message' in thrown;
}
