import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import type { Run } from './support/step.js';

const given = useArena();

/** Runs a plan against AWS itself, through a proxy that answers every wish for a tunnel so; gives what it was asked. */
async function throughProxy(
  answer: string,
  env: (port: number) => Readonly<Record<string, string>>
): Promise<{ readonly run: Run; readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const proxy = createServer();
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end(`HTTP/1.1 ${answer}\r\ncontent-length: 0\r\n\r\n`);
  });
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  try {
    const direct = { AWS_ENDPOINT_URL: '', ...env((proxy.address() as AddressInfo).port) };
    return { run: await given.arena.run('plan', {}, { env: direct }), asked };
  } finally {
    proxy.closeAllConnections();
    await new Promise((closed) => proxy.close(closed));
  }
}

describe(`a proxy, ${NODE.title}`, () => {
  test.each([
    ['host:port', (port: number) => ({ HTTPS_PROXY: `127.0.0.1:${port}` })],
    ['in quotes', (port: number) => ({ HTTPS_PROXY: `"http://127.0.0.1:${port}"` })],
    ['with blanks', (port: number) => ({ https_proxy: ` http://127.0.0.1:${port}\n` })]
  ])('%s, is what AWS is called through', async (_title, env) => {
    const { run, asked } = await throughProxy('403 Forbidden', env);
    expect([run.exitCode, run.codes]).toEqual([1, ['UNREACHABLE']]);
    expect(asked[0]).toMatch(/^sts\.[a-z0-9.-]*amazonaws\.com:443$/);
    expect(run.error).toMatch(/The proxy 127\.0\.0\.1:\d+ answered 403/);
  });

  test.each([
    ['407 Proxy Authentication Required', /answered 407.*user and a password/],
    ['502 Bad Gateway', /answered 502.*does not reach/],
    ['503 Service Unavailable', /answered 503/]
  ])('that says %s is told of', async (answer, says) => {
    const { run } = await throughProxy(answer, (port) => ({
      HTTPS_PROXY: `http://user:hunter2@127.0.0.1:${port}`
    }));
    expect([run.exitCode, run.codes]).toEqual([1, ['UNREACHABLE']]);
    expect(run.error).toMatch(says);
    expect(run.log + run.summary).not.toContain('hunter2');
  });

  test.each(['socks5://hunter2:1080', 'http://hunter2 proxy:1', 'hunter2:port'])(
    'that cannot be one (%s) is told by the variable, and nothing is called',
    async (value) => {
      const run = await given.arena.run('plan', {}, { env: { HTTPS_PROXY: value } });
      expect([run.exitCode, run.codes, run.calls]).toEqual([1, ['PROXY_INVALID'], []]);
      expect(run.error).toContain('HTTPS_PROXY');
      expect(run.log + run.summary).not.toContain('hunter2');
    }
  );

  test('is not asked for what NO_PROXY names, nor for what is below it', async () => {
    const { run, asked } = await throughProxy('403 Forbidden', (port) => ({
      HTTPS_PROXY: `127.0.0.1:${port}`,
      NO_PROXY: 'amazonaws.com'
    }));
    expect(asked.filter((host) => host.includes('amazonaws.com'))).toEqual([]);
    expect(run.exitCode).toBe(1);
  });
});
