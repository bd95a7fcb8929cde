import { beforeEach, describe, expect, test } from '@jest/globals';
import type { TargetedGrant } from '../../src/aws/ports.js';
import type { Change } from '../../src/change.js';
import { catalogAims } from '../../src/resources/grant-aims.js';
import { catalogScope } from '../../src/resources/grant-scopes.js';
import { LakeFormationGrant } from '../../src/resources/lake-formation-grant.js';
import { TAKING_DOWN } from '../../src/engine/ways.js';
import { fakeAccount, fails, type FakeAccount } from '../support/account.js';
import { bring, observed, takeAway } from '../support/bring.js';
import { fakeContext } from '../support/context.js';
import { ROLE, specWith } from '../support/environment.js';
import { thrownBy } from '../support/thrown.js';

const NAME = 'dev_my_app_db';
const CATALOG = '123456789012:s3tablescatalog/dev-my-app';
const RECORD = 'iceberg-environment:granted-catalog';
const context = fakeContext();
let aws: FakeAccount;

beforeEach(async () => {
  aws = fakeAccount();
  byLakeFormation();
  aws.glue.databases.set(NAME, { tags: {}, parameters: {} });
  const spec = specWith();
  await aws.s3tables.createTableBucket(spec.names.tableBucket, {});
  await aws.s3tables.createNamespace(spec.bucketArn, spec.names.namespace);
  aws.writes.length = 0;
});

function byLakeFormation(iamControlled = false): void {
  const identifier = 'arn:aws:s3tables:us-east-1:123456789012:bucket/*';
  aws.glue.catalogs.set('s3tablescatalog', { connectionName: 'aws:s3tables', identifier, iamControlled });
}

function resource(given = {}, guarded = false): LakeFormationGrant {
  const spec = specWith(given);
  return new LakeFormationGrant(spec, aws, catalogScope(spec, { afterSettings: false, guarded }));
}

async function apply(given = {}): Promise<Change[]> {
  const found = await observed(aws, context, resource(given));
  const changes = resource(given).diff(found.state);
  if (found.state === undefined || changes.length > 0) await bring(aws, context, resource(given), found);
  return changes;
}

const paths = (changes: readonly Change[]): string[] => changes.map(({ path }) => path);
const parameters = (): Record<string, string> => ({ ...aws.glue.databases.get(NAME)?.parameters });

describe('where Lake Formation decides over the integration', () => {
  test('the role is granted what a query needs, on catalog, namespace and all tables, in one call', async () => {
    expect(await apply()).toEqual([
      { path: 'principal', to: ROLE },
      { path: 'catalog.permissions', from: undefined, to: 'DESCRIBE' },
      { path: 'database.permissions', from: undefined, to: 'DESCRIBE, CREATE_TABLE, ALTER' },
      { path: 'tables.permissions', from: undefined, to: 'DESCRIBE, SELECT' }
    ]);
    expect(aws.writes).toEqual([
      `addParameters ${NAME} ${RECORD},${RECORD}-database,${RECORD}-tables`,
      `grant ${CATALOG} DataRole DESCRIBE`,
      `grant ${CATALOG}/my_app DataRole DESCRIBE,CREATE_TABLE,ALTER`,
      `grant ${CATALOG}/my_app/* DataRole DESCRIBE,SELECT`
    ]);
  });

  test('a second time there is nothing to do', async () => {
    await apply();
    aws.writes.length = 0;
    expect(await apply()).toEqual([]);
    expect(aws.writes).toEqual([]);
  });

  test('without grant option: only the Glue database has it', () => {
    expect(catalogAims(specWith()).map(({ grantable }) => grantable)).toEqual([[], [], []]);
  });

  test('table-permissions are those on the tables; what they no longer name is revoked', async () => {
    await apply({ 'table-permissions': 'SELECT, INSERT' });
    aws.writes.length = 0;
    const changes = await apply({ 'table-permissions': 'SELECT' });
    expect(paths(changes)).toEqual(['tables.revoke', 'tables.record']);
    expect(aws.writes[0]).toBe(`revoke ${CATALOG}/my_app/* DataRole INSERT`);
  });

  test('ALL is taken apart, so that what is still declared is never taken away', async () => {
    await apply({ 'table-permissions': 'ALL' });
    const every = ['ALL', 'ALTER', 'DELETE', 'DESCRIBE', 'DROP', 'INSERT', 'SELECT'];
    aws.lakeFormation.grants = aws.lakeFormation.grants.map((grant) =>
      grant.on?.kind === 'tables' ? { ...grant, permissions: every } : grant
    );
    aws.writes.length = 0;
    expect(paths(await apply({ 'table-permissions': 'SELECT' }))).toEqual(['tables.revoke', 'tables.record']);
    expect(aws.writes[0]).toBe(`revoke ${CATALOG}/my_app/* DataRole ALTER,DELETE,DESCRIBE,DROP,INSERT`);
    expect(aws.writes.filter((write) => write.startsWith('grant'))).toEqual([]);
  });

  test('on a catalog that environments share nothing is revoked, whatever the record of it says', async () => {
    const given = { isolation: 'namespace', 'table-bucket-name': 'lake' };
    const { names, bucketArn } = specWith(given);
    await aws.s3tables.createTableBucket('lake', {});
    await aws.s3tables.createNamespace(bucketArn, names.namespace);
    await apply(given);
    const theirs: TargetedGrant = {
      on: { kind: 'catalog', catalogId: '123456789012:s3tablescatalog/lake' },
      principal: 'arn:aws:iam::123456789012:role/Others',
      permissions: ['DESCRIBE'],
      grantable: []
    };
    aws.lakeFormation.grants.push(theirs);
    await aws.glue.addParameters(NAME, { [RECORD]: `${theirs.principal} DESCRIBE` });
    expect(await apply(given)).toEqual([]);
    expect(aws.lakeFormation.grants).toContainEqual(theirs);
  });

  test('of what was revoked only that is granted again', async () => {
    await apply();
    aws.lakeFormation.grants = aws.lakeFormation.grants.filter(({ on }) => on?.kind !== 'tables');
    aws.writes.length = 0;
    expect(paths(await apply())).toEqual(['tables.permissions']);
    expect(aws.writes).toEqual([`grant ${CATALOG}/my_app/* DataRole DESCRIBE,SELECT`]);
  });
});

