import type { Permission, SettingsInput } from './model.js';
import { grantKey, type Securable } from './securable.js';

/** What one principal may do with one thing. */
export interface Grant {
  readonly principal: string;
  readonly on: Securable;
  readonly permissions: Set<Permission>;
  /** What the principal may pass on. Granted and revoked apart from `permissions`. */
  readonly grantable: Set<Permission>;
  /** Made by creating the thing, not by a grant; it ends with the thing. */
  ofCreation: boolean;
  updatedAt: Date;
  updatedBy: string;
}

/** A location that Lake Formation manages. */
export interface RegisteredResource {
  readonly arn: string;
  roleArn: string;
  withFederation: boolean;
  hybridAccess: boolean;
  withPrivilegedAccess: boolean;
  expectedOwner?: string;
  modifiedAt: Date;
}

/** The settings document, every member there. */
export type Settings = Required<SettingsInput>;

const iamOnly = [
  { Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL' as const] }
];

/** Everybody may create databases, as far as Lake Formation is concerned. */
function databaseCreators(): [string, Grant] {
  const principal = 'IAM_ALLOWED_PRINCIPALS';
  const on: Securable = { kind: 'catalog', catalog: '' };
  const grant: Grant = {
    principal,
    on,
    permissions: new Set(['CREATE_DATABASE']),
    grantable: new Set(),
    ofCreation: false,
    updatedAt: new Date(),
    updatedBy: ''
  };
  return [grantKey(principal, on), grant];
}

/** What Lake Formation holds in one region; a fresh account leaves access to IAM. */
export class LakeFormationState {
  settings: Settings = {
    DataLakeAdmins: [],
    ReadOnlyAdmins: [],
    CreateDatabaseDefaultPermissions: iamOnly,
    CreateTableDefaultPermissions: iamOnly,
    Parameters: { CROSS_ACCOUNT_VERSION: '4', SET_CONTEXT: 'TRUE' },
    TrustedResourceOwners: [],
    AllowExternalDataFiltering: false,
    AllowFullTableExternalDataAccess: false,
    ExternalDataFilteringAllowList: [],
    AuthorizedSessionTagValueList: []
  };
  /** By principal and thing. */
  readonly grants = new Map([databaseCreators()]);
  /** By ARN. */
  readonly resources = new Map<string, RegisteredResource>();
}
