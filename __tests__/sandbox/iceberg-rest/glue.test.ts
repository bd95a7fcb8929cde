import { DeleteCatalogCommand, GetTableCommand } from '@aws-sdk/client-glue';
import { describe, expect, test } from '@jest/globals';
import { account, gluePrefix, loaded, newTable, refusal, withCatalog } from './setup.js';

const fixture = withCatalog();
const rest: typeof fixture.glueRest = (...call) => fixture.glueRest(...call);
const events = '/namespaces/app/tables/events';
const table = { ...newTable, 'stage-create': undefined };

describe('the warehouse', () => {
  const config = (warehouse: string): ReturnType<typeof fixture.send> =>
    fixture.send('glue', 'GET', `/iceberg/v1/config?warehouse=${encodeURIComponent(warehouse)}`);

  test.each([`${account}:s3tablescatalog/dev-app`, 's3tablescatalog/dev-app'])(
    '%s is a bucket’s catalog',
    async (warehouse) => {
      expect((await config(warehouse)).json).toEqual({
        defaults: {},
        overrides: { prefix: gluePrefix.slice('/iceberg/v1/'.length) }
      });
    }
  );

  test('is there only while the federated catalog is', async () => {
    await fixture.glue.send(new DeleteCatalogCommand({ CatalogId: 's3tablescatalog' }));
    const missing = refusal(404, 'EntityNotFoundException', 'Catalog s3tablescatalog/dev-app not found.');
    expect(await config(`${account}:s3tablescatalog/dev-app`)).toMatchObject(missing);
    expect(await rest('GET', '/namespaces')).toMatchObject(missing);
  });

  test.each([
    [`${account}:s3tablescatalog/absent`, 404, 'EntityNotFoundException'],
    ['210987654321:s3tablescatalog/dev-app', 404, 'EntityNotFoundException'],
    [`${account}:s3tablescatalog`, 400, 'BadRequestException'],
    [account, 400, 'UnknownOperationException'],
    ['', 400, 'BadRequestException']
  ])('%j is none', async (warehouse, status, type) => {
    expect(await config(warehouse)).toMatchObject(refusal(status, type));
  });
});

describe('namespaces and tables', () => {
  test('are those of S3 Tables', async () => {
    expect((await rest('POST', '/namespaces', { namespace: ['app'] })).status).toBe(200);
    const made = loaded(await rest('POST', '/namespaces/app/tables', table));
    expect(await fixture.load()).toEqual(made);
    expect((await rest('GET', '/namespaces/app/tables')).json).toEqual({
      identifiers: [{ namespace: ['app'], name: 'events' }]
    });
    const updates = [{ action: 'set-properties', updates: { a: 'b' } }];
    const after = loaded(await rest('POST', events, { requirements: [], updates }));
    expect(await fixture.load()).toMatchObject(after);
    const { Table } = await fixture.glue.send(
      new GetTableCommand({
        CatalogId: `${account}:s3tablescatalog/dev-app`,
        DatabaseName: 'app',
        Name: 'events'
      })
    );
    expect(Table?.Parameters?.['metadata_location']).toBe(after['metadata-location']);
  });

  test('are not staged', async () => {
    await rest('POST', '/namespaces', { namespace: ['app'] });
    expect(await rest('POST', '/namespaces/app/tables', { ...table, 'stage-create': true })).toMatchObject(
      refusal(400, 'BadRequestException')
    );
  });

  test('with columns that Glue cannot show are not shown', async () => {
    const fields = [{ id: 1, name: 'Id', type: 'long', required: true }];
    await fixture.table({ schema: { type: 'struct', fields } });
    expect((await rest('GET', '/namespaces/app/tables')).json).toEqual({ identifiers: [] });
    expect(await rest('GET', events)).toMatchObject(refusal(400, 'ValidationException'));
    expect((await fixture.rest('GET', events)).status).toBe(200);
  });
});

describe('a drop', () => {
  test('does not ask for a purge', async () => {
    await fixture.table();
    expect(await rest('DELETE', `${events}?purgeRequested=true`)).toMatchObject(
      refusal(400, 'BadRequestException', 'PurgeRequested cannot be true for Glue iceberg tables.')
    );
    expect((await rest('DELETE', events)).status).toBe(204);
    expect(await fixture.rest('GET', events)).toMatchObject(refusal(404, 'NoSuchTableException'));
  });

  test('must ask for one where the sandbox is told so', async () => {
    fixture.sandbox.account.region('us-east-1').glue.federatedPurge = 'required';
    await fixture.table();
    expect(await rest('DELETE', events)).toMatchObject(refusal(400, 'BadRequestException'));
    expect((await rest('DELETE', `${events}?purgeRequested=true`)).status).toBe(204);
  });
});

describe('what AWS does not have', () => {
  test.each([
    ['POST', '/tables/rename'],
    ['GET', '/namespaces/app/views'],
    ['DELETE', '/namespaces/app/views/v']
  ])('%s %s: 406', async (method, path) => {
    expect(await rest(method, path, method === 'POST' ? {} : undefined)).toMatchObject(
      refusal(406, 'UnsupportedOperationException')
    );
  });

  test.each(['/transactions/commit', `${events}/plan`, `${events}/metrics`])(
    'POST %s: 200 with an error in it',
    async (path) => {
      expect(await rest('POST', path, {})).toMatchObject({
        status: 200,
        json: { Output: { __type: expect.stringMatching(/UnknownOperationException$/) } }
      });
    }
  );
});

test('the call log and faults know the operations by the same names', async () => {
  fixture.sandbox.setFaults([{ service: 'glue', operation: 'IcebergListNamespaces', kind: 'error' }]);
  expect(await rest('GET', '/namespaces')).toMatchObject(refusal(500, 'InternalServerErrorException'));
  expect((await fixture.rest('GET', '/namespaces')).status).toBe(200);
});
