import * as v from 'valibot';
import { record } from '../input/records.js';
import { describe } from '../iceberg/invalid.js';
import { badRequest, forbidden } from './refusals.js';

const MAX_LENGTH = 20_480;
const ARN_PRINCIPAL =
  /^arn:aws[-a-z]*:(iam::\d{12}:(root|(user|role)\/.+)|sts::\d{12}:(assumed-role|federated-user)\/.+)$/;

const oneOrMore = (entry: v.GenericSchema<string>): v.GenericSchema<string | string[]> =>
  v.union(
    [entry, v.pipe(v.array(entry), v.minLength(1))],
    'Expected a string or a list of strings of the right form'
  );

const account = v.pipe(
  v.string(),
  v.check((text) => text === '*' || /^\d{12}$/.test(text) || ARN_PRINCIPAL.test(text), 'Invalid principal')
);
const service = v.pipe(v.string(), v.regex(/^[a-z0-9.-]+\.amazonaws\.(com(\.cn)?|eu)$/, 'Invalid principal'));
const principal = v.union(
  [
    v.literal('*'),
    v.pipe(
      v.strictObject({
        AWS: v.exactOptional(oneOrMore(account)),
        Service: v.exactOptional(oneOrMore(service)),
        Federated: v.exactOptional(oneOrMore(v.string())),
        CanonicalUser: v.exactOptional(oneOrMore(v.string()))
      }),
      v.check((members) => Object.keys(members).length > 0, 'Invalid principal')
    )
  ],
  'Invalid principal in policy'
);
const actions = oneOrMore(v.pipe(v.string(), v.regex(/^(\*|s3tables:[A-Za-z*?]+)$/i, 'Invalid action')));
const scalar = v.union([v.string(), v.boolean(), v.number()]);
const operator = v.pipe(
  v.string(),
  v.regex(
    /^(?:For(?:All|Any)Values?:)?(?:String(?:Not)?(?:Equals(?:IgnoreCase)?|Like)|(?:Numeric|Date)(?:(?:Not)?Equals|(?:Less|Greater)Than(?:Equals)?)|Bool|BinaryEquals|(?:Not)?IpAddress|Arn(?:Not)?(?:Equals|Like)|Null)(?:IfExists)?$/i,
    'Invalid condition operator'
  )
);
const condition = record(operator, record(v.string(), v.union([scalar, v.array(scalar)])));

const statementMembers = v.strictObject({
  Sid: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9 ]*$/, 'Invalid statement id'))),
  Effect: v.picklist(['Allow', 'Deny']),
  Principal: v.exactOptional(principal),
  NotPrincipal: v.exactOptional(principal),
  Action: v.exactOptional(actions),
  NotAction: v.exactOptional(actions),
  Resource: v.exactOptional(oneOrMore(v.string())),
  NotResource: v.exactOptional(oneOrMore(v.string())),
  Condition: v.exactOptional(condition)
});
type Statement = v.InferOutput<typeof statementMembers>;

const exactlyOne = (one: keyof Statement, other: keyof Statement): v.CheckAction<Statement, string> =>
  v.check((statement) => one in statement !== other in statement, `Expected either ${one} or ${other}`);

const statement = v.pipe(
  statementMembers,
  exactlyOne('Principal', 'NotPrincipal'),
  exactlyOne('Action', 'NotAction'),
  exactlyOne('Resource', 'NotResource')
);

const policy = v.strictObject({
  Version: v.exactOptional(v.picklist(['2012-10-17', '2008-10-17'])),
  Id: v.exactOptional(v.string()),
  Statement: v.pipe(
    v.unknown(),
    v.transform((given) => (Array.isArray(given) ? (given as unknown[]) : [given])),
    v.array(statement),
    v.minLength(1, 'Expected at least one statement')
  )
});

/**
 * Checks a resource policy and returns it as AWS gives it back: account ids in `Principal.AWS` turned into the ARN of
 * the account's root, lists of one into strings.
 * @param arn the bucket or table that the policy is for; its statements may name this and what lies below it
 * Throws BadRequestException for a malformed policy, ForbiddenException for one that lets everybody in (AWS refuses
 * public policies here; which error it gives is not documented).
 */
