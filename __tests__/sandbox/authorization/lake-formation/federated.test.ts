import { beforeEach, describe, expect, test } from '@jest/globals';
import { createTableBucket } from '../../../../sandbox/s3tables/buckets.js';
import { managed, trusting } from './roles.js';
import {
  administer,
  buckets,
  callerNamed,
  CatalogId,
  federated,
  fillBucket,
  insufficient,
  lake,
  makeRole,
  principal,
  refused,
  type Hands
} from './setup.js';

let as: (name: string) => Hands;
let region: ReturnType<typeof lake>['region'];

beforeEach(() => {
  ({ as, region } = lake());
  fillBucket(region);
});

const databases = (who: string): unknown =>
  (as(who).glue('GetDatabases', { CatalogId })['DatabaseList'] as { Name: string }[]).map(({ Name }) => Name);
const tables = (who: string): unknown =>
  (as(who).glue('GetTables', { CatalogId, DatabaseName: 'app' })['TableList'] as { Name: string }[]).map(
    ({ Name }) => Name
  );
const catalogs = (who: string): unknown =>
  (as(who).glue('GetCatalogs', { Recursive: true })['CatalogList'] as { Name: string }[]).map(
    ({ Name }) => Name
  );
const grant = (Resource: object, ...Permissions: string[]): unknown =>
  as('admin').lakeFormation('GrantPermissions', { Principal: principal('analyst'), Resource, Permissions });

test('a catalog left to IAM shows everything to everyone, administrators or not', () => {
  administer(region, 'admin');
  as('runner').glue('CreateCatalog', federated('iam'));
  for (const who of ['runner', 'analyst']) {
    expect(catalogs(who)).toEqual(['s3tablescatalog', 'dev-app']);
    expect(databases(who)).toEqual(['app']);
    expect(tables(who)).toEqual(['orders']);
  }
  as('analyst').glue('CreateDatabase', { CatalogId, DatabaseInput: { Name: 'more' } });
  as('runner').glue('DeleteDatabase', { CatalogId, Name: 'more' });
});

