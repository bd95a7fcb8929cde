import { randomInt } from 'node:crypto';
import type { Account } from '../account.js';
import { AwsRefusal } from '../service.js';
import { checkPermissionPolicy, checkTrustPolicy } from './policy-document.js';
import type { Role } from './state.js';

/** Characters, white space not counted. IAM quotas, "IAM and STS character limits". */
const maxInlineCharacters = 10_240;
const maxTrustCharacters = 2048;
const maxAttached = 10;
const maxTags = 50;

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

interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/**
 * Makes a role. Paths that AWS keeps to itself (`/aws-reserved/…`) are allowed here, so that the roles which
 * Identity Center makes can be had.
 * Throws EntityAlreadyExists, MalformedPolicyDocument, LimitExceeded, InvalidInput.
 */
export function createRole(account: Account, wanted: NewRole): Role {
  const { name, path, description, permissionsBoundary } = wanted;
  if (account.iam.roles.has(name.toLowerCase())) {
    throw new AwsRefusal(409, 'EntityAlreadyExists', `Role with name ${name} already exists.`);
  }
  const role: Role = {
    name,
    path,
    id: `AROA${randomId(17)}`,
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
  tagRole(role, wanted.tags);
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
  const role = roleNamed(account, name);
  if (role.attachedPolicies.size > 0) {
    throw new AwsRefusal(409, 'DeleteConflict', 'Cannot delete entity, must detach all policies first.');
  }
  if (role.policies.size > 0) {
    throw new AwsRefusal(409, 'DeleteConflict', 'Cannot delete entity, must delete policies first.');
  }
  account.iam.roles.delete(name.toLowerCase());
}

/** Replaces who may take the role on. Throws MalformedPolicyDocument, LimitExceeded. */
export function updateTrustPolicy(role: Role, document: string): void {
  role.trustPolicy = checkedTrustPolicy(document);
}

/** Adds tags, or gives those there a new value. Throws InvalidInput, LimitExceeded. */
export function tagRole(role: Role, tags: readonly Tag[]): void {
  const keys = tags.map(({ Key }) => Key.toLowerCase());
  if (new Set(keys).size < keys.length) {
    throw new AwsRefusal(
      400,
      'InvalidInput',
      'Duplicate tag keys found. Please note that Tag keys are case insensitive.'
    );
  }
  if (keys.some((key) => key.startsWith('aws:'))) {
    throw new AwsRefusal(400, 'InvalidInput', 'Tag keys beginning with aws: are reserved for system use.');
  }
  const all = new Set([...role.tags.keys(), ...tags.map(({ Key }) => Key)]);
  if (all.size > maxTags)
    throw limitExceeded(`The number of tags has reached the maximum limit of ${maxTags}.`);
  for (const { Key, Value } of tags) role.tags.set(Key, Value);
}

/** Adds an inline policy, or replaces it. Throws MalformedPolicyDocument, LimitExceeded. */
export function putPolicy(role: Role, name: string, document: string): void {
  checkPermissionPolicy(document);
  const others = [...role.policies].filter(([other]) => other !== name).map(([, policy]) => policy);
  if (charactersOf([...others, document]) > maxInlineCharacters) {
    throw limitExceeded(`Maximum policy size of ${maxInlineCharacters} bytes exceeded for role ${role.name}`);
  }
  role.policies.set(name, document);
}

/** The inline policy of that name. Throws NoSuchEntity. */
export function policyNamed(role: Role, name: string): string {
  const policy = role.policies.get(name);
  if (policy !== undefined) return policy;
  throw noSuchEntity(`The role policy with name ${name} cannot be found.`);
}

/** Attaches a managed policy; one that is attached stays so. Any policy ARN is believed. Throws LimitExceeded, InvalidInput. */
export function attachPolicy(role: Role, arn: string): void {
  if (!/^arn:aws[-a-z]*:iam::(aws|\d{12}):policy\/.+$/.test(arn)) {
    throw new AwsRefusal(400, 'InvalidInput', `ARN ${arn} is not valid.`);
  }
  if (!role.attachedPolicies.has(arn) && role.attachedPolicies.size >= maxAttached) {
    throw limitExceeded(`Cannot exceed quota for PoliciesPerRole: ${maxAttached}`);
  }
  role.attachedPolicies.add(arn);
}

/** Detaches a managed policy. Throws NoSuchEntity when it is not attached. */
export function detachPolicy(role: Role, arn: string): void {
  if (!role.attachedPolicies.delete(arn)) throw noSuchEntity(`Policy ${arn} was not found.`);
}

/** The error for what IAM does not have. */
export function noSuchEntity(message: string): AwsRefusal {
  return new AwsRefusal(404, 'NoSuchEntity', message);
}

function checkedTrustPolicy(document: string): string {
  checkTrustPolicy(document);
  if (charactersOf([document]) > maxTrustCharacters) {
    throw limitExceeded(`Cannot exceed quota for ACLSizePerRole: ${maxTrustCharacters}`);
  }
  return document;
}

function charactersOf(documents: readonly string[]): number {
  return documents.join('').replaceAll(/\s/g, '').length;
}

function limitExceeded(message: string): AwsRefusal {
  return new AwsRefusal(409, 'LimitExceeded', message);
}

function randomId(length: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
