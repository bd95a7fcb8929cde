import { beforeEach, describe, expect, test } from '@jest/globals';
import type { DataLakeSettings as Settings } from '../../src/aws/ports.js';
import { ActionError } from '../../src/errors.js';
import type { Change } from '../../src/change.js';
import { DataLakeSettings } from '../../src/resources/data-lake-settings.js';
import { ACCOUNT, fakeAccount, fails, type FakeAccount } from '../support/account.js';
import { bring, observed } from '../support/bring.js';
import { fakeContext, type FakeContext } from '../support/context.js';
import { specWith } from '../support/environment.js';
import { thrownBy } from '../support/thrown.js';

const ROOT = `arn:aws:iam::${ACCOUNT}:root`;
const role = (name: string): string => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const admin = (arn: string): { DataLakePrincipalIdentifier: string } => ({
  DataLakePrincipalIdentifier: arn
});
const asking = (...names: string[]): Record<string, string> => ({
  'lakeformation-admin-arns': names.map(role).join('\n')
});
let aws: FakeAccount;
let context: FakeContext;

beforeEach(() => {
  aws = fakeAccount();
  context = fakeContext();
});

const resource = (given = {}): DataLakeSettings => new DataLakeSettings(specWith(given), aws.lakeFormation);
const admins = (): unknown[] | undefined =>
  aws.lakeFormation.settings.DataLakeAdmins?.map((each) => each.DataLakePrincipalIdentifier);

/** Applies, and gives what the plan showed before. */
async function apply(given = {}): Promise<Change[]> {
  const found = await observed(aws, context, resource(given));
  const changes = resource(given).diff(found.state);
  if (changes.length > 0) await bring(aws, context, resource(given), found);
  return changes;
}

describe('what is asked for is added', () => {
  test('to administrators and owners that are there', async () => {
    aws.lakeFormation.settings = {
      DataLakeAdmins: [admin(role('Old'))],
      TrustedResourceOwners: ['210987654321']
    };
    expect(await apply(asking('Old', 'New'))).toEqual([
      { path: 'admins', to: role('New') },
      { path: 'trusted-resource-owners', to: ACCOUNT }
    ]);
    expect(aws.lakeFormation.settings).toEqual({
      DataLakeAdmins: [admin(role('Old')), admin(role('New'))],
      TrustedResourceOwners: ['210987654321', ACCOUNT]
    });
    expect(aws.writes).toEqual(['putSettings']);
  });

  test('and every other setting stays, also what nobody has heard of', async () => {
    const others = {
      CreateDatabaseDefaultPermissions: [
        { Principal: admin('IAM_ALLOWED_PRINCIPALS'), Permissions: ['ALL'] }
      ],
      ReadOnlyAdmins: [admin(role('Auditor'))],
      AllowExternalDataFiltering: false,
      Parameters: { CROSS_ACCOUNT_VERSION: '4' },
      SettingOfTomorrow: { deep: [1, null] }
    };
    aws.lakeFormation.settings = { ...others, DataLakeAdmins: [{ OfTomorrow: 'x' } as object] };
    await apply(asking('New'));
    expect(aws.lakeFormation.settings).toEqual({
      ...others,
      DataLakeAdmins: [{ OfTomorrow: 'x' }, admin(role('New'))],
      TrustedResourceOwners: [ACCOUNT]
    });
  });

  test('as declared: nothing differs and nothing is written', async () => {
    aws.lakeFormation.settings = {
      DataLakeAdmins: [admin(role('Other')), admin(role('New'))],
      TrustedResourceOwners: [ACCOUNT]
    };
    expect(await apply(asking('New'))).toEqual([]);
    expect(aws.writes).toEqual([]);
  });
});

describe('the root of the account becomes an administrator', () => {
  test('when none is asked for and none is there', async () => {
    await apply();
    expect(admins()).toEqual([ROOT]);
  });

  test('not when one is there', async () => {
    aws.lakeFormation.settings = { DataLakeAdmins: [admin(role('Old'))] };
    await apply();
    expect(admins()).toEqual([role('Old')]);
  });

  test('not when one is asked for', async () => {
    await apply(asking('New'));
    expect(admins()).toEqual([role('New')]);
  });
});