describe('a catalog left to Lake Formation', () => {
  beforeEach(() => {
    administer(region, 'admin');
    makeRole(region, 'Access', trusting.lakeFormation, managed);
    const RoleArn = 'arn:aws:iam::123456789012:role/service-role/Access';
    as('admin').lakeFormation('RegisterResource', { ResourceArn: buckets, RoleArn, WithFederation: true });
    as('admin').glue('CreateCatalog', federated('lake-formation'));
  });

  test('is hidden from who has no permission in it', () => {
    expect(catalogs('analyst')).toEqual([]);
    expect(() => as('analyst').glue('GetCatalog', { CatalogId: 's3tablescatalog' })).toThrow(
      insufficient('Describe on Catalog')
    );
    expect(() => databases('analyst')).toThrow(
      refused('EntityNotFoundException', /bucket does not exist.*FromFederationSource: True/)
    );
    expect(() => as('analyst').glue('GetDatabase', { CatalogId, Name: 'app' })).toThrow(
      insufficient('Describe on app')
    );
    expect(databases('admin')).toEqual(['app']);
  });

  test('everything in a bucket comes with ALL on its catalog', () => {
    grant({ Catalog: { Id: CatalogId } }, 'ALL');
    expect(catalogs('analyst')).toEqual(['s3tablescatalog', 'dev-app']);
    expect(databases('analyst')).toEqual(['app']);
    expect(tables('analyst')).toEqual(['orders']);
    as('analyst').glue('DeleteTable', { CatalogId, DatabaseName: 'app', Name: 'orders' });
    as('analyst').glue('DeleteDatabase', { CatalogId, Name: 'app' });
  });

  test('ALL on another catalog gives nothing here', () => {
    createTableBucket(region, callerNamed('maker'), { name: 'dev' });
    grant({ Catalog: { Id: CatalogId.replace('dev-app', 'dev') } }, 'ALL');
    grant({ Catalog: {} }, 'ALL');
    expect(catalogs('analyst')).toEqual(['s3tablescatalog', 'dev']);
    expect(() => databases('analyst')).toThrow(refused('EntityNotFoundException', /bucket does not exist/));
  });

  test('tables may be left to it apart from databases', () => {
    const catalog = region.glue.catalogs.get('s3tablescatalog');
    const defaults = [{ Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' } }];
    Object.assign(catalog ?? {}, { createDatabaseDefaultPermissions: defaults });
    expect(databases('analyst')).toEqual(['app']);
    expect(tables('analyst')).toEqual([]);
  });

  test('DESCRIBE on its catalog shows no more than that', () => {
    grant({ Catalog: { Id: CatalogId } }, 'DESCRIBE');
    expect(databases('analyst')).toEqual([]);
    expect(() => tables('analyst')).toThrow(insufficient('Describe on app'));
  });

  test('permissions on namespace and tables are enough', () => {
    grant({ Database: { CatalogId, Name: 'app' } }, 'DESCRIBE');
    expect(databases('analyst')).toEqual(['app']);
    expect(tables('analyst')).toEqual([]);
    grant({ Table: { CatalogId, DatabaseName: 'app', TableWildcard: {} } }, 'SELECT');
    expect(tables('analyst')).toEqual(['orders']);
    const drop = { CatalogId, DatabaseName: 'app', Name: 'orders' };
    expect(() => as('analyst').glue('DeleteTable', drop)).toThrow(insufficient('Drop on orders'));
  });

  test('columns are shown as they were granted', () => {
    const table = { CatalogId, DatabaseName: 'app', Name: 'orders' };
    grant({ TableWithColumns: { ...table, ColumnNames: ['id'] } }, 'SELECT');
    const { Table } = as('analyst').glue('GetTable', table) as {
      Table: { StorageDescriptor: { Columns: object[] } };
    };
    expect(Table.StorageDescriptor.Columns).toMatchObject([{ Name: 'id' }]);
  });

  test('who makes a namespace through Glue may do everything with it, until it is gone', () => {
    const make = (): unknown =>
      as('analyst').glue('CreateDatabase', { CatalogId, DatabaseInput: { Name: 'mine' } });
    expect(make).toThrow(insufficient('Create Database on Catalog'));
    grant({ Catalog: { Id: CatalogId } }, 'CREATE_DATABASE');
    make();
    expect(databases('analyst')).toEqual(['mine']);
    as('analyst').glue('DeleteDatabase', { CatalogId, Name: 'mine' });
    as('admin').glue('CreateDatabase', { CatalogId, DatabaseInput: { Name: 'mine' } });
    expect(databases('analyst')).toEqual([]);
  });

  test('only who made it, or was given the right, changes or deletes it', () => {
    const { CatalogInput } = federated('iam') as { CatalogInput: object };
    const update = { CatalogId: 's3tablescatalog', CatalogInput };
    administer(region, 'other');
    expect(() => as('other').glue('UpdateCatalog', update)).toThrow(insufficient('Alter on Catalog'));
    expect(() => as('other').glue('DeleteCatalog', { CatalogId: 's3tablescatalog' })).toThrow(
      insufficient('Drop on Catalog')
    );
    as('admin').glue('UpdateCatalog', update);
    expect(databases('analyst')).toEqual(['app']);
  });
});

describe('making it', () => {
  const register = (RoleArn: string): unknown =>
    as('admin').lakeFormation('RegisterResource', { ResourceArn: buckets, RoleArn, WithFederation: true });
  const access = 'arn:aws:iam::123456789012:role/service-role/Access';
  const make = (): unknown => as('admin').glue('CreateCatalog', federated('lake-formation'));

  beforeEach(() => administer(region, 'admin'));

  test('takes the right to make catalogs', () => {
    expect(() => as('runner').glue('CreateCatalog', federated('lake-formation'))).toThrow(
      insufficient('Create Catalog on Catalog')
    );
    expect(() => as('runner').glue('CreateCatalog', { Name: 'plain', CatalogInput: {} })).toThrow(
      insufficient('Create Catalog on Catalog')
    );
    as('admin').glue('CreateCatalog', { Name: 'plain', CatalogInput: {} });
  });

  test('takes a registration with a role that Lake Formation can take on', () => {
    expect(make).toThrow(refused('InvalidInputException', /not registered/));
    expect(() => register(access)).toThrow(refused('InvalidInputException', /^Unable to assume role/));
    makeRole(region, 'Wrong', 'glue.amazonaws.com', managed);
    expect(() => register(access.replace('Access', 'Wrong'))).toThrow(
      refused('InvalidInputException', /^Unable to assume role/)
    );
    makeRole(region, 'Access', trusting.lakeFormation, managed);
    register(access);
    make();
  });

  test('takes a role that may look at the table buckets', () => {
    makeRole(region, 'Access', trusting.lakeFormation, ['s3tables:GetTable']);
    register(access);
    expect(make).toThrow(refused('FederationSourceException', 'Invalid role provided'));
    region.account.iam.roles.get('access')?.policies.clear();
    region.account.iam.roles
      .get('access')
      ?.attachedPolicies.add('arn:aws:iam::aws:policy/service-role/AmazonS3TablesLakeFormationServiceRole');
    make();
  });

  test('gives whoever registers the buckets the use of the location', () => {
    makeRole(region, 'Access', trusting.lakeFormation, managed);
    const Permissions = ['CREATE_CATALOG'];
    const toRunner = { Principal: principal('runner'), Resource: { Catalog: {} }, Permissions };
    as('admin').lakeFormation('GrantPermissions', toRunner);
    register(access);
    const makeIt = (): unknown => as('runner').glue('CreateCatalog', federated('lake-formation'));
    expect(makeIt).toThrow(insufficient(`Data Location Access on ${buckets}`));
    as('runner').lakeFormation('DeregisterResource', { ResourceArn: buckets });
    as('runner').lakeFormation('RegisterResource', {
      ResourceArn: buckets,
      RoleArn: access,
      WithFederation: true
    });
    makeIt();
  });
});
