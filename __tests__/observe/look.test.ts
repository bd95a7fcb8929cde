import { beforeEach, describe, expect, test } from '@jest/globals';
import type { TableId } from '../../src/aws/ports.js';
import { hasNamespaceOf, tableOf, tablesIn, tagsOfBucket } from '../../src/observe/buckets.js';
import { lookAt, sharing, type Expects, type Look } from '../../src/observe/look.js';
import { fails, fakeAccount, type FakeAccount } from '../support/account.js';
import { fakeContext } from '../support/context.js';
import { thrownBy } from '../support/thrown.js';

const ARN = 'arn:aws:s3tables:us-east-1:123456789012:bucket/lake';
const TABLE: TableId = { bucketArn: ARN, namespace: 'sales', name: 'orders' };
let aws: FakeAccount;
let asked: string[];

beforeEach(() => {
  aws = fakeAccount();
  asked = [];
});

/** A look at the account that writes down what AWS is asked. */
function look(expects: Expects = 'unknown'): Look {
  const s3tables = new Proxy(aws.s3tables, {
    get:
      (port, name) =>
      (...given: unknown[]) => {
        asked.push(String(name));
        return (Reflect.get(port, name) as (...args: unknown[]) => unknown).apply(port, given);
      }
  });
  return lookAt({ ...aws, s3tables }, fakeContext(), expects);
}

describe('a look', () => {
  test('asks for each thing once, whoever needs it', async () => {
    aws.s3tables.putBucket('lake', { a: '1' });
    const one = look();
    expect(await Promise.all([one.s3tables.getTags(ARN), one.s3tables.getTags(ARN)])).toEqual([
      { a: '1' },
      { a: '1' }
    ]);
    expect(await one.s3tables.getTags(ARN)).toEqual({ a: '1' });
    expect(asked).toEqual(['getTags']);
  });

  test('gives a failure to everybody who asks', async () => {
    aws.s3tables.getTags = fails('PERMISSION_DENIED');
    const one = look();
    const first = await thrownBy(() => one.s3tables.getTags(ARN));
    expect(await thrownBy(() => one.s3tables.getTags(ARN))).toBe(first);
    expect(asked).toEqual(['getTags']);
  });

  test('tells nothing of what was written since; a new one does, and knows what was learnt', async () => {
    const one = look();
    expect(await one.s3tables.getTags(ARN)).toBeUndefined();
    one.learnt.made.add('table-bucket');
    aws.s3tables.putBucket('lake', { a: '1' });
    expect(await one.s3tables.getTags(ARN)).toBeUndefined();
    const next = one.anew('all');
    expect(await next.s3tables.getTags(ARN)).toEqual({ a: '1' });
    expect([next.learnt.made.has('table-bucket'), next.expects]).toEqual([true, 'all']);
  });
});

describe('what can only be there with something else', () => {
  const read = (one: Look): Promise<unknown> =>
    one.within(
      () => tagsOfBucket(one, ARN),
      () => one.s3tables.getTableBucketPolicy(ARN)
    );

  test.each<[Expects, readonly string[]]>([
    ['unknown', ['getTags']],
    ['nothing', ['getTags']],
    ['all', ['getTableBucketPolicy', 'getTags']]
  ])('is asked for in a look that expects %s: without it', async (expects, calls) => {
    expect(await read(look(expects))).toBeUndefined();
    expect(asked).toEqual(calls);
  });

  test('is read when it is there', async () => {
    aws.s3tables.putBucket('lake', { a: '1' }).policy = '{}';
    expect(await read(look())).toBe('{}');
  });

  test('a failure of what was begun is nobody’s who does not ask for it', async () => {
    aws.s3tables.getTableBucketPolicy = fails('PERMISSION_DENIED');
    expect(await read(look('all'))).toBeUndefined();
    aws.s3tables.putBucket('lake', { a: '1' });
    expect((await thrownBy(() => read(look('all')))).code).toBe('PERMISSION_DENIED');
  });
});

describe('one thing answers for another', () => {
  test('a table bucket with tags is there; of one without it is asked', async () => {
    aws.s3tables.putBucket('lake', {});
    expect(await tagsOfBucket(look(), ARN)).toEqual({});
    expect(asked).toEqual(['getTags', 'hasTableBucket']);
    aws.s3tables.hasTableBucket = () => Promise.resolve(false);
    expect(await tagsOfBucket(look(), ARN)).toBeUndefined();
  });

  test('a namespace that holds the table is there', async () => {
    aws.s3tables.putTable(TABLE);
    expect(await hasNamespaceOf(look(), TABLE)).toBe(true);
    expect(asked).toEqual(['getTable']);
  });

  test('without the table bucket there is none', async () => {
    expect(await hasNamespaceOf(look(), TABLE)).toBe(false);
    expect(asked).toEqual(['getTable', 'getTags']);
  });

  test('where all is to be gone, without the namespace there is no table', async () => {
    aws.s3tables.putBucket('lake', { a: '1' });
    const one = look('nothing');
    expect(await tableOf(one, TABLE)).toBeUndefined();
    expect(await hasNamespaceOf(one, TABLE)).toBe(false);
    expect(asked).toEqual(['hasNamespace']);
    aws.s3tables.putTable(TABLE);
    expect(await tableOf(look('nothing'), TABLE)).toMatchObject({ name: 'orders' });
  });
});

test('looks that share a table bucket list its tables once, each for its own namespace', async () => {
  aws.s3tables.putTable(TABLE);
  aws.s3tables.putTable({ ...TABLE, namespace: 'finance' });
  const common = look();
  const names = await Promise.all(
    ['sales', 'finance', 'hr'].map(async (namespace) => {
      const tables = await tablesIn(sharing(look(), ARN, common), ARN, namespace);
      return tables.map((table) => table.namespace);
    })
  );
  expect(names).toEqual([['sales'], ['finance'], []]);
  expect(asked.filter((call) => call === 'listTables')).toHaveLength(1);
});
