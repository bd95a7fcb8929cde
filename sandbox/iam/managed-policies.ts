import type { Account } from '../account.js';
import { AwsRefusal } from '../service.js';
import { awsManagedPolicies } from './aws-managed.js';
import { addTags, charactersOf, uniqueId, type Tag } from './identities.js';
import { checkPermissionPolicy } from './policy-document.js';
import { alreadyExists, deleteConflict, limitExceeded, noSuchEntity } from './refusals.js';
import type { IamContents, ManagedPolicy, PolicyVersion } from './state.js';

const maxCharacters = 6144;
const maxVersions = 5;

/** What {@link createPolicy} needs to know. */
export interface NewPolicy {
  readonly name: string;
  readonly path: string;
  readonly document: string;
  readonly description: string | undefined;
  readonly tags: readonly Tag[];
}

/** Makes a managed policy. Throws EntityAlreadyExists, MalformedPolicyDocument, LimitExceeded, InvalidInput. */
export function createPolicy(account: Account, wanted: NewPolicy): ManagedPolicy {
  const { name, path, description } = wanted;
  const { policies } = account.iam;
  if ([...policies.values()].some((other) => other.name.toLowerCase() === name.toLowerCase())) {
    throw alreadyExists(`A policy called ${name} already exists. Duplicate names are not allowed.`);
  }
  const now = new Date();
  const policy: ManagedPolicy = {
    name,
    path,
    id: uniqueId('ANPA'),
    arn: `arn:${account.partition}:iam::${account.id}:policy${path}${name}`,
    ...(description === undefined ? {} : { description }),
    createdAt: now,
    updatedAt: now,
    tags: new Map(),
    versions: new Map([['v1', { document: checked(wanted.document), createdAt: now }]]),
    defaultVersion: 'v1',
    versionCount: 1
  };
  addTags(policy.tags, wanted.tags);
  policies.set(policy.arn, policy);
  return policy;
}

/** A managed policy of the account or one of AWS's that the sandbox has. Throws NoSuchEntity. */
export function managedPolicy(account: Account, arn: string): ManagedPolicy {
  const policy = account.iam.policies.get(arn) ?? awsManagedPolicies.get(arn)?.policy;
  if (policy) return policy;
  throw noSuchEntity(`Policy ${arn} was not found.`);
}

/** Adds a version; all but the default one can be removed. Throws LimitExceeded, MalformedPolicyDocument. */
export function createVersion(policy: ManagedPolicy, document: string, isDefault: boolean): string {
  if (policy.versions.size >= maxVersions) {
    throw limitExceeded(
      `A managed policy can have up to ${maxVersions} versions. Before you create a new version, you must delete an existing version.`
    );
  }
  const id = `v${policy.versionCount + 1}`;
  policy.versions.set(id, { document: checked(document), createdAt: new Date() });
  policy.versionCount += 1;
  if (isDefault) policy.defaultVersion = id;
  policy.updatedAt = new Date();
  return id;
}

/** The version of that id. Throws NoSuchEntity. */
export function versionOf(policy: ManagedPolicy, id: string): PolicyVersion {
  const version = policy.versions.get(id);
  if (version) return version;
  throw noSuchEntity(`Policy ${policy.arn} version ${id} does not exist or is not attachable.`);
}

/** Removes a version. Throws NoSuchEntity, DeleteConflict for the one in force. */
export function deleteVersion(policy: ManagedPolicy, id: string): void {
  versionOf(policy, id);
  if (policy.defaultVersion === id) throw deleteConflict('Cannot delete the default version of a policy.');
  policy.versions.delete(id);
}

/** Removes a policy that nothing is attached to. Throws NoSuchEntity, DeleteConflict, AccessDenied for AWS's own. */
export function deletePolicy(account: Account, arn: string): void {
  const policy = ownPolicy(account, arn);
  if (attachments(account.iam, arn) > 0) throw deleteConflict('Cannot delete a policy attached to entities.');
  if (policy.versions.size > 1) {
    throw deleteConflict(
      "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. " +
        'The default version is deleted with the policy.'
    );
  }
  account.iam.policies.delete(arn);
}

/** A managed policy that can be changed. Throws NoSuchEntity, AccessDenied for AWS's own. */
export function ownPolicy(account: Account, arn: string): ManagedPolicy {
  const policy = managedPolicy(account, arn);
  if (account.iam.policies.has(arn)) return policy;
  throw new AwsRefusal(403, 'AccessDenied', `The policy ${arn} is managed by AWS and cannot be changed.`);
}

/** How many roles and users a policy is attached to. */
export function attachments(iam: IamContents, arn: string): number {
  const identities = [...iam.roles.values(), ...iam.users.values()];
  return identities.filter(({ attachedPolicies }) => attachedPolicies.has(arn)).length;
}

function checked(document: string): string {
  checkPermissionPolicy(document);
  if (charactersOf([document]) <= maxCharacters) return document;
  throw limitExceeded(`Cannot exceed quota for PolicySize: ${maxCharacters}`);
}
