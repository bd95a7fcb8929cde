import * as v from 'valibot';
import { looseObject, record } from '../input/records.js';
import { readOperator } from '../policy/operators.js';
import { AwsRefusal } from '../service.js';

const oneOrMore = v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))]);
const principal = v.union([v.literal('*'), record(v.picklist(principalKinds()), oneOrMore)]);

const operator = v.pipe(
  v.string(),
  v.check((name) => readOperator(name) !== undefined)
);

const statementBase = {
  Sid: v.exactOptional(v.string()),
  Effect: v.picklist(['Allow', 'Deny']),
  Condition: v.exactOptional(record(operator, record(v.string(), v.unknown())))
};

const trustStatement = v.strictObject({
  ...statementBase,
  Principal: v.exactOptional(principal),
  NotPrincipal: v.exactOptional(principal),
  Action: v.exactOptional(oneOrMore),
  NotAction: v.exactOptional(oneOrMore)
});

const permissionStatement = v.strictObject({
  ...statementBase,
  Action: v.exactOptional(oneOrMore),
  NotAction: v.exactOptional(oneOrMore),
  Resource: v.exactOptional(oneOrMore),
  NotResource: v.exactOptional(oneOrMore)
});

type Statement = v.InferOutput<typeof trustStatement> & v.InferOutput<typeof permissionStatement>;

/**
 * Checks a role's trust policy. Principals are believed, whether or not they exist.
 * Throws MalformedPolicyDocument; the grammar is that of the IAM User Guide, "Grammar of the IAM JSON policy language".
 */
export function checkTrustPolicy(document: string): void {
  for (const statement of statementsOf(document)) {
    refuseMember(statement, ['Resource', 'NotResource'], 'Has prohibited field Resource');
    const { Principal, NotPrincipal, Action, NotAction } = readStatement(trustStatement, statement);
    if (!exactlyOne(Principal, NotPrincipal)) throw malformed('Missing required field Principal');
    if (!exactlyOne(Action, NotAction)) throw malformed('Missing required field Action');
    if (!listOf(Action ?? NotAction).every((action) => /^sts:/i.test(action))) {
      throw malformed('AssumeRole policy may only specify STS AssumeRole actions.');
    }
  }
}

/** Checks a policy that says what a role may do. Throws MalformedPolicyDocument. */
export function checkPermissionPolicy(document: string): void {
  for (const statement of statementsOf(document)) {
    refuseMember(statement, ['Principal', 'NotPrincipal'], 'Policy document should not specify a principal.');
    const { Action, NotAction, Resource, NotResource } = readStatement(permissionStatement, statement);
    if (!exactlyOne(Action, NotAction)) throw malformed('Policy statement must contain actions.');
    if (!exactlyOne(Resource, NotResource)) throw malformed('Policy statement must contain resources.');
    if (!listOf(Action ?? NotAction).every((action) => /^(\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$/i.test(action))) {
      throw malformed('Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.');
    }
    if (!listOf(Resource ?? NotResource).every((resource) => /^(\*|arn:.+)$/.test(resource))) {
      throw malformed('Resource must be in ARN format or "*".');
    }
  }
}

function principalKinds(): ['AWS', 'Service', 'Federated', 'CanonicalUser'] {
  return ['AWS', 'Service', 'Federated', 'CanonicalUser'];
}

function malformed(message: string): AwsRefusal {
  return new AwsRefusal(400, 'MalformedPolicyDocument', message);
}

function statementsOf(document: string): readonly unknown[] {
  const policy = v.safeParse(
    v.strictObject({
      Version: v.exactOptional(v.picklist(['2012-10-17', '2008-10-17'])),
      Id: v.exactOptional(v.string()),
      Statement: v.union([v.pipe(v.array(looseObject({})), v.minLength(1)), looseObject({})])
    }),
    parsed(document)
  );
  if (!policy.success) throw malformed('Syntax errors in policy.');
  const { Statement: statements } = policy.output;
  return Array.isArray(statements) ? statements : [statements];
}

function parsed(document: string): unknown {
  try {
    return JSON.parse(document);
  } catch {
    throw malformed('This policy contains invalid Json');
  }
}

function readStatement(
  schema: typeof trustStatement | typeof permissionStatement,
  statement: unknown
): Partial<Statement> {
  const result = v.safeParse(schema, statement);
  if (!result.success) throw malformed('Syntax errors in policy.');
  return result.output;
}

function refuseMember(statement: unknown, members: readonly string[], message: string): void {
  const names = Object.keys(statement as object);
  if (members.some((member) => names.includes(member))) throw malformed(message);
}

function exactlyOne(a: unknown, b: unknown): boolean {
  return (a === undefined) !== (b === undefined);
}

function listOf(value: string | string[] | undefined): readonly string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}
