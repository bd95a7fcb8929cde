import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Grant } from '../../src/aws/ports.js';
import type { Change } from '../../src/change.js';
import { readGrantRecord } from '../../src/resources/grant-record.js';
import { databaseScope } from '../../src/resources/grant-scopes.js';
import { LakeFormationGrant } from '../../src/resources/lake-formation-grant.js';
import type { EnvironmentSpec } from '../../src/resources/spec.js';
import { fakeAccount, type FakeAccount } from '../support/account.js';
import { bring, observed, takeAway } from '../support/bring.js';
import { fakeContext } from '../support/context.js';
import { ROLE, specWith } from '../support/environment.js';

const NAME = 'dev_my_app_db';
const OTHER_ROLE = 'arn:aws:iam::123456789012:role/OtherRole';
const RECORD = 'iceberg-environment:granted';
const ALL = ['ALL', 'ALTER', 'CREATE_TABLE', 'DESCRIBE', 'DROP'];
const DECLARED = ['CREATE_TABLE', 'DESCRIBE', 'ALTER'];
const context = fakeContext();
let aws: FakeAccount;

beforeEach(() => {
  aws = fakeAccount();
});

const grant = (principal: string, permissions: readonly string[], grantable = permissions): Grant => ({
  principal,
  permissions,
  grantable
});

/** A database with these grants, and this record of what this environment granted. */
function put(grants: readonly Grant[], record?: string): void {
  const parameters = { comment: 'by hand', ...(record && { [RECORD]: record }) };
  aws.glue.databases.set(NAME, { tags: {}, parameters });
  aws.lakeFormation.grants = [...grants];
}

const of = (
  spec: EnvironmentSpec,
  options: { afterSettings?: boolean; guarded?: boolean }
): LakeFormationGrant =>
  new LakeFormationGrant(
    spec,
    aws,
    databaseScope(spec, { afterSettings: false, guarded: false, ...options })
  );
const resource = (given = {}, guarded = false): LakeFormationGrant => of(specWith(given), { guarded });
const record = (): string | undefined => aws.glue.databases.get(NAME)?.parameters[RECORD];

/** Applies, and gives what the plan showed before. */
async function apply(given = {}): Promise<Change[]> {
  const found = await observed(aws, context, resource(given));
  const changes = resource(given).diff(found.state);
  if (found.state === undefined || changes.length > 0) await bring(aws, context, resource(given), found);
  return changes;
}

/** What one principal may do now, and pass on. */
function held(principal: string): { permissions: string[]; grantable: string[] } {
  const own = aws.lakeFormation.grants.filter((each) => each.principal === principal);
  const of = (list: 'permissions' | 'grantable'): string[] =>
    [...new Set(own.flatMap((each) => each[list]))].sort();
  return { permissions: of('permissions'), grantable: of('grantable') };
}
const sorted = (permissions: readonly string[]): { permissions: string[]; grantable: string[] } => ({
  permissions: [...permissions].sort(),
  grantable: [...permissions].sort()
});
const RECORDED = `${ROLE} ALTER,CREATE_TABLE,DESCRIBE`;

