import {
  CreateNamespaceCommand,
  CreateTableBucketCommand,
  CreateTableCommand,
  GetTableEncryptionCommand,
  GetTableMaintenanceConfigurationCommand,
  GetTableMaintenanceJobStatusCommand,
  GetTableStorageClassCommand,
  PutTableMaintenanceConfigurationCommand,
  type CreateTableCommandInput,
  type CreateTableCommandOutput
} from '@aws-sdk/client-s3tables';
import { beforeEach, expect, test } from '@jest/globals';
import { bucketArn, refusal, withSandbox } from './setup.js';

const fixture = withSandbox();
const tableBucketARN = bucketArn('dev-app');
const events = { tableBucketARN, namespace: 'app', name: 'events' };

const create = (input: Partial<CreateTableCommandInput> = {}): Promise<CreateTableCommandOutput> =>
  fixture.client.send(new CreateTableCommand({ ...events, format: 'ICEBERG', ...input }));

beforeEach(async () => {
  await fixture.client.send(new CreateTableBucketCommand({ name: 'dev-app' }));
  await fixture.client.send(new CreateNamespaceCommand({ tableBucketARN, namespace: ['app'] }));
});

test("encryption and storage class are the bucket's, unless given", async () => {
  await create();
  const kms = { sseAlgorithm: 'aws:kms', kmsKeyArn: 'arn:aws:kms:us-east-1:123456789012:key/k' } as const;
  const tiering = { storageClass: 'INTELLIGENT_TIERING' } as const;
  const own = { ...events, name: 'own' };
  await create({ ...own, encryptionConfiguration: kms, storageClassConfiguration: tiering });
  const read = async (table: typeof events): Promise<unknown[]> => [
    (await fixture.client.send(new GetTableEncryptionCommand(table))).encryptionConfiguration,
    (await fixture.client.send(new GetTableStorageClassCommand(table))).storageClassConfiguration
  ];
  expect(await read(events)).toEqual([{ sseAlgorithm: 'AES256' }, { storageClass: 'STANDARD' }]);
  expect(await read(own)).toEqual([kms, tiering]);
});

test("maintenance has AWS's defaults and changes one kind at a time", async () => {
  await create();
  const get = new GetTableMaintenanceConfigurationCommand(events);
  const snapshots = { minSnapshotsToKeep: 1, maxSnapshotAgeHours: 120 };
  const compaction = { targetFileSizeMB: 512, strategy: 'auto' };
  const both = (status: string, settings: object): object => ({
    icebergCompaction: { status, settings: { icebergCompaction: settings } },
    icebergSnapshotManagement: { status: 'enabled', settings: { icebergSnapshotManagement: snapshots } }
  });
  expect((await fixture.client.send(get)).configuration).toEqual(both('enabled', compaction));
  const value = { status: 'disabled', settings: { icebergCompaction: { targetFileSizeMB: 64 } } } as const;
  await fixture.client.send(
    new PutTableMaintenanceConfigurationCommand({ ...events, type: 'icebergCompaction', value })
  );
  const changed = both('disabled', { ...compaction, targetFileSizeMB: 64 });
  expect((await fixture.client.send(get)).configuration).toEqual(changed);
  const { status } = await fixture.client.send(new GetTableMaintenanceJobStatusCommand(events));
  expect(status).toEqual({
    icebergCompaction: { status: 'Disabled' },
    icebergSnapshotManagement: { status: 'Not_Yet_Run' },
    icebergUnreferencedFileRemoval: { status: 'Not_Yet_Run' }
  });
});

test.each([
  ['settings of another kind', { icebergSnapshotManagement: { minSnapshotsToKeep: 1 } }],
  ['a size below 64 MB', { icebergCompaction: { targetFileSizeMB: 63 } }],
  ['an unknown strategy', { icebergCompaction: { strategy: 'random' as 'auto' } }]
])('maintenance with %s is refused', async (_, settings) => {
  await create();
  const put = new PutTableMaintenanceConfigurationCommand({
    ...events,
    type: 'icebergCompaction',
    value: { settings }
  });
  await expect(fixture.client.send(put)).rejects.toMatchObject(refusal('BadRequestException', 400));
});
