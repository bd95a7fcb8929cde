import * as sdk from '@aws-sdk/client-lakeformation';
import { describe, expect, test } from '@jest/globals';
import { account, everyone, refusal, withSandbox } from '../glue/setup.js';

const aws = withSandbox();
const principal = (DataLakePrincipalIdentifier: string): sdk.DataLakePrincipal => ({
  DataLakePrincipalIdentifier
});
const role = (name: string): sdk.DataLakePrincipal => principal(`arn:aws:iam::${account}:role/${name}`);
const put = (DataLakeSettings: sdk.DataLakeSettings): Promise<unknown> =>
  aws.lakeFormation.send(new sdk.PutDataLakeSettingsCommand({ DataLakeSettings }));
const get = async (CatalogId?: string): Promise<sdk.DataLakeSettings | undefined> =>
  (await aws.lakeFormation.send(new sdk.GetDataLakeSettingsCommand({ CatalogId }))).DataLakeSettings;

const empty = {
  DataLakeAdmins: [],
  ReadOnlyAdmins: [],
  CreateDatabaseDefaultPermissions: [],
  CreateTableDefaultPermissions: [],
  Parameters: { CROSS_ACCOUNT_VERSION: '1', SET_CONTEXT: 'TRUE' },
  TrustedResourceOwners: [],
  AllowExternalDataFiltering: false,
  AllowFullTableExternalDataAccess: false,
  ExternalDataFilteringAllowList: [],
  AuthorizedSessionTagValueList: []
};

test('a fresh account leaves access to IAM and has no administrators', async () => {
  expect(await get()).toEqual({
    ...empty,
    CreateDatabaseDefaultPermissions: everyone,
    CreateTableDefaultPermissions: everyone,
    Parameters: { CROSS_ACCOUNT_VERSION: '4', SET_CONTEXT: 'TRUE' }
  });
});

test('a put replaces the whole document', async () => {
  const full: sdk.DataLakeSettings = {
    DataLakeAdmins: [role('a'), principal(`arn:aws:iam::${account}:root`)],
    ReadOnlyAdmins: [principal(`arn:aws:iam::${account}:user/path/b`)],
    CreateDatabaseDefaultPermissions: everyone,
    CreateTableDefaultPermissions: everyone,
    Parameters: { CROSS_ACCOUNT_VERSION: '3', SET_CONTEXT: 'TRUE' },
    TrustedResourceOwners: [account],
    AllowExternalDataFiltering: true,
    AllowFullTableExternalDataAccess: true,
    ExternalDataFilteringAllowList: [principal('111122223333')],
    AuthorizedSessionTagValueList: ['Amazon EMR']
  };
  await put(full);
  expect(await get(account)).toEqual(full);
  await put({ DataLakeAdmins: [role('c')] });
  expect(await get()).toEqual({ ...empty, DataLakeAdmins: [role('c')] });
  await put({});
  expect(await get()).toEqual(empty);
});

describe('refused, and nothing changed', () => {
  test.each<[string, sdk.DataLakeSettings, string | RegExp]>([
    [
      'a session as administrator',
      { DataLakeAdmins: [principal(`arn:aws:sts::${account}:assumed-role/a/s`)] },
      `Invalid principal, arn:aws:sts::${account}:assumed-role/a/s`
    ],
    ['no ARN', { DataLakeAdmins: [principal('me')] }, 'Invalid principal, me'],
    [
      'another partition',
      { ReadOnlyAdmins: [principal(`arn:aws-cn:iam::${account}:role/a`)] },
      /^Invalid principal/
    ],
    [
      "an Identity Center's group",
      { DataLakeAdmins: [principal('arn:aws:identitystore:::group/1-2')] },
      /^Invalid principal/
    ],
    [
      '31 administrators',
      { DataLakeAdmins: Array.from({ length: 31 }, (_, n) => role(`r${n}`)) },
      /equal to 30$/
    ],
    [
      'default permissions for one role',
      { CreateTableDefaultPermissions: [{ Principal: role('a'), Permissions: ['ALL'] }] },
      /^Default permissions/
    ],
    [
      'default permissions other than ALL',
      {
        CreateDatabaseDefaultPermissions: [
          { Principal: principal('IAM_ALLOWED_PRINCIPALS'), Permissions: ['CREATE_TABLE'] }
        ]
      },
      /^Default permissions/
    ],
    [
      'default permissions twice',
      { CreateTableDefaultPermissions: [...everyone, ...everyone] },
      /^Default permissions/
    ],
    ['a version that is none', { Parameters: { CROSS_ACCOUNT_VERSION: '6' } }, /CROSS_ACCOUNT_VERSION/],
    ['an unknown parameter', { Parameters: { X: '1' } }, /X/],
    ['an owner that is no account', { TrustedResourceOwners: ['me'] }, /me/]
  ])('%s', async (_, settings, message) => {
    await put({ DataLakeAdmins: [role('kept')] });
    await expect(put(settings)).rejects.toMatchObject(refusal('InvalidInputException', message));
    expect(await get()).toEqual({ ...empty, DataLakeAdmins: [role('kept')] });
  });
});

test('only the own account is answered', async () => {
  await expect(get(`${account}:s3tablescatalog`)).rejects.toMatchObject(
    refusal('InvalidInputException', 'Catalog id must be a valid AWS account id.')
  );
  await expect(get('210987654321')).rejects.toMatchObject({ name: 'AccessDeniedException' });
});

test('each region has its own settings', async () => {
  await put({ DataLakeAdmins: [role('a')] });
  expect(aws.region.account.region('eu-west-1').lakeFormation.settings.DataLakeAdmins).toEqual([]);
});

test('who is asking, and what is not there', async () => {
  const { Identity } = await aws.lakeFormation.send(new sdk.GetDataLakePrincipalCommand({}));
  expect(Identity).toBe(`arn:aws:iam::${account}:user/sandbox`);
  await expect(aws.lakeFormation.send(new sdk.ListLFTagsCommand({}))).rejects.toMatchObject(
    refusal('UnknownOperationException', /ListLFTags of lakeformation/)
  );
  const identityCenter = new sdk.DescribeLakeFormationIdentityCenterConfigurationCommand({});
  await expect(aws.lakeFormation.send(identityCenter)).rejects.toMatchObject(
    refusal('UnknownOperationException', /DescribeLakeFormationIdentityCenterConfiguration of lakeformation/)
  );
});