describe('to apply', () => {
  test('what is missing is granted, with grant option, and recorded', async () => {
    put([]);
    expect(await apply()).toEqual([
      { path: 'principal', to: ROLE },
      { path: 'permissions', from: undefined, to: 'CREATE_TABLE, DESCRIBE, ALTER' },
      { path: 'grant-option', from: undefined, to: 'CREATE_TABLE, DESCRIBE, ALTER' }
    ]);
    expect(aws.writes).toEqual([
      `addParameters ${NAME} ${RECORD}`,
      `grant ${NAME} DataRole CREATE_TABLE,DESCRIBE,ALTER`
    ]);
    expect(held(ROLE)).toEqual(sorted(DECLARED));
    expect(record()).toBe(RECORDED);
  });

  test('the record that the database was made with is not written again', async () => {
    put([], RECORDED);
    await apply();
    expect(aws.writes).toEqual([`grant ${NAME} DataRole CREATE_TABLE,DESCRIBE,ALTER`]);
  });

  test('as declared: nothing differs', async () => {
    put([grant(ROLE, DECLARED)], RECORDED);
    expect(await apply()).toEqual([]);
    expect(aws.writes).toEqual([]);
  });

  test('grants that AWS lists apart are taken together', async () => {
    put([grant(ROLE, ['CREATE_TABLE']), grant(ROLE, ['DESCRIBE', 'ALTER'])], RECORDED);
    expect(await apply()).toEqual([]);
  });

  test('only the difference is granted, nothing is revoked to be granted again', async () => {
    put([grant(ROLE, ['DESCRIBE'])], RECORDED);
    expect(await apply()).toContainEqual({
      path: 'permissions',
      from: 'DESCRIBE',
      to: 'DESCRIBE, CREATE_TABLE, ALTER'
    });
    expect(aws.writes).toEqual([`grant ${NAME} DataRole CREATE_TABLE,ALTER`]);
  });

  test('a missing grant option alone is added', async () => {
    put([grant(ROLE, DECLARED, ['DESCRIBE'])], RECORDED);
    expect((await apply()).map(({ path }) => path)).toEqual(['grant-option']);
    expect(aws.writes).toEqual([`grant ${NAME} DataRole CREATE_TABLE,ALTER`]);
    expect(held(ROLE)).toEqual(sorted(DECLARED));
  });

  test('what is no longer declared is revoked, and the record follows', async () => {
    put([grant(ROLE, DECLARED)], RECORDED);
    const changes = await apply({ 'database-permissions': 'DESCRIBE' });
    expect(changes).toEqual([
      { path: 'revoke', from: `${ROLE} ALTER,CREATE_TABLE` },
      { path: 'record', from: RECORDED, to: `${ROLE} DESCRIBE` }
    ]);
    expect(held(ROLE)).toEqual(sorted(['DESCRIBE']));
    expect(record()).toBe(`${ROLE} DESCRIBE`);
  });

  test('what others granted the role besides is never revoked', async () => {
    put([grant(ROLE, [...DECLARED, 'DROP'])], RECORDED);
    expect(await apply()).toEqual([]);
    await apply({ 'database-permissions': 'DESCRIBE' });
    expect(held(ROLE)).toEqual(sorted(['DESCRIBE', 'DROP']));
  });

  test('another role: the grant moves to it, granted first and revoked then', async () => {
    put([grant(OTHER_ROLE, DECLARED)], `${OTHER_ROLE} ALTER,CREATE_TABLE,DESCRIBE`);
    await apply();
    expect(aws.writes).toEqual([
      `grant ${NAME} DataRole CREATE_TABLE,DESCRIBE,ALTER`,
      `revoke ${NAME} OtherRole ALTER,CREATE_TABLE,DESCRIBE`,
      `addParameters ${NAME} ${RECORD}`
    ]);
    expect([held(OTHER_ROLE), held(ROLE)]).toEqual([sorted([]), sorted(DECLARED)]);
    expect(record()).toBe(RECORDED);
  });

  test('other principals are not touched', async () => {
    put([grant(OTHER_ROLE, ALL), grant('IAM_ALLOWED_PRINCIPALS', ['ALL'], [])]);
    await apply();
    await apply({ 'database-permissions': 'DESCRIBE' });
    expect(held(OTHER_ROLE)).toEqual(sorted(ALL));
    expect(held('IAM_ALLOWED_PRINCIPALS').permissions).toEqual(['ALL']);
  });

  test('a record that cannot be read is written anew, and nothing is revoked for it', async () => {
    put([grant(ROLE, [...DECLARED, 'DROP'])], 'odd');
    await apply();
    expect(held(ROLE)).toEqual(sorted([...DECLARED, 'DROP']));
    expect(record()).toBe(RECORDED);
  });

  test('a comment of others in the parameters stays', async () => {
    put([]);
    await apply();
    expect(aws.glue.databases.get(NAME)?.parameters.comment).toBe('by hand');
  });
});

