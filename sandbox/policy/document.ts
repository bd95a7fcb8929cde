import * as v from 'valibot';
import { record } from '../input/records.js';
import type { Conditions } from './condition.js';

const many = v.pipe(
  v.union([v.string(), v.array(v.string())]),
  v.transform((value) => (typeof value === 'string' ? [value] : value))
);
const scalar = v.union([v.string(), v.number(), v.boolean()]);
const values = v.pipe(
  v.union([scalar, v.array(scalar)]),
  v.transform((value) => (Array.isArray(value) ? value : [value]).map(String))
);
const principals = v.union([
  v.pipe(
    v.literal('*'),
    v.transform(() => ({ AWS: ['*'] }))
  ),
  record(v.string(), many)
]);

const statement = v.object({
  Sid: v.exactOptional(v.string()),
  Effect: v.picklist(['Allow', 'Deny']),
  Principal: v.exactOptional(principals),
  NotPrincipal: v.exactOptional(principals),
  Action: v.exactOptional(many),
  NotAction: v.exactOptional(many),
  Resource: v.exactOptional(many),
  NotResource: v.exactOptional(many),
  Condition: v.exactOptional(record(v.string(), record(v.string(), values)))
});

const document = v.object({
  Version: v.exactOptional(v.string()),
  Statement: v.pipe(
    v.unknown(),
    v.transform((given) => (Array.isArray(given) ? (given as unknown[]) : [given])),
    v.array(statement)
  )
});

/** Principals by kind: `AWS`, `Service`, `Federated`, `CanonicalUser`. */
export type Principals = Readonly<Record<string, readonly string[]>>;

/** A statement with its lists made lists. */
export interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: Principals;
  readonly NotPrincipal?: Principals;
  readonly Action?: readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: readonly string[];
  readonly NotResource?: readonly string[];
  readonly Condition?: Conditions;
}

/** A policy ready to be evaluated. */
export interface Policy {
  /** As IAM's simulator names it: the name of an inline policy, the ARN's last part of a managed one. */
  readonly id: string;
  readonly type: PolicyType;
  readonly statements: readonly Statement[];
  /** Only the grammar of 2012-10-17 has policy variables. */
  readonly hasVariables: boolean;
}

/** The simulator's words for where a policy comes from. */
export type PolicyType = 'user' | 'role' | 'aws-managed' | 'user-managed' | 'resource' | 'none';

/** Reads a document that was checked when it was stored. Throws an Error for one that was not. */
export function readPolicy(text: string, id: string, type: PolicyType): Policy {
  const { Version, Statement: statements } = v.parse(document, JSON.parse(text));
  return { id, type, statements, hasVariables: Version === '2012-10-17' };
}
