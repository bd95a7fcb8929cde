import { beforeEach, describe, expect, test } from '@jest/globals';
import { Namespace } from '../../src/resources/namespace.js';
import { TableBucketPolicy } from '../../src/resources/table-bucket-policy.js';
import { TableBucket } from '../../src/resources/table-bucket.js';
import { lookAt } from '../../src/observe/look.js';
import { fakeAccount, fails, type FakeAccount } from '../support/account.js';
import { bring, observed, takeAway } from '../support/bring.js';
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
    await bring(aws, context, bucket(), await observed(aws, context, bucket()));
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
    const { state, applyRefusal, removeRefusal } = await observed(aws, context, bucket());
    expect([bucket().diff(state), applyRefusal, removeRefusal]).toEqual([[], undefined, undefined]);
  });

  test('only tags that differ are written', async () => {
    aws.s3tables.putBucket('dev-my-app', { ...spec.lastingTags, team: 'old', other: 'tag' });
    const found = await observed(aws, context, bucket({ tags: 'cost-center=1' }));
    expect(bucket({ tags: 'cost-center=1' }).diff(found.state)).toEqual([
      { path: 'tags.cost-center', from: undefined, to: '1' },
      { path: 'tags.team', from: 'old', to: 'data' }
    ]);
    await bring(aws, context, bucket({ tags: 'cost-center=1' }), found);
    expect(aws.writes).toEqual(['addTags dev-my-app cost-center,team']);
    expect(aws.s3tables.buckets.get(spec.bucketArn)?.tags).toMatchObject({ other: 'tag', team: 'data' });
  });

  test('without marks is left alone, unless it may be adopted', async () => {
    aws.s3tables.putBucket('dev-my-app', { team: 'data' });
    const found = await observed(aws, context, bucket());
    expect(found.applyRefusal).toMatchObject({ code: 'NOT_OURS' });
    expect(found.applyRefusal?.found).toContain('The table bucket dev-my-app exists and carries no tags');
    expect(found.removeRefusal).toBe(found.applyRefusal);
    const adopted = await observed(aws, context, bucket({ adopt: 'true' }));
    expect([adopted.applyRefusal, adopted.removeRefusal]).toEqual([undefined, undefined]);
  });

  test('of another environment is left alone, and never adopted', async () => {
    aws.s3tables.putBucket('dev-my-app', ANOTHERS_TAGS);
    const { applyRefusal, removeRefusal } = await observed(aws, context, bucket({ adopt: 'true' }));
    expect(applyRefusal).toMatchObject({ code: 'OWNED_BY_ANOTHER' });
    expect(applyRefusal?.found).toContain('env "prod" of application "my-app", repository octo/lake');
    expect(removeRefusal).toBe(applyRefusal);
  });

  test('that goes while it is looked at is not there', async () => {
    aws.s3tables.putBucket('dev-my-app', spec.lastingTags);
    aws.s3tables.getTags = () => Promise.resolve(undefined);
    expect(await observed(aws, context, bucket())).toEqual({});
  });

  test('that may not be looked at is an error, never nothing', async () => {
    aws.s3tables.getTags = fails('PERMISSION_DENIED');
    expect((await thrownBy(() => observed(aws, context, bucket()))).code).toBe('PERMISSION_DENIED');
  });

  test('is removed', async () => {
    aws.s3tables.putBucket('dev-my-app', spec.lastingTags);
    await takeAway(aws, context, bucket(), { tags: {} });
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
    await bring(aws, context, policy(), await observed(aws, context, policy()));
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
    await policy().create(lookAt(aws, context));
    const bucket = aws.s3tables.buckets.get(spec.bucketArn);
    if (bucket)
      bucket.policy = bucket.policy?.replace('"arn:aws:iam::123456789012:root"', '["123456789012"]') ?? '';
    const { state } = await observed(aws, context, policy());
    expect(policy().diff(state)).toEqual([]);
  });

  test('of the user is written as given, and replaces what is there', async () => {
    await policy().create(lookAt(aws, context));
    const given = { 'table-bucket-policy': own };
    const found = await observed(aws, context, policy(given));
    expect(
      policy(given)
        .diff(found.state)
        .map(({ path }) => path)
    ).toContain('policy.AllowGlueAccess');
    await bring(aws, context, policy(given), found);
    expect(stored()).toEqual(JSON.parse(own));
  });

  test('that cannot be read is written anew', async () => {
    const bucket = aws.s3tables.buckets.get(spec.bucketArn);
    if (bucket) bucket.policy = 'not JSON';
    await bring(aws, context, policy(), await observed(aws, context, policy()));
    expect(stored()).toHaveProperty('Statement');
  });

  test('none is not wanted; what is there is removed', async () => {
    await policy().create(lookAt(aws, context));
    const none = policy({ 'table-bucket-policy': 'none' });
    expect(none.wanted).toBe(false);
    await takeAway(aws, context, none, (await observed(aws, context, none)).state);
    expect(stored()).toBeNull();
  });
});

describe('the namespace', () => {
  const namespace = (): Namespace => new Namespace(spec, aws.s3tables);

  test('is created when it is not there, and kept when it is', async () => {
    aws.s3tables.putBucket('dev-my-app');
    expect(namespace().diff(undefined)).toEqual([{ path: 'name', to: 'my_app' }]);
    await bring(aws, context, namespace(), await observed(aws, context, namespace()));
    expect(aws.writes).toEqual(['createNamespace my_app']);
    const { state } = await observed(aws, context, namespace());
    expect(namespace().diff(state)).toEqual([]);
  });

  test('is removed', async () => {
    aws.s3tables.putBucket('dev-my-app').namespaces.add('my_app').add('other');
    await takeAway(aws, context, namespace(), { isKnown: true });
    expect([...(aws.s3tables.buckets.get(spec.bucketArn)?.namespaces ?? [])]).toEqual(['other']);
  });
});
