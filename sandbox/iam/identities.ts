import { randomInt } from 'node:crypto';
import { AwsRefusal } from '../service.js';
import { awsManagedPolicies } from './aws-managed.js';
import { checkPermissionPolicy } from './policy-document.js';
import { limitExceeded, noSuchEntity } from './refusals.js';
import type { IamContents, Identity } from './state.js';
import type { Tags } from '../s3tables/state.js';

/** Characters, white space not counted. IAM quotas, "IAM and STS character limits". */
const maxInlineCharacters = { role: 10_240, user: 2048 };
const maxAttached = 10;
const maxTags = 50;

/** A tag as IAM's requests have it. */
export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** Adds tags, or gives those there a new value. Throws InvalidInput, LimitExceeded. */
export function addTags(to: Tags, tags: readonly Tag[]): void {
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
  const all = new Set([...to.keys(), ...tags.map(({ Key }) => Key)]);
  if (all.size > maxTags)
    throw limitExceeded(`The number of tags has reached the maximum limit of ${maxTags}.`);
  for (const { Key, Value } of tags) to.set(Key, Value);
}

/** Adds an inline policy, or replaces it. Throws MalformedPolicyDocument, LimitExceeded. */
export function putPolicy(identity: Identity, name: string, document: string): void {
  checkPermissionPolicy(document);
  const { kind } = identity;
  const others = [...identity.policies].filter(([other]) => other !== name).map(([, policy]) => policy);
  if (charactersOf([...others, document]) > maxInlineCharacters[kind]) {
    throw limitExceeded(
      `Maximum policy size of ${maxInlineCharacters[kind]} bytes exceeded for ${kind} ${identity.name}`
    );
  }
  identity.policies.set(name, document);
}

/** The inline policy of that name. Throws NoSuchEntity. */
export function policyNamed({ kind, policies }: Identity, name: string): string {
  const policy = policies.get(name);
  if (policy !== undefined) return policy;
  throw noSuchEntity(`The ${kind} policy with name ${name} cannot be found.`);
}

/**
 * Attaches a managed policy; one that is attached stays so.
 * Throws LimitExceeded, InvalidInput, NoSuchEntity as {@link checkPolicyExists}.
 */
export function attachPolicy(iam: IamContents, identity: Identity, arn: string): void {
  checkPolicyExists(iam, arn);
  const { attachedPolicies } = identity;
  if (!attachedPolicies.has(arn) && attachedPolicies.size >= maxAttached) {
    const quota = identity.kind === 'role' ? 'PoliciesPerRole' : 'PoliciesPerUser';
    throw limitExceeded(`Cannot exceed quota for ${quota}: ${maxAttached}`);
  }
  attachedPolicies.add(arn);
}

/** Detaches a managed policy. Throws NoSuchEntity when it is not attached. */
export function detachPolicy(identity: Identity, arn: string): void {
  if (!identity.attachedPolicies.delete(arn)) throw noSuchEntity(`Policy ${arn} was not found.`);
}

/**
 * Checks that a managed policy can be attached. AWS's own are believed to exist, also those whose documents the
 * sandbox does not have; such a one allows nothing.
 * Throws NoSuchEntity for one that the account does not have, InvalidInput for what is no ARN of a policy.
 */
export function checkPolicyExists(iam: IamContents, arn: string): void {
  const [, owner] = /^arn:aws[-a-z]*:iam::(aws|\d{12}):policy\/.+$/.exec(arn) ?? [];
  if (owner === undefined) throw new AwsRefusal(400, 'InvalidInput', `ARN ${arn} is not valid.`);
  if (owner === 'aws' || iam.policies.has(arn)) return;
  throw noSuchEntity(`Policy ${arn} does not exist or is not attachable.`);
}

/** Throws DeleteConflict for a role or user that still has policies. */
export function checkNoPolicies({ attachedPolicies, policies }: Identity): void {
  if (attachedPolicies.size > 0) {
    throw new AwsRefusal(409, 'DeleteConflict', 'Cannot delete entity, must detach all policies first.');
  }
  if (policies.size > 0) {
    throw new AwsRefusal(409, 'DeleteConflict', 'Cannot delete entity, must delete policies first.');
  }
}

/** The document of a managed policy that is in force; nothing for one that the sandbox does not have. */
export function documentOf(iam: IamContents, arn: string): string | undefined {
  const policy = iam.policies.get(arn);
  return policy
    ? policy.versions.get(policy.defaultVersion)?.document
    : awsManagedPolicies.get(arn)?.document;
}

/** How long documents are, as IAM's quotas count it: without white space. */
export function charactersOf(documents: readonly string[]): number {
  return documents.join('').replaceAll(/\s/g, '').length;
}

/** A new unique id. @param prefix what IAM has for the kind of thing: `AROA` */
export function uniqueId(prefix: string): string {
  return `${prefix}${randomText('ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 17)}`;
}

/** Random characters of an alphabet. */
export function randomText(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