describe('somebody else writes at the same time', () => {
  test('between our read and our write: nothing of theirs that they still want is lost', async () => {
    const put = aws.lakeFormation.putSettings.bind(aws.lakeFormation);
    let first = true;
    aws.lakeFormation.putSettings = async (settings: Settings) => {
      await put(settings);
      if (!first) return;
      first = false;
      // They read before we wrote, so what they write lacks ours.
      aws.lakeFormation.settings = { DataLakeAdmins: [admin(role('Theirs'))], Theirs: true };
    };
    await apply(asking('New'));
    expect(aws.lakeFormation.settings).toEqual({
      DataLakeAdmins: [admin(role('Theirs')), admin(role('New'))],
      TrustedResourceOwners: [ACCOUNT],
      Theirs: true
    });
  });

  test('long after our write, having read before it: what was added is seen to be gone, and added again', async () => {
    const get = aws.lakeFormation.getSettings.bind(aws.lakeFormation);
    const put = aws.lakeFormation.putSettings.bind(aws.lakeFormation);
    let undoneAt = Infinity;
    aws.lakeFormation.putSettings = async (settings: Settings) => {
      await put(settings);
      if (undoneAt === Infinity) undoneAt = context.clock.now() + 900;
    };
    aws.lakeFormation.getSettings = () => {
      if (context.clock.now() >= undoneAt) {
        undoneAt = -Infinity;
        aws.lakeFormation.settings = { DataLakeAdmins: [admin(role('Theirs'))] };
        aws.lakeFormation.getSettings = get;
      }
      return get();
    };
    await apply(asking('New'));
    expect(admins()).toEqual([role('Theirs'), role('New')]);
  });

  test('with the same care, both having read before either wrote: both end up in', async () => {
    const run = (name: string): Promise<unknown> =>
      bring(aws, fakeContext(), resource(asking(name)), {
        state: { settings: aws.lakeFormation.settings, dead: new Set<string>() }
      });
    await Promise.all([run('A'), run('B')]);
    expect(new Set(admins())).toEqual(new Set([role('A'), role('B')]));
    expect(aws.writes.length).toBeGreaterThan(2);
  });

  test('before our write, after the plan: the write begins with what is there then', async () => {
    const found = await observed(aws, context, resource(asking('New')));
    aws.lakeFormation.settings = { DataLakeAdmins: [admin(role('Theirs'))] };
    await bring(aws, context, resource(asking('New')), found);
    expect(admins()).toEqual([role('Theirs'), role('New')]);
  });

  test('and is told so by AWS: it is tried again with what is there then', async () => {
    const put = aws.lakeFormation.putSettings.bind(aws.lakeFormation);
    const conflicts = [() => (aws.lakeFormation.settings = { DataLakeAdmins: [admin(role('Theirs'))] })];
    aws.lakeFormation.putSettings = (settings: Settings) => {
      const conflict = conflicts.shift();
      if (conflict === undefined) return put(settings);
      conflict();
      return fails('CONFLICT')();
    };
    await apply(asking('New'));
    expect(admins()).toEqual([role('Theirs'), role('New')]);
    expect(context.clock.sleeps.length).toBeGreaterThan(0);
  });

  test('again and again: it ends, with what AWS said', async () => {
    aws.lakeFormation.putSettings = fails('CONFLICT');
    const error = await thrownBy(() => apply(asking('New')));
    expect(error).toMatchObject({ code: 'CONFLICT' });
  });

  test('and never lets ours stay: it ends, and says so', async () => {
    aws.lakeFormation.putSettings = () => Promise.resolve();
    const error = await thrownBy(() => apply(asking('New')));
    expect(error).toMatchObject({
      code: 'NOT_CONVERGED',
      found: expect.stringContaining('admins') as unknown
    });
  });

  test('any other refusal is thrown as it is', async () => {
    aws.lakeFormation.putSettings = fails('PERMISSION_DENIED');
    expect((await thrownBy(() => apply(asking('New')))).code).toBe('PERMISSION_DENIED');
    expect(context.clock.sleeps).toEqual([]);
  });

  test('a principal that stays unknown is a dead one after 2 minutes', async () => {
    aws.lakeFormation.putSettings = fails('DEAD_PRINCIPAL');
    expect((await thrownBy(() => apply(asking('New')))).code).toBe('DEAD_PRINCIPAL');
    expect(context.clock.sleeps.reduce((sum, ms) => sum + ms)).toBeGreaterThanOrEqual(120_000);
  });
});

