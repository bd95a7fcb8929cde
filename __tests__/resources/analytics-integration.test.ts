import { beforeEach, describe, expect, test } from '@jest/globals';
import type { GlueCatalog } from '../../src/aws/ports.js';
import { AnalyticsIntegration } from '../../src/resources/analytics-integration.js';
import { hasIamMode } from '../../src/resources/integration-regions.js';
import { lookAt } from '../../src/observe/look.js';
import { fakeAccount, fails, type FakeAccount } from '../support/account.js';
import { bring, observed } from '../support/bring.js';
import { fakeContext } from '../support/context.js';
import { specWith } from '../support/environment.js';
import { thrownBy } from '../support/thrown.js';

const IDENTIFIER = 'arn:aws:s3tables:us-east-1:123456789012:bucket/*';
const ENABLE = { 'analytics-integration': 'enable' };
const ENABLE_LF = { ...ENABLE, 'analytics-access': 'lake-formation' };
const ROLE_NAME = 'S3TablesRoleForLakeFormation';
const ROLE_ARN = `arn:aws:iam::123456789012:role/${ROLE_NAME}`;
const TRUST = '{"Principal":{"Service":"lakeformation.amazonaws.com"}}';
const context = fakeContext();
let aws: FakeAccount;

beforeEach(() => {
  aws = fakeAccount();
});

const resource = (given = {}): AnalyticsIntegration => new AnalyticsIntegration(specWith(given), aws);
const catalog = (more: Partial<GlueCatalog> = {}): void => {
  const usual = { connectionName: 'aws:s3tables', identifier: IDENTIFIER, iamControlled: true };
  aws.glue.catalogs.set('s3tablescatalog', { ...usual, ...more });
};

type Piece = 'catalog' | 'registration' | 'role' | 'policy';

/** An integration with Lake Formation access control, or what there is of it, as AWS's console makes it. */
function lakeFormationWith(...pieces: readonly Piece[]): void {
  aws.glue.catalogs.clear();
  if (pieces.includes('catalog')) catalog({ iamControlled: false });
  const role = pieces.includes('role') ? aws.iam.add(`service-role/${ROLE_NAME}`, TRUST) : undefined;
  if (pieces.includes('policy')) role?.attached.push('arn:aws:iam::aws:policy/service-role/S3Tables');
  const registration = { roleArn: role?.arn ?? ROLE_ARN, withFederation: true };
  if (pieces.includes('registration')) aws.lakeFormation.registrations.set(IDENTIFIER, registration);
}

const EVERYTHING: readonly Piece[] = ['catalog', 'registration', 'role', 'policy'];
const paths = (given: object, state: Parameters<AnalyticsIntegration['diff']>[0]): string[] =>
  resource(given)
    .diff(state)
    .map(({ path }) => path);

