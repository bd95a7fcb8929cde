import { beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { allowing, asCiRole, iamOf, makeCiRole, setPolicy } from './support/ci-role.js';
import { NODE } from './support/nodes.js';
import { plainLog, type Run } from './support/step.js';
import { BUCKET_ARN } from './support/values.js';

const given = useArena(undefined, { enforce: 'iam' });

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: readonly string[] | string;
}

/** What `iam-policy` tells for apply, without these actions, and with leave to ask IAM. */
let apply: readonly Statement[] = [];
const ASK: Statement = {
  Effect: 'Allow',
  Action: ['iam:SimulatePrincipalPolicy', 'iam:GetRole'],
  Resource: '*'
};

function without(...actions: readonly string[]): Statement[] {
  return [...apply, ASK]
    .map((statement) => ({
      ...statement,
      Action: statement.Action.filter((each) => !actions.includes(each))
    }))
    .filter(({ Action }) => Action.length > 0);
}

async function runAs(statements: readonly object[], command: string, inputs = {}): Promise<Run> {
  await setPolicy(given.arena, { Version: '2012-10-17', Statement: statements });
  return given.arena.run(command, inputs, { env: await asCiRole(given.arena) });
}

/** The policy to paste, from the error and from the summary, which must be the same. */
function policyToPaste({ error, summary }: Run): { readonly Statement: readonly Statement[] } {
  const [, pasted = ''] = /role of this run: (\{.*\}) The command/.exec(error) ?? [];
  const [, shown = ''] = /```json\n([\s\S]*?)\n```/.exec(summary) ?? [];
  expect(JSON.parse(shown)).toEqual(JSON.parse(pasted));
  return JSON.parse(pasted) as { Statement: Statement[] };
}

beforeEach(async () => {
  await settleAccount(given.arena);
  await makeCiRole(given.arena, allowing('s3:NothingAtAll'));
  const { outputs } = await given.arena.run('iam-policy');
  const policies = JSON.parse(readFileSync(outputs['iam-policy-file'] ?? '', 'utf8')) as {
    apply: { Statement: Statement[] };
  };
  apply = policies.apply.Statement;
});

describe(`before the first write, ${NODE.title}`, () => {
  const MISSING = ['s3tables:CreateTable', 'glue:CreateDatabase', 'lakeformation:GrantPermissions'];

  test('apply lists everything that is missing, with resources and a policy, and pasting it is enough', async () => {
    const refused = await runAs(without(...MISSING), 'apply');
    expect([refused.exitCode, refused.codes, refused.writes]).toEqual([1, ['PERMISSION_DENIED'], []]);
    for (const action of MISSING) expect(refused.error).toContain(`- ${action} on `);
    expect(refused.error).toContain(`- s3tables:CreateTable on ${BUCKET_ARN}`);
    expect(refused.error.match(/^- /gm)).toHaveLength(MISSING.length);
    const { Statement } = policyToPaste(refused);
    expect(Statement.flatMap(({ Action }) => Action).sort()).toEqual([...MISSING].sort());
    const applied = await runAs([...without(...MISSING), ...Statement], 'apply');
    expect([applied.codes, applied.exitCode]).toEqual([[], 0]);
  });

  test('plan warns of what only apply needs, and shows the policy', async () => {
    const planned = await runAs(without(...MISSING), 'plan');
    expect([planned.exitCode, planned.codes, planned.writes]).toEqual([0, [], []]);
    for (const action of MISSING) expect(plainLog(planned)).toContain(`${action} on `);
    expect(planned.log).toMatch(/^::warning.*apply would be refused/m);
    expect(planned.summary).toContain('```json');
  });

  test('what is there already needs no permission to make it', async () => {
    await given.arena.run('apply');
    const applied = await runAs(without(...MISSING), 'apply');
    expect([applied.exitCode, applied.codes, applied.writes]).toEqual([0, [], []]);
    expect(applied.log).not.toContain('::warning');
  });

  test('what is denied explicitly is said to be, and is in no policy to paste', async () => {
    const deny = { Effect: 'Deny', Action: ['glue:CreateDatabase'], Resource: '*' };
    const refused = await runAs([...without(), deny], 'apply');
    expect([refused.codes, refused.writes]).toEqual([['PERMISSION_DENIED'], []]);
    expect(refused.error).toContain('(a policy denies it explicitly)');
    expect(refused.summary).not.toContain('```json');
  });

  test('a permissions boundary counts', async () => {
    const { Policy } = await iamOf(given.arena).createPolicy({
      PolicyName: 'boundary',
      PolicyDocument: JSON.stringify({
        Version: '2012-10-17',
        Statement: [
          { Effect: 'Allow', Action: '*', Resource: '*' },
          { Effect: 'Deny', Action: 'lakeformation:GrantPermissions', Resource: '*' }
        ]
      })
    });
    await iamOf(given.arena).putRolePermissionsBoundary({
      RoleName: 'LakeDeployer',
      PermissionsBoundary: Policy?.Arn
    });
    const refused = await runAs(without(), 'apply');
    expect([refused.codes, refused.writes]).toEqual([['PERMISSION_DENIED'], []]);
    expect(refused.error).toContain('lakeformation:GrantPermissions on *');
  });

  test('what a policy of the bucket may allow is a warning, not a refusal', async () => {
    const { arena } = given;
    await arena.run('apply');
    const { tables } = await arena.aws.s3tables.listTables({ tableBucketARN: BUCKET_ARN });
    const [table] = tables ?? [];
    await arena.aws.s3tables.deleteTable({
      tableBucketARN: BUCKET_ARN,
      namespace: table?.namespace?.[0],
      name: table?.name
    });
    const run = await runAs(without('s3tables:CreateTable'), 'apply');
    expect(run.log).toMatch(/^::warning.*this run may be refused.*s3tables:CreateTable/m);
    // Nothing allowed it after all, and AWS itself says so.
    expect(run.codes).toEqual(['PERMISSION_DENIED']);
    expect(run.calls).toContain('s3tables:CreateTable');
  });

  test('where a condition cannot be told beforehand it is a warning', async () => {
    const onlyTagged = apply.map((statement) => ({
      ...statement,
      ...(statement.Action.includes('glue:CreateDatabase') && {
        Condition: { StringLike: { 'aws:RequestTag/team': '*' } }
      })
    }));
    const planned = await runAs([...onlyTagged, ASK], 'plan');
    expect(planned.log).not.toContain('apply would be refused');
  });
});

