import { xmlElements } from '../protocol/xml.js';
import type { Account } from '../account.js';
import { listed, read, type Handler } from './answer.js';
import { awsManagedPolicies } from './aws-managed.js';
import * as managed from './managed-policies.js';
import type { ManagedPolicy, PolicyVersion } from './state.js';
import { element, encodedPolicy, iamTime, tagsXml } from './xml.js';

/** What can be done with managed policies. */
export const policyOperations: Readonly<Record<string, Handler>> = {
  CreatePolicy: (call) => {
    const input = read('CreatePolicy', call);
    const policy = managed.createPolicy(call.account, {
      name: input.PolicyName,
      path: input.Path,
      document: input.PolicyDocument,
      description: input.Description,
      tags: input.Tags
    });
    return element('Policy', policyXml(call.account, policy) + tagsXml(policy.tags));
  },
  GetPolicy: (call) => {
    const policy = managed.managedPolicy(call.account, read('Policy', call).PolicyArn);
    const description = xmlElements({ Description: policy.description });
    return element('Policy', policyXml(call.account, policy) + description + tagsXml(policy.tags));
  },
  ListPolicies: (call) => {
    const { Scope, OnlyAttached, PathPrefix, ...paging } = read('ListPolicies', call);
    const { account } = call;
    const own = Scope === 'AWS' ? [] : [...account.iam.policies.values()];
    const ofAws = Scope === 'Local' ? [] : awsPolicies(account);
    const found = [...own, ...ofAws].filter(
      ({ path, arn }) =>
        path.startsWith(PathPrefix) && (!OnlyAttached || managed.attachments(account.iam, arn) > 0)
    );
    const xml = (policy: ManagedPolicy): string => element('member', policyXml(account, policy));
    return listed('Policies', found, ({ arn }) => arn, { paging, xml });
  },
  DeletePolicy: (call) => {
    managed.deletePolicy(call.account, read('Policy', call).PolicyArn);
    return '';
  },
  CreatePolicyVersion: (call) => {
    const { PolicyArn, PolicyDocument, SetAsDefault } = read('CreatePolicyVersion', call);
    const policy = managed.ownPolicy(call.account, PolicyArn);
    const id = managed.createVersion(policy, PolicyDocument, SetAsDefault);
    return element('PolicyVersion', versionXml(policy, id, managed.versionOf(policy, id)));
  },
  GetPolicyVersion: (call) => {
    const { PolicyArn, VersionId } = read('PolicyVersion', call);
    const policy = managed.managedPolicy(call.account, PolicyArn);
    const version = managed.versionOf(policy, VersionId);
    const document = xmlElements({ Document: encodedPolicy(version.document) });
    return element('PolicyVersion', document + versionXml(policy, VersionId, version));
  },
  ListPolicyVersions: (call) => {
    const { PolicyArn, ...paging } = read('ListPolicyVersions', call);
    const policy = managed.managedPolicy(call.account, PolicyArn);
    const xml = ([id, version]: [string, PolicyVersion]): string =>
      element('member', versionXml(policy, id, version));
    return listed('Versions', [...policy.versions], ([id]) => id, { paging, xml });
  },
  SetDefaultPolicyVersion: (call) => {
    const { PolicyArn, VersionId } = read('PolicyVersion', call);
    const policy = managed.ownPolicy(call.account, PolicyArn);
    managed.versionOf(policy, VersionId);
    policy.defaultVersion = VersionId;
    return '';
  },
  DeletePolicyVersion: (call) => {
    const { PolicyArn, VersionId } = read('PolicyVersion', call);
    managed.deleteVersion(managed.ownPolicy(call.account, PolicyArn), VersionId);
    return '';
  }
};

function awsPolicies({ partition }: Account): readonly ManagedPolicy[] {
  return [...awsManagedPolicies.values()]
    .map(({ policy }) => policy)
    .filter(({ arn }) => arn.startsWith(`arn:${partition}:`));
}

function policyXml({ iam }: Account, policy: ManagedPolicy): string {
  const identities = [...iam.roles.values(), ...iam.users.values()];
  const bounded = identities.filter(({ permissionsBoundary }) => permissionsBoundary === policy.arn);
  return xmlElements({
    PolicyName: policy.name,
    PolicyId: policy.id,
    Arn: policy.arn,
    Path: policy.path,
    DefaultVersionId: policy.defaultVersion,
    AttachmentCount: managed.attachments(iam, policy.arn),
    PermissionsBoundaryUsageCount: bounded.length,
    IsAttachable: 'true',
    CreateDate: iamTime(policy.createdAt),
    UpdateDate: iamTime(policy.updatedAt)
  });
}

function versionXml(policy: ManagedPolicy, VersionId: string, { createdAt }: PolicyVersion): string {
  const IsDefaultVersion = String(policy.defaultVersion === VersionId);
  return xmlElements({ VersionId, IsDefaultVersion, CreateDate: iamTime(createdAt) });
}
