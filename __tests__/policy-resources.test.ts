import { describe, expect, test } from '@jest/globals';
import { foreignResources } from '../src/policy-resources.js';

const TARGET = { partition: 'aws', region: 'us-east-1', accountId: '123456789012', tableBucket: 'lake' };
const BUCKET = 'arn:aws:s3tables:us-east-1:123456789012:bucket/lake';

function foreign(resource: unknown, target: Parameters<typeof foreignResources>[1] = TARGET): string[] {
  return foreignResources({ Statement: [{ Effect: 'Allow', Resource: resource }] }, target);
}

describe('of the table bucket, or of what is in it, is', () => {
  test.each([
    BUCKET,
    `${BUCKET}/*`,
    `${BUCKET}/table/6ba7b810-9dad-11d1-80b4-00c04fd430c8`,
    'arn:aws:s3tables:us-east-1:123456789012:bucket/*',
    'arn:aws:s3tables:us-east-1:123456789012:bucket/la?e',
    'arn:aws:s3tables:us-east-1:123456789012:bucket/l*/table/*',
    'arn:aws:s3tables:us-east-1:123456789012:*',
    'arn:aws:s3tables:us-east-1:123456789012:bucket/lake/${aws:PrincipalTag/table}'
  ])('%s', (resource) => {
    expect(foreign(resource)).toEqual([]);
    expect(foreign([resource, BUCKET])).toEqual([]);
  });
});

describe('another one is', () => {
  test.each([
    'arn:aws:s3tables:us-east-1:123456789012:bucket/lakes',
    'arn:aws:s3tables:us-east-1:123456789012:bucket/la',
    'arn:aws:s3tables:us-east-1:123456789012:bucket/other/*',
    'arn:aws:s3tables:us-east-1:123456789012:bucket/other-*',
    'arn:aws:s3tables:us-east-1:123456789012:bucket',
    'arn:aws:s3tables:eu-west-1:123456789012:bucket/lake',
    'arn:aws:s3tables:us-east-1:999999999999:bucket/lake',
    'arn:aws-cn:s3tables:us-east-1:123456789012:bucket/lake',
    'arn:aws:s3:::lake/*',
    '*',
    'arn:aws:s3tables:*:*:bucket/*',
    'arn:aws:s3tables:us-east-1:*:bucket/lake',
    'arn:*:s3tables:us-east-1:123456789012:bucket/lake',
    'arn:aws:s3tables:us-east-1:123456789012:bucket/${aws:PrincipalTag/lake}',
    'lake',
    ''
  ])('%j', (resource) => {
    expect(foreign(resource)).toEqual([resource]);
    expect(foreign([BUCKET, resource, resource])).toEqual([resource]);
  });
});

test('what is not known of the bucket is not compared', () => {
  const target = { region: 'us-east-1', tableBucket: 'lake' };
  expect(foreign('arn:aws-cn:s3tables:us-east-1:999999999999:bucket/lake', target)).toEqual([]);
  expect(foreign('arn:aws:s3tables:us-east-1:999999999999:bucket/other', target)).toHaveLength(1);
});

test('NotResource is looked at as well; what is no text is not', () => {
  expect(foreignResources({ Statement: [{ NotResource: ['lake', 1] }, {}] }, TARGET)).toEqual(['lake']);
});

test('a pattern of nothing but wildcards is read like any other', () => {
  const bucket = 'arn:aws:s3tables:us-east-1:123456789012:bucket/';
  expect(foreign(`${bucket}${'*?'.repeat(10_000)}`)).toEqual([]);
  expect(foreign(`${bucket}${'*?'.repeat(10_000)}`.replace('s3tables', 's3'))).toHaveLength(1);
  expect(foreign(`${bucket}${'*'.repeat(20_000)}`)).toEqual([]);
});
