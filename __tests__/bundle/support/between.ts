import { createServer, request as send, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A call on its way to the sandbox. */
export interface Passing {
  /** `PutDataLakeSettings`, or `GET /tag/…` where the service has paths of things. */
  readonly operation: string;
  readonly body: string;
}

/** What came back, or comes back in its place. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * What somebody between the runner and AWS does with a call: answers in its place, changes the answer, or resets the
 * connection. `forward` lets it through, with another body if one is given.
 */
export type Meddler = (
  call: Passing,
  forward: (body?: string) => Promise<Reply>
) => Promise<Reply | 'reset' | undefined> | Reply | 'reset' | undefined;

/** Runs `work` with the address of a server that stands between the runner and the sandbox at `target`. */
export async function withMeddler<T>(
  target: string,
  meddle: Meddler,
  work: (url: string) => Promise<T>
): Promise<T> {
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      const forward = (other?: string): Promise<Reply> =>
        passOn(target, request, other === undefined ? body : Buffer.from(other));
      const passing = { operation: operationOf(request), body: body.toString('utf8') };
      const reply = (await meddle(passing, forward)) ?? (await forward());
      if (reply === 'reset') response.destroy();
      else response.writeHead(reply.status, reply.headers).end(reply.body);
    })();
  });
  const url = await listen(server);
  try {
    return await work(url);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** JSON as AWS would send it. */
export function jsonReply(status: number, body: unknown): Reply {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function operationOf({ headers, method, url = '' }: IncomingMessage): string {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') return target.replace(/^.*\./, '');
  return /^\/\w+$/.test(url) ? url.slice(1) : `${method} ${url}`;
}

/** The headers are signed, the host among them, so they go as they came; but for the length, which is the body's. */
function passOn(target: string, { method, url, headers }: IncomingMessage, body: Buffer): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const passed = { ...headers, 'content-length': String(body.length) };
    const call = send(new URL(url ?? '/', target), { method, headers: passed }, (answer) => {
      void buffer(answer).then((bytes) => {
        const texts = Object.entries(answer.headers).filter(([name]) => !/length|encoding/.test(name));
        const shown = Object.fromEntries(texts.map(([name, value]) => [name, String(value)]));
        resolve({ status: answer.statusCode ?? 0, headers: shown, body: bytes.toString('utf8') });
      }, reject);
    });
    call.on('error', reject).end(body);
  });
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    );
  });
}
