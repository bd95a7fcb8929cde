import { beforeEach, describe, expect, test } from '@jest/globals';
import { BUILDING, TAKING_DOWN } from '../../src/engine/ways.js';
import { GlueDatabase } from '../../src/resources/glue-database.js';
import { grantRecord } from '../../src/resources/grant-record.js';
import { lookAt } from '../../src/observe/look.js';
import { fakeAccount, fails, type FakeAccount } from '../support/account.js';
import { bring, observed, takeAway } from '../support/bring.js';
import { fakeContext } from '../support/context.js';
import { ANOTHERS_TAGS, ROLE, specWith } from '../support/environment.js';
import { thrownBy } from '../support/thrown.js';

const NAME = 'dev_my_app_db';
const spec = specWith();
const context = fakeContext();
let aws: FakeAccount;

beforeEach(() => {
  aws = fakeAccount();
});

function database(given = {}, options = { afterSettings: false, guarded: false }): GlueDatabase {
  return new GlueDatabase(specWith(given), aws.glue, { ...options, managed: true });
}

function put(tags: Record<string, string>, parameters = tags, tables: string[] = []): void {
  aws.glue.databases.set(NAME, { tags, parameters, tables });
}

describe('the Glue database', () => {
  test('is created with the marks as tags and as parameters, with the record of its grant', async () => {
    await bring(aws, context, database(), await observed(aws, context, database()));
    expect(aws.writes).toEqual([`createDatabase ${NAME}`]);
    expect(aws.glue.databases.get(NAME)).toEqual({
      description: 'Glue database for Iceberg tables in my-app namespace',
      tags: spec.lastingTags,
      parameters: { ...spec.lastingTags, ...spec.placeMarks, ...grantRecord(spec) }
    });
    expect(grantRecord(spec)).toEqual({
      'iceberg-environment:granted': `${ROLE} ALTER,CREATE_TABLE,DESCRIBE`
    });
  });

  test('carries where it was made', async () => {
    const made = new GlueDatabase(specWith({}, { GITHUB_RUN_ID: '7' }), aws.glue, {
      afterSettings: false,
      guarded: false,
      managed: true
    });
    await made.create(lookAt(aws, context));
    const marks = { 'iceberg-environment:run': '7-1' };
    expect(aws.glue.databases.get(NAME)).toMatchObject({ tags: marks, parameters: marks });
  });

  test('retries a denial only where the run makes its caller an administrator', async () => {
    await database().create(lookAt(aws, context));
    expect(aws.glue.retryDenied).toBe(false);
    await database({ 'lakeformation-admin-arns': 'arn:aws:iam::123456789012:role/Deployer' }).create(
      lookAt(aws, context)
    );
    expect(aws.glue.retryDenied).toBe(true);
  });

  test('as declared: nothing differs, whatever others put there', async () => {
    put(
      { ...spec.lastingTags, other: 'tag' },
      { ...spec.lastingTags, ...grantRecord(spec), other: 'parameter' }
    );
    const { state } = await observed(aws, context, database());
    expect(database().diff(state)).toEqual([]);
  });

  test.each([
    ['tags', { ...spec.lastingTags, team: 'old' }, spec.lastingTags, `addTags ${NAME} team`],
    ['parameters', spec.lastingTags, { ...spec.lastingTags, team: 'old' }, `addParameters ${NAME} team`]
  ])('only %s that differ are written', async (path, tags, parameters, write) => {
    put(tags, parameters);
    const found = await observed(aws, context, database());
    expect(database().diff(found.state)).toEqual([{ path: `${path}.team`, from: 'old', to: 'data' }]);
    await bring(aws, context, database(), found);
    expect(aws.writes).toEqual([write]);
  });

  test('without marks is left alone; adopted, it gets them and keeps what it had', async () => {
    put({ cost: '1' }, { comment: 'by hand' });
    expect((await observed(aws, context, database())).applyRefusal).toMatchObject({ code: 'NOT_OURS' });
    const found = await observed(aws, context, database({ adopt: 'true' }));
    expect(found.applyRefusal).toBeUndefined();
    await bring(aws, context, database({ adopt: 'true' }), found);
    expect(aws.glue.databases.get(NAME)).toMatchObject({
      tags: { cost: '1', ...spec.lastingTags },
      parameters: { comment: 'by hand', ...spec.lastingTags }
    });
  });

  test.each([
    ['tags', ANOTHERS_TAGS, {}],
    ['parameters', {}, ANOTHERS_TAGS]
  ])('with the %s of another environment is left alone', async (_where, tags, parameters) => {
    put(tags, parameters);
    const { applyRefusal, removeRefusal } = await observed(aws, context, database({ adopt: 'true' }));
    expect(applyRefusal).toMatchObject({ code: 'OWNED_BY_ANOTHER' });
    expect(removeRefusal).toBe(applyRefusal);
  });

  test.each([
    ['tags', spec.lastingTags, {}],
    ['parameters', {}, spec.lastingTags]
  ])('with its marks only as %s is ours', async (_where, tags, parameters) => {
    put(tags, parameters);
    expect((await observed(aws, context, database())).applyRefusal).toBeUndefined();
  });

  test.each([
    ['another table bucket', { 'iceberg-environment:table-bucket': 'other' }],
    ['a shared one', { 'iceberg-environment:isolation': 'namespace' }]
  ])('that remembers %s is left alone: what is there would be forgotten', async (_where, place) => {
    put(spec.lastingTags, { ...spec.lastingTags, ...spec.placeMarks, ...place });
    const { applyRefusal, removeRefusal } = await observed(aws, context, database({ adopt: 'true' }));
    expect([applyRefusal?.code, removeRefusal?.code]).toEqual(['MOVED', 'MOVED']);
  });

  test('whose tags may not be read is an error', async () => {
    put(spec.lastingTags);
    aws.glue.getTags = fails('PERMISSION_DENIED');
    expect((await thrownBy(() => observed(aws, context, database()))).code).toBe('PERMISSION_DENIED');
  });

  test('needs the settings only where they let the caller make it', () => {
    expect(database().needs).toEqual([]);
    expect(database({}, { afterSettings: true, guarded: false }).needs).toEqual(['data-lake-settings']);
  });
});

