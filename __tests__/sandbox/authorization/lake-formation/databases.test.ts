import { beforeEach, describe, expect, test } from '@jest/globals';
import { administer, insufficient, lake, principal, refused, type Hands } from './setup.js';

let as: (name: string) => Hands;
let region: ReturnType<typeof lake>['region'];

beforeEach(() => {
  ({ as, region } = lake());
});

const create = (who: Hands, Name = 'db'): unknown => who.glue('CreateDatabase', { DatabaseInput: { Name } });
const names = (who: Hands): unknown[] =>
  (who.glue('GetDatabases')['DatabaseList'] as { Name: string }[]).map(({ Name }) => Name);
const grant = (to: string, Resource: object, ...Permissions: string[]): unknown =>
  as('admin').lakeFormation('GrantPermissions', { Principal: principal(to), Resource, Permissions });
const onDatabase = { Database: { Name: 'db' } };

describe('an account that leaves access to IAM', () => {
  test('lets everyone create, see, change and delete databases and tables', () => {
    create(as('one'));
    const two = as('two');
    expect(names(two)).toEqual(['db']);
    two.glue('UpdateDatabase', { Name: 'db', DatabaseInput: { Name: 'db', Description: 'x' } });
    two.glue('CreateTable', { DatabaseName: 'db', TableInput: { Name: 't' } });
    as('one').glue('DeleteTable', { DatabaseName: 'db', Name: 't' });
    two.glue('DeleteDatabase', { Name: 'db' });
    expect(() => two.glue('GetDatabase', { Name: 'db' })).toThrow(
      refused('EntityNotFoundException', 'Database db not found.')
    );
  });
});

describe('an account that leaves nothing to IAM', () => {
  beforeEach(() => administer(region, 'admin'));

  test('lets administrators and those with the permission create databases', () => {
    expect(() => create(as('analyst'))).toThrow(insufficient('Create Database on Catalog'));
    expect(() => create(as('user/sandbox'))).toThrow(insufficient('Create Database on Catalog'));
    grant('analyst', { Catalog: {} }, 'CREATE_DATABASE');
    create(as('analyst'));
    create(as('admin'), 'other');
    expect(names(as('admin'))).toEqual(['db', 'other']);
    expect(names(as('analyst'))).toEqual(['db']);
  });

  test('everyone may create them again once the permission is granted to everyone', () => {
    as('admin').lakeFormation('GrantPermissions', {
      Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' },
      Resource: { Catalog: {} },
      Permissions: ['CREATE_DATABASE']
    });
    create(as('analyst'));
  });

  test('says the same of a hidden and a missing database, save to those who may know', () => {
    create(as('admin'));
    const get = (who: string, Name: string) => (): unknown => as(who).glue('GetDatabase', { Name });
    expect(get('analyst', 'db')).toThrow(insufficient('Describe on db'));
    expect(get('analyst', 'nope')).toThrow(insufficient('Describe on nope'));
    expect(get('admin', 'nope')).toThrow(refused('EntityNotFoundException', /nope/));
    grant('analyst', { Catalog: {} }, 'CREATE_DATABASE');
    expect(get('analyst', 'nope')).toThrow(refused('EntityNotFoundException', /nope/));
    expect(get('analyst', 'db')).toThrow(insufficient('Describe on db'));
  });

  test('any permission shows a database; each does what it says', () => {
    create(as('admin'));
    const analyst = as('analyst');
    const update = (): unknown =>
      analyst.glue('UpdateDatabase', { Name: 'db', DatabaseInput: { Name: 'db' } });
    const createTable = (): unknown =>
      analyst.glue('CreateTable', { DatabaseName: 'db', TableInput: { Name: 't' } });
    grant('analyst', onDatabase, 'CREATE_TABLE');
    expect(names(analyst)).toEqual(['db']);
    analyst.glue('GetDatabase', { Name: 'DB' });
    createTable();
    expect(update).toThrow(insufficient('Alter on db'));
    grant('analyst', onDatabase, 'ALTER');
    update();
    expect(() => analyst.glue('DeleteDatabase', { Name: 'db' })).toThrow(insufficient('Drop on db'));
    grant('analyst', onDatabase, 'DROP');
    analyst.glue('DeleteDatabase', { Name: 'db' });
    expect(names(as('admin'))).toEqual([]);
  });

  test('an administrator sees what others made, and may grant itself the rest', () => {
    grant('analyst', { Catalog: {} }, 'CREATE_DATABASE');
    create(as('analyst'));
    const drop = (): unknown => as('admin').glue('DeleteDatabase', { Name: 'db' });
    expect(names(as('admin'))).toEqual(['db']);
    expect(drop).toThrow(insufficient('Drop on db'));
    grant('admin', onDatabase, 'DROP');
    drop();
  });

  test('permissions end with an administrator and with a revoke', () => {
    create(as('admin'));
    grant('analyst', onDatabase, 'DESCRIBE');
    as('admin').lakeFormation('RevokePermissions', {
      Principal: principal('analyst'),
      Resource: onDatabase,
      Permissions: ['DESCRIBE']
    });
    expect(names(as('analyst'))).toEqual([]);
    administer(region, 'other');
    expect(() => create(as('admin'), 'more')).toThrow(insufficient('Create Database on Catalog'));
  });
});

