import { beforeEach, describe, expect, test } from '@jest/globals';
import { enableIntegration } from './support/account.js';
import { useArena } from './support/arena.js';
import { NODE } from './support/nodes.js';
import { at } from './support/stall.js';
import { ACCOUNT, ADMIN } from './support/values.js';

const given = useArena();
const user = (name: string): string => `arn:aws:iam::${ACCOUNT}:user/${name}`;
const OTHER = user('eve');

describe(`at the same time, ${NODE.title}`, () => {
  beforeEach(() => enableIntegration(given.arena));

  test('two environments with different administrators: all of them are there in the end', async () => {
    const { arena } = given;
    // The first to write is held up, so that it writes over what the second has written.
    arena.sandbox.setFaults([{ operation: 'PutDataLakeSettings', nth: 1, kind: 'delay', ms: 600 }]);
    const runs = await Promise.all([
      arena.run('apply', { 'lakeformation-admin-arns': user('ann') }),
      arena.run('apply', { env: 'qa-8', 'lakeformation-admin-arns': user('bob') })
    ]);
    expect(runs.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(adminsNow()).toEqual([user('ann'), user('bob')]);
    expect(arena.here.s3tables.buckets.size).toBe(2);
  });

  test.each([
    [2, 'iam'],
    [8, 'lake-formation']
  ])('%i environments in an account without the integration, with %s access', async (count, mode) => {
    const { arena } = given;
    arena.reset();
    const runs = await Promise.all(
      Array.from({ length: count }, (_, at) =>
        arena.run('apply', {
          env: `e${at}`,
          'analytics-integration': 'enable',
          'analytics-access': mode,
          'lakeformation-admin-arns': user(`admin${at}`)
        })
      )
    );
    expect(runs.map(({ exitCode, codes }) => [exitCode, codes])).toEqual(runs.map(() => [0, []]));
    expect(adminsNow()).toEqual(runs.map((_, at) => user(`admin${at}`)));
    expect(arena.here.s3tables.buckets.size).toBe(count);
    expect(arena.here.glue.catalogs.size).toBe(1);
    expect(arena.here.lakeFormation.resources.size).toBe(mode === 'iam' ? 0 : 1);
  });

  test('the same environment twice: both end well, and it is there once', async () => {
    const { arena } = given;
    const runs = await Promise.all([arena.run('apply'), arena.run('apply')]);
    expect(runs.map(({ exitCode, codes }) => [exitCode, codes])).toEqual([
      [0, []],
      [0, []]
    ]);
    expect(runs[0]?.outputs['table-arn']).toBe(runs[1]?.outputs['table-arn']);
    expect((await arena.run('apply')).writes).toEqual([]);
  });

  test.each([
    ['between the look and the write', 2],
    ['after the write', 3]
  ])('another writer of the settings %s: nobody is lost', async (_, nth) => {
    const { arena } = given;
    at(arena, { operation: 'GetDataLakeSettings', nth }, writeSettingsAsAnother);
    const run = await arena.run('apply');
    expect(run.exitCode).toBe(0);
    expect(adminsNow()).toEqual([ADMIN, OTHER].sort());
    expect(arena.here.lakeFormation.settings.AllowExternalDataFiltering).toBe(true);
    expect(JSON.parse(run.outputs['lakeformation-admins'] ?? '')).toContain(OTHER);
  });

  test('settings that somebody else is writing just now are tried again', async () => {
    const { arena } = given;
    const fault = { kind: 'error', status: 400, code: 'ConcurrentModificationException' } as const;
    arena.sandbox.setFaults([
      { ...fault, operation: 'PutDataLakeSettings', nth: 1, message: 'Concurrent change.' },
      { ...fault, operation: 'GrantPermissions', nth: 1, message: 'Concurrent change.' }
    ]);
    const run = await arena.run('apply');
    expect([run.exitCode, run.codes]).toEqual([0, []]);
    expect(adminsNow()).toEqual([ADMIN]);
  });
});

/** Writes the whole document from what it knew before, as a program does that has not seen ours. */
function writeSettingsAsAnother(): void {
  const { lakeFormation } = given.arena.here;
  lakeFormation.settings = {
    ...lakeFormation.settings,
    DataLakeAdmins: [{ DataLakePrincipalIdentifier: OTHER }],
    TrustedResourceOwners: [],
    AllowExternalDataFiltering: true
  };
}

function adminsNow(): string[] {
  const { DataLakeAdmins } = given.arena.here.lakeFormation.settings;
  return DataLakeAdmins.map(({ DataLakePrincipalIdentifier: arn }) => arn).sort();
}
