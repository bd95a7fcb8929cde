import {
  CreateNamespaceCommand,
  CreateTableBucketCommand,
  DeleteTableBucketCommand,
  DeleteTableBucketEncryptionCommand,
  DeleteTableBucketMetricsConfigurationCommand,
  GetTableBucketCommand,
  GetTableBucketEncryptionCommand,
  GetTableBucketMaintenanceConfigurationCommand,
  GetTableBucketMetricsConfigurationCommand,
  GetTableBucketReplicationCommand,
  GetTableBucketStorageClassCommand,
  ListTableBucketsCommand,
  paginateListTableBuckets,
  PutTableBucketEncryptionCommand,
  PutTableBucketMaintenanceConfigurationCommand,
  PutTableBucketMetricsConfigurationCommand,
  PutTableBucketStorageClassCommand,
  type CreateTableBucketCommandOutput
} from '@aws-sdk/client-s3tables';
import { describe, expect, test } from '@jest/globals';
import { QUOTAS } from '../../../sandbox/s3tables/quotas.js';
import { bucketArn, refusal, withSandbox } from './setup.js';

const fixture = withSandbox();
const tableBucketARN = bucketArn('dev-app');
const create = (name: string): Promise<CreateTableBucketCommandOutput> =>
  fixture.client.send(new CreateTableBucketCommand({ name }));

describe('a table bucket', () => {
  test('is made, read, listed and deleted', async () => {
    expect(await create('dev-app')).toMatchObject({
      arn: tableBucketARN,
      $metadata: { httpStatusCode: 200 }
    });
    const bucket = await fixture.client.send(new GetTableBucketCommand({ tableBucketARN }));
    expect(bucket).toMatchObject({
      arn: tableBucketARN,
      name: 'dev-app',
      ownerAccountId: '123456789012',
      type: 'customer'
    });
    expect(bucket.createdAt).toBeInstanceOf(Date);
    const deleted = await fixture.client.send(new DeleteTableBucketCommand({ tableBucketARN }));
    expect(deleted.$metadata.httpStatusCode).toBe(204);
    await expect(fixture.client.send(new GetTableBucketCommand({ tableBucketARN }))).rejects.toMatchObject(
      refusal('NotFoundException', 404, 'The specified bucket does not exist.')
    );
  });

  test.each(['a-b', 'a'.repeat(63), '1a2'])('may be named %s', async (name) => {
    expect((await create(name)).arn).toBe(bucketArn(name));
  });

  test.each([
    ...['Upper', 'has_underscore', 'a.b', 'ab', 'a'.repeat(64), '-abc', 'abc-', 'xn--abc', 'sthree-abc'],
    ...['amzn-s3-demo-abc', 'aws-abc', 'abc-s3alias', 'abc--ol-s3', 'abc--x-s3', 'abc--table-s3']
  ])('may not be named %s', async (name) => {
    await expect(create(name)).rejects.toMatchObject(refusal('BadRequestException', 400));
  });

  test('is there only once', async () => {
    await create('dev-app');
    await expect(create('dev-app')).rejects.toMatchObject(
      refusal('ConflictException', 409, 'The bucket that you tried to create already exists, and you own it.')
    );
  });

  test('is not deleted while a namespace is in it', async () => {
    await create('dev-app');
    await fixture.client.send(new CreateNamespaceCommand({ tableBucketARN, namespace: ['app'] }));
    await expect(fixture.client.send(new DeleteTableBucketCommand({ tableBucketARN }))).rejects.toMatchObject(
      refusal('BadRequestException', 400, 'The bucket that you tried to delete is not empty.')
    );
  });

  test('may have its name in transition after a deletion', async () => {
    await create('dev-app');
    await fixture.client.send(new DeleteTableBucketCommand({ tableBucketARN }));
    fixture.region.s3tables.transitionMs = Infinity;
    await expect(create('dev-app')).rejects.toMatchObject(refusal('ConflictException', 409));
    await expect(create('dev-app')).rejects.toThrow(
      'in a transitional state because of a previous deletion attempt'
    );
    fixture.region.s3tables.transitionMs = 0;
    expect((await create('dev-app')).arn).toBe(tableBucketARN);
  });

  test('counts against the quota, unless the sandbox is told otherwise', async () => {
    const names = Array.from({ length: QUOTAS['table buckets'] }, (_, index) => `bucket-${index}`);
    for (const name of names) await create(name);
    await expect(create('one-more')).rejects.toMatchObject(refusal('BadRequestException', 400));
    fixture.region.s3tables.enforceQuotas = false;
    expect((await create('one-more')).arn).toBe(bucketArn('one-more'));
  });

  test.each([
    ['BadRequestException', 'bucket-name'],
    ['BadRequestException', 'arn:aws:s3:us-east-1:123456789012:bucket/dev-app'],
    ['ForbiddenException', 'arn:aws:s3tables:us-east-1:999999999999:bucket/dev-app'],
    ['NotFoundException', 'arn:aws:s3tables:eu-west-1:123456789012:bucket/dev-app']
  ])('of another ARN: %s for %s', async (name, arn) => {
    await create('dev-app');
    await expect(
      fixture.client.send(new GetTableBucketCommand({ tableBucketARN: arn }))
    ).rejects.toMatchObject({
      name
    });
  });
});

