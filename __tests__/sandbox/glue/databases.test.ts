import * as sdk from '@aws-sdk/client-glue';
import { PutDataLakeSettingsCommand } from '@aws-sdk/client-lakeformation';
import { describe, expect, test } from '@jest/globals';
import { account, everyone, refusal, withSandbox } from './setup.js';

const aws = withSandbox();
const create = (Name: string, more: Partial<sdk.DatabaseInput> = {}): Promise<unknown> =>
  aws.glue.send(new sdk.CreateDatabaseCommand({ DatabaseInput: { Name, ...more } }));
const get = async (Name: string): Promise<sdk.Database | undefined> =>
  (await aws.glue.send(new sdk.GetDatabaseCommand({ Name }))).Database;

describe('databases of the default catalog', () => {
  test('come back as they were made, their names in lower case', async () => {
    await create('Dev_App_DB', { Description: 'd', Parameters: { 'managed-by': 'me' } });
    expect(await get('DEV_app_db')).toMatchObject({
      Name: 'dev_app_db',
      Description: 'd',
      Parameters: { 'managed-by': 'me' },
      CatalogId: account,
      CreateTableDefaultPermissions: everyone
    });
    expect((await get('dev_app_db'))?.CreateTime?.getTime()).toBeGreaterThan(Date.now() - 60_000);
  });

  test('are made once, and missing ones are named', async () => {
    await create('a');
    await expect(create('A')).rejects.toMatchObject(
      refusal('AlreadyExistsException', 'Database already exists.')
    );
    await expect(get('b')).rejects.toMatchObject(refusal('EntityNotFoundException', 'Database b not found.'));
    const other = aws.glue.send(new sdk.GetDatabaseCommand({ Name: 'a', CatalogId: '210987654321' }));
    await expect(other).rejects.toMatchObject(refusal('EntityNotFoundException', /^Catalog 210987654321/));
  });

  test('an update replaces the whole input', async () => {
    await create('a', { Description: 'd', Parameters: { k: '1' } });
    const input = { Name: 'a', Parameters: { l: '2' } };
    await aws.glue.send(new sdk.UpdateDatabaseCommand({ Name: 'A', DatabaseInput: input }));
    const found = await get('a');
    expect(found?.Description).toBeUndefined();
    expect(found?.Parameters).toEqual({ l: '2' });
    const renaming = new sdk.UpdateDatabaseCommand({ Name: 'a', DatabaseInput: { Name: 'b' } });
    await expect(aws.glue.send(renaming)).rejects.toMatchObject({ name: 'InvalidInputException' });
  });

  test('a resource link keeps its target', async () => {
    const TargetDatabase = { CatalogId: `${account}:s3tablescatalog/dev-app`, DatabaseName: 'app' };
    await create('link', { TargetDatabase });
    expect((await get('link'))?.TargetDatabase).toEqual(TargetDatabase);
  });

  test('take the default permissions of the settings', async () => {
    const settings = { DataLakeAdmins: [], CreateTableDefaultPermissions: [] };
    await aws.lakeFormation.send(new PutDataLakeSettingsCommand({ DataLakeSettings: settings }));
    await create('closed');
    expect((await get('closed'))?.CreateTableDefaultPermissions).toEqual([]);
    await create('open', { CreateTableDefaultPermissions: everyone });
    expect((await get('open'))?.CreateTableDefaultPermissions).toEqual(everyone);
  });

  test('are listed in pages', async () => {
    for (const name of ['c', 'a', 'b']) await create(name);
    const first = await aws.glue.send(new sdk.GetDatabasesCommand({ MaxResults: 2 }));
    expect(first.DatabaseList?.map(({ Name }) => Name)).toEqual(['a', 'b']);
    const { NextToken } = first;
    await aws.glue.send(new sdk.DeleteDatabaseCommand({ Name: 'b' }));
    const second = await aws.glue.send(new sdk.GetDatabasesCommand({ MaxResults: 2, NextToken }));
    expect(second.DatabaseList?.map(({ Name }) => Name)).toEqual(['c']);
    expect(second.NextToken).toBeUndefined();
    const bad = new sdk.GetDatabasesCommand({ NextToken: 'made up' });
    await expect(aws.glue.send(bad)).rejects.toMatchObject({ name: 'InvalidInputException' });
    const names = await aws.glue.send(new sdk.GetDatabasesCommand({ AttributesToGet: ['NAME'] }));
    expect(names.DatabaseList).toEqual([{ Name: 'a' }, { Name: 'c' }]);
  });

  test('broken constraints are refused, all of them at once', async () => {
    await expect(create('', { Description: 'x'.repeat(2049), LocationUri: '' })).rejects.toMatchObject(
      refusal(
        'ValidationException',
        /^3 validation errors detected: Value '' at 'databaseInput\.name' failed to satisfy constraint: Member must have length greater than or equal to 1; .*'databaseInput\.description'.*; .*'databaseInput\.locationUri'/
      )
    );
    await expect(create('a\u0001')).rejects.toMatchObject(
      refusal('ValidationException', /at 'databaseInput\.name'.*regular expression pattern/)
    );
    const pages = new sdk.GetDatabasesCommand({ MaxResults: 101 });
    await expect(aws.glue.send(pages)).rejects.toMatchObject(
      refusal('ValidationException', /'101' at 'maxResults'.*less than or equal to 100$/)
    );
    await expect(create(7 as unknown as string)).rejects.toMatchObject({ name: 'SerializationException' });
  });

  test('an operation that is not there is named', async () => {
    await expect(aws.glue.send(new sdk.GetCrawlersCommand({}))).rejects.toMatchObject(
      refusal('UnknownOperationException', /GetCrawlers of glue/)
    );
  });
});

