import * as glue from '@aws-sdk/client-glue';
import * as sdk from '@aws-sdk/client-lakeformation';
import { beforeEach, expect, test } from '@jest/globals';
import { account, caller, refusal, withSandbox } from '../glue/setup.js';

const aws = withSandbox();
const role = { DataLakePrincipalIdentifier: `arn:aws:iam::${account}:role/r` };
const group = { DataLakePrincipalIdentifier: 'arn:aws:identitystore:::group/1234abcd' };
const table = { DatabaseName: 'db', Name: 't' };

const list = (request: sdk.ListPermissionsRequest): Promise<sdk.ListPermissionsResponse> =>
  aws.lakeFormation.send(new sdk.ListPermissionsCommand(request));
/** What is listed: principal and type of each entry, in alphabetical order. */
async function shown(request: sdk.ListPermissionsRequest): Promise<string[]> {
  const { PrincipalResourcePermissions = [] } = await list(request);
  return PrincipalResourcePermissions.map(({ Principal, Resource }) => {
    const name = Principal?.DataLakePrincipalIdentifier?.split(/[:/]/).at(-1);
    return `${name} ${Object.keys(Resource ?? {}).join()}`;
  }).sort();
}
const grant = (
  Principal: sdk.DataLakePrincipal,
  Resource: sdk.Resource,
  ...Permissions: sdk.Permission[]
): Promise<unknown> =>
  aws.lakeFormation.send(new sdk.GrantPermissionsCommand({ Principal, Resource, Permissions }));

beforeEach(async () => {
  await aws.lakeFormation.send(new sdk.PutDataLakeSettingsCommand({ DataLakeSettings: {} }));
  await aws.glue.send(new glue.CreateDatabaseCommand({ DatabaseInput: { Name: 'db' } }));
  await aws.glue.send(new glue.CreateTableCommand({ DatabaseName: 'db', TableInput: { Name: 't' } }));
  await grant(role, { Database: { Name: 'db' } }, 'DESCRIBE');
  await grant(role, { Table: table }, 'DESCRIBE');
  await grant(role, { Table: { DatabaseName: 'db', TableWildcard: {} } }, 'SELECT');
  await grant(group, { Database: { Name: 'db' } }, 'DESCRIBE');
});

test('by resource: what was granted on it, to everyone', async () => {
  expect(await shown({ Resource: { Database: { Name: 'DB' } } })).toEqual([
    '1234abcd Database',
    'r Database',
    'sandbox Database'
  ]);
  expect(await shown({ Resource: { Table: table } })).toEqual([
    'r Table',
    'sandbox Table',
    'sandbox TableWithColumns'
  ]);
  expect(await shown({ Resource: { Catalog: {} } })).toEqual(['IAM_ALLOWED_PRINCIPALS Catalog']);
});

test('all, and by type', async () => {
  const ofRole = (entries: readonly string[]): string[] => entries.filter((entry) => entry.startsWith('r '));
  expect(ofRole(await shown({}))).toEqual(['r Database', 'r Table', 'r TableWithColumns']);
  expect(ofRole(await shown({ ResourceType: 'TABLE' }))).toEqual(['r Table', 'r TableWithColumns']);
  expect(await shown({ ResourceType: 'DATABASE' })).toEqual([
    '1234abcd Database',
    'r Database',
    'sandbox Database'
  ]);
  expect(await shown({ ResourceType: 'LF_TAG' })).toEqual([]);
});

test('by both: what is effective, grants on all tables included', async () => {
  expect(await shown({ Principal: role, Resource: { Table: table } })).toEqual([
    'r Table',
    'r TableWithColumns'
  ]);
  expect(await shown({ Resource: { Table: table }, IncludeRelated: 'TRUE' })).toContain('r TableWithColumns');
});

test('a group of Identity Center has grants, but asking for it answers nothing', async () => {
  const on = { Resource: { Database: { Name: 'db' } } };
  expect(await shown(on)).toContain('1234abcd Database');
  expect(await shown({ Principal: group, ...on })).toEqual([]);
});

test('says when, and by whom', async () => {
  const { PrincipalResourcePermissions } = await list({
    Principal: role,
    Resource: { Database: { Name: 'db' } }
  });
  expect(PrincipalResourcePermissions?.[0]?.LastUpdatedBy).toBe(caller);
  expect(PrincipalResourcePermissions?.[0]?.LastUpdated).toBeInstanceOf(Date);
});

test('in pages that together are the whole', async () => {
  const whole = await shown({});
  const pages: string[][] = [];
  let NextToken: string | undefined;
  do {
    const page = await list({ MaxResults: 2, NextToken });
    pages.push(await shown({ MaxResults: 2, NextToken }));
    NextToken = page.NextToken;
  } while (NextToken !== undefined);
  expect(pages.flat().sort()).toEqual(whole);
  expect(pages.map(({ length }) => length)).toEqual([2, 2, 2, 2]);
});

test('refuses what it cannot answer', async () => {
  const refused = (request: sdk.ListPermissionsRequest, name: string, message: RegExp): Promise<void> =>
    expect(list(request)).rejects.toMatchObject(refusal(name, message));
  await refused({ MaxResults: 0 }, 'InvalidInputException', /'maxResults'.*greater than or equal to 1$/);
  await refused({ MaxResults: 1001 }, 'InvalidInputException', /less than or equal to 1000$/);
  await refused({ NextToken: 'x' }, 'InvalidInputException', /NextToken/);
  await refused({ CatalogId: 's3tablescatalog' }, 'InvalidInputException', /valid AWS account id/);
  await refused({ Resource: { Database: { Name: 'x' } } }, 'EntityNotFoundException', /^Database not found$/);
  const columns = { TableWithColumns: { ...table, ColumnWildcard: {} } };
  await refused({ Resource: columns }, 'InvalidInputException', /TableWithColumns is not supported/);
  const session = { DataLakePrincipalIdentifier: `arn:aws:sts::${account}:assumed-role/r/s` };
  const catalog = { Resource: { Catalog: {} } };
  await refused({ Principal: session, ...catalog }, 'InvalidInputException', /^Invalid principal/);
  const alone = /^Resource is mandatory if Principal is set in the input$/;
  for (const Principal of [role, group, session]) {
    await refused({ Principal }, 'InvalidInputException', alone);
    await refused({ Principal, ResourceType: 'DATABASE' }, 'InvalidInputException', alone);
  }
});
