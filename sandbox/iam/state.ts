import type { Tags } from '../s3tables/state.js';

/** A role. Policies are kept as the text that came in. */
export interface Role {
  readonly name: string;
  /** Begins and ends with a slash. */
  readonly path: string;
  /** `AROA…`: a role made again under the same name has another one. */
  readonly id: string;
  readonly arn: string;
  readonly createdAt: Date;
  readonly description?: string;
  /** Seconds. */
  readonly maxSessionDuration: number;
  readonly permissionsBoundary?: string;
  /** Who may take the role on. */
  trustPolicy: string;
  readonly tags: Tags;
  /** Inline policies by name. */
  readonly policies: Map<string, string>;
  /** ARNs of managed policies. What they allow is not known here. */
  readonly attachedPolicies: Set<string>;
}

/** What IAM holds for the account: roles and their policies. */
export class IamState {
  /** By name in lower case: IAM tells names apart by more than their case. */
  readonly roles = new Map<string, Role>();
}
