import { describe, expect, test } from '@jest/globals';
import { enableIntegration, settleOtherTeams } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { ACCOUNT, ADMIN, DATABASE } from './support/values.js';

const given = useArena();

describe(`what belongs to others, ${NODE.title}`, () => {
  test('survives apply and destroy bit by bit', async () => {
    const { arena } = given;
    await enableIntegration(arena);
    await settleOtherTeams(arena);
    const before = theirs();
    const settings = settingsNow();
    expect((await arena.run('apply')).exitCode).toBe(0);
    expect(theirs()).toEqual(before);
    const merged = {
      ...settings,
      DataLakeAdmins: [...settings.DataLakeAdmins, { DataLakePrincipalIdentifier: ADMIN }],
      TrustedResourceOwners: [...settings.TrustedResourceOwners, ACCOUNT]
    };
    expect(settingsNow()).toEqual(merged);
    expect((await arena.run('destroy')).exitCode).toBe(0);
    expect(theirs()).toEqual(before);
    expect(settingsNow()).toEqual(merged);
  });

  test('administrators that are there make the account root unnecessary', async () => {
    const { arena } = given;
    await enableIntegration(arena);
    await settleOtherTeams(arena);
    const before = settingsNow().DataLakeAdmins;
    const run = await arena.run('apply', { 'lakeformation-admin-arns': '' });
    expect(run.exitCode).toBe(0);
    expect(settingsNow().DataLakeAdmins).toEqual(before);
    expect(JSON.parse(run.outputs['lakeformation-admins'] ?? '')).toEqual(
      before.map(({ DataLakePrincipalIdentifier: arn }) => arn)
    );
  });

  test('with none given and none there the account root becomes one', async () => {
    const { arena } = given;
    await enableIntegration(arena);
    const run = await arena.run('apply', { 'lakeformation-admin-arns': '' });
    const root = `arn:aws:iam::${ACCOUNT}:root`;
    expect(run.exitCode).toBe(0);
    expect(run.outputs['lakeformation-admins']).toBe(JSON.stringify([root]));
    expect(settingsNow().DataLakeAdmins).toEqual([{ DataLakePrincipalIdentifier: root }]);
  });

  test('a full list of administrators is left as it is', async () => {
    const { arena } = given;
    await enableIntegration(arena);
    const admins = Array.from({ length: 30 }, (_, at) => ({
      DataLakePrincipalIdentifier: `arn:aws:iam::${ACCOUNT}:role/Admin${at}`
    }));
    await arena.aws.lakeFormation.putDataLakeSettings({ DataLakeSettings: { DataLakeAdmins: admins } });
    const run = await arena.run('apply');
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['TOO_MANY_ADMINS'], []]);
  });

  test('grants that others made on the environment’s own database are theirs until it goes', async () => {
    const { arena } = given;
    await enableIntegration(arena);
    await arena.run('apply');
    const eve = { DataLakePrincipalIdentifier: `arn:aws:iam::${ACCOUNT}:user/eve` };
    const Resource = { Database: { Name: DATABASE } };
    await arena.aws.lakeFormation.grantPermissions({ Principal: eve, Resource, Permissions: ['DESCRIBE'] });
    expect((await arena.run('apply')).writes).toEqual([]);
    const list = await arena.aws.lakeFormation.listPermissions({ Resource, Principal: eve });
    expect(list.PrincipalResourcePermissions).toHaveLength(1);
    expect((await arena.run('destroy')).exitCode).toBe(0);
  });
});

function settingsNow(): (typeof given.arena.here.lakeFormation)['settings'] {
  return structuredClone(given.arena.here.lakeFormation.settings);
}

/** Buckets, warehouses, databases and grants of the other teams. */
function theirs(): unknown {
  const { s3tables, glue, lakeFormation, s3 } = given.arena.here;
  const bucket = s3tables.buckets.get('finance-ledger');
  const location = bucket?.namespaces.get('ledger')?.tables.get('bookings')?.warehouseLocation ?? '';
  expect(location).not.toBe('');
  const files = [...s3.buckets].filter(([name]) => location.endsWith(name));
  const grants = [...lakeFormation.grants].filter(([key]) => !key.includes(DATABASE));
  return structuredClone({ bucket, files, database: glue.databases.get('finance_db'), grants });
}
