import { STS } from '@aws-sdk/client-sts';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { pooled } from '../../src/pool.js';
import { settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { iamOf } from './support/ci-role.js';
import { NODE } from './support/nodes.js';
import type { Run } from './support/step.js';
import { ACCOUNT } from './support/values.js';

const given = useArena(undefined, { enforce: 'iam', quotas: 'none' }, 'keep');

interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

type Sheets = Readonly<Record<string, { readonly Statement: readonly Statement[] }>>;

/** What `iam-policy` tells, by its name. */
let sheets: Sheets = {};
const ASK: Statement = {
  Effect: 'Allow',
  Action: ['iam:SimulatePrincipalPolicy', 'iam:GetRole'],
  Resource: ['*']
};
/** Side by side, since each waits most of its time. */
const AT_ONCE = 3;

/**
 * They are for what is not to be done here: several grants at once, a repeated call, settings or tags that differ, telling
 * who holds the table buckets.
 */
const SPARE = [
  // Of a table bucket that carries no tags, and of one without the environment's table.
  's3tables:GetTableBucket',
  's3tables:GetNamespace',
  's3tables:ListTableBuckets',
  'lakeformation:RevokePermissions',
  'glue:TagResource',
  'glue:UpdateDatabase',
  'lakeformation:BatchGrantPermissions',
  'lakeformation:BatchRevokePermissions',
  'lakeformation:PutDataLakeSettings',
  's3tables:UpdateTableMetadataLocation'
];

beforeAll(async () => {
  await settleAccount(given.arena);
  const { outputs } = await given.arena.run('iam-policy');
  sheets = JSON.parse(readFileSync(outputs['iam-policy-file'] ?? '', 'utf8')) as Sheets;
});

/** The statements for another environment, so that runs do not meet. */
function policyFor(sheet: string, env: string, without?: string): Statement[] {
  const text = JSON.stringify(sheets[sheet]?.Statement).replaceAll(/qa[-_]7/g, env);
  return (JSON.parse(text) as Statement[])
    .map((statement) => ({
      ...statement,
      Action: statement.Action.filter((action) => action !== without)
    }))
    .filter(({ Action }) => Action.length > 0);
}

const actionsOf = (sheet: string): string[] => [
  ...new Set((sheets[sheet]?.Statement ?? []).flatMap(({ Action }) => Action))
];

/** Runs a command as the environment's own role, which has these permissions and no others. */
async function runAs(env: string, statements: readonly Statement[], command: string): Promise<Run> {
  const { arena } = given;
  const RoleName = `deployer-${env}`;
  const iam = iamOf(arena);
  await iam
    .createRole({ RoleName, AssumeRolePolicyDocument: document([TRUST]) })
    .catch((error: Error) => expect(error.name).toBe('EntityAlreadyExistsException'));
  await iam.putRolePolicy({ RoleName, PolicyName: 'lake', PolicyDocument: document(statements) });
  const credentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };
  const sts = new STS({ endpoint: arena.sandbox.url, region: arena.region, credentials });
  const RoleArn = `arn:aws:iam::${ACCOUNT}:role/${RoleName}`;
  const { Credentials } = await sts.assumeRole({ RoleArn, RoleSessionName: 'workflow' });
  const session = {
    AWS_ACCESS_KEY_ID: Credentials?.AccessKeyId ?? '',
    AWS_SECRET_ACCESS_KEY: Credentials?.SecretAccessKey ?? '',
    AWS_SESSION_TOKEN: Credentials?.SessionToken ?? ''
  };
  return arena.run(command, { env }, { env: session });
}

const TRUST = {
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
  Action: 'sts:AssumeRole'
};

const document = (Statement: readonly object[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement });

/** Does the work for each, a few at a time. */
const each = <T, R>(items: readonly T[], work: (item: T, at: number) => Promise<R>): Promise<R[]> =>
  pooled([...items.entries()], AT_ONCE, ([at, item]) => work(item, at));

