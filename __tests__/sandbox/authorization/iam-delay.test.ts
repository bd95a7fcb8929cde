import { expect, test } from '@jest/globals';
import { PutDataLakeSettingsCommand, RegisterResourceCommand } from '@aws-sdk/client-lakeformation';
import { elements, refusalOf, trust, trusting, wholeAccount, withIam } from '../iam/call.js';
import { call } from '../client.js';
import * as setup from './setup.js';

const RoleArn = `arn:aws:iam::${setup.account}:role/fresh`;
const ghost = `arn:aws:iam::${setup.account}:role/ghost`;

function admins(...arns: readonly string[]): PutDataLakeSettingsCommand {
  const DataLakeAdmins = arns.map((arn) => ({ DataLakePrincipalIdentifier: arn }));
  return new PutDataLakeSettingsCommand({ DataLakeSettings: { DataLakeAdmins } });
}

test('a role that was just made is not seen by STS and Lake Formation', async () => {
  const { iam, url, lakeFormation } = delayed;
  await iam('CreateRole', { RoleName: 'fresh', AssumeRolePolicyDocument: trusting(wholeAccount) });
  expect(elements(await iam('GetRole', { RoleName: 'fresh' }), 'Arn')).toEqual([RoleArn]);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const form = { Action: 'AssumeRole', Version: '2011-06-15', RoleArn, RoleSessionName: 'run' };
  const body = new URLSearchParams(form).toString();
  const answer = await call(url(), { method: 'POST', path: '/', headers, body }, { service: 'sts' });
  expect(refusalOf(answer)[1]).toBe('AccessDenied');
  const invalid = { name: 'InvalidInputException' };
  await expect(lakeFormation().send(admins(RoleArn))).rejects.toMatchObject(invalid);
  const ResourceArn = `arn:aws:s3tables:us-east-1:${setup.account}:bucket/*`;
  const register = new RegisterResourceCommand({ ResourceArn, RoleArn, WithFederation: true });
  await expect(lakeFormation().send(register)).rejects.toMatchObject(invalid);
});

test('one that IAM never had is believed in all the same', async () => {
  await expect(delayed.lakeFormation().send(admins(ghost))).resolves.toBeDefined();
});

test('unless only those that IAM has are', async () => {
  const { iam, lakeFormation } = known;
  await expect(lakeFormation().send(admins(ghost))).rejects.toMatchObject({ name: 'InvalidInputException' });
  await iam('CreateRole', { RoleName: 'ghost', AssumeRolePolicyDocument: trust });
  const user = `arn:aws:iam::${setup.account}:user/sandbox`;
  await expect(lakeFormation().send(admins(ghost, user))).resolves.toBeDefined();
});

const delayed = ofSandbox({ iamDelay: 3_600_000 });
const known = ofSandbox({ principals: 'iam' });

function ofSandbox(options: Parameters<typeof withIam>[0]) {
  const { iam, sandbox } = withIam(options);
  const url = (): string => sandbox().url;
  return { iam, url, lakeFormation: () => setup.clients(setup.administrator(url())).lakeFormation };
}
