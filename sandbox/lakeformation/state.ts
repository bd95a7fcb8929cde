import { Later } from './later.js';
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

/** What Lake Formation decides by. */
export interface Rules {
  settings: Settings;
  /** By principal and thing. */
  readonly grants: Map<string, Grant>;
}

/** How Lake Formation behaves. */
export interface LakeFormationOptions {
  /** Whether permissions are checked. Default false. */
  readonly isEnforced?: boolean;
  /** How long a change takes until it is decided by, ms. Default 0. */
  readonly delay?: number;
  /** The time, ms since the epoch. Default the machine's. */
  readonly now?: () => number;
}

const iamOnly = [
  { Principal: { DataLakePrincipalIdentifier: 'IAM_ALLOWED_PRINCIPALS' }, Permissions: ['ALL' as const] }
];

/** A fresh account leaves access to IAM. */
function freshSettings(): Settings {
  return {
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
}

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

/** What Lake Formation holds in one region. What is read is the newest; what decides may lag behind it. */
export class LakeFormationState implements Rules {
  settings: Settings = freshSettings();
  readonly grants = new Map([databaseCreators()]);
  /** By ARN. */
  readonly resources = new Map<string, RegisteredResource>();
  /** Whether permissions are checked. Off, everyone may do everything. */
  readonly isEnforced: boolean;
  /** Whether ListPermissions shows what administrators may do because they are, as AWS does. */
  showImplicit: boolean;
  readonly #later: Later<Rules> | undefined;

  constructor({ isEnforced = false, delay = 0, now = Date.now }: LakeFormationOptions = {}) {
    this.isEnforced = isEnforced;
    this.showImplicit = isEnforced;
    if (delay > 0) {
      const rules = { settings: freshSettings(), grants: new Map([databaseCreators()]) };
      this.#later = new Later(rules, delay, now);
    }
  }

  /** What decides now. */
  get inForce(): Readonly<Rules> {
    return this.#later?.value ?? this;
  }

  /**
   * Makes a change: to what is read at once, to what decides after the delay.
   * @param isAtOnce to what decides at once too: what comes of making or deleting a thing
   */
  change(make: (rules: Rules) => void, isAtOnce = false): void {
    make(this);
    this.#later?.change(make, isAtOnce);
  }
}
