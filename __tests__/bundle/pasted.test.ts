import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { ACCOUNT, BUCKET, BUCKET_ARN, REGION } from './support/values.js';

const given = useArena();
const DDL =
  'CREATE TABLE lake.gauges (\n  `id` BIGINT NOT NULL,\n  constructor VARCHAR(20), -- who made it\n  level NUMERIC(9, 3)\n)';

describe(`what people paste, ${NODE.title}`, () => {
  beforeEach(() => settleAccount(given.arena));

  test('becomes tags and administrators that converge', async () => {
    const { arena } = given;
    const inputs = {
      tags: '- cost-center: "1234"\n- constructor=ann # a key like any other',
      'lakeformation-admin-arns': `[\n  "arn:aws:iam::${ACCOUNT}:role/path/bob", # bob\n]`,
      'timeout-minutes': '0.5'
    };
    const run = await arena.run('apply', inputs);
    expect([run.exitCode, run.error]).toEqual([0, '']);
    const { tags } = await arena.aws.s3tables.listTagsForResource({ resourceArn: BUCKET_ARN });
    expect(Object.entries(tags ?? {})).toEqual(
      expect.arrayContaining([
        ['cost-center', '1234'],
        ['constructor', 'ann']
      ])
    );
    const again = await arena.run('plan', { ...inputs, 'fail-on-changes': 'true' });
    expect([again.exitCode, again.outputs['changes-count']]).toEqual([0, '0']);
  });

  test('becomes columns that can be written and read', async () => {
    const inputs = { 'table-schema': DDL, 'smoke-test': 'true', 'timeout-minutes': '0.5' };
    const run = await given.arena.run('apply', inputs);
    expect([run.exitCode, run.error, run.outputs['smoke-test-result']]).toEqual([0, '', 'passed']);
    expect((await given.arena.run('plan', inputs)).log).not.toContain('Not applied');
  });

  test('a bucket to adopt with more tags than there is room for is told before the first write', async () => {
    const { arena } = given;
    const tags = Object.fromEntries(Array.from({ length: 45 }, (_, at) => [`key-${at}`, 'x']));
    await arena.aws.s3tables.createTableBucket({ name: BUCKET, tags });
    const run = await arena.run('apply', { adopt: 'true' });
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['QUOTA_EXCEEDED'], []]);
    expect(run.error).toContain('has 45 tags');
  });

  test("a policy with AWS's own pattern is set, and is no change the next time", async () => {
    const { arena } = given;
    const Resource = `arn:aws:s3tables:${REGION}:${ACCOUNT}:bucket/*`;
    const statement = { Effect: 'Allow', Principal: { AWS: ACCOUNT }, Action: 's3tables:*', Resource };
    const inputs = { 'table-bucket-policy': JSON.stringify({ Version: '2012-10-17', Statement: statement }) };
    expect((await arena.run('apply', inputs)).codes).toEqual([]);
    const again = await arena.run('plan', { ...inputs, 'fail-on-changes': 'true' });
    expect([again.exitCode, again.outputs['changes-count']]).toEqual([0, '0']);
  });

  test('a role of another partition is told before the first write', async () => {
    const role = `arn:aws-eusc:iam::${ACCOUNT}:role/X`;
    const run = await given.arena.run('apply', { 'identity-center-role-arn': role });
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['INVALID_INPUT'], []]);
    expect(run.error).toContain('whose ARNs begin arn:aws');
  });

  test('an allow-list of nothing does not switch itself off', async () => {
    const run = await given.arena.run('apply', { 'allowed-account-ids': '*' });
    expect([run.exitCode, run.codes, run.calls]).toEqual([1, ['INVALID_INPUT'], []]);
  });

  test.each([
    ['everything', '*', []],
    ['every account', `arn:aws:s3tables:${REGION}:*:bucket/*`, []],
    ['another table bucket', `arn:aws:s3tables:${REGION}:${ACCOUNT}:bucket/other`, []],
    [
      'a bucket of that name in another account',
      BUCKET_ARN.replace(ACCOUNT, '999999999999'),
      ['sts:GetCallerIdentity']
    ]
  ])('a policy for %s is told before the first write', async (_what, resource, calls) => {
    const file = join(given.arena.folder, 'policy.json');
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: ACCOUNT },
      Action: 's3tables:*',
      Resource: resource
    };
    writeFileSync(file, JSON.stringify({ Version: '2012-10-17', Statement: statement }));
    const run = await given.arena.run('apply', { 'table-bucket-policy': file });
    expect([run.exitCode, run.codes, run.writes, run.calls]).toEqual([1, ['INVALID_INPUT'], [], calls]);
    expect(run.error).toContain(resource);
  });
});
