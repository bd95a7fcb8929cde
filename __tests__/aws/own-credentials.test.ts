import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { makeAws } from '../../src/aws/index.js';
import { refuseBlemishes } from '../../src/aws/own-credentials.js';
import type { ActionError } from '../../src/errors.js';
import { thrownBy } from '../support/thrown.js';
import { testContext, withEnvironment, withServer } from './support.js';

const whoAmI = (): Promise<unknown> =>
  makeAws({ region: 'us-east-1', env: process.env }).sts.getIdentity(testContext());

describe('a key that cannot be one is told by its variable, before the first call', () => {
  const SECRET = 'wJalrXUtnFEMI';

  test.each([
    [`${SECRET}\n`, 'ends in a line break'],
    [`${SECRET}\r\n`, 'ends in a line break'],
    [`${SECRET} `, 'ends in a blank'],
    [` ${SECRET}`, 'begins with a blank'],
    [`wJalr\nXUtnFEMI`, 'has in it a line break'],
    [`"${SECRET}"`, 'is in quotes'],
    [`${SECRET}\u200b`, 'not ASCII'],
    ['\n', 'nothing but blanks']
  ])('%j', async (value, says) => {
    for (const name of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']) {
      let calls = 0;
      const error = await thrownBy(() =>
        withServer(
          () => {
            calls += 1;
          },
          () => withEnvironment({ AWS_ENDPOINT_URL: process.env.AWS_ENDPOINT_URL, [name]: value }, whoAmI)
        )
      );
      expect(error.code).toBe('INVALID_CREDENTIALS');
      expect(error.found).toContain(`${name} `);
      expect(error.found).toContain(says);
      expect(error.message).not.toContain('wJalr');
      expect(calls).toBe(0);
    }
  });

  test('where one of the pair is missing, that one is named', async () => {
    const error = await thrownBy(() => withEnvironment({ AWS_SECRET_ACCESS_KEY: '' }, whoAmI));
    expect(error.code).toBe('NO_CREDENTIALS');
    expect(error.found).toMatch(/AWS_ACCESS_KEY_ID is set, and AWS_SECRET_ACCESS_KEY is empty/);
  });

  test('not with a profile, since then nobody looks at them', () => {
    expect(() => refuseBlemishes({ AWS_PROFILE: 'x', AWS_SESSION_TOKEN: 'x\n' })).not.toThrow();
  });
});

test('a profile that has nothing is named, and that the keys are not looked at', async () => {
  const error = await thrownBy(() => withEnvironment({ AWS_PROFILE: 'left-over' }, whoAmI));
  expect(error.code).toBe('NO_CREDENTIALS');
  expect(error.found).toMatch(/AWS_PROFILE is set to left-over.*not at the keys of this step/s);
  expect(error.todo).toContain('Unset AWS_PROFILE');
});

describe('nothing of what comes in place of credentials is ever shown', () => {
  const SECRET = 'ASIASECRET';

  test.each([
    ['no JSON', 200, `{"AccessKeyId":"${SECRET}"`],
    ['text', 200, `${SECRET} and more`],
    ['a page', 200, `<html>${SECRET}</html>`],
    ['another answer', 500, `{"x":"${SECRET}"}`]
  ])('from a container: %s', async (_title, status, body) => {
    const error = await thrownBy(() =>
      withServer(
        (_request, response) =>
          response
            .writeHead(status, { 'content-type': body.startsWith('<') ? 'text/html' : 'application/json' })
            .end(body),
        (url) =>
          withEnvironment(
            {
              AWS_ACCESS_KEY_ID: '',
              AWS_SECRET_ACCESS_KEY: '',
              AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/c`
            },
            whoAmI
          )
      )
    );
    expect(whole(error)).not.toContain(SECRET.slice(0, 5));
  });

  test('from STS, for a web identity of the SDK', async () => {
    const token = join(mkdtempSync(join(tmpdir(), 'token-')), 'token');
    writeFileSync(token, 'a.b.c');
    const error = await thrownBy(() =>
      withServer(
        (_request, response) => response.writeHead(200).end(`<Odd><SecretAccessKey>${SECRET}</Odd>`),
        (url) =>
          withEnvironment(
            {
              AWS_ENDPOINT_URL: url,
              AWS_ACCESS_KEY_ID: '',
              AWS_SECRET_ACCESS_KEY: '',
              AWS_WEB_IDENTITY_TOKEN_FILE: token,
              AWS_ROLE_ARN: 'arn:aws:iam::123456789012:role/x'
            },
            whoAmI
          )
      )
    );
    expect(whole(error)).not.toContain(SECRET.slice(0, 5));
  });
});

/** Everything that any log could show of an error. */
function whole(error: ActionError): string {
  const causes: string[] = [];
  for (let each: unknown = error; each instanceof Error; each = each.cause) {
    causes.push(each.message, each.stack ?? '', JSON.stringify(each));
  }
  return causes.join('\n');
}
