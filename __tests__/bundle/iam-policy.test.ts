import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { enableIntegration, settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { allowing, asCiRole, CI_ROLE, makeCiRole, makeReservedRole, setPolicy } from './support/ci-role.js';
import { expireBucket, expireDatabase } from './support/expiry.js';
import { NODE } from './support/nodes.js';
import { plainLog, type Run } from './support/step.js';
import { ACCOUNT, BUCKET, BUCKET_ARN, DATABASE_ARN, INPUTS, REGION, ROLE } from './support/values.js';

const given = useArena(undefined, { enforce: 'iam' });
const NOBODY = { team: '', 'identity-center-role-arn': '', 'lakeformation-admin-arns': '' };

interface Policy {
  readonly Statement: readonly { Sid: string; Action: string[]; Resource: string[]; Condition?: unknown }[];
}

function policiesOf({ outputs }: Run): Record<string, Policy> {
  return JSON.parse(readFileSync(outputs['iam-policy-file'] ?? '', 'utf8')) as Record<string, Policy>;
}

const actionsOf = (policy: Policy | undefined): string[] =>
  (policy?.Statement ?? []).flatMap(({ Action }) => Action);

/** Runs as the role of the workflow, which may do what the policy says and no more. */
async function runWith(policy: Policy | undefined, command: string, inputs = {}): Promise<Run> {
  await setPolicy(given.arena, policy ?? {});
  return given.arena.run(command, inputs, { env: await asCiRole(given.arena) });
}

const isReading = (action: string): boolean => /:(Get|List|Describe)/.test(action);

describe(`iam-policy, ${NODE.title}`, () => {
  test('needs neither team nor role, asks STS alone, and tells the policy of each command', async () => {
    const run = await given.arena.run('iam-policy', NOBODY);
    expect([run.codes, run.exitCode, run.calls]).toEqual([[], 0, ['sts:GetCallerIdentity']]);
    const policies = policiesOf(run);
    expect(Object.keys(policies)).toEqual([
      'plan',
      'apply',
      'destroy',
      'sweep',
      'smoke-test',
      'enable-iam',
      'enable-lake-formation',
      'preflight'
    ]);
    expect(actionsOf(policies['plan']).filter((action) => !isReading(action))).toEqual([]);
    for (const [name, policy] of Object.entries(policies)) {
      expect([name, JSON.stringify(policy).length <= 6144]).toEqual([name, true]);
    }
    const buckets = policies['apply']?.Statement.find(({ Sid }) => Sid === 'TableBucket');
    expect(buckets?.Resource).toEqual([BUCKET_ARN]);
    const databases = policies['apply']?.Statement.find(({ Sid }) => Sid === 'GlueDatabase');
    expect(databases?.Resource).toEqual([`arn:aws:glue:${REGION}:${ACCOUNT}:catalog`, DATABASE_ARN]);
  });

  test('the summary has them to paste, the log a line each', async () => {
    const run = await given.arena.run('iam-policy', NOBODY);
    const blocks = [...run.summary.matchAll(/```json\n([\s\S]*?)\n```/g)].map(
      ([, text = '']) => JSON.parse(text) as unknown
    );
    expect(blocks).toEqual(Object.values(policiesOf(run)));
    expect(plainLog(run)).toMatch(/Policy for apply: \d+ statements, \d+ characters/);
  });

  test('what each tells is enough: plan, apply, apply again, smoke test, destroy', async () => {
    const { arena } = given;
    await settleAccount(arena);
    await makeCiRole(arena, allowing('s3:NothingAtAll'));
    const policies = policiesOf(await arena.run('iam-policy'));
    const codes: unknown[] = [];
    for (const command of ['plan', 'apply', 'plan', 'smoke-test', 'destroy']) {
      const run = await runWith(policies[command], command);
      codes.push([command, run.codes, run.outputs['changed']]);
    }
    expect(codes).toEqual([
      ['plan', [], 'true'],
      ['apply', [], 'true'],
      ['plan', [], 'false'],
      ['smoke-test', [], undefined],
      ['destroy', [], 'true']
    ]);
  });

  test('what it tells for sweep is enough to remove everything of an environment, in both isolations', async () => {
    const { arena } = given;
    await settleAccount(arena);
    await makeCiRole(arena, allowing('s3:NothingAtAll'));
    const shared = { isolation: 'namespace', 'table-bucket-name': 'lake-pull-requests' };
    await arena.run('apply', { ttl: '1h' });
    await arena.run('apply', { ttl: '1h', env: 'qa-8', ...shared });
    const { sweep } = policiesOf(await arena.run('iam-policy', NOBODY));
    await expireBucket(arena, BUCKET);
    await expireDatabase(arena, 'qa_8_river_gauges_db');
    const run = await runWith(sweep, 'sweep', NOBODY);
    expect([run.codes, run.outputs['changes-count']]).toEqual([[], '2']);
    const { s3tables, glue, lakeFormation } = arena.here;
    expect([[...s3tables.buckets.keys()], [...glue.databases.keys()]]).toEqual([['lake-pull-requests'], []]);
    expect([...lakeFormation.grants.values()].filter(({ principal }) => principal === ROLE)).toEqual([]);
  });

  test('with the smoke test through Glue, and a permission set, it is enough as well', async () => {
    const { arena } = given;
    await settleAccount(arena);
    await makeCiRole(arena, allowing('s3:NothingAtAll'));
    await makeReservedRole(
      arena,
      'AWSReservedSSO_Hydro_0a1b2c3d4e5f6071',
      '/aws-reserved/sso.amazonaws.com/'
    );
    const inputs = {
      'identity-center-role-arn': '',
      'identity-center-permission-set': 'Hydro',
      'smoke-test': 'true',
      'smoke-test-via': 'glue'
    };
    const { apply } = policiesOf(await arena.run('iam-policy', inputs));
    const run = await runWith(apply, 'apply', inputs);
    expect([run.codes, run.outputs['smoke-test-result']]).toEqual([[], 'passed']);
  });

  test.each(['iam', 'lake-formation'])(
    'enabling the integration with %s takes what it says',
    async (access) => {
      const { arena } = given;
      await makeCiRole(arena, allowing('s3:NothingAtAll'));
      const admins = `${INPUTS['lakeformation-admin-arns']}, ${CI_ROLE}`;
      const inputs = {
        'analytics-integration': 'enable',
        'analytics-access': access,
        'lakeformation-admin-arns': admins
      };
      const policies = policiesOf(await arena.run('iam-policy', inputs));
      const enabling = actionsOf(policies[`enable-${access}`]);
      expect(actionsOf(policies['apply'])).toEqual(expect.arrayContaining(enabling));
      const run = await runWith(policies['apply'], 'apply', inputs);
      expect([run.codes, run.exitCode]).toEqual([[], 0]);
    }
  );

  test.each([
    ['s3tables:TagResource', 'apply'],
    ['s3tables:PutTableData', 'apply'],
    ['glue:CreateDatabase', 'apply'],
    ['lakeformation:GrantPermissions', 'apply'],
    ['s3tables:ListTagsForResource', 'apply']
  ])('and no more than is needed: without %s there is no %s', async (action, command) => {
    const { arena } = given;
    await enableIntegration(arena);
    await makeCiRole(arena, allowing('s3:NothingAtAll'));
    const policy = policiesOf(await arena.run('iam-policy'))[command];
    const less = policy?.Statement.map((statement) => ({
      ...statement,
      Action: statement.Action.filter((each) => each !== action)
    })).filter(({ Action }) => Action.length > 0);
    const run = await runWith({ ...policy, Statement: less ?? [] }, command);
    expect([run.exitCode, run.codes.every((code) => /_DENIED$/.test(code))]).toEqual([1, true]);
    expect(run.log).toContain(action);
  });
});