/** What became of a run that lacks an action. */
function verdict(action: string, run: Run): string {
  if (run.exitCode === 0) return 'not needed';
  const named = run.error.includes(action);
  return [...run.codes, named ? 'named' : `not named: ${run.error.slice(0, 300)}`].join(' ');
}

const all = (actions: readonly string[], found: string): Record<string, string> =>
  Object.fromEntries(actions.map((action) => [action, found]));

describe(`credentials that lack each single action in turn, ${NODE.title}`, () => {
  test('apply refuses before it writes anything, and names it', async () => {
    const actions = actionsOf('apply').filter((action) => !SPARE.includes(action));
    expect(actions.length).toBeGreaterThan(15);
    const found = await each(actions, async (action, at) => {
      const env = `a${at}`;
      const run = await runAs(env, [...policyFor('apply', env, action), ASK], 'apply');
      const wrote = given.arena.here.s3tables.buckets.has(`${env}-river-gauges`);
      return [action, `${verdict(action, run)}${wrote ? ', something written' : ''}`];
    });
    expect(Object.fromEntries(found)).toEqual(all(actions, 'PERMISSION_DENIED named'));
  }, 240_000);

  test('where IAM may not be asked, apply names what AWS denied, and with it repairs what was begun', async () => {
    const actions = actionsOf('apply').filter((action) => !SPARE.includes(action));
    const found = await each(actions, async (action, at) => {
      const env = `n${at}`;
      const run = await runAs(env, policyFor('apply', env, action), 'apply');
      const repair = await runAs(env, policyFor('apply', env), 'apply');
      return [action, `${verdict(action, run)}, then ${repair.exitCode} ${repair.error}`.trim()];
    });
    const onlyToLook = { 's3tables:GetTableData': 'not needed, then 0' };
    expect(Object.fromEntries(found)).toEqual({
      ...all(actions, 'PERMISSION_DENIED named, then 0'),
      ...onlyToLook
    });
  }, 240_000);

  test('plan needs the least, and names what it lacks', async () => {
    const actions = actionsOf('plan').filter((action) => !SPARE.includes(action));
    const found = await each(actions, async (action, at) => {
      // One environment each, since a role can have only one policy at a time; all made by the tests before.
      const env = `n${at}`;
      const run = await runAs(env, policyFor('plan', env, action), 'plan');
      return [action, verdict(action, run)];
    });
    const onlyANote = { 's3tables:GetTableData': 'not needed' };
    expect(Object.fromEntries(found)).toEqual({ ...all(actions, 'PERMISSION_DENIED named'), ...onlyANote });
    const whole = await runAs('n0', policyFor('plan', 'n0'), 'plan');
    expect([whole.exitCode, whole.codes, whole.outputs.changed]).toEqual([0, [], 'false']);
  }, 240_000);

  test('what may turn out not to be needed is not asked for', async () => {
    const env = 'spare';
    const statements = policyFor('apply', env).map((statement) => ({
      ...statement,
      Action: statement.Action.filter((action) => !SPARE.includes(action))
    }));
    const run = await runAs(env, [...statements.filter(({ Action }) => Action.length > 0), ASK], 'apply');
    expect([run.exitCode, run.codes]).toEqual([0, []]);
  });

  test('destroy names what it lacks, and with it ends what was begun', async () => {
    const actions = actionsOf('destroy').filter(
      (action) => !['lakeformation:BatchRevokePermissions', ...SPARE.slice(0, 2)].includes(action)
    );
    const found = await each(actions, async (action, at) => {
      const env = `d${at}`;
      await given.arena.run('apply', { env });
      const run = await runAs(env, policyFor('destroy', env, action), 'destroy');
      if (run.exitCode !== 0) expect((await given.arena.run('destroy', { env })).exitCode).toBe(0);
      const left = given.arena.here.s3tables.buckets.has(`${env}-river-gauges`);
      return [action, `${verdict(action, run)}${left ? ', something left' : ''}`];
    });
    const cannotTell = { 's3tables:GetTableData': 'GUARDED named' };
    expect(Object.fromEntries(found)).toEqual({ ...all(actions, 'PERMISSION_DENIED named'), ...cannotTell });
  }, 240_000);
});