describe('the integration is on', () => {
  test('with hybrid access: that is told', async () => {
    lakeFormationWith(...EVERYTHING);
    const registration = { roleArn: ROLE_ARN, withFederation: true, hybridAccess: true };
    aws.lakeFormation.registrations.set(IDENTIFIER, registration);
    const { state, applyRefusal, notes } = await observed(aws, context, resource(ENABLE_LF));
    expect([applyRefusal, resource(ENABLE_LF).diff(state)]).toEqual([undefined, []]);
    expect(notes?.join()).toContain('registered with hybrid access');
  });

  test('but for the policy of the role: one of the same name that allows less stays', async () => {
    lakeFormationWith('catalog', 'registration', 'role');
    const Statement = [{ Effect: 'Allow', Action: 's3tables:ListTableBuckets', Resource: '*' }];
    const theirs = JSON.stringify({ Version: '2012-10-17', Statement });
    aws.iam.roles.get(ROLE_NAME)?.policies.set('S3TablesPolicyForLakeFormation', theirs);
    const found = await observed(aws, context, resource(ENABLE_LF));
    await bring(aws, context, resource(ENABLE_LF), found);
    const { policies } = aws.iam.roles.get(ROLE_NAME) ?? {};
    expect(policies?.get('S3TablesPolicyForLakeFormation')).toBe(theirs);
    expect(policies?.get('S3TablesPolicyForLakeFormation-2')).toContain('s3tables:GetTableData');
  });

  test('with IAM access control: nothing differs, and the plan says so', async () => {
    const { state, applyRefusal, notes } = await observed(aws, context, resource());
    expect([applyRefusal, resource().diff(state)]).toEqual([undefined, []]);
    expect(notes).toEqual(['On, with IAM access control. Shared by the whole account and region.']);
  });

  test.each([{}, ENABLE_LF])('with Lake Formation access control, asked for %j', async (given) => {
    lakeFormationWith(...EVERYTHING);
    const { state, applyRefusal, notes } = await observed(aws, context, resource(given));
    expect([applyRefusal, resource(given).diff(state)]).toEqual([undefined, []]);
    expect(notes).toEqual([
      'On, with Lake Formation access control. Shared by the whole account and region.'
    ]);
  });

  test('the case of its connection means nothing', async () => {
    catalog({ connectionName: 'AWS:S3Tables' });
    expect((await observed(aws, context, resource())).applyRefusal).toBeUndefined();
  });
});

describe('the integration is off', () => {
  beforeEach(() => aws.glue.catalogs.clear());

  test('require: it is refused, and says how to switch it on', async () => {
    const { state, applyRefusal, notes } = await observed(aws, context, resource());
    expect([state, notes]).toEqual([undefined, ['Off in this account and region.']]);
    expect(applyRefusal).toMatchObject({ code: 'INTEGRATION_OFF' });
    expect(applyRefusal?.message).toContain('account 123456789012, region us-east-1');
    expect(applyRefusal?.message).toContain('analytics-integration: enable');
  });

  test('enable: it is switched on by one call', async () => {
    const found = await observed(aws, context, resource(ENABLE));
    expect(found.applyRefusal).toBeUndefined();
    expect(resource(ENABLE).diff(found.state)).toEqual([{ path: 'access-control', to: 'IAM' }]);
    await bring(aws, context, resource(ENABLE), found);
    expect(aws.writes).toEqual(['createS3TablesCatalog']);
    expect(aws.glue.catalogs.get('s3tablescatalog')?.identifier).toBe(IDENTIFIER);
  });

  test('enable, while another run does: theirs is taken', async () => {
    const found = await observed(aws, context, resource(ENABLE));
    catalog();
    await bring(aws, context, resource(ENABLE), found);
    expect(aws.writes).toEqual(['createS3TablesCatalog']);
  });

  test('enable, where IAM access control is not offered: it is refused before anything is written', async () => {
    const given = { ...ENABLE, region: 'us-gov-west-1' };
    const { applyRefusal } = await observed(aws, context, resource(given));
    expect(applyRefusal).toMatchObject({ code: 'INTEGRATION_REGION' });
    expect(applyRefusal?.todo).toContain('analytics-access: lake-formation');
    expect(hasIamMode('us-gov-west-1')).toBe(false);
    expect(hasIamMode('eu-central-1')).toBe(true);
    const withLakeFormation = { ...given, 'analytics-access': 'lake-formation' };
    expect((await observed(aws, context, resource(withLakeFormation))).applyRefusal).toBeUndefined();
  });
});

