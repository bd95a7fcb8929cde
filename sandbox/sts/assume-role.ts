import type { Account } from '../account.js';
import { askerOf } from '../iam/asker.js';
import { checkPolicyExists } from '../iam/identities.js';
import { checkPermissionPolicy } from '../iam/policy-document.js';
import type { Role } from '../iam/state.js';
import { contextOf, tagKeys, type Context } from '../policy/context.js';
import { everyName, names } from '../policy/decide.js';
import { readPolicy } from '../policy/document.js';
import { evaluate } from '../policy/evaluate.js';
import { requestContext } from '../policy/request-context.js';
import { AwsRefusal, type SandboxRequest } from '../service.js';
import type { AssumeRoleInput, WebIdentityInput } from './model.js';
import { beginSession, type Session } from './sessions.js';

/** A session of a role may not begin further sessions for longer, seconds. */
const maxChainedSeconds = 3600;

/**
 * Takes a role on for who calls. The role's trust policy must name them or their account; where IAM's policies are
 * enforced, what they are allowed themselves was looked at before.
 * Throws AccessDenied, also for a role that is not there, ValidationError for a session that is too long,
 * MalformedPolicyDocument and NoSuchEntity for policies that are to limit it.
 */
export function assumeRole(request: SandboxRequest, input: AssumeRoleInput): Session {
  const { caller, region } = request;
  const { account } = region;
  const role = seenRole(account, input.RoleArn);
  const asker = askerOf(account, caller);
  const context = new Map([...requestContext(request), ...asker.context, ...assumeContext(input)]);
  for (const action of actionsOf(input)) {
    const question = { action, resource: input.RoleArn, context };
    const verdict = role && evaluate([trustOf(role)], question, names(everyName(asker)));
    if (verdict?.effect !== 'allow') throw notAuthorized(caller.arn, action, input.RoleArn);
  }
  if (caller.session && input.DurationSeconds > maxChainedSeconds) {
    throw validation(
      'The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining'
    );
  }
  return begin(account, role!, input, {
    tags: input.Tags.map(({ Key, Value }) => [Key, Value] as const)
  });
}

/** The actions that a role's trust, and the caller's own policies, have to allow. */
export function actionsOf({ Tags, SourceIdentity }: AssumeRoleInput): readonly string[] {
  return [
    'sts:AssumeRole',
    ...(Tags.length > 0 ? ['sts:TagSession'] : []),
    ...(SourceIdentity === undefined ? [] : ['sts:SetSourceIdentity'])
  ];
}

/** The condition keys that are the request's own (Service Authorization Reference, AWS STS). */
export function assumeContext(input: AssumeRoleInput): Context {
  const tags = input.Tags.map(({ Key, Value }) => [Key, Value] as const);
  return contextOf(
    {
      'sts:ExternalId': input.ExternalId,
      'sts:RoleSessionName': input.RoleSessionName,
      'sts:SourceIdentity': input.SourceIdentity,
      'sts:TransitiveTagKeys': input.TransitiveTagKeys.length > 0 ? input.TransitiveTagKeys : undefined,
      'aws:TagKeys': tags.length > 0 ? tags.map(([key]) => key) : undefined
    },
    tagKeys('aws:RequestTag', tags)
  );
}

/** The role of that ARN, as STS has heard of it. */
export function seenRole(account: Account, arn: string): Role | undefined {
  return [...account.iam.seen().roles.values()].find((role) => role.arn === arn);
}

/** A role's trust policy. */
export function trustOf({ name, trustPolicy }: Role): ReturnType<typeof readPolicy> {
  return readPolicy(trustPolicy, name, 'resource');
}

/** Begins the session that a request asks for, once it is allowed. Throws as {@link assumeRole}. */
export function begin(
  account: Account,
  role: Role,
  input: AssumeRoleInput | WebIdentityInput,
  more: Pick<Session, 'tags'> & Partial<Pick<Session, 'federatedBy'>>
): Session {
  const { RoleSessionName: name, Policy, DurationSeconds: seconds } = input;
  if (seconds > role.maxSessionDuration) {
    throw validation('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
  if (Policy !== undefined) checkPermissionPolicy(Policy);
  const policyArns = input.PolicyArns.map(({ arn }) => arn);
  for (const arn of policyArns) checkPolicyExists(account.iam, arn);
  return beginSession(account, role, {
    ...{ name, seconds, policyArns, policies: Policy === undefined ? [] : [Policy] },
    ...more
  });
}

function notAuthorized(arn: string, action: string, resource: string): AwsRefusal {
  const message = `User: ${arn} is not authorized to perform: ${action} on resource: ${resource}`;
  return new AwsRefusal(403, 'AccessDenied', message);
}

function validation(message: string): AwsRefusal {
  return new AwsRefusal(400, 'ValidationError', message);
}