describe(`where IAM may not be asked, ${NODE.title}`, () => {
  const silent = (statements: readonly Statement[]): Statement[] =>
    statements.filter(({ Action }) => !Action.includes('iam:SimulatePrincipalPolicy'));

  test('the run goes on without a word, and with no refusal', async () => {
    const applied = await runAs(silent(without()), 'apply');
    expect([applied.exitCode, applied.codes]).toEqual([0, []]);
    expect(applied.log).not.toContain('::warning');
    expect(applied.log).toContain('::debug::IAM was not asked');
  });

  test('all reads that are denied are listed at once, with a policy', async () => {
    const denied = ['s3tables:ListTagsForResource', 'glue:GetDatabase', 'lakeformation:GetDataLakeSettings'];
    const refused = await runAs(silent(without(...denied)), 'apply');
    expect([refused.exitCode, refused.codes, refused.writes]).toEqual([1, ['PERMISSION_DENIED'], []]);
    for (const action of denied) expect(refused.error).toContain(`- ${action} on `);
    const { Statement } = policyToPaste(refused);
    expect(Statement.flatMap(({ Action }) => Action).sort()).toEqual([...denied].sort());
  });

  test('the one read that is denied keeps the words of AWS', async () => {
    const refused = await runAs(silent(without('s3tables:ListTagsForResource')), 'plan');
    expect([refused.exitCode, refused.codes, refused.writes]).toEqual([1, ['PERMISSION_DENIED'], []]);
    expect(refused.error).toContain('AWS answered s3tables:ListTagsForResource with ');
    expect(policyToPaste(refused).Statement).toMatchObject([
      { Sid: 'TableBucket', Action: ['s3tables:ListTagsForResource'], Resource: [BUCKET_ARN] }
    ]);
  });

  test('IAM that does not answer holds nobody up', async () => {
    const delay = {
      service: 'iam',
      operation: 'SimulatePrincipalPolicy',
      kind: 'delay',
      ms: 60_000
    } as const;
    given.arena.sandbox.setFaults([delay]);
    const applied = await runAs(without(), 'apply');
    given.arena.sandbox.setFaults([]);
    expect([applied.exitCode, applied.codes]).toEqual([0, []]);
  });
});
