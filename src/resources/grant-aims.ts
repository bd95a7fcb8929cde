import type { GrantTarget } from '../aws/ports.js';
import { TAG } from '../ownership.js';
import type { EnvironmentSpec } from './spec.js';

/** What the role is to be granted on one thing. */
export interface Aim {
  readonly on: GrantTarget;
  /** Before the paths of its changes in a plan. */
  readonly label: string;
  /** The database's parameter that remembers what this environment granted on it. */
  readonly record: string;
  readonly permissions: readonly string[];
  readonly grantable: readonly string[];
  /** Others rely on the same grant: it is neither remembered nor revoked. */
  readonly shared?: boolean;
}

/** The least with which a role can query a table. */
const TO_QUERY = ['DESCRIBE', 'SELECT'];

/** On the Glue database, with grant option, and on its tables. */
export function databaseAims(spec: EnvironmentSpec): readonly Aim[] {
  const { databasePermissions, tablePermissions = [] } = spec;
  const database = spec.names.glueDatabase;
  return [
    {
      on: { kind: 'database', database },
      label: '',
      record: TAG.granted,
      permissions: databasePermissions,
      grantable: databasePermissions
    },
    {
      on: { kind: 'tables', database },
      label: 'tables.',
      record: `${TAG.granted}-tables`,
      permissions: tablePermissions,
      grantable: []
    }
  ];
}

/**
 * On the federated catalog of the table bucket, its namespace and the tables in it: a query needs all three
 * ("Granting Lake Formation permissions on S3 Tables" in the S3 user guide).
 */
export function catalogAims(spec: EnvironmentSpec): readonly Aim[] {
  const { names, databasePermissions, tablePermissions = TO_QUERY } = spec;
  const catalogId = federatedCatalog(spec);
  const database = names.namespace;
  const inDatabase = databasePermissions.includes('ALL')
    ? databasePermissions
    : [...new Set(['DESCRIBE', ...databasePermissions])];
  const plain = { grantable: [] };
  return [
    {
      ...plain,
      shared: spec.isolation === 'namespace',
      on: { kind: 'catalog', catalogId },
      label: 'catalog.',
      record: `${TAG.granted}-catalog`,
      permissions: ['DESCRIBE']
    },
    {
      ...plain,
      on: { kind: 'database', catalogId, database },
      label: 'database.',
      record: `${TAG.granted}-catalog-database`,
      permissions: inDatabase
    },
    {
      ...plain,
      on: { kind: 'tables', catalogId, database },
      label: 'tables.',
      record: `${TAG.granted}-catalog-tables`,
      permissions: tablePermissions
    }
  ];
}

/** `<account>:s3tablescatalog/<bucket>` */
export function federatedCatalog({ accountId, names }: EnvironmentSpec): string {
  return `${accountId}:s3tablescatalog/${names.tableBucket}`;
}
