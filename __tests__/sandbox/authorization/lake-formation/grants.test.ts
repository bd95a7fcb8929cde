import { beforeEach, describe, expect, test } from '@jest/globals';
import { administer, insufficient, lake, notAuthorized, principal, refused, type Hands } from './setup.js';

let as: (name: string) => Hands;
let region: ReturnType<typeof lake>['region'];
let time: number;

const onDatabase = { Database: { Name: 'db' } };

function change(
  who: string,
  operation: 'Grant' | 'Revoke',
  to: string,
  what: { on?: object; permissions: string[]; grantable?: string[] }
): unknown {
  return as(who).lakeFormation(`${operation}Permissions`, {
    Principal: principal(to),
    Resource: what.on ?? onDatabase,
    Permissions: what.permissions,
    PermissionsWithGrantOption: what.grantable ?? []
  });
}

interface Entry {
  readonly Principal: { readonly DataLakePrincipalIdentifier: string };
  readonly Resource: object;
  readonly Permissions: string[];
  readonly PermissionsWithGrantOption: string[];
}

const list = (who: string, request: object): Entry[] =>
  as(who).lakeFormation('ListPermissions', request)['PrincipalResourcePermissions'] as Entry[];
const principals = (entries: readonly Entry[]): unknown[] =>
  entries.map(({ Principal }) => Principal.DataLakePrincipalIdentifier.split('/').at(-1)).sort();
const createDatabase = (who: string, Name = 'db'): unknown =>
  as(who).glue('CreateDatabase', { DatabaseInput: { Name } });
const describeDatabase = (who: string) => (): unknown => as(who).glue('GetDatabase', { Name: 'db' });

function begin(delay = 0): void {
  time = 1_000_000;
  ({ as, region } = lake({ delay, now: () => time }));
}

beforeEach(() => begin());

describe('who may grant', () => {
  test('everyone with IAM permissions may make administrators; nobody else becomes one', () => {
    createDatabase('maker');
    expect(() => change('user/sandbox', 'Grant', 'x', { permissions: ['ALTER'] })).toThrow(notAuthorized);
    administer(region, 'user/sandbox');
    change('user/sandbox', 'Grant', 'x', { permissions: ['ALTER'] });
    change('user/sandbox', 'Revoke', 'x', { permissions: ['ALTER'] });
  });

  test('the creator may, also with everything left to IAM; others may not', () => {
    createDatabase('maker');
    change('maker', 'Grant', 'x', { permissions: ['ALL'] });
    expect(() => change('other', 'Grant', 'x', { permissions: ['DESCRIBE'] })).toThrow(notAuthorized);
    expect(() => change('other', 'Revoke', 'x', { permissions: ['DESCRIBE'] })).toThrow(notAuthorized);
    change('maker', 'Revoke', 'x', { permissions: ['ALL'] });
  });

  test('who holds it with grant option may pass it on, and no more', () => {
    createDatabase('maker');
    change('maker', 'Grant', 'x', { permissions: ['ALTER', 'DESCRIBE'], grantable: ['DESCRIBE'] });
    change('x', 'Grant', 'y', { permissions: ['DESCRIBE'], grantable: ['DESCRIBE'] });
    expect(() => change('x', 'Grant', 'y', { permissions: ['ALTER'] })).toThrow(notAuthorized);
    expect(() => change('x', 'Grant', 'y', { permissions: ['ALL'] })).toThrow(notAuthorized);
    change('maker', 'Revoke', 'x', { permissions: [], grantable: ['DESCRIBE'] });
    expect(() => change('x', 'Revoke', 'y', { permissions: ['DESCRIBE'] })).toThrow(notAuthorized);
  });

  test('the grant option on all tables and on a table reaches down', () => {
    createDatabase('maker');
    as('maker').glue('CreateTable', {
      DatabaseName: 'db',
      TableInput: { Name: 't', StorageDescriptor: { Columns: [{ Name: 'a' }] } }
    });
    administer(region, 'admin');
    const at = { DatabaseName: 'db', Name: 't' };
    const everyTable = { Table: { DatabaseName: 'db', TableWildcard: {} } };
    const columns = { TableWithColumns: { ...at, ColumnNames: ['a'] } };
    expect(() => change('maker', 'Grant', 'x', { on: everyTable, permissions: ['SELECT'] })).toThrow(
      notAuthorized
    );
    change('admin', 'Grant', 'x', { on: everyTable, permissions: ['SELECT'], grantable: ['SELECT'] });
    change('x', 'Grant', 'y', { on: { Table: at }, permissions: ['SELECT'], grantable: ['SELECT'] });
    change('y', 'Grant', 'z', { on: columns, permissions: ['SELECT'], grantable: ['SELECT'] });
    expect(() => change('z', 'Grant', 'y', { on: { Table: at }, permissions: ['SELECT'] })).toThrow(
      notAuthorized
    );
  });

  test('a missing database is told to administrators only', () => {
    administer(region, 'admin');
    const to = (who: string) => (): unknown => change(who, 'Grant', 'x', { permissions: ['ALTER'] });
    expect(to('other')).toThrow(notAuthorized);
    expect(to('admin')).toThrow(refused('EntityNotFoundException', 'Database not found'));
  });

  test('a batch is refused entry by entry', () => {
    createDatabase('maker');
    createDatabase('other', 'theirs');
    const entry = (Id: string, Name: string): object => ({
      Id,
      Principal: principal('x'),
      Resource: { Database: { Name } },
      Permissions: ['ALTER']
    });
    const answer = as('maker').lakeFormation('BatchGrantPermissions', {
      Entries: [entry('1', 'db'), entry('2', 'theirs')]
    });
    expect(answer).toMatchObject({
      Failures: [{ RequestEntry: { Id: '2' }, Error: { ErrorCode: 'AccessDeniedException' } }]
    });
    expect(principals(list('maker', { Principal: principal('x'), Resource: onDatabase }))).toEqual(['x']);
    expect(principals(list('other', {}))).not.toContain('x');
  });
});

