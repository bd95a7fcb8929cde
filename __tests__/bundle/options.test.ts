import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { actions } from './support/step.js';
import {
  ACCOUNT,
  BUCKET,
  BUCKET_ARN,
  DATABASE,
  NAMESPACE,
  REGION,
  ROLE,
  SESSION_TOKEN,
  TABLE
} from './support/values.js';

const given = useArena();
const STATEMENT = {
  Sid: 'Readers',
  Effect: 'Allow',
  Principal: { AWS: ACCOUNT },
  Action: ['s3tables:GetTable', 's3tables:GetTableData'],
  Resource: `${BUCKET_ARN}/*`
};
const POLICY = JSON.stringify({ Version: '2012-10-17', Statement: STATEMENT });

describe(`inputs, ${NODE.title}`, () => {
  beforeEach(() => settleAccount(given.arena));

  test('dry-run of apply writes nothing', async () => {
    const before = given.arena.state;
    const run = await given.arena.run('apply', { 'dry-run': 'true' });
    expect([run.exitCode, run.writes, run.outputs['changes-count']]).toEqual([0, [], '6']);
    expect(given.arena.state).toEqual(before);
  });

  test('allowed-account-ids', async () => {
    const right = await given.arena.run('plan', { 'allowed-account-ids': `555566667777\n${ACCOUNT}` });
    expect(right.exitCode).toBe(0);
    const wrong = await given.arena.run('apply', { 'allowed-account-ids': '555566667777' });
    expect([wrong.exitCode, wrong.codes, wrong.calls]).toEqual([
      1,
      ['WRONG_ACCOUNT'],
      ['sts:GetCallerIdentity']
    ]);
    expect(wrong.error).toContain(ACCOUNT);
    expect(wrong.outputs.command).toBe('apply');
  });

  test('outputs-file and export-env, and no summary', async () => {
    const { arena } = given;
    const file = join(arena.folder, 'deep/outputs.json');
    const inputs = { 'outputs-file': file, 'export-env': 'true', summary: 'false' };
    const { outputs, exported, summary } = await arena.run('apply', inputs);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(outputs);
    expect(exported).toEqual({
      ICEBERG_WAREHOUSE_PATH: outputs['s3tables-table-warehouse-location'],
      AWS_REGION: REGION,
      AWS_DEFAULT_REGION: REGION
    });
    expect(summary).toBe('');
  });

  test('nothing is exported unless asked for', async () => {
    expect((await given.arena.run('plan')).exported).toEqual({});
  });

  test('lake-formation: ignore touches neither settings nor grants', async () => {
    const { arena } = given;
    const settings = arena.here.lakeFormation.settings;
    const run = await arena.run('apply', { 'lake-formation': 'ignore', 'lakeformation-admin-arns': ROLE });
    expect(run.exitCode).toBe(0);
    expect(run.calls.filter((call) => call.startsWith('lakeformation:'))).toEqual([]);
    expect(Object.keys(actions(run))).not.toContain('database-grant');
    expect(arena.here.lakeFormation.settings).toBe(settings);
    expect((await arena.run('destroy', { 'lake-formation': 'ignore' })).outputs.destroyed).toBe('true');
  });

  test('table-schema: none makes a table without metadata, and says what that means', async () => {
    const { arena } = given;
    const run = await arena.run('apply', { 'table-schema': 'none' });
    expect(run.exitCode).toBe(0);
    expect(run.outputs['metadata-location']).toBeUndefined();
    expect(run.outputs['s3tables-table-warehouse-location']).toMatch(/^s3:\/\//);
    expect((await arena.run('plan', { 'table-schema': 'none' })).log).toContain('no metadata');
    expect((await arena.run('destroy')).outputs.destroyed).toBe('true');
  });

  test('table-schema: columns of many types arrive as they were given', async () => {
    const { arena } = given;
    const schema = 'station: string required\nat: timestamptz\nlevel: decimal(9,3)\nraw: fixed[16]';
    const run = await arena.run('apply', { 'table-schema': schema });
    const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(run.outputs['metadata-location'] ?? '') ?? [];
    const { Body } = await arena.aws.s3.getObject({ Bucket, Key });
    const metadata = JSON.parse((await Body?.transformToString()) ?? '') as {
      schemas: { fields: object[] }[];
    };
    expect(metadata.schemas[0]?.fields).toMatchObject([
      { name: 'station', type: 'string', required: true },
      { name: 'at', type: 'timestamptz', required: false },
      { name: 'level', type: expect.stringMatching(/^decimal\(9, ?3\)$/), required: false },
      { name: 'raw', type: 'fixed[16]', required: false }
    ]);
  });

  test.each(['text', 'file'])('a policy given as %s', async (how) => {
    const { arena } = given;
    const file = join(arena.folder, 'policy.json');
    writeFileSync(file, POLICY);
    const inputs = { 'table-bucket-policy': how === 'file' ? file : POLICY };
    expect((await arena.run('apply', inputs)).exitCode).toBe(0);
    const { resourcePolicy = '' } = await arena.aws.s3tables.getTableBucketPolicy({
      tableBucketARN: BUCKET_ARN
    });
    const { Statement } = JSON.parse(resourcePolicy) as { Statement: unknown };
    // S3 Tables writes an account's number out as the ARN of its root, which is no difference.
    expect([Statement].flat()).toEqual([
      { ...STATEMENT, Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } }
    ]);
    expect((await arena.run('apply', inputs)).writes).toEqual([]);
    const removed = await arena.run('apply', { 'table-bucket-policy': 'none' });
    expect([removed.exitCode, removed.writes]).toEqual([0, ['s3tables:DeleteTableBucketPolicy']]);
    expect(arena.here.s3tables.buckets.get(BUCKET)?.policy).toBeUndefined();
  });

  test('table-bucket-policy: none sets none', async () => {
    const run = await given.arena.run('apply', { 'table-bucket-policy': 'none' });
    expect(run.exitCode).toBe(0);
    expect(run.writes).not.toContain('s3tables:PutTableBucketPolicy');
    expect((await given.arena.run('apply', { 'table-bucket-policy': 'none' })).writes).toEqual([]);
  });

  test('names of one’s own', async () => {
    const { arena } = given;
    const inputs = {
      'table-bucket-name': 'own-bucket',
      namespace: 'own_space',
      table: 'own_table',
      'glue-database': 'own-db'
    };
    const run = await arena.run('apply', inputs);
    expect(run.outputs).toMatchObject({
      'table-bucket-name': 'own-bucket',
      namespace: 'own_space',
      'table-name': 'own_table',
      'glue-database-name': 'own-db',
      'catalog-id': `${ACCOUNT}:s3tablescatalog/own-bucket`
    });
    expect(
      arena.here.s3tables.buckets.get('own-bucket')?.namespaces.get('own_space')?.tables.has('own_table')
    ).toBe(true);
    expect([...arena.here.glue.databases.keys()]).toEqual(['own-db']);
    expect((await arena.run('destroy', inputs)).outputs.destroyed).toBe('true');
    expect([arena.here.s3tables.buckets.size, arena.here.glue.databases.size]).toEqual([0, 0]);
  });

  test('the region comes from the environment when it is no input', async () => {
    const run = await given.arena.run('plan', { region: '' }, { env: { AWS_REGION: 'eu-west-3' } });
    expect(run.outputs.region).toBe('eu-west-3');
    const fallback = { AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-north-1' };
    expect((await given.arena.run('plan', { region: '' }, { env: fallback })).outputs.region).toBe(
      'eu-north-1'
    );
  });

  test('lists are read in all three forms', async () => {
    const admins = [`arn:aws:iam::${ACCOUNT}:user/ann`, `arn:aws:iam::${ACCOUNT}:role/path/bob`];
    for (const text of [admins.join('\n'), admins.join(' , '), JSON.stringify(admins)]) {
      const run = await given.arena.run('plan', { 'lakeformation-admin-arns': text });
      expect(JSON.parse(run.outputs['lakeformation-admins'] ?? '')).toEqual(expect.arrayContaining(admins));
    }
  });

  test('every run of these tests is searched for the secrets, and one would be found', async () => {
    const run = given.arena.run('plan', { team: SESSION_TOKEN });
    await expect(run).rejects.toThrow('A secret came to light');
  });

  test('two environments live side by side', async () => {
    const { arena } = given;
    await arena.run('apply');
    expect((await arena.run('apply', { env: 'qa-8' })).exitCode).toBe(0);
    expect((await arena.run('destroy', { env: 'qa-8' })).outputs.destroyed).toBe('true');
    expect([...arena.here.glue.databases.keys()]).toEqual([DATABASE]);
    expect(arena.here.s3tables.buckets.get(BUCKET)?.namespaces.get(NAMESPACE)?.tables.has(TABLE)).toBe(true);
    expect((await arena.run('plan', { 'fail-on-changes': 'true' })).exitCode).toBe(0);
  });
});
