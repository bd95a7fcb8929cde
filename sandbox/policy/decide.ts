import type { Context } from './context.js';
import type { Policy, Principals } from './document.js';
import { evaluate, type Match, type Question } from './evaluate.js';

/** Who asks, with all policies that are about what they may do. */
export interface Asker {
  /** As the caller is known to services: for a role the ARN of its session. */
  readonly arn: string;
  /** The user or role itself. */
  readonly principalArn: string;
  readonly accountId: string;
  /** The policies of the user or role. */
  readonly identity: readonly Policy[];
  /** The permissions boundary, where there is one. */
  readonly boundary?: readonly Policy[];
  /** The policies that a session was limited by when it began, where it was. */
  readonly session?: readonly Policy[];
  /** What the asker brings to each question: `aws:PrincipalArn`, `aws:username`. */
  readonly context: Context;
}

/** What decided, in AWS's words. */
export type Decider =
  'identity-based policy' | 'resource-based policy' | 'permissions boundary' | 'session policy';

/** The end of it. A denial is explicit by a statement, implicit by the lack of one. */
export interface Decision {
  readonly effect: 'allowed' | 'explicitDeny' | 'implicitDeny';
  readonly by: Decider;
  readonly matched: readonly Match[];
}

/**
 * Whether somebody may do something in their own account (IAM User Guide, "How AWS enforcement code logic evaluates
 * requests"): any deny refuses; then the identity's policies or those of the resource must allow it; boundary and
 * session policies limit that, save what a resource gives to a session or, for the boundary, to a user by name.
 */
export function decide(asker: Asker, question: Question, ofResource: readonly Policy[] = []): Decision {
  const asked = { ...question, context: new Map([...asker.context, ...question.context]) };
  const byIdentity = evaluate(asker.identity, asked);
  const limits = limitsOf(asker).map(([by, policies]) => ({ by, verdict: evaluate(policies, asked) }));
  const deniedByResource = evaluate(ofResource, asked, names(everyName(asker)));
  const verdicts = [
    { by: 'identity-based policy' as const, verdict: byIdentity },
    ...limits,
    { by: 'resource-based policy' as const, verdict: deniedByResource }
  ];
  for (const { by, verdict } of verdicts) {
    if (verdict.effect === 'deny') return { effect: 'explicitDeny', by, matched: verdict.matched };
  }
  const direct = evaluate(ofResource, asked, names([asker.arn, '*']));
  if (direct.effect === 'allow') {
    return { effect: 'allowed', by: 'resource-based policy', matched: direct.matched };
  }
  const byRole = evaluate(ofResource, asked, names([asker.principalArn]));
  const matched = [...byIdentity.matched, ...byRole.matched];
  if (matched.length === 0) return { effect: 'implicitDeny', by: 'identity-based policy', matched };
  const limit = limits.find(({ verdict }) => verdict.effect === 'none');
  if (limit) return { effect: 'implicitDeny', by: limit.by, matched: [] };
  return { effect: 'allowed', by: 'identity-based policy', matched };
}

/** Whether a statement's principals are one of those ARNs; `*` among them stands for a statement about everybody. */
export function names(arns: readonly string[]): (principals: Principals) => boolean {
  return ({ AWS = [] }) => AWS.some((one) => arns.includes(one));
}

/** All that stands for somebody in a statement, their account included. */
export function everyName({ arn, principalArn, accountId }: Asker): readonly string[] {
  const root = `${principalArn.split(':').slice(0, 5).join(':')}:root`;
  return [arn, principalArn, root, accountId, '*'];
}

function limitsOf({ boundary, session }: Asker): readonly (readonly [Decider, readonly Policy[]])[] {
  return [
    ...(boundary ? [['permissions boundary', boundary] as const] : []),
    ...(session ? [['session policy', session] as const] : [])
  ];
}
