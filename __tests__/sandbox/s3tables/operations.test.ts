import { CreateTableBucketCommand } from '@aws-sdk/client-s3tables';
import { describe, expect, test } from '@jest/globals';
import { findOperation, OPERATIONS } from '../../../sandbox/s3tables/operations.js';
import { call } from '../client.js';
import { bucketArn, withSandbox } from './setup.js';

describe('the table of operations', () => {
  test('has all 58 of the service, each once', () => {
    expect(new Set(OPERATIONS.map(([name]) => name)).size).toBe(58);
    expect(OPERATIONS).toHaveLength(58);
  });

  test.each(OPERATIONS)('%s is found by its method and path', (name, method, template) => {
    const path = template.replaceAll(/\{(\w+)\}/g, (_, label: string) => encodeURIComponent(`${label}/x`));
    const labels = [...template.matchAll(/\{(\w+)\}/g)].map(([, label = '']) => [label, `${label}/x`]);
    expect(findOperation(method, path)).toEqual({ name, labels: Object.fromEntries(labels) as object });
  });

  test.each([
    ['POST', '/buckets'],
    ['GET', '/buckets/'],
    ['GET', `/buckets/${bucketArn('dev')}`],
    ['GET', '/buckets/%E0%A4%A'],
    ['GET', '/'],
    ['DELETE', `/buckets/${encodeURIComponent(bucketArn('dev'))}/unknown`]
  ])('%s %s is none', (method, path) => {
    expect(findOperation(method, path)).toBeUndefined();
  });
});

describe('over the wire', () => {
  const fixture = withSandbox();
  const send = async (method: string, path: string, body?: string): Promise<unknown[]> => {
    const url = fixture.url;
    const message = { method, path, headers: {}, ...(body !== undefined && { body }) };
    const { status, text, headers } = await call(url, message, { service: 's3tables' });
    return [status, headers['x-amzn-errortype'], text === '' ? '' : (JSON.parse(text) as unknown)];
  };

  const lacking = OPERATIONS.filter(([name]) => /Migration|Replication|RecordExpiration/.test(name));

  test.each(lacking)('%s is named as one that the sandbox lacks', async (name, method, path) => {
    const body = /^P/.test(method) ? '{}' : undefined;
    expect(await send(method, path, body)).toEqual([
      400,
      'UnknownOperationException',
      { message: `The sandbox does not have the operation ${name} of s3tables.` }
    ]);
  });

  test('every other one is there', async () => {
    expect(lacking).toHaveLength(17);
    await fixture.client.send(new CreateTableBucketCommand({ name: 'dev' }));
    for (const [name, method, template] of OPERATIONS) {
      const arn = encodeURIComponent(bucketArn('dev'));
      const path = template.replace(/\{(tableBucketARN|resourceArn)\}/, arn).replace(/\{\w+\}/g, 'x');
      const [, type] = await send(method, path, method === 'PUT' ? '{}' : undefined);
      if (!lacking.some(([one]) => one === name))
        expect([name, type]).not.toEqual([name, 'UnknownOperationException']);
    }
  });

  test('what is no operation is said to be none', async () => {
    expect(await send('PATCH', '/buckets')).toMatchObject([404, 'UnknownOperationException', {}]);
  });

  test('the logging of a bucket is set, checked and taken away', async () => {
    await fixture.client.send(new CreateTableBucketCommand({ name: 'dev' }));
    const path = `/buckets/${encodeURIComponent(bucketArn('dev'))}/logging`;
    const none = [200, undefined, { tableBucketLoggingStatus: {} }];
    expect(await send('GET', path)).toEqual(none);
    const format = { partitionedPrefix: { partitionDateSource: 'DeliveryTime' } };
    const status = {
      loggingEnabled: { targetBucket: 'logs', targetPrefix: '', targetObjectKeyFormat: format }
    };
    const put = (given: object): Promise<unknown[]> =>
      send('PUT', path, JSON.stringify({ tableBucketLoggingStatus: given }));
    expect(await put(status)).toEqual([204, undefined, '']);
    expect(await send('GET', path)).toEqual([200, undefined, { tableBucketLoggingStatus: status }]);
    const bad = { loggingEnabled: { ...status.loggingEnabled, targetObjectKeyFormat: {} } };
    expect(await put(bad)).toMatchObject([400, 'BadRequestException', {}]);
    expect(await put({})).toEqual([204, undefined, '']);
    expect(await send('GET', path)).toEqual(none);
  });
});
