import { expect, test } from '@jest/globals';
import { makeAws } from '../../src/aws/index.js';
import { makeHandler } from '../../src/aws/handler.js';
import { testContext, withServer } from './support.js';

const IDENTITY =
  '<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/ann</Arn><Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>';

test('tells of a request once it is on its way, before the answer', async () => {
  let tell = (): void => undefined;
  const sent = new Promise<void>((resolve) => (tell = resolve));
  const status = await withServer(
    // Nobody is answered who has not told.
    (_request, response) => void sent.then(() => response.writeHead(204).end()),
    async (url) => {
      const { hostname, port, protocol } = new URL(url);
      const request = {
        method: 'GET',
        protocol,
        hostname,
        port: Number(port),
        path: '/',
        query: {},
        headers: {}
      };
      type Handle = ReturnType<typeof makeHandler>['handle'];
      const handler = makeHandler({}, { sent: tell });
      const { response } = await handler.handle(request as unknown as Parameters<Handle>[0]);
      handler.destroy();
      return response.statusCode;
    }
  );
  expect(status).toBe(204);
});

test('what is loaded meanwhile calls nobody', async () => {
  const asked: string[] = [];
  await withServer(
    (request, response) => {
      asked.push(/\/(\w+)\/aws4_request/.exec(request.headers.authorization ?? '')?.[1] ?? '');
      response.writeHead(200, { 'content-type': 'text/xml' }).end(IDENTITY);
    },
    async () => {
      const first = ['s3tables', 'glue', 'lakeFormation', 'iam', 's3'] as const;
      const { sts } = makeAws({ region: 'us-east-1', env: process.env, waves: [first] });
      expect((await sts.getIdentity(testContext())).accountId).toBe('123456789012');
      await new Promise(setImmediate);
    }
  );
  expect(asked).toEqual(['sts']);
});
