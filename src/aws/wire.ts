import type { MiddlewareStack } from '@smithy/types';
import { JSONStringify } from 'json-with-bigint';
import { parseWithBigints, readJson } from '../json.js';
import type { Call } from './call.js';
import { garbledAnswer } from './answer.js';

/** What the SDK hands from one middleware to the next, as far as it is needed here. */
export interface HttpRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
}

/** An answer on its way to the SDK's reader. */
export interface HttpResponse {
  statusCode: number;
  headers: Record<string, string>;
  body: unknown;
}

/** Something of JSON that has members. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** A command of the SDK, as far as its way over the wire goes. */
interface Command<I extends object, O extends object> {
  readonly middlewareStack: MiddlewareStack<I, O>;
}

/**
 * Makes a command keep the JSON of its answer, since the SDK drops the members that its model does not know. What is
 * given tells, once the command was sent, what came: throws `GARBLED_ANSWER` where that was no JSON object.
 */
export function keepJson<I extends object, O extends object>(
  { middlewareStack }: Command<I, O>,
  call: Call
): () => JsonObject {
  let text = '';
  middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const response = result.response as HttpResponse;
      text = await textOf(response.body);
      response.body = Buffer.from(text);
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'keepJson' }
  );
  return () => {
    const json = jsonIn(text);
    if (isJsonObject(json)) return json;
    throw garbledAnswer(call, `The answer to ${call.operation} is not the JSON that AWS always sends.`);
  };
}

/** Makes a command send just this JSON, with the members that the SDK's model does not know. */
export function sendJson<I extends object, O extends object>(
  { middlewareStack }: Command<I, O>,
  document: JsonObject
): void {
  middlewareStack.add(
    (next) => (args) => {
      (args.request as HttpRequest).body = JSONStringify(document);
      return next(args);
    },
    { step: 'build', priority: 'high', name: 'sendJson' }
  );
}

/** Whether it is JSON that has members; a list has none. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The whole body as text. */
export async function textOf(body: unknown): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The members of a JSON text; `{}`: it is none, or is no object. */
export function membersIn(text: string): JsonObject {
  const json = readJson(text);
  return 'value' in json && isJsonObject(json.value) ? json.value : {};
}

/** With whole 64-bit numbers; `undefined`: it is no JSON. */
function jsonIn(text: string): unknown {
  const json = readJson(text, parseWithBigints);
  return 'value' in json ? json.value : undefined;
}
