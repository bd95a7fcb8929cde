import * as sdk from '@aws-sdk/client-glue';
import { beforeEach, expect, test } from '@jest/globals';
import { account, caller, refusal, withSandbox } from './setup.js';

const aws = withSandbox();
const at = { DatabaseName: 'db' };

beforeEach(() => aws.glue.send(new sdk.CreateDatabaseCommand({ DatabaseInput: { Name: 'db' } })));

const create = (TableInput: sdk.TableInput): Promise<unknown> =>
  aws.glue.send(new sdk.CreateTableCommand({ ...at, TableInput }));
const get = async (Name: string): Promise<sdk.Table | undefined> =>
  (await aws.glue.send(new sdk.GetTableCommand({ ...at, Name }))).Table;

test('a table comes back as it was made, its name in lower case', async () => {
  const StorageDescriptor = { Columns: [{ Name: 'id', Type: 'bigint' }], Location: 's3://b/t' };
  await create({ Name: 'T', StorageDescriptor, Parameters: { table_type: 'ICEBERG' } });
  expect(await get('t')).toMatchObject({
    Name: 't',
    DatabaseName: 'db',
    CatalogId: account,
    CreatedBy: caller,
    VersionId: '0',
    Parameters: { table_type: 'ICEBERG' },
    StorageDescriptor
  });
  await expect(create({ Name: 't' })).rejects.toMatchObject(
    refusal('AlreadyExistsException', 'Table already exists.')
  );
});

test('an update replaces the input and counts the version', async () => {
  await create({ Name: 't', Description: 'd', Parameters: { k: '1' } });
  const update = (Parameters: Record<string, string>, VersionId?: string): Promise<unknown> =>
    aws.glue.send(
      new sdk.UpdateTableCommand({
        ...at,
        TableInput: { Name: 't', Parameters },
        SkipArchive: true,
        VersionId
      })
    );
  await update({ k: '2' }, '0');
  await expect(update({ k: '3' }, '0')).rejects.toMatchObject({ name: 'ConcurrentModificationException' });
  await update({ k: '4' });
  const table = await get('t');
  expect(table).toMatchObject({ VersionId: '2', Parameters: { k: '4' } });
  expect(table?.Description).toBeUndefined();
});

test('tables are listed by expression and in pages', async () => {
  for (const Name of ['sales_b', 'sales_a', 'other']) await create({ Name });
  const list = async (more: Partial<sdk.GetTablesRequest>): Promise<sdk.GetTablesResponse> =>
    aws.glue.send(new sdk.GetTablesCommand({ ...at, ...more }));
  const names = ({ TableList = [] }: sdk.GetTablesResponse): unknown => TableList.map(({ Name }) => Name);
  expect(names(await list({ Expression: 'sales' }))).toEqual([]);
  expect(names(await list({ Expression: 'sales_.*|x' }))).toEqual(['sales_a', 'sales_b']);
  await expect(list({ Expression: '(' })).rejects.toMatchObject({ name: 'InvalidInputException' });
  const first = await list({ MaxResults: 2 });
  expect(names(first)).toEqual(['other', 'sales_a']);
  expect(names(await list({ MaxResults: 2, NextToken: first.NextToken }))).toEqual(['sales_b']);
  expect(names(await list({ MaxResults: 2, NextToken: '' }))).toEqual(names(first));
});

test('a table has no partition indexes', async () => {
  await create({ Name: 't' });
  const ask = (TableName: string): sdk.GetPartitionIndexesCommand =>
    new sdk.GetPartitionIndexesCommand({ ...at, TableName });
  expect(await aws.glue.send(ask('t'))).toMatchObject({ PartitionIndexDescriptorList: [] });
  await expect(aws.glue.send(ask('u'))).rejects.toMatchObject({ name: 'EntityNotFoundException' });
});

test('what is not there is named', async () => {
  await expect(get('T')).rejects.toMatchObject(refusal('EntityNotFoundException', 'Table t not found.'));
  const elsewhere = new sdk.GetTablesCommand({ DatabaseName: 'nope' });
  await expect(aws.glue.send(elsewhere)).rejects.toMatchObject(
    refusal('EntityNotFoundException', 'Database nope not found.')
  );
});

test('tables go with their database', async () => {
  await create({ Name: 't' });
  await create({ Name: 'u' });
  await aws.glue.send(new sdk.DeleteTableCommand({ ...at, Name: 'U' }));
  await expect(get('u')).rejects.toMatchObject({ name: 'EntityNotFoundException' });
  await aws.glue.send(new sdk.DeleteDatabaseCommand({ Name: 'db' }));
  await aws.glue.send(new sdk.CreateDatabaseCommand({ DatabaseInput: { Name: 'db' } }));
  await expect(get('t')).rejects.toMatchObject({ name: 'EntityNotFoundException' });
});