describe('enable with Lake Formation access control', () => {
  test('makes role, policy, registration and catalog, and is then on', async () => {
    lakeFormationWith();
    const found = await observed(aws, context, resource(ENABLE_LF));
    expect([found.state, found.applyRefusal]).toEqual([undefined, undefined]);
    expect(resource(ENABLE_LF).diff(undefined)).toEqual([
      { path: 'role', to: ROLE_NAME },
      { path: 'role-policy', to: 'S3TablesPolicyForLakeFormation' },
      { path: 'registration', to: IDENTIFIER },
      { path: 'access-control', to: 'Lake Formation' }
    ]);
    await bring(aws, context, resource(ENABLE_LF), found);
    expect(aws.writes).toEqual([
      `createRole ${ROLE_NAME}`,
      `putRolePolicy ${ROLE_NAME} S3TablesPolicyForLakeFormation`,
      `register ${ROLE_ARN}`,
      'createS3TablesCatalog lake-formation'
    ]);
    const again = await observed(aws, context, resource(ENABLE_LF));
    expect(paths(ENABLE_LF, again.state)).toEqual([]);
  });

  test('gives the role the trust and the policy that AWS documents', async () => {
    lakeFormationWith();
    await resource(ENABLE_LF).create(lookAt(aws, context));
    const role = aws.iam.roles.get(ROLE_NAME);
    expect(JSON.parse(role?.trustPolicy ?? '')).toMatchObject({
      Statement: [
        {
          Principal: { Service: 'lakeformation.amazonaws.com' },
          Action: ['sts:AssumeRole', 'sts:SetContext', 'sts:SetSourceIdentity'],
          Condition: { StringEquals: { 'aws:SourceAccount': '123456789012' } }
        }
      ]
    });
    const [policy = ''] = [...(role?.policies.values() ?? [])];
    const statements = (JSON.parse(policy) as { Statement: Record<string, unknown>[] }).Statement;
    expect(statements[0]).toMatchObject({ Action: 's3tables:ListTableBuckets', Resource: '*' });
    expect(statements[1]?.Resource).toBe('arn:aws:s3tables:*:123456789012:bucket/*');
    expect(statements[1]?.Action).toHaveLength(16);
  });

  test.each<[string, readonly Piece[], string[], string[]]>([
    ['a registration', ['catalog', 'role', 'policy'], ['registration'], ['register service-role']],
    ['the policy of its role', ['catalog', 'registration', 'role'], ['role-policy'], ['putRolePolicy']],
    ['its role', ['catalog', 'registration'], ['role', 'role-policy'], ['createRole', 'putRolePolicy']],
    ['its catalog', ['registration', 'role', 'policy'], ['access-control'], ['createS3TablesCatalog']],
    [
      'all but its role, which another region has',
      ['role', 'policy'],
      ['registration', 'access-control'],
      ['register', 'createS3TablesCatalog']
    ]
  ])(
    'completes one that lacks %s, and changes nothing that is there',
    async (_what, pieces, changes, writes) => {
      lakeFormationWith(...pieces);
      const found = await observed(aws, context, resource(ENABLE_LF));
      expect(found.applyRefusal).toBeUndefined();
      expect(paths(ENABLE_LF, found.state)).toEqual(changes);
      await bring(aws, context, resource(ENABLE_LF), found);
      expect(aws.writes.map((write) => write.split(' ')[0])).toEqual(
        writes.map((write) => write.split(' ')[0])
      );
      expect(paths(ENABLE_LF, (await observed(aws, context, resource(ENABLE_LF))).state)).toEqual([]);
    }
  );

  test('registers the role that is there, with its path', async () => {
    lakeFormationWith('catalog', 'role', 'policy');
    await bring(aws, context, resource(ENABLE_LF), await observed(aws, context, resource(ENABLE_LF)));
    expect(aws.writes).toEqual([`register arn:aws:iam::123456789012:role/service-role/${ROLE_NAME}`]);
  });

  test('two runs at once both succeed', async () => {
    lakeFormationWith();
    const runs = [1, 2].map(async () => {
      const one = resource(ENABLE_LF);
      return bring(aws, fakeContext(), one, await observed(aws, context, one));
    });
    const ends = await Promise.all(runs);
    expect(ends.map(({ applyRefusal }) => applyRefusal)).toEqual([undefined, undefined]);
    expect(aws.writes.filter((write) => write.startsWith('createRole'))).toHaveLength(2);
  });

  test('waits for the settings where they make its caller an administrator', () => {
    expect(new AnalyticsIntegration(specWith(ENABLE_LF), aws, true).needs).toEqual(['data-lake-settings']);
    expect(new AnalyticsIntegration(specWith(ENABLE_LF), aws, false).needs).toEqual([]);
  });
});