describe('the list of buckets', () => {
  test('comes in pages, each once, in order', async () => {
    for (const name of ['ccc', 'aaa', 'bbb', 'other']) await create(name);
    const pages: (string | undefined)[][] = [];
    for await (const page of paginateListTableBuckets({ client: fixture.client, pageSize: 2 }, {})) {
      pages.push((page.tableBuckets ?? []).map((bucket) => bucket.name));
    }
    expect(pages).toEqual([
      ['aaa', 'bbb'],
      ['ccc', 'other']
    ]);
  });

  test('is filtered by prefix and by type', async () => {
    for (const name of ['dev-a', 'dev-b', 'prod-a']) await create(name);
    const named = await fixture.client.send(new ListTableBucketsCommand({ prefix: 'dev-' }));
    expect(named.tableBuckets?.map((bucket) => bucket.name)).toEqual(['dev-a', 'dev-b']);
    const ours = await fixture.client.send(new ListTableBucketsCommand({ type: 'customer' }));
    expect(ours.tableBuckets).toHaveLength(3);
    expect((await fixture.client.send(new ListTableBucketsCommand({ type: 'aws' }))).tableBuckets).toEqual(
      []
    );
  });

  test('refuses a token that is none, or of another list', async () => {
    for (const name of ['dev-a', 'dev-b']) await create(name);
    const { continuationToken } = await fixture.client.send(new ListTableBucketsCommand({ maxBuckets: 1 }));
    expect(continuationToken).toEqual(expect.any(String));
    for (const input of [{ continuationToken: 'x' }, { continuationToken, prefix: 'dev' }]) {
      await expect(fixture.client.send(new ListTableBucketsCommand(input))).rejects.toMatchObject(
        refusal('BadRequestException', 400, 'The specified continuation token is not valid.')
      );
    }
  });

  test.each([{ maxBuckets: 0 }, { maxBuckets: 1001 }, { prefix: 'a'.repeat(64) }, { type: 'mine' as 'aws' }])(
    'refuses %j',
    async (input) => {
      await expect(fixture.client.send(new ListTableBucketsCommand(input))).rejects.toMatchObject(
        refusal('BadRequestException', 400)
      );
    }
  );
});

