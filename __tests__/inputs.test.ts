import { describe, expect, test } from '@jest/globals';
import { readInputs } from '../src/inputs.js';
import { GIVEN, inputsWith, ROLE, stepEnv } from './support/environment.js';
import { thrownBy } from './support/thrown.js';

/** The lines about these inputs, which must be refused. */
async function problems(given: Readonly<Record<string, string>>): Promise<string[]> {
  const error = await thrownBy(() => readInputs(stepEnv(given)));
  expect(error.code).toBe('INVALID_INPUT');
  return (error.found ?? '').split('\n- ').slice(1);
}

/** The one line about a step that is fine but for these entries. */
async function problemOf(given: Readonly<Record<string, string>>): Promise<string> {
  const lines = await problems({ ...GIVEN, ...given });
  expect(lines).toHaveLength(1);
  return lines[0]?.trimEnd() ?? '';
}

describe('inputs that can be used', () => {
  test('the role by its permission set, or by the ARN of a session', () => {
    const session = 'arn:aws:sts::123456789012:assumed-role/DataRole/anna';
    expect(inputsWith({ 'identity-center-role-arn': session })).toMatchObject({
      'identity-center-role-arn': session
    });
    const set = { 'identity-center-role-arn': '', 'identity-center-permission-set': 'Data' };
    expect(inputsWith(set)).toMatchObject({ 'identity-center-permission-set': 'Data' });
  });

  test('a role to assume', () => {
    const given = { 'role-to-assume': 'arn:aws:iam::123456789012:role/ci', 'role-duration-seconds': '900' };
    expect(inputsWith(given)).toMatchObject({ ...given, 'role-duration-seconds': 900 });
    expect(inputsWith()['role-duration-seconds']).toBe(3600);
  });

  test('what is not given is what action.yml says', () => {
    expect(inputsWith()).toMatchObject({
      command: 'apply',
      region: 'us-east-1',
      env: 'dev',
      application: 'my-app',
      'lakeformation-admin-arns': [],
      'table-schema': [
        { name: 'id', type: 'long', required: true },
        { name: 'name', type: 'string', required: false }
      ],
      tags: {},
      policy: 'default',
      'database-permissions': ['CREATE_TABLE', 'DESCRIBE', 'ALTER'],
      'analytics-integration': 'require',
      'lake-formation': 'manage',
      adopt: false,
      'force-destroy': false,
      'allowed-account-ids': [],
      'fail-on-changes': false,
      'dry-run': false,
      summary: true,
      'export-env': false,
      'outputs-file': undefined,
      'timeout-minutes': 15
    });
  });

  test('names are derived, and each can be set', () => {
    expect(inputsWith().names).toEqual({
      tableBucket: 'dev-my-app',
      namespace: 'my_app',
      table: 'my_app',
      glueDatabase: 'dev_my_app_db'
    });
    const own = { 'table-bucket-name': 'lake', namespace: 'ns', table: 't', 'glue-database': 'icefabric_db' };
    expect(inputsWith(own).names).toEqual({
      tableBucket: 'lake',
      namespace: 'ns',
      table: 't',
      glueDatabase: 'icefabric_db'
    });
  });

  test('the hyphens of a name stay in its variable, as the runner sets it', () => {
    const env = { ...stepEnv(GIVEN), 'INPUT_DRY-RUN': 'true', INPUT_FORCE_DESTROY: 'true' };
    expect(readInputs(env)).toMatchObject({ 'dry-run': true, 'force-destroy': false });
  });

  test('blanks and one pair of quotes around a value are no part of it', () => {
    expect(inputsWith({ env: '  dev\n', command: ' plan ' })).toMatchObject({ env: 'dev', command: 'plan' });
    const given = { env: '"dev"', command: "'plan'", adopt: '"true"', 'timeout-minutes': '"20"' };
    expect(inputsWith(given)).toMatchObject({
      env: 'dev',
      command: 'plan',
      adopt: true,
      'timeout-minutes': 20
    });
  });

  test.each([
    ['true', true],
    ['True', true],
    ['TRUE', true],
    ['false', false],
    ['False', false],
    ['FALSE', false]
  ])('%s is a truth value, as in YAML', (text, value) => {
    expect(inputsWith({ adopt: text }).adopt).toBe(value);
  });

  test.each([
    ['one per line', '111111111111\n222222222222'],
    ['comma-separated', '111111111111, 222222222222'],
    ['a JSON array', '["111111111111", "222222222222"]']
  ])('a list may be %s', (_form, text) => {
    expect(inputsWith({ 'allowed-account-ids': text })['allowed-account-ids']).toEqual([
      '111111111111',
      '222222222222'
    ]);
  });

  test('permissions may be in lower case', () => {
    expect(inputsWith({ 'database-permissions': 'all' })['database-permissions']).toEqual(['ALL']);
  });

  test('a time-out may be a part of a minute, and a day long', () => {
    expect(inputsWith({ 'timeout-minutes': '0.5' })['timeout-minutes']).toBe(0.5);
    expect(inputsWith({ 'timeout-minutes': '1440' })['timeout-minutes']).toBe(1440);
  });

  test.each([
    'arn:aws:iam::123456789012:root',
    'arn:aws:iam::123456789012:user/division/anna',
    'arn:aws-us-gov:iam::123456789012:role/Admin',
    'arn:aws-cn:iam::123456789012:role/a/b/Admin+=,.@-_1'
  ])('%s can be an administrator', (arn) => {
    expect(
      inputsWith({ 'lakeformation-admin-arns': JSON.stringify([arn]) })['lakeformation-admin-arns']
    ).toEqual([arn]);
  });

  test('destroy needs neither team nor role', () => {
    const inputs = readInputs(stepEnv({ command: 'destroy', env: 'dev', application: 'app' }));
    expect(inputs).toMatchObject({ team: undefined, 'identity-center-role-arn': undefined });
  });

  test('where it runs comes from the runner', () => {
    const runner = { GITHUB_REPOSITORY: 'octo/lake', GITHUB_RUN_ID: '7', GITHUB_RUN_ATTEMPT: '1' };
    expect(inputsWith({}, runner).github).toMatchObject({ repository: 'octo/lake', run: '7-1' });
  });
});

