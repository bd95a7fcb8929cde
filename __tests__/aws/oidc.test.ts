import { describe, expect, test } from '@jest/globals';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { makeHandler } from '../../src/aws/handler.js';
import { claimsOf, gitHubToken } from '../../src/aws/oidc.js';
import { thrownBy } from '../support/thrown.js';
import { testContext, withServer } from './support.js';

const BEARER = 'the-request-token';
const TOKEN = 'header.payload.signature';

interface Asked {
  readonly token: string;
  readonly masked: string[];
  readonly requests: IncomingMessage[];
}

/** Asks a token service that answers as told; `path` is where it is. */
function ask(
  answer: (response: ServerResponse, count: number) => void,
  path = '/token?api-version=2.0'
): Promise<Asked> {
  const [masked, requests]: [string[], IncomingMessage[]] = [[], []];
  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    requests.push(request);
    answer(response, requests.length);
  };
  return withServer(listener, async (url) => {
    const env = { ACTIONS_ID_TOKEN_REQUEST_URL: url + path, ACTIONS_ID_TOKEN_REQUEST_TOKEN: BEARER };
    const handler = makeHandler({});
    const options = {
      env,
      handler: () => Promise.resolve(handler),
      mask: (secret: string) => masked.push(secret)
    };
    const token = await gitHubToken(options, 'sts.amazonaws.com', testContext());
    return { token, masked, requests };
  });
}

const gives = (value: unknown) => (response: ServerResponse) => response.end(JSON.stringify({ value }));
const refuses = (status: number) => (response: ServerResponse) => {
  response.statusCode = status;
  response.end(JSON.stringify({ message: `secret ${BEARER}` }));
};

describe('the token of GitHub', () => {
  test('is asked for with the audience and the bearer, and masked', async () => {
    const { token, masked, requests } = await ask(gives(TOKEN));
    expect(token).toBe(TOKEN);
    expect(masked).toEqual([BEARER, TOKEN]);
    expect(requests[0]?.url).toBe('/token?api-version=2.0&audience=sts.amazonaws.com');
    expect(requests[0]?.headers.authorization).toBe(`Bearer ${BEARER}`);
  });

  test('is found where the address has no query', async () => {
    const { requests } = await ask(gives(TOKEN), '/token');
    expect(requests[0]?.url).toBe('/token?audience=sts.amazonaws.com');
  });

  test('is asked for again when the service fails for a moment', async () => {
    const { token, requests } = await ask((response, count) =>
      count < 3 ? refuses(503)(response) : gives(TOKEN)(response)
    );
    expect([token, requests.length]).toEqual([TOKEN, 3]);
  });

  test.each([
    ['the service refuses', refuses(403), 'OIDC_UNAVAILABLE', 'HTTP status 403'],
    ['the service keeps failing', refuses(500), 'OIDC_UNAVAILABLE', 'HTTP status 500'],
    ['there is no token in the answer', gives(''), 'GARBLED_ANSWER', 'no token in it'],
    [
      'the answer is no JSON',
      (response: ServerResponse) => response.end('hello'),
      'GARBLED_ANSWER',
      'no token'
    ]
  ])('is not there when %s', async (_title, answer, code, found) => {
    const error = await thrownBy(() => ask(answer));
    expect([error.code, error.message]).toEqual([code, expect.stringContaining(found)]);
    expect(error.message).not.toContain(BEARER);
  });

  test.each([{}, { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://127.0.0.1:1/' }])(
    'needs id-token: write (%j)',
    async (env) => {
      const handler = (): never => {
        throw new Error('not to be asked');
      };
      const options = { env, handler, mask: () => undefined };
      const error = await thrownBy(() => gitHubToken(options, 'sts.amazonaws.com', testContext()));
      expect(error.code).toBe('OIDC_UNAVAILABLE');
      expect(error.todo).toContain('permissions: id-token: write');
      expect(error.todo).toContain('pull request from a fork');
    }
  );
});

test('the claims of a token are read, and nothing is made of what is none', () => {
  const payload = Buffer.from(JSON.stringify({ sub: 's', aud: 'a', iss: 'i', exp: 1 })).toString('base64url');
  expect(claimsOf(`h.${payload}.s`)).toEqual({ sub: 's', aud: 'a', iss: 'i' });
  expect([claimsOf('x'), claimsOf(''), claimsOf('a.bnVsbA.c')]).toEqual([{}, {}, {}]);
});
