import type { Account } from '../account.js';
import {
  addTags,
  charactersOf,
  checkNoPolicies,
  checkPolicyExists,
  uniqueId,
  type Tag
} from './identities.js';
import { checkTrustPolicy } from './policy-document.js';
import { alreadyExists, limitExceeded, noSuchEntity } from './refusals.js';
import type { Role } from './state.js';

/** Characters, white space not counted. IAM quotas, "IAM and STS character limits". */
const maxTrustCharacters = 2048;

/** What {@link createRole} needs to know. */
export interface NewRole {
  readonly name: string;
  readonly path: string;
  readonly trustPolicy: string;
  readonly description: string | undefined;
  /** Seconds. */
  readonly maxSessionDuration: number;
  readonly permissionsBoundary: string | undefined;
  readonly tags: readonly Tag[];
}

/**
 * Makes a role. Paths that AWS keeps to itself (`/aws-reserved/…`) are allowed here, so that the roles which
 * Identity Center makes can be had.
 * Throws EntityAlreadyExists, MalformedPolicyDocument, LimitExceeded, InvalidInput, NoSuchEntity for the boundary.
 */
export function createRole(account: Account, wanted: NewRole): Role {
  const { name, path, description, permissionsBoundary } = wanted;
  if (account.iam.roles.has(name.toLowerCase()))
    throw alreadyExists(`Role with name ${name} already exists.`);
  if (permissionsBoundary !== undefined) checkPolicyExists(account.iam, permissionsBoundary);
  const role: Role = {
    kind: 'role',
    name,
    path,
    id: uniqueId('AROA'),
    arn: `arn:${account.partition}:iam::${account.id}:role${path}${name}`,
    createdAt: new Date(),
    ...(description === undefined ? {} : { description }),
    ...(permissionsBoundary === undefined ? {} : { permissionsBoundary }),
    maxSessionDuration: wanted.maxSessionDuration,
    trustPolicy: checkedTrustPolicy(wanted.trustPolicy),
    tags: new Map(),
    policies: new Map(),
    attachedPolicies: new Set()
  };
  addTags(role.tags, wanted.tags);
  account.iam.roles.set(name.toLowerCase(), role);
  return role;
}

/** The role of that name. Throws NoSuchEntity. */
export function roleNamed(account: Account, name: string): Role {
  const role = account.iam.roles.get(name.toLowerCase());
  if (role) return role;
  throw noSuchEntity(`The role with name ${name} cannot be found.`);
}

/** Removes a role that has no policies left. Throws NoSuchEntity, DeleteConflict. */
export function deleteRole(account: Account, name: string): void {
  checkNoPolicies(roleNamed(account, name));
  account.iam.roles.delete(name.toLowerCase());
}

/** Replaces who may take the role on. Throws MalformedPolicyDocument, LimitExceeded. */
export function updateTrustPolicy(role: Role, document: string): void {
  role.trustPolicy = checkedTrustPolicy(document);
}

function checkedTrustPolicy(document: string): string {
  checkTrustPolicy(document);
  if (charactersOf([document]) > maxTrustCharacters) {
    throw limitExceeded(`Cannot exceed quota for ACLSizePerRole: ${maxTrustCharacters}`);
  }
  return document;
}
