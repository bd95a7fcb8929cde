import { expect, test } from '@jest/globals';
import { JSONParse } from 'json-with-bigint';
import type { IcebergHttp, IcebergRequest } from '../../src/aws/ports.js';
import { type RestCatalogOptions, restCatalog } from '../../src/iceberg/rest-catalog.js';
import { thrownBy } from '../support/thrown.js';
import { TABLE, context, emptyTable } from './support.js';

const BUCKET = 'arn:aws:s3tables:us-east-1:111122223333:bucket/lake';
const PREFIX = 'arn%3Aaws%3As3tables%3Aus-east-1%3A111122223333%3Abucket%2Flake';
const S3TABLES: RestCatalogOptions = { kind: 's3tables', warehouse: BUCKET };
const GLUE: RestCatalogOptions = { kind: 'glue', warehouse: '111122223333:s3tablescatalog/lake' };
const FIELDS = [{ id: 1, name: 'id', type: 'long', required: true }];
const LOADED = {
  'metadata-location': 's3://w/metadata/v1.metadata.json',
  metadata: emptyTable(FIELDS),
  config: {}
};

type Answer = { readonly status: number; readonly text: string };
const ok = (body: unknown): Answer => ({ status: 200, text: JSON.stringify(body) });
const refused = (status: number, type: string, message: string): Answer => ({
  status,
  text: JSON.stringify({ error: { code: status, type, message } })
});

/** A server that gives these answers one after the other, and remembers the requests. */
class Server implements IcebergHttp {
  readonly requests: IcebergRequest[] = [];

  constructor(private readonly answers: Answer[]) {}

  request(request: IcebergRequest): Promise<Answer> {
    this.requests.push(request);
    return Promise.resolve(this.answers.shift()!);
  }
}

const CONFIG = ok({ defaults: {}, overrides: { prefix: PREFIX } });

function catalogOf(
  options: RestCatalogOptions,
  ...answers: Answer[]
): { server: Server; catalog: ReturnType<typeof restCatalog> } {
  const server = new Server([CONFIG, ...answers]);
  return { server, catalog: restCatalog(server, options) };
}

test('the prefix is asked for once, and put in as it came', async () => {
  const { server, catalog } = catalogOf(S3TABLES, ok(LOADED), ok(LOADED));
  const loaded = await catalog.loadTable(TABLE, context);
  await catalog.loadTable({ namespace: 'a b', name: 'ü/x' }, context);
  expect(loaded?.metadataLocation).toBe('s3://w/metadata/v1.metadata.json');
  expect(loaded?.metadata.location).toBe('s3://warehouse/orders');
  expect(server.requests).toEqual([
    { method: 'GET', path: '/v1/config', query: { warehouse: BUCKET } },
    { method: 'GET', path: `/v1/${PREFIX}/namespaces/sales/tables/orders` },
    { method: 'GET', path: `/v1/${PREFIX}/namespaces/a%20b/tables/%C3%BC%2Fx` }
  ]);
});

test.each<[string, RestCatalogOptions, unknown, string]>([
  ['an override', GLUE, { overrides: { prefix: 'catalogs/x' }, defaults: { prefix: 'no' } }, 'catalogs/x'],
  ['a default', GLUE, { overrides: {}, defaults: { prefix: 'catalogs/y' } }, 'catalogs/y'],
  ['none of S3 Tables', S3TABLES, { overrides: {}, defaults: {} }, PREFIX],
  ['none of Glue', GLUE, {}, 'catalogs/111122223333:s3tablescatalog:lake']
])('the prefix: %s', async (_what, options, body, prefix) => {
  const catalog = restCatalog(new Server([ok(body)]), options);
  expect(await catalog.config(context)).toEqual({ prefix });
});

test('a configuration that failed is asked for again', async () => {
  const catalog = restCatalog(new Server([refused(503, 'Slow', 'x'), CONFIG]), S3TABLES);
  expect((await thrownBy(() => catalog.config(context))).code).toBe('AWS_FAILED');
  expect(await catalog.config(context)).toEqual({ prefix: PREFIX });
});

