import { beforeEach, describe, expect, test } from '@jest/globals';
import { Namespace } from '../../src/resources/namespace.js';
import { TableBucketPolicy } from '../../src/resources/table-bucket-policy.js';
import { TableBucket } from '../../src/resources/table-bucket.js';
import { converge, vanish } from '../../src/engine/converge.js';
import { fakeAccount, fails, type FakeAccount } from '../support/account.js';
import { fakeContext, type FakeContext } from '../support/context.js';
import { ANOTHERS_TAGS, specWith } from '../support/environment.js';
import { thrownBy } from '../support/thrown.js';

const spec = specWith();
let aws: FakeAccount;
let context: FakeContext;

beforeEach(() => {
  aws = fakeAccount();
  context = fakeContext();
});

describe('the table bucket', () => {
  const runner = { GITHUB_REPOSITORY: 'octo/lake', GITHUB_RUN_ID: '7' };
  const bucket = (given = {}): TableBucket => new TableBucket(specWith(given, runner), aws.s3tables);

  test('is created with every tag by the one call', async () => {
    await converge(context, bucket(), await bucket().observe(context));
    expect(aws.writes).toEqual(['createTableBucket dev-my-app']);
    expect(aws.s3tables.buckets.get(spec.bucketArn)?.tags).toEqual({
      ...spec.lastingTags,
      'iceberg-environment:repository': 'octo/lake',
      'iceberg-environment:run': '7-1'
    });
  });

  test('as declared: nothing differs, tags of others and of birth included', async () => {
    aws.s3tables.putBucket('dev-my-app', {
      ...spec.lastingTags,
      other: 'tag',
      'iceberg-environment:run': '1-1'
    });
    const { state, applyRefusal, removeRefusal } = await bucket().observe(context);
    expect([bucket().diff(state), applyRefusal, removeRefusal]).toEqual([[], undefined, undefined]);
  });

  test('only tags that differ are written', async () => {
    aws.s3tables.putBucket('dev-my-app', { ...spec.lastingTags, team: 'old', other: 'tag' });
    const found = await bucket({ tags: 'cost-center=1' }).observe(context);
    expect(bucket({ tags: 'cost-center=1' }).diff(found.state)).toEqual([
      { path: 'tags.cost-center', from: undefined, to: '1' },
      { path: 'tags.team', from: 'old', to: 'data' }
    ]);
    await converge(context, bucket({ tags: 'cost-center=1' }), found);
    expect(aws.writes).toEqual(['addTags dev-my-app cost-center,team']);
    expect(aws.s3tables.buckets.get(spec.bucketArn)?.tags).toMatchObject({ other: 'tag', team: 'data' });
  });

  test('without marks is left alone, unless it may be adopted', async () => {
    aws.s3tables.putBucket('dev-my-app', { team: 'data' });
    const found = await bucket().observe(context);
    expect(found.applyRefusal).toMatchObject({ code: 'NOT_OURS' });
    expect(found.applyRefusal?.found).toContain('The table bucket dev-my-app exists and carries no tags');
    expect(found.removeRefusal).toBe(found.applyRefusal);
    const adopted = await bucket({ adopt: 'true' }).observe(context);
    expect([adopted.applyRefusal, adopted.removeRefusal]).toEqual([undefined, undefined]);
  });

  test('of another environment is left alone, and never adopted', async () => {
    aws.s3tables.putBucket('dev-my-app', ANOTHERS_TAGS);
    const { applyRefusal, removeRefusal } = await bucket({ adopt: 'true' }).observe(context);
    expect(applyRefusal).toMatchObject({ code: 'OWNED_BY_ANOTHER' });
    expect(applyRefusal?.found).toContain('env "prod" of application "my-app", repository octo/lake');
    expect(removeRefusal).toBe(applyRefusal);
  });

  test('that goes while it is looked at is not there', async () => {
    aws.s3tables.putBucket('dev-my-app', spec.lastingTags);
    aws.s3tables.getTags = () => Promise.resolve(undefined);
    expect(await bucket().observe(context)).toEqual({});
  });

  test('that may not be looked at is an error, never nothing', async () => {
    aws.s3tables.hasTableBucket = fails('PERMISSION_DENIED');
    expect((await thrownBy(() => bucket().observe(context))).code).toBe('PERMISSION_DENIED');
  });

  test('is removed', async () => {
    aws.s3tables.putBucket('dev-my-app', spec.lastingTags);
    await vanish(context, bucket(), {});
    expect(aws.s3tables.buckets.size).toBe(0);
  });
});

