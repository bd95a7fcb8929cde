import { CreateTableCommand, GetTableCommand, ListTablesCommand } from '@aws-sdk/client-s3tables';
import { describe, expect, test } from '@jest/globals';
import { send } from '../client.js';
import { account, bucketArn, newTable, prefix, refusal, withCatalog } from './setup.js';

const fixture = withCatalog();
const rest: typeof fixture.rest = (...call) => fixture.rest(...call);
const events = '/namespaces/app/tables/events';

describe('the warehouse', () => {
  const config = (warehouse: string): ReturnType<typeof fixture.send> =>
    fixture.send('s3tables', 'GET', `/iceberg/v1/config?warehouse=${encodeURIComponent(warehouse)}`);

  test('is a bucket’s ARN, percent-encoded in the paths; AWS lists no endpoints', async () => {
    expect((await config(bucketArn)).json).toEqual({
      defaults: {},
      overrides: { prefix: encodeURIComponent(bucketArn) }
    });
  });

  test('that is not there is refused', async () => {
    expect(await config(`${bucketArn}-2`)).toMatchObject(
      refusal(404, 'no_such_bucket', 'The specified bucket does not exist.')
    );
    expect(await config('dev-app')).toMatchObject(refusal(400, 'BadRequestException'));
    expect(await config('')).toMatchObject(refusal(400, 'BadRequestException'));
  });

  test('is asked for with a signature', async () => {
    const unsigned = { method: 'GET', path: `${prefix}/namespaces`, headers: {} };
    expect((await send(fixture.sandbox.url, unsigned)).status).toBe(403);
  });
});

describe('namespaces', () => {
  test('are made, shown and dropped', async () => {
    const made = await rest('POST', '/namespaces', { namespace: ['app'], properties: { owner: 'team' } });
    expect(made).toMatchObject({ status: 200, json: { namespace: ['app'], properties: { owner: 'team' } } });
    expect((await rest('GET', '/namespaces/app')).json).toEqual(made.json);
    expect((await rest('HEAD', '/namespaces/app')).status).toBe(204);
    expect((await rest('DELETE', '/namespaces/app')).status).toBe(204);
    expect((await rest('HEAD', '/namespaces/app')).status).toBe(404);
    expect(await rest('DELETE', '/namespaces/app')).toMatchObject(refusal(404, 'NoSuchNamespaceException'));
  });

  test('are listed page by page when pages are asked for', async () => {
    for (const name of ['b', 'c', 'a']) await rest('POST', '/namespaces', { namespace: [name] });
    expect((await rest('GET', '/namespaces')).json).toEqual({ namespaces: [['a'], ['b'], ['c']] });
    const first = await rest('GET', '/namespaces?pageSize=2&pageToken=');
    expect(first.json).toMatchObject({ namespaces: [['a'], ['b']] });
    const token = (first.json as { 'next-page-token': string })['next-page-token'];
    const second = await rest('GET', `/namespaces?pageSize=2&pageToken=${encodeURIComponent(token)}`);
    expect(second.json).toEqual({ namespaces: [['c']] });
    for (const query of ['pageSize=0', 'pageSize=x', 'pageToken=bad']) {
      expect(await rest('GET', `/namespaces?${query}`)).toMatchObject(refusal(400, 'BadRequestException'));
    }
  });

  test.each([
    ['both', ['next-page-token', 'nextPageToken']],
    ['spec', ['next-page-token']],
    ['aws', ['nextPageToken']]
  ] as const)('are listed in pages of 100 unasked, the token of the next by %s', async (words, members) => {
    const { s3tables } = fixture.sandbox.account.region('us-east-1');
    s3tables.pageToken = words;
    for (let at = 100; at < 201; at += 1) await rest('POST', '/namespaces', { namespace: [`n${at}`] });
    const first = (await rest('GET', '/namespaces')).json as Record<string, string | string[]>;
    expect(first['namespaces']).toHaveLength(100);
    expect(Object.keys(first).filter((name) => name !== 'namespaces')).toEqual(members);
    const token = encodeURIComponent(String(first[members[0]]));
    expect((await rest('GET', `/namespaces?pageToken=${token}`)).json).toEqual({ namespaces: [['n200']] });
    const seen = (await fixture.glueRest('GET', '/namespaces')).json as Record<string, string | string[]>;
    expect(seen['namespaces']).toHaveLength(100);
    expect(Object.keys(seen)).toEqual(['namespaces', 'next-page-token']);
  });

  test.each([
    [{ namespace: ['App'] }, "The specified namespace name isn't valid."],
    [{ namespace: ['a', 'b'] }, 'Multipart namespaces are not supported.'],
    [{ namespace: ['awsome'] }, 'The specified namespace name is not valid.'],
    [{ namespace: ['app'], properties: { comment: 'x' } }, 'The namespace property comment is not supported.']
  ])('%j: refused', async (body, message) => {
    expect(await rest('POST', '/namespaces', body)).toMatchObject(
      refusal(400, 'BadRequestException', message)
    );
  });

  test.each(['/namespaces?parent=app', '/namespaces/a%1Fb'])('have one level: GET %s', async (path) => {
    expect(await rest('GET', path)).toMatchObject(
      refusal(400, 'BadRequestException', 'Multipart namespaces are not supported.')
    );
  });

  test('that are there, and that are not empty, are conflicts', async () => {
    await fixture.table();
    expect(await rest('POST', '/namespaces', { namespace: ['app'] })).toMatchObject(
      refusal(409, 'AlreadyExistsException')
    );
    expect(await rest('DELETE', '/namespaces/app')).toMatchObject(refusal(409, 'NamespaceNotEmptyException'));
  });

  test.each(['{', '[]', '{}'])('are not made from %s', async (body) => {
    expect(await rest('POST', '/namespaces', body)).toMatchObject(refusal(400, 'BadRequestException'));
  });
});

