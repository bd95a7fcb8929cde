import { describe, expect, test } from '@jest/globals';
import { birthTags, lastingTags } from '../../src/ownership.js';
import { mapChanges } from '../../src/resources/spec.js';
import { TableBucket } from '../../src/resources/table-bucket.js';
import { tagLimitRefusal } from '../../src/resources/tag-limit.js';
import { lookAt } from '../../src/observe/look.js';
import { fakeAccount } from '../support/account.js';
import { observed } from '../support/bring.js';
import { fakeContext } from '../support/context.js';
import { specWith } from '../support/environment.js';

const spec = specWith({ adopt: 'true' });
const own = Object.keys(spec.lastingTags).length;
const many = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`key-${at}`, 'x']));

describe('the tags that a resource has, with those of the environment', () => {
  test('may be as many as AWS allows', () => {
    expect(tagLimitRefusal('table x', many(50 - own), spec)).toBeUndefined();
  });

  test("and AWS's own are not among them", () => {
    const stack = { 'aws:cloudformation:stack-name': 'x' };
    expect(tagLimitRefusal('table x', { ...many(50 - own), ...stack }, spec)).toBeUndefined();
  });

  test('as they are set when all of them are needed: there is room for every mark', async () => {
    const tags = Object.entries(many(38)).map(([key, value]) => `${key}=${value}`);
    const runner = { GITHUB_REPOSITORY: 'octo/lake', GITHUB_RUN_ID: '1' };
    const full = specWith({ tags: tags.join('\n'), namespace: 'other' }, runner);
    const owner = { ...full.owner, pullRequest: 7 };
    const aws = fakeAccount();
    const lasting = lastingTags(owner, many(38), '2027-01-01T00:00:00Z');
    const bucket = new TableBucket(
      { ...full, owner, lastingTags: lasting, birthTags: birthTags(owner) },
      aws.s3tables
    );
    await bucket.create(lookAt(aws, fakeContext()));
    const made = (await aws.s3tables.getTags(full.bucketArn)) ?? {};
    expect(Object.keys(made)).toContain('iceberg-environment:namespace');
    expect(Object.keys(made)).toHaveLength(50);
  });

  test('and not one more, which is told with what would be added', () => {
    const refusal = tagLimitRefusal('table x', many(51 - own), spec);
    expect(refusal?.code).toBe('QUOTA_EXCEEDED');
    expect(refusal?.found).toContain(
      `The table x has ${51 - own} tags, and this environment would add ${own}: managed-by`
    );
    expect(refusal?.todo).toContain('Remove at least 1 of its tags');
  });

  test('one that has all of them already is fine, however many others there are', () => {
    expect(tagLimitRefusal('table x', { ...many(50), ...spec.lastingTags }, spec)).toBeUndefined();
  });

  test('are looked at before anything is written, when a bucket is taken over', async () => {
    const aws = fakeAccount();
    aws.s3tables.putBucket('dev-my-app', many(45));
    const bucket = await observed(aws, fakeContext(), new TableBucket(spec, aws.s3tables));
    expect(bucket.applyRefusal).toMatchObject({ code: 'QUOTA_EXCEEDED' });
    expect(bucket.removeRefusal?.code).not.toBe('QUOTA_EXCEEDED');
  });
});

test('a tag that has the name of something in JavaScript is missing where it is not there', () => {
  expect(mapChanges('tags', { constructor: 'x' }, {})).toEqual([
    { path: 'tags.constructor', from: undefined, to: 'x' }
  ]);
  expect(mapChanges('tags', { constructor: 'x' }, { constructor: 'x' })).toEqual([]);
});
