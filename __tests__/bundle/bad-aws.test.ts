import { describe, expect, test } from '@jest/globals';
import { useArena } from './support/arena.js';
import { closedPort, withImpostor } from './support/impostor.js';
import { NODE } from './support/nodes.js';

const given = useArena();
const WRONG_SECRET = 'wJalrXUtnFEMIbPxRfiCYWRONGSECRET';
const PAGE = '<html><body>Corporate proxy: please log in</body></html>';

const CREDENTIALS = [
  {
    title: 'none',
    env: { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '', AWS_SESSION_TOKEN: '' },
    code: 'NO_CREDENTIALS'
  },
  { title: 'expired', env: { AWS_SESSION_TOKEN: 'expired' }, code: 'EXPIRED_CREDENTIALS' },
  { title: 'a wrong secret', env: { AWS_SECRET_ACCESS_KEY: WRONG_SECRET }, code: 'INVALID_CREDENTIALS' },
  { title: 'an unknown key', env: { AWS_ACCESS_KEY_ID: 'AKIAUNKNOWN' }, code: 'INVALID_CREDENTIALS' }
];

const IMPOSTORS = [
  { title: 'a page with 200', status: 200, type: 'text/html', body: PAGE, says: 'Corporate proxy' },
  { title: 'a page that calls itself JSON', status: 200, type: 'application/json', body: PAGE, says: '' },
  { title: 'nothing with 200', status: 200, type: 'text/xml', body: '', says: '' },
  { title: 'a page with 403', status: 403, type: 'text/html', body: PAGE, says: 'Corporate proxy' },
  { title: '{} with 200', status: 200, type: 'application/json', body: '{}', says: '' }
];

describe(`credentials, ${NODE.title}`, () => {
  test.each(CREDENTIALS)('$title', async ({ env, code }) => {
    const run = await given.arena.run('apply', {}, { env });
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, [code], []]);
    expect(run.error).toContain('What to do');
    expect(run.log).not.toContain(WRONG_SECRET);
    expect(run.summary).toContain(code.replace('_', '&#95;'));
  });
});

describe(`what is not AWS, ${NODE.title}`, () => {
  test('a region that does not exist', async () => {
    const run = await given.arena.run('apply', { region: 'us-east-9' });
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['REGION_UNKNOWN'], []]);
  });

  test('an endpoint where nobody answers', async () => {
    const url = await closedPort();
    const run = await given.arena.run('apply', {}, { env: { AWS_ENDPOINT_URL: url } });
    expect([run.exitCode, run.codes]).toEqual([1, ['UNREACHABLE']]);
    expect(run.error).toContain(new URL(url).host);
  });

  test.each(IMPOSTORS)('$title', async ({ says, ...answer }) => {
    const run = await withImpostor(answer, (url) =>
      given.arena.run('apply', {}, { env: { AWS_ENDPOINT_URL: url } })
    );
    expect([run.exitCode, run.codes]).toEqual([1, ['GARBLED_ANSWER']]);
    expect(run.error).toContain(says);
  });

  test('403 with nothing in it: STS is not told why', async () => {
    const answer = { status: 403, type: 'text/xml', body: '' };
    const run = await withImpostor(answer, (url) =>
      given.arena.run('apply', {}, { env: { AWS_ENDPOINT_URL: url } })
    );
    expect([run.exitCode, run.codes]).toEqual([1, ['PERMISSION_DENIED']]);
  });

  test.each(IMPOSTORS)('only in front of S3 Tables: $title', async ({ says, ...answer }) => {
    const run = await withImpostor(answer, (url) =>
      given.arena.run('apply', {}, { env: { AWS_ENDPOINT_URL_S3TABLES: url } })
    );
    expect([run.exitCode, [...new Set(run.codes)], run.writes]).toEqual([1, ['GARBLED_ANSWER'], []]);
    expect(run.error).toContain(says);
  });
});
