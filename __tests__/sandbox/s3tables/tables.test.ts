import { GetObjectCommand } from '@aws-sdk/client-s3';
import {
  CreateNamespaceCommand,
  CreateTableBucketCommand,
  CreateTableCommand,
  DeleteTableCommand,
  GetTableCommand,
  GetTableMetadataLocationCommand,
  ListTablesCommand,
  paginateListTables,
  RenameTableCommand,
  type CreateTableCommandInput,
  type CreateTableCommandOutput,
  type IcebergMetadata
} from '@aws-sdk/client-s3tables';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { readMetadata } from '../../../sandbox/iceberg/file.js';
import type { TableMetadata } from '../../../sandbox/iceberg/model.js';
import { bucketArn, refusal, withSandbox } from './setup.js';

const fixture = withSandbox();
const tableBucketARN = bucketArn('dev-app');
const events = { tableBucketARN, namespace: 'app', name: 'events' };
const schema = { fields: [{ name: 'id', type: 'long', required: true }] };

const create = (input: Partial<CreateTableCommandInput> = {}): Promise<CreateTableCommandOutput> =>
  fixture.client.send(new CreateTableCommand({ ...events, format: 'ICEBERG', ...input }));
const createWith = (iceberg: IcebergMetadata): Promise<CreateTableCommandOutput> =>
  create({ metadata: { iceberg } });

const metadataOf = async (table = events): Promise<TableMetadata> => {
  const { metadataLocation = '' } = await fixture.client.send(new GetTableMetadataLocationCommand(table));
  const { host, pathname } = new URL(metadataLocation);
  const object = await fixture.s3.send(new GetObjectCommand({ Bucket: host, Key: pathname.slice(1) }));
  return readMetadata(Buffer.from((await object.Body?.transformToByteArray()) ?? []));
};

beforeEach(async () => {
  await fixture.client.send(new CreateTableBucketCommand({ name: 'dev-app' }));
  for (const name of ['app', 'other']) {
    await fixture.client.send(new CreateNamespaceCommand({ tableBucketARN, namespace: [name] }));
  }
});