describe('a Glue database that is to be removed', () => {
  const guarded = { afterSettings: false, guarded: true };

  test('goes when it is empty', async () => {
    put(spec.lastingTags);
    const found = await observed(aws, context, database({}, guarded));
    expect(found.removeRefusal).toBeUndefined();
    await takeAway(aws, context, database({}, guarded), found.state);
    expect(aws.writes).toEqual([`deleteDatabase ${NAME}`]);
  });

  test('stays while there are tables in it, since Glue would delete them with it', async () => {
    put(spec.lastingTags, spec.lastingTags, ['orders', 'customers']);
    expect((await observed(aws, context, database({}, guarded))).removeRefusal).toMatchObject({
      code: 'GUARDED',
      found: `The Glue database ${NAME} holds what this environment did not make: orders, customers. It was not destroyed.`
    });
    expect((await observed(aws, context, database(), [BUILDING])).removeRefusal).toBeUndefined();
  });

  test('stays when somebody has put a table into it since it was looked at', async () => {
    put(spec.lastingTags);
    const { state } = await observed(aws, context, database({}, guarded));
    put(spec.lastingTags, spec.lastingTags, ['theirs']);
    const error = await thrownBy(() => takeAway(aws, context, database({}, guarded), state));
    expect([error.code, aws.writes]).toEqual(['GUARDED', []]);
  });

  test.each([
    ['carried out, and somebody makes one of its name', (): void => put({}, {})],
    ['not carried out, and somebody takes it over', (): void => put(ANOTHERS_TAGS)],
    [
      'not carried out, and somebody fills it',
      (): void => put(spec.lastingTags, spec.lastingTags, ['theirs'])
    ]
  ])('is looked at again after a call that failed: %s', async (_what, meanwhile) => {
    put(spec.lastingTags);
    const { state } = await observed(aws, context, database({}, guarded));
    let calls = 0;
    aws.glue.deleteDatabase = () => {
      calls += 1;
      meanwhile();
      return fails('AWS_FAILED')();
    };
    await thrownBy(() => takeAway(aws, context, database({}, guarded), state));
    expect([calls, aws.glue.databases.has(NAME)]).toEqual([1, true]);
  });

  test('whose deletion fails and then succeeds is gone', async () => {
    put(spec.lastingTags);
    const { state } = await observed(aws, context, database({}, guarded));
    const deleteDatabase = aws.glue.deleteDatabase.bind(aws.glue);
    aws.glue.deleteDatabase = () => {
      aws.glue.deleteDatabase = deleteDatabase;
      return fails('THROTTLED')();
    };
    await takeAway(aws, context, database({}, guarded), state);
    expect(aws.glue.databases.has(NAME)).toBe(false);
  });

  test('goes with its tables when that is forced', async () => {
    put(spec.lastingTags, spec.lastingTags, ['orders']);
    expect(
      (await observed(aws, context, database({ 'force-destroy': 'true' }, guarded))).removeRefusal
    ).toBeUndefined();
  });
});