describe('a write that failed is begun again with the reading', () => {
  const CODES = [
    'CONFLICT',
    'THROTTLED',
    'AWS_FAILED',
    'UNREACHABLE',
    'GARBLED_ANSWER',
    'DEAD_PRINCIPAL'
  ] as const;

  test.each(CODES)('%s: what another client added meanwhile stays', async (code) => {
    const put = aws.lakeFormation.putSettings.bind(aws.lakeFormation);
    const failures = [code, code];
    aws.lakeFormation.putSettings = (settings: Settings) => {
      const failure = failures.shift();
      if (failure === undefined) return put(settings);
      const there = aws.lakeFormation.settings.DataLakeAdmins ?? [];
      const theirs = admin(role(`Theirs${failures.length}`));
      aws.lakeFormation.settings = { DataLakeAdmins: [...there, theirs] };
      return fails(failure)();
    };
    await apply(asking('New'));
    expect(admins()).toEqual([role('Theirs1'), role('Theirs0'), role('New')]);
  });

  test('one that took effect although its answer was lost is not sent again', async () => {
    const put = aws.lakeFormation.putSettings.bind(aws.lakeFormation);
    let first = true;
    aws.lakeFormation.putSettings = async (settings: Settings) => {
      await put(settings);
      if (first) {
        first = false;
        return fails('UNREACHABLE')();
      }
    };
    await apply(asking('New'));
    expect(aws.writes).toEqual(['putSettings']);
    expect(admins()).toEqual([role('New')]);
  });

  test('the deadline of the run does not hide what it failed with', async () => {
    context = fakeContext(20_000);
    aws.lakeFormation.putSettings = fails('THROTTLED');
    expect((await thrownBy(() => apply(asking('New')))).code).toBe('THROTTLED');
  });
});

describe('Lake Formation takes 30 administrators', () => {
  const many = (count: number): void => {
    const names = Array.from({ length: count }, (_, at) => `Role${at}`);
    aws.lakeFormation.settings = { DataLakeAdmins: names.map((name) => admin(role(name))) };
  };

  test('one more is refused before anything is written, with who is there', async () => {
    many(29);
    const { applyRefusal } = await observed(aws, context, resource(asking('A', 'B')));
    expect(applyRefusal).toBeInstanceOf(ActionError);
    expect(applyRefusal?.code).toBe('TOO_MANY_ADMINS');
    expect(applyRefusal?.found).toContain('there would be 31 Lake Formation administrators; at most 30');
    expect(applyRefusal?.found).toContain(role('Role28'));
  });

  test('the thirtieth is fine, and so is who is there already', async () => {
    many(29);
    expect((await observed(aws, context, resource(asking('A')))).applyRefusal).toBeUndefined();
    many(30);
    expect((await observed(aws, context, resource(asking('Role7')))).applyRefusal).toBeUndefined();
  });
});