describe('the region is', () => {
  test.each([
    [
      'the input',
      { region: 'eu-west-1' },
      { AWS_REGION: 'eu-west-2', AWS_DEFAULT_REGION: 'eu-west-3' },
      'eu-west-1'
    ],
    ['then AWS_REGION', {}, { AWS_REGION: 'eu-west-2', AWS_DEFAULT_REGION: 'eu-west-3' }, 'eu-west-2'],
    ['then AWS_DEFAULT_REGION', {}, { AWS_REGION: '', AWS_DEFAULT_REGION: 'eu-west-3' }, 'eu-west-3'],
    ['then us-east-1', {}, {}, 'us-east-1'],
    ["any partition's", { region: 'us-gov-west-1' }, {}, 'us-gov-west-1']
  ])('%s', (_what, given: Record<string, string>, runner: Record<string, string>, region) => {
    expect(inputsWith(given, runner).region).toBe(region);
  });
});

describe('one bad input is told with its name, what was given, what is allowed and an example', () => {
  test.each<[string, string, string]>([
    [
      'command',
      'deploy',
      'command: "deploy" cannot be used: allowed: plan, apply, destroy, smoke-test, sweep, auto, iam-policy. Example: apply'
    ],
    [
      'region',
      'virginia',
      'region: "virginia" cannot be used: it is not the name of an AWS region. Example: us-east-1'
    ],
    [
      'analytics-integration',
      'on',
      'analytics-integration: "on" cannot be used: allowed: require, enable, ignore. Example: enable'
    ],
    ['adopt', 'yes', 'adopt: "yes" cannot be used: allowed: true, false. Example: true'],
    [
      'timeout-minutes',
      'soon',
      'timeout-minutes: "soon" cannot be used: it is not a number of minutes. Example: 15'
    ],
    [
      'timeout-minutes',
      '0',
      'timeout-minutes: "0" cannot be used: it must be more than 0 and at most 1440. Example: 15'
    ],
    [
      'timeout-minutes',
      '1441',
      'timeout-minutes: "1441" cannot be used: it must be more than 0 and at most 1440. Example: 15'
    ],
    [
      'allowed-account-ids',
      '12345',
      'allowed-account-ids: "12345" cannot be used: "12345" is not an account id of 12 digits. Example: 123456789012'
    ],
    [
      'database-permissions',
      'SELECT',
      'database-permissions: "SELECT" cannot be used: "SELECT" is not a permission on a database; allowed: ALL, ALTER, CREATE_TABLE, DESCRIBE, DROP. Example: CREATE_TABLE, DESCRIBE'
    ],
    [
      'database-permissions',
      '[]',
      'database-permissions: "[]" cannot be used: it names no permission. Example: CREATE_TABLE, DESCRIBE'
    ],
    [
      'table-bucket-name',
      'Dev_Lake',
      'table-bucket-name: "Dev_Lake" cannot be used: only lower-case letters, digits and hyphens are allowed. Example: dev-lake'
    ],
    [
      'tags',
      'env=prod',
      'tags: "env=prod" cannot be used: the key "env" is set by this action. Example: cost-center=1234'
    ],
    [
      'tags',
      'cost-center',
      'tags: "cost-center" cannot be used: the line "cost-center" is not key=value. Example: cost-center=1234'
    ],
    [
      'table-schema',
      'Id: long',
      'table-schema: "Id: long" cannot be used: the column "Id" must be in lower case. Example: id: long required'
    ],
    [
      'table-bucket-policy',
      '{}',
      'table-bucket-policy: "{}" cannot be used: it is not a policy: it needs a Statement, each with an Effect of Allow or Deny. Example: policies/lake.json'
    ]
  ])('%s: %s', async (input, value, line) => {
    expect(await problemOf({ [input]: value })).toBe(line);
  });

  test.each<[string, string]>([
    [
      'arn:aws:sts::123456789012:assumed-role/DataRole',
      "it is the ARN of a session; give that of an IAM role, which begins arn:aws:iam:: and has the role's whole path"
    ],
    [
      'arn:aws:identitystore:::group/1234',
      'Lake Formation does not take users and groups of Identity Center here; give the ARN of an IAM role'
    ],
    [
      'arn:aws:sso:::permissionSet/ssoins-1/ps-1',
      'it is the ARN of a permission set; give that of the role that Identity Center made for it, or its name in identity-center-permission-set'
    ],
    ['aws_iam_role.data.arn', '"aws_iam_role.data.arn" is an expression of Terraform; give its value'],
    ...(
      [
        ['arn:aws:s3:::lake', ''],
        ['arn:aws:iam::123456789012:user/anna', ': it names a user'],
        ['arn:aws:iam::123456789012:group/data', ': it names a group'],
        ['arn:aws:iam::123456789012:root', ': it names the account itself'],
        ['arn:aws:iam::123456789012:instance-profile/x', ': it names an instance profile, which has a role'],
        ['arn:aws:iam::1234:role/DataRole', ': its account id has not 12 digits'],
        ['arn:aws:iam::1234-5678-9012:role/DataRole', ': its account id has dashes'],
        [
          'arn:aws:iam:us-east-1:123456789012:role/X',
          ": the ARNs of IAM have no region: two colons follow 'iam'"
        ],
        ['arn:aws:iam::123456789012:role/', ': it ends in a slash, and the name comes last'],
        ['arn:aws:iam::123456789012:role/X/', ': it ends in a slash, and the name comes last'],
        ['arn:aws:iam::123456789012:role/a/X/', ': it ends in a slash, and the name comes last'],
        ['arn:aws:iam::123456789012:role//X', ': it has two slashes in a row'],
        ['arn:aws:iam::123456789012:role', ': the name is missing'],
        ['arn:aws:iam::123456789012:role/*', ': it has a wildcard, and only one can be named'],
        ['arn:aws:iam::123456789012:role/a b', ': it has a blank or a line break in it'],
        [`arn:aws:iam::123456789012:role/${'x'.repeat(65)}`, ': its name has more than 64 characters'],
        ['ARN:aws:iam::123456789012:role/X', ': it has to be in lower case up to the account id'],
        ['DataRole', ': arn:aws:iam::<account id>:role/<path, if any>DataRole']
      ] as const
    ).map(([arn, why]): [string, string] => [
      arn,
      `it is not the ARN of an IAM role, with account id and path${why}`
    ])
  ])('identity-center-role-arn: %s', async (arn, says) => {
    expect(await problemOf({ 'identity-center-role-arn': arn })).toContain(
      `identity-center-role-arn: "${arn}" cannot be used: ${says}. Example: arn:aws:iam::`
    );
  });

  test.each([`"${ROLE}"`, `'${ROLE}'`, `<${ROLE}>`, `"${ROLE}",`, ` ${ROLE} `])(
    'what an ARN is pasted with is no part of it: %s',
    (text) => {
      const given = { 'identity-center-role-arn': text, 'role-to-assume': text };
      expect(inputsWith(given)).toMatchObject({ 'identity-center-role-arn': ROLE, 'role-to-assume': ROLE });
    }
  );

  test.each<[string, string, string]>([
    ['identity-center-permission-set', 'Data Role', 'it is not the name of a permission set'],
    [
      'role-to-assume',
      'lake-deployer',
      'it is not the ARN of an IAM role, with account id and path: arn:aws:iam::<account id>:role/<path, if any>lake-deployer'
    ],
    ['role-session-name', 'a/b', 'only 2 to 64 letters, digits and _ + = , . @ - are allowed'],
    ['role-duration-seconds', 'long', 'it is not a whole number of seconds'],
    ['role-duration-seconds', '1h', 'it is not a whole number of seconds; write 3600'],
    ['timeout-minutes', '15m', 'it is not a number of minutes; write 15'],
    ['timeout-minutes', '1 hour', 'it is not a number of minutes; write 60'],
    ['timeout-minutes', '10,5', 'it is not a number of minutes'],
    ['smoke-test-rows', '1_000', 'it is not a whole number; write 1000'],
    ['smoke-test-rows', '1,000', 'it is not a whole number; write 1000'],
    ['smoke-test-rows', '-1', 'it is not a whole number'],
    ['region', 'us_east_1', 'it is not the name of an AWS region: us-east-1 is probably meant'],
    ['region', 'US-EAST-1', 'it is not the name of an AWS region: us-east-1 is probably meant'],
    ['region', 'us-east-1a', 'it is not the name of an AWS region: us-east-1 is probably meant'],
    ['adopt', 'on', 'allowed: true, false'],
    ['adopt', '1', 'allowed: true, false'],
    ['role-duration-seconds', '899', 'it must be 900 to 43200'],
    ['role-duration-seconds', '43201', 'it must be 900 to 43200']
  ])('%s: %s', async (input, value, says) => {
    const given = input === 'identity-center-permission-set' ? { 'identity-center-role-arn': '' } : {};
    expect(await problemOf({ ...given, [input]: value })).toContain(
      `${input}: "${value}" cannot be used: ${says}. Example: `
    );
  });

  test('a role and a permission set could name two roles', async () => {
    expect(await problemOf({ 'identity-center-permission-set': 'Data' })).toBe(
      'identity-center-permission-set: "Data" cannot be used: it is given together with identity-center-role-arn; give one of them. Example: SoftwareEngineersFull'
    );
  });

  test('every bad entry of a list is named, the good ones are not', async () => {
    const line = await problemOf({
      'lakeformation-admin-arns': `${ROLE}\nanna\narn:aws:sts::1:assumed-role/a/b`
    });
    expect(line).toContain('"anna": it is not the ARN of an IAM role or user, with account id and path: ');
    expect(line).toContain('"arn:aws:sts::1:assumed-role/a/b": it is the ARN of a session');
    expect(line).not.toContain(`"${ROLE}":`);
  });

  test.each([
    ['1234-5678-9012', ': write 123456789012'],
    ['12345678901', ': it has 11; YAML takes the zeros off the front of a number, so put it in quotes'],
    ['1.23456789012e+11', ': it was read as a number, so put it in quotes'],
    ['arn:aws:iam::123456789012:root', ': write 123456789012']
  ])('allowed-account-ids: %s', async (id, why) => {
    expect(await problemOf({ 'allowed-account-ids': id })).toContain(
      `"${id}" is not an account id of 12 digits${why}. Example`
    );
  });

  test('a policy for another table bucket, where it is used', async () => {
    const arn = 'arn:aws:s3tables:us-east-1:123456789012:bucket/other/*';
    const policy = JSON.stringify({
      Statement: { Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: 's3tables:*', Resource: arn }
    });
    expect(await problemOf({ 'table-bucket-policy': policy })).toContain(
      `"${arn}" is not the table bucket that the policy is for, nor anything in it. Example: "Resource": ["arn:aws:s3tables:us-east-1:<account id>:bucket/dev-my-app"`
    );
    expect(inputsWith({ 'table-bucket-policy': policy, command: 'destroy' }).policy).toBeInstanceOf(Object);
    expect(inputsWith({ 'table-bucket-policy': policy, 'table-bucket-name': 'other' }).policy).toBeInstanceOf(
      Object
    );
  });

  test('a bad env is told once, not again as the names that follow from it', async () => {
    expect(await problemOf({ env: 'dev!' })).toContain('env: "dev!" cannot be used: only letters, digits');
  });
});
