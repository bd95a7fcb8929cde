import { describe, expect, test } from '@jest/globals';
import type { GlueDatabase, Tags } from '../../src/aws/ports.js';
import { findRecords, joined } from '../../src/sweep/records.js';
import { fails, fakeAccount } from '../support/account.js';
import { fakeContext } from '../support/context.js';

const marks = (env: string, more: Tags = {}): Tags => ({
  'managed-by': 'iceberg-environment',
  'iceberg-environment:env': env,
  'iceberg-environment:application': 'app',
  'iceberg-environment:repository': 'octo/lake',
  ...more
});
const bucket = (env: string, more: Tags = {}): { name: string; tags: Tags } => ({
  name: `${env}-app`,
  tags: marks(env, more)
});
const database = (env: string, more: Tags = {}): GlueDatabase => ({
  name: `${env}_app_db`,
  parameters: marks(env, more)
});
const inShared = (namespace: string): Tags => ({
  'iceberg-environment:isolation': 'namespace',
  'iceberg-environment:table-bucket': 'lake',
  'iceberg-environment:namespace': namespace
});
const told = (records: readonly ReturnType<typeof joined>[number][]): unknown[] =>
  records.map(({ owner, isolation, names }) => [
    owner.env,
    isolation,
    ...[names.tableBucket, names.namespace, names.table, names.glueDatabase]
  ]);

describe('a table bucket and a Glue database of the same environment', () => {
  test('are one record; the database tells what the bucket does not', () => {
    const own = database('dev', { 'iceberg-environment:namespace': 'ns', 'iceberg-environment:table': 't' });
    expect(told(joined([bucket('dev')], [own]))).toEqual([
      ['dev', 'bucket', 'dev-app', 'ns', 't', 'dev_app_db']
    ]);
  });

  test('the namespace that the bucket is marked with comes first: the database may be gone', () => {
    const own = bucket('dev', { 'iceberg-environment:namespace': 'ns' });
    const expected = [['dev', 'bucket', 'dev-app', 'ns', 'app', 'dev_app_db']];
    expect(told(joined([own], []))).toEqual(expected);
    expect(told(joined([own], [database('dev')]))).toEqual(expected);
  });

  test('whatever its name is, a database of the same marks belongs to the bucket; several are several', () => {
    const others = ['one', 'two'].map((name) => ({ ...database('dev'), name }));
    expect(told(joined([bucket('dev')], others)).map((each) => (each as string[]).at(-1))).toEqual([
      'one',
      'two'
    ]);
  });

  test('are two records when they are of two repositories', () => {
    const other = database('dev', { 'iceberg-environment:repository': 'octo/other' });
    expect(joined([bucket('dev')], [other]).map(({ owner }) => owner.repository)).toEqual([
      'octo/lake',
      'octo/other'
    ]);
  });
});

describe('what is half there', () => {
  test('a database without its bucket is a record, under the names that it remembers', () => {
    const own = database('dev', { 'iceberg-environment:table-bucket': 'elsewhere' });
    expect(told(joined([], [own]))).toEqual([['dev', 'bucket', 'elsewhere', 'app', 'app', 'dev_app_db']]);
  });

  test('in a shared bucket the database is the record', () => {
    expect(told(joined([], [database('qa', inShared('qa_app'))]))).toEqual([
      ['qa', 'namespace', 'lake', 'qa_app', 'app', 'qa_app_db']
    ]);
  });

  test('a bucket and a namespace of the same marks are two: neither is in the other', () => {
    const records = joined([bucket('dev')], [database('dev', inShared('dev_app'))]);
    expect(records.map(({ isolation }) => isolation)).toEqual(['bucket', 'namespace']);
  });
});

describe('in an account', () => {
  test('what is not marked, only half marked, or shared is no record', async () => {
    const aws = fakeAccount();
    aws.s3tables.putBucket('finance', { owner: 'finance' });
    aws.s3tables.putBucket('lake', {
      'managed-by': 'iceberg-environment',
      'iceberg-environment:shared': 'true'
    });
    aws.s3tables.putBucket('a-app', {
      'iceberg-environment:env': 'a',
      'iceberg-environment:application': 'app'
    });
    aws.s3tables.putBucket('half', { 'managed-by': 'iceberg-environment', 'iceberg-environment:env': 'a' });
    aws.s3tables.putBucket('other-half', {
      'managed-by': 'iceberg-environment',
      'iceberg-environment:application': 'app'
    });
    const byOthers = marks('b', { 'managed-by': 'terraform' });
    aws.glue.databases.set('b_app_db', { parameters: byOthers, tags: byOthers });
    expect(await findRecords(aws, fakeContext())).toEqual({ records: [], sharedBuckets: ['lake'] });
    aws.s3tables.putBucket('dev-app', marks('dev', { 'iceberg-environment:pull-request': '7' }));
    const [record, ...more] = (await findRecords(aws, fakeContext())).records;
    expect([record?.owner, more]).toEqual([
      { env: 'dev', application: 'app', repository: 'octo/lake', pullRequest: 7 },
      []
    ]);
  });

  test('a bucket that goes between the listing and the reading of its tags is none', async () => {
    const aws = fakeAccount();
    aws.s3tables.putBucket('dev-app', marks('dev'));
    aws.s3tables.getTags = () => Promise.resolve(undefined);
    expect((await findRecords(aws, fakeContext())).records).toEqual([]);
  });

  test('what fails for another reason than a denial is not left out', async () => {
    const aws = fakeAccount();
    aws.s3tables.putBucket('dev-app', marks('dev'));
    aws.s3tables.putBucket('qa-app', marks('qa'));
    aws.s3tables.getTags = fails('THROTTLED');
    await expect(findRecords(aws, fakeContext())).rejects.toMatchObject({ code: 'THROTTLED' });
  });

  test('without a bucket there is nothing that could be denied', async () => {
    const aws = fakeAccount();
    aws.glue.databases.set('dev_app_db', { parameters: marks('dev'), tags: {} });
    expect(told((await findRecords(aws, fakeContext())).records)).toHaveLength(1);
  });
});
