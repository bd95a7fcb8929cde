import { describe, expect, test } from '@jest/globals';
import { findOperation, OPERATIONS } from '../../../sandbox/s3tables/operations.js';
import { bucketArn } from './setup.js';

describe('the table of operations', () => {
  test('has all 49 of the service, each once', () => {
    expect(new Set(OPERATIONS.map(([name]) => name)).size).toBe(49);
    expect(OPERATIONS).toHaveLength(49);
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
