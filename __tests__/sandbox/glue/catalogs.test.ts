import * as sdk from '@aws-sdk/client-glue';
import { CreateTableBucketCommand } from '@aws-sdk/client-s3tables';
import { expect, test } from '@jest/globals';
import { account, everyone, federated, refusal, withSandbox } from './setup.js';

const aws = withSandbox();
const create = (Name: string, CatalogInput: sdk.CatalogInput): Promise<unknown> =>
  aws.glue.send(new sdk.CreateCatalogCommand({ Name, CatalogInput }));
const get = async (CatalogId: string): Promise<sdk.Catalog | undefined> =>
  (await aws.glue.send(new sdk.GetCatalogCommand({ CatalogId }))).Catalog;
const list = async (request: sdk.GetCatalogsRequest): Promise<(string | undefined)[]> => {
  const { CatalogList = [] } = await aws.glue.send(new sdk.GetCatalogsCommand(request));
  return CatalogList.map(({ CatalogId }) => CatalogId);
};
const bucket = (name: string): Promise<unknown> => aws.s3tables.send(new CreateTableBucketCommand({ name }));

test('the integration is off in a fresh account', async () => {
  await expect(get('s3tablescatalog')).rejects.toMatchObject(
    refusal('EntityNotFoundException', 'Catalog s3tablescatalog not found.')
  );
  expect(await get(account)).toMatchObject({
    CatalogId: account,
    ResourceArn: `arn:aws:glue:us-east-1:${account}:catalog`
  });
});

test('the federated catalog is kept whole, and answers to every form of its id', async () => {
  await create('s3tablescatalog', { ...federated, AllowFullTableExternalDataAccess: 'True' });
  for (const id of ['s3tablescatalog', `${account}:s3tablescatalog`]) {
    expect(await get(id)).toMatchObject({
      ...federated,
      CatalogId: `${account}:s3tablescatalog`,
      Name: 's3tablescatalog',
      ResourceArn: `arn:aws:glue:us-east-1:${account}:catalog/s3tablescatalog`,
      AllowFullTableExternalDataAccess: 'True'
    });
  }
});

test('a catalog is made once, and table buckets are federated once', async () => {
  await create('s3tablescatalog', federated);
  await expect(create('s3tablescatalog', federated)).rejects.toMatchObject(
    refusal('AlreadyExistsException', 'Catalog already exists.')
  );
  await expect(create('again', federated)).rejects.toMatchObject({
    name: 'FederatedResourceAlreadyExistsException'
  });
});

test('a federation with something else is refused', async () => {
  const { Identifier, ConnectionName } = federated.FederatedCatalog;
  const with_ = (FederatedCatalog: sdk.FederatedCatalog): Promise<unknown> =>
    create('c', { FederatedCatalog });
  await expect(with_({ Identifier: Identifier.replace('*', 'one'), ConnectionName })).rejects.toMatchObject({
    name: 'InvalidInputException'
  });
  await expect(with_({ Identifier, ConnectionName: 'mine' })).rejects.toMatchObject(
    refusal('EntityNotFoundException', 'Connection mine not found.')
  );
  await expect(create('a.b', {})).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(create('aws:b', {})).rejects.toMatchObject({ name: 'ValidationException' });
});

test('its children are the table buckets, live', async () => {
  await create('s3tablescatalog', federated);
  expect(await list({ ParentCatalogId: 's3tablescatalog' })).toEqual([]);
  await bucket('one-app');
  await bucket('two-app');
  const children = [`${account}:s3tablescatalog/one-app`, `${account}:s3tablescatalog/two-app`];
  expect(await list({ ParentCatalogId: `${account}:s3tablescatalog` })).toEqual(children);
  expect(await list({})).toEqual([`${account}:s3tablescatalog`]);
  expect(await list({ Recursive: true })).toEqual([`${account}:s3tablescatalog`, ...children]);
  expect(await list({ IncludeRoot: true })).toEqual([account, `${account}:s3tablescatalog`]);
  for (const id of ['s3tablescatalog/one-app', `${account}:s3tablescatalog/one-app`]) {
    expect(await get(id)).toMatchObject({
      Name: 'one-app',
      FederatedCatalog: {
        Identifier: `arn:aws:s3tables:us-east-1:${account}:bucket/one-app`,
        ConnectionName: 'aws:s3tables'
      }
    });
  }
  await expect(get('s3tablescatalog/gone')).rejects.toMatchObject(
    refusal('EntityNotFoundException', /bucket does not exist.*FromFederationSource: True/)
  );
});

test('catalogs come in pages', async () => {
  for (const name of ['a', 'b', 'c']) await create(name, {});
  const first = await aws.glue.send(new sdk.GetCatalogsCommand({ MaxResults: 2 }));
  expect(first.CatalogList).toHaveLength(2);
  const { NextToken } = first;
  expect(await list({ MaxResults: 2, NextToken })).toEqual([`${account}:c`]);
  await expect(list({ NextToken: 'x' })).rejects.toMatchObject({ name: 'InvalidInputException' });
});

test('an update replaces the whole input', async () => {
  await create('s3tablescatalog', { ...federated, Description: 'd' });
  const update = (CatalogId: string, CatalogInput: sdk.CatalogInput): Promise<unknown> =>
    aws.glue.send(new sdk.UpdateCatalogCommand({ CatalogId, CatalogInput }));
  await update('s3tablescatalog', { ...federated, CreateTableDefaultPermissions: [] });
  const found = await get('s3tablescatalog');
  expect(found?.Description).toBeUndefined();
  expect(found).toMatchObject({
    CreateTableDefaultPermissions: [],
    CreateDatabaseDefaultPermissions: everyone
  });
  await bucket('one-app');
  await expect(update('s3tablescatalog/one-app', {})).rejects.toMatchObject({
    name: 'InvalidInputException'
  });
  await expect(update('nope', {})).rejects.toMatchObject({ name: 'EntityNotFoundException' });
});

test('a deleted catalog leaves the buckets', async () => {
  await create('s3tablescatalog', federated);
  await bucket('one-app');
  await aws.glue.send(new sdk.DeleteCatalogCommand({ CatalogId: 's3tablescatalog' }));
  await expect(get('s3tablescatalog/one-app')).rejects.toMatchObject({ name: 'EntityNotFoundException' });
  expect([...aws.region.s3tables.buckets.keys()]).toEqual(['one-app']);
});

test('without federation it is an ordinary, empty catalog, even under that name', async () => {
  await create('s3tablescatalog', {});
  await bucket('one-app');
  expect((await get('s3tablescatalog'))?.FederatedCatalog).toBeUndefined();
  expect(await list({ ParentCatalogId: 's3tablescatalog' })).toEqual([]);
  await expect(get('s3tablescatalog/one-app')).rejects.toMatchObject({ name: 'EntityNotFoundException' });
  const CatalogId = `${account}:s3tablescatalog`;
  await aws.glue.send(new sdk.CreateDatabaseCommand({ CatalogId, DatabaseInput: { Name: 'db' } }));
  const { DatabaseList } = await aws.glue.send(new sdk.GetDatabasesCommand({ CatalogId }));
  expect(DatabaseList).toMatchObject([{ Name: 'db', CatalogId }]);
  expect(aws.region.glue.databases.size).toBe(0);
});