describe('ALL stands for every permission', () => {
  test.each([
    ['alone', ['ALL']],
    ['with the others', ALL]
  ])(
    "held by somebody else's doing, listed %s: nothing is granted, and applying ends",
    async (_how, listed) => {
      put([grant(ROLE, listed)], RECORDED);
      await apply();
      expect(aws.writes.filter((write) => !write.startsWith('addParameters'))).toEqual([]);
      expect(await apply()).toEqual([]);
    }
  );

  test('declared: what was recorded before is not revoked for it', async () => {
    put([grant(ROLE, ALL)], RECORDED);
    await apply({ 'database-permissions': 'ALL' });
    expect(aws.writes).toEqual([`addParameters ${NAME} ${RECORD}`]);
    expect(await apply({ 'database-permissions': 'ALL' })).toEqual([]);
  });

  test('declared and not held is granted', async () => {
    put([]);
    await apply({ 'database-permissions': 'ALL' });
    expect(held(ROLE)).toEqual(sorted(['ALL']));
  });
});

describe('to destroy', () => {
  const destroy = async (given = {}): Promise<void> => {
    const { state } = await observed(aws, context, resource(given, true));
    if (state !== undefined) await takeAway(aws, context, resource(given, true), state);
  };

  test('exactly what this environment granted is revoked', async () => {
    put([grant(ROLE, [...DECLARED, 'DROP']), grant(OTHER_ROLE, ALL)], RECORDED);
    await destroy();
    expect([held(ROLE), held(OTHER_ROLE)]).toEqual([sorted(['DROP']), sorted(ALL)]);
  });

  test('what was granted to an earlier role as well', async () => {
    put([grant(ROLE, DECLARED), grant(OTHER_ROLE, ['DESCRIBE', 'DROP'])], `${OTHER_ROLE} DESCRIBE`);
    await destroy();
    expect([held(ROLE), held(OTHER_ROLE)]).toEqual([sorted([]), sorted(['DROP'])]);
  });

  test('without knowing the role, by the record', async () => {
    put([grant(ROLE, DECLARED), grant(OTHER_ROLE, DECLARED)], RECORDED);
    const spec = { ...specWith(), role: undefined };
    const unknown = of(spec, { guarded: true });
    await takeAway(aws, context, unknown, (await observed(aws, context, unknown)).state);
    expect([held(ROLE), held(OTHER_ROLE)]).toEqual([sorted([]), sorted(DECLARED)]);
    expect(unknown.name).toBe(`on ${NAME}`);
  });

  test('what the role holds only through a grant of others is none of ours', async () => {
    put([grant(ROLE, ['ALL'])], RECORDED);
    await destroy();
    expect(aws.writes).toEqual([]);
  });

  test('no database, no grant', async () => {
    expect((await observed(aws, context, resource())).state).toBeUndefined();
    put([grant(OTHER_ROLE, ALL)]);
    expect((await observed(aws, context, resource())).state).toBeUndefined();
  });
});

