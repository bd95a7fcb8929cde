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
const condition = record(v.string(), record(v.string(), v.union([scalar, v.array(scalar)])));

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
  const foreign = list(one.Resource ?? one.NotResource).find((r) => r !== arn && !r.startsWith(`${arn}/`));
  if (foreign !== undefined) throw malformed(`the resource ${foreign} is not within ${arn}`);
  if (one.Effect === 'Allow' && one.Condition === undefined && isEverybody(one.Principal)) {
    throw forbidden('The policy grants public access, and public policies are blocked.');
  }
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
