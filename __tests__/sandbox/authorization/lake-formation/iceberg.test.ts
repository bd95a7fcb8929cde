import { beforeEach, expect, test } from '@jest/globals';
import {
  administer,
  CatalogId,
  federated,
  fillBucket,
  insufficient,
  lake,
  principal,
  refused,
  type Hands
} from './setup.js';

let as: (name: string) => Hands;
let region: ReturnType<typeof lake>['region'];

const table = '/namespaces/app/tables/orders';
const onTable = { Table: { CatalogId, DatabaseName: 'app', Name: 'orders' } };
const grant = (Resource: object, ...Permissions: string[]): unknown =>
  as('admin').lakeFormation('GrantPermissions', { Principal: principal('analyst'), Resource, Permissions });
const commit = (...updates: object[]): unknown =>
  as('analyst').iceberg('POST', table, { requirements: [], updates });
const setProperties = { action: 'set-properties', updates: { a: 'b' } };
const dropBranch = { action: 'remove-snapshot-ref', 'ref-name': 'gone' };

beforeEach(() => {
  ({ as, region } = lake());
  fillBucket(region);
  as('user/sandbox').glue('CreateCatalog', federated('iam'));
});

/** As an account that has moved from IAM to Lake Formation; the role of the registration is another test's. */
function leaveToLakeFormation(): void {
  administer(region, 'admin');
  const catalog = region.glue.catalogs.get('s3tablescatalog');
  Object.assign(catalog ?? {}, { createDatabaseDefaultPermissions: [], createTableDefaultPermissions: [] });
}

test('a catalog left to IAM is open to everyone', () => {
  administer(region, 'admin');
  const analyst = as('analyst');
  expect(analyst.iceberg('GET', `/config?warehouse=${encodeURIComponent(CatalogId)}`)).toHaveProperty(
    'overrides.prefix'
  );
  expect(analyst.iceberg('GET', '/namespaces')).toMatchObject({ namespaces: [['app']] });
  analyst.iceberg('GET', table);
  commit(setProperties, dropBranch);
  analyst.iceberg('DELETE', table);
});

test('what is not granted is hidden', () => {
  leaveToLakeFormation();
  const ask = (method: string, path: string) => (): unknown => as('analyst').iceberg(method, path);
  expect(ask('GET', `/config?warehouse=${encodeURIComponent(CatalogId)}`)).toThrow(
    insufficient('Describe on Catalog')
  );
  expect(ask('GET', '/namespaces')).toThrow(refused('EntityNotFoundException', /bucket does not exist/));
  expect(ask('GET', '/namespaces/app')).toThrow(insufficient('Describe on app'));
  expect(ask('HEAD', '/namespaces/app')).toThrow(insufficient('Describe on app'));
  expect(ask('DELETE', '/namespaces/app')).toThrow(insufficient('Drop on app'));
  expect(ask('GET', '/namespaces/app/tables')).toThrow(insufficient('Describe on app'));
  expect(ask('HEAD', table)).toThrow(insufficient('Describe on orders'));
  expect(ask('GET', table)).toThrow(insufficient('Select on orders'));
  expect(ask('DELETE', table)).toThrow(insufficient('Drop on orders'));
});

test('lists show what is granted; a table is loaded with SELECT on the whole of it', () => {
  leaveToLakeFormation();
  const { TableWithColumns } = { TableWithColumns: { ...onTable.Table, ColumnNames: ['id'] } };
  grant({ TableWithColumns }, 'SELECT');
  const analyst = as('analyst');
  expect(analyst.iceberg('GET', '/namespaces')).toMatchObject({ namespaces: [['app']] });
  expect(analyst.iceberg('GET', '/namespaces/app/tables')).toMatchObject({
    identifiers: [{ namespace: ['app'], name: 'orders' }]
  });
  analyst.iceberg('HEAD', table);
  expect(() => analyst.iceberg('GET', table)).toThrow(insufficient('Select on orders'));
  expect(() => as('admin').iceberg('GET', table)).toThrow(insufficient('Select on orders'));
  grant(onTable, 'SELECT');
  expect(analyst.iceberg('GET', table)).toHaveProperty('metadata');
});

test('a commit needs INSERT or DELETE for data, ALTER for the rest', () => {
  leaveToLakeFormation();
  grant(onTable, 'SELECT');
  expect(() => commit(dropBranch)).toThrow(insufficient('Insert on orders'));
  expect(() => commit(setProperties)).toThrow(insufficient('Alter on orders'));
  expect(() => commit()).toThrow(insufficient('Insert on orders'));
  grant(onTable, 'ALTER');
  commit(setProperties);
  expect(() => commit(setProperties, dropBranch)).toThrow(insufficient('Insert on orders'));
  grant(onTable, 'DELETE');
  commit(setProperties, dropBranch);
});

test('who makes a namespace or a table may do everything with it; the rest sees nothing of it', () => {
  leaveToLakeFormation();
  const analyst = as('analyst');
  const makeTable = (namespace: string): unknown =>
    analyst.iceberg('POST', `/namespaces/${namespace}/tables`, {
      name: 'mine',
      schema: { type: 'struct', fields: [{ id: 1, name: 'id', type: 'long', required: true }] }
    });
  const makeNamespace = (): unknown => analyst.iceberg('POST', '/namespaces', { namespace: ['own'] });
  expect(makeNamespace).toThrow(insufficient('Create Database on Catalog'));
  expect(() => makeTable('app')).toThrow(insufficient('Create Table on app'));
  grant({ Catalog: { Id: CatalogId } }, 'CREATE_DATABASE');
  makeNamespace();
  makeTable('own');
  expect(analyst.iceberg('GET', '/namespaces/own/tables')).toMatchObject({ identifiers: [{ name: 'mine' }] });
  expect(analyst.iceberg('GET', '/namespaces')).toMatchObject({ namespaces: [['own']] });
  expect(() => as('other').iceberg('GET', '/namespaces/own/tables')).toThrow(insufficient('Describe on own'));
  analyst.iceberg('DELETE', '/namespaces/own/tables/mine');
  analyst.iceberg('DELETE', '/namespaces/own');
  expect([...region.lakeFormation.grants.values()].filter(({ ofCreation }) => ofCreation)).toMatchObject([
    { on: { kind: 'catalog', catalog: 's3tablescatalog' } }
  ]);
});

test('what is missing is said to be so to who may know', () => {
  leaveToLakeFormation();
  expect(() => as('analyst').iceberg('GET', '/namespaces/nope')).toThrow(insufficient('Describe on nope'));
  expect(() => as('admin').iceberg('GET', '/namespaces/nope')).toThrow(
    refused('NotFoundException', /namespace/)
  );
});
