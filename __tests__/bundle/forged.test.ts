import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import type { SweptEnvironment } from '../../src/outcome.js';
import { FakeGitHub } from '../support/github-api.js';
import { createTable, settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { expireBucket } from './support/expiry.js';
import { NODE } from './support/nodes.js';
import { at } from './support/stall.js';
import type { Run } from './support/step.js';
import { ACCOUNT, REGION, REPOSITORY } from './support/values.js';

type Marks = Readonly<Record<string, string>>;

const given = useArena();
const LAKE = 'lake-pull-requests';
const SHARED = { isolation: 'namespace', 'table-bucket-name': LAKE };
const NOBODY = {
  ...{ env: '', application: '', team: '', 'identity-center-role-arn': '', 'lakeformation-admin-arns': '' },
  'github-token': 'ghs_token'
};
const PAST = '2026-01-01T00:00:00Z';
/** Both, since force may reach only where something is proven. */
const FORCES = [{}, { 'force-destroy': 'true' }] as const;
let github: FakeGitHub;

beforeEach(async () => {
  github = await new FakeGitHub(REPOSITORY).open();
  await settleAccount(given.arena);
});
afterEach(() => github.close());

const bucketArn = (name: string): string => `arn:aws:s3tables:${REGION}:${ACCOUNT}:bucket/${name}`;

/** What anybody can write who knows how this action marks things. */
const marks = (more: Marks = {}): Record<string, string> => ({
  'managed-by': 'iceberg-environment',
  'iceberg-environment:env': 'demo',
  'iceberg-environment:application': 'ledger',
  'iceberg-environment:expires-at': PAST,
  ...more
});
const placed = (tableBucket: string, namespace: string, isolation = 'namespace'): Marks => ({
  'iceberg-environment:isolation': isolation,
  'iceberg-environment:table-bucket': tableBucket,
  'iceberg-environment:namespace': namespace,
  'iceberg-environment:table': 'any_other_word'
});

/** By somebody who may do nothing but create Glue databases. */
async function forgeDatabase(more: Marks, Name = 'forged_db'): Promise<void> {
  await given.arena.aws.glue.createDatabase({ DatabaseInput: { Name, Parameters: marks(more) } });
}

/** Somebody's table bucket, with a namespace, and with a table in it, if one is named. */
async function settleOthers(
  bucket: string,
  namespace: string,
  table?: string,
  tags: Marks = {}
): Promise<void> {
  const { s3tables } = given.arena.aws;
  await s3tables.createTableBucket({
    name: bucket,
    ...(Object.keys(tags).length > 0 && { tags: { ...tags } })
  });
  await s3tables.createNamespace({ tableBucketARN: bucketArn(bucket), namespace: [namespace] });
  if (table === undefined) return;
  await createTable(s3tables, { tableBucketARN: bucketArn(bucket), namespace, name: table });
}

const sweep = (inputs: Marks = {}, env: Record<string, string> = {}): Promise<Run> =>
  given.arena.run('sweep', { ...NOBODY, ...inputs }, { env: { GITHUB_API_URL: github.url, ...env } });

function swept({ outputs }: Run): Record<string, readonly [string, boolean]> {
  const text = readFileSync(outputs['sweep-report'] ?? '', 'utf8');
  const all = JSON.parse(text) as SweptEnvironment[];
  return Object.fromEntries(all.map(({ env, what, doubtful }) => [env, [what, doubtful] as const]));
}

/** What a dry run says, what the real run does, and that both leave everything as it was. */
async function staysInDoubt(env: string, inputs: Marks = {}): Promise<Run> {
  const before = given.arena.state;
  const listed = await sweep({ ...inputs, 'dry-run': 'true' });
  const run = await sweep(inputs);
  expect([run.exitCode, run.codes, run.writes]).toEqual([0, [], []]);
  expect([swept(listed)[env], swept(run)[env]]).toEqual([
    ['kept', true],
    ['kept', true]
  ]);
  expect(run.log).toMatch(/^::warning.*stays:/m);
  expect(given.arena.state).toEqual(before);
  return run;
}

describe.each(FORCES)(`a Glue database that somebody forged, ${NODE.title}, %j`, (force) => {
  test('in a table bucket without any mark: namespace, table and data stay', async () => {
    await settleOthers('finance', 'ledger', 'bookings');
    await forgeDatabase(placed('finance', 'ledger'));
    const run = await staysInDoubt('demo', force);
    expect(run.log).toContain('table-bucket-name: finance');
  });

  test('so does an empty namespace of others in it', async () => {
    await settleOthers('finance', 'ledger');
    await forgeDatabase(placed('finance', 'ledger'));
    await staysInDoubt('demo', force);
  });

  test('in a shared bucket: a namespace of others, with a table or empty', async () => {
    await settleOthers(LAKE, 'ledger', 'bookings', {
      'managed-by': 'iceberg-environment',
      'iceberg-environment:shared': 'true'
    });
    await given.arena.aws.s3tables.createNamespace({
      tableBucketARN: bucketArn(LAKE),
      namespace: ['empty']
    });
    await forgeDatabase(placed(LAKE, 'ledger'));
    await staysInDoubt('demo', force);
    await forgeDatabase({ ...placed(LAKE, 'empty'), 'iceberg-environment:env': 'other' }, 'second_db');
    await staysInDoubt('other', force);
  });

  test('a bucket that is named is entered, and still nothing in it is proven', async () => {
    await settleOthers('finance', 'ledger', 'bookings');
    await forgeDatabase(placed('finance', 'ledger'));
    await staysInDoubt('demo', { ...force, 'table-bucket-name': 'finance' });
  });

  test('another environment’s namespace in a shared bucket, under its own name or a foreign one', async () => {
    const { arena } = given;
    await arena.run('apply', { env: 'prod', ...SHARED });
    await forgeDatabase(placed(LAKE, 'prod_river_gauges'));
    await staysInDoubt('demo', force);
    const own = { 'iceberg-environment:env': 'prod', 'iceberg-environment:application': 'river-gauges' };
    await forgeDatabase({ ...placed(LAKE, 'prod_river_gauges'), ...own }, 'third_db');
    const run = await sweep(force);
    expect([run.exitCode, run.writes]).toEqual([0, []]);
    expect((await arena.run('plan', { env: 'prod', ...SHARED })).outputs.changed).toBe('false');
  });

  test('another environment’s table bucket, with either isolation', async () => {
    const { arena } = given;
    await arena.run('apply', { env: 'prod' });
    await forgeDatabase(placed('prod-river-gauges', 'river_gauges'));
    await staysInDoubt('demo', force);
    await forgeDatabase(
      { ...placed('prod-river-gauges', 'river_gauges', 'bucket'), 'iceberg-environment:env': 'second' },
      'second_db'
    );
    await staysInDoubt('second', force);
    const own = { 'iceberg-environment:env': 'prod', 'iceberg-environment:application': 'river-gauges' };
    await forgeDatabase({ ...placed('prod-river-gauges', 'river_gauges', 'bucket'), ...own }, 'third_db');
    const run = await sweep(force);
    expect([run.exitCode, run.writes]).toEqual([0, []]);
  });

  test('somebody’s database with tables, made part of an environment that does go: it stays', async () => {
    const { arena } = given;
    await arena.run('apply', { env: 'demo', ttl: '1h' });
    await expireBucket(arena, 'demo-river-gauges');
    const own = { 'iceberg-environment:application': 'river-gauges' };
    await forgeDatabase({ ...own, ...placed('demo-river-gauges', 'river_gauges', 'bucket') }, 'finance_db');
    const TableInput = { Name: 'bookings' };
    await arena.aws.glue.createTable({ DatabaseName: 'finance_db', TableInput });
    await sweep(force);
    expect([...arena.here.glue.databases.keys()]).toContain('finance_db');
    expect(arena.here.glue.databases.get('finance_db')?.tables.size).toBe(1);
  });
});

describe(`a record that this action cannot have written, ${NODE.title}`, () => {
  test.each([
    ['a path in a name', { 'iceberg-environment:table-bucket': 'finance/../prod-river-gauges' }],
    ['an ARN for a name', { 'iceberg-environment:table-bucket': bucketArn('finance') }],
    ['a name in upper case', { 'iceberg-environment:namespace': 'LEDGER' }],
    ['a star', { 'iceberg-environment:table': '*' }],
    ['a line break in the application', { 'iceberg-environment:application': 'x\n::set-output name=a::b' }],
    ['a repository that is none', { 'iceberg-environment:repository': '../../x' }],
    ['very many characters', { 'iceberg-environment:application': ' \n'.repeat(2_000) }]
  ])('with %s is never acted on', async (_what, more) => {
    await settleOthers('finance', 'ledger');
    await forgeDatabase({ ...placed('finance', 'ledger'), ...more });
    const run = await staysInDoubt('demo', {
      'force-destroy': 'true',
      'table-bucket-name': 'finance'
    });
    expect(run.log).not.toMatch(/^\s*::set-output/m);
  });
});

describe.each(FORCES)(`tags that somebody forged, ${NODE.title}, %j`, (force) => {
  test('on a table bucket that holds something: it stays', async () => {
    await settleOthers('finance-ledger', 'ledger', 'bookings', marks());
    await staysInDoubt('demo', force);
    await given.arena.aws.s3tables.tagResource({
      resourceArn: bucketArn('finance-ledger'),
      tags: { 'iceberg-environment:env': 'finance' }
    });
    await staysInDoubt('finance', force);
  });

  test('on the bucket and on the table in it: they stay', async () => {
    await settleOthers('finance-ledger', 'ledger', undefined, marks());
    const where = { tableBucketARN: bucketArn('finance-ledger'), namespace: 'ledger', name: 'ledger' };
    await createTable(given.arena.aws.s3tables, where, marks());
    await staysInDoubt('demo', force);
  });

  test('on an empty bucket whose name is not the environment’s own: it stays', async () => {
    await given.arena.aws.s3tables.createTableBucket({ name: 'finance', tags: marks() });
    await staysInDoubt('demo', force);
  });

  test('on a bucket of an environment that is to last: an expiry alone ends nothing', async () => {
    const { arena } = given;
    await arena.run('apply', { env: 'prod' });
    await expireBucket(arena, 'prod-river-gauges');
    await staysInDoubt('prod', force);
  });

  test('that make another’s database part of it: neither goes', async () => {
    const { arena } = given;
    await arena.run('apply', { env: 'prod' });
    const own = { 'iceberg-environment:env': 'prod', 'iceberg-environment:application': 'river-gauges' };
    await settleOthers('finance', 'ledger', 'bookings', marks(own));
    const run = await sweep(force);
    expect([run.exitCode, run.writes]).toEqual([0, []]);
  });

  test('on a table in a namespace of others, and no database: there is nothing to sweep', async () => {
    const { arena } = given;
    await arena.run('apply', { env: 'pr-1', ...SHARED });
    const where = { tableBucketARN: bucketArn(LAKE), namespace: 'demo_ledger' };
    await arena.aws.s3tables.createNamespace({ ...where, namespace: ['demo_ledger'] });
    await createTable(arena.aws.s3tables, { ...where, name: 'bookings' });
    await createTable(arena.aws.s3tables, { ...where, name: 'ledger' }, marks());
    const run = await sweep(force);
    expect([run.exitCode, run.codes, run.writes]).toEqual([0, [], []]);
    const byName = { env: 'demo', application: 'ledger', ...SHARED, ...force };
    const byHand = await arena.run('destroy', byName);
    expect([byHand.exitCode, byHand.codes, byHand.writes]).toEqual([1, ['GUARDED'], []]);
  });
});

describe(`an expiry that somebody forged in the record of a shared bucket, ${NODE.title}`, () => {
  test.each(FORCES)('ends no environment whose table says that it lasts, %j', async (force) => {
    const { arena } = given;
    await arena.run('apply', { env: 'prod', ...SHARED });
    const { Database } = await arena.aws.glue.getDatabase({ Name: 'prod_river_gauges_db' });
    const Parameters = { ...Database?.Parameters, 'iceberg-environment:expires-at': PAST };
    const DatabaseInput = { Name: 'prod_river_gauges_db', Parameters };
    await arena.aws.glue.updateDatabase({ Name: 'prod_river_gauges_db', DatabaseInput });
    await staysInDoubt('prod', force);
  });
});

describe(`what changes between the look and the deletion, ${NODE.title}`, () => {
  test('a table that somebody puts into an empty bucket keeps it', async () => {
    const { arena } = given;
    const { s3tables } = arena.aws;
    await s3tables.createTableBucket({ name: 'demo-ledger', tags: marks() });
    const fill = async (): Promise<void> => {
      await s3tables.createNamespace({ tableBucketARN: bucketArn('demo-ledger'), namespace: ['ledger'] });
      const where = { tableBucketARN: bucketArn('demo-ledger'), namespace: 'ledger', name: 'theirs' };
      await createTable(s3tables, where);
    };
    let filled: Promise<void> | undefined;
    at(arena, { operation: 'DeleteTableBucket', ms: 1_500 }, () => void (filled ??= fill()));
    const run = await sweep({ 'force-destroy': 'true' });
    await filled;
    expect([run.exitCode, run.codes.includes('GUARDED')]).toEqual([1, true]);
    const bucket = arena.here.s3tables.buckets.get('demo-ledger');
    expect(bucket?.namespaces.get('ledger')?.tables.has('theirs')).toBe(true);
  });
});

describe(`a sweep that is narrowed, ${NODE.title}`, () => {
  test('leaves what is of other repositories and applications, and says so', async () => {
    const { arena } = given;
    for (const env of ['a', 'b']) await arena.run('apply', { env, ttl: '1h' });
    for (const env of ['a', 'b']) await expireBucket(arena, `${env}-river-gauges`);
    const elsewhere = await sweep({ 'sweep-repositories': 'hydro-ops/other' });
    expect([elsewhere.writes, swept(elsewhere)]).toEqual([[], { a: ['kept', false], b: ['kept', false] }]);
    expect((await sweep({ 'sweep-applications': 'ledger' })).writes).toEqual([]);
    const run = await sweep({
      'sweep-repositories': `["${REPOSITORY.toUpperCase()}"]`,
      'sweep-applications': 'ledger, river-gauges'
    });
    expect(swept(run)).toEqual({ a: ['destroyed', false], b: ['destroyed', false] });
  });

  test('by what is no repository is refused', async () => {
    const run = await sweep({ 'sweep-repositories': 'gauges' });
    expect([run.exitCode, run.codes, run.calls]).toEqual([1, ['INVALID_INPUT'], []]);
  });

  test('a run that does not say for whom it acts removes nothing that belongs to a repository', async () => {
    const { arena } = given;
    const nowhere = { GITHUB_REPOSITORY: '' };
    await arena.run('apply', { env: 'a', ttl: '1h' });
    await arena.run('apply', { env: 'b', ttl: '1h' }, { env: nowhere });
    for (const env of ['a', 'b']) await expireBucket(arena, `${env}-river-gauges`);
    const run = await sweep({}, nowhere);
    expect(swept(run)).toEqual({ a: ['kept', true], b: ['destroyed', false] });
    expect(run.log).toContain(`GITHUB_REPOSITORY=${REPOSITORY}`);
    const named = await sweep({ 'sweep-repositories': REPOSITORY }, nowhere);
    expect(swept(named)).toEqual({ a: ['destroyed', false] });
  });
});
