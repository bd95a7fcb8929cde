import { describe, expect, test } from '@jest/globals';
import { settleAccount } from './support/account.js';
import { useArena } from './support/arena.js';
import { iamOf, makeReservedRole } from './support/ci-role.js';
import { NODE } from './support/nodes.js';
import { actions, plainLog } from './support/step.js';
import { ACCOUNT, DATABASE } from './support/values.js';

const given = useArena();
const PLAIN = '/aws-reserved/sso.amazonaws.com/';
const REGIONAL = `${PLAIN}eu-central-1/`;
const [OLD, NEW] = ['AWSReservedSSO_Hydro_0a1b2c3d4e5f6071', 'AWSReservedSSO_Hydro_99990000aaaabbbb'];
const BY_NAME = { 'identity-center-role-arn': '', 'identity-center-permission-set': 'Hydro' };
const arnOf = (path: string, name: string): string => `arn:aws:iam::${ACCOUNT}:role${path}${name}`;

/** Who holds what on the database, as the account's administrator sees it. */
async function granted(): Promise<Record<string, readonly string[]>> {
  const { PrincipalResourcePermissions = [] } = await given.arena.aws.lakeFormation.listPermissions({
    Resource: { Database: { Name: DATABASE } }
  });
  const entries = PrincipalResourcePermissions.map(({ Principal, Permissions = [] }) => [
    Principal?.DataLakePrincipalIdentifier ?? '',
    [...Permissions].sort()
  ]);
  return Object.fromEntries(entries) as Record<string, readonly string[]>;
}

describe(`the permission set by name, ${NODE.title}`, () => {
  test.each([
    ['without a region in its path', PLAIN],
    ['with a region in its path', REGIONAL]
  ])('is the role %s', async (_title, path) => {
    await settleAccount(given.arena);
    await makeReservedRole(given.arena, OLD, path);
    await makeReservedRole(given.arena, 'AWSReservedSSO_HydroReadOnly_0a1b2c3d4e5f6072', path);
    const run = await given.arena.run('apply', BY_NAME);
    expect([run.codes, run.exitCode]).toEqual([[], 0]);
    expect(plainLog(run)).toContain(`Permission set Hydro: role ${arnOf(path, OLD)}`);
    expect(await granted()).toMatchObject({ [arnOf(path, OLD)]: ['ALTER', 'CREATE_TABLE', 'DESCRIBE'] });
    const again = await given.arena.run('apply', BY_NAME);
    expect([again.codes, again.writes]).toEqual([[], []]);
  });

  test('that is not there: those that are there are listed', async () => {
    await settleAccount(given.arena);
    await makeReservedRole(given.arena, 'AWSReservedSSO_HydroReadOnly_0a1b2c3d4e5f6072', PLAIN);
    await makeReservedRole(given.arena, 'AWSReservedSSO_Data_Full_0a1b2c3d4e5f6073', REGIONAL);
    const run = await given.arena.run('apply', BY_NAME);
    expect([run.codes, run.writes]).toEqual([['PRINCIPAL_UNKNOWN'], []]);
    expect(run.error).toContain('There are roles of: Data_Full, HydroReadOnly.');
  });

  test('that is there twice: both are shown', async () => {
    await settleAccount(given.arena);
    await makeReservedRole(given.arena, OLD, PLAIN);
    await makeReservedRole(given.arena, NEW, REGIONAL);
    const run = await given.arena.run('plan', BY_NAME);
    expect([run.codes, run.writes]).toEqual([['PRINCIPAL_UNKNOWN'], []]);
    expect(run.error).toContain(`${arnOf(PLAIN, OLD)}, ${arnOf(REGIONAL, NEW)}`);
  });

  test('that was made again: the grants move to the new role, and it says so', async () => {
    await settleAccount(given.arena);
    await makeReservedRole(given.arena, OLD, PLAIN);
    await given.arena.run('apply', BY_NAME);
    await iamOf(given.arena).deleteRole({ RoleName: OLD });
    await makeReservedRole(given.arena, NEW, PLAIN);
    const planned = await given.arena.run('plan', BY_NAME);
    expect(actions(planned)['database-grant']).toBe('update');
    expect(plainLog(planned)).toContain('permission set Hydro was made again');
    const run = await given.arena.run('apply', BY_NAME);
    expect([run.codes, run.exitCode]).toEqual([[], 0]);
    expect(Object.keys(await granted()).filter((who) => who.includes('AWSReservedSSO'))).toEqual([
      arnOf(PLAIN, NEW)
    ]);
    const again = await given.arena.run('apply', BY_NAME);
    expect(again.writes).toEqual([]);
    expect(plainLog(again)).not.toContain('was made again');
  });

  test('that is gone does not keep the environment from being destroyed', async () => {
    await settleAccount(given.arena);
    await makeReservedRole(given.arena, OLD, PLAIN);
    await given.arena.run('apply', BY_NAME);
    await iamOf(given.arena).deleteRole({ RoleName: OLD });
    const run = await given.arena.run('destroy', BY_NAME);
    expect([run.codes, run.outputs['destroyed']]).toEqual([[], 'true']);
  });
});

describe(`the ARN of a session, ${NODE.title}`, () => {
  const session = (role: string, account = ACCOUNT): Record<string, string> => ({
    'identity-center-role-arn': `arn:aws:sts::${account}:assumed-role/${role}/ann@example.com`
  });

  test('is turned into that of its role, path included', async () => {
    await settleAccount(given.arena);
    await makeReservedRole(given.arena, OLD, REGIONAL);
    const run = await given.arena.run('apply', session(OLD));
    expect([run.codes, run.exitCode]).toEqual([[], 0]);
    expect(plainLog(run)).toContain(`its role is ${arnOf(REGIONAL, OLD)}`);
    expect(Object.keys(await granted())).toContain(arnOf(REGIONAL, OLD));
  });

  test('is refused with the right one where the role cannot be looked at', async () => {
    await settleAccount(given.arena);
    const denied = {
      service: 'iam',
      operation: 'GetRole',
      kind: 'error',
      status: 403,
      code: 'AccessDenied',
      message: 'Not authorized.'
    } as const;
    given.arena.sandbox.setFaults([denied]);
    const run = await given.arena.run('apply', session(OLD));
    given.arena.sandbox.setFaults([]);
    expect([run.codes, run.writes]).toEqual([['PRINCIPAL_UNKNOWN'], []]);
    expect(run.error).toContain(arnOf(PLAIN, OLD));
  });

  test.each([
    ['nobody has', session('Gone'), 'There is no role Gone'],
    ['another account has', session('Data', '111111111111'), 'role of account 111111111111']
  ])('of a role that %s is refused', async (_title, inputs, says) => {
    const run = await given.arena.run('plan', inputs);
    expect([run.codes, run.writes]).toEqual([['PRINCIPAL_UNKNOWN'], []]);
    expect(run.error).toContain(says);
  });
});