describe('tables', () => {
  const at = { DatabaseName: 'db', Name: 't' };
  const tables = (who: string): unknown =>
    (as(who).glue('GetTables', { DatabaseName: 'db' })['TableList'] as { Name: string }[]).map(
      ({ Name }) => Name
    );
  const columns = (who: string): unknown => {
    const { StorageDescriptor } = as(who).glue('GetTable', at)['Table'] as {
      StorageDescriptor: { Columns: { Name: string }[] };
    };
    return StorageDescriptor.Columns.map(({ Name }) => Name);
  };

  beforeEach(() => {
    administer(region, 'admin');
    create(as('admin'));
    for (const Name of ['t', 'u']) {
      const Columns = [{ Name: 'a' }, { Name: 'b' }, { Name: 'c' }];
      const TableInput = { Name, StorageDescriptor: { Columns } };
      as('admin').glue('CreateTable', { DatabaseName: 'db', TableInput });
    }
  });

  test('are hidden, they and their database, until something on them is granted', () => {
    expect(() => as('analyst').glue('GetTable', at)).toThrow(insufficient('Describe on t'));
    expect(() => tables('analyst')).toThrow(insufficient('Describe on db'));
    grant('analyst', { Table: at }, 'SELECT');
    expect(tables('analyst')).toEqual(['t']);
    expect(names(as('analyst'))).toEqual(['db']);
    grant('analyst', { Table: { DatabaseName: 'db', TableWildcard: {} } }, 'DESCRIBE');
    expect(tables('analyst')).toEqual(['t', 'u']);
    expect(() => as('analyst').glue('GetTable', { ...at, Name: 'x' })).toThrow(
      refused('EntityNotFoundException', /x/)
    );
  });

  test('need ALTER and DROP to be changed and deleted, even by an administrator', () => {
    grant('analyst', { Table: at }, 'SELECT');
    const update = (): unknown =>
      as('analyst').glue('UpdateTable', { DatabaseName: 'db', TableInput: { Name: 't' } });
    expect(update).toThrow(insufficient('Alter on t'));
    grant('analyst', { Table: at }, 'ALTER');
    update();
    expect(() => as('analyst').glue('DeleteTable', at)).toThrow(insufficient('Drop on t'));
    administer(region, 'other');
    expect(() => as('other').glue('DeleteTable', at)).toThrow(insufficient('Drop on t'));
    expect(tables('other')).toEqual(['t', 'u']);
  });

  test('show the columns that were granted', () => {
    const some = (rest: object): object => ({ TableWithColumns: { ...at, ...rest } });
    grant('analyst', some({ ColumnNames: ['b'] }), 'SELECT');
    expect(columns('analyst')).toEqual(['b']);
    grant('other', some({ ColumnWildcard: { ExcludedColumnNames: ['b'] } }), 'SELECT');
    expect(columns('other')).toEqual(['a', 'c']);
    grant('analyst', { Table: at }, 'SELECT');
    expect(columns('analyst')).toEqual(['a', 'b', 'c']);
  });
});
