import { describe, expect, test } from '@jest/globals';
import { describeEnvironment, knownOutputs, resourcesOf, type Intent } from '../src/environment.js';
import { CALLER, fakeAccount, IDENTITY } from './support/account.js';
import { inputsWith, ROLE, specWith } from './support/environment.js';

function idsOf(given: Record<string, string>, intent: Intent): string[] {
  const resources = resourcesOf(specWith(given), inputsWith(given), fakeAccount(), intent);
  return resources.map(({ id }) => id);
}

function needsOf(given: Record<string, string>, id: string): readonly string[] | undefined {
  const resources = resourcesOf(specWith(given), inputsWith(given), fakeAccount(), 'apply');
  return resources.find((resource) => resource.id === id)?.needs;
}

describe('an environment', () => {
  test('is named by the inputs and the account', () => {
    expect(specWith()).toMatchObject({
      bucketArn: 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev-my-app',
      databaseArn: 'arn:aws:glue:us-east-1:123456789012:database/dev_my_app_db',
      accountRoot: 'arn:aws:iam::123456789012:root',
      role: ROLE,
      databasePermissions: ['CREATE_TABLE', 'DESCRIBE', 'ALTER'],
      policy: 'default'
    });
  });

  test('has ARNs of its partition', () => {
    const role = ROLE.replace('arn:aws:', 'arn:aws-cn:');
    const inputs = inputsWith({ region: 'cn-north-1', 'identity-center-role-arn': role });
    const spec = describeEnvironment(inputs, { ...IDENTITY, partition: 'aws-cn' });
    expect(spec.bucketArn).toBe('arn:aws-cn:s3tables:cn-north-1:123456789012:bucket/dev-my-app');
    expect(spec.accountRoot).toBe('arn:aws-cn:iam::123456789012:root');
  });

  test.each(['aws-eusc', 'aws-cn'])(
    'takes no role and no administrator of another partition than %s',
    (partition) => {
      const inputs = inputsWith({
        'lakeformation-admin-arns': `arn:${partition}:iam::123456789012:role/Steward`
      });
      const describe = (): unknown => describeEnvironment(inputs, { ...IDENTITY, partition });
      expect(describe).toThrow(`whose ARNs begin arn:${partition}, and these are of another`);
      expect(describe).toThrow(`identity-center-role-arn: ${ROLE} begins arn:aws`);
      expect(describe).not.toThrow('Steward');
    }
  );

  test('takes no principal of another partition in the policy', () => {
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: ['arn:aws-cn:iam::123456789012:root', '123456789012'] },
      Action: 's3tables:*',
      Resource: 'arn:aws:s3tables:us-east-1:123456789012:bucket/*'
    };
    const inputs = inputsWith({ 'table-bucket-policy': JSON.stringify({ Statement: [statement] }) });
    expect(() => describeEnvironment(inputs, IDENTITY)).toThrow(
      '- table-bucket-policy: arn:aws-cn:iam::123456789012:root'
    );
  });

  test('is marked with its owner, its birth and the tags of the user', () => {
    const runner = { GITHUB_REPOSITORY: 'octo/lake', GITHUB_RUN_ID: '7' };
    const spec = specWith({ tags: 'cost-center=1' }, runner);
    expect(spec.lastingTags).toMatchObject({
      'cost-center': '1',
      'iceberg-environment:env': 'dev',
      team: 'data'
    });
    expect(spec.birthTags).toEqual({
      'iceberg-environment:repository': 'octo/lake',
      'iceberg-environment:run': '7-1'
    });
  });

  test('is known in part before anything is looked at', () => {
    expect(knownOutputs(specWith())).toEqual({
      'account-id': '123456789012',
      region: 'us-east-1',
      'table-bucket-name': 'dev-my-app',
      namespace: 'my_app',
      'table-name': 'my_app',
      's3tables-bucket-arn': 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev-my-app',
      'glue-database-name': 'dev_my_app_db',
      'catalog-id': '123456789012:s3tablescatalog/dev-my-app'
    });
  });
});

test.each([
  ['identity-center-role-arn', 'arn:aws:iam::210987654321:role/Data'],
  ['lakeformation-admin-arns', 'arn:aws:iam::210987654321:user/eve']
])('%s of another account is refused, with both accounts', (input, arn) => {
  expect(() => specWith({ [input]: arn })).toThrow(
    expect.objectContaining({
      code: 'INVALID_INPUT',
      found: expect.stringMatching(/for account 123456789012[^]*is of account 210987654321/) as unknown
    })
  );
});

describe('the run makes its own caller an administrator', () => {
  const becomes = (admins: string, callerArn: string | undefined): boolean =>
    describeEnvironment(inputsWith({ 'lakeformation-admin-arns': admins }), { ...IDENTITY, callerArn })
      .becomesAdmin;

  test.each([
    ['a role, which STS shows without its path', 'arn:aws:iam::123456789012:role/ci/Deployer', CALLER],
    ['a user', 'arn:aws:iam::123456789012:user/anna', 'arn:aws:iam::123456789012:user/anna']
  ])('%s', (_what, admins, caller) => {
    expect(becomes(admins, caller)).toBe(true);
  });

  test.each([
    ['another role', 'arn:aws:iam::123456789012:role/NotDeployer', CALLER],
    ['nobody is asked for', '', CALLER],
    ['the caller is not known', 'arn:aws:iam::123456789012:role/Deployer', undefined]
  ])('not so: %s', (_what, admins, caller) => {
    expect(becomes(admins, caller)).toBe(false);
  });
});

describe('the resources', () => {
  const own = ['table-bucket', 'table-bucket-policy', 'namespace', 'table'];

  test('to apply', () => {
    expect(idsOf({}, 'apply')).toEqual([
      'analytics-integration',
      'data-lake-settings',
      ...own,
      'glue-database',
      'database-grant',
      'catalog-grant'
    ]);
  });

  test('to destroy: nothing that the whole account shares', () => {
    expect(idsOf({}, 'destroy')).toEqual([
      ...own,
      'other-tables',
      'glue-database',
      'database-grant',
      'catalog-grant'
    ]);
    const resources = resourcesOf(specWith(), inputsWith(), fakeAccount(), 'destroy');
    expect(resources.filter(({ shared }) => shared)).toEqual([]);
  });

  test('lake-formation: ignore touches neither settings nor grants', () => {
    const given = { 'lake-formation': 'ignore' };
    expect(idsOf(given, 'apply')).toEqual(['analytics-integration', ...own, 'glue-database']);
    expect(idsOf(given, 'destroy')).toEqual([...own, 'other-tables', 'glue-database']);
  });

  test('analytics-integration: ignore does not look at it', () => {
    expect(idsOf({ 'analytics-integration': 'ignore' }, 'apply')).not.toContain('analytics-integration');
  });

  test('wait for the settings only where they make the caller an administrator', () => {
    const self = { 'lakeformation-admin-arns': 'arn:aws:iam::123456789012:role/Deployer' };
    expect(needsOf(self, 'glue-database')).toEqual(['data-lake-settings']);
    expect(needsOf({}, 'glue-database')).toEqual([]);
    expect(needsOf({ ...self, 'lake-formation': 'ignore' }, 'glue-database')).toEqual([]);
  });
});
