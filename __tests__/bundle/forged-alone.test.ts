import { beforeEach, describe, expect, test } from '@jest/globals';
import { createTable, settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { writeRows } from './support/rows.js';
import { ACCOUNT, BUCKET_ARN, DATABASE, FOREIGN_MARKS, NAMESPACE, REGION, TABLE } from './support/values.js';

const given = useArena();
const LAKE = 'lake';
const SHARED = { isolation: 'namespace', 'table-bucket-name': LAKE };
const NOBODY = { env: '', application: '', 'identity-center-role-arn': '', 'lakeformation-admin-arns': '' };
const FORCED = { 'force-destroy': 'true' };
const bucketArn = (name: string): string => `arn:aws:s3tables:${REGION}:${ACCOUNT}:bucket/${name}`;
const MARKS = {
  'managed-by': 'iceberg-environment',
  'iceberg-environment:env': 'demo',
  'iceberg-environment:application': 'ledger',
  'iceberg-environment:expires-at': '2026-01-01T00:00:00Z'
};

beforeEach(() => settleAccount(given.arena));

describe(`marks that one permission alone can write, ${NODE.title}`, () => {
  test.each([
    ['of a bucket of its own that is not there', 'bucket', 'demo-ledger'],
    ['of a shared bucket that is not there', 'namespace', 'nowhere'],
    ['of a shared bucket, in a namespace that is not there', 'namespace', LAKE]
  ])('as parameters, %s, in somebody’s empty Glue database: it stays', async (_of, isolation, bucket) => {
    const { arena } = given;
    const { aws } = arena;
    await aws.s3tables.createTableBucket({
      name: LAKE,
      tags: { 'managed-by': 'iceberg-environment', 'iceberg-environment:shared': 'true' }
    });
    await aws.glue.createDatabase({ DatabaseInput: { Name: 'finance_db', Description: 'finance' } });
    const place = { 'iceberg-environment:isolation': isolation, 'iceberg-environment:table-bucket': bucket };
    const DatabaseInput = { Name: 'finance_db', Description: 'finance', Parameters: { ...MARKS, ...place } };
    await aws.glue.updateDatabase({ Name: 'finance_db', DatabaseInput });
    for (const force of [{}, FORCED]) {
      const swept = await arena.run('sweep', { ...NOBODY, ...force });
      expect([swept.exitCode, swept.codes, swept.writes]).toEqual([0, [], []]);
      expect(swept.log).toMatch(/^::warning.*stays:.*its tags do not/m);
    }
    expect([...arena.here.glue.databases.keys()]).toEqual(['finance_db']);
  });

  test.each([
    ['an expiry to come', { 'iceberg-environment:expires-at': '2099-01-01T00:00:00Z' }],
    ['a pull request', { 'iceberg-environment:pull-request': '7' }]
  ])('as tags of a table: %s does not take the guard off its rows', async (_what, tags) => {
    const { arena } = given;
    await arena.run('apply');
    await writeRows(arena, 10);
    const id = { tableBucketARN: BUCKET_ARN, namespace: NAMESPACE, name: TABLE };
    const { tableARN } = await arena.aws.s3tables.getTable(id);
    await arena.aws.s3tables.tagResource({ resourceArn: tableARN, tags });
    const run = await arena.run('destroy');
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['GUARDED'], []]);
    expect(run.error).toContain('holds 10 rows');
    expect(run.error).toContain(`the Glue database ${DATABASE} does not say the same`);
  });

  test('a record of grants on the catalog of a shared bucket: nobody’s grant on it is revoked', async () => {
    const { arena } = given;
    await arena.aws.glue.deleteCatalog({ CatalogId: 's3tablescatalog' });
    const governed = { 'analytics-integration': 'enable', 'analytics-access': 'lake-formation', ...SHARED };
    expect((await arena.run('apply', governed)).exitCode).toBe(0);
    const theirs = `arn:aws:iam::${ACCOUNT}:role/Theirs`;
    const { lakeFormation } = arena.aws;
    const Resource = { Catalog: { Id: `${ACCOUNT}:s3tablescatalog/${LAKE}` } };
    const Principal = { DataLakePrincipalIdentifier: theirs };
    await lakeFormation.grantPermissions({ Principal, Resource, Permissions: ['DESCRIBE'] });
    const granted = { 'iceberg-environment:granted-catalog': `${theirs} DESCRIBE` };
    const { Database } = await arena.aws.glue.getDatabase({ Name: DATABASE });
    const Parameters = { ...Database?.Parameters, ...granted };
    await arena.aws.glue.updateDatabase({ Name: DATABASE, DatabaseInput: { Name: DATABASE, Parameters } });
    expect((await arena.run('apply', governed)).writes).toEqual([]);
  });
});

