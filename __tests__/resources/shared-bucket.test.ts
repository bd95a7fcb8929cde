import { beforeEach, describe, expect, test } from '@jest/globals';
import { ActionError } from '../../src/errors.js';
import { Namespace } from '../../src/resources/namespace.js';
import { SharedTableBucketPolicy } from '../../src/resources/shared-table-bucket-policy.js';
import { SharedTableBucket } from '../../src/resources/shared-table-bucket.js';
import { TableBucket } from '../../src/resources/table-bucket.js';
import { lookAt } from '../../src/observe/look.js';
import { fakeAccount, fails, type FakeAccount } from '../support/account.js';
import { bring, observed } from '../support/bring.js';
import { fakeContext, type FakeContext } from '../support/context.js';
import { ANOTHERS_TAGS, specWith } from '../support/environment.js';
import { thrownBy } from '../support/thrown.js';

const GIVEN = { isolation: 'namespace', 'table-bucket-name': 'lake' };
const spec = specWith(GIVEN);
const MARKED = { 'managed-by': 'iceberg-environment', 'iceberg-environment:shared': 'true' };
let aws: FakeAccount;
let context: FakeContext;

beforeEach(() => {
  aws = fakeAccount();
  context = fakeContext();
});

describe('the shared table bucket', () => {
  const bucket = (given = {}): SharedTableBucket =>
    new SharedTableBucket(specWith({ ...GIVEN, ...given }), aws.s3tables);

  test('is made with marks of nobody, and the tags of the user', async () => {
    await bring(aws, context, bucket({ tags: 'cost-center=1' }), await observed(aws, context, bucket()));
    expect(aws.s3tables.buckets.get(spec.bucketArn)?.tags).toEqual({ ...MARKED, 'cost-center': '1' });
  });

  test.each([{}, { owner: 'platform' }, MARKED])('one that is there stays as it is: %j', async (tags) => {
    aws.s3tables.putBucket('lake', tags);
    const { state, applyRefusal, removeRefusal } = await observed(aws, context, bucket({ tags: 'a=1' }));
    expect([bucket({ tags: 'a=1' }).diff(state), applyRefusal, removeRefusal]).toEqual([
      [],
      undefined,
      undefined
    ]);
  });

  test('the bucket of one environment is not shared, not even by adoption', async () => {
    aws.s3tables.putBucket('lake', ANOTHERS_TAGS);
    const { applyRefusal } = await observed(aws, context, bucket({ adopt: 'true' }));
    expect(applyRefusal).toMatchObject({ code: 'OWNED_BY_ANOTHER' });
    expect(applyRefusal?.found).toContain('env "prod" of application "my-app"');
  });

  test('is never changed and never removed', async () => {
    aws.s3tables.putBucket('lake', MARKED);
    await bucket().update();
    await bucket().remove();
    expect([aws.writes, aws.s3tables.buckets.has(spec.bucketArn)]).toEqual([[], true]);
  });
});

describe('its policy', () => {
  const policy = (given = {}): SharedTableBucketPolicy =>
    new SharedTableBucketPolicy(specWith({ ...GIVEN, ...given }), aws.s3tables);
  const differs = async (): Promise<number> =>
    policy().diff((await observed(aws, context, policy())).state).length;

  test('is given once to a bucket that this action made', async () => {
    aws.s3tables.putBucket('lake', MARKED);
    expect(await differs()).toBeGreaterThan(0);
    await bring(aws, context, policy(), await observed(aws, context, policy()));
    expect([aws.writes, await differs()]).toEqual([['putTableBucketPolicy lake'], 0]);
  });

  test('of a bucket that somebody else made is their own affair', async () => {
    aws.s3tables.putBucket('lake', { owner: 'platform' });
    expect(await differs()).toBe(0);
  });

  test('that is there holds for everybody, whatever it says', async () => {
    aws.s3tables.putBucket('lake', MARKED).policy = '{}';
    expect(await differs()).toBe(0);
    await policy().update();
    await policy().remove();
    expect(aws.writes).toEqual([]);
  });
});

