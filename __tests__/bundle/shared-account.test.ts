import { beforeEach, describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { settleOtherTeams } from './support/account.js';
import { useArena } from './support/arena.js';
import { asCiRole, CI_ROLE, makeCiRole } from './support/ci-role.js';
import { NODE } from './support/nodes.js';
import type { Run } from './support/step.js';
import { ACCOUNT, ADMIN, BUCKET, DATABASE } from './support/values.js';

const given = useArena(undefined, { enforce: 'all' });
const ADMINS = [ADMIN, CI_ROLE];
const INPUTS = {
  'analytics-integration': 'enable',
  'lakeformation-admin-arns': ADMINS.join(),
  'table-permissions': 'SELECT, DESCRIBE'
};

interface Sheet {
  readonly Statement: readonly object[];
}

/** Runs as a role that may do what `iam-policy` tells for these commands, and nothing else. */
async function deployer(
  inputs: Readonly<Record<string, string>>
): Promise<(command: string) => Promise<Run>> {
  const { arena } = given;
  const { outputs } = await arena.run('iam-policy', inputs);
  const text = readFileSync(outputs['iam-policy-file'] ?? '', 'utf8');
  const sheets = JSON.parse(text) as Readonly<Record<string, Sheet>>;
  const Statement = ['apply', 'smoke-test', 'destroy'].flatMap((name) => sheets[name]?.Statement ?? []);
  await makeCiRole(arena, { Version: '2012-10-17', Statement });
  const env = await asCiRole(arena);
  return (command) => arena.run(command, inputs, { env });
}

/** The account without what apply is to leave: administrators, the trusted owner, the integration. */
function othersOf(): unknown {
  const { s3tables, glue, lakeFormation, s3 } = given.arena.here;
  const { DataLakeAdmins, TrustedResourceOwners, ...settings } = lakeFormation.settings;
  const grants = [...lakeFormation.grants].filter(
    ([key]) => !key.includes(DATABASE) && !key.includes('s3tablescatalog') && !key.includes('bucket/*')
  );
  return plain({
    buckets: [...s3tables.buckets].filter(([name]) => name !== BUCKET),
    databases: [...glue.databases].filter(([name]) => name !== DATABASE),
    files: [...s3.buckets].slice(0, 1),
    admins: DataLakeAdmins.filter(({ DataLakePrincipalIdentifier: arn }) => !ADMINS.includes(arn ?? '')),
    owners: TrustedResourceOwners.filter((owner) => owner !== ACCOUNT),
    settings,
    grants
  });
}

/** As JSON has it, so that a difference can be shown. */
function plain(value: unknown): unknown {
  const entries = (_: string, each: unknown): unknown =>
    each instanceof Map || each instanceof Set ? [...(each as Set<unknown>)] : each;
  return JSON.parse(JSON.stringify(value, entries));
}

describe.each(['iam', 'lake-formation'])(
  `an account of many teams, with access by %s, ${NODE.title}`,
  (mode) => {
    // Whoever makes all this has to be an administrator, too.
    beforeEach(() => settleOtherTeams(given.arena, [`arn:aws:iam::${ACCOUNT}:user/sandbox`]));

    test('is the same for the others after apply, smoke test and destroy', async () => {
      const run = await deployer({ ...INPUTS, 'analytics-access': mode });
      const before = othersOf();
      const applied = await run('apply');
      expect([applied.codes, applied.exitCode]).toEqual([[], 0]);
      expect(othersOf()).toEqual(before);
      const planned = await run('plan');
      expect([planned.codes, planned.outputs['changes-count']]).toEqual([[], '0']);
      const tested = await run('smoke-test');
      expect([tested.codes, tested.outputs['smoke-test-result']]).toEqual([[], 'passed']);
      const destroyed = await run('destroy');
      expect([destroyed.codes, destroyed.outputs.destroyed]).toEqual([[], 'true']);
      expect(othersOf()).toEqual(before);
      expect(JSON.stringify([...given.arena.here.lakeFormation.grants.keys()])).not.toContain(DATABASE);
    });
  }
);