describe('an administrator that no longer exists', () => {
  const PRUNE = { 'prune-dead-admins': 'true' };

  beforeEach(() => {
    aws.iam.isReal = true;
    for (const name of ['Old', 'New']) aws.iam.add(name);
    aws.iam.users.add('anna');
    aws.lakeFormation.settings = {
      DataLakeAdmins: [admin(role('Old')), admin(role('Dead')), admin(`arn:aws:iam::${ACCOUNT}:user/anna`)],
      TrustedResourceOwners: [ACCOUNT],
      Parameters: { CROSS_ACCOUNT_VERSION: '4' }
    };
  });

  test('is named with its place before anything is written', async () => {
    const { applyRefusal } = await observed(aws, context, resource(asking('New')));
    expect(applyRefusal).toMatchObject({ code: 'DEAD_PRINCIPAL' });
    expect(applyRefusal?.found).toContain(`${role('Dead')} (place 2 of 3)`);
    expect(applyRefusal?.todo).toContain('prune-dead-admins: true');
  });

  test('bothers nobody where nothing is to be written', async () => {
    expect((await observed(aws, context, resource(asking('Old')))).applyRefusal).toBeUndefined();
  });

  test('is removed by prune-dead-admins, and nothing else is', async () => {
    const settings = resource({ ...PRUNE, ...asking('New') });
    const found = await observed(aws, context, settings);
    expect(found.applyRefusal).toBeUndefined();
    expect(settings.diff(found.state)).toEqual([
      { path: 'admins', from: role('Dead') },
      { path: 'admins', to: role('New') }
    ]);
    expect(settings.outputs(found.state)['lakeformation-admins']).not.toContain('Dead');
    await bring(aws, context, settings, found);
    expect(admins()).toEqual([role('Old'), `arn:aws:iam::${ACCOUNT}:user/anna`, role('New')]);
    expect(aws.lakeFormation.settings.Parameters).toEqual({ CROSS_ACCOUNT_VERSION: '4' });
    const again = resource({ ...PRUNE, ...asking('New') });
    expect(again.diff((await observed(aws, context, again)).state)).toEqual([]);
  });

  test('is removed also where nothing else is to be written', async () => {
    const settings = resource(PRUNE);
    const found = await observed(aws, context, settings);
    expect(settings.diff(found.state)).toEqual([{ path: 'admins', from: role('Dead') }]);
    await bring(aws, context, settings, found);
    expect(admins()).not.toContain(role('Dead'));
  });

  test('and is the only one: the root of the account takes its place', async () => {
    aws.lakeFormation.settings = { DataLakeAdmins: [admin(role('Dead'))], TrustedResourceOwners: [ACCOUNT] };
    const settings = resource(PRUNE);
    await bring(aws, context, settings, await observed(aws, context, settings));
    expect(admins()).toEqual([ROOT]);
  });

  test('makes room among thirty', async () => {
    const names = Array.from({ length: 29 }, (_, at) => `Role${at}`);
    for (const name of names) aws.iam.add(name);
    aws.lakeFormation.settings = { DataLakeAdmins: ['Dead', ...names].map((name) => admin(role(name))) };
    const { applyRefusal } = await observed(aws, context, resource({ ...PRUNE, ...asking('New') }));
    expect(applyRefusal).toBeUndefined();
  });

  test.each<[string, () => void]>([
    ['IAM may not be asked', () => (aws.iam.getRole = fails('PERMISSION_DENIED'))],
    [
      'it is of another account',
      () => (aws.lakeFormation.settings = { DataLakeAdmins: [admin('arn:aws:iam::210987654321:role/Dead')] })
    ]
  ])('is left alone where it cannot be known: %s', async (_why, settle) => {
    settle();
    const before = aws.lakeFormation.settings.DataLakeAdmins;
    const settings = resource({ ...PRUNE, ...asking('New') });
    const found = await observed(aws, context, settings);
    expect(found.applyRefusal).toBeUndefined();
    await bring(aws, context, settings, found);
    expect(aws.lakeFormation.settings.DataLakeAdmins).toEqual([...(before ?? []), admin(role('New'))]);
  });

  test('that only AWS knows of is named with its place, where AWS names it', async () => {
    aws.iam.getRole = fails('PERMISSION_DENIED');
    const answer = {
      operation: 'lakeformation:PutDataLakeSettings',
      name: 'InvalidInputException',
      message: `Invalid principal, ${role('Dead')}`
    };
    aws.lakeFormation.putSettings = () => Promise.reject(new ActionError('DEAD_PRINCIPAL', { answer }));
    const error = await thrownBy(() => apply(asking('New')));
    expect(error.found).toContain(`${role('Dead')} (place 2 of 4)`);
  });
});

test('an administrator that is asked for and does not exist is refused before anything is written', async () => {
  aws.iam.isReal = true;
  aws.iam.add('deep/New');
  const given = { 'lakeformation-admin-arns': `${role('New')}, arn:aws:iam::${ACCOUNT}:user/ghost` };
  const { applyRefusal } = await observed(aws, context, resource(given));
  expect(applyRefusal).toMatchObject({ code: 'PRINCIPAL_UNKNOWN' });
  expect(applyRefusal?.found).toContain(`the ARN of the role of that name is ${role('deep/New')}`);
  expect(applyRefusal?.found).toContain('IAM has no user of the name ghost');
});

test('the output lists the administrators that are there and those that will be', () => {
  const state = { settings: { DataLakeAdmins: [admin(role('Old')), {}] }, dead: new Set<string>() };
  expect(resource(asking('New')).outputs(state)).toEqual({
    'lakeformation-admins': JSON.stringify([role('Old'), role('New')])
  });
  expect(resource().outputs(undefined)).toEqual({ 'lakeformation-admins': JSON.stringify([ROOT]) });
});

test('they are shared by the whole account: removing them does nothing', async () => {
  await resource().remove();
  expect(resource().shared).toBe(true);
  expect(aws.writes).toEqual([]);
});