describe('a namespace in it', () => {
  const namespace = (given = {}): Namespace => new Namespace(specWith({ ...GIVEN, ...given }), aws.s3tables);
  const remember = (parameters = { ...spec.lastingTags, ...spec.placeMarks }): void =>
    void aws.glue.databases.set('dev_my_app_db', { parameters, tags: {} });
  const refusal = async (given = {}): Promise<(string | undefined)[]> => {
    const { applyRefusal, removeRefusal } = await observed(aws, context, namespace(given));
    return [applyRefusal?.code, removeRefusal?.code];
  };

  beforeEach(() => void aws.s3tables.putBucket('lake', MARKED));

  test('is named after the environment and its application, and made where it is remembered', async () => {
    remember();
    await bring(aws, context, namespace(), await observed(aws, context, namespace()));
    expect(aws.writes).toEqual(['createNamespace dev_my_app']);
  });

  test('is not made when nothing remembers it any more', async () => {
    const { code, found } = await thrownBy(async () => namespace().create(lookAt(aws, context)));
    expect([code, aws.writes]).toEqual(['VANISHED', []]);
    expect(found).toContain('dev_my_app_db');
  });

  test.each([
    ['a database of another environment', ANOTHERS_TAGS],
    ['a database that remembers another', { ...spec.lastingTags, 'iceberg-environment:namespace': 'x' }]
  ])('that is there, remembered by %s, is left alone', async (_what, parameters) => {
    aws.s3tables.buckets.get(spec.bucketArn)?.namespaces.add('dev_my_app');
    remember({ ...spec.placeMarks, ...parameters });
    expect(await refusal()).toEqual(['NOT_OURS', 'NOT_OURS']);
    expect(await refusal({ adopt: 'true' })).toEqual([undefined, undefined]);
  });

  test('that is there, empty, of its own name and remembered by nothing, is what a killed run left', async () => {
    aws.s3tables.buckets.get(spec.bucketArn)?.namespaces.add('dev_my_app');
    expect(await refusal()).toEqual([undefined, undefined]);
  });

  test('that is there, empty, of another name and remembered by nothing, is somebody’s', async () => {
    aws.s3tables.buckets.get(spec.bucketArn)?.namespaces.add('sales');
    expect(await refusal({ namespace: 'sales' })).toEqual(['NOT_OURS', 'NOT_OURS']);
  });

  test.each([
    ['remembered by nothing', false, {}],
    ['remembered by its database', true, {}],
    ['remembered by its database', true, ANOTHERS_TAGS]
  ])('that holds tables, none of which is its own, is left alone, %s', async (_what, remembered, tags) => {
    const id = { bucketArn: spec.bucketArn, namespace: 'dev_my_app', name: 'theirs' };
    aws.s3tables.putTable(id, { tags });
    if (remembered) remember();
    expect(await refusal()).toEqual(['NOT_OURS', 'NOT_OURS']);
    expect(await refusal({ 'force-destroy': 'true' })).toEqual(['NOT_OURS', 'NOT_OURS']);
  });

  test('is known by its table as well, when the database is gone', async () => {
    const id = { bucketArn: spec.bucketArn, namespace: 'dev_my_app', name: 'my_app' };
    aws.s3tables.putTable(id, { tags: spec.lastingTags });
    expect(await refusal()).toEqual([undefined, undefined]);
  });

  test('stays known to the run that saw it, although another removes what tells so', async () => {
    remember();
    aws.s3tables.buckets.get(spec.bucketArn)?.namespaces.add('dev_my_app').add('finance');
    const look = lookAt(aws, context);
    const before = await namespace().observe(look);
    // Emptied and without a record, another run's table in it says that it is not this environment's.
    aws.glue.databases.clear();
    aws.s3tables.putTable(
      { bucketArn: spec.bucketArn, namespace: 'dev_my_app', name: 'theirs' },
      { tags: ANOTHERS_TAGS }
    );
    expect((await namespace().observe(look.anew(), before)).removeRefusal).toBeUndefined();
    expect((await namespace().observe(look.anew())).removeRefusal).toMatchObject({ code: 'NOT_OURS' });
  });
});

describe('when there may be no more table buckets', () => {
  const expires = { 'iceberg-environment:expires-at': '2026-12-01T00:00:00Z' };
  const LIMIT = {
    operation: 's3tables:CreateTableBucket',
    name: 'LimitExceededException',
    message: 'No more.'
  };
  const full = (): Promise<never> => Promise.reject(new ActionError('QUOTA_EXCEEDED', { answer: LIMIT }));
  const refusedOf = (given: Readonly<Record<string, string>>): Promise<ActionError> => {
    aws.s3tables.createTableBucket = full;
    const made = specWith(given);
    const bucket =
      made.isolation === 'namespace'
        ? new SharedTableBucket(made, aws.s3tables)
        : new TableBucket(made, aws.s3tables);
    return thrownBy(() => bucket.create(lookAt(aws, context)));
  };

  test('says who holds them, and until when, and what to set', async () => {
    aws.s3tables.putBucket('lake', MARKED);
    aws.s3tables.putBucket('prod-my-app', ANOTHERS_TAGS);
    aws.s3tables.putBucket('pr-7-my-app', { ...ANOTHERS_TAGS, ...expires });
    aws.s3tables.putBucket('finance', { owner: 'finance' });
    const { found, todo, answer } = await refusedOf({});
    expect(found?.split('\n').slice(1, -1)).toEqual([
      '- lake: shared by environments with isolation: namespace',
      expect.stringMatching(/^- prod-my-app: env "prod" .*, without an expiry$/),
      expect.stringMatching(/^- pr-7-my-app: .*, expires at 2026-12-01T00:00:00Z$/),
      '- finance: not of this action'
    ]);
    expect([todo, answer]).toEqual([expect.stringMatching(/sweep.*isolation: namespace/), LIMIT]);
  });

  test('to whoever shares already, sharing is no advice', async () => {
    expect((await refusedOf(GIVEN)).todo).not.toContain('isolation: namespace');
  });

  test('names thirty, and counts the rest', async () => {
    for (let at = 0; at < 42; at += 1) aws.s3tables.putBucket(`b${at}`);
    const { found } = await refusedOf({});
    expect(found?.trimEnd().split('\n').slice(-2)).toEqual(['- b29: not of this action', '- and 12 more']);
  });

  test('whoever may not ask is told what AWS said, and no more', async () => {
    aws.s3tables.putBucket('finance');
    aws.s3tables.getTags = fails('PERMISSION_DENIED');
    expect((await refusedOf({})).found).toContain('- finance: its tags may not be read');
    aws.s3tables.listTableBuckets = fails('PERMISSION_DENIED');
    expect(await refusedOf({})).toMatchObject({ code: 'QUOTA_EXCEEDED', found: undefined });
  });
});