describe('tables', () => {
  test('are the ones that S3 Tables’ own operations show, their ids assigned anew', async () => {
    const spec = { fields: [{ 'source-id': 3, 'field-id': 1007, transform: 'month', name: 'm' }] };
    const order = {
      fields: [{ 'source-id': 7, transform: 'identity', direction: 'asc', 'null-order': 'nulls-first' }]
    };
    const properties = { owner: 'team' };
    const made = await fixture.table({ 'partition-spec': spec, 'write-order': order, properties });
    expect(made.metadata).toMatchObject({
      'format-version': 2,
      'last-column-id': 4,
      schemas: [{ fields: [{ id: 1 }, { id: 2 }, { id: 3 }, { id: 4 }] }],
      'partition-specs': [{ 'spec-id': 0, fields: [{ 'source-id': 3, 'field-id': 1000 }] }],
      'sort-orders': [{ 'order-id': 1, fields: [{ 'source-id': 1 }] }],
      properties
    });
    expect(made).toMatchObject({ config: {} });
    const native = await fixture.s3tables.send(
      new GetTableCommand({ tableBucketARN: bucketArn, namespace: 'app', name: 'events' })
    );
    expect(native).toMatchObject({
      metadataLocation: made['metadata-location'],
      warehouseLocation: made.metadata.location,
      versionToken: expect.any(String)
    });
    expect(await fixture.load()).toEqual(made);
    expect((await rest('HEAD', events)).status).toBe(204);
  });

  test('are listed, all or page by page', async () => {
    await fixture.table();
    await fixture.table({ name: 'b' });
    const identifiers = ['b', 'events'].map((name) => ({ namespace: ['app'], name }));
    expect((await rest('GET', '/namespaces/app/tables')).json).toEqual({ identifiers });
    expect((await rest('GET', '/namespaces/app/tables?pageSize=1')).json).toMatchObject({
      identifiers: [identifiers[0]],
      'next-page-token': expect.any(String)
    });
    expect(await rest('GET', '/namespaces/x/tables')).toMatchObject(refusal(404, 'NoSuchNamespaceException'));
  });

  test.each([
    [{ 'stage-create': undefined }, 'stage-create is a required field and cannot be null'],
    [{ 'stage-create': null }, 'stage-create is a required field and cannot be null'],
    [{ 'stage-create': true }, 'Staged table creation is not supported.'],
    [{ location: 's3://mine/events' }, 'The location of a table cannot be specified.'],
    [{ name: 'Events' }, "The specified table name isn't valid."],
    [
      { 'partition-spec': { fields: [{ 'source-id': 8, transform: 'month', name: 'm' }] } },
      'The source id 8 is not a field of the schema.'
    ],
    [
      { schema: { type: 'struct', fields: [{ id: 1, name: 'a', type: 'text', required: false }] } },
      'The specified metadata is not valid'
    ]
  ])('%j: refused', async (change, message) => {
    await rest('POST', '/namespaces', { namespace: ['app'] });
    expect(await rest('POST', '/namespaces/app/tables', { ...newTable, ...change })).toMatchObject(
      refusal(400, 'BadRequestException', message)
    );
    expect((await rest('GET', '/namespaces/app/tables')).json).toEqual({ identifiers: [] });
  });

  test('that are there are conflicts, those that are not are missing', async () => {
    await fixture.table();
    expect(await rest('POST', '/namespaces/app/tables', newTable)).toMatchObject(
      refusal(409, 'AlreadyExistsException')
    );
    expect(await rest('GET', '/namespaces/app/tables/none')).toMatchObject(
      refusal(404, 'NoSuchTableException', 'The specified table does not exist.')
    );
    expect((await rest('HEAD', '/namespaces/app/tables/none')).status).toBe(404);
    expect(await rest('GET', '/namespaces/app/tables/None')).toMatchObject(
      refusal(400, 'BadRequestException')
    );
  });

  test('without metadata cannot be loaded or committed to', async () => {
    await fixture.table();
    const bare = { tableBucketARN: bucketArn, namespace: 'app', name: 'bare', format: 'ICEBERG' as const };
    await fixture.s3tables.send(new CreateTableCommand(bare));
    const expected = refusal(400, 'BadRequestException', 'The specified metadata location is not valid.');
    expect(await rest('GET', '/namespaces/app/tables/bare')).toMatchObject(expected);
    const body = { requirements: [], updates: [] };
    expect(await rest('POST', '/namespaces/app/tables/bare', body)).toMatchObject(expected);
  });

  test('are dropped with purge only, and their warehouse with them', async () => {
    const { metadata } = await fixture.table();
    for (const query of ['', '?purgeRequested=false']) {
      expect(await rest('DELETE', `${events}${query}`)).toMatchObject(
        refusal(
          400,
          'BadRequestException',
          'DropTable operation failed. S3 Tables only supports dropping tables with purge enabled.'
        )
      );
    }
    expect((await rest('DELETE', `${events}?purgeRequested=true`)).status).toBe(204);
    const buckets = fixture.sandbox.account.region('us-east-1').s3.buckets;
    expect(buckets.has(new URL(metadata.location).host)).toBe(false);
    expect(await rest('DELETE', `${events}?purgeRequested=true`)).toMatchObject(
      refusal(404, 'NoSuchTableException')
    );
  });

  test('are renamed, into another namespace too', async () => {
    await fixture.table();
    await rest('POST', '/namespaces', { namespace: ['other'] });
    const source = { namespace: ['app'], name: 'events' };
    const destination = { namespace: ['other'], name: 'facts' };
    expect((await rest('POST', '/tables/rename', { source, destination })).status).toBe(204);
    const { tables = [] } = await fixture.s3tables.send(new ListTablesCommand({ tableBucketARN: bucketArn }));
    expect(tables.map(({ namespace, name }) => [namespace, name])).toEqual([[['other'], 'facts']]);
    expect(await rest('POST', '/tables/rename', { source, destination })).toMatchObject(
      refusal(404, 'NoSuchTableException')
    );
    const same = { source: destination, destination };
    expect(await rest('POST', '/tables/rename', same)).toMatchObject(refusal(409, 'AlreadyExistsException'));
  });
});

