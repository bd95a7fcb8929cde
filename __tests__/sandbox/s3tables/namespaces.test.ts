import {
  CreateNamespaceCommand,
  CreateTableBucketCommand,
  CreateTableCommand,
  DeleteNamespaceCommand,
  GetNamespaceCommand,
  ListNamespacesCommand,
  paginateListNamespaces,
  type CreateNamespaceCommandOutput
} from '@aws-sdk/client-s3tables';
import { beforeEach, expect, test } from '@jest/globals';
import { bucketArn, refusal, withSandbox } from './setup.js';

const fixture = withSandbox();
const tableBucketARN = bucketArn('dev-app');
const create = (...namespace: string[]): Promise<CreateNamespaceCommandOutput> =>
  fixture.client.send(new CreateNamespaceCommand({ tableBucketARN, namespace }));

beforeEach(() => fixture.client.send(new CreateTableBucketCommand({ name: 'dev-app' })));

test('a namespace is made, read and deleted', async () => {
  expect(await create('app')).toMatchObject({ tableBucketARN, namespace: ['app'] });
  const namespace = await fixture.client.send(new GetNamespaceCommand({ tableBucketARN, namespace: 'app' }));
  expect(namespace).toMatchObject({
    namespace: ['app'],
    createdBy: '123456789012',
    ownerAccountId: '123456789012'
  });
  expect(namespace.tableBucketId).toBe(fixture.region.s3tables.buckets.get('dev-app')?.id);
  const remove = new DeleteNamespaceCommand({ tableBucketARN, namespace: 'app' });
  expect((await fixture.client.send(remove)).$metadata.httpStatusCode).toBe(204);
  await expect(fixture.client.send(remove)).rejects.toMatchObject(
    refusal('NotFoundException', 404, 'The specified namespace does not exist.')
  );
});

test.each(['app', '1_a', 'a'.repeat(255)])('%s is a name', async (name) => {
  expect((await create(name)).namespace).toEqual([name]);
});

test.each(['Upper', 'has-hyphen', 'a.b', '_a', '', 'a'.repeat(256), 'aws_x', 'awsome'])(
  '"%s" is none',
  async (name) => {
    await expect(create(name)).rejects.toMatchObject(refusal('BadRequestException', 400));
  }
);

test('exactly one level is taken', async () => {
  await expect(create('a', 'b')).rejects.toMatchObject(refusal('BadRequestException', 400));
  await expect(create()).rejects.toMatchObject(refusal('BadRequestException', 400));
});

test('it is there only once', async () => {
  await create('app');
  await expect(create('app')).rejects.toMatchObject(
    refusal('ConflictException', 409, 'A namespace with an identical name already exists in the bucket.')
  );
});

test('it needs its bucket', async () => {
  const command = new CreateNamespaceCommand({ tableBucketARN: bucketArn('absent'), namespace: ['app'] });
  await expect(fixture.client.send(command)).rejects.toMatchObject(
    refusal('NotFoundException', 404, 'The specified bucket does not exist.')
  );
});

test('it is not deleted while a table is in it', async () => {
  await create('app');
  const table = { tableBucketARN, namespace: 'app', name: 'events', format: 'ICEBERG' } as const;
  await fixture.client.send(new CreateTableCommand(table));
  await expect(
    fixture.client.send(new DeleteNamespaceCommand({ tableBucketARN, namespace: 'app' }))
  ).rejects.toMatchObject(
    refusal('ConflictException', 409, 'The namespace that you tried to delete is not empty.')
  );
});

test('the list comes in pages and is filtered by prefix', async () => {
  for (const name of ['b', 'a', 'c', 'c2']) await create(name);
  const pages: (string[] | undefined)[][] = [];
  const pagination = { client: fixture.client, pageSize: 3 };
  for await (const page of paginateListNamespaces(pagination, { tableBucketARN })) {
    pages.push((page.namespaces ?? []).map(({ namespace }) => namespace));
  }
  expect(pages).toEqual([[['a'], ['b'], ['c']], [['c2']]]);
  const { namespaces } = await fixture.client.send(
    new ListNamespacesCommand({ tableBucketARN, prefix: 'c' })
  );
  expect(namespaces?.map(({ namespace }) => namespace)).toEqual([['c'], ['c2']]);
});
