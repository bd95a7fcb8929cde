import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Tags } from '../../src/aws/ports.js';
import { derivedNames, type Isolation } from '../../src/names.js';
import { byHand, proofOf, type Proof } from '../../src/sweep/proof.js';
import type { EnvironmentRecord } from '../../src/sweep/records.js';
import { lookAt } from '../../src/observe/look.js';
import { fakeAccount, type FakeAccount } from '../support/account.js';
import { fakeContext } from '../support/context.js';

const PREFIX = 'arn:aws:s3tables:us-east-1:123456789012:bucket/';
const MARKS = {
  'managed-by': 'iceberg-environment',
  'iceberg-environment:env': 'pr-7',
  'iceberg-environment:application': 'app',
  'iceberg-environment:pull-request': '7'
};
const LASTING = { ...MARKS, 'iceberg-environment:pull-request': undefined };
const SHARED = { 'managed-by': 'iceberg-environment', 'iceberg-environment:shared': 'true' };
let aws: FakeAccount;

beforeEach(() => {
  aws = fakeAccount();
});

function recordOf(isolation: Isolation, names: Partial<EnvironmentRecord['names']> = {}): EnvironmentRecord {
  const tableBucket = isolation === 'namespace' ? { tableBucket: 'lake' } : {};
  return {
    owner: { env: 'pr-7', application: 'app', pullRequest: 7 },
    isolation,
    names: { ...derivedNames('pr-7', 'app', isolation), ...tableBucket, ...names },
    marks: MARKS
  };
}

function prove(record: EnvironmentRecord, named?: string): Promise<Proof> {
  const { tableBucket, glueDatabase } = record.names;
  const databaseArn = `arn:aws:glue:us-east-1:123456789012:database/${glueDatabase}`;
  const where = { bucketArn: PREFIX + tableBucket, databaseArn, named };
  return proofOf(lookAt(aws, fakeContext()), record, where);
}

/** Without what is undefined. */
const tags = (marks: Readonly<Record<string, string | undefined>>): Tags =>
  Object.fromEntries(Object.entries(marks).flatMap(([key, value]) => (value ? [[key, value]] : [])));
const database = (
  marks: Readonly<Record<string, string | undefined>>,
  name = 'pr_7_app_db',
  itsTags: Tags = {}
): void => void aws.glue.databases.set(name, { parameters: tags(marks), tags: itsTags });
const table = (bucket: string, namespace: string, name: string, marks: Tags = {}): void =>
  void aws.s3tables.putTable({ bucketArn: PREFIX + bucket, namespace, name }, { tags: marks });

const GOES = { isWhole: false };
const STAYS = { isWhole: false, lacking: expect.stringMatching(/^[A-Z].*\.$/) as unknown };

describe('a table bucket of an environment’s own', () => {
  test('that its database names is wholly proven', async () => {
    aws.s3tables.putBucket('pr-7-app', MARKS);
    database({ ...MARKS, 'iceberg-environment:table-bucket': 'pr-7-app' });
    expect(await prove(recordOf('bucket'))).toEqual({ isWhole: true });
  });

  test('as an older version made it, without a place in the database, is so by its own name', async () => {
    aws.s3tables.putBucket('pr-7-app', MARKS);
    database(MARKS);
    expect(await prove(recordOf('bucket'))).toEqual({ isWhole: true });
    aws.s3tables.putBucket('other', MARKS);
    expect(await prove(recordOf('bucket', { tableBucket: 'other' }))).toEqual(STAYS);
  });

  test('with a database of another name goes, and is not forced', async () => {
    aws.s3tables.putBucket('pr-7-app', MARKS);
    database({ ...MARKS, 'iceberg-environment:table-bucket': 'pr-7-app' }, 'finance_db', MARKS);
    expect(await prove(recordOf('bucket', { glueDatabase: 'finance_db' }))).toEqual(GOES);
  });

  test('that carries the mark of those that environments share stays, whatever else says', async () => {
    aws.s3tables.putBucket('pr-7-app', { ...SHARED, ...MARKS });
    database({ ...MARKS, 'iceberg-environment:table-bucket': 'pr-7-app' });
    expect(await prove(recordOf('bucket'))).toEqual(STAYS);
  });

  test.each<[string, Readonly<Record<string, string | undefined>>]>([
    ['is of another environment', { ...MARKS, 'iceberg-environment:env': 'prod' }],
    ['is of another repository’s pull request', { ...MARKS, 'iceberg-environment:pull-request': '8' }],
    ['names another bucket', { ...MARKS, 'iceberg-environment:table-bucket': 'other' }],
    ['is in a shared bucket', { ...MARKS, 'iceberg-environment:isolation': 'namespace' }],
    ['is to last', LASTING],
    ['carries no marks', {}]
  ])('whose database %s stays, even if it is empty', async (_what, marks) => {
    aws.s3tables.putBucket('pr-7-app', MARKS);
    database(marks);
    expect(await prove(recordOf('bucket'))).toEqual(STAYS);
  });

  test.each<[string, Tags]>([
    ['no tags', {}],
    ['tags of another', { ...MARKS, 'iceberg-environment:env': 'prod' }],
    ['tags of one that is to last', tags(LASTING)]
  ])('with %s stays, whatever its database says', async (_what, marks) => {
    aws.s3tables.putBucket('pr-7-app', marks);
    database({ ...MARKS, 'iceberg-environment:table-bucket': 'pr-7-app' });
    expect(await prove(recordOf('bucket'))).toEqual(STAYS);
  });

  test('without a database goes when it is empty and has its own name', async () => {
    const bucket = aws.s3tables.putBucket('pr-7-app', MARKS);
    bucket.namespaces.add('app');
    expect(await prove(recordOf('bucket'))).toEqual(GOES);
    bucket.namespaces.add('sales');
    expect(await prove(recordOf('bucket'))).toEqual(STAYS);
    bucket.namespaces.delete('sales');
    table('pr-7-app', 'app', 'app', MARKS);
    expect(await prove(recordOf('bucket'))).toEqual(STAYS);
    aws.s3tables.putBucket('other', MARKS);
    expect(await prove(recordOf('bucket', { tableBucket: 'other' }))).toEqual(STAYS);
  });

  test('that is not there leaves its database to go', async () => {
    database(MARKS);
    expect(await prove(recordOf('bucket'))).toEqual(GOES);
  });
});

