import { describe, expect, test } from '@jest/globals';
import { mapChanges } from '../../src/resources/spec.js';
import { TableBucket } from '../../src/resources/table-bucket.js';
import { tagLimitRefusal } from '../../src/resources/tag-limit.js';
import { fakeAccount } from '../support/account.js';
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
    const bucket = await new TableBucket(spec, aws.s3tables).observe(fakeContext());
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
