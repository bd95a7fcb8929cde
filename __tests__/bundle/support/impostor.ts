import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What something that is not AWS answers to everything. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Runs `work` with the address of a server that is not AWS. */
export async function withImpostor<T>(answer: Answer, work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.body);
  });
  const url = `http://127.0.0.1:${await listen(server)}`;
  try {
    return await work(url);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

/** An address where nothing listens: it was free a moment ago. */
export async function closedPort(): Promise<string> {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
