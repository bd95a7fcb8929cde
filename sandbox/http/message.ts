import type { IncomingMessage } from 'node:http';

/** The largest body the sandbox takes, in bytes. */
export const maxBodyBytes = 64 * 1024 * 1024;

/** An HTTP request as it came, before anything in it is believed. */
export interface RawRequest {
  readonly method: string;
  /** Percent-encoded, without the query. */
  readonly path: string;
  /** What stands after the `?`, undecoded; empty without one. */
  readonly queryText: string;
  /** Lower-case names; a header sent twice has its values joined with a comma. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** The body is larger than {@link maxBodyBytes}. */
export class BodyTooLarge extends Error {}

/** Reads a request to its end. Throws {@link BodyTooLarge}. */
export async function readMessage(message: IncomingMessage): Promise<RawRequest> {
  const [path = '/', ...query] = originForm(message.url ?? '/').split('?');
  return {
    method: message.method ?? 'GET',
    path,
    queryText: query.join('?'),
    headers: joinHeaders(message.rawHeaders),
    body: await readBody(message)
  };
}

/** A request to a proxy names the whole URL; the part from the path on is what is signed. */
function originForm(url: string): string {
  const rest = url.replace(/^https?:\/\/[^/?]*/i, '');
  return rest.startsWith('/') ? rest : `/${rest}`;
}

function joinHeaders(raw: readonly string[]): Record<string, string> {
  const headers = new Map<string, string>();
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at]!.toLowerCase();
    const before = headers.get(name);
    headers.set(name, before === undefined ? raw[at + 1]! : `${before},${raw[at + 1]!}`);
  }
  return Object.fromEntries(headers);
}

async function readBody(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= maxBodyBytes) parts.push(part);
  }
  // Read to its end all the same: a client that is still sending does not hear the answer.
  if (size > maxBodyBytes) throw new BodyTooLarge();
  return Buffer.concat(parts, size);
}
