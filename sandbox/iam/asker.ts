import type { Account } from '../account.js';
import { contextOf, tagKeys, type Context } from '../policy/context.js';
import type { Asker } from '../policy/decide.js';
import { readPolicy, type Policy } from '../policy/document.js';
import type { Caller } from '../service.js';
import type { Session } from '../sts/sessions.js';
import { documentOf } from './identities.js';
import type { IamContents, Identity } from './state.js';

/** A caller with the policies that are about them, as far as services have heard of them. */
export function askerOf(account: Account, caller: Caller): Asker {
  const iam = account.iam.seen();
  const identity = identityOf(iam, caller.principalArn);
  const { arn, principalArn, accountId, session } = caller;
  return {
    ...{ arn, principalArn, accountId },
    ...policiesOf(iam, identity),
    ...(session && limitsOf(iam, session)),
    context: callerContext(caller, identity)
  };
}

/** The policies of a user or role, and its boundary; none at all for one that is not there. */
export function policiesOf(
  iam: IamContents,
  identity: Identity | undefined
): Pick<Asker, 'identity' | 'boundary'> {
  if (!identity) return { identity: [] };
  const { kind, name, policies, attachedPolicies, permissionsBoundary } = identity;
  const inline = [...policies].map(([id, text]) => readPolicy(text, `${kind}_${name}_${id}`, kind));
  const attached = [...attachedPolicies].flatMap((arn) => managed(iam, arn));
  return {
    identity: [...inline, ...attached],
    ...(permissionsBoundary === undefined ? {} : { boundary: managed(iam, permissionsBoundary) })
  };
}

/** The user or role of that ARN. */
export function identityOf(iam: IamContents, arn: string): Identity | undefined {
  return [...iam.roles.values(), ...iam.users.values()].find((identity) => identity.arn === arn);
}

/** Whether IAM has a user or role of that ARN that the other services have not heard of yet. */
export function isUnseen({ iam }: Account, arn: string): boolean {
  return identityOf(iam, arn) !== undefined && identityOf(iam.seen(), arn) === undefined;
}

/** What is known of a caller, whatever they ask (IAM User Guide, "Properties of the principal"). */
export function callerContext(caller: Caller, identity: Identity | undefined): Context {
  const { principalArn, accountId, userId, session } = caller;
  if (principalArn === '') return contextOf();
  return contextOf(
    {
      'aws:PrincipalArn': principalArn,
      'aws:PrincipalAccount': accountId,
      'aws:PrincipalType': session ? 'AssumedRole' : 'User',
      'aws:userid': userId,
      'aws:username': session ? undefined : identity?.name,
      'aws:TokenIssueTime': session?.issuedAt.toISOString(),
      'aws:FederatedProvider': session?.federatedBy
    },
    tagKeys('aws:PrincipalTag', identity?.tags ?? []),
    tagKeys('aws:PrincipalTag', session?.tags ?? [])
  );
}

/** A managed policy to be evaluated; nothing for one that the sandbox does not have, which allows nothing. */
function managed(iam: IamContents, arn: string): readonly Policy[] {
  const document = documentOf(iam, arn);
  const type = arn.includes(':iam::aws:') ? 'aws-managed' : 'user-managed';
  return document === undefined ? [] : [readPolicy(document, arn.slice(arn.lastIndexOf('/') + 1), type)];
}

function limitsOf(iam: IamContents, { policies, policyArns }: Session): Pick<Asker, 'session'> {
  if (policies.length + policyArns.length === 0) return {};
  const inline = policies.map((text) => readPolicy(text, 'session', 'none'));
  return { session: [...inline, ...policyArns.flatMap((arn) => managed(iam, arn))] };
}