describe('tags', () => {
  const arn = `arn:aws:glue:us-east-1:${account}:database/a`;
  const tagsOf = async (ResourceArn: string): Promise<unknown> =>
    (await aws.glue.send(new sdk.GetTagsCommand({ ResourceArn }))).Tags;

  test('are set at creation, added, replaced and removed', async () => {
    await aws.glue.send(
      new sdk.CreateDatabaseCommand({ DatabaseInput: { Name: 'a' }, Tags: { k: '1', l: '1' } })
    );
    await aws.glue.send(new sdk.TagResourceCommand({ ResourceArn: arn, TagsToAdd: { k: '2', m: '' } }));
    await aws.glue.send(new sdk.UntagResourceCommand({ ResourceArn: arn, TagsToRemove: ['l', 'gone'] }));
    expect(await tagsOf(arn)).toEqual({ k: '2', m: '' });
  });

  test('are fifty at most, and none of AWS', async () => {
    await create('a');
    const tag = (TagsToAdd: Record<string, string>): Promise<unknown> =>
      aws.glue.send(new sdk.TagResourceCommand({ ResourceArn: arn, TagsToAdd }));
    await tag(Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`k${n}`, 'v'])));
    await tag({ k0: 'w' });
    await expect(tag({ one: 'more' })).rejects.toMatchObject({ name: 'InvalidInputException' });
    await expect(tag({ 'aws:k': 'v' })).rejects.toMatchObject({ name: 'InvalidInputException' });
    await expect(tag({ ['k'.repeat(129)]: 'v' })).rejects.toMatchObject({ name: 'ValidationException' });
    expect(Object.keys((await tagsOf(arn)) as object)).toHaveLength(50);
  });

  test('are for databases and catalogs that exist', async () => {
    await expect(tagsOf(arn)).rejects.toMatchObject(
      refusal('EntityNotFoundException', 'Database a not found.')
    );
    const table = `arn:aws:glue:us-east-1:${account}:table/a/t`;
    await expect(tagsOf(table)).rejects.toMatchObject({ name: 'InvalidInputException' });
    const elsewhere = `arn:aws:glue:eu-west-1:${account}:database/a`;
    await expect(tagsOf(elsewhere)).rejects.toMatchObject({ name: 'EntityNotFoundException' });
    await aws.glue.send(new sdk.CreateCatalogCommand({ Name: 'c', CatalogInput: {}, Tags: { k: 'v' } }));
    expect(await tagsOf(`arn:aws:glue:us-east-1:${account}:catalog/c`)).toEqual({ k: 'v' });
  });
});