describe('that Lake Formation hides, while this run makes its caller an administrator', () => {
  test.each<[string, boolean]>([
    ['on', true],
    ['off', false]
  ])('is looked at again after that: %s', async (_what, on) => {
    if (on) lakeFormationWith(...EVERYTHING);
    else aws.glue.catalogs.clear();
    const getCatalog = aws.glue.getCatalog.bind(aws.glue);
    aws.glue.getCatalog = fails('LAKE_FORMATION_DENIED');
    const hidden = new AnalyticsIntegration(specWith(), aws, true);
    const found = await observed(aws, context, hidden);
    expect([found.state, found.applyRefusal, hidden.diff(undefined)]).toEqual([undefined, undefined, []]);
    expect(found.notes?.[0]).toContain('Unknown');
    aws.glue.getCatalog = getCatalog;
    const end = bring(aws, context, hidden, found);
    if (on) await expect(end).resolves.toMatchObject({ applyRefusal: undefined });
    else await expect(end).rejects.toMatchObject({ code: 'INTEGRATION_OFF' });
    expect(aws.writes).toEqual([]);
  });
});

describe('a half-made one, only required', () => {
  test.each<[string, readonly Piece[], string]>([
    ['a registration', ['catalog', 'role', 'policy'], 'the registration of the table buckets'],
    ['a policy', ['catalog', 'registration', 'role'], "the role's policy on tables is missing"],
    ['a role', ['catalog', 'registration'], `the role ${ROLE_NAME}`]
  ])('without %s is refused, and the missing part named', async (_what, pieces, says) => {
    lakeFormationWith(...pieces);
    const { applyRefusal, notes } = await observed(aws, context, resource());
    expect(applyRefusal).toMatchObject({ code: 'INTEGRATION_INCOMPLETE' });
    expect(applyRefusal?.found).toContain(says);
    expect(notes?.[0]).toContain('Half made');
  });

  test('an inline policy counts where it reaches the tables of this region', async () => {
    lakeFormationWith('catalog', 'registration', 'role');
    const role = aws.iam.roles.get(ROLE_NAME);
    const policyFor = (Resource: string, Action: string): string =>
      JSON.stringify({ Statement: [{ Effect: 'Allow', Action, Resource }] });
    const missing = async (policy: string): Promise<string[]> => {
      role?.policies.set('mine', policy);
      return paths({}, (await observed(aws, context, resource())).state);
    };
    expect(await missing(policyFor(IDENTIFIER, 's3tables:*'))).toEqual([]);
    expect(await missing(policyFor('*', 's3tables:GetTableData'))).toEqual([]);
    expect(await missing(policyFor(IDENTIFIER.replace('us-east-1', 'eu-west-1'), 's3tables:*'))).toEqual([
      'role-policy'
    ]);
    expect(await missing(policyFor('*', 's3tables:ListTableBuckets'))).toEqual(['role-policy']);
  });

  test('what may not be looked at is not taken for missing, and is told', async () => {
    lakeFormationWith('catalog');
    aws.iam.getRole = fails('PERMISSION_DENIED');
    aws.lakeFormation.getRegistration = fails('PERMISSION_DENIED');
    const { state, applyRefusal, notes } = await observed(aws, context, resource(ENABLE_LF));
    expect([paths(ENABLE_LF, state), applyRefusal]).toEqual([[], undefined]);
    expect(notes?.[0]).toContain('Not allowed to look at: the registration with Lake Formation, the role');
  });
});