describe('the table bucket policy', () => {
  const deny = { Effect: 'Deny', Principal: '*', Action: '*', Resource: spec.bucketArn };
  const own = JSON.stringify({ Statement: [deny] });
  const policy = (given = {}): TableBucketPolicy => new TableBucketPolicy(specWith(given), aws.s3tables);
  const stored = (): unknown => JSON.parse(aws.s3tables.buckets.get(spec.bucketArn)?.policy ?? 'null');

  beforeEach(() => void aws.s3tables.putBucket('dev-my-app'));

  test('by default has the two statements of the proof of concept', async () => {
    await converge(context, policy(), await policy().observe(context));
    const allow = {
      Effect: 'Allow',
      Action: 's3tables:*',
      Resource: [spec.bucketArn, `${spec.bucketArn}/*`]
    };
    expect(stored()).toEqual({
      Version: '2012-10-17',
      Statement: [
        { Sid: 'AllowGlueAccess', Principal: { Service: 'glue.amazonaws.com' }, ...allow },
        { Sid: 'AllowAccountAccess', Principal: { AWS: 'arn:aws:iam::123456789012:root' }, ...allow }
      ]
    });
    expect(aws.writes).toEqual(['putTableBucketPolicy dev-my-app']);
  });

  test('as AWS gives it back, in other words: nothing differs', async () => {
    await policy().create(context);
    const bucket = aws.s3tables.buckets.get(spec.bucketArn);
    if (bucket)
      bucket.policy = bucket.policy?.replace('"arn:aws:iam::123456789012:root"', '["123456789012"]') ?? '';
    const { state } = await policy().observe(context);
    expect(policy().diff(state)).toEqual([]);
  });

  test('of the user is written as given, and replaces what is there', async () => {
    await policy().create(context);
    const given = { 'table-bucket-policy': own };
    const found = await policy(given).observe(context);
    expect(
      policy(given)
        .diff(found.state)
        .map(({ path }) => path)
    ).toContain('policy.AllowGlueAccess');
    await converge(context, policy(given), found);
    expect(stored()).toEqual(JSON.parse(own));
  });

  test('that cannot be read is written anew', async () => {
    const bucket = aws.s3tables.buckets.get(spec.bucketArn);
    if (bucket) bucket.policy = 'not JSON';
    await converge(context, policy(), await policy().observe(context));
    expect(stored()).toHaveProperty('Statement');
  });

  test('none is not wanted; what is there is removed', async () => {
    await policy().create(context);
    const none = policy({ 'table-bucket-policy': 'none' });
    expect(none.wanted).toBe(false);
    await vanish(context, none, (await none.observe(context)).state);
    expect(stored()).toBeNull();
  });
});

describe('the namespace', () => {
  const namespace = (): Namespace => new Namespace(spec, aws);

  test('is created when it is not there, and kept when it is', async () => {
    aws.s3tables.putBucket('dev-my-app');
    expect(namespace().diff(undefined)).toEqual([{ path: 'name', to: 'my_app' }]);
    await converge(context, namespace(), await namespace().observe(context));
    expect(aws.writes).toEqual(['createNamespace my_app']);
    const { state } = await namespace().observe(context);
    expect(namespace().diff(state)).toEqual([]);
  });

  test('is removed', async () => {
    aws.s3tables.putBucket('dev-my-app').namespaces.add('my_app').add('other');
    await vanish(context, namespace(), true);
    expect([...(aws.s3tables.buckets.get(spec.bucketArn)?.namespaces ?? [])]).toEqual(['other']);
  });
});
