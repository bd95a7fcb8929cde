import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SandboxReply } from '../service.js';
import { BodyTooLarge, maxBodyBytes, readMessage, type RawRequest } from './message.js';

/** Answers a request; nothing means that the connection is to be cut. */
export type Answer = (request: RawRequest) => Promise<SandboxReply | undefined>;

/** A server on 127.0.0.1. */
export interface Listening {
  readonly port: number;
  /** Ends the open connections too. */
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1.
 * @param port 0 picks a free one
 * Rejects when the port is taken.
 */
export async function listen(port: number, answer: Answer): Promise<Listening> {
  const server = createServer((message, response) => void exchange(message, response, answer));
  // Clients keep connections longer than Node's 5 s; closing one as it is used again looks like an outage.
  server.keepAliveTimeout = 120_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

async function exchange(message: IncomingMessage, response: ServerResponse, answer: Answer): Promise<void> {
  try {
    const reply = await answer(await readMessage(message));
    if (reply) send(message, response, reply);
    else response.destroy();
  } catch (error) {
    if (error instanceof BodyTooLarge) {
      send(message, response, { status: 413, body: `The body has more than ${maxBodyBytes} bytes.\n` });
    } else {
      // A client that went away in mid-request is no failure of ours.
      if (!message.destroyed) process.stderr.write(`sandbox: ${String(error)}\n`);
      response.destroy();
    }
  }
}

function send(message: IncomingMessage, response: ServerResponse, reply: SandboxReply): void {
  const body = Buffer.isBuffer(reply.body) ? reply.body : Buffer.from(reply.body ?? '');
  const bodiless = reply.status === 204 || reply.status === 304;
  response.writeHead(reply.status, {
    ...(bodiless ? {} : { 'content-length': String(body.length) }),
    ...reply.headers
  });
  response.end(message.method === 'HEAD' || bodiless ? undefined : body);
}

async function close(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
