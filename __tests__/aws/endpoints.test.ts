import { describe, expect, test } from '@jest/globals';
import { type Clients, makeAws, makeClients } from '../../src/aws/index.js';
import { makeHandler } from '../../src/aws/handler.js';
import type { Aws } from '../../src/aws/ports.js';
import { serviceOf } from '../../src/aws/service.js';
import { ActionError } from '../../src/errors.js';
import { testContext, withEnvironment, withServer } from './support.js';

const REGION = 'us-east-1';
const BUCKET = 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev-myapp';

const aws = (region = REGION): Aws => makeAws({ region, env: process.env });

/** One call of each service. */
const CALLS: readonly (readonly [string, (aws: Aws) => Promise<unknown>])[] = [
  ['S3 Tables', ({ s3tables }) => s3tables.hasTableBucket(BUCKET, testContext())],
  ['Glue', ({ glue }) => glue.getDatabase('db', testContext())],
  ['Lake Formation', ({ lakeFormation }) => lakeFormation.getSettings(testContext())],
  ['STS', ({ sts }) => sts.getIdentity(testContext())],
  ['S3', ({ warehouse }) => warehouse.readText('s3://bucket/key', testContext())]
];

describe.each(CALLS)('%s', (_name, call) => {
  test.each([200, 403, 404])('a page of a proxy with status %i is not an answer', async (status) => {
    const work = withServer(
      (_request, response) => {
        response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
        response.end('<html><title>Blocked by Acme</title></html>');
      },
      () => call(aws())
    );
    const error = (await work.catch((thrown: unknown) => thrown)) as ActionError;
    expect(error.code).toBe('GARBLED_ANSWER');
    expect(error.found).toContain('"<html><title>Blocked by Acme</title></html>"');
    expect(error.found).toContain(String(status));
  });

  test('a 403 with nothing in it is a denial', async () => {
    const work = withServer(
      (_request, response) => response.writeHead(403).end(),
      () => call(aws())
    );
    await expect(work).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  });

  test('a 404 with nothing in it does not say that there is nothing', async () => {
    const work = withServer(
      (_request, response) => response.writeHead(404).end(),
      () => call(aws())
    );
    await expect(work).rejects.toMatchObject({ code: 'GARBLED_ANSWER' });
  });

  test('nobody listens', async () => {
    const work = withEnvironment({ AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }, () => call(aws()));
    await expect(work).rejects.toMatchObject({
      code: 'UNREACHABLE',
      found: '127.0.0.1:1 did not answer (ECONNREFUSED).'
    });
  });
});

test.each(CALLS.slice(0, 4))(
  '%s: an empty answer with status 200 lacks what AWS always sends',
  async (_name, call) => {
    const work = withServer(
      (_request, response) => response.writeHead(200).end(),
      () => call(aws())
    );
    await expect(work).rejects.toMatchObject({ code: 'GARBLED_ANSWER' });
  }
);

test('text that is no JSON is quoted', async () => {
  const work = withServer(
    (_request, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('Bad gateway'),
    () => aws().glue.getDatabase('db', testContext())
  );
  await expect(work).rejects.toMatchObject({
    code: 'GARBLED_ANSWER',
    found: expect.stringContaining('Bad gateway') as unknown
  });
});

test('connections that are reset a few times do not matter', async () => {
  let calls = 0;
  const there = await withServer(
    (_request, response) => {
      calls += 1;
      if (calls < 4) response.destroy();
      else
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ arn: BUCKET }));
    },
    () => aws().s3tables.hasTableBucket(BUCKET, testContext())
  );
  expect(there).toBe(true);
  expect(calls).toBe(4);
});

test('an endpoint that says nothing is asked twice, then given up', async () => {
  let calls = 0;
  const work = withServer(
    () => {
      calls += 1;
    },
    async () => {
      const { S3Tables } = await import('@aws-sdk/client-s3tables');
      const requestHandler = makeHandler(process.env, { patience: { connectionMs: 1_000, requestMs: 400 } });
      const service = serviceOf(() =>
        Promise.resolve(new S3Tables({ region: REGION, requestHandler, maxAttempts: 8 }))
      );
      const call = { operation: 's3tables:GetTableBucket', doing: 'look' };
      await service.ask(testContext(), call, (s3tables, options) =>
        s3tables.getTableBucket({ tableBucketARN: BUCKET }, options)
      );
    }
  );
  await expect(work).rejects.toMatchObject({
    code: 'UNREACHABLE',
    found: expect.stringMatching(/^127\.0\.0\.1:\d+ did not answer \(ETIMEDOUT\)\.$/) as unknown
  });
  expect(calls).toBe(2);
});

test('a call in flight is cut with the reason of the run', async () => {
  const reason = new ActionError('CANCELLED');
  const context = testContext();
  const work = withServer(
    () => context.stop(reason),
    () => aws().s3tables.hasTableBucket(BUCKET, context)
  );
  await expect(work).rejects.toBe(reason);
});

test('no credentials are told at once', async () => {
  const nothing = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
  const work = withEnvironment(nothing, () => aws().s3tables.hasTableBucket(BUCKET, testContext()));
  await expect(work).rejects.toMatchObject({ code: 'NO_CREDENTIALS' });
});

describe('who this is, when STS cannot be asked', () => {
  const identity = (region: string, more: NodeJS.ProcessEnv): Promise<unknown> =>
    withEnvironment({ AWS_ENDPOINT_URL_STS: 'http://127.0.0.1:1', ...more }, () =>
      aws(region).sts.getIdentity(testContext())
    );

  test.each([
    ['eu-west-1', 'aws'],
    ['us-gov-west-1', 'aws-us-gov'],
    ['cn-north-1', 'aws-cn']
  ])('the credentials and the region %s say', async (region, partition) => {
    await expect(identity(region, { AWS_ACCOUNT_ID: '210987654321' })).resolves.toEqual({
      accountId: '210987654321',
      partition
    });
  });

  test('or nobody does', async () => {
    await expect(identity(REGION, {})).rejects.toMatchObject({ code: 'UNREACHABLE' });
  });
});

test('clients are made when they are first asked for, and once', async () => {
  const clients: Clients = makeClients({ region: REGION, env: {} });
  const [one, other] = await Promise.all([clients.glue(), clients.glue()]);
  expect(one).toBe(other);
  expect(await (await clients.s3tables()).config.maxAttempts()).toBe(8);
  expect((await clients.s3()).config.requestHandler).toBe(await clients.handler());
});