describe('table-permissions', () => {
  const on = { kind: 'tables', database: NAME } as const;
  const TABLES = `${RECORD}-tables`;

  test('are granted on all tables, without grant option, in the same call, and recorded', async () => {
    put([]);
    const changes = await apply({ 'table-permissions': 'select, describe' });
    expect(changes.at(-1)).toEqual({ path: 'tables.permissions', from: undefined, to: 'SELECT, DESCRIBE' });
    expect(aws.writes).toEqual([
      `addParameters ${NAME} ${RECORD},${TABLES}`,
      `grant ${NAME} DataRole CREATE_TABLE,DESCRIBE,ALTER`,
      `grant ${NAME}/* DataRole SELECT,DESCRIBE`
    ]);
    expect(aws.lakeFormation.grants.at(-1)?.grantable).toEqual([]);
    expect(await apply({ 'table-permissions': 'SELECT, DESCRIBE' })).toEqual([]);
  });

  test('that are no longer asked for are revoked, and the record is emptied', async () => {
    put([grant(ROLE, DECLARED)], RECORDED);
    await apply({ 'table-permissions': 'SELECT' });
    const changes = await apply();
    expect(changes).toEqual([
      { path: 'tables.revoke', from: `${ROLE} SELECT` },
      { path: 'tables.record', from: `${ROLE} SELECT`, to: undefined }
    ]);
    expect(aws.lakeFormation.grants).toEqual([grant(ROLE, DECLARED)]);
    expect(await apply()).toEqual([]);
  });

  test('of others are not looked at where none are asked for', async () => {
    put([grant(ROLE, DECLARED)], RECORDED);
    aws.lakeFormation.grants.push({ ...grant(ROLE, ['INSERT'], []), on });
    expect(await apply()).toEqual([]);
  });

  test('ALL, listed as every single one of them, is held', async () => {
    put([grant(ROLE, DECLARED)], RECORDED);
    const every = ['ALTER', 'DELETE', 'DESCRIBE', 'DROP', 'INSERT', 'SELECT'];
    aws.lakeFormation.grants.push({ ...grant(ROLE, every, []), on });
    expect((await apply({ 'table-permissions': 'ALL' })).map(({ path }) => path)).toEqual(['tables.record']);
    expect(aws.writes.filter((write) => write.startsWith('grant'))).toEqual([]);
  });
});

describe('what AWS lists though it was never granted', () => {
  test('does not keep a destroy from ending', async () => {
    put([grant(ROLE, DECLARED)], RECORDED);
    aws.lakeFormation.implicit = [grant(ROLE, ['DESCRIBE'])];
    const gone = resource({}, true);
    await takeAway(aws, context, gone, (await observed(aws, context, gone)).state ?? []);
    expect(aws.lakeFormation.grants).toEqual([]);
    expect(context.clock.sleeps).toEqual([]);
  });

  test('does not keep an apply from ending', async () => {
    put([grant(ROLE, ['ALTER', 'CREATE_TABLE'])], RECORDED);
    aws.lakeFormation.implicit = [grant(ROLE, ['DESCRIBE'])];
    const given = { 'database-permissions': 'ALTER, CREATE_TABLE' };
    await apply(given);
    expect(await apply(given)).toEqual([]);
  });
});

describe('the run itself holds the grants', () => {
  const SELF = { 'identity-center-role-arn': 'arn:aws:iam::123456789012:role/ci/Deployer' };
  const self = SELF['identity-center-role-arn'];

  test('and keeps what it needs to find and delete the database, which goes with it', async () => {
    put([grant(self, [...DECLARED, 'DROP', 'ALL'])], `${self} ALL,ALTER,CREATE_TABLE,DESCRIBE`);
    const gone = resource(SELF, true);
    await takeAway(aws, context, gone, (await observed(aws, context, gone)).state ?? []);
    expect(held(self).permissions).toEqual(['ALL', 'DESCRIBE', 'DROP']);
  });
});

test('it needs the database, and the settings only where they let the caller grant', () => {
  expect(resource().needs).toEqual(['glue-database']);
  expect(of(specWith(), { afterSettings: true }).needs).toEqual(['glue-database', 'data-lake-settings']);
});

test.each([
  [{}, undefined],
  [{ [RECORD]: '' }, undefined],
  [{ [RECORD]: ROLE }, undefined],
  [{ [RECORD]: `${ROLE} ALTER,DROP` }, grant(ROLE, ['ALTER', 'DROP'])]
])('the record %j is read', (parameters: Record<string, string>, read) => {
  expect(readGrantRecord(parameters, RECORD)).toEqual(read);
});
