import { gzipSync } from 'node:zlib';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import {
  CreateNamespaceCommand,
  CreateTableBucketCommand,
  CreateTableCommand,
  GetTableCommand,
  UpdateTableMetadataLocationCommand,
  type GetTableCommandOutput,
  type UpdateTableMetadataLocationCommandOutput
} from '@aws-sdk/client-s3tables';
import { beforeEach, expect, test } from '@jest/globals';
import { objectAt } from '../../../sandbox/s3tables/warehouse.js';
import { bucketArn, refusal, withSandbox } from './setup.js';

const fixture = withSandbox();
const tableBucketARN = bucketArn('dev-app');
const events = { tableBucketARN, namespace: 'app', name: 'events' };
const schema = { fields: [{ name: 'id', type: 'long' }] };

const table = (): Promise<GetTableCommandOutput> => fixture.client.send(new GetTableCommand(events));

const commit = async (
  metadataLocation: string,
  token?: string
): Promise<UpdateTableMetadataLocationCommandOutput> => {
  const versionToken = token ?? (await table()).versionToken;
  return fixture.client.send(
    new UpdateTableMetadataLocationCommand({ ...events, metadataLocation, versionToken })
  );
};

/** Puts a file into the warehouse and returns its location. */
const putFile = async (name: string, body: Buffer): Promise<string> => {
  const { warehouseLocation = '' } = await table();
  const Key = `metadata/${name}`;
  await fixture.s3.send(new PutObjectCommand({ Bucket: new URL(warehouseLocation).host, Key, Body: body }));
  return `${warehouseLocation}/${Key}`;
};

const firstMetadata = async (): Promise<Buffer> =>
  objectAt(fixture.region, (await table()).metadataLocation ?? '')?.body ?? Buffer.alloc(0);

beforeEach(async () => {
  await fixture.client.send(new CreateTableBucketCommand({ name: 'dev-app' }));
  await fixture.client.send(new CreateNamespaceCommand({ tableBucketARN, namespace: ['app'] }));
  await fixture.client.send(
    new CreateTableCommand({ ...events, format: 'ICEBERG', metadata: { iceberg: { schema } } })
  );
});

test('a commit points the table at the new file and hands out a new token', async () => {
  const before = await table();
  const location = await putFile('00001-a.metadata.json', await firstMetadata());
  const answer = await commit(location);
  expect(answer).toMatchObject({
    name: 'events',
    tableARN: before.tableARN,
    namespace: ['app'],
    metadataLocation: location
  });
  expect(answer.versionToken).not.toBe(before.versionToken);
  expect(await table()).toMatchObject({ metadataLocation: location, versionToken: answer.versionToken });
});

test('a compressed file is taken too', async () => {
  const location = await putFile('00001-a.metadata.json.gz', gzipSync(await firstMetadata()));
  expect((await commit(location)).metadataLocation).toBe(location);
});

test('reading does not change the token; of two commits from one version only the first is taken', async () => {
  const { versionToken = '' } = await table();
  expect((await table()).versionToken).toBe(versionToken);
  const location = await putFile('00001-a.metadata.json', await firstMetadata());
  await commit(location, versionToken);
  await expect(commit(location, versionToken)).rejects.toMatchObject(
    refusal('ConflictException', 409, 'Provided version token does not match the table version token.')
  );
});

test.each([
  ['another ending', (warehouse: string) => `${warehouse}/metadata/00001.json`, 'does not end with'],
  ['another bucket', () => 's3://elsewhere/metadata/00001.metadata.json', 'does not begin with'],
  [
    'a bucket with a longer name',
    (warehouse: string) => `${warehouse}-2/1.metadata.json`,
    'does not begin with'
  ],
  ['no object', (warehouse: string) => `${warehouse}/metadata/absent.metadata.json`, 'does not exist']
])('a location with %s is refused', async (_, locate, why) => {
  const before = await table();
  await expect(commit(locate(before.warehouseLocation ?? ''))).rejects.toMatchObject(
    refusal('BadRequestException', 400)
  );
  await expect(commit(locate(before.warehouseLocation ?? ''))).rejects.toThrow(why);
  expect((await table()).metadataLocation).toBe(before.metadataLocation);
});

test.each(['no json', '{}'])('a file with the content %s is refused', async (content) => {
  const location = await putFile('00001-a.metadata.json', Buffer.from(content));
  await expect(commit(location)).rejects.toMatchObject(refusal('BadRequestException', 400));
});
