import type { IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { makeAws } from '../../src/aws/index.js';
import type { Aws } from '../../src/aws/ports.js';
import { withServer } from './support.js';

/** A call as it went over the wire. */
export interface Sent {
  /** `UpdateDatabase`, or the path where the service has paths, without the slash it begins with. */
  readonly operation: string;
  readonly body: Record<string, unknown>;
}

export type Answer = (sent: Sent, before: readonly Sent[]) => object;

/** Runs `work` against a server that answers in JSON; gives what was sent. An answer with `__type` is an error. */
export async function sentBy(answer: Answer, work: (aws: Aws) => Promise<unknown>): Promise<readonly Sent[]> {
  const all: Sent[] = [];
  await withServer(
    (request, response) => {
      void read(request).then((sent) => {
        const body = answer(sent, all);
        all.push(sent);
        response.writeHead('__type' in body ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' });
        response.end(JSON.stringify(body));
      });
    },
    () => work(makeAws({ region: 'us-east-1', env: process.env }))
  );
  return all;
}

async function read(request: IncomingMessage): Promise<Sent> {
  const body = await text(request);
  const target = request.headers['x-amz-target'];
  const operation = typeof target === 'string' ? target.replace(/^.*\./, '') : (request.url ?? '').slice(1);
  return { operation, body: body === '' ? {} : (JSON.parse(body) as Record<string, unknown>) };
}
