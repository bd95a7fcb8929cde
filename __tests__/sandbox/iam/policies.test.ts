import { beforeEach, describe, expect, test } from '@jest/globals';
import { elements, permission, refusalOf, trust, withIam } from './call.js';

const { iam, sandbox } = withIam();
const RoleName = 'r';
beforeEach(() => iam('CreateRole', { RoleName, AssumeRolePolicyDocument: trust }));

const put = (PolicyName: string, PolicyDocument: string): ReturnType<typeof iam> =>
  iam('PutRolePolicy', { RoleName, PolicyName, PolicyDocument });
const setTrust = (PolicyDocument: string): ReturnType<typeof iam> =>
  iam('UpdateAssumeRolePolicy', { RoleName, PolicyDocument });
const policy = (statement: object, more: object = {}): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement], ...more });

describe('inline policies', () => {
  test('are put, replaced, listed in pages, and deleted', async () => {
    await put('p', permission);
    const other = permission.replace('s3tables', 'glue');
    await put('p', other);
    const [document = ''] = elements(
      await iam('GetRolePolicy', { RoleName, PolicyName: 'p' }),
      'PolicyDocument'
    );
    expect(document).not.toMatch(/[*"{]/);
    expect(decodeURIComponent(document)).toBe(other);
    await put('q', permission);
    const first = await iam('ListRolePolicies', { RoleName, MaxItems: '1' });
    expect(elements(first, 'member')).toEqual(['p']);
    const [Marker = ''] = elements(first, 'Marker');
    expect(elements(await iam('ListRolePolicies', { RoleName, Marker }), 'member')).toEqual(['q']);
    expect((await iam('DeleteRolePolicy', { RoleName, PolicyName: 'p' })).status).toBe(200);
    const missing = [404, 'NoSuchEntity', 'The role policy with name p cannot be found.'];
    expect(refusalOf(await iam('DeleteRolePolicy', { RoleName, PolicyName: 'p' }))).toEqual(missing);
    expect(refusalOf(await iam('GetRolePolicy', { RoleName, PolicyName: 'p' }))).toEqual(missing);
  });

  test('have 10,240 characters together, white space not counted', async () => {
    const long = policy({ Effect: 'Allow', Action: 's3:*', Resource: `arn:aws:s3:::${'b'.repeat(10_000)}` });
    expect((await put('p', long.replaceAll(',', `,${' '.repeat(300)}`))).status).toBe(200);
    expect((await put('p', long)).status).toBe(200);
    const [status, code, message] = refusalOf(await put('q', long));
    expect([status, code]).toEqual([409, 'LimitExceeded']);
    expect(message).toMatch(/^Maximum policy size of 10240 bytes exceeded for role r/);
  });

  test.each<[string, string, RegExp]>([
    ['no JSON', '{', /invalid Json/],
    ['a list', '[]', /Syntax errors/],
    ['no statement', JSON.stringify({ Version: '2012-10-17', Statement: [] }), /Syntax errors/],
    [
      'another version',
      policy({ Effect: 'Allow', Action: '*', Resource: '*' }, { Version: '2020-01-01' }),
      /Syntax/
    ],
    ['no effect', policy({ Action: '*', Resource: '*' }), /Syntax errors/],
    ['an unknown member', policy({ Effect: 'Allow', Action: '*', Resource: '*', X: 1 }), /Syntax errors/],
    [
      'a principal',
      policy({ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }),
      /not specify a principal/
    ],
    ['no resource', policy({ Effect: 'Allow', Action: '*' }), /must contain resources/],
    ['no action', policy({ Effect: 'Allow', Resource: '*' }), /must contain actions/],
    [
      'both actions',
      policy({ Effect: 'Allow', Action: '*', NotAction: '*', Resource: '*' }),
      /contain actions/
    ],
    ['an action without a service', policy({ Effect: 'Allow', Action: 'Get', Resource: '*' }), /vendor/],
    ['a resource that is no ARN', policy({ Effect: 'Allow', Action: '*', Resource: 'b' }), /ARN format/]
  ])('%s is refused', async (_, document, message) => {
    const [status, code, said] = refusalOf(await put('p', document));
    expect([status, code]).toEqual([400, 'MalformedPolicyDocument']);
    expect(said).toMatch(message);
    expect(sandbox().account.iam.roles.get('r')?.policies.size).toBe(0);
  });
});

describe('trust policies', () => {
  test('are replaced', async () => {
    const oidc = policy({
      Effect: 'Allow',
      Principal: { Federated: 'arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' } }
    });
    expect((await setTrust(oidc)).status).toBe(200);
    const [document = ''] = elements(await iam('GetRole', { RoleName }), 'AssumeRolePolicyDocument');
    expect(decodeURIComponent(document)).toBe(oidc);
  });

  test.each<[string, string, RegExp]>([
    [
      'a resource',
      policy({ Effect: 'Allow', Principal: '*', Action: 'sts:*', Resource: '*' }),
      /prohibited field Resource/
    ],
    [
      'no principal',
      policy({ Effect: 'Allow', Action: 'sts:AssumeRole' }),
      /Missing required field Principal/
    ],
    ['no action', policy({ Effect: 'Allow', Principal: '*' }), /Missing required field Action/],
    [
      'an action of another service',
      policy({ Effect: 'Allow', Principal: '*', Action: 's3:*' }),
      /only specify STS/
    ],
    [
      'an unknown kind of principal',
      policy({ Effect: 'Allow', Principal: { X: '*' }, Action: 'sts:*' }),
      /Syntax/
    ]
  ])('with %s are refused', async (_, document, message) => {
    const [status, code, said] = refusalOf(await setTrust(document));
    expect([status, code]).toEqual([400, 'MalformedPolicyDocument']);
    expect(said).toMatch(message);
    expect(sandbox().account.iam.roles.get('r')?.trustPolicy).toBe(trust);
  });

  test('have 2,048 characters', async () => {
    const AWS = Array.from(
      { length: 50 },
      (_, n) => `arn:aws:iam::123456789012:role/a-role-with-a-name-${n}`
    );
    const long = policy({ Effect: 'Allow', Principal: { AWS }, Action: 'sts:AssumeRole' });
    expect(refusalOf(await setTrust(long))).toEqual([
      409,
      'LimitExceeded',
      'Cannot exceed quota for ACLSizePerRole: 2048'
    ]);
  });
});

describe('managed policies', () => {
  const attach = (PolicyArn: string): ReturnType<typeof iam> =>
    iam('AttachRolePolicy', { RoleName, PolicyArn });

  test('are attached, again without harm, and detached once', async () => {
    const PolicyArn = 'arn:aws:iam::aws:policy/service-role/AmazonS3TablesLakeFormationServiceRole';
    await attach(PolicyArn);
    expect((await attach(PolicyArn)).status).toBe(200);
    const listed = await iam('ListAttachedRolePolicies', { RoleName });
    expect(elements(listed, 'PolicyArn')).toEqual([PolicyArn]);
    expect(elements(listed, 'PolicyName')).toEqual(['AmazonS3TablesLakeFormationServiceRole']);
    expect((await iam('DetachRolePolicy', { RoleName, PolicyArn })).status).toBe(200);
    expect(refusalOf(await iam('DetachRolePolicy', { RoleName, PolicyArn }))[1]).toBe('NoSuchEntity');
  });

  test('are ten at most, by ARN', async () => {
    for (let n = 0; n < 10; n++) await attach(`arn:aws:iam::aws:policy/p${n}`);
    expect(refusalOf(await attach('arn:aws:iam::aws:policy/more'))).toEqual([
      409,
      'LimitExceeded',
      'Cannot exceed quota for PoliciesPerRole: 10'
    ]);
    expect(refusalOf(await attach('arn:aws:iam::123456789012:role/r'))[1]).toBe('InvalidInput');
  });
});
