import * as sdk from '@aws-sdk/client-lakeformation';
import { describe, expect, test } from '@jest/globals';
import { account, refusal, withSandbox } from '../glue/setup.js';

const aws = withSandbox();
const buckets = `arn:aws:s3tables:us-east-1:${account}:bucket/*`;
const RoleArn = `arn:aws:iam::${account}:role/service-role/S3TablesRoleForLakeFormation`;

const register = (request: Partial<sdk.RegisterResourceRequest> = {}): Promise<unknown> =>
  aws.lakeFormation.send(new sdk.RegisterResourceCommand({ ResourceArn: buckets, RoleArn, ...request }));
const describeResource = async (ResourceArn = buckets): Promise<sdk.ResourceInfo | undefined> =>
  (await aws.lakeFormation.send(new sdk.DescribeResourceCommand({ ResourceArn }))).ResourceInfo;

test('a registration is kept with its flags', async () => {
  await register({ WithFederation: true, WithPrivilegedAccess: true });
  expect(await describeResource()).toMatchObject({
    ResourceArn: buckets,
    RoleArn,
    WithFederation: true,
    WithPrivilegedAccess: true,
    HybridAccessEnabled: false,
    VerificationStatus: 'NOT_VERIFIED'
  });
  await expect(register()).rejects.toMatchObject({ name: 'AlreadyExistsException' });
});

test('an update changes the role and what is given', async () => {
  await register({ WithFederation: true });
  const other = `arn:aws:iam::${account}:role/other`;
  const update = { ResourceArn: buckets, RoleArn: other, HybridAccessEnabled: true };
  await aws.lakeFormation.send(new sdk.UpdateResourceCommand(update));
  expect(await describeResource()).toMatchObject({
    RoleArn: other,
    WithFederation: true,
    HybridAccessEnabled: true
  });
});

test('a location goes once', async () => {
  await register();
  const remove = new sdk.DeregisterResourceCommand({ ResourceArn: buckets });
  await aws.lakeFormation.send(remove);
  const missing = refusal('EntityNotFoundException', 'Entity not found');
  await expect(aws.lakeFormation.send(remove)).rejects.toMatchObject(missing);
  await expect(describeResource()).rejects.toMatchObject(missing);
});

test('the service-linked role stands in for a role', async () => {
  await register({ ResourceArn: 'arn:aws:s3:::b/path', RoleArn: undefined, UseServiceLinkedRole: true });
  expect((await describeResource('arn:aws:s3:::b/path'))?.RoleArn).toMatch(
    /AWSServiceRoleForLakeFormationDataAccess$/
  );
});

test('permissions on a registered location can be granted', async () => {
  await register({ ResourceArn: 'arn:aws:s3:::b' });
  const change = {
    Principal: { DataLakePrincipalIdentifier: `arn:aws:iam::${account}:role/r` },
    Resource: { DataLocation: { ResourceArn: 'arn:aws:s3:::b/below' } },
    Permissions: ['DATA_LOCATION_ACCESS' as const]
  };
  await aws.lakeFormation.send(new sdk.GrantPermissionsCommand(change));
  const { PrincipalResourcePermissions } = await aws.lakeFormation.send(
    new sdk.ListPermissionsCommand({ ResourceType: 'DATA_LOCATION' })
  );
  expect(PrincipalResourcePermissions).toMatchObject([change]);
});

describe('refused', () => {
  test.each<[string, Partial<sdk.RegisterResourceRequest>]>([
    ['one table bucket', { ResourceArn: buckets.replace('*', 'one') }],
    ['buckets of another region', { ResourceArn: buckets.replace('us-east-1', 'eu-west-1') }],
    ['no role', { RoleArn: undefined }],
    ['two roles', { UseServiceLinkedRole: true }],
    ['a role that is none', { RoleArn: `arn:aws:iam::${account}:user/u` }],
    ['an owner that is none', { ExpectedResourceOwnerAccount: '12' }]
  ])('%s', async (_, request) => {
    await expect(register(request)).rejects.toMatchObject({ name: 'InvalidInputException' });
    expect(aws.region.lakeFormation.resources.size).toBe(0);
  });
});

describe('lists', () => {
  const names = async (
    ...conditions: [sdk.FieldNameString, sdk.ComparisonOperator, ...string[]][]
  ): Promise<unknown> => {
    const FilterConditionList = conditions.map(([Field, ComparisonOperator, ...StringValueList]) => ({
      Field,
      ComparisonOperator,
      StringValueList
    }));
    const request = conditions.length > 0 ? { FilterConditionList } : {};
    const { ResourceInfoList } = await aws.lakeFormation.send(new sdk.ListResourcesCommand(request));
    return ResourceInfoList?.map(({ ResourceArn }) => ResourceArn?.slice('arn:aws:s3:::'.length));
  };

  test('by every condition', async () => {
    for (const name of ['b', 'c', 'd']) {
      const role = `arn:aws:iam::${account}:role/for-${name}`;
      await register({ ResourceArn: `arn:aws:s3:::${name}`, RoleArn: role });
    }
    const arn = (name: string): string => `arn:aws:s3:::${name}`;
    expect(await names()).toEqual(['b', 'c', 'd']);
    expect(await names(['RESOURCE_ARN', 'EQ', arn('c')])).toEqual(['c']);
    expect(await names(['RESOURCE_ARN', 'NE', arn('c')])).toEqual(['b', 'd']);
    expect(await names(['RESOURCE_ARN', 'LT', arn('c')])).toEqual(['b']);
    expect(await names(['RESOURCE_ARN', 'LE', arn('c')])).toEqual(['b', 'c']);
    expect(await names(['RESOURCE_ARN', 'GT', arn('c')])).toEqual(['d']);
    expect(await names(['RESOURCE_ARN', 'GE', arn('c')])).toEqual(['c', 'd']);
    expect(await names(['RESOURCE_ARN', 'IN', arn('b'), arn('d')])).toEqual(['b', 'd']);
    expect(await names(['RESOURCE_ARN', 'BETWEEN', arn('a'), arn('c')])).toEqual(['b', 'c']);
    expect(await names(['ROLE_ARN', 'CONTAINS', 'for-c'])).toEqual(['c']);
    expect(await names(['ROLE_ARN', 'NOT_CONTAINS', 'for-c'])).toEqual(['b', 'd']);
    expect(await names(['ROLE_ARN', 'BEGINS_WITH', 'arn'], ['RESOURCE_ARN', 'EQ', arn('b')])).toEqual(['b']);
    expect(await names(['LAST_MODIFIED', 'GT', '2020-01-01'])).toEqual(['b', 'c', 'd']);
    expect(await names(['LAST_MODIFIED', 'LT', '1577836800'])).toEqual([]);
    await expect(names(['LAST_MODIFIED', 'LT', 'long ago'])).rejects.toMatchObject({
      name: 'InvalidInputException'
    });
    await expect(names(['ROLE_ARN', 'EQ'])).rejects.toMatchObject({ name: 'InvalidInputException' });
  });

  test('in pages', async () => {
    for (const name of ['b', 'c', 'd']) await register({ ResourceArn: `arn:aws:s3:::${name}` });
    const first = await aws.lakeFormation.send(new sdk.ListResourcesCommand({ MaxResults: 2 }));
    expect(first.ResourceInfoList).toHaveLength(2);
    const { NextToken } = first;
    const second = await aws.lakeFormation.send(new sdk.ListResourcesCommand({ MaxResults: 2, NextToken }));
    expect(second.ResourceInfoList).toMatchObject([{ ResourceArn: 'arn:aws:s3:::d' }]);
    expect(second.NextToken).toBeUndefined();
  });
});