describe('a table', () => {
  test('is made, read by name and by ARN, and deleted with its warehouse', async () => {
    const { tableARN, versionToken } = await createWith({ schema });
    expect(tableARN).toMatch(/:bucket\/dev-app\/table\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    const table = await fixture.client.send(new GetTableCommand(events));
    expect(table).toMatchObject({
      name: 'events',
      type: 'customer',
      tableARN,
      namespace: ['app'],
      versionToken,
      createdBy: '123456789012',
      modifiedBy: '123456789012',
      ownerAccountId: '123456789012',
      format: 'ICEBERG'
    });
    expect(table.warehouseLocation).toMatch(/^s3:\/\/[0-9a-z-]{53}--table-s3$/);
    const byArn = await fixture.client.send(new GetTableCommand({ tableArn: tableARN }));
    expect({ ...byArn, $metadata: {} }).toEqual({ ...table, $metadata: {} });

    expect(fixture.region.s3.buckets.size).toBe(1);
    const deleted = await fixture.client.send(new DeleteTableCommand(events));
    expect(deleted.$metadata.httpStatusCode).toBe(204);
    expect(fixture.region.s3.buckets.size).toBe(0);
  });

  test('is there only once, and a second create leaves nothing behind', async () => {
    const { tableARN } = await createWith({ schema });
    await expect(createWith({ schema })).rejects.toMatchObject(
      refusal('ConflictException', 409, 'A table with an identical name already exists in the namespace.')
    );
    expect((await fixture.client.send(new GetTableCommand(events))).tableARN).toBe(tableARN);
    expect(fixture.region.s3.buckets.size).toBe(1);
  });

  test('of the same name in another namespace has another ARN', async () => {
    const one = await create();
    const other = await create({ namespace: 'other' });
    expect(one.tableARN).not.toBe(other.tableARN);
  });

  test.each(['Upper', 'has-hyphen', 'a.b', '_a', '', 'a'.repeat(256)])(
    'may not be named "%s"',
    async (name) => {
      await expect(create({ name })).rejects.toMatchObject(refusal('BadRequestException', 400));
    }
  );

  test('is of the format ICEBERG', async () => {
    await expect(create({ format: 'HUDI' as 'ICEBERG' })).rejects.toMatchObject(
      refusal('BadRequestException', 400)
    );
  });

  test.each([
    ['bucket', { ...events, tableBucketARN: bucketArn('absent') }],
    ['namespace', { ...events, namespace: 'absent' }],
    ['table', { ...events, name: 'absent' }]
  ])('is not found without its %s', async (what, address) => {
    const missing = refusal('NotFoundException', 404, `The specified ${what} does not exist.`);
    await expect(fixture.client.send(new GetTableCommand(address))).rejects.toMatchObject(missing);
    await expect(fixture.client.send(new DeleteTableCommand(address))).rejects.toMatchObject(missing);
    await expect(fixture.client.send(new GetTableMetadataLocationCommand(address))).rejects.toMatchObject(
      missing
    );
  });

  test('is asked for by its ARN or by all of its address', async () => {
    const { tableARN } = await create();
    const byName = `${tableBucketARN}/table/app/events`;
    for (const input of [{}, { tableBucketARN }, { tableArn: tableARN, ...events }, { tableArn: byName }]) {
      await expect(fixture.client.send(new GetTableCommand(input))).rejects.toMatchObject(
        refusal('BadRequestException', 400)
      );
    }
    const absent = new GetTableCommand({
      tableArn: `${tableBucketARN}/table/00000000-0000-0000-0000-000000000000`
    });
    await expect(fixture.client.send(absent)).rejects.toMatchObject(refusal('NotFoundException', 404));
  });

  test('is deleted only with its own version token, when one is given', async () => {
    const { versionToken } = await create();
    const stale = new DeleteTableCommand({ ...events, versionToken: 'stale' });
    await expect(fixture.client.send(stale)).rejects.toMatchObject(refusal('ConflictException', 409));
    await fixture.client.send(new DeleteTableCommand({ ...events, versionToken }));
    await expect(fixture.client.send(new GetTableCommand(events))).rejects.toMatchObject({
      name: 'NotFoundException'
    });
  });
});

describe('the metadata of a new table', () => {
  test('is absent when none is given', async () => {
    await create();
    const table = await fixture.client.send(new GetTableCommand(events));
    const location = await fixture.client.send(new GetTableMetadataLocationCommand(events));
    expect([table.metadataLocation, location.metadataLocation]).toEqual([undefined, undefined]);
    expect(location).toMatchObject({
      versionToken: table.versionToken,
      warehouseLocation: table.warehouseLocation
    });
  });

  test('is a real file in the warehouse', async () => {
    await createWith({ schema, properties: { owner: 'data' } });
    const { metadataLocation, warehouseLocation = '' } = await fixture.client.send(
      new GetTableCommand(events)
    );
    expect(metadataLocation?.slice(warehouseLocation.length)).toMatch(
      /^\/metadata\/00000-[0-9a-f-]{36}\.metadata\.json$/
    );
    expect(await metadataOf()).toMatchObject({
      'format-version': 2,
      location: warehouseLocation,
      schemas: [{ 'schema-id': 0, fields: [{ id: 1, name: 'id', type: 'long', required: true }] }],
      properties: { owner: 'data' }
    });
  });

  test('has the partitions, the order and the ids that are given', async () => {
    await createWith({
      schema: {
        fields: [
          { id: 10, name: 'at', type: 'timestamptz' },
          { id: 20, name: 'Name', type: 'string' }
        ]
      },
      partitionSpec: {
        specId: 1,
        fields: [
          { sourceId: 10, transform: 'day', name: 'at_day' },
          { sourceId: 20, transform: 'bucket[16]', name: 'name_bucket', fieldId: 1010 }
        ]
      },
      writeOrder: {
        orderId: 2,
        fields: [{ sourceId: 20, transform: 'truncate[4]', direction: 'desc', nullOrder: 'nulls-last' }]
      }
    });
    expect(await metadataOf()).toMatchObject({
      'last-column-id': 20,
      'default-spec-id': 1,
      'last-partition-id': 1011,
      'partition-specs': [
        {
          fields: [
            { 'source-id': 10, 'field-id': 1011 },
            { 'source-id': 20, 'field-id': 1010 }
          ]
        }
      ],
      'default-sort-order-id': 2,
      'sort-orders': [{ fields: [{ 'source-id': 20, direction: 'desc', 'null-order': 'nulls-last' }] }]
    });
  });

  test('takes nested types as schemaV2', async () => {
    const list = {
      type: 'list',
      element: { type: 'struct', fields: [{ name: 'k', type: 'string', required: true }] }
    };
    await createWith({
      schemaV2: {
        type: 'struct',
        schemaId: 4,
        identifierFieldIds: [1],
        fields: [
          { id: 1, name: 'id', type: 'long', required: true, doc: 'the key' },
          { id: 2, name: 'tags', type: { ...list, 'element-required': false }, required: false }
        ]
      }
    });
    const [only] = (await metadataOf()).schemas;
    expect(only).toMatchObject({
      'schema-id': 4,
      'identifier-field-ids': [1],
      fields: [
        { id: 1, doc: 'the key' },
        { id: 2, type: { 'element-id': 3, element: { fields: [{ id: 4, name: 'k' }] } } }
      ]
    });
  });

  test('may have no column', async () => {
    await createWith({ schema: { fields: [] } });
    expect((await metadataOf()).schemas).toEqual([{ type: 'struct', 'schema-id': 0, fields: [] }]);
  });

  const partition = { sourceId: 1, transform: 'identity', name: 'id' };
  test.each<[string, IcebergMetadata]>([
    ['no schema', {}],
    ['two schemas', { schema, schemaV2: { type: 'struct', fields: [] } }],
    ['an unknown type', { schema: { fields: [{ name: 'a', type: 'varchar' }] } }],
    ['a nested type in schema', { schema: { fields: [{ name: 'a', type: 'list<int>' }] } }],
    [
      'a nested type without its members',
      { schemaV2: { type: 'struct', fields: [{ id: 1, name: 'a', type: { type: 'map' }, required: true }] } }
    ],
    ['a column twice', { schema: { fields: [...schema.fields, ...schema.fields] } }],
    [
      'an id twice',
      {
        schema: {
          fields: [
            { id: 1, name: 'a', type: 'int' },
            { id: 1, name: 'b', type: 'int' }
          ]
        }
      }
    ],
    ['an unknown source', { schema, partitionSpec: { fields: [{ ...partition, sourceId: 9 }] } }],
    ['an unknown transform', { schema, partitionSpec: { fields: [{ ...partition, transform: 'week' }] } }],
    [
      'a transform that does not fit',
      { schema, partitionSpec: { fields: [{ ...partition, transform: 'day' }] } }
    ],
    [
      'the reserved sort order',
      {
        schema,
        writeOrder: {
          orderId: 0,
          fields: [{ sourceId: 1, transform: 'identity', direction: 'asc', nullOrder: 'nulls-first' }]
        }
      }
    ],
    ['format version 1', { schema, properties: { 'format-version': '1' } }]
  ])('%s: refused, and no table is left', async (_, iceberg) => {
    await expect(createWith(iceberg)).rejects.toMatchObject(refusal('BadRequestException', 400));
    await expect(fixture.client.send(new GetTableCommand(events))).rejects.toMatchObject({
      name: 'NotFoundException'
    });
    expect(fixture.region.s3.buckets.size).toBe(0);
  });
});

describe('renaming', () => {
  const rename = (input: object): Promise<unknown> =>
    fixture.client.send(new RenameTableCommand({ ...events, ...input }));

  test('changes name and namespace, and neither ARN nor warehouse', async () => {
    await createWith({ schema });
    const before = await fixture.client.send(new GetTableCommand(events));
    await rename({ newName: 'visits', newNamespaceName: 'other', versionToken: before.versionToken });
    const after = await fixture.client.send(new GetTableCommand({ tableArn: before.tableARN }));
    expect(after).toMatchObject({
      name: 'visits',
      namespace: ['other'],
      tableARN: before.tableARN,
      warehouseLocation: before.warehouseLocation,
      metadataLocation: before.metadataLocation
    });
    expect(after.namespaceId).not.toBe(before.namespaceId);
    expect(after.versionToken).not.toBe(before.versionToken);
    await expect(fixture.client.send(new GetTableCommand(events))).rejects.toMatchObject({
      name: 'NotFoundException'
    });
  });

  test.each([
    ['BadRequestException', {}],
    ['BadRequestException', { newName: 'Upper' }],
    ['BadRequestException', { newNamespaceName: 'has-hyphen' }],
    ['NotFoundException', { newNamespaceName: 'absent' }],
    ['ConflictException', { newName: 'taken' }],
    ['ConflictException', { newName: 'free', versionToken: 'stale' }]
  ])('%s for %j', async (name, input) => {
    await create();
    await create({ name: 'taken' });
    await expect(rename(input)).rejects.toMatchObject({ name });
    expect((await fixture.client.send(new GetTableCommand(events))).name).toBe('events');
  });
});

describe('the list of tables', () => {
  beforeEach(async () => {
    for (const name of ['b', 'a', 'a2']) await create({ name });
    await create({ name: 'a', namespace: 'other' });
  });

  test('comes in pages over all namespaces', async () => {
    const pages: string[][] = [];
    for await (const page of paginateListTables(
      { client: fixture.client, pageSize: 3 },
      { tableBucketARN }
    )) {
      pages.push((page.tables ?? []).map(({ namespace, name }) => `${namespace?.join()}.${name}`));
    }
    expect(pages).toEqual([['app.a', 'app.a2', 'app.b'], ['other.a']]);
  });

  test('is filtered by namespace and prefix', async () => {
    const list = new ListTablesCommand({ tableBucketARN, namespace: 'app', prefix: 'a' });
    const { tables } = await fixture.client.send(list);
    expect(tables?.map(({ name }) => name)).toEqual(['a', 'a2']);
    expect(tables?.[0]).toMatchObject({
      type: 'customer',
      namespace: ['app'],
      createdAt: expect.any(Date) as unknown
    });
  });

  test("refuses another list's token, and a namespace that is not there", async () => {
    const { continuationToken } = await fixture.client.send(
      new ListTablesCommand({ tableBucketARN, maxTables: 1 })
    );
    const moved = new ListTablesCommand({ tableBucketARN, namespace: 'app', continuationToken });
    await expect(fixture.client.send(moved)).rejects.toMatchObject(refusal('BadRequestException', 400));
    const absent = new ListTablesCommand({ tableBucketARN, namespace: 'absent' });
    await expect(fixture.client.send(absent)).rejects.toMatchObject(refusal('NotFoundException', 404));
  });
});
