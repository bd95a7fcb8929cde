import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Answer, makeAsk } from '../../src/github/api.js';
import { fakeContext } from '../support/context.js';
import { thrownBy } from '../support/thrown.js';

interface Said {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

const ASK = {
  method: 'GET',
  path: '/repos/octo/lake/pulls',
  doing: 'look',
  permission: 'pull-requests: read'
};
/** What was asked of which server, and with what authorization. */
const asked: { at: string; path: string; token: string | undefined }[] = [];
let servers: Server[] = [];

async function serve(at: string, says: (path: string) => Said): Promise<string> {
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push({ at, path, token: request.headers.authorization });
    const { status = 200, headers = {} } = says(path);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end('{"ok":true}');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeEach(() => {
  asked.length = 0;
  servers = [];
});
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

const askAt = (apiUrl: string): Promise<Answer> =>
  makeAsk({ token: 'secret', repository: 'octo/lake', apiUrl }, fakeContext())(ASK);

/** Where the next page is, when the answer has this `Link`. */
async function next(link: (own: string) => string): Promise<string | undefined> {
  const url: string = await serve('api', () => ({ headers: { link: link(`${url}/api/v3`) } }));
  const answer = await askAt(`${url}/api/v3`);
  return answer.next?.replace(url, '');
}

describe('the next page', () => {
  test.each([
    ['as GitHub names it', (own: string) => `<${own}/r?page=1>; rel="prev", <${own}/r?page=2>; rel="next"`],
    ['without quotes, and after other parameters', (own: string) => `<${own}/r?page=2>; title="a"; rel=next`],
    ['from the root', () => '</api/v3/r?page=2>; rel="next"'],
    ['from where it is', () => '<../../../r?page=2>; rel="next"']
  ])('is followed: %s', async (_how, link) => {
    expect(await next(link)).toBe('/api/v3/r?page=2');
  });

  test.each([
    ['none', () => ''],
    ['only the last', (own: string) => `<${own}/r?page=9>; rel="last"`],
    ['a word that begins alike', (own: string) => `<${own}/r?page=9>; rel="nextish"`],
    ['a long one that never ends', () => '<'.repeat(10_000)]
  ])('is none: %s', async (_how, link) => {
    expect(await next(link)).toBeUndefined();
  });

  test.each([
    ['another host', () => 'http://evil.example/api/v3/r'],
    ['what is no address', (own: string) => own.replace(/:(\d+)\//, ':$1.evil.example/')],
    ['a longer host', (own: string) => own.replace('127.0.0.1', '127.0.0.1.evil.example')],
    ['another port', (own: string) => own.replace(/:\d+\//, ':9/')],
    ['another scheme', (own: string) => own.replace('http:', 'https:')],
    [
      'a name before the host',
      (own: string) => `http://${own.slice(7).replace('/api/v3', '')}@evil.example/api/v3/r`
    ],
    ['a name before our host', (own: string) => own.replace('http://', 'http://user:word@')],
    ['a path beside the API', (own: string) => own.replace('/api/v3', '/api/v3x/r')],
    ['a path out of the API', (own: string) => `${own}/../v4/r`],
    ['a scheme without a host', () => 'file:///etc/passwd'],
    ['no scheme', () => '//evil.example/api/v3/r']
  ])('is an error, and asked nowhere, when it is %s', async (_what, address) => {
    const error = await thrownBy(() => next((own) => `<${address(own)}>; rel="next"`));
    expect(error).toMatchObject({ code: 'GITHUB_UNREACHABLE' });
    expect(error.message).toContain('the token is not sent there');
    expect(asked).toHaveLength(1);
  });
});

describe('a redirection', () => {
  test.each([301, 302, 307, 308])('with %i is followed below the API', async (status) => {
    const url = await serve('api', (path) => (path === '/x' ? {} : { status, headers: { location: '/x' } }));
    expect((await askAt(url)).data).toEqual({ ok: true });
    expect(asked.map(({ path, token }) => [path, token])).toEqual([
      [ASK.path, 'token secret'],
      ['/x', 'token secret']
    ]);
  });

  test.each([301, 302, 307, 308])(
    'with %i to another server is an error, and that is not asked',
    async (status) => {
      const evil = await serve('evil', () => ({}));
      const url = await serve('api', () => ({ status, headers: { location: `${evil}/x` } }));
      expect(await thrownBy(() => askAt(url))).toMatchObject({ code: 'GITHUB_UNREACHABLE' });
      expect(asked.map(({ at }) => at)).toEqual(['api']);
    }
  );

  test('that leads in a circle ends', async () => {
    const url = await serve('api', () => ({ status: 307, headers: { location: '/x' } }));
    await askAt(url).catch(() => undefined);
    expect(asked.length).toBeLessThan(10);
  });
});

test.each([
  [401, /not taken at all/, /permissions/],
  [403, /pull-requests: read/, /not taken/],
  [404, /pull-requests: read/, /not taken/]
])('a refusal with %i is told with what helps', async (status, todo, not) => {
  const url = await serve('api', () => ({ status }));
  const error = await thrownBy(() => askAt(url));
  expect(error).toMatchObject({ code: 'GITHUB_DENIED', todo: expect.stringMatching(todo) });
  expect(error).not.toMatchObject({ todo: expect.stringMatching(not) });
});