test('lists go on from page to page', async () => {
  const { server, catalog } = catalogOf(
    S3TABLES,
    ok({ namespaces: [['a']], 'next-page-token': 'more' }),
    ok({ namespaces: [['b']], 'next-page-token': null }),
    ok({ identifiers: [{ namespace: ['a'], name: 't' }] }),
    refused(404, 'NoSuchNamespaceException', 'gone')
  );
  expect(await catalog.listNamespaces(context)).toEqual(['a', 'b']);
  expect(await catalog.listTables('a', context)).toEqual(['t']);
  expect(await catalog.listTables('z', context)).toBeUndefined();
  expect(server.requests[2]).toMatchObject({ query: { pageToken: 'more' } });
});

test('and where the next page is named as S3 Tables was seen to name it', async () => {
  const { server, catalog } = catalogOf(
    S3TABLES,
    ok({ namespaces: [['a']], nextPageToken: 'more' }),
    ok({ namespaces: [['b']], nextPageToken: '' }),
    ok({ identifiers: [{ namespace: ['a'], name: 't' }], nextPageToken: 'x' }),
    ok({ identifiers: [{ namespace: ['a'], name: 'u' }] })
  );
  expect(await catalog.listNamespaces(context)).toEqual(['a', 'b']);
  expect(await catalog.listTables('a', context)).toEqual(['t', 'u']);
  expect(server.requests[2]).toMatchObject({ query: { pageToken: 'more' } });
});

test.each(['next-page-token', 'nextPageToken'])(
  'pages that go round in a circle end (%s)',
  async (member) => {
    const page = (token: string) => ok({ namespaces: [], [member]: token });
    const { catalog } = catalogOf(S3TABLES, page('1'), page('2'), page('1'), page('2'), page('1'));
    await expect(catalog.listNamespaces(context)).rejects.toMatchObject({ code: 'GARBLED_ANSWER' });
  }
);

test('a configuration that is not there says nothing of tables', async () => {
  const server = { request: () => Promise.resolve({ status: 404, text: '{"message":"Not Found"}' }) };
  const work = restCatalog(server, S3TABLES).listNamespaces(context);
  await expect(work).rejects.toMatchObject({ code: 'NO_ENVIRONMENT' });
  await expect(work).rejects.toThrow(
    /does not know the warehouse .*Not Found|Not Found.*does not know the warehouse/
  );
});

test.each<[RestCatalogOptions, object]>([
  [S3TABLES, { 'stage-create': false }],
  [GLUE, {}]
])('a table is created as %j wants it', async (options, extra) => {
  const { server, catalog } = catalogOf(options, ok(LOADED));
  const columns = [
    { name: 'id', type: 'long', required: true },
    { name: 'price', type: 'decimal(9,2)', required: false }
  ];
  await catalog.createTable(TABLE, { columns, properties: { a: 'b' } }, context);
  expect(server.requests[1]).toMatchObject({ method: 'POST', path: `/v1/${PREFIX}/namespaces/sales/tables` });
  expect(JSON.parse(server.requests[1]!.body!)).toEqual({
    name: 'orders',
    schema: {
      type: 'struct',
      'schema-id': 0,
      fields: [
        { id: 1, name: 'id', type: 'long', required: true },
        { id: 2, name: 'price', type: 'decimal(9,2)', required: false }
      ]
    },
    properties: { a: 'b' },
    ...extra
  });
});

test.each<[RestCatalogOptions, unknown]>([
  [S3TABLES, { purgeRequested: 'true' }],
  [GLUE, undefined]
])('a table is dropped as %j wants it, and gone already is gone', async (options, query) => {
  const { server, catalog } = catalogOf(options, { status: 204, text: '' }, refused(404, 'NoSuchTable', 'x'));
  await catalog.dropTable(TABLE, context);
  await catalog.dropTable(TABLE, context);
  expect(server.requests.slice(1)).toEqual(
    Array(2).fill({ method: 'DELETE', path: `/v1/${PREFIX}/namespaces/sales/tables/orders`, query })
  );
});

test('Glue is told to purge when it asks for that, and only then', async () => {
  const wanted = refused(400, 'BadRequestException', 'only supports dropping tables with purge enabled.');
  const { server, catalog } = catalogOf(GLUE, wanted, { status: 204, text: '' });
  await catalog.dropTable(TABLE, context);
  expect(server.requests.slice(1).map(({ query }) => query)).toEqual([undefined, { purgeRequested: 'true' }]);
  const other = catalogOf(GLUE, refused(400, 'BadRequestException', 'No.'));
  expect((await thrownBy(() => other.catalog.dropTable(TABLE, context))).code).toBe('AWS_REFUSED');
  expect(other.server.requests).toHaveLength(2);
});

