import * as sdk from '@aws-sdk/client-glue';
import * as s3tables from '@aws-sdk/client-s3tables';
import { beforeEach, expect, test } from '@jest/globals';
import { account, federated, refusal, withSandbox } from './setup.js';

const aws = withSandbox();
const CatalogId = `${account}:s3tablescatalog/dev-app`;
const tableBucketARN = `arn:aws:s3tables:us-east-1:${account}:bucket/dev-app`;
const at = { CatalogId, DatabaseName: 'app' };

beforeEach(async () => {
  await aws.glue.send(new sdk.CreateCatalogCommand({ Name: 's3tablescatalog', CatalogInput: federated }));
  await aws.s3tables.send(new s3tables.CreateTableBucketCommand({ name: 'dev-app' }));
  await aws.s3tables.send(new s3tables.CreateNamespaceCommand({ tableBucketARN, namespace: ['app'] }));
});

const createTable = (name: string, fields?: s3tables.SchemaField[]): Promise<s3tables.CreateTableResponse> =>
  aws.s3tables.send(
    new s3tables.CreateTableCommand({
      tableBucketARN,
      namespace: 'app',
      name,
      format: 'ICEBERG',
      ...(fields && { metadata: { iceberg: { schema: { fields } } } })
    })
  );
const get = async (Name: string): Promise<sdk.Table | undefined> =>
  (await aws.glue.send(new sdk.GetTableCommand({ ...at, Name }))).Table;

test('namespaces are databases', async () => {
  const { Database } = await aws.glue.send(new sdk.GetDatabaseCommand({ CatalogId, Name: 'APP' }));
  expect(Database).toMatchObject({
    Name: 'app',
    CatalogId,
    FederatedDatabase: { ConnectionName: 'aws:s3tables' }
  });
  const { DatabaseList } = await aws.glue.send(new sdk.GetDatabasesCommand({ CatalogId }));
  expect(DatabaseList?.map(({ Name }) => Name)).toEqual(['app']);
});

test('a table shows its metadata location and its columns', async () => {
  const fields = [
    { name: 'id', type: 'long', required: true },
    { name: 'price', type: 'decimal(10, 2)' },
    { name: 'at', type: 'timestamptz' }
  ];
  const { tableARN } = await createTable('orders', fields);
  const source = await aws.s3tables.send(new s3tables.GetTableCommand({ tableArn: tableARN }));
  const table = await get('orders');
  expect(table).toMatchObject({
    Name: 'orders',
    DatabaseName: 'app',
    CatalogId,
    Parameters: { table_type: 'ICEBERG', metadata_location: source.metadataLocation },
    StorageDescriptor: { Location: source.warehouseLocation },
    FederatedTable: { Identifier: tableARN, ConnectionName: 'aws:s3tables' }
  });
  expect(table?.StorageDescriptor?.Columns).toEqual([
    { Name: 'id', Type: 'bigint', Parameters: parameters(1, false) },
    { Name: 'price', Type: 'decimal(10,2)', Parameters: parameters(2, true) },
    { Name: 'at', Type: 'timestamp', Parameters: parameters(3, true) }
  ]);
});

function parameters(id: number, isOptional: boolean): object {
  return {
    'iceberg.field.current': 'true',
    'iceberg.field.id': String(id),
    'iceberg.field.optional': String(isOptional)
  };
}

test('a table without metadata has no metadata location; one with capitals is not shown', async () => {
  await createTable('bare');
  await createTable('capital', [{ name: 'Id', type: 'long' }]);
  const { TableList } = await aws.glue.send(new sdk.GetTablesCommand(at));
  expect(TableList).toMatchObject([{ Name: 'bare', Parameters: { table_type: 'ICEBERG' } }]);
  expect(TableList?.[0]?.Parameters).not.toHaveProperty('metadata_location');
  await expect(get('capital')).rejects.toMatchObject(
    refusal('ValidationException', 'Unsupported Federation Resource - Invalid table or column names.')
  );
});

test('what S3 Tables does not have, Glue does not see', async () => {
  await expect(get('nope')).rejects.toMatchObject(
    refusal('EntityNotFoundException', /^The specified table does not exist/)
  );
  const gone = new sdk.GetDatabasesCommand({ CatalogId: `${account}:s3tablescatalog/gone` });
  await expect(aws.glue.send(gone)).rejects.toMatchObject(
    refusal('EntityNotFoundException', /bucket does not exist.*FromFederationSource: True/)
  );
  const parent = new sdk.GetDatabasesCommand({ CatalogId: 's3tablescatalog' });
  await expect(aws.glue.send(parent)).rejects.toMatchObject({ name: 'InvalidInputException' });
});

test('databases made and deleted through Glue are namespaces', async () => {
  const create = (Name: string): Promise<unknown> =>
    aws.glue.send(new sdk.CreateDatabaseCommand({ CatalogId, DatabaseInput: { Name } }));
  await create('more');
  await aws.s3tables.send(new s3tables.GetNamespaceCommand({ tableBucketARN, namespace: 'more' }));
  await expect(create('more')).rejects.toMatchObject({ name: 'AlreadyExistsException' });
  await expect(create('has-hyphen')).rejects.toMatchObject({ name: 'InvalidInputException' });
  await aws.glue.send(new sdk.DeleteDatabaseCommand({ CatalogId, Name: 'more' }));
  const namespaces = await aws.s3tables.send(new s3tables.ListNamespacesCommand({ tableBucketARN }));
  expect(namespaces.namespaces?.map(({ namespace }) => namespace)).toEqual([['app']]);
});

test('a namespace with tables is not deleted; a table is', async () => {
  await createTable('orders');
  const drop = new sdk.DeleteDatabaseCommand({ CatalogId, Name: 'app' });
  await expect(aws.glue.send(drop)).rejects.toMatchObject(refusal('InvalidInputException', /not empty/));
  await aws.glue.send(new sdk.DeleteTableCommand({ ...at, Name: 'orders' }));
  await aws.glue.send(drop);
  expect(aws.region.s3tables.buckets.get('dev-app')?.namespaces.size).toBe(0);
});

test('what the sandbox cannot do there is named', async () => {
  const table = new sdk.CreateTableCommand({ ...at, TableInput: { Name: 't' } });
  await expect(aws.glue.send(table)).rejects.toMatchObject(
    refusal('UnknownOperationException', /CreateTable.*s3tablescatalog\/dev-app/)
  );
});