export function storePolicy(text: string, arn: string): string {
  if (text.length < 1 || text.length > MAX_LENGTH)
    throw malformed(`it must have 1 to ${MAX_LENGTH} characters`);
  const result = v.safeParse(policy, parse(text));
  if (!result.success) throw malformed(describe(result.issues));
  const { Statement: statements, ...rest } = result.output;
  for (const one of statements) checkStatement(one, arn);
  const partition = arn.split(':')[1] ?? 'aws';
  return JSON.stringify({ ...rest, Statement: statements.map((one) => normalise(one, partition)) });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw malformed('it is not JSON');
  }
}

function checkStatement(one: Statement, arn: string): void {
  const foreign = list(one.Resource ?? one.NotResource).find((resource) => !isOf(resource, arn));
  if (foreign !== undefined) throw malformed(`the resource ${foreign} is not within ${arn}`);
  checkPrincipals(one.Principal ?? one.NotPrincipal, arn.split(':')[1]);
  if (one.Effect === 'Deny') return;
  if (one.NotPrincipal !== undefined) throw malformed('NotPrincipal is for statements that deny');
  if (Object.keys(one.Condition ?? {}).length === 0 && isEverybody(one.Principal)) {
    throw forbidden('The policy grants public access, and public policies are blocked.');
  }
}

/** Nobody of another partition can be found. */
function checkPrincipals(who: Statement['Principal'], partition: string | undefined): void {
  const arns = who === '*' ? [] : list(who?.AWS).filter((each) => each.startsWith('arn:'));
  const stranger = arns.find((each) => each.split(':')[1] !== partition);
  if (stranger !== undefined) throw malformed(`Invalid principal in policy: ${stranger}`);
}

/**
 * Whether a resource is the one that the policy is for, something below it, or a pattern that can stand for one of them:
 * AWS's own example of a table bucket policy has the resource `bucket/*`
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-resource-based-policies.html). A pattern for
 * partition, region or account, such as `*` alone, is refused as S3 refuses it; AWS does not say so of S3 Tables.
 */
function isOf(resource: string, arn: string): boolean {
  const [head, name] = halves(arn);
  const [ownHead, pattern] = halves(resource);
  if (ownHead !== head) return false;
  return isPrefix(pattern, name);
}

/** The part up to the account, and what comes after it. */
function halves(arn: string): readonly [head: string, name: string] {
  const parts = arn.split(':');
  return [parts.slice(0, 5).join(':'), parts.slice(5).join(':')];
}

/** Whether a pattern can stand for a name, or for the name with a slash and anything after it. */
function isPrefix(pattern: string, name: string): boolean {
  for (const [at, wanted] of [...pattern].entries()) {
    if (wanted === '*' || (at === name.length && ['/', '?'].includes(wanted))) return true;
    if (at >= name.length || (wanted !== '?' && wanted !== name[at])) return false;
  }
  return pattern.length === name.length;
}

function isEverybody(who: Statement['Principal']): boolean {
  return who === '*' || (who !== undefined && list(who.AWS).includes('*'));
}

function normalise(one: Statement, partition: string): Record<string, unknown> {
  const entries = Object.entries(one).map(([member, value]): [string, unknown] => {
    if (member === 'Condition' || value === undefined) return [member, value];
    if (typeof value === 'string' || Array.isArray(value)) return [member, short(list(value))];
    return [member, principals(value as Record<string, string | string[]>, partition)];
  });
  return Object.fromEntries(entries);
}

function principals(who: Record<string, string | string[]>, partition: string): Record<string, unknown> {
  const root = (id: string): string => (/^\d{12}$/.test(id) ? `arn:${partition}:iam::${id}:root` : id);
  return Object.fromEntries(Object.entries(who).map(([kind, names]) => [kind, short(list(names).map(root))]));
}

function list(value: string | string[] | undefined): string[] {
  if (value === undefined) return [];
  return typeof value === 'string' ? [value] : value;
}

function short(values: string[]): string | string[] {
  return values.length === 1 ? (values[0] as string) : values;
}

function malformed(why: string): Error {
  return badRequest(`The specified policy is not valid: ${why}.`);
}
