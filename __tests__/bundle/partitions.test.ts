import { describe, expect, test } from '@jest/globals';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { ACCOUNT, BUCKET, DATABASE, NAMESPACE } from './support/values.js';

const PARTITIONS = [
  { partition: 'aws-us-gov', region: 'us-gov-west-1' },
  { partition: 'aws-cn', region: 'cn-north-1' },
  { partition: 'aws-eusc', region: 'eusc-de-east-1' }
];

describe.each(PARTITIONS)(`$partition, ${NODE.title}`, ({ partition, region }) => {
  const given = useArena(region);
  const iam = `arn:${partition}:iam::${ACCOUNT}:role`;
  const inputs = {
    'analytics-integration': 'ignore',
    'identity-center-role-arn': `${iam}/Data`,
    'lakeformation-admin-arns': ''
  };

  test('apply, apply again, destroy, all with the ARNs of the partition', async () => {
    const { arena } = given;
    const run = await arena.run('apply', inputs);
    expect(run.exitCode).toBe(0);
    const bucketArn = `arn:${partition}:s3tables:${region}:${ACCOUNT}:bucket/${BUCKET}`;
    expect(run.outputs).toMatchObject({
      's3tables-bucket-arn': bucketArn,
      'table-arn': expect.stringContaining(`${bucketArn}/table/`),
      'lakeformation-admins': JSON.stringify([`arn:${partition}:iam::${ACCOUNT}:root`]),
      'iceberg-rest-uri': `${arena.sandbox.url}/iceberg`
    });
    const bucket = arena.here.s3tables.buckets.get(BUCKET);
    expect(bucket?.policy).toContain(`"arn:${partition}:iam::${ACCOUNT}:root"`);
    expect(bucket?.namespaces.has(NAMESPACE)).toBe(true);
    expect(arena.here.glue.databases.get(DATABASE)?.tags.get('env')).toBe('qa-7');
    expect((await arena.run('apply', inputs)).writes).toEqual([]);
    expect((await arena.run('destroy', inputs)).outputs.destroyed).toBe('true');
  });
});

describe(`a region without the integration's IAM mode, ${NODE.title}`, () => {
  const given = useArena('us-gov-west-1');

  test('enable says so, before anything is written', async () => {
    const role = `arn:aws-us-gov:iam::${ACCOUNT}:role/Data`;
    const run = await given.arena.run('apply', {
      'analytics-integration': 'enable',
      'identity-center-role-arn': role,
      'lakeformation-admin-arns': role
    });
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['INTEGRATION_REGION'], []]);
  });
});
