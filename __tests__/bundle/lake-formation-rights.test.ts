import { beforeEach, describe, expect, test } from '@jest/globals';
import { enableIntegration } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { ACCOUNT, ADMIN, DATABASE, REGION } from './support/values.js';

const given = useArena(REGION, { enforce: 'lake-formation' });
const SELF = `arn:aws:iam::${ACCOUNT}:user/sandbox`;
const id = (arn: string): { DataLakePrincipalIdentifier: string } => ({ DataLakePrincipalIdentifier: arn });

/** Lake Formation decides, and these are its administrators. */
async function administeredBy(...admins: readonly string[]): Promise<void> {
  await given.arena.aws.lakeFormation.putDataLakeSettings({
    DataLakeSettings: {
      DataLakeAdmins: admins.map(id),
      TrustedResourceOwners: [ACCOUNT],
      CreateDatabaseDefaultPermissions: [],
      CreateTableDefaultPermissions: []
    }
  });
}

/** Who may create databases besides the administrators: by default everybody whom IAM lets. */
const creators = {
  Resource: { Catalog: {} },
  Permissions: ['CREATE_DATABASE' as const]
};

beforeEach(async () => {
  const { aws } = given.arena;
  await enableIntegration(given.arena);
  await administeredBy(SELF);
  await aws.lakeFormation.revokePermissions({ ...creators, Principal: id('IAM_ALLOWED_PRINCIPALS') });
});

describe(`the run's own rights, ${NODE.title}`, () => {
  test('neither administrator nor creator: refused before anything is written, with who can help', async () => {
    await administeredBy(ADMIN);
    const run = await given.arena.run('apply');
    expect([run.exitCode, run.codes, run.writes]).toEqual([1, ['LAKE_FORMATION_DENIED'], []]);
    expect(run.error).toContain('CREATE_DATABASE on the Data Catalog');
    expect(run.error).toContain(ADMIN);
  });

  test('an administrator, and one that becomes it in this run', async () => {
    await administeredBy(ADMIN);
    const run = await given.arena.run('apply', { 'lakeformation-admin-arns': `${ADMIN}, ${SELF}` });
    expect([run.exitCode, run.codes]).toEqual([0, []]);
    expect((await given.arena.run('apply')).writes).toEqual([]);
  });

  test('a creator that is no administrator applies, and destroys what it made', async () => {
    const { arena } = given;
    await arena.aws.lakeFormation.grantPermissions({ ...creators, Principal: id(SELF) });
    await administeredBy(ADMIN);
    const run = await arena.run('apply', { 'table-permissions': '' });
    expect([run.exitCode, run.codes]).toEqual([0, []]);
    expect((await arena.run('apply')).writes).toEqual([]);
    const gone = await arena.run('destroy');
    expect([gone.exitCode, gone.codes, gone.outputs.destroyed]).toEqual([0, [], 'true']);
  });

  test('what Lake Formation hides is not gone: destroy refuses and says so', async () => {
    const { arena } = given;
    expect((await arena.run('apply', { 'lakeformation-admin-arns': ADMIN })).exitCode).toBe(0);
    await arena.aws.lakeFormation.revokePermissions({
      Principal: id(SELF),
      Resource: { Database: { Name: DATABASE } },
      Permissions: ['ALL'],
      PermissionsWithGrantOption: ['ALL']
    });
    await administeredBy(ADMIN);
    const run = await arena.run('destroy');
    expect([run.exitCode, run.writes, run.outputs.destroyed]).toEqual([1, [], 'false']);
    expect(run.log).toContain('LAKE_FORMATION_DENIED');
    expect(arena.here.glue.databases.has(DATABASE)).toBe(true);
  });
});