describe('a namespace of a shared table bucket', () => {
  beforeEach(() => void aws.s3tables.putBucket('lake', SHARED));

  test('is wholly proven by a table in it, of whatever name', async () => {
    table('lake', 'pr_7_app', 'theirs');
    expect(await prove(recordOf('namespace'))).toEqual(STAYS);
    table('lake', 'pr_7_app', 'another', MARKS);
    expect(await prove(recordOf('namespace'))).toEqual({ isWhole: true });
  });

  test.each<[string, Tags]>([
    ['of another environment', { ...MARKS, 'iceberg-environment:env': 'prod' }],
    ['that is to last', tags(LASTING)]
  ])('is not proven by a table %s', async (_what, marks) => {
    table('lake', 'pr_7_app', 'app', marks);
    expect(await prove(recordOf('namespace'))).toEqual(STAYS);
  });

  test('goes when it is empty and has its own name, or is not there', async () => {
    expect(await prove(recordOf('namespace'))).toEqual(GOES);
    aws.s3tables.buckets.get(`${PREFIX}lake`)?.namespaces.add('pr_7_app').add('sales');
    expect(await prove(recordOf('namespace'))).toEqual(GOES);
    expect(await prove(recordOf('namespace', { namespace: 'sales' }))).toEqual(STAYS);
  });

  test('with a database of another name is not forced', async () => {
    table('lake', 'pr_7_app', 'app', MARKS);
    database(MARKS, 'finance_db', MARKS);
    expect(await prove(recordOf('namespace', { glueDatabase: 'finance_db' }))).toEqual(GOES);
  });

  test('in a bucket without the mark goes only where that bucket is named', async () => {
    aws.s3tables.putBucket('lake', { owner: 'platform' });
    table('lake', 'pr_7_app', 'app', MARKS);
    expect(await prove(recordOf('namespace'))).toEqual(STAYS);
    expect(await prove(recordOf('namespace'), 'other')).toEqual(STAYS);
    expect(await prove(recordOf('namespace'), 'lake')).toEqual({ isWhole: true });
  });
});

describe('a Glue database of another name than the environment’s own', () => {
  const EPHEMERAL = { ...MARKS, 'iceberg-environment:expires-at': '2026-01-01T00:00:00Z' };

  test.each<[string, Tags]>([
    ['no tags', {}],
    ['tags of another environment', { ...EPHEMERAL, 'iceberg-environment:env': 'prod' }],
    ['tags of one that is to last', tags(LASTING)]
  ])('with %s stays, whatever its parameters say, in both isolations', async (_what, itsTags) => {
    aws.s3tables.putBucket('lake', SHARED);
    table('lake', 'pr_7_app', 'app', MARKS);
    database(EPHEMERAL, 'finance_db', itsTags);
    for (const isolation of ['bucket', 'namespace'] as const) {
      expect(await prove(recordOf(isolation, { glueDatabase: 'finance_db' }))).toEqual(STAYS);
    }
    database(EPHEMERAL, 'pr_7_app_db', itsTags);
    expect(await prove(recordOf('bucket'))).toEqual(GOES);
  });

  test('that is not there is nothing that could be lost', async () => {
    expect(await prove(recordOf('bucket', { glueDatabase: 'finance_db' }))).toEqual(GOES);
  });
});

test('how to remove it by hand names what is not derived', () => {
  expect(byHand(recordOf('bucket'))).toContain('run the command destroy with env: pr-7, application: app. ');
  const record = recordOf('namespace', { namespace: 'sales', glueDatabase: 'db' });
  expect(byHand(record)).toContain(
    'isolation: namespace, adopt: true, table-bucket-name: lake, namespace: sales, glue-database: db.'
  );
});
