import { Account, type Region } from '../../../../sandbox/account.js';
import { authorizeLakeFormation } from '../../../../sandbox/authorization/lake-formation/authorize.js';
import { glueService } from '../../../../sandbox/glue/service.js';
import { createRole } from '../../../../sandbox/iam/roles.js';
import { lakeFormationService } from '../../../../sandbox/lakeformation/service.js';
import type { LakeFormationOptions } from '../../../../sandbox/lakeformation/state.js';
import { createTableBucket } from '../../../../sandbox/s3tables/buckets.js';
import { createNamespace } from '../../../../sandbox/s3tables/namespaces.js';
import { createTable } from '../../../../sandbox/s3tables/tables.js';
import type { Caller, SandboxRequest, Service } from '../../../../sandbox/service.js';
import { roleArn, allowAll } from './names.js';

export * from './names.js';

type Json = Record<string, unknown>;

/** What one caller can do: calls that Lake Formation decides about, without HTTP and signatures. */
export interface Hands {
  readonly arn: string;
  glue(operation: string, members?: object): Json;
  lakeFormation(operation: string, members?: object): Json;
  /** Glue's Iceberg REST catalog, below the bucket's prefix; `/config` is above it. */
  iceberg(method: string, path: string, body?: object): Json;
}

/** A region where Lake Formation decides. */
export function lake(options: LakeFormationOptions = {}): { region: Region; as: (name: string) => Hands } {
  const account = new Account('123456789012', 'aws', { lakeFormation: { isEnforced: true, ...options } });
  const region = account.region('us-east-1');
  return { region, as: (name) => handsOf(region, name) };
}

/** The session of a role; a name that begins with `user/` is a user. */
export function callerNamed(name: string): Caller {
  const principalArn = name.startsWith('user/') ? `arn:aws:iam::123456789012:${name}` : roleArn(name);
  const arn = name.startsWith('user/') ? principalArn : `arn:aws:sts::123456789012:assumed-role/${name}/ci`;
  return { accountId: '123456789012', arn, userId: `AROA:${name}`, principalArn };
}

function handsOf(region: Region, name: string): Hands {
  const caller = callerNamed(name);
  const post = (headers: Record<string, string>, path: string, members: object): Request => {
    return { method: 'POST', path, headers, body: Buffer.from(JSON.stringify(members)) };
  };
  return {
    arn: caller.principalArn,
    glue: (operation, members = {}) =>
      perform(glueService, region, caller, post({ 'x-amz-target': `AWSGlue.${operation}` }, '/', members)),
    lakeFormation: (operation, members = {}) =>
      perform(lakeFormationService, region, caller, post({}, `/${operation}`, members)),
    iceberg: (method, path, body) => {
      const isAbove = path.startsWith('/config');
      const prefix = isAbove ? '/iceberg/v1' : '/iceberg/v1/catalogs/123456789012:s3tablescatalog:dev-app';
      const text = body === undefined ? '' : JSON.stringify(body);
      return perform(glueService, region, caller, {
        method,
        path: prefix + path,
        headers: {},
        body: Buffer.from(text)
      });
    }
  };
}

type Request = Pick<SandboxRequest, 'method' | 'path' | 'headers' | 'body'>;

function perform(service: Service, region: Region, caller: Caller, asked: Request): Json {
  const [path = '', query = ''] = asked.path.split('?');
  const request = { ...asked, path, id: '1', query: new URLSearchParams(query), caller, region };
  const operation = service.route(request);
  authorizeLakeFormation(request, operation, service.name);
  const { body } = operation.handle() as { body?: string };
  return body === undefined || body === '' ? {} : (JSON.parse(body) as Json);
}

/** Makes administrators, and leaves nothing new to IAM. */
export function administer(region: Region, ...names: readonly string[]): void {
  handsOf(region, 'user/sandbox').lakeFormation('PutDataLakeSettings', {
    DataLakeSettings: {
      DataLakeAdmins: names.map((name) => ({ DataLakePrincipalIdentifier: callerNamed(name).principalArn }))
    }
  });
}

/** The bucket `dev-app` with the table `app.orders`, of the columns `id` and `name`. */
export function fillBucket(region: Region): void {
  const caller = callerNamed('maker');
  createTableBucket(region, caller, { name: 'dev-app' });
  createNamespace(region, caller, 'dev-app', 'app');
  const fields = [
    { id: 1, name: 'id', type: 'long', required: true },
    { id: 2, name: 'name', type: 'string', required: false }
  ];
  const schema = { type: 'struct' as const, 'schema-id': 0, fields };
  const metadata = { schema, properties: {} };
  createTable(region, caller, { bucket: 'dev-app', namespace: 'app', name: 'orders', metadata });
}

/** Makes a role in IAM with a trust policy for a service, and one inline policy. */
export function makeRole(region: Region, name: string, service: string, actions: readonly string[]): void {
  const role = createRole(region.account, {
    name,
    path: '/service-role/',
    trustPolicy: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }]
    }),
    description: undefined,
    maxSessionDuration: 3600,
    permissionsBoundary: undefined,
    tags: []
  });
  if (actions.length > 0) role.policies.set('inline', allowAll(actions));
}
