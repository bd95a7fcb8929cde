import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startSandbox, type Sandbox } from '../../sandbox/server.js';
import { python } from '../support/python.js';
import { AwsCli } from './aws-cli.js';
import { finish, startPython } from './python-process.js';

/** How version 1 of the CLI ends when AWS refuses a call. */
const failed = 255;
const account = '123456789012';
const bucketArn = `arn:aws:s3tables:us-east-1:${account}:bucket/dev-sales`;
const at = `--table-bucket-arn ${bucketArn}`;
const role = `arn:aws:iam::${account}:role/service-role/S3TablesRoleForLakeFormation`;
const principal = `--principal DataLakePrincipalIdentifier=${role}`;
const federated = `arn:aws:s3tables:us-east-1:${account}:bucket/*`;
const child = `${account}:s3tablescatalog/dev-sales`;
const database = `'${JSON.stringify({ Database: { CatalogId: child, Name: 'sales' } })}'`;

/** The tests tell one story, each goes on where the one before stopped. */
(python() === undefined ? describe.skip : describe)('AWS CLI', () => {
  let sandbox: Sandbox;
  let aws: AwsCli;
  let folder: string;

  beforeAll(async () => {
    sandbox = await startSandbox();
    aws = new AwsCli(sandbox.url);
    folder = mkdtempSync(join(tmpdir(), 'aws-cli-'));
  });

  afterAll(async () => {
    aws.close();
    rmSync(folder, { recursive: true });
    await sandbox.close();
  });

  test('says who calls', async () => {
    const caller = { Account: account, Arn: `arn:aws:iam::${account}:user/sandbox` };
    expect(await aws.run('sts get-caller-identity')).toMatchObject(caller);
  });

  test('makes a table bucket, with its policy and tags', async () => {
    const made = await aws.run('s3tables create-table-bucket --name dev-sales --tags env=dev');
    expect(made).toEqual({ arn: bucketArn });
    expect(await aws.refused('s3tables create-table-bucket --name dev-sales')).toEqual([
      failed,
      'ConflictException'
    ]);
    expect(await aws.refused('s3tables create-table-bucket --name Dev')).toEqual([
      failed,
      'BadRequestException'
    ]);
    expect(await aws.refused(`s3tables get-table-bucket-policy ${at}`)).toEqual([
      failed,
      'NotFoundException'
    ]);
    const statement = {
      Effect: 'Allow',
      Principal: { AWS: role },
      Action: 's3tables:*',
      Resource: bucketArn
    };
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
    await aws.run(`s3tables put-table-bucket-policy ${at} --resource-policy '${policy}'`);
    const { resourcePolicy } = await aws.run(`s3tables get-table-bucket-policy ${at}`);
    expect(JSON.parse(String(resourcePolicy))).toEqual(JSON.parse(policy));
    await aws.run(`s3tables tag-resource --resource-arn ${bucketArn} --tags team=data`);
    await aws.run(`s3tables untag-resource --resource-arn ${bucketArn} --tag-keys env`);
    const { tags } = await aws.run(`s3tables list-tags-for-resource --resource-arn ${bucketArn}`);
    expect(tags).toEqual({ team: 'data' });
  });

  test('lists in pages', async () => {
    for (const name of ['dev-a', 'dev-b']) await aws.run(`s3tables create-table-bucket --name ${name}`);
    const names = (page: Awaited<ReturnType<AwsCli['run']>>): unknown =>
      (page['tableBuckets'] as { name: string }[]).map(({ name }) => name);
    const first = await aws.run('s3tables list-table-buckets --max-items 2 --page-size 1');
    expect(names(first)).toEqual(['dev-a', 'dev-b']);
    const token = String(first['NextToken']);
    expect(names(await aws.run(`s3tables list-table-buckets --starting-token ${token}`))).toEqual([
      'dev-sales'
    ]);
    expect(names(await aws.run('s3tables list-table-buckets --prefix dev-s'))).toEqual(['dev-sales']);
  });

  test('makes namespaces and a table, and renames it', async () => {
    for (const name of ['sales', 'archive'])
      await aws.run(`s3tables create-namespace ${at} --namespace ${name}`);
    const fields = { fields: [{ name: 'id', type: 'long', required: true }] };
    const schema = JSON.stringify({ iceberg: { schema: fields } });
    const create = `s3tables create-table ${at} --namespace sales --format ICEBERG --name draft --metadata '${schema}'`;
    const { tableARN } = await aws.run(create);
    expect(await aws.refused(create)).toEqual([failed, 'ConflictException']);
    await aws.run(`s3tables rename-table ${at} --namespace sales --name draft --new-name orders`);
    expect(await aws.run(`s3tables get-table --table-arn ${String(tableARN)}`)).toMatchObject({
      ...{ name: 'orders', namespace: ['sales'], format: 'ICEBERG', ownerAccountId: account, tableARN }
    });
    const gone = `s3tables get-table ${at} --namespace sales --name draft`;
    expect(await aws.refused(gone)).toEqual([failed, 'NotFoundException']);
  });

  test('commits metadata that it wrote to the warehouse bucket', async () => {
    const table = `${at} --namespace sales --name orders`;
    const { metadataLocation, warehouseLocation, versionToken } = await aws.run(
      `s3tables get-table-metadata-location ${table}`
    );
    const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.*)$/.exec(String(metadataLocation)) ?? [];
    const file = join(folder, 'metadata.json');
    await aws.run(`s3api get-object --bucket ${bucket} --key ${key} ${file}`);
    const metadata = JSON.parse(readFileSync(file, 'utf8')) as object;
    expect(metadata).toMatchObject({ location: warehouseLocation });
    writeFileSync(file, JSON.stringify({ ...metadata, properties: { owner: 'cli' } }));
    const put = `s3api put-object --bucket ${bucket} --key metadata/00001-cli.metadata.json --body ${file}`;
    expect(await aws.run(`${put} --if-none-match '*'`)).toMatchObject({ ServerSideEncryption: 'AES256' });
    expect(await aws.refused(`${put} --if-none-match '*'`)).toEqual([failed, 'PreconditionFailed']);
    const next = `${String(warehouseLocation)}/metadata/00001-cli.metadata.json`;
    const move = `s3tables update-table-metadata-location ${table} --version-token ${String(versionToken)}`;
    expect(await aws.run(`${move} --metadata-location ${next}`)).toMatchObject({ metadataLocation: next });
    expect(await aws.refused(`${move} --metadata-location ${next}`)).toEqual([failed, 'ConflictException']);
  });

  test('copies with the high-level commands, which cannot list', async () => {
    const { warehouseLocation } = await aws.run(`s3tables get-table ${at} --namespace sales --name orders`);
    const there = `${String(warehouseLocation)}/data/cli.txt`;
    const file = join(folder, 'up.txt');
    writeFileSync(file, 'x'.repeat(9 * 1024 * 1024));
    // `aws s3` prints what it does, not JSON: it is a process of its own here.
    const s3 = (...args: string[]) => finish(startPython(['-m', 'awscli', 's3', ...args], sandbox.url));
    expect(await s3('cp', '--quiet', file, there)).toEqual({ status: 0, stdout: '', stderr: '' });
    const back = join(folder, 'down.txt');
    expect(await s3('cp', '--quiet', there, back)).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(back, 'utf8')).toBe(readFileSync(file, 'utf8'));
    const listed = await s3('ls', `${String(warehouseLocation)}/`);
    expect(listed.stderr).toContain('(MethodNotAllowed)');
    expect(listed.status).toBe(failed);
  });

  test('makes the role for Lake Formation', async () => {
    const trusted = {
      Effect: 'Allow',
      Principal: { Service: 'lakeformation.amazonaws.com' },
      Action: 'sts:AssumeRole'
    };
    const trust = JSON.stringify({ Version: '2012-10-17', Statement: [trusted] });
    const name = '--role-name S3TablesRoleForLakeFormation';
    expect(await aws.refused(`iam get-role ${name}`)).toEqual([failed, 'NoSuchEntity']);
    await aws.run(`iam create-role ${name} --path /service-role/ --assume-role-policy-document '${trust}'`);
    const statement = { Effect: 'Allow', Action: 's3tables:GetTableData', Resource: federated };
    const policy = { Version: '2012-10-17', Statement: [statement] };
    await aws.run(
      `iam put-role-policy ${name} --policy-name data --policy-document '${JSON.stringify(policy)}'`
    );
    expect(await aws.run(`iam get-role ${name}`)).toMatchObject({
      Role: { Arn: role, AssumeRolePolicyDocument: JSON.parse(trust) as object }
    });
    const read = await aws.run(`iam get-role-policy ${name} --policy-name data`);
    expect(read).toMatchObject({ PolicyDocument: policy });
    expect(await aws.refused(`iam delete-role ${name}`)).toEqual([failed, 'DeleteConflict']);
  });

  test('puts the buckets under Lake Formation', async () => {
    const admins = `'${JSON.stringify({ DataLakeAdmins: [{ DataLakePrincipalIdentifier: `arn:aws:iam::${account}:root` }] })}'`;
    await aws.run(`lakeformation put-data-lake-settings --data-lake-settings ${admins}`);
    expect(await aws.run('lakeformation get-data-lake-settings')).toMatchObject({
      DataLakeSettings: { DataLakeAdmins: [{ DataLakePrincipalIdentifier: `arn:aws:iam::${account}:root` }] }
    });
    const register = `lakeformation register-resource --resource-arn '${federated}' --role-arn ${role}`;
    await aws.run(`${register} --with-federation --with-privileged-access`);
    expect(await aws.refused(register)).toEqual([failed, 'AlreadyExistsException']);
    const { ResourceInfo } = await aws.run(`lakeformation describe-resource --resource-arn '${federated}'`);
    expect(ResourceInfo).toMatchObject({ RoleArn: role, WithFederation: true, WithPrivilegedAccess: true });
  });

  test('federates them, and sees them through Glue', async () => {
    const look = `glue get-databases --catalog-id ${child}`;
    expect(await aws.refused(look)).toEqual([failed, 'EntityNotFoundException']);
    const FederatedCatalog = { Identifier: federated, ConnectionName: 'aws:s3tables' };
    const defaults = { CreateDatabaseDefaultPermissions: [], CreateTableDefaultPermissions: [] };
    const input = JSON.stringify({ FederatedCatalog, ...defaults });
    await aws.run(`glue create-catalog --name s3tablescatalog --catalog-input '${input}'`);
    const { Catalog } = await aws.run('glue get-catalog --catalog-id s3tablescatalog');
    expect(Catalog).toMatchObject({ FederatedCatalog, ...defaults });
    const { DatabaseList } = await aws.run(look);
    expect(DatabaseList).toMatchObject([{ Name: 'archive' }, { Name: 'sales' }]);
    const { TableList } = await aws.run(`glue get-tables --catalog-id ${child} --database-name sales`);
    expect(TableList).toMatchObject([{ Name: 'orders', Parameters: { table_type: 'ICEBERG' } }]);
    await aws.run(`glue create-database --database-input Name=dev_sales_db --tags env=dev`);
    const arn = `arn:aws:glue:us-east-1:${account}:database/dev_sales_db`;
    expect(await aws.run(`glue get-tags --resource-arn ${arn}`)).toEqual({ Tags: { env: 'dev' } });
  });

  test('grants, lists and revokes', async () => {
    const change = `${principal} --resource ${database} --permissions DESCRIBE`;
    await aws.run(`lakeformation grant-permissions ${change}`);
    const entry = { Principal: { DataLakePrincipalIdentifier: role }, Permissions: ['ALTER'] };
    const batch = (Name: string): object => ({
      Id: Name,
      ...entry,
      Resource: { Database: { CatalogId: child, Name } }
    });
    const entries = JSON.stringify([batch('sales'), batch('absent')]);
    const { Failures } = await aws.run(`lakeformation batch-grant-permissions --entries '${entries}'`);
    expect(Failures).toMatchObject([
      { RequestEntry: { Id: 'absent' }, Error: { ErrorCode: 'EntityNotFoundException' } }
    ]);
    const list = `lakeformation list-permissions --resource ${database}`;
    const granted = await aws.run(list);
    expect(granted['PrincipalResourcePermissions']).toMatchObject([{ Permissions: ['ALTER', 'DESCRIBE'] }]);
    const both = `${principal} --resource ${database} --permissions DESCRIBE ALTER`;
    await aws.run(`lakeformation revoke-permissions ${both}`);
    expect(await aws.run(list)).toMatchObject({ PrincipalResourcePermissions: [] });
    expect(await aws.refused(`lakeformation revoke-permissions ${change}`)).toEqual([
      failed,
      'InvalidInputException'
    ]);
    const top = `lakeformation grant-permissions --catalog-id ${child} ${change}`;
    expect(await aws.refused(top)).toEqual([failed, 'InvalidInputException']);
  });

  test('removes nothing in the wrong order, and everything in the right one', async () => {
    const [bucketStatus] = await aws.refused(`s3tables delete-table-bucket ${at}`);
    expect(bucketStatus).toBe(failed);
    expect(await aws.refused(`s3tables delete-namespace ${at} --namespace sales`)).toEqual([
      failed,
      'ConflictException'
    ]);
    await aws.run(`s3tables delete-table ${at} --namespace sales --name orders`);
    for (const name of ['sales', 'archive'])
      await aws.run(`s3tables delete-namespace ${at} --namespace ${name}`);
    await aws.run(`s3tables delete-table-bucket ${at}`);
    expect(await aws.refused(`s3tables get-table-bucket ${at}`)).toEqual([failed, 'NotFoundException']);
  });

  test('is refused with a wrong secret', async () => {
    const codes = {
      's3tables list-table-buckets': 'InvalidSignatureException',
      'iam list-roles': 'SignatureDoesNotMatch'
    };
    for (const [command, code] of Object.entries(codes)) {
      const { status, stderr } = await finish(
        startPython(['-m', 'awscli', ...command.split(' ')], sandbox.url, { secret: 'wrong' })
      );
      expect([status, /\((\w+)\)/.exec(stderr)?.[1]]).toEqual([failed, code]);
    }
  });

  test('says what the sandbox does not have', async () => {
    expect(await aws.refused('glue get-jobs')).toEqual([failed, 'UnknownOperationException']);
    expect(await aws.refused('athena list-work-groups')).toEqual([failed, 'UnknownOperationException']);
  });
});