describe("a bucket's settings", () => {
  const kms = { sseAlgorithm: 'aws:kms', kmsKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/k' } as const;

  test('encryption is AES256 until it is put, and again once it is deleted', async () => {
    await create('dev-app');
    const get = async (): Promise<unknown> =>
      (await fixture.client.send(new GetTableBucketEncryptionCommand({ tableBucketARN })))
        .encryptionConfiguration;
    expect(await get()).toEqual({ sseAlgorithm: 'AES256' });
    await fixture.client.send(
      new PutTableBucketEncryptionCommand({ tableBucketARN, encryptionConfiguration: kms })
    );
    expect(await get()).toEqual(kms);
    await fixture.client.send(new DeleteTableBucketEncryptionCommand({ tableBucketARN }));
    expect(await get()).toEqual({ sseAlgorithm: 'AES256' });
  });

  test.each([
    { sseAlgorithm: 'aws:kms' } as const,
    { ...kms, kmsKeyArn: 'k' },
    { ...kms, sseAlgorithm: 'AES256' } as const
  ])('encryption is not %j', async (encryptionConfiguration) => {
    await create('dev-app');
    const put = new PutTableBucketEncryptionCommand({ tableBucketARN, encryptionConfiguration });
    await expect(fixture.client.send(put)).rejects.toMatchObject(refusal('BadRequestException', 400));
  });

  test('can be given when it is made', async () => {
    await fixture.client.send(
      new CreateTableBucketCommand({
        name: 'dev-app',
        encryptionConfiguration: kms,
        storageClassConfiguration: { storageClass: 'INTELLIGENT_TIERING' }
      })
    );
    const { encryption, storageClass } = fixture.region.s3tables.buckets.get('dev-app') ?? {};
    expect({ encryption, storageClass }).toEqual({ encryption: kms, storageClass: 'INTELLIGENT_TIERING' });
  });

  test('storage class is STANDARD until it is put', async () => {
    await create('dev-app');
    const get = new GetTableBucketStorageClassCommand({ tableBucketARN });
    expect((await fixture.client.send(get)).storageClassConfiguration).toEqual({ storageClass: 'STANDARD' });
    const tiering = { storageClass: 'INTELLIGENT_TIERING' } as const;
    await fixture.client.send(
      new PutTableBucketStorageClassCommand({ tableBucketARN, storageClassConfiguration: tiering })
    );
    expect((await fixture.client.send(get)).storageClassConfiguration).toEqual(tiering);
  });

  test("maintenance has AWS's defaults, and what is left out of a put stays", async () => {
    await create('dev-app');
    const get = new GetTableBucketMaintenanceConfigurationCommand({ tableBucketARN });
    const of = (settings: object, status = 'enabled'): object => ({
      icebergUnreferencedFileRemoval: { status, settings: { icebergUnreferencedFileRemoval: settings } }
    });
    expect((await fixture.client.send(get)).configuration).toEqual(
      of({ unreferencedDays: 3, nonCurrentDays: 10 })
    );
    const put = new PutTableBucketMaintenanceConfigurationCommand({
      tableBucketARN,
      type: 'icebergUnreferencedFileRemoval',
      value: { status: 'disabled', settings: { icebergUnreferencedFileRemoval: { unreferencedDays: 5 } } }
    });
    expect((await fixture.client.send(put)).$metadata.httpStatusCode).toBe(204);
    const changed = (await fixture.client.send(get)).configuration;
    expect(changed).toEqual(of({ unreferencedDays: 5, nonCurrentDays: 10 }, 'disabled'));
  });

  test('maintenance of another type, or below its minimum, is refused', async () => {
    await create('dev-app');
    const settings = { icebergUnreferencedFileRemoval: { unreferencedDays: 0 } };
    for (const input of [
      { type: 'icebergUnreferencedFileRemoval' as const, value: { settings } },
      { type: 'icebergCompaction' as 'icebergUnreferencedFileRemoval', value: { status: 'enabled' as const } }
    ]) {
      const put = new PutTableBucketMaintenanceConfigurationCommand({ tableBucketARN, ...input });
      await expect(fixture.client.send(put)).rejects.toMatchObject(refusal('BadRequestException', 400));
    }
  });

  test('metrics have an id while they are configured', async () => {
    await create('dev-app');
    const id = async (): Promise<string | undefined> =>
      (await fixture.client.send(new GetTableBucketMetricsConfigurationCommand({ tableBucketARN }))).id;
    expect(await id()).toBeUndefined();
    await fixture.client.send(new PutTableBucketMetricsConfigurationCommand({ tableBucketARN }));
    expect(await id()).toEqual(expect.any(String));
    await fixture.client.send(new DeleteTableBucketMetricsConfigurationCommand({ tableBucketARN }));
    expect(await id()).toBeUndefined();
  });
});

test('an operation that the sandbox has not is refused by its name', async () => {
  await expect(
    fixture.client.send(new GetTableBucketReplicationCommand({ tableBucketARN }))
  ).rejects.toMatchObject({
    name: 'UnknownOperationException',
    message: expect.stringContaining('GetTableBucketReplication') as unknown
  });
});
