import { GetTableCommand, type GetTableCommandOutput } from '@aws-sdk/client-s3tables';
import { describe, expect, test } from '@jest/globals';
import { objectAt } from '../../../sandbox/s3tables/warehouse.js';
import { bucketArn, loaded, newTable, refusal, withCatalog, type Loaded } from './setup.js';

const fixture = withCatalog();
const snapshotId = 930_212_603_508_210_733n;

const native = (): Promise<GetTableCommandOutput> =>
  fixture.s3tables.send(new GetTableCommand({ tableBucketARN: bucketArn, namespace: 'app', name: 'events' }));

/** The updates of an append whose manifest list is put into the table's location first. */
const append = async ({ metadata }: Loaded, id: bigint, change: object = {}): Promise<object[]> => {
  const list = await fixture.put(metadata.location, `metadata/snap-${id}.avro`);
  const snapshot = {
    'snapshot-id': id,
    'sequence-number': Number(metadata['last-sequence-number']) + 1,
    'timestamp-ms': Date.now(),
    'manifest-list': list,
    summary: { operation: 'append', 'added-records': '1' },
    'schema-id': 0,
    ...change
  };
  const head = { action: 'set-snapshot-ref', 'ref-name': 'main', type: 'branch', 'snapshot-id': id };
  return [{ action: 'add-snapshot', snapshot }, head];
};

const unchanged = (id: bigint | null): object => ({
  type: 'assert-ref-snapshot-id',
  ref: 'main',
  'snapshot-id': id
});

test('a commit writes the next metadata file and points the table at it', async () => {
  const before = await fixture.table();
  const { versionToken } = await native();
  const reply = await fixture.commit([{ action: 'set-properties', updates: { a: 'b' } }]);
  const after = loaded(reply);
  expect(after['metadata-location']).toMatch(/\/metadata\/00001-[0-9a-f-]{36}\.metadata\.json$/);
  expect(after.metadata).toMatchObject({
    properties: { a: 'b' },
    'metadata-log': [{ 'metadata-file': before['metadata-location'] }]
  });
  expect(await fixture.load()).toMatchObject(after);
  const table = await native();
  expect(table.metadataLocation).toBe(after['metadata-location']);
  expect(table.versionToken).not.toBe(versionToken);
});

test.each([{ updates: [] }, { requirements: [], updates: [] }, {}])(
  'a commit of %j changes nothing',
  async (body) => {
    const before = await fixture.table();
    const reply = await fixture.rest('POST', '/namespaces/app/tables/events', body);
    expect(loaded(reply)['metadata-location']).toBe(before['metadata-location']);
  }
);

test('snapshot ids of 63 bits go in and come out whole', async () => {
  const table = await fixture.table();
  const reply = await fixture.commit(await append(table, snapshotId), [unchanged(null)]);
  expect(reply.text).toContain(`"current-snapshot-id":${snapshotId}`);
  const { metadata, 'metadata-location': location } = await fixture.load();
  expect(metadata['current-snapshot-id']).toBe(snapshotId);
  const file = objectAt(fixture.sandbox.account.region('us-east-1'), location);
  expect(file?.body.toString()).toContain(`"snapshot-id":${snapshotId}`);
  const next = await append(await fixture.load(), snapshotId + 1n, { 'parent-snapshot-id': snapshotId });
  expect((await fixture.commit(next, [unchanged(snapshotId + 2n)])).status).toBe(409);
  expect((await fixture.commit(next, [unchanged(snapshotId)])).status).toBe(200);
});

test('of two commits at once from one version one fails', async () => {
  const table = await fixture.table();
  const commits = await Promise.all([append(table, snapshotId), append(table, snapshotId + 1n)]);
  const replies = await Promise.all(commits.map((updates) => fixture.commit(updates, [unchanged(null)])));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  const lost = replies.find(({ status }) => status === 409);
  expect(lost).toMatchObject(refusal(409, 'CommitFailedException'));
  expect((await fixture.load()).metadata.snapshots).toHaveLength(1);
});

test('without requirements the sequence number tells the second of two', async () => {
  const table = await fixture.table();
  const commits = await Promise.all([append(table, snapshotId), append(table, snapshotId + 1n)]);
  expect((await fixture.commit(commits[0] ?? [])).status).toBe(200);
  expect(await fixture.commit(commits[1] ?? [])).toMatchObject(refusal(409, 'CommitFailedException'));
});

