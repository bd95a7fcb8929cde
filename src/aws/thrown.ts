import { beginning } from '../text.js';
import { EndpointError, isErrorLike } from './endpoint-error.js';

/** What can be read off whatever the SDK threw. */
export interface Thrown {
  /** AWS's or the SDK's name of the error: `AccessDeniedException`, `TimeoutError`. */
  readonly name: string;
  readonly message: string;
  /** AWS itself said so, in the shape of one of its errors. */
  readonly fromAws: boolean;
  /** HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  readonly requestId?: string | undefined;
  /** Node's code, where there was none: `ECONNREFUSED`. */
  readonly reason?: string | undefined;
  /** `host:port` that was asked. */
  readonly endpoint?: string | undefined;
  /** The host that Node could not find; may be the proxy's. */
  readonly hostname?: string | undefined;
  /** The body, or how it begins, where it is text that the SDK could not read. */
  readonly body?: string | undefined;
  /** What the body says, where it is a refusal in JSON or XML, though not in the shape of AWS's. */
  readonly said?: string | undefined;
  /** True: there was a body, and it is kept back. */
  readonly hidden?: boolean | undefined;
  /** `host:port` of the proxy that the call went through. */
  readonly proxy?: string | undefined;
}

interface SdkError extends Error {
  readonly endpoint?: string;
  readonly proxy?: string;
  readonly hostname?: string;
  readonly code?: unknown;
  readonly $fault?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string };
  readonly $response?: { readonly statusCode?: number };
  readonly $responseBodyText?: unknown;
}

// What the SDK calls an error when the answer does not name one, and puts for a message when there is none.
const NAMELESS = new Set(['UnknownError', 'Unknown', 'Error', '']);

/** Reads what was thrown; never throws itself. */
export function readThrown(thrown: unknown): Thrown {
  if (thrown instanceof EndpointError) {
    const { name, message, reason, endpoint, hostname, proxy } = thrown;
    return { name, message, fromAws: false, reason, endpoint, hostname, proxy };
  }
  if (!isErrorLike(thrown)) return { name: 'Error', message: String(thrown), fromAws: false };
  const error = thrown as SdkError;
  return {
    name: textOf(error.name) || 'Error',
    message: plain(textOf(error.message)),
    fromAws: isFromAws(error),
    status: error.$metadata?.httpStatusCode ?? error.$response?.statusCode,
    requestId: error.$metadata?.requestId,
    reason: typeof error.code === 'string' ? error.code : undefined,
    endpoint: error.endpoint,
    hostname: error.hostname,
    proxy: error.proxy,
    body: typeof error.$responseBodyText === 'string' ? error.$responseBodyText : undefined,
    said: isFromAws(error) ? undefined : saidBy(error)
  };
}

/** Too many requests, in whichever words: of a service, or of a status alone. */
export function isThrottled({ name, status }: Thrown): boolean {
  return (
    status === 429 ||
    ['SlowDown', 'ThrottledException', 'RequestLimitExceeded'].includes(name) ||
    /^(?:Throttling|RequestThrottled|TooManyRequests)/.test(name)
  );
}

function isFromAws({ name, message, $fault }: SdkError): boolean {
  if ($fault === undefined || NAMELESS.has(textOf(name))) return false;
  // What the SDK makes of any 404 in the services that speak XML.
  return !(name === 'NotFound' && NAMELESS.has(textOf(message)));
}

/** The SDK takes over what stands in the answer under the names of an error's members, whatever it is. */
function textOf(member: unknown): string {
  return typeof member === 'string' ? member : '';
}

/** How much of what AWS said is looked at: its own texts are shorter, and patterns are slow on long ones. */
const LONGEST = 4_000;
// The SDK adds advice for its own developers on a second line.
const ADVICE = 'Deserialization error: to see the raw response';

function plain(message: string): string {
  const [words = ''] = beginning(message, LONGEST).split(ADVICE, 1);
  return NAMELESS.has(words.trim()) ? '' : words.trim();
}

/** The SDK puts the members of a refusal that it does not know onto the error, beside what it makes up itself. */
function saidBy(error: SdkError): string | undefined {
  if (error.$fault === undefined) return undefined;
  const members = Object.entries(error).filter(
    ([key, value]) =>
      !key.startsWith('$') && key !== 'name' && !(typeof value === 'string' && NAMELESS.has(value))
  );
  const own = Object.fromEntries(members.filter(([key]) => key !== 'Error'));
  const texts = [own, own['error']].flatMap((each) => (isRecord(each) ? TEXTS.map((key) => each[key]) : []));
  const text = texts.find((each) => typeof each === 'string' && each !== '');
  if (typeof text === 'string') return text;
  return Object.keys(own).length === 0 ? undefined : JSON.stringify(own);
}

const TEXTS = ['message', 'Message', 'error', 'detail', 'reason', 'title'];

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
