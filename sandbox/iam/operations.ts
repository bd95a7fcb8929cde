import type * as v from 'valibot';
import type { Account } from '../account.js';
import { readInput } from '../input/constraints.js';
import { pageOf } from '../input/page.js';
import { xmlElements } from '../protocol/xml.js';
import { AwsRefusal, type Caller } from '../service.js';
import { inputs } from './model.js';
import * as roles from './roles.js';
import { element, encodedPolicy, iamTime, listedRoleXml, listXml, roleXml } from './xml.js';

/** What an operation of IAM works on. */
export interface IamCall {
  readonly account: Account;
  readonly caller: Caller;
  readonly members: Readonly<Record<string, unknown>>;
}

type Handler = (call: IamCall) => string;
type Inputs = typeof inputs;

/** IAM's operations by name; each gives what stands inside its `Result` element. */
export const operations: Readonly<Record<string, Handler>> = {
  CreateRole: ({ account, members }) => {
    const input = read('CreateRole', members);
    const role = roles.createRole(account, {
      name: input.RoleName,
      path: input.Path,
      trustPolicy: input.AssumeRolePolicyDocument,
      description: input.Description,
      maxSessionDuration: input.MaxSessionDuration,
      permissionsBoundary: input.PermissionsBoundary,
      tags: input.Tags
    });
    return roleXml(role);
  },
  GetRole: ({ account, members }) => roleXml(roles.roleNamed(account, read('Role', members).RoleName)),
  ListRoles: ({ account, members }) => {
    const { PathPrefix, ...paging } = read('ListRoles', members);
    const found = [...account.iam.roles.values()].filter(({ path }) => path.startsWith(PathPrefix));
    return listed('Roles', found, ({ name }) => name, { paging, xml: listedRoleXml });
  },
  DeleteRole: ({ account, members }) => {
    roles.deleteRole(account, read('Role', members).RoleName);
    return '';
  },
  UpdateAssumeRolePolicy: ({ account, members }) => {
    const { RoleName, PolicyDocument } = read('UpdateAssumeRolePolicy', members);
    roles.updateTrustPolicy(roles.roleNamed(account, RoleName), PolicyDocument);
    return '';
  },
  TagRole: ({ account, members }) => {
    const { RoleName, Tags } = read('TagRole', members);
    roles.tagRole(roles.roleNamed(account, RoleName), Tags);
    return '';
  },
  UntagRole: ({ account, members }) => {
    const { RoleName, TagKeys } = read('UntagRole', members);
    const { tags } = roles.roleNamed(account, RoleName);
    for (const key of TagKeys) tags.delete(key);
    return '';
  },
  ListRoleTags: ({ account, members }) => {
    const { RoleName, ...paging } = read('ListOfRole', members);
    const { tags } = roles.roleNamed(account, RoleName);
    const xml = ([Key, Value]: [string, string]): string => element('member', xmlElements({ Key, Value }));
    return listed('Tags', [...tags], ([key]) => key, { paging, xml });
  },
  PutRolePolicy: ({ account, members }) => {
    const { RoleName, PolicyName, PolicyDocument } = read('PutRolePolicy', members);
    roles.putPolicy(roles.roleNamed(account, RoleName), PolicyName, PolicyDocument);
    return '';
  },
  GetRolePolicy: ({ account, members }) => {
    const { RoleName, PolicyName } = read('RolePolicy', members);
    const role = roles.roleNamed(account, RoleName);
    const PolicyDocument = encodedPolicy(roles.policyNamed(role, PolicyName));
    return xmlElements({ RoleName: role.name, PolicyName, PolicyDocument });
  },
  ListRolePolicies: ({ account, members }) => {
    const { RoleName, ...paging } = read('ListOfRole', members);
    const names = [...roles.roleNamed(account, RoleName).policies.keys()];
    const xml = (member: string): string => xmlElements({ member });
    return listed('PolicyNames', names, (name) => name, { paging, xml });
  },
  DeleteRolePolicy: ({ account, members }) => {
    const { RoleName, PolicyName } = read('RolePolicy', members);
    const role = roles.roleNamed(account, RoleName);
    roles.policyNamed(role, PolicyName);
    role.policies.delete(PolicyName);
    return '';
  },
  AttachRolePolicy: ({ account, members }) => {
    const { RoleName, PolicyArn } = read('AttachedPolicy', members);
    roles.attachPolicy(roles.roleNamed(account, RoleName), PolicyArn);
    return '';
  },
  DetachRolePolicy: ({ account, members }) => {
    const { RoleName, PolicyArn } = read('AttachedPolicy', members);
    roles.detachPolicy(roles.roleNamed(account, RoleName), PolicyArn);
    return '';
  },
  ListAttachedRolePolicies: ({ account, members }) => {
    const { RoleName, ...paging } = read('ListOfRole', members);
    const arns = [...roles.roleNamed(account, RoleName).attachedPolicies];
    return listed('AttachedPolicies', arns, (arn) => arn, { paging, xml: attachedPolicyXml });
  },
  GetUser: ({ caller, members }) => {
    const name = caller.arn.slice(caller.arn.lastIndexOf('/') + 1);
    const { UserName = name } = read('GetUser', members);
    if (UserName !== name) throw roles.noSuchEntity(`The user with name ${UserName} cannot be found.`);
    const CreateDate = iamTime(new Date(0));
    return element(
      'User',
      xmlElements({ Path: '/', UserName, UserId: caller.userId, Arn: caller.arn, CreateDate })
    );
  }
};

function read<K extends keyof Inputs>(name: K, members: unknown): v.InferOutput<Inputs[K]> {
  return readInput(inputs[name], members, 'ValidationError');
}

interface Listing<T> {
  readonly paging: { readonly MaxItems: number; readonly Marker?: string };
  readonly xml: (item: T) => string;
}

function listed<T>(name: string, all: readonly T[], keyOf: (item: T) => string, how: Listing<T>): string {
  const { MaxItems: size, Marker: token } = how.paging;
  const badMarker = new AwsRefusal(400, 'ValidationError', 'Invalid Marker.');
  const { items, next } = pageOf(all, keyOf, { size, token }, badMarker);
  const more = { IsTruncated: String(next !== undefined), Marker: next };
  return listXml(name, items.map(how.xml)) + xmlElements(more);
}

function attachedPolicyXml(arn: string): string {
  const PolicyName = arn.slice(arn.lastIndexOf('/') + 1);
  return element('member', xmlElements({ PolicyName, PolicyArn: arn }));
}
