import type { Account } from '../../account.js';
import { membersOf } from '../../iam/form.js';
import { contextOf, tagKeys } from '../../policy/context.js';
import { readForm } from '../../protocol/query.js';
import type { Tags } from '../../s3tables/state.js';
import type { Operation, SandboxRequest } from '../../service.js';
import * as need from './need.js';
import type { Need } from './need.js';

type Members = Readonly<Record<string, unknown>>;

/** What making something with tags takes besides. */
const tagged: Readonly<Record<string, string>> = {
  CreateRole: 'TagRole',
  CreateUser: 'TagUser',
  CreatePolicy: 'TagPolicy',
  CreateOpenIDConnectProvider: 'TagOpenIDConnectProvider'
};

/** What IAM's operations need: their own action on the role, user, policy or provider that they name. */
export function iamNeeds(request: SandboxRequest, { name }: Operation): readonly Need[] {
  const { account } = request.region;
  const members = membersOf(readForm(request));
  const arn = arnIn(account, members, name) ?? (isOfCaller(name) ? request.caller.principalArn : '*');
  const tags = tagsIn(members['Tags']);
  const removed = Array.isArray(members['TagKeys']) ? members['TagKeys'].map(String) : [];
  const context = need.merged(
    contextOf({
      'iam:PolicyARN': /^(At|De)tach/.test(name) ? need.textOf(members['PolicyArn']) : undefined,
      'iam:PermissionsBoundary': need.textOf(members['PermissionsBoundary'])
    }),
    contextOf(resourceTags(account, arn)),
    need.requestTags(tags),
    removed.length > 0 ? contextOf(need.keysOfTags(removed)) : undefined
  );
  const more = Object.keys(tags).length > 0 ? tagged[name] : undefined;
  const actions = [name, ...(more === undefined ? [] : [more])];
  return actions.map((action) => ({ action: `iam:${action}`, arn, context }));
}

/** Without a name these are about the user who calls. */
function isOfCaller(name: string): boolean {
  return /^(GetUser|(Create|List|Update|Delete)AccessKeys?)$/.test(name);
}

function arnIn(account: Account, members: Members, operation: string): string | undefined {
  const { roles, users } = account.iam;
  const arn = (resource: string): string => `arn:${account.partition}:iam::${account.id}:${resource}`;
  const text = (member: string): string | undefined => need.textOf(members[member]);
  const path = text('Path') ?? '/';
  const role = text('RoleName');
  if (role !== undefined) return roles.get(role.toLowerCase())?.arn ?? arn(`role${path}${role}`);
  const user = text('UserName');
  if (user !== undefined) return users.get(user.toLowerCase())?.arn ?? arn(`user${path}${user}`);
  if (operation === 'CreatePolicy') return arn(`policy${path}${text('PolicyName')}`);
  const url = text('Url');
  if (url !== undefined) return arn(`oidc-provider/${url.replace(/^https:\/\//, '')}`);
  return ['PolicyArn', 'OpenIDConnectProviderArn', 'PolicySourceArn'].map(text).find(Boolean);
}

function resourceTags({ iam }: Account, arn: string): Readonly<Record<string, string>> {
  const things: readonly { readonly arn: string; readonly tags: Tags }[] = [
    ...iam.roles.values(),
    ...iam.users.values(),
    ...iam.policies.values(),
    ...iam.oidcProviders.values()
  ];
  const tags = things.find((thing) => thing.arn === arn)?.tags ?? new Map<string, string>();
  return { ...need.resourceTags(tags), ...tagKeys('iam:ResourceTag', tags) };
}

function tagsIn(list: unknown): Readonly<Record<string, string>> {
  const tags = (Array.isArray(list) ? list : []).map(need.record);
  return Object.fromEntries(tags.map(({ Key, Value }) => [String(Key), String(Value)]));
}
