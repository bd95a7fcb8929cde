import type { SandboxReply } from '../service.js';
import type { FaultRule } from './faults.js';

/** Whether the call runs before it is disturbed. */
export function takesEffect({ kind, body, effect = true }: FaultRule): boolean {
  return kind === 'answer' && body !== undefined ? effect : kind !== 'error' && kind !== 'reset';
}

/**
 * What an `answer` rule makes of an operation's answer: one that AWS would not send, or that an AWS newer than the
 * clients would.
 * @param real what the operation answered; nothing where it did not run
 */
export function answerOf(rule: FaultRule, real: SandboxReply | undefined): SandboxReply {
  const { status = real?.status ?? 200, headers } = rule;
  const body = bodyOf(rule, real?.body);
  return { status, headers: { ...real?.headers, ...headers }, ...(body !== undefined && { body }) };
}

function bodyOf({ body, merge }: FaultRule, real: SandboxReply['body']): SandboxReply['body'] {
  if (body !== undefined) return typeof body === 'string' ? body : JSON.stringify(body);
  return merge === undefined ? real : mergedText(String(real ?? ''), merge);
}

/** An answer that is not JSON stays as it is: there is nothing to merge into. */
function mergedText(text: string, merge: Readonly<Record<string, unknown>>): string {
  try {
    return JSON.stringify(merged(JSON.parse(text || '{}'), merge));
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

function merged(there: unknown, change: unknown): unknown {
  if (Array.isArray(change)) {
    const list: readonly unknown[] = Array.isArray(there) ? there : [];
    const length = Math.max(list.length, change.length);
    return Array.from({ length }, (_, at) => (at in change ? merged(list[at], change[at]) : list[at]));
  }
  if (!isObject(change)) return change;
  const members = new Map(Object.entries(isObject(there) ? there : {}));
  for (const [name, value] of Object.entries(change)) {
    if (value === null) members.delete(name);
    else members.set(name, merged(members.get(name), value));
  }
  return Object.fromEntries(members);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
