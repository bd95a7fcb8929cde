import { conditionsHold } from './condition.js';
import type { Context } from './context.js';
import type { Policy, Principals, Statement } from './document.js';
import { fits } from './pattern.js';

/** One question to policies: may this be done to that. */
export interface Question {
  /** `s3tables:CreateTable` */
  readonly action: string;
  /** An ARN, or `*` for an action that is on nothing in particular. */
  readonly resource: string;
  readonly context: Context;
}

/** What policies say, and the statements that say it. */
export interface Verdict {
  readonly effect: 'allow' | 'deny' | 'none';
  readonly matched: readonly Match[];
}

/** A statement that applies. */
export interface Match {
  readonly policy: Policy;
  readonly statement: Statement;
}

/**
 * What policies together say: a deny wins over an allow, and neither is `none` (IAM User Guide, "Policy evaluation
 * logic").
 * @param isNamed whether a statement's principals include who asks; absent for policies without principals
 */
export function evaluate(
  policies: readonly Policy[],
  question: Question,
  isNamed?: (principals: Principals) => boolean
): Verdict {
  const matched = policies.flatMap((policy) =>
    policy.statements
      .filter((statement) => applies(policy, statement, question) && concerns(statement, isNamed))
      .map((statement) => ({ policy, statement }))
  );
  const denied = matched.filter(({ statement }) => statement.Effect === 'Deny');
  if (denied.length > 0) return { effect: 'deny', matched: denied };
  return { effect: matched.length > 0 ? 'allow' : 'none', matched };
}

function applies(policy: Policy, statement: Statement, question: Question): boolean {
  const { action, resource, context } = question;
  const variables = policy.hasVariables ? context : undefined;
  const isAction = (pattern: string): boolean => fits(pattern, action, undefined, 'i');
  const isResource = (pattern: string): boolean => fits(pattern, resource, variables);
  return (
    within(statement.Action, statement.NotAction, isAction) &&
    within(statement.Resource, statement.NotResource, isResource) &&
    conditionsHold(statement.Condition ?? {}, context, variables)
  );
}

function concerns(statement: Statement, isNamed?: (principals: Principals) => boolean): boolean {
  const { Principal, NotPrincipal } = statement;
  if (!isNamed) return true;
  return NotPrincipal ? !isNamed(NotPrincipal) : Principal !== undefined && isNamed(Principal);
}

/** A trust policy has no resource: it is on the role that it belongs to. */
function within(
  among: readonly string[] | undefined,
  notAmong: readonly string[] | undefined,
  matches: (pattern: string) => boolean
): boolean {
  if (notAmong) return !notAmong.some(matches);
  return among === undefined || among.some(matches);
}
