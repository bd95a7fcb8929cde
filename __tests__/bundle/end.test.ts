import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { FakeGitHub } from '../support/github-api.js';
import { settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { at, FOREVER_MS } from './support/stall.js';
import type { Run } from './support/step.js';
import { BUCKET, REPOSITORY } from './support/values.js';

const given = useArena();

describe(`the end of the process, ${NODE.title}`, () => {
  test('with a proxy that takes the connection and says nothing: as soon as all is told', async () => {
    const run = await withSilentProxy((proxy) =>
      given.arena.run(
        'apply',
        { 'timeout-minutes': '0.03' },
        { started: () => undefined, env: proxied(proxy) }
      )
    );
    expect([run.exitCode, run.codes]).toEqual([1, ['TIMED_OUT']]);
    expect(run.summary).toContain('ran out of time');
  });

  test('and after SIGINT', async () => {
    let pid = 0;
    const run = await withSilentProxy(
      (proxy) => given.arena.run('apply', {}, { started: (id) => (pid = id), env: proxied(proxy) }),
      () => process.kill(pid, 'SIGINT')
    );
    expect([run.exitCode, run.codes]).toEqual([1, ['CANCELLED']]);
    expect(run.outputs.command).toBe('apply');
  });

  test('a log that a slow reader takes is whole', async () => {
    const run = await given.arena.run('apply', { env: 'x'.repeat(100) + '-' }, { started: () => undefined });
    expect(run.exitCode).toBe(1);
    expect(run.error).toContain('[INVALID_INPUT]');
  });
});

describe(`cancelled while GitHub does not answer the comment, ${NODE.title}`, () => {
  let github: FakeGitHub;
  beforeEach(async () => {
    github = await new FakeGitHub(REPOSITORY).open();
    github.pullRequests.set(7, 'open');
    github.leaves = (call) => call.includes('/comments');
    await settleAccount(given.arena);
  });
  afterEach(() => github.close());

  const step = (started: (pid: number) => void): Promise<Run> => {
    const repo = { id: 1 };
    const event = { action: 'opened', pull_request: { number: 7, head: { repo }, base: { repo } } };
    const env = { GITHUB_API_URL: github.url, GITHUB_EVENT_NAME: 'pull_request' };
    return given.arena.run('apply', { 'github-token': 't' }, { started, event, env });
  };

  test('the failure is told before, and the comment is given up in time', async () => {
    let pid = 0;
    at(given.arena, { operation: 'CreateNamespace' }, () => process.kill(pid, 'SIGINT'));
    const run = await step((id) => (pid = id));
    expect([run.exitCode, run.codes.at(-1)]).toEqual([1, 'CANCELLED']);
    expect(run.outputs).toMatchObject({ command: 'apply', 'table-bucket-name': BUCKET });
    expect(run.summary).toContain('cancelled');
    expect(run.log.indexOf('::error title=CANCELLED')).toBeLessThan(run.log.indexOf('was not commented on'));
  });

  test('the runner’s second signal finds everything told but the comment', async () => {
    let pid = 0;
    github.seen = (call) => {
      if (call.includes('/comments')) process.kill(pid, 'SIGTERM');
    };
    at(given.arena, { operation: 'CreateNamespace' }, () => process.kill(pid, 'SIGINT'));
    const run = await step((id) => (pid = id));
    expect([run.exitCode, run.codes.at(-1)]).toEqual([130, 'CANCELLED']);
    expect(run.outputs.command).toBe('apply');
    expect(run.summary).toContain('cancelled');
  });

  test('a first signal that comes while it reports does not end it', async () => {
    let pid = 0;
    github.leaves = () => false;
    github.seen = (call) => {
      if (call.startsWith('POST') && call.includes('/comments')) process.kill(pid, 'SIGINT');
    };
    const run = await step((id) => (pid = id));
    expect([run.exitCode, run.codes, run.outputs.changed]).toEqual([0, [], 'true']);
    expect(github.comments.get(7)).toHaveLength(1);
  });

  test('a second signal while it still works is told as well', async () => {
    let pid = 0;
    at(given.arena, { operation: 'CreateNamespace', ms: FOREVER_MS }, () => {
      process.kill(pid, 'SIGINT');
      // Two signals that arrive together are told in no certain order.
      setTimeout(() => process.kill(pid, 'SIGTERM'), 500);
    });
    const run = await step((id) => (pid = id));
    expect([run.exitCode, run.codes]).toEqual([130, ['CANCELLED']]);
  });
});

describe(`a run whose inputs cannot be used, ${NODE.title}`, () => {
  test('reports as it was asked to', async () => {
    const run = await given.arena.run('destroy', { env: '', summary: 'false' });
    expect([run.exitCode, run.codes, run.summary]).toEqual([1, ['INVALID_INPUT'], '']);
    expect(run.outputs).toEqual({ command: 'destroy' });
    const shown = await given.arena.run('destroy', { env: '' });
    expect(shown.summary).toContain('Destroy failed');
  });

  test('and of a command that is none, claims none', async () => {
    const run = await given.arena.run('destory');
    expect([run.exitCode, run.codes, run.outputs]).toEqual([1, ['INVALID_INPUT'], {}]);
    const strange = await given.arena.run('plan', { summary: 'perhaps', 'timeout-minutes': 'soon' });
    expect([strange.codes, strange.outputs]).toEqual([['INVALID_INPUT'], { command: 'plan' }]);
    expect(strange.summary).toContain('Plan failed');
  });
});

/** The endpoint is not on this machine, so that the proxy is asked; nothing ever reaches it. */
function proxied(proxy: string, more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { AWS_ENDPOINT_URL: '', HTTPS_PROXY: proxy, ...more };
}

/** A proxy that takes `CONNECT` and says nothing; `connected` is called at the first of them. */
async function withSilentProxy(
  work: (url: string, more?: Readonly<Record<string, string>>) => Promise<Run>,
  connected: () => void = () => undefined
): Promise<Run> {
  const server = createServer();
  const sockets: Duplex[] = [];
  server.on('connect', (_request, socket: Duplex) => {
    if (sockets.length === 0) connected();
    sockets.push(socket);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    for (const socket of sockets) socket.destroy();
    server.closeAllConnections();
    server.close();
  }
}
