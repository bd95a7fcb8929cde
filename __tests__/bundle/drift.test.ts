import { beforeEach, describe, expect, test } from '@jest/globals';
import { settleAccount } from './support/account.js';
import { type Arena, useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { loseFile, rewrite } from './support/rows.js';
import { actions } from './support/step.js';
import {
  ACCOUNT,
  ADMIN,
  BUCKET_ARN,
  DATABASE,
  DATABASE_ARN,
  NAMESPACE,
  ROLE,
  TABLE
} from './support/values.js';

const given = useArena();

/** What somebody changes behind the action's back, where it shows, and which calls put it right. */
interface Drift {
  readonly title: string;
  readonly change: (arena: Arena, tableArn: string) => Promise<unknown>;
  readonly step: string;
  readonly path: string;
  readonly repairs: readonly string[];
}

const principal = { DataLakePrincipalIdentifier: ROLE };
const onDatabase = { Database: { Name: DATABASE } };

const DRIFTS: readonly Drift[] = [
  {
    title: 'a tag of the bucket that has another value',
    change: ({ aws }) =>
      aws.s3tables.tagResource({ resourceArn: BUCKET_ARN, tags: { 'iceberg-environment:team': 'Others' } }),
    step: 'table-bucket',
    path: 'tags.iceberg-environment:team',
    repairs: ['s3tables:TagResource']
  },
  {
    title: 'a tag of the table that is gone',
    change: ({ aws }, resourceArn) => aws.s3tables.untagResource({ resourceArn, tagKeys: ['team'] }),
    step: 'table',
    path: 'tags.team',
    repairs: ['s3tables:TagResource']
  },
  {
    title: 'a tag of the database that is gone',
    change: ({ aws }) => aws.glue.untagResource({ ResourceArn: DATABASE_ARN, TagsToRemove: ['team'] }),
    step: 'glue-database',
    path: 'tags.team',
    repairs: ['glue:TagResource']
  },
  {
    title: 'a statement that was added to the policy',
    change: async ({ aws }) => {
      const { resourcePolicy = '' } = await aws.s3tables.getTableBucketPolicy({ tableBucketARN: BUCKET_ARN });
      const policy = JSON.parse(resourcePolicy) as { Statement: unknown[] };
      policy.Statement.push({
        Sid: 'Opened',
        Effect: 'Allow',
        Principal: { AWS: 'arn:aws:iam::555566667777:root' },
        Action: 's3tables:GetTableData',
        Resource: `${BUCKET_ARN}/*`
      });
      await aws.s3tables.putTableBucketPolicy({
        tableBucketARN: BUCKET_ARN,
        resourcePolicy: JSON.stringify(policy)
      });
    },
    step: 'table-bucket-policy',
    path: 'policy.Opened',
    repairs: ['s3tables:PutTableBucketPolicy']
  },
  {
    title: 'a policy that is gone',
    change: ({ aws }) => aws.s3tables.deleteTableBucketPolicy({ tableBucketARN: BUCKET_ARN }),
    step: 'table-bucket-policy',
    path: 'policy.AllowGlueAccess',
    repairs: ['s3tables:PutTableBucketPolicy']
  },
  {
    title: 'a permission that was revoked',
    change: ({ aws }) =>
      aws.lakeFormation.revokePermissions({
        Principal: principal,
        Resource: onDatabase,
        Permissions: ['ALTER'],
        PermissionsWithGrantOption: ['ALTER']
      }),
    step: 'database-grant',
    path: 'permissions',
    repairs: ['lakeformation:GrantPermissions']
  },
  {
    title: 'a table that is gone',
    change: ({ aws }) =>
      aws.s3tables.deleteTable({ tableBucketARN: BUCKET_ARN, namespace: NAMESPACE, name: TABLE }),
    step: 'table',
    path: 'schema.id',
    repairs: ['s3tables:CreateTable']
  },
  {
    title: 'an administrator that is gone',
    change: ({ aws }) =>
      aws.lakeFormation.putDataLakeSettings({
        DataLakeSettings: {
          DataLakeAdmins: [{ DataLakePrincipalIdentifier: `arn:aws:iam::${ACCOUNT}:user/eve` }],
          TrustedResourceOwners: [ACCOUNT]
        }
      }),
    step: 'data-lake-settings',
    path: 'admins',
    repairs: ['lakeformation:PutDataLakeSettings']
  }
];

describe(`drift, ${NODE.title}`, () => {
  let tableArn = '';
  beforeEach(async () => {
    await settleAccount(given.arena);
    const { exitCode, outputs } = await given.arena.run('apply');
    expect(exitCode).toBe(0);
    tableArn = outputs['table-arn'] ?? '';
  });

  test.each(DRIFTS)(
    '$title: plan fails, apply repairs only that',
    async ({ change, step, path, repairs }) => {
      const { arena } = given;
      await change(arena, tableArn);
      const plan = await arena.run('plan', { 'fail-on-changes': 'true' });
      expect(plan.exitCode).toBe(1);
      expect(plan.codes).toEqual(['DRIFT']);
      expect(plan.writes).toEqual([]);
      expect(Object.entries(actions(plan)).filter(([, action]) => action !== 'keep')).toHaveLength(1);
      const changes = plan.plan?.steps.find(({ id }) => id === step)?.changes ?? [];
      expect(changes.map((each) => each.path)).toContain(path);
      const repair = await arena.run('apply');
      expect(repair.exitCode).toBe(0);
      expect(repair.writes).toEqual(repairs);
      expect((await arena.run('plan', { 'fail-on-changes': 'true' })).exitCode).toBe(0);
    }
  );

  test('a declared column that the table does not have is shown, and nothing pretends that it is there', async () => {
    const { arena } = given;
    const more = { 'table-schema': 'id: long required\nname: string\nextra: decimal(9,2)' };
    const plan = await arena.run('plan', more);
    expect([plan.exitCode, plan.outputs['changes-count']]).toEqual([0, '1']);
    expect(plan.log).toContain('not changed: schema.extra is declared as decimal(9,2), and is not there');
    expect(plan.log).toContain('1 different');
    expect(plan.summary).not.toContain('Nothing to do');
    const drift = await arena.run('plan', { ...more, 'fail-on-changes': 'true' });
    expect([drift.exitCode, drift.codes]).toEqual([1, ['DRIFT']]);
    const apply = await arena.run('apply', { ...more, team: 'Others' });
    expect([apply.exitCode, apply.codes]).toEqual([0, []]);
    expect(apply.log).toMatch(/^::warning.*schema\.extra.*SCHEMA_DIFFERS/m);
    expect(new Set(apply.writes)).toEqual(
      new Set(['s3tables:TagResource', 'glue:TagResource', 'glue:UpdateDatabase'])
    );
    expect((await arena.run('apply')).exitCode).toBe(0);
  });

  test('columns that others have added are a difference, and no obstacle', async () => {
    const { arena } = given;
    await rewrite(arena, ({ metadata }) => {
      const [schema] = metadata.schemas as { fields: unknown[] }[];
      const added = { id: 9, name: 'extra', required: false, type: 'int' };
      const odd = { id: 10, name: 'Odd', required: false, type: 'variant' };
      return {
        schemas: [{ ...schema, fields: [...(schema?.fields ?? []), added, odd] }],
        'last-column-id': 10
      };
    });
    const drift = await arena.run('plan', { 'fail-on-changes': 'true' });
    expect([drift.exitCode, drift.codes]).toEqual([1, ['DRIFT']]);
    expect(drift.log).toContain('schema.extra is there as int, and is not declared');
    expect(drift.log).toContain('Column Odd is there as variant, which cannot be declared.');
    expect(drift.log).toContain('Glue and Athena do not show the table');
    const apply = await arena.run('apply');
    expect([apply.exitCode, apply.codes, apply.writes]).toEqual([0, [], []]);
    const smoke = await arena.run('smoke-test');
    expect([smoke.exitCode, smoke.codes]).toEqual([1, ['HIDDEN_FROM_GLUE']]);
    const throughGlue = await arena.run('smoke-test', { 'smoke-test-via': 'glue' });
    expect([throughGlue.exitCode, throughGlue.codes]).toEqual([1, ['HIDDEN_FROM_GLUE']]);
    for (const run of [smoke, throughGlue]) expect(run.error).toContain('Odd');
  });

  test('a table whose metadata is gone is broken', async () => {
    const { arena } = given;
    const table = { tableBucketARN: BUCKET_ARN, namespace: NAMESPACE, name: TABLE };
    const { metadataLocation = '' } = await arena.aws.s3tables.getTable(table);
    loseFile(arena, metadataLocation);
    const plan = await arena.run('plan');
    expect([plan.exitCode, plan.codes]).toEqual([1, ['TABLE_BROKEN']]);
    expect(plan.error).toContain(metadataLocation);
    const apply = await arena.run('apply', { team: 'Others' });
    expect([apply.exitCode, apply.codes, apply.writes]).toEqual([1, ['TABLE_BROKEN'], []]);
  });

  test('what was only added is no drift: tags, grants to others, administrators', async () => {
    const { aws } = given.arena;
    await aws.s3tables.tagResource({ resourceArn: BUCKET_ARN, tags: { scanned: 'yes' } });
    await aws.lakeFormation.grantPermissions({
      Principal: { DataLakePrincipalIdentifier: ADMIN },
      Resource: onDatabase,
      Permissions: ['DESCRIBE']
    });
    const plan = await given.arena.run('plan', { 'fail-on-changes': 'true' });
    expect(plan.codes).toEqual([]);
    expect(plan.exitCode).toBe(0);
  });

  test('another role: the new one gets its grant, the old one loses what it was given', async () => {
    const { arena } = given;
    const other = `arn:aws:iam::${ACCOUNT}:role/Successor`;
    const run = await arena.run('apply', {
      'identity-center-role-arn': other,
      'database-permissions': 'describe, drop'
    });
    expect(run.exitCode).toBe(0);
    expect(run.writes.slice(0, 2)).toEqual([
      'lakeformation:GrantPermissions',
      'lakeformation:RevokePermissions'
    ]);
    const list = await arena.aws.lakeFormation.listPermissions({ Resource: onDatabase });
    const held = list.PrincipalResourcePermissions?.filter(({ Principal }) =>
      [ROLE, other].includes(Principal?.DataLakePrincipalIdentifier ?? '')
    );
    expect([...new Set(held?.map((each) => each.Principal?.DataLakePrincipalIdentifier))]).toEqual([other]);
    expect(held?.flatMap(({ Permissions }) => Permissions ?? []).sort()).toEqual(['DESCRIBE', 'DROP']);
  });
});
