import type { RawRequest } from '../http/message.js';
import { queryPairs } from './encoding.js';
import { SignatureProblem } from './problem.js';

const algorithm = 'AWS4-HMAC-SHA256';

/** What a request says about its signature, in the `Authorization` header or in a presigned URL. */
export interface Authorization {
  readonly accessKeyId: string;
  /** `20261122` */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  /** Lower-case names. */
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  /** When it was signed, `20261122T101500Z`. */
  readonly time: string;
  readonly sessionToken?: string;
  /** Only in a presigned URL: how long it holds, in seconds. */
  readonly expires?: number;
}

/**
 * Reads the `Authorization` header or the `X-Amz-…` parameters of a presigned URL.
 * Throws {@link SignatureProblem}: `missing`, `unsupported`, `malformed`, `malformed-query`.
 */
export function readAuthorization(request: RawRequest): Authorization {
  const header = request.headers['authorization'];
  if (header !== undefined) return fromHeader(header, request.headers);
  const query = new Map(queryPairs(request.queryText).map((pair) => pair.map(String) as [string, string]));
  if (query.has('X-Amz-Algorithm') || query.has('X-Amz-Signature')) return fromQuery(query);
  // The query of signature version 2, which boto3 still uses for presigned URLs.
  if (query.has('AWSAccessKeyId'))
    throw new SignatureProblem('unsupported', `Only ${algorithm} is supported.`);
  throw new SignatureProblem('missing');
}

function fromHeader(header: string, headers: RawRequest['headers']): Authorization {
  const [scheme, rest = ''] = split(header.trim(), ' ');
  if (scheme !== algorithm) {
    throw new SignatureProblem('unsupported', `Authorization header requires the algorithm ${algorithm}.`);
  }
  const fields = new Map(rest.split(',').map((field) => split(field.trim(), '=')));
  const missing = ['Credential', 'SignedHeaders', 'Signature'].filter((name) => !fields.get(name));
  if (missing.length > 0) {
    const list = missing.map((name) => `Authorization header requires '${name}' parameter.`);
    throw new SignatureProblem('malformed', list.join(' '));
  }
  const sessionToken = headers['x-amz-security-token'];
  return {
    ...readScope(fields.get('Credential')!, 'malformed'),
    signedHeaders: fields.get('SignedHeaders')!.split(';'),
    signature: fields.get('Signature')!,
    time: headerTime(headers),
    ...(sessionToken !== undefined && { sessionToken })
  };
}

function fromQuery(query: ReadonlyMap<string, string>): Authorization {
  if (query.get('X-Amz-Algorithm') !== algorithm) {
    throw new SignatureProblem('malformed-query', `X-Amz-Algorithm only supports "${algorithm}"`);
  }
  const needed = ['Credential', 'Date', 'SignedHeaders', 'Signature'].map((name) => `X-Amz-${name}`);
  const missing = needed.filter((name) => !query.get(name));
  if (missing.length > 0) {
    throw new SignatureProblem('malformed-query', `The query parameters ${missing.join(', ')} are missing.`);
  }
  const expires = Number(query.get('X-Amz-Expires') ?? '900');
  if (!Number.isInteger(expires) || expires < 1 || expires > 604_800) {
    throw new SignatureProblem('malformed-query', 'X-Amz-Expires must be between 1 and 604800 seconds');
  }
  const sessionToken = query.get('X-Amz-Security-Token');
  return {
    ...readScope(query.get('X-Amz-Credential')!, 'malformed-query'),
    signedHeaders: query.get('X-Amz-SignedHeaders')!.split(';'),
    signature: query.get('X-Amz-Signature')!,
    time: query.get('X-Amz-Date')!,
    expires,
    ...(sessionToken !== undefined && { sessionToken })
  };
}

function readScope(
  credential: string,
  kind: 'malformed' | 'malformed-query'
): Pick<Authorization, 'accessKeyId' | 'date' | 'region' | 'service'> {
  const parts = credential.split('/');
  const [terminator, service, region, date] = parts.reverse();
  const accessKeyId = parts.slice(4).reverse().join('/');
  if (!accessKeyId || !date || !region || !service || terminator !== 'aws4_request') {
    const form = '<access key>/<date>/<region>/<service>/aws4_request';
    throw new SignatureProblem(kind, `the Credential is mal-formed; expecting "${form}".`);
  }
  return { accessKeyId, date, region, service };
}

/** `x-amz-date`, or the `Date` header in the same form; empty without either. */
function headerTime(headers: RawRequest['headers']): string {
  const given = headers['x-amz-date'];
  if (given !== undefined) return given;
  const date = new Date(headers['date'] ?? '');
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace(/[-:]|\.\d+/g, '');
}

function split(text: string, separator: string): [string, string] {
  const cut = text.indexOf(separator);
  return cut < 0 ? [text, ''] : [text.slice(0, cut), text.slice(cut + 1)];
}