describe("the run's own rights, where Lake Formation decides", () => {
  const ADMIN = 'arn:aws:iam::123456789012:role/Admin';
  const onCatalog = { on: { kind: 'catalog' }, permissions: ['CREATE_DATABASE'], grantable: [] } as const;

  beforeEach(() => {
    aws.iam.add('ci/Deployer');
    aws.lakeFormation.settings = {
      DataLakeAdmins: [{ DataLakePrincipalIdentifier: ADMIN }],
      CreateDatabaseDefaultPermissions: [],
      CreateTableDefaultPermissions: []
    };
  });

  test('without CREATE_DATABASE nothing is begun, and it says who can give it', async () => {
    const { applyRefusal } = await observed(aws, context, database());
    expect(applyRefusal).toMatchObject({ code: 'LAKE_FORMATION_DENIED' });
    expect(applyRefusal?.todo).toContain('CREATE_DATABASE on the Data Catalog');
    expect(applyRefusal?.todo).toContain(ADMIN);
  });

  test.each(['arn:aws:iam::123456789012:role/ci/Deployer', 'IAM_ALLOWED_PRINCIPALS'])(
    'with it, by a grant to %s, AWS decides',
    async (principal) => {
      aws.lakeFormation.grants = [{ ...onCatalog, principal }];
      expect((await observed(aws, context, database())).applyRefusal).toBeUndefined();
    }
  );

  test('to destroy, or with lake-formation: ignore, nobody is asked', async () => {
    expect(
      (await observed(aws, context, database({}, { afterSettings: false, guarded: true }), [TAKING_DOWN]))
        .applyRefusal
    ).toBeUndefined();
    const options = { afterSettings: false, guarded: false, managed: false };
    const ignoring = new GlueDatabase(specWith(), aws.glue, options);
    expect((await observed(aws, context, ignoring)).applyRefusal).toBeUndefined();
  });

  test('a denial by AWS itself names the administrators too', async () => {
    aws.lakeFormation.grants = [{ ...onCatalog, principal: 'IAM_ALLOWED_PRINCIPALS' }];
    aws.glue.createDatabase = fails('LAKE_FORMATION_DENIED');
    const error = await thrownBy(() => database().create(lookAt(aws, context)));
    expect([error.code, error.todo]).toEqual(['LAKE_FORMATION_DENIED', expect.stringContaining(ADMIN)]);
  });

  test('hidden, while this run makes its caller an administrator: it is made, and what is there then is not taken over', async () => {
    const getDatabase = aws.glue.getDatabase.bind(aws.glue);
    const hidden = database({}, { afterSettings: true, guarded: false });
    aws.glue.getDatabase = fails('LAKE_FORMATION_DENIED');
    const found = await observed(aws, context, hidden);
    expect([found.state, found.applyRefusal]).toEqual([undefined, undefined]);
    expect(found.notes?.[0]).toContain('cannot be seen');
    aws.glue.getDatabase = getDatabase;
    put(ANOTHERS_TAGS);
    const error = await thrownBy(() => bring(aws, context, hidden, found));
    expect(error.code).toBe('OWNED_BY_ANOTHER');
  });

  test('hidden, and nothing helps: it says what is missing and who can give it', async () => {
    aws.glue.getDatabase = fails('LAKE_FORMATION_DENIED');
    const error = await thrownBy(() => observed(aws, context, database()));
    expect(error.todo).toContain('CREATE_DATABASE on the Data Catalog');
    expect(error.todo).toContain(ADMIN);
  });

  test('a denial while looking is "unknown", not "gone"', async () => {
    aws.glue.getDatabase = fails('LAKE_FORMATION_DENIED');
    const error = await thrownBy(() =>
      observed(aws, context, database({}, { afterSettings: false, guarded: true }))
    );
    expect(error.code).toBe('LAKE_FORMATION_DENIED');
  });
});
