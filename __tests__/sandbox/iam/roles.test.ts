import { describe, expect, test } from '@jest/globals';
import { elements, permission, refusalOf, trust, withIam } from './call.js';

const { iam, sandbox } = withIam();
const create = (RoleName: string, more: Readonly<Record<string, string>> = {}): ReturnType<typeof iam> =>
  iam('CreateRole', { RoleName, AssumeRolePolicyDocument: trust, ...more });

describe('roles', () => {
  test('come back as they were made', async () => {
    const made = await create('S3TablesRole', {
      Path: '/service-role/',
      Description: 'reads & writes <tables>',
      MaxSessionDuration: '7200',
      'Tags.member.1.Key': 'k',
      'Tags.member.1.Value': 'v'
    });
    expect(made.status).toBe(200);
    expect(made.text).toMatch(
      /^<CreateRoleResponse xmlns="https:\/\/iam\.amazonaws\.com\/doc\/2010-05-08\/">/
    );
    const found = await iam('GetRole', { RoleName: 's3tablesrole' });
    expect(elements(found, 'RoleName')).toEqual(['S3TablesRole']);
    expect(elements(found, 'Arn')).toEqual(['arn:aws:iam::123456789012:role/service-role/S3TablesRole']);
    expect(elements(found, 'RoleId')[0]).toMatch(/^AROA[A-Z2-7]{17}$/);
    expect(elements(found, 'MaxSessionDuration')).toEqual(['7200']);
    expect(elements(found, 'Description')).toEqual(['reads &amp; writes &lt;tables&gt;']);
    expect(elements(found, 'CreateDate')[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect([elements(found, 'Key'), elements(found, 'Value')]).toEqual([['k'], ['v']]);
    const [document = ''] = elements(found, 'AssumeRolePolicyDocument');
    expect(document).toMatch(/^%7B/);
    expect(decodeURIComponent(document)).toBe(trust);
  });

  test('have no instance profiles', async () => {
    await create('r');
    const listed = await iam('ListInstanceProfilesForRole', { RoleName: 'r' });
    expect(listed.text).toContain('<InstanceProfiles></InstanceProfiles><IsTruncated>false</IsTruncated>');
    expect(refusalOf(await iam('ListInstanceProfilesForRole', { RoleName: 's' }))[1]).toBe('NoSuchEntity');
  });

  test('are made once, whatever their case, and are one for all regions', async () => {
    await create('r');
    expect(refusalOf(await create('R'))).toEqual([
      409,
      'EntityAlreadyExists',
      'Role with name R already exists.'
    ]);
    expect(sandbox().account.iam.roles.size).toBe(1);
  });

  test('that are not there are named', async () => {
    for (const action of [
      'GetRole',
      'DeleteRole',
      'ListRolePolicies',
      'ListRoleTags',
      'ListAttachedRolePolicies'
    ]) {
      expect(refusalOf(await iam(action, { RoleName: 'nope' }))).toEqual([
        404,
        'NoSuchEntity',
        'The role with name nope cannot be found.'
      ]);
    }
  });

  test('can be listed by path and in pages', async () => {
    await create('c', { Path: '/team/' });
    await create('a', { Path: '/team/' });
    await create('b');
    expect(elements(await iam('ListRoles'), 'RoleName')).toEqual(['a', 'b', 'c']);
    expect(elements(await iam('ListRoles', { PathPrefix: '/team/' }), 'RoleName')).toEqual(['a', 'c']);
    const first = await iam('ListRoles', { MaxItems: '2' });
    expect(elements(first, 'RoleName')).toEqual(['a', 'b']);
    expect(elements(first, 'IsTruncated')).toEqual(['true']);
    const [Marker = ''] = elements(first, 'Marker');
    const second = await iam('ListRoles', { MaxItems: '2', Marker });
    expect(elements(second, 'RoleName')).toEqual(['c']);
    expect(elements(second, 'IsTruncated')).toEqual(['false']);
    expect(elements(second, 'Marker')).toEqual([]);
    expect(refusalOf(await iam('ListRoles', { Marker: 'x' }))).toEqual([
      400,
      'ValidationError',
      'Invalid Marker.'
    ]);
  });

  test('go when their policies have gone', async () => {
    const PolicyArn = 'arn:aws:iam::aws:policy/ReadOnlyAccess';
    await create('r');
    await iam('PutRolePolicy', { RoleName: 'r', PolicyName: 'p', PolicyDocument: permission });
    await iam('AttachRolePolicy', { RoleName: 'r', PolicyArn });
    const remove = (): ReturnType<typeof iam> => iam('DeleteRole', { RoleName: 'r' });
    expect(refusalOf(await remove())).toEqual([
      409,
      'DeleteConflict',
      'Cannot delete entity, must detach all policies first.'
    ]);
    await iam('DetachRolePolicy', { RoleName: 'r', PolicyArn });
    expect(refusalOf(await remove())).toEqual([
      409,
      'DeleteConflict',
      'Cannot delete entity, must delete policies first.'
    ]);
    await iam('DeleteRolePolicy', { RoleName: 'r', PolicyName: 'p' });
    expect((await remove()).status).toBe(200);
    expect((await remove()).status).toBe(404);
  });
});

describe('the model', () => {
  test.each<[string, Readonly<Record<string, string>>, RegExp]>([
    ['a name', { RoleName: 'has space' }, /'has space' at 'roleName'.*regular expression/],
    ['a long name', { RoleName: 'r'.repeat(65) }, /at 'roleName'.*less than or equal to 64/],
    ['a path', { Path: 'team' }, /at 'path'/],
    [
      'a duration',
      { MaxSessionDuration: '60' },
      /'60' at 'maxSessionDuration'.*greater than or equal to 3600/
    ],
    ['a tag', { 'Tags.member.1.Key': '', 'Tags.member.1.Value': 'v' }, /at 'tags\.1\.member\.key'/],
    ['a document', { AssumeRolePolicyDocument: '' }, /at 'assumeRolePolicyDocument'/]
  ])('is strict about %s', async (_, members, message) => {
    const [status, code, said] = refusalOf(await create('r', members));
    expect([status, code]).toEqual([400, 'ValidationError']);
    expect(said?.replaceAll('&apos;', "'")).toMatch(message);
    expect(sandbox().account.iam.roles.size).toBe(0);
  });

  test('requires what it requires', async () => {
    const [, code, message] = refusalOf(await iam('CreateRole', { RoleName: 'r' }));
    expect(code).toBe('ValidationError');
    expect(message).toMatch(/Value null at &apos;assumeRolePolicyDocument&apos;.*must not be null/);
  });
});

describe('tags', () => {
  const tagged = async (): Promise<[string[], string[]]> => {
    const answer = await iam('ListRoleTags', { RoleName: 'r' });
    return [elements(answer, 'Key'), elements(answer, 'Value')];
  };
  const tag = (Key: string, Value: string): ReturnType<typeof iam> =>
    iam('TagRole', { RoleName: 'r', 'Tags.member.1.Key': Key, 'Tags.member.1.Value': Value });

  test('are added, replaced and removed', async () => {
    await create('r', { Tags: '' });
    await tag('b', '1');
    await tag('a', '1');
    await tag('b', '2');
    expect(await tagged()).toEqual([
      ['a', 'b'],
      ['1', '2']
    ]);
    await iam('UntagRole', { RoleName: 'r', 'TagKeys.member.1': 'a', 'TagKeys.member.2': 'gone' });
    expect(await tagged()).toEqual([['b'], ['2']]);
  });

  test('are fifty at most, each key once, and none of AWS', async () => {
    await create('r');
    for (let n = 0; n < 50; n++) await tag(`k${n}`, 'v');
    expect(refusalOf(await tag('more', 'v')).slice(0, 2)).toEqual([409, 'LimitExceeded']);
    expect(refusalOf(await tag('aws:k', 'v')).slice(0, 2)).toEqual([400, 'InvalidInput']);
    const twice = {
      'Tags.member.1.Key': 'k',
      'Tags.member.1.Value': '1',
      'Tags.member.2.Key': 'K',
      'Tags.member.2.Value': '2'
    };
    expect(refusalOf(await create('s', twice)).slice(0, 2)).toEqual([400, 'InvalidInput']);
    expect(sandbox().account.iam.roles.has('s')).toBe(false);
  });
});

test('the caller is a user; other operations are not there', async () => {
  expect(elements(await iam('GetUser'), 'Arn')).toEqual(['arn:aws:iam::123456789012:user/sandbox']);
  expect(refusalOf(await iam('GetUser', { UserName: 'bob' }))[1]).toBe('NoSuchEntity');
  const [status, , message] = refusalOf(await iam('CreateGroup', { GroupName: 'bobs' }));
  expect([status, message]).toEqual([400, 'The sandbox does not have the operation CreateGroup of iam.']);
});
