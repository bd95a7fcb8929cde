import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Grant } from '../../src/aws/ports.js';
import { converge, vanish } from '../../src/engine/converge.js';
import type { Change } from '../../src/resource.js';
import { DatabaseGrant } from '../../src/resources/database-grant.js';
import { readGrantRecord } from '../../src/resources/grant-record.js';
import { fakeAccount, type FakeAccount } from '../support/account.js';
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

const resource = (given = {}, guarded = false): DatabaseGrant =>
  new DatabaseGrant(specWith(given), aws, { afterSettings: false, guarded });
const record = (): string | undefined => aws.glue.databases.get(NAME)?.parameters[RECORD];

/** Applies, and gives what the plan showed before. */
async function apply(given = {}): Promise<Change[]> {
  const found = await resource(given).observe(context);
  const changes = resource(given).diff(found.state);
  if (found.state === undefined || changes.length > 0) await converge(context, resource(given), found);
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
      `grant ${NAME} DataRole CREATE_TABLE,DESCRIBE,ALTER`,
      `addParameters ${NAME} ${RECORD}`
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
    const { state } = await resource(given, true).observe(context);
    if (state !== undefined) await vanish(context, resource(given, true), state);
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
    const unknown = new DatabaseGrant(spec, aws, { afterSettings: false, guarded: true });
    await vanish(context, unknown, (await unknown.observe(context)).state);
    expect([held(ROLE), held(OTHER_ROLE)]).toEqual([sorted([]), sorted(DECLARED)]);
    expect(unknown.name).toBe(`on ${NAME}`);
  });

  test('what the role holds only through a grant of others is none of ours', async () => {
    put([grant(ROLE, ['ALL'])], RECORDED);
    await destroy();
    expect(aws.writes).toEqual([]);
  });

  test('no database, no grant', async () => {
    expect(await resource().observe(context)).toEqual({});
    put([grant(OTHER_ROLE, ALL)]);
    expect(await resource().observe(context)).toEqual({});
  });
});

test('it needs the database, and the settings only where they let the caller grant', () => {
  expect(resource().needs).toEqual(['glue-database']);
  expect(new DatabaseGrant(specWith(), aws, { afterSettings: true, guarded: false }).needs).toEqual([
    'glue-database',
    'data-lake-settings'
  ]);
});

test.each([
  [{}, undefined],
  [{ [RECORD]: '' }, undefined],
  [{ [RECORD]: ROLE }, undefined],
  [{ [RECORD]: `${ROLE} ALTER,DROP` }, grant(ROLE, ['ALTER', 'DROP'])]
])('the record %j is read', (parameters: Record<string, string>, read) => {
  expect(readGrantRecord(parameters)).toEqual(read);
});