describe('what AWS does not have', () => {
  test.each([
    ['POST', '/transactions/commit'],
    ['POST', `${events}/plan`],
    ['POST', '/namespaces/app/properties'],
    ['POST', '/namespaces/app/register'],
    ['GET', '/namespaces/app/views'],
    ['GET', '/nothing']
  ])('%s %s: 404 in XML', async (method, path) => {
    const reply = await rest(method, path, method === 'POST' ? {} : undefined);
    expect(reply).toMatchObject({ status: 404, text: '<UnknownOperationException/>' });
  });

  test('metrics are refused', async () => {
    expect(await rest('POST', `${events}/metrics`, {})).toMatchObject(
      refusal(400, 'BadRequestException', 'ReportMetrics is currently not supported.')
    );
  });
});

describe('the call log and faults', () => {
  test('know the operations by name', async () => {
    await fixture.table();
    const names = fixture.sandbox.calls().map(({ service, operation }) => `${service} ${operation}`);
    expect(names.slice(-2)).toEqual(['s3tables IcebergCreateNamespace', 's3tables IcebergCreateTable']);
  });

  test('a fault comes in the shape of the catalog', async () => {
    const { code, message } = { code: 'CommitFailedException', message: 'Too late.' };
    fixture.sandbox.setFaults([
      { operation: 'IcebergLoadTable', kind: 'error', status: 409, code, message, times: 1 },
      { operation: 'IcebergListTables', kind: 'error' }
    ]);
    expect(await rest('GET', events)).toMatchObject(refusal(409, code, message));
    expect(await rest('GET', '/namespaces/app/tables')).toMatchObject(
      refusal(500, 'InternalServerErrorException')
    );
  });

  test('a lost answer leaves its effect behind', async () => {
    const { metadata } = await fixture.table();
    fixture.sandbox.setFaults([{ operation: 'IcebergCommitTable', kind: 'lost-response', times: 1 }]);
    const updates = [{ action: 'set-properties', updates: { a: 'b' } }];
    await expect(fixture.commit(updates)).rejects.toThrow();
    const after = await fixture.load();
    expect(after.metadata.properties).toEqual({ a: 'b' });
    expect(after.metadata['table-uuid']).toBe(metadata['table-uuid']);
  });
});

test('another account’s bucket is forbidden', async () => {
  const theirs = bucketArn.replace(account, '210987654321');
  const path = `/iceberg/v1/${encodeURIComponent(theirs)}/namespaces`;
  expect(await fixture.send('s3tables', 'GET', path)).toMatchObject(refusal(403, 'ForbiddenException'));
});
