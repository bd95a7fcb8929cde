import { describe, expect, test } from '@jest/globals';
import { enableIntegration } from './support/account.js';
import { type Arena, useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { actions } from './support/step.js';
import { ACCOUNT, BUCKET, BUCKET_ARN, NAMESPACE, ROLE, TABLE } from './support/values.js';

const given = useArena();
const DATABASE = 'icefabric_db';
const INPUTS = { 'glue-database': DATABASE, 'lakeformation-admin-arns': '' };
const TABLE_ID = { tableBucketARN: BUCKET_ARN, namespace: NAMESPACE, name: TABLE };

describe(`the environment of the proof of concept, ${NODE.title}`, () => {
  test('is not ours before it is adopted', async () => {
    await asTheProofOfConcept(given.arena);
    const before = given.arena.state;
    const run = await given.arena.run('apply', INPUTS);
    expect(run.exitCode).toBe(1);
    expect(new Set(run.codes)).toEqual(new Set(['NOT_OURS']));
    expect(run.codes).toHaveLength(3);
    expect(run.writes).toEqual([]);
    expect(given.arena.state).toEqual(before);
  });

  test('is adopted, kept, and destroyed', async () => {
    const { arena } = given;
    const tableArn = await asTheProofOfConcept(arena);
    const identity = (): unknown => {
      const { s3tables, glue } = arena.here;
      const bucket = s3tables.buckets.get(BUCKET);
      const table = bucket?.namespaces.get(NAMESPACE)?.tables.get(TABLE);
      return [bucket?.id, bucket?.policy, table?.id, table?.arn, glue.databases.get(DATABASE)?.createdAt];
    };
    const before = identity();
    const adopted = await arena.run('apply', { ...INPUTS, adopt: 'true' });
    expect(adopted.exitCode).toBe(0);
    expect(adopted.outputs['table-arn']).toBe(tableArn);
    expect(adopted.outputs['metadata-location']).toMatch(/^s3:.*\.metadata\.json$/);
    expect(identity()).toEqual(before);
    expect(
      adopted.writes.filter(
        (call) => !/TagResource|UpdateDatabase|PutObject|UpdateTableMetadataLocation/.test(call)
      )
    ).toEqual([]);
    const again = await arena.run('apply', INPUTS);
    expect([again.exitCode, again.writes]).toEqual([0, []]);
    expect(new Set(Object.values(actions(again)))).toEqual(new Set(['keep']));
    const gone = await arena.run('destroy', INPUTS);
    expect([gone.exitCode, gone.outputs.destroyed]).toEqual([0, 'true']);
    expect([arena.here.s3tables.buckets.size, arena.here.glue.databases.size]).toEqual([0, 0]);
    expect(arena.here.lakeFormation.settings.DataLakeAdmins).toHaveLength(1);
  });
});

/** Makes what its Terraform makes: no tags, no schema, one grant, and the settings of the whole account. Gives the table's ARN. */
async function asTheProofOfConcept(arena: Arena): Promise<string> {
  const { s3tables, glue, lakeFormation } = arena.aws;
  await enableIntegration(arena);
  await s3tables.createTableBucket({ name: BUCKET });
  await s3tables.createNamespace({ tableBucketARN: BUCKET_ARN, namespace: [NAMESPACE] });
  const { tableARN = '' } = await s3tables.createTable({ ...TABLE_ID, format: 'ICEBERG' });
  await s3tables.putTableBucketPolicy({ tableBucketARN: BUCKET_ARN, resourcePolicy: policy() });
  const Description = `Glue database for Iceberg tables in ${NAMESPACE} namespace`;
  await glue.createDatabase({ DatabaseInput: { Name: DATABASE, Description } });
  await lakeFormation.putDataLakeSettings({
    DataLakeSettings: {
      DataLakeAdmins: [{ DataLakePrincipalIdentifier: `arn:aws:iam::${ACCOUNT}:root` }],
      AllowExternalDataFiltering: false,
      AllowFullTableExternalDataAccess: false,
      TrustedResourceOwners: [ACCOUNT]
    }
  });
  await lakeFormation.grantPermissions({
    Principal: { DataLakePrincipalIdentifier: ROLE },
    Resource: { Database: { Name: DATABASE } },
    Permissions: ['CREATE_TABLE', 'DESCRIBE', 'ALTER'],
    PermissionsWithGrantOption: ['CREATE_TABLE', 'DESCRIBE', 'ALTER']
  });
  return tableARN;
}

/** As Terraform's `jsonencode` writes it: keys in the order of the alphabet. */
function policy(): string {
  const statement = (Sid: string, Principal: Record<string, string>): Record<string, unknown> => ({
    Action: 's3tables:*',
    Effect: 'Allow',
    Principal,
    Resource: [BUCKET_ARN, `${BUCKET_ARN}/*`],
    Sid
  });
  return JSON.stringify({
    Statement: [
      statement('AllowGlueAccess', { Service: 'glue.amazonaws.com' }),
      statement('AllowAccountAccess', { AWS: `arn:aws:iam::${ACCOUNT}:root` })
    ],
    Version: '2012-10-17'
  });
}
