import { describe, expect, test } from '@jest/globals';
import { parseSession, permissionSetOf } from '../../src/principal-arn.js';
import { resolveRole } from '../../src/principal/role.js';
import { ACCOUNT, fakeAccount, fails, IDENTITY } from '../support/account.js';
import { fakeContext } from '../support/context.js';
import { thrownBy } from '../support/thrown.js';

const HASH = '0a1b2c3d4e5f6071';
const RESERVED = 'aws-reserved/sso.amazonaws.com';
const arnOf = (path: string): string => `arn:aws:iam::${ACCOUNT}:role/${path}`;

describe('a permission set', () => {
  test('is found by its name alone, in whatever path', async () => {
    const { iam } = fakeAccount();
    iam.add(`${RESERVED}/eu-west-1/AWSReservedSSO_Data_Full_${HASH}`);
    iam.add(`${RESERVED}/AWSReservedSSO_Data_${HASH}`);
    iam.add(`AWSReservedSSO_Fake_${HASH}`);
    const find = (permissionSet: string): Promise<string | undefined> =>
      resolveRole(iam, { permissionSet }, IDENTITY, fakeContext());
    expect(await find('Data')).toBe(arnOf(`${RESERVED}/AWSReservedSSO_Data_${HASH}`));
    expect(await find('Data_Full')).toBe(arnOf(`${RESERVED}/eu-west-1/AWSReservedSSO_Data_Full_${HASH}`));
    expect((await thrownBy(() => find('Fake'))).found).toContain('There are roles of: Data, Data_Full.');
    expect((await thrownBy(() => find('data'))).code).toBe('PRINCIPAL_UNKNOWN');
  });

  test('of an account that has none', async () => {
    const { iam } = fakeAccount();
    const error = await thrownBy(() => resolveRole(iam, { permissionSet: 'Data' }, IDENTITY, fakeContext()));
    expect(error.found).toContain('no roles of permission sets in this account at all');
  });

  test('that may not be looked for is an error of its own', async () => {
    const { iam } = fakeAccount();
    iam.listRoles = fails('PERMISSION_DENIED');
    const error = await thrownBy(() => resolveRole(iam, { permissionSet: 'Data' }, IDENTITY, fakeContext()));
    expect(error.code).toBe('PERMISSION_DENIED');
  });
});

describe('a session', () => {
  const session = (role: string): string => `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/ann`;
  const resolve = (arn: string, iam = fakeAccount().iam): Promise<string | undefined> =>
    resolveRole(iam, { arn }, IDENTITY, fakeContext());

  test('is that of a role with its path; a role is itself', async () => {
    const { iam } = fakeAccount();
    iam.add('data/team/Analyst');
    expect(await resolve(session('Analyst'), iam)).toBe(arnOf('data/team/Analyst'));
    expect(await resolve(arnOf('x/Y'), iam)).toBe(arnOf('x/Y'));
  });

  test('that cannot be looked up is refused with the form that is needed', async () => {
    const { iam } = fakeAccount();
    iam.getRole = fails('PERMISSION_DENIED');
    const plain = await thrownBy(() => resolve(session('Analyst'), iam));
    expect(plain.todo).toContain(`arn:aws:iam::${ACCOUNT}:role/<path, if it has one>/Analyst`);
    const reserved = `AWSReservedSSO_Data_${HASH}`;
    const error = await thrownBy(() => resolve(session(reserved), iam));
    expect(error.todo).toContain(arnOf(`${RESERVED}/${reserved}`));
    expect(error.todo).toContain(arnOf(`${RESERVED}/<region of Identity Center>/${reserved}`));
  });

  test('that IAM fails to look up is no refusal', async () => {
    const { iam } = fakeAccount();
    iam.getRole = fails('THROTTLED');
    expect((await thrownBy(() => resolve(session('Analyst'), iam))).code).toBe('THROTTLED');
  });
});

test('ARNs and names are read strictly', () => {
  expect(parseSession('arn:aws-us-gov:sts::123456789012:assumed-role/R/s@x')).toEqual({
    partition: 'aws-us-gov',
    accountId: '123456789012',
    roleName: 'R'
  });
  expect(parseSession('arn:aws:iam::123456789012:role/R')).toBeUndefined();
  expect(parseSession('arn:aws:sts::123456789012:assumed-role/R')).toBeUndefined();
  expect(permissionSetOf(`role/AWSReservedSSO_A_B_${HASH}`)).toBe('A_B');
  expect(permissionSetOf(`AWSReservedSSO_A_${HASH.toUpperCase()}`)).toBeUndefined();
  expect(permissionSetOf('AWSReservedSSO_A_0a1b')).toBeUndefined();
});
