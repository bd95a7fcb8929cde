import { beforeEach, describe, expect, test } from '@jest/globals';
import { operations as glue } from '../../../sandbox/glue/operations.js';
import { operations as iam } from '../../../sandbox/iam/operations.js';
import { operationsBelow } from '../../../sandbox/iceberg-rest/operations.js';
import { operations as lakeFormation } from '../../../sandbox/lakeformation/operations.js';
import { bucketHandlers } from '../../../sandbox/s3tables/bucket-api.js';
import { bucketSettingsHandlers } from '../../../sandbox/s3tables/bucket-settings-api.js';
import { loggingHandlers } from '../../../sandbox/s3tables/logging-api.js';
import { namespaceHandlers } from '../../../sandbox/s3tables/namespace-api.js';
import { OPERATIONS } from '../../../sandbox/s3tables/operations.js';
import { tableHandlers } from '../../../sandbox/s3tables/table-api.js';
import { tableSettingsHandlers } from '../../../sandbox/s3tables/table-settings-api.js';
import { tagHandlers } from '../../../sandbox/s3tables/tag-api.js';
import { call, type Answer, type Message } from '../client.js';
import { withIam } from '../iam/call.js';
import { account, bucketArn, runner, type Settings } from './setup.js';

const { iam: asAdministrator, sandbox } = withIam({ enforce: 'iam' });
let settings: Settings;

beforeEach(async () => {
  settings = await runner(sandbox().url, asAdministrator);
});

function send(service: string, message: Partial<Message>): Promise<Answer> {
  const { credentials } = settings;
  const whole = { method: 'POST', path: '/', headers: {}, ...message };
  return call(sandbox().url, whole, { service, ...credentials });
}

/** A role without policies may do nothing: an operation that has no row in the tables would let it through. */
describe('a role that may do nothing may not call', () => {
  test.each(Object.keys(glue))('Glue %s', async (name) => {
    const headers = { 'x-amz-target': `AWSGlue.${name}`, 'content-type': 'application/x-amz-json-1.1' };
    const ResourceArn = 'arn:aws:glue:us-east-1:123456789012:database/sales';
    const answer = await send('glue', { headers, body: JSON.stringify({ ResourceArn }) });
    expect([answer.status, answer.headers['x-amzn-errortype']]).toEqual([400, 'AccessDeniedException']);
    expect(answer.text).toContain(`not authorized to perform: glue:${name} on resource: arn:aws:glue:`);
  });

  test.each(Object.keys(lakeFormation))('Lake Formation %s', async (name) => {
    const answer = await send('lakeformation', { path: `/${name}`, body: '{}' });
    expect([answer.status, answer.headers['x-amzn-errortype']]).toEqual([400, 'AccessDeniedException']);
    expect(answer.text).toContain(`not authorized to perform: lakeformation:${name} on resource: *`);
  });

  test.each(Object.keys(iam))('IAM %s', async (name) => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await send('iam', { headers, body: `Action=${name}&Version=2010-05-08` });
    expect(answer.status).toBe(403);
    expect(answer.text).toContain(`not authorized to perform: iam:${name} on resource: `);
  });

  const s3Tables = {
    ...bucketHandlers,
    ...bucketSettingsHandlers,
    ...loggingHandlers,
    ...namespaceHandlers,
    ...tableHandlers,
    ...tableSettingsHandlers,
    ...tagHandlers
  };
  test.each(OPERATIONS.filter(([name]) => name in s3Tables))('S3 Tables %s', async (name, method, path) => {
    const filled = path
      .replace(/\{(tableBucketARN|resourceArn)\}/, encodeURIComponent(bucketArn))
      .replace(/\{(\w+)\}/g, 'sales');
    const answer = await send('s3tables', { method, path: filled, ...(method === 'PUT' && { body: '{}' }) });
    expect(answer.status).toBe(403);
    expect(answer.headers['x-amzn-errortype']).toMatch(/^(AccessDenied|Forbidden)Exception$/);
    expect(answer.text).toContain(`not authorized to perform: s3tables:${name} on resource: `);
  });

  const known = /GetConfig|Namespace|Table(s|Exists)?$/;
  const unknownToS3Tables = /UpdateNamespace|RegisterTable/;
  const iceberg = operationsBelow('/iceberg/v1/{warehouse}').filter(
    ([name]) => known.test(name) && !unknownToS3Tables.test(name)
  );
  test.each(iceberg)('the Iceberg catalog of S3 Tables: %s', async (_, method, path) => {
    const filled = path.replace('{warehouse}', encodeURIComponent(bucketArn)).replace(/\{(\w+)\}/g, 'sales');
    const query = path.endsWith('/config') ? `?warehouse=${encodeURIComponent(bucketArn)}` : '';
    const answer = await send('s3tables', { method, path: filled + query });
    expect(answer.status).toBe(403);
    if (method !== 'HEAD') expect(answer.text).toContain('is not authorized to perform: s3tables:');
  });

  const knownToGlue = iceberg.filter(([name]) => !name.includes('Rename'));
  test.each(knownToGlue)('the Iceberg catalog of Glue: %s', async (_, method, path) => {
    const filled = path
      .replace('v1/{warehouse}', `v1/catalogs/${account}:s3tablescatalog:dev`)
      .replace(/\{(\w+)\}/g, 'sales');
    const query = path.endsWith('/config') ? `?warehouse=${account}:s3tablescatalog/dev` : '';
    const answer = await send('glue', { method, path: filled + query });
    expect(answer.status).toBe(403);
    if (method !== 'HEAD') expect(answer.text).toContain('is not authorized to perform: glue:');
  });
});
