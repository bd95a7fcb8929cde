import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Grant } from '../../src/aws/ports.js';
import type { ActionError } from '../../src/errors.js';
import { databaseScope } from '../../src/resources/grant-scopes.js';
import { LakeFormationGrant } from '../../src/resources/lake-formation-grant.js';
import { fakeAccount, fails, type FakeAccount } from '../support/account.js';
import { observed } from '../support/bring.js';
import { fakeContext } from '../support/context.js';
import { ROLE, specWith } from '../support/environment.js';

const NAME = 'dev_my_app_db';
const RECORDED = `${ROLE} ALTER,CREATE_TABLE,DESCRIBE`;
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
  const parameters = record === undefined ? {} : { 'iceberg-environment:granted': record };
  aws.glue.databases.set(NAME, { tags: {}, parameters });
  aws.lakeFormation.grants = [...grants];
}

function resource(given = {}): LakeFormationGrant {
  const spec = specWith(given);
  return new LakeFormationGrant(spec, aws, databaseScope(spec, { afterSettings: false, guarded: false }));
}

describe('before anything is written', () => {
  const refusal = async (given = {}): Promise<unknown> =>
    (await observed(aws, context, resource(given))).applyRefusal;

  test('a role that IAM does not have is refused', async () => {
    put([]);
    aws.iam.isReal = true;
    expect(await refusal()).toMatchObject({
      code: 'PRINCIPAL_UNKNOWN',
      found: expect.stringContaining('IAM has no role of the name DataRole') as unknown
    });
  });

  test('also while there is no database yet', async () => {
    aws.iam.isReal = true;
    expect(await refusal()).toMatchObject({ code: 'PRINCIPAL_UNKNOWN' });
  });

  test('a role whose path was left out is refused with the ARN that it has', async () => {
    put([]);
    aws.iam.isReal = true;
    const { arn } = aws.iam.add('deep/DataRole');
    expect(await refusal()).toMatchObject({ found: expect.stringContaining(arn) as unknown });
    aws.iam.add(ROLE.split(':role/')[1] ?? '');
    expect(await refusal()).toBeUndefined();
  });

  test("an emulator's IAM is not believed alone: Lake Formation has the last word", async () => {
    put([]);
    expect(await refusal()).toBeUndefined();
    aws.lakeFormation.unknown.add(ROLE);
    expect(await refusal()).toMatchObject({ code: 'PRINCIPAL_UNKNOWN' });
  });

  test('nobody is asked where nothing is to be granted, or IAM may not be asked', async () => {
    put([grant(ROLE, DECLARED)], RECORDED);
    aws.iam.isReal = true;
    expect(await refusal()).toBeUndefined();
    put([]);
    aws.iam.getRole = fails('PERMISSION_DENIED');
    expect(await refusal()).toBeUndefined();
  });
});

describe("the run's own rights", () => {
  const ADMIN = 'arn:aws:iam::123456789012:role/Admin';
  const strict = (...admins: string[]): void => {
    aws.lakeFormation.settings = {
      DataLakeAdmins: admins.map((arn) => ({ DataLakePrincipalIdentifier: arn })),
      CreateDatabaseDefaultPermissions: [],
      CreateTableDefaultPermissions: []
    };
  };
  const refusal = async (given = {}): Promise<ActionError | undefined> =>
    (await observed(aws, context, resource(given))).applyRefusal;
  let deployer: string;

  beforeEach(() => {
    deployer = aws.iam.add('ci/Deployer').arn;
    put([]);
    strict(ADMIN);
  });

  test('neither administrator nor creator: refused, with what is missing and who can give it', async () => {
    aws.lakeFormation.grants = [grant(deployer, ['ALTER', 'DESCRIBE'], ['ALTER'])];
    const error = await refusal();
    expect(error).toMatchObject({ code: 'LAKE_FORMATION_DENIED' });
    expect(error?.found).toContain(deployer);
    expect(error?.todo).toContain(`CREATE_TABLE, DESCRIBE on the database ${NAME}, with grant option`);
    expect(error?.todo).toContain(ADMIN);
    expect(aws.writes).toEqual([]);
  });

  test('with nobody to ask, it says who can make one', async () => {
    strict();
    expect((await refusal())?.todo).toContain('lakeformation:PutDataLakeSettings');
  });

  test.each<[string, () => void, object?]>([
    ['an administrator', () => strict(ADMIN, deployer)],
    [
      'one in this run',
      () => strict(ADMIN),
      { 'lakeformation-admin-arns': 'arn:aws:iam::123456789012:role/ci/Deployer' }
    ],
    ['the creator', () => (aws.lakeFormation.grants = [grant(deployer, ALL)])],
    ['allowed to pass on just that', () => (aws.lakeFormation.grants = [grant(deployer, DECLARED)])],
    ['in an account that leaves access to IAM', () => (aws.lakeFormation.settings = {})],
    ['unknown to IAM', () => aws.iam.roles.clear()],
    ['not allowed to see the settings', () => (aws.lakeFormation.getSettings = fails('PERMISSION_DENIED'))],
    [
      'not allowed to see its grants',
      () => (aws.lakeFormation.effectiveGrant = fails('LAKE_FORMATION_DENIED'))
    ]
  ])('%s: AWS decides', async (_what, settle, given = {}) => {
    settle();
    expect(await refusal(given)).toBeUndefined();
  });
});
