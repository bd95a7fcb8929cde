import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context } from '../../src/context.js';

/** A context whose clock moves only when somebody sleeps, with all that was reported. */
export interface TestContext extends Context {
  readonly infos: string[];
  readonly debugs: string[];
  readonly sleeps: number[];
  /** Stops the run: no new work, and what is in flight is cut. */
  stop(reason: Error): void;
}

export function testContext(deadlineMs = 3_600_000): TestContext {
  const [infos, debugs, sleeps]: [string[], string[], number[]] = [[], [], []];
  const stopping = new AbortController();
  let now = 1_000_000;
  return {
    infos,
    debugs,
    sleeps,
    deadline: now + deadlineMs,
    signal: stopping.signal,
    cut: stopping.signal,
    stop: (reason) => stopping.abort(reason),
    reporter: {
      info: (line) => infos.push(line),
      debug: (line) => debugs.push(line),
      notice: (line) => infos.push(line),
      warning: (line) => infos.push(line),
      plan: () => undefined,
      group: (_title, work) => work()
    },
    clock: {
      now: () => now,
      sleep: (ms, signal) => {
        signal.throwIfAborted();
        sleeps.push(ms);
        now += ms;
        return Promise.resolve();
      }
    }
  };
}

/** Runs `work` with the SDK pointed at a server on 127.0.0.1 that answers as told, and the sandbox's credentials. */
export async function withServer<T>(answer: RequestListener, work: (url: string) => Promise<T>): Promise<T> {
  const server = createServer(answer);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    return await withEnvironment({ AWS_ENDPOINT_URL: url }, () => work(url));
  } finally {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  }
}

/** Runs `work` with the sandbox's credentials and nothing else in the environment that the SDK looks at, but `more`. */
export async function withEnvironment<T>(more: NodeJS.ProcessEnv, work: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  for (const name of Object.keys(process.env)) {
    if (/^AWS_|_PROXY$/i.test(name)) delete process.env[name];
  }
  const credentials = { AWS_ACCESS_KEY_ID: 'sandbox', AWS_SECRET_ACCESS_KEY: 'sandbox' };
  Object.assign(process.env, credentials, NOTHING_ELSE, more);
  try {
    return await work();
  } finally {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

const NOTHING_ELSE = {
  AWS_CONFIG_FILE: '/nowhere/config',
  AWS_SHARED_CREDENTIALS_FILE: '/nowhere/credentials',
  AWS_EC2_METADATA_DISABLED: 'true'
};