describe('nothing is granted', () => {
  test('where IAM decides: it is kept, and the plan says why', async () => {
    byLakeFormation(true);
    const { state, notes } = await observed(aws, context, resource());
    expect([state, resource().diff(state)]).toEqual([[], []]);
    expect(notes?.[0]).toContain('IAM policies alone decide');
    expect(await apply()).toEqual([]);
    expect(aws.writes).toEqual([]);
  });

  test.each<[string, string, boolean]>([
    ['it is to be switched on with IAM access control', 'iam', true],
    ['it is to be switched on with Lake Formation access control', 'lake-formation', false]
  ])('while the integration is off: %s', async (_what, access, kept) => {
    aws.glue.catalogs.clear();
    const given = { 'analytics-integration': 'enable', 'analytics-access': access };
    const { state } = await observed(aws, context, resource(given));
    expect(state !== undefined).toBe(kept);
  });

  test('while the integration may not be looked at, which is an error of its own', async () => {
    aws.glue.getCatalog = fails('PERMISSION_DENIED');
    expect((await observed(aws, context, resource())).state).toBeUndefined();
    aws.glue.getCatalog = fails('THROTTLED');
    expect((await thrownBy(() => observed(aws, context, resource()))).code).toBe('THROTTLED');
  });
});

describe('to destroy', () => {
  const destroy = async (given = {}): Promise<void> => {
    const { state } = await observed(aws, context, resource(given, true), [TAKING_DOWN]);
    if (state !== undefined) await takeAway(aws, context, resource(given, true), state);
  };
  const others: TargetedGrant = {
    on: { kind: 'catalog', catalogId: CATALOG },
    principal: 'arn:aws:iam::123456789012:role/Others',
    permissions: ['DESCRIBE'],
    grantable: []
  };

  test('what is on record is revoked, and nothing else', async () => {
    await apply();
    aws.lakeFormation.grants.push(others);
    await destroy();
    expect(aws.lakeFormation.grants).toEqual([others]);
  });

  test('on a catalog that environments share nothing is revoked: others rely on the same grant', async () => {
    const given = { isolation: 'namespace', 'table-bucket-name': 'lake' };
    const { names, bucketArn } = specWith(given);
    await aws.s3tables.createTableBucket('lake', {});
    await aws.s3tables.createNamespace(bucketArn, names.namespace);
    await apply(given);
    await destroy(given);
    expect(aws.lakeFormation.grants.map(({ on }) => on?.kind)).toEqual(['catalog']);
  });

  test('without a record Lake Formation is not even asked', async () => {
    aws.lakeFormation.listGrants = fails('INTERNAL');
    await destroy();
    expect(aws.writes).toEqual([]);
  });

  test('a denial while looking is "unknown": an error, not "gone"', async () => {
    await apply();
    aws.lakeFormation.listGrants = fails('LAKE_FORMATION_DENIED');
    expect((await thrownBy(() => destroy())).code).toBe('LAKE_FORMATION_DENIED');
  });

  test('when the namespace is gone already, so are the grants', async () => {
    await apply();
    aws.s3tables.hasNamespace = () => Promise.resolve(false);
    aws.lakeFormation.listGrants = fails('LAKE_FORMATION_DENIED');
    expect(await observed(aws, context, resource({}, true), [TAKING_DOWN])).toEqual({});
  });

  test('comes before that of the grants on the database, which remember it', () => {
    expect(resource().needs).toEqual([
      'database-grant',
      'glue-database',
      'namespace',
      'analytics-integration'
    ]);
    expect(parameters()).toEqual({});
  });
});
