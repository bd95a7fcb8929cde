import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../sandbox/server.js';
import { call, send, sign, whoAmI } from './client.js';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** What the sandbox answers to these bytes, to the end of the connection. */
async function raw(text: string): Promise<string> {
  const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
  socket.write(text);
  let answer = '';
  socket.on('data', (part) => (answer += part.toString()));
  await once(socket, 'close');
  return answer;
}

describe('HTTP', () => {
  test('garbage is answered, and the next call is as good as ever', async () => {
    expect(await raw('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /);
    expect(await raw(`GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1.1 431 /
    );
    const paths = ['/%', '/%zz?%=%', '//', '/?X-Amz-Signature', '/_sandbox/%'];
    for (const path of paths) {
      const { status } = await send(sandbox.url, { method: 'GET', path, headers: { host: 'a' } });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    }
    for (const authorization of [
      '',
      'AWS4-HMAC-SHA256',
      'AWS4-HMAC-SHA256 Credential=/////,=,',
      'Basic eDp5'
    ]) {
      const { status } = await send(sandbox.url, {
        ...whoAmI,
        headers: { ...whoAmI.headers, authorization }
      });
      expect([400, 403]).toContain(status);
    }
    for (const service of ['s3', 's3tables']) {
      const message = { method: 'GET', path: '/%zz/%c3%28', headers: {} };
      const { status } = await call(sandbox.url, message, { service });
      expect([400, 403, 404]).toContain(status);
    }
    expect((await call(sandbox.url, whoAmI, { service: 'sts' })).status).toBe(200);
  });

  test('every answer has its length and a request id of its own', async () => {
    const first = await call(sandbox.url, whoAmI, { service: 'sts' });
    const second = await call(sandbox.url, whoAmI, { service: 'sts' });
    expect(first.headers['content-length']).toBe(String(first.bytes.length));
    expect(first.headers['x-amzn-requestid']).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(first.headers['x-amzn-requestid']).not.toBe(second.headers['x-amzn-requestid']);
    expect(first.text).toContain(`<RequestId>${String(first.headers['x-amzn-requestid'])}</RequestId>`);
    const message = { method: 'HEAD', path: '/none--table-s3/key', headers: {} };
    const head = await call(sandbox.url, message, { service: 's3' });
    expect(head).toMatchObject({ status: 404, text: '' });
    expect(head.headers['x-amz-request-id']).toBe(head.headers['x-amzn-requestid']);
    expect(head.headers['x-amz-id-2']).toBeDefined();
  });

  test('Expect: 100-continue and a connection used twice', async () => {
    const { headers, body } = await sign(sandbox.url, whoAmI, { service: 'sts' });
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const text = `POST / HTTP/1.1\r\n${lines.join('')}content-length: ${String(body).length}\r\n`;
    const twice = `${text}expect: 100-continue\r\n\r\n${String(body)}${text}connection: close\r\n\r\n${String(body)}`;
    const answer = await raw(twice);
    expect(answer).toMatch(/^HTTP\/1.1 100 Continue/);
    expect(answer.match(/HTTP\/1.1 200 OK/g)).toHaveLength(2);
  });

  test('a body that is too large is refused', async () => {
    const size = 65 * 1024 * 1024;
    const message = { method: 'PUT', path: '/a--table-s3/b', headers: {}, body: Buffer.alloc(size) };
    expect((await send(sandbox.url, message)).status).toBe(413);
    expect((await call(sandbox.url, whoAmI, { service: 'sts' })).status).toBe(200);
  });

  test('the bucket in the host', async () => {
    sandbox.account.region('us-east-1').s3.buckets.set('vh--table-s3', new Map());
    const port = new URL(sandbox.url).port;
    const put = {
      method: 'PUT',
      path: '/a/b',
      headers: { host: `vh--table-s3.localhost:${port}` },
      body: 'x'
    };
    expect((await call(sandbox.url, put, { service: 's3' })).status).toBe(200);
    const get = { method: 'GET', path: '/vh--table-s3/a/b', headers: {} };
    expect((await call(sandbox.url, get, { service: 's3' })).text).toBe('x');
  });
});

describe('starting and closing', () => {
  test('closing ends idle connections and calls under way', async () => {
    const other = await startSandbox({ latency: 3_600_000 });
    const [idle, busy] = [0, 1].map(() => connect(Number(new URL(other.url).port), '127.0.0.1'));
    const closed = Promise.all([once(idle!, 'close'), once(busy!, 'close')]);
    busy!.write('GET /buckets HTTP/1.1\r\nHost: a\r\n\r\n');
    await send(other.url, { method: 'GET', path: '/_sandbox/calls', headers: {} });
    await other.close();
    await closed;
  });

  test('latency is added to every call', async () => {
    const slow = await startSandbox({ latency: 60 });
    await call(slow.url, whoAmI, { service: 'sts' });
    const [record] = slow.calls();
    await slow.close();
    expect(record!.end - record!.start).toBeGreaterThanOrEqual(55);
  });

  test('a port that is taken, an account and a region that AWS does not have', async () => {
    const port = Number(new URL(sandbox.url).port);
    await expect(startSandbox({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await expect(startSandbox({ account: '12' })).rejects.toThrow("'12' is not an account");
    await expect(startSandbox({ region: 'mars-north-1' })).rejects.toThrow("no region 'mars-north-1'");
  });
});

describe('a partition', () => {
  const arnOf = async (options: SandboxOptions, region: string): Promise<string> => {
    const other = await startSandbox(options);
    const { text } = await call(other.url, whoAmI, { service: 'sts', region });
    const user = { Action: 'GetUser', Version: '2010-05-08' };
    const iam = await call(
      other.url,
      { ...whoAmI, body: new URLSearchParams(user).toString() },
      { service: 'iam', region: other.region }
    );
    await other.close();
    expect(iam.status).toBe(200);
    return /<Arn>(.*)<\/Arn>/.exec(text)?.[1] ?? text;
  };

  test.each([
    [{}, 'us-west-2', 'aws'],
    [{ partition: 'aws-us-gov' }, 'us-gov-east-1', 'aws-us-gov'],
    [{ partition: 'aws-cn' }, 'cn-northwest-1', 'aws-cn'],
    [{ partition: 'aws-eusc' }, 'eusc-de-east-1', 'aws-eusc'],
    [{ region: 'eusc-de-east-1' }, 'eusc-de-east-1', 'aws-eusc'],
    [{ partition: 'aws-cn', region: 'cn-north-1' }, 'cn-north-1', 'aws-cn']
  ])('of %j has the ARNs of its own', async (options, region, partition) => {
    expect(await arnOf(options, region)).toBe(`arn:${partition}:iam::123456789012:user/sandbox`);
  });

  test('that AWS does not have, or that has no such region', async () => {
    await expect(startSandbox({ partition: 'aws-mars' })).rejects.toThrow("no partition 'aws-mars'");
    const crossed = { partition: 'aws-cn', region: 'us-east-1' };
    await expect(startSandbox(crossed)).rejects.toThrow("The partition aws-cn has no region 'us-east-1'");
  });

  test('takes nobody of another, and has its own managed policies and warehouses', async () => {
    const other = await startSandbox({ partition: 'aws-eusc' });
    const foreign = await call(other.url, whoAmI, { service: 'sts', region: 'us-east-1' });
    expect(foreign.status).toBe(403);
    const policy = { Action: 'GetPolicy', PolicyArn: 'arn:aws-eusc:iam::aws:policy/AdministratorAccess' };
    const body = new URLSearchParams({ ...policy, Version: '2010-05-08' }).toString();
    const region = 'eusc-de-east-1';
    expect((await call(other.url, { ...whoAmI, body }, { service: 'iam', region })).status).toBe(200);
    const make = { method: 'PUT', path: '/buckets', headers: {}, body: '{"name":"dev"}' };
    const { text } = await call(other.url, make, { service: 's3tables', region });
    expect(text).toBe(`{"arn":"arn:aws-eusc:s3tables:${region}:123456789012:bucket/dev"}`);
    await other.close();
  });
});

describe('the command line', () => {
  function run(...args: string[]) {
    return follow(spawn(process.execPath, ['--import', 'tsx', 'sandbox/main.ts', ...args]));
  }

  function follow(child: ChildProcessWithoutNullStreams) {
    const said = { out: '', err: '' };
    child.stdout.on('data', (part: Buffer) => (said.out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (said.err += part.toString()));
    const exit = once(child, 'exit').then(([code]) => code as number);
    return { child, said, exit };
  }

  test.each(['SIGTERM', 'SIGINT'] as const)('listens until %s, and exits 0', async (signal) => {
    const { child, said, exit } = run(
      '--port',
      '0',
      '--account',
      '111122223333',
      '--region',
      'us-gov-west-1'
    );
    await once(child.stdout, 'data');
    const url = /^sandbox listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(said.out)?.[1];
    const answer = await call(url!, whoAmI, { service: 'sts', region: 'us-gov-east-1' });
    expect(answer.text).toContain('arn:aws-us-gov:iam::111122223333:user/sandbox');
    child.kill(signal);
    expect(await exit).toBe(0);
    expect(said.err).toBe('');
  });

  test('npm passes the signal on, and leaves no sandbox behind', async () => {
    const { child, said, exit } = follow(spawn('npm', ['run', '--silent', 'sandbox', '--', '--port', '0']));
    await once(child.stdout, 'data');
    const url = said.out.replace('sandbox listening on ', '').trim();
    expect((await call(url, whoAmI, { service: 'sts' })).status).toBe(200);
    child.kill('SIGTERM');
    expect(await exit).toBe(0);
    await expect(call(url, whoAmI, { service: 'sts' })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test.each([
    [['--port', 'x'], "--port takes a whole number from 0 to 65535, not 'x'."],
    [['--port', '65536'], '--port takes'],
    [['--latency=-1'], '--latency takes'],
    [['--account', '1'], '--account takes 12 digits'],
    [['--region', 'mars-north-1'], '--region takes a region of AWS'],
    [['--partition', 'mars'], '--partition takes one of aws, aws-us-gov, aws-cn, aws-eusc'],
    [['--partition', 'aws-cn', '--region', 'us-east-1'], "The partition aws-cn has no region 'us-east-1'."],
    [['--page-token', 'none'], '--page-token takes one of both, spec, aws'],
    [['--enforce', 'all-of-it'], '--enforce takes one of none, iam, lake-formation, all'],
    [['--principals', 'some'], '--principals takes one of any, iam'],
    [['--iam-delay', '1s'], '--iam-delay takes a whole number'],
    [['--prot', '1'], '--prot'],
    [['here'], 'here']
  ])('%j is refused', async (args, message) => {
    const { said, exit } = run(...args);
    expect(await exit).toBe(1);
    expect(said.err).toContain(message);
    expect(said.err.trim().split('\n')).toHaveLength(1);
    expect(said.out).toBe('');
  });
});
