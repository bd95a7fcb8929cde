import * as v from 'valibot';
import type { IcebergAnswer } from '../aws/ports.js';
import { ActionError, type ErrorCode } from '../errors.js';
import { parseJson } from './json.js';

const ErrorJson = v.object({
  error: v.looseObject({ message: v.optional(v.string(), ''), type: v.optional(v.string(), 'Error') })
});
/** How Glue refuses what it does not route, with status 200. */
const OutputJson = v.object({ Output: v.looseObject({ __type: v.string() }) });
const PlainJson = v.looseObject({ message: v.string() });

const CODES: Readonly<Record<number, ErrorCode>> = {
  401: 'INVALID_CREDENTIALS',
  403: 'PERMISSION_DENIED',
  404: 'ICEBERG_NOT_FOUND',
  409: 'ICEBERG_CONFLICT',
  419: 'EXPIRED_CREDENTIALS',
  429: 'THROTTLED'
};

/** What the catalog said, if it refused. */
interface Refusal {
  readonly name: string;
  readonly message: string;
}

/**
 * The JSON of an answer; `undefined` for an empty one. Throws `ActionError` for an answer that refuses, in whichever
 * form it does, and `GARBLED_ANSWER` for one that is not of a catalog.
 */
export function jsonOf({ status, text, requestId }: IcebergAnswer, operation: string): unknown {
  const refusal = refusalOf(text);
  if (status >= 200 && status < 300 && refusal === undefined) {
    if (text.trim() === '') return undefined;
    const json = jsonOrNothing(text);
    if (json !== undefined) return json;
    throw new ActionError('GARBLED_ANSWER', {
      doing: `call the Iceberg catalog (${operation})`,
      found: `It answered ${status} with what is not JSON: ${shortened(text)}`
    });
  }
  const { name, message } = refusal ?? { name: `Status${status}`, message: shortened(text) };
  throw new ActionError(codeOf(status, name), {
    doing: `call the Iceberg catalog (${operation})`,
    answer: { operation: `Iceberg ${operation}`, name, message, status, requestId }
  });
}

/** Whether the answer says that what was asked for is not there, and not that the catalog does not know the call. */
export function isAbsent({ status, text }: IcebergAnswer): boolean {
  return status === 404 && !isUnknownOperation(refusalOf(text)?.name ?? '');
}

function codeOf(status: number, name: string): ErrorCode {
  if (isUnknownOperation(name)) return 'AWS_REFUSED';
  return status >= 500 ? 'AWS_FAILED' : (CODES[status] ?? 'AWS_REFUSED');
}

function isUnknownOperation(name: string): boolean {
  return name.includes('UnknownOperation');
}

function refusalOf(text: string): Refusal | undefined {
  const xml = /<(\w*Exception)\b/.exec(text);
  if (xml !== null && text.trimStart().startsWith('<')) return { name: xml[1]!, message: shortened(text) };
  const json = jsonOrNothing(text);
  if (v.is(ErrorJson, json)) {
    const { type, message } = v.parse(ErrorJson, json).error;
    return { name: type, message };
  }
  if (v.is(OutputJson, json))
    return { name: json.Output.__type.split('#').at(-1)!, message: shortened(text) };
  if (v.is(PlainJson, json)) return { name: 'Error', message: json.message };
  return undefined;
}

function jsonOrNothing(text: string): unknown {
  try {
    return parseJson(text, 'the answer');
  } catch {
    return undefined;
  }
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
