import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Observation } from '../../src/engine/resource.js';
import { OtherTables } from '../../src/resources/other-tables.js';
import { lookAt } from '../../src/observe/look.js';
import { fakeAccount, type FakeAccount } from '../support/account.js';
import { observed, takeAway } from '../support/bring.js';
import { fakeContext } from '../support/context.js';
import { ANOTHERS_TAGS, specWith } from '../support/environment.js';
import { thrownBy } from '../support/thrown.js';

const spec = specWith();
const FORCED = { 'force-destroy': 'true' };
const NO_ROWS = '{"current-snapshot-id":null}';
const TEN_ROWS = '{"current-snapshot-id":1,"snapshots":[{"snapshot-id":1,"summary":{"total-records":"10"}}]}';
const context = fakeContext();
let aws: FakeAccount;

beforeEach(() => {
  aws = fakeAccount();
  put('my_app', 'my_app', spec.lastingTags);
});

function put(namespace: string, name: string, tags: Record<string, string> = {}, metadata?: string): void {
  const info = aws.s3tables.putTable({ bucketArn: spec.bucketArn, namespace, name }, { tags });
  if (metadata !== undefined && info.metadataLocation) aws.files.set(info.metadataLocation, metadata);
}

async function observe(given = {}): Promise<Observation<unknown>> {
  return observed(aws, context, new OtherTables(specWith(given), aws.s3tables));
}

test('in a bucket with nothing but what is declared, or in none, there are none', async () => {
  expect(await observe()).toEqual({});
  aws.s3tables.buckets.clear();
  expect(await observe()).toEqual({});
});

describe('what this environment did not make is guarded', () => {
  test.each([
    ['a table in its namespace', 'my_app', 'other', 'table my_app.other'],
    ['a table of the same name elsewhere', 'sales', 'my_app', 'table sales.my_app, namespace sales']
  ])('%s', async (_what, namespace, name, listed) => {
    put(namespace, name);
    expect((await observe()).removeRefusal).toMatchObject({
      code: 'GUARDED',
      found: `The table bucket dev-my-app holds what this environment did not make: ${listed}. It was not destroyed.`
    });
  });

  test('an empty namespace', async () => {
    aws.s3tables.buckets.get(spec.bucketArn)?.namespaces.add('sales');
    expect((await observe()).removeRefusal?.found).toContain('did not make: namespace sales.');
  });

  test('a table of another environment', async () => {
    put('my_app', 'other', ANOTHERS_TAGS);
    expect((await observe()).removeRefusal?.found).toContain('did not make: table my_app.other.');
  });

  test('of very many, twenty are named and the rest is counted', async () => {
    for (let at = 0; at < 25; at += 1) put('my_app', `t${at}`);
    const found = (await observe()).removeRefusal?.found ?? '';
    expect(found.match(/table my_app\./g)).toHaveLength(20);
    expect(found).toContain('table my_app.t19 and 5 more. It was');
  });

  test('among more than a hundred tables of its own as well', async () => {
    for (let at = 0; at <= 150; at += 1) put('my_app', `t${at}`, spec.lastingTags, NO_ROWS);
    expect((await observe()).removeRefusal).toBeUndefined();
    put('my_app', 'theirs');
    expect((await observe()).removeRefusal?.found).toContain('did not make: table my_app.theirs.');
  });

  test('of many tables only a few are looked at at the same time, and deleted at the same time', async () => {
    for (let at = 0; at <= 50; at += 1) put('my_app', `t${at}`, spec.lastingTags, NO_ROWS);
    let now = 0;
    let most = 0;
    const counted =
      <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        most = Math.max(most, (now += 1));
        await new Promise((resolve) => setImmediate(resolve));
        return work(...args).finally(() => (now -= 1));
      };
    aws.s3tables.getTags = counted(aws.s3tables.getTags.bind(aws.s3tables));
    aws.s3tables.deleteTable = counted(aws.s3tables.deleteTable.bind(aws.s3tables));
    const others = new OtherTables(spec, aws.s3tables);
    const { state } = await observed(aws, context, others);
    await others.remove(lookAt(aws, context), state as Parameters<typeof others.remove>[1]);
    expect([most > 1, most <= 8]).toEqual([true, true]);
    expect(aws.writes).toHaveLength(51);
  });

  test('unless it is forced', async () => {
    put('sales', 'other');
    const { state, removeRefusal } = await observe(FORCED);
    expect(removeRefusal).toBeUndefined();
    expect(state).toMatchObject({ tables: [{ name: 'other' }], namespaces: ['sales'] });
  });

  test('and what another environment made is not even forced', async () => {
    put('sales', 'theirs', ANOTHERS_TAGS);
    const refusal = (await observe({ ...FORCED, adopt: 'true' })).removeRefusal;
    expect(refusal).toMatchObject({ code: 'OWNED_BY_ANOTHER' });
    expect(refusal?.found).toContain('sales.theirs');
  });

  test('what is forced goes, also when somebody keeps writing to it', async () => {
    put('my_app', 'busy');
    const others = new OtherTables(specWith(FORCED), aws.s3tables);
    const { state } = await observed(aws, context, others);
    const id = { bucketArn: spec.bucketArn, namespace: 'my_app', name: 'busy' };
    await aws.s3tables.updateMetadataLocation(id, { location: 's3://new', versionToken: '1' });
    await takeAway(aws, context, others, state);
    expect(await aws.s3tables.getTable(id)).toBeUndefined();
  });
});