describe('what would have to be changed is never changed', () => {
  test.each([{}, ENABLE, ENABLE_LF])('a registration without federation, asked for %j', async (given) => {
    lakeFormationWith(...EVERYTHING);
    aws.lakeFormation.registrations.set(IDENTIFIER, { roleArn: ROLE_ARN, withFederation: false });
    const { applyRefusal } = await observed(aws, context, resource(given));
    const code = given === ENABLE ? 'INTEGRATION_MODE' : 'INTEGRATION_INCOMPLETE';
    expect(applyRefusal).toMatchObject({ code });
  });

  test('a role that Lake Formation may not assume, and one that is registered and gone', async () => {
    lakeFormationWith('catalog', 'registration');
    aws.iam.add(ROLE_NAME, '{}');
    expect((await observed(aws, context, resource(ENABLE_LF))).applyRefusal?.found).toContain('does not let');
    const gone = 'arn:aws:iam::123456789012:role/Gone';
    aws.lakeFormation.registrations.set(IDENTIFIER, { roleArn: gone, withFederation: true });
    const { applyRefusal } = await observed(aws, context, resource(ENABLE_LF));
    expect(applyRefusal).toMatchObject({ code: 'INTEGRATION_INCOMPLETE' });
    expect(applyRefusal?.found).toContain(`${gone}, which is registered with Lake Formation, does not exist`);
  });

  test('a registration by the service-linked role is whole', async () => {
    lakeFormationWith('catalog');
    const roleArn = 'arn:aws:iam::123456789012:role/aws-service-role/lakeformation.amazonaws.com/X';
    aws.lakeFormation.registrations.set(IDENTIFIER, { roleArn, withFederation: true });
    expect((await observed(aws, context, resource())).applyRefusal).toBeUndefined();
  });

  test.each<[string, boolean, string, string]>([
    ['lake-formation', true, 'loses access at once', 'aws lakeformation register-resource'],
    [
      'iam',
      false,
      'grant on tables of this account and region ends at once',
      'aws lakeformation deregister-resource'
    ]
  ])(
    'the other mode, %s: an error with what it does to others and the commands',
    async (access, iam, harm, command) => {
      lakeFormationWith(...EVERYTHING);
      catalog({ iamControlled: iam });
      const { applyRefusal } = await observed(
        aws,
        context,
        resource({ ...ENABLE, 'analytics-access': access })
      );
      expect(applyRefusal).toMatchObject({ code: 'INTEGRATION_MODE' });
      expect(applyRefusal?.found).toContain(harm);
      expect(applyRefusal?.todo).toContain(command);
      expect(applyRefusal?.todo).toContain('aws glue update-catalog --region us-east-1');
      expect(aws.writes).toEqual([]);
    }
  );
});

describe('a catalog of that name that is something else is refused', () => {
  test.each<[string, Partial<GlueCatalog>, string, string]>([
    ['of another connection', { connectionName: 'my-redshift' }, 'FOREIGN', 'its connection is my-redshift'],
    ['of no connection', { connectionName: undefined }, 'FOREIGN', 'its connection is none'],
    [
      'for one bucket',
      { identifier: IDENTIFIER.replace('*', 'dev') },
      'INCOMPLETE',
      'is for arn:aws:s3tables:us-east-1:123456789012:bucket/dev'
    ],
    ['for nothing', { identifier: undefined }, 'INCOMPLETE', 'is for nothing']
  ])('%s', async (_what, more, code, says) => {
    catalog(more);
    for (const given of [{}, ENABLE, ENABLE_LF]) {
      const { applyRefusal, notes } = await observed(aws, context, resource(given));
      expect(applyRefusal).toMatchObject({ code: `INTEGRATION_${code}` });
      expect(applyRefusal?.found).toContain(says);
      expect(notes).toEqual(['There is a catalog of this name that is not it.']);
    }
  });
});

test('that may not be looked at is an error, "unknown", not "off"', async () => {
  aws.glue.getCatalog = fails('PERMISSION_DENIED');
  const error = await thrownBy(() => observed(aws, context, resource(ENABLE)));
  expect(error.code).toBe('PERMISSION_DENIED');
  expect(error.found).toContain('is unknown: these credentials may not look');
});

test('it is shared by the whole account: never removed', async () => {
  await resource().remove();
  expect([resource().shared, aws.writes]).toEqual([true, []]);
});