describe('who sees permissions', () => {
  beforeEach(() => {
    administer(region, 'admin');
    createDatabase('admin');
    change('admin', 'Grant', 'x', { permissions: ['DESCRIBE'], grantable: ['DESCRIBE'] });
    change('admin', 'Grant', 'y', { permissions: ['ALTER'] });
  });

  test('administrators all, read-only ones too; others their own and what they may pass on', () => {
    expect(principals(list('admin', { Resource: onDatabase }))).toEqual(['admin', 'x', 'y']);
    expect(principals(list('x', { Resource: onDatabase }))).toEqual(['admin', 'x', 'y']);
    expect(principals(list('y', { Resource: onDatabase }))).toEqual(['y']);
    expect(principals(list('y', {}))).toEqual(['y']);
    expect(list('z', {})).toEqual([]);
    expect(() => list('z', { Resource: onDatabase })).toThrow(notAuthorized);
    const reader = { DataLakeSettings: { ReadOnlyAdmins: [principal('z')] } };
    as('user/sandbox').lakeFormation('PutDataLakeSettings', reader);
    expect(principals(list('z', { Resource: onDatabase }))).toEqual(['admin', 'x', 'y']);
    expect(() => change('z', 'Grant', 'x', { permissions: ['ALTER'] })).toThrow(notAuthorized);
  });

  test('what administrators may do as such is mixed in, as if it had been granted', () => {
    const other = (): Entry[] =>
      list('admin', {}).filter(
        ({ Principal, Resource }) =>
          Principal.DataLakePrincipalIdentifier.endsWith('/boss') && !('DataLocation' in Resource)
      );
    administer(region, 'admin', 'boss');
    expect(other()).toMatchObject([
      { Resource: { Catalog: {} }, Permissions: ['CREATE_CATALOG', 'CREATE_DATABASE', 'DESCRIBE'] },
      { Resource: onDatabase, Permissions: ['DESCRIBE'], PermissionsWithGrantOption: ['DESCRIBE'] }
    ]);
    change('admin', 'Grant', 'boss', { permissions: ['ALTER'] });
    expect(list('admin', { Principal: principal('boss'), Resource: onDatabase })).toMatchObject([
      { Permissions: ['ALTER', 'DESCRIBE'], PermissionsWithGrantOption: ['DESCRIBE'] }
    ]);
    region.lakeFormation.showImplicit = false;
    expect(other()).toMatchObject([{ Resource: onDatabase, Permissions: ['ALTER'] }]);
  });

  test('with principal and resource: what is effective', () => {
    as('admin').glue('CreateTable', { DatabaseName: 'db', TableInput: { Name: 't' } });
    const on = { Table: { DatabaseName: 'db', TableWildcard: {} } };
    change('admin', 'Grant', 'x', { on, permissions: ['DESCRIBE'] });
    const Resource = { Table: { DatabaseName: 'db', Name: 't' } };
    expect(list('admin', { Principal: principal('x'), Resource })).toMatchObject([
      { Resource: on, Permissions: ['DESCRIBE'] }
    ]);
    expect(principals(list('admin', { Resource }))).not.toContain('x');
  });
});

describe('a delay', () => {
  const minute = 60_000;

  test('holds back grants, revokes and administrators, but shows them at once', () => {
    begin(minute);
    administer(region, 'admin');
    expect(as('x').lakeFormation('GetDataLakeSettings')).toMatchObject({
      DataLakeSettings: { DataLakeAdmins: [principal('admin')] }
    });
    createDatabase('maker', 'open');
    const on = { Database: { Name: 'open' } };
    expect(() => change('admin', 'Grant', 'x', { on, permissions: ['DROP'] })).toThrow(notAuthorized);
    time += minute;
    createDatabase('admin');
    change('admin', 'Grant', 'x', { permissions: ['DROP'] });
    expect(principals(list('admin', { Resource: onDatabase }))).toEqual(['admin', 'x']);
    time += minute - 1;
    expect(describeDatabase('x')).toThrow(insufficient('Describe on db'));
    time += 1;
    describeDatabase('x')();
    change('admin', 'Revoke', 'x', { permissions: ['DROP'] });
    expect(principals(list('admin', { Resource: onDatabase }))).toEqual(['admin']);
    describeDatabase('x')();
    time += minute;
    expect(describeDatabase('x')).toThrow(insufficient('Describe on db'));
  });

  test('does not keep creators from what they have just made, nor keeps it for them', () => {
    begin(minute);
    administer(region, 'admin');
    time += minute;
    createDatabase('admin');
    describeDatabase('admin')();
    change('admin', 'Grant', 'admin', { permissions: ['DROP'] });
    as('admin').glue('DeleteDatabase', { Name: 'db' });
    expect(() => describeDatabase('admin')()).toThrow(refused('EntityNotFoundException', /db/));
  });
});