test('snapshot ids go out and come in with all their digits', async () => {
  const id = 2n ** 63n - 1n;
  const text = JSON.stringify(LOADED).replace('"current-snapshot-id":-1', `"current-snapshot-id":${id}`);
  const { server, catalog } = catalogOf(S3TABLES, { status: 200, text });
  const requirements = [{ type: 'assert-ref-snapshot-id', ref: 'main', 'snapshot-id': id }];
  const metadata = await catalog.commit(TABLE, { requirements, updates: [{ note: '5n' }] }, context);
  expect(metadata.currentSnapshotId).toBe(id);
  expect(server.requests[1]!.body).toContain(`"snapshot-id":${id}}`);
  expect(JSONParse(server.requests[1]!.body!)).toEqual({
    identifier: { namespace: ['sales'], name: 'orders' },
    requirements,
    updates: [{ note: '5n' }]
  });
});

test('what is not there is undefined where it is looked for', async () => {
  const absent = refused(404, 'NoSuchTableException', 'x');
  const { catalog } = catalogOf(S3TABLES, absent, { status: 404, text: '' }, { status: 204, text: '' });
  expect(await catalog.loadTable(TABLE, context)).toBeUndefined();
  expect(await catalog.tableExists(TABLE, context)).toBe(false);
  expect(await catalog.tableExists(TABLE, context)).toBe(true);
});

test.each<[string, Answer, string, RegExp]>([
  ['409', refused(409, 'CommitFailedException', 'stale'), 'ICEBERG_CONFLICT', /CommitFailedException: stale/],
  [
    '403',
    refused(403, 'forbidden', 'no'),
    'PERMISSION_DENIED',
    /AWS answered Iceberg loadTable with forbidden: no\./
  ],
  ['400', refused(400, 'bad', 'no'), 'AWS_REFUSED', /bad: no/],
  ['401', refused(401, 'x', 'no'), 'INVALID_CREDENTIALS', /x: no/],
  ['419', refused(419, 'x', 'no'), 'EXPIRED_CREDENTIALS', /x: no/],
  ['429', refused(429, 'x', 'no'), 'THROTTLED', /x: no/],
  ['500', { status: 500, text: 'oops' }, 'AWS_FAILED', /Status500: oops/],
  [
    '403 of the gateway',
    { status: 403, text: '{"message":"Missing token"}' },
    'PERMISSION_DENIED',
    /Missing token/
  ],
  [
    'an operation S3 Tables does not know',
    { status: 404, text: '<UnknownOperationException/>\n' },
    'AWS_REFUSED',
    /UnknownOperationException/
  ],
  [
    'an operation Glue does not know, with 200',
    ok({ Output: { __type: 'com.amazon.coral.service#UnknownOperationException' }, Version: '1.0' }),
    'AWS_REFUSED',
    /with UnknownOperationException/
  ],
  [
    'a page of a proxy',
    { status: 200, text: '<html>Login</html>' },
    'GARBLED_ANSWER',
    /what is not JSON: <html>/
  ],
  ['another answer', ok({ hello: 1 }), 'GARBLED_ANSWER', /The field metadata/],
  ['an empty answer', { status: 200, text: '' }, 'GARBLED_ANSWER', /at the top of its answer/]
])('an answer that refuses: %s', async (_what, answer, code, message) => {
  const { catalog } = catalogOf(S3TABLES, answer);
  const error = await thrownBy(() => catalog.loadTable(TABLE, context));
  expect(error.code).toBe(code);
  expect(error.message).toMatch(message);
});

test('a commit of a table that is gone', async () => {
  const { catalog } = catalogOf(S3TABLES, refused(404, 'NoSuchTableException', 'gone'));
  const commit = { requirements: [], updates: [] };
  expect((await thrownBy(() => catalog.commit(TABLE, commit, context))).code).toBe('ICEBERG_NOT_FOUND');
});

test('metadata that is wrong is named by its location', async () => {
  const { catalog } = catalogOf(S3TABLES, ok({ ...LOADED, metadata: { ...LOADED.metadata, location: 5 } }));
  const error = await thrownBy(() => catalog.loadTable(TABLE, context));
  expect(error.message).toContain(
    'Could not read s3://w/metadata/v1.metadata.json. The field location is wrong'
  );
});
