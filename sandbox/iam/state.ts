import type { Tags } from '../s3tables/state.js';

/** What a role and a user have in common. Policies are kept as the text that came in. */
export interface Identity {
  readonly kind: 'role' | 'user';
  readonly name: string;
  /** Begins and ends with a slash. */
  readonly path: string;
  /** `AROA…`, `AIDA…`: one made again under the same name has another one. */
  readonly id: string;
  readonly arn: string;
  readonly createdAt: Date;
  /** The ARN of a managed policy. */
  permissionsBoundary?: string;
  readonly tags: Tags;
  /** Inline policies by name. */
  readonly policies: Map<string, string>;
  /** ARNs of managed policies. */
  readonly attachedPolicies: Set<string>;
}

export interface Role extends Identity {
  readonly kind: 'role';
  readonly description?: string;
  /** Seconds. */
  readonly maxSessionDuration: number;
  /** Who may take the role on. */
  trustPolicy: string;
}

export interface AccessKey {
  readonly id: string;
  readonly secret: string;
  readonly createdAt: Date;
  status: 'Active' | 'Inactive';
}

export interface User extends Identity {
  readonly kind: 'user';
  /** By id. */
  readonly accessKeys: Map<string, AccessKey>;
}

export interface PolicyVersion {
  readonly document: string;
  readonly createdAt: Date;
}

/** A managed policy of the account. */
export interface ManagedPolicy {
  readonly name: string;
  readonly path: string;
  /** `ANPA…` */
  readonly id: string;
  readonly arn: string;
  readonly description?: string;
  readonly createdAt: Date;
  updatedAt: Date;
  readonly tags: Tags;
  /** By id: `v1`. */
  readonly versions: Map<string, PolicyVersion>;
  /** The id of the one in force. */
  defaultVersion: string;
  /** How many there have ever been. */
  versionCount: number;
}

/** An OpenID Connect provider. */
export interface OidcProvider {
  readonly arn: string;
  /** The issuer without `https://`. */
  readonly url: string;
  readonly clientIds: Set<string>;
  readonly thumbprints: readonly string[];
  readonly createdAt: Date;
  readonly tags: Tags;
}

/** What is in IAM. */
export interface IamContents {
  /** By name in lower case: IAM tells names apart by more than their case. */
  readonly roles: Map<string, Role>;
  /** By name in lower case. */
  readonly users: Map<string, User>;
  /** By ARN. */
  readonly policies: Map<string, ManagedPolicy>;
  /** By ARN. */
  readonly oidcProviders: Map<string, OidcProvider>;
}

/** What IAM holds for the account, and what of that the other services have heard of. */
export class IamState implements IamContents {
  readonly roles = new Map<string, Role>();
  readonly users = new Map<string, User>();
  readonly policies = new Map<string, ManagedPolicy>();
  readonly oidcProviders = new Map<string, OidcProvider>();
  /** What there was after each change, oldest first; none is kept while there is no delay. */
  #past: { readonly at: number; readonly contents: IamContents }[] = [];
  readonly #delay: number;

  /** @param delay how long a change takes to be seen outside of IAM, ms */
  constructor(delay = 0) {
    this.#delay = delay;
  }

  /**
   * Notes that something has changed.
   * @param now ms since the epoch
   */
  changed(now = Date.now()): void {
    if (this.#delay === 0) return;
    const heard = this.#past.findLastIndex(({ at }) => at + this.#delay <= now);
    const { roles, users, policies, oidcProviders } = this;
    const contents = structuredClone({ roles, users, policies, oidcProviders });
    this.#past = [...this.#past.slice(Math.max(heard, 0)), { at: now, contents }];
  }

  /**
   * IAM as the other services see it: as it was so long ago.
   * @param now ms since the epoch
   */
  seen(now = Date.now()): IamContents {
    if (this.#delay === 0) return this;
    const heard = this.#past.findLast(({ at }) => at + this.#delay <= now);
    return heard?.contents ?? new IamState();
  }
}
