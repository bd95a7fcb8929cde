import { AwsRefusal, type SandboxReply, type SandboxRequest } from '../service.js';

/**
 * An answer of the REST-JSON protocol. Without a body the answer is empty.
 * @param body anything `JSON.stringify` takes; members that are `undefined` are left out
 */
export function jsonReply(
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {}
): SandboxReply {
  if (body === undefined) return { status, headers };
  return { status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
}

/**
 * An error of the REST-JSON protocol: its name in the header `x-amzn-errortype`, its sentence in the body.
 * @param typeInBody for the services that say the name in the body too, as Lake Formation does
 */
export function restJsonRefusal(refusal: AwsRefusal, typeInBody = false): SandboxReply {
  const { status, code, message } = refusal;
  const body = typeInBody ? { __type: code, message, Message: message } : { message };
  return jsonReply(status, body, { 'x-amzn-errortype': code });
}

/**
 * The members of a JSON request body; an empty body has none.
 * Throws SerializationException (400) for anything but a JSON object.
 */
export function readJson(request: Pick<SandboxRequest, 'body'>): Record<string, unknown> {
  const text = request.body.toString('utf8');
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AwsRefusal(400, 'SerializationException', 'The request body is not valid JSON.');
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as Record<string, unknown>;
  }
  throw new AwsRefusal(400, 'SerializationException', 'The request body is not a JSON object.');
}