test('what another run removes while it is looked at is not there', async () => {
  put('my_app', 'other');
  aws.s3tables.getTags = () => Promise.resolve(undefined);
  expect(await observe()).toEqual({});
});

describe('what this environment made under another name', () => {
  test('goes with it, and so does the namespace it is in', async () => {
    put('old_name', 'old_table', spec.lastingTags, NO_ROWS);
    const { state, removeRefusal } = await observe();
    expect(removeRefusal).toBeUndefined();
    expect(state).toMatchObject({ tables: [{ name: 'old_table' }], namespaces: ['old_name'] });
  });

  test('is guarded while it holds data, like the declared one', async () => {
    put('my_app', 'old_table', spec.lastingTags, TEN_ROWS);
    expect((await observe()).removeRefusal).toMatchObject({
      code: 'GUARDED',
      found: 'The table my_app.old_table holds 10 rows, so it was not destroyed.'
    });
  });

  test('goes with its data when it is of a pull request, or when that is forced', async () => {
    const marks = { ...spec.lastingTags, 'iceberg-environment:pull-request': '12' };
    put('my_app', 'old', marks, TEN_ROWS);
    expect((await observe()).removeRefusal).toMatchObject({ code: 'GUARDED' });
    aws.glue.databases.set(spec.names.glueDatabase, { parameters: marks, tags: {} });
    expect((await observe()).removeRefusal).toBeUndefined();
    put('my_app', 'old', spec.lastingTags, TEN_ROWS);
    expect((await observe(FORCED)).removeRefusal).toBeUndefined();
  });

  test("does not make somebody else's table next to it ours", async () => {
    put('old_name', 'ours', spec.lastingTags, NO_ROWS);
    put('old_name', 'theirs');
    expect((await observe()).removeRefusal?.found).toContain('did not make: table old_name.theirs.');
  });
});

test('removing takes the tables first, then their namespaces, and leaves what is declared', async () => {
  put('my_app', 'other');
  put('sales', 'orders');
  const others = new OtherTables(specWith(FORCED), aws.s3tables);
  const { state } = await observed(aws, context, others);
  await takeAway(aws, context, others, state);
  expect(aws.writes).toEqual([
    'deleteTable my_app.other',
    'deleteTable sales.orders',
    'deleteNamespace sales'
  ]);
  expect([...(aws.s3tables.buckets.get(spec.bucketArn)?.tables.keys() ?? [])]).toEqual(['my_app.my_app']);
});

test('a table that somebody has written to since it was looked at stays, for another look', async () => {
  put('my_app', 'old_table', spec.lastingTags, NO_ROWS);
  const others = new OtherTables(spec, aws.s3tables);
  const look = lookAt(aws, context);
  const found = await others.observe(look);
  expect(await others.obstacle(look, 'remove', found)).toBeUndefined();
  const id = { bucketArn: spec.bucketArn, namespace: 'my_app', name: 'old_table' };
  await aws.s3tables.updateMetadataLocation(id, { location: 's3://new', versionToken: '1' });
  expect((await thrownBy(() => others.remove(look, found.state!))).code).toBe('CONFLICT');
  expect(await aws.s3tables.getTable(id)).toBeDefined();
});

test('they are never wanted; the plan lists what is there', async () => {
  put('sales', 'orders');
  const others = new OtherTables(specWith(FORCED), aws.s3tables);
  const { state } = await observed(aws, context, others);
  expect(others.wanted).toBe(false);
  expect(others.diff(state)).toEqual([
    { path: 'contents', from: 'table sales.orders' },
    { path: 'contents', from: 'namespace sales' }
  ]);
});

describe('in a shared bucket', () => {
  const SHARED = { isolation: 'namespace', 'table-bucket-name': 'lake', ...FORCED };
  const shared = specWith(SHARED);
  const id = (name: string): { bucketArn: string; namespace: string; name: string } => ({
    bucketArn: shared.bucketArn,
    namespace: 'dev_my_app',
    name
  });
  const remember = (): void =>
    void aws.glue.databases.set('dev_my_app_db', {
      parameters: { ...shared.lastingTags, ...shared.placeMarks },
      tags: {}
    });

  test('in a shared bucket force needs both witnesses, or the word of the user', async () => {
    aws.s3tables.putTable(id('theirs'));
    remember();
    expect((await observe(SHARED)).removeRefusal).toMatchObject({ code: 'GUARDED' });
    expect((await observe({ ...SHARED, adopt: 'true' })).removeRefusal).toBeUndefined();
    aws.s3tables.putTable(id('my_app'), { tags: shared.lastingTags });
    expect((await observe(SHARED)).removeRefusal).toBeUndefined();
    aws.glue.databases.clear();
    expect((await observe(SHARED)).removeRefusal).toMatchObject({ code: 'GUARDED' });
  });

  test('in a shared bucket what another environment made is never forced', async () => {
    remember();
    aws.s3tables.putTable(id('my_app'), { tags: shared.lastingTags });
    aws.s3tables.putTable(id('other'), { tags: ANOTHERS_TAGS });
    const { removeRefusal } = await observe({ ...SHARED, adopt: 'true' });
    expect(removeRefusal).toMatchObject({ code: 'OWNED_BY_ANOTHER' });
  });
});