describe('a snapshot', () => {
  test.each([
    ['in another bucket', 's3://elsewhere/metadata/snap.avro'],
    ['that nobody has put there', undefined]
  ])('whose manifest list is %s is refused', async (_, elsewhere) => {
    const table = await fixture.table();
    const list = elsewhere ?? `${table.metadata.location}/metadata/absent.avro`;
    const reply = await fixture.commit(await append(table, snapshotId, { 'manifest-list': list }));
    expect(reply).toMatchObject(refusal(400, 'BadRequestException'));
    expect(fixture.sandbox.log().at(-1)?.message).toContain(
      `the manifest list ${list} is not in the table's location`
    );
  });
});

const relaxed = {
  type: 'struct',
  fields: newTable.schema.fields.map((field, position) => ({ ...field, id: position + 1, required: false }))
};
const grown = {
  ...relaxed,
  fields: [...relaxed.fields, { id: 5, name: 'new', type: 'int', required: false }]
};
const become = (schema: object): object[] => [
  { action: 'add-schema', schema },
  { action: 'set-current-schema', 'schema-id': -1 }
];

describe('a schema', () => {
  test('may lose a requirement and gain an optional column in one commit', async () => {
    await fixture.table();
    const { metadata } = loaded(await fixture.commit(become(grown)));
    expect(metadata).toMatchObject({ 'current-schema-id': 1, 'last-column-id': 5 });
  });

  test('may require what was optional', async () => {
    await fixture.table();
    const fields = grown.fields.slice(0, 4).map((field) => ({ ...field, required: true }));
    expect((await fixture.commit(become({ ...relaxed, fields }))).status).toBe(200);
  });

  test.each([
    ['alone', relaxed.fields.map((field, at) => ({ ...field, required: at === 0 })), {}],
    ['beside what it relaxes', relaxed.fields, {}],
    ['with a default', relaxed.fields, { 'initial-default': 1, 'write-default': 1 }]
  ])('gains no required column %s; the reason is in the log only', async (_, fields, defaults) => {
    await fixture.table({ properties: { 'format-version': '3' } });
    const required = { id: 5, name: 'new', type: 'int', required: true, ...defaults };
    const reply = await fixture.commit(become({ type: 'struct', fields: [...fields, required] }));
    expect(reply).toMatchObject(refusal(400, 'BadRequestException', 'The specified metadata is not valid'));
    expect(fixture.sandbox.log()).toMatchObject([
      { service: 's3tables', operation: 'IcebergCommitTable', message: 'the new field "new" is required' }
    ]);
  });
});

test.each([
  ['an unknown update', [{ action: 'add-view-version' }]],
  ['another location', [{ action: 'set-location', location: 's3://mine' }]],
  ['another UUID', [{ action: 'assign-uuid', uuid: '5b5e4a2b-0000-4000-8000-000000000000' }]],
  ['an older format', [{ action: 'upgrade-format-version', 'format-version': 1 }]]
])('%s is refused', async (_, updates) => {
  const before = await fixture.table();
  expect(await fixture.commit(updates)).toMatchObject(refusal(400, 'BadRequestException'));
  expect(await fixture.load()).toEqual(before);
});

describe('metadata', () => {
  test('does not grow beyond 50 MB', async () => {
    const before = await fixture.table();
    const names = Array.from({ length: 530 }, (_, position) => `p${position}`);
    const updates = Object.fromEntries(names.map((name) => [name, 'x'.repeat(100 * 1024)]));
    expect(await fixture.commit([{ action: 'set-properties', updates }])).toMatchObject(
      refusal(400, 'BadRequestException')
    );
    expect((await native()).metadataLocation).toBe(before['metadata-location']);
  });

  test.each([
    [19, 200, 200],
    [21, 200, 400],
    [51, 400, 400]
  ])('of %d MB: S3 Tables answers %d, Glue %d', async (megabytes, s3tables, glue) => {
    const { 'metadata-location': location } = await fixture.table();
    const { s3 } = fixture.sandbox.account.region('us-east-1');
    const { host, pathname } = new URL(location);
    const file = s3.buckets.get(host)?.get(pathname.slice(1));
    if (!file) throw new Error('there is no metadata file');
    const body = Buffer.concat([file.body, Buffer.alloc(megabytes * 1024 * 1024, ' ')]);
    s3.buckets.get(host)?.set(pathname.slice(1), { ...file, body });
    expect((await fixture.rest('GET', '/namespaces/app/tables/events')).status).toBe(s3tables);
    expect((await fixture.glueRest('GET', '/namespaces/app/tables/events')).status).toBe(glue);
  });
});