describe(`a table bucket that environments share, ${NODE.title}`, () => {
  test('stays when both services say that it is of an environment of its own', async () => {
    const { arena } = given;
    await arena.run('apply', { env: 'prod', ...SHARED });
    const place = { 'iceberg-environment:isolation': 'bucket', 'iceberg-environment:table-bucket': LAKE };
    await arena.aws.s3tables.tagResource({ resourceArn: bucketArn(LAKE), tags: MARKS });
    const DatabaseInput = { Name: 'demo_ledger_db', Parameters: { ...MARKS, ...place } };
    await arena.aws.glue.createDatabase({ DatabaseInput, Tags: MARKS });
    const swept = await arena.run('sweep', { ...NOBODY, ...FORCED });
    expect([swept.exitCode, swept.writes]).toEqual([0, []]);
    const inputs = {
      env: 'demo',
      application: 'ledger',
      'table-bucket-name': LAKE,
      adopt: 'true',
      ...FORCED
    };
    const destroyed = await arena.run('destroy', inputs);
    expect([destroyed.exitCode, new Set(destroyed.codes)]).toEqual([1, new Set(['OWNED_BY_ANOTHER'])]);
    expect(destroyed.writes).toEqual([]);
  });

  test('by hand, without the mark, is not destroyed with what other environments have in it', async () => {
    const { arena } = given;
    await arena.aws.s3tables.createTableBucket({ name: LAKE });
    await arena.run('apply', { env: 'prod', ...SHARED });
    const run = await arena.run('destroy', { 'table-bucket-name': LAKE, adopt: 'true', ...FORCED });
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['OWNED_BY_ANOTHER'], []]);
    expect(run.error).toContain('prod_river_gauges');
  });
});

describe(`what is in an environment’s own bucket, ${NODE.title}`, () => {
  test('of another environment is not destroyed, forced or not', async () => {
    const { arena } = given;
    await arena.run('apply');
    const where = { tableBucketARN: BUCKET_ARN, namespace: NAMESPACE, name: 'theirs' };
    await createTable(arena.aws.s3tables, where, FOREIGN_MARKS);
    for (const [force, code] of [
      [{}, 'GUARDED'],
      [FORCED, 'OWNED_BY_ANOTHER']
    ] as const) {
      const run = await arena.run('destroy', force);
      expect([run.exitCode, run.codes, run.writes]).toEqual([1, [code], []]);
    }
  });

  test('of a format that is not known counts as data, and is never given metadata', async () => {
    const { arena } = given;
    await arena.run('apply', { 'table-schema': 'none' });
    const tomorrow = { operation: 'GetTable', kind: 'answer', merge: { format: 'OF_TOMORROW' } } as const;
    arena.sandbox.setFaults([tomorrow]);
    const applied = await arena.run('apply', { 'table-schema': 'id: long' });
    expect([applied.exitCode, applied.codes, applied.writes]).toEqual([0, [], []]);
    const run = await arena.run('destroy');
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['GUARDED'], []]);
    expect(run.error).toContain('OF_TOMORROW');
  });
});
