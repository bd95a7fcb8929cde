import type { PolicyDocument, Statement } from '../policy-document.js';
import { nearest } from './nearest.js';
import { OF_S3, S3_TABLES_ACTIONS } from './policy-actions.js';
import { quoted } from './problem.js';

const MEMBERS = ['Version', 'Id', 'Statement'];
const VERSIONS = ['2012-10-17', '2008-10-17'];
/** Of each pair a statement has one. */
const PAIRS = [
  ['Principal', 'NotPrincipal'],
  ['Action', 'NotAction'],
  ['Resource', 'NotResource']
] as const;
const STATEMENT_MEMBERS = ['Sid', 'Effect', ...PAIRS.flat(), 'Condition'];
const PRINCIPAL_KINDS = ['AWS', 'Service', 'Federated', 'CanonicalUser'];
const AWS_PRINCIPAL =
  /^(?:\*|\d{12}|arn:aws[-a-z]*:(?:iam::\d{12}:(?:root|(?:user|role)\/[^*?\s]+)|sts::\d{12}:(?:assumed-role|federated-user)\/[^*?\s]+))$/;

/**
 * What AWS would refuse of a policy that is declared, each a sentence without the final stop: by the grammar of policies
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html), and by what S3 Tables takes in the
 * policy of a table bucket.
 */
export function policyProblems(document: PolicyDocument): string[] {
  const { Version, Id, Statement } = document;
  const version = Version === undefined || VERSIONS.includes(Version);
  const sids = Statement.flatMap(({ Sid }) => (typeof Sid === 'string' && Sid !== '' ? [Sid] : []));
  const twice = sids.find((sid, at) => sids.indexOf(sid) !== at);
  return [
    ...strangers(document, MEMBERS, 'the policy'),
    ...(version ? [] : [`Version ${quoted(Version)} is not 2012-10-17`]),
    ...(Id === undefined || typeof Id === 'string' ? [] : ['Id is not a text']),
    ...(twice === undefined ? [] : [`the Sid ${quoted(twice)} is there twice`]),
    ...Statement.flatMap((statement, at) => statementProblems(statement, labelOf(statement, at)))
  ];
}

function labelOf({ Sid }: Statement, at: number): string {
  return typeof Sid === 'string' && Sid !== '' ? `the statement ${quoted(Sid, 40)}` : `statement ${at + 1}`;
}

function statementProblems(statement: Statement, label: string): string[] {
  const { Sid, Condition } = statement;
  const plainSid = Sid === undefined || (typeof Sid === 'string' && /^[A-Za-z0-9 ]*$/.test(Sid));
  const isEverybody = statement.Effect === 'Allow' && namesEverybody(statement.Principal);
  return [
    ...strangers(statement, STATEMENT_MEMBERS, label),
    ...(plainSid ? [] : [`the Sid of ${label} may have letters and digits alone`]),
    ...PAIRS.flatMap(([one, other]) => pairProblem(statement, [one, other], label)),
    ...principalProblems(statement.Principal ?? statement.NotPrincipal, label),
    ...actionProblems(statement.Action ?? statement.NotAction, label),
    ...listProblem(statement.Resource ?? statement.NotResource, `the Resource of ${label}`),
    ...conditionProblems(Condition, label),
    ...(statement.Effect === 'Allow' && statement.NotPrincipal !== undefined
      ? [`${label} allows all but its NotPrincipal, which AWS takes only where it denies; name principals`]
      : []),
    ...(isEverybody && isVoid(Condition)
      ? [
          `${label} allows everybody, which AWS always blocks for table buckets; name principals, or add a Condition`
        ]
      : [])
  ];
}

function strangers(object: object, known: readonly string[], label: string): string[] {
  const strange = Object.keys(object).filter((key) => !known.includes(key));
  return strange.map((key) => {
    const near = known.find((each) => each.toLowerCase() === key.toLowerCase()) ?? nearest(key, known);
    const hint = near === undefined ? `; there are ${known.join(', ')}` : `; ${near} is probably meant`;
    return `${label} has the unknown member ${quoted(key, 60)}${hint}`;
  });
}

function pairProblem(statement: Statement, [one, other]: readonly [string, string], label: string): string[] {
  const [has, hasOther] = [Object.hasOwn(statement, one), Object.hasOwn(statement, other)];
  if (has && hasOther) return [`${label} has both ${one} and ${other}`];
  return has || hasOther ? [] : [`${label} has no ${one}, which the policy of a table bucket needs`];
}

function principalProblems(value: unknown, label: string): string[] {
  if (value === undefined || value === '*') return [];
  if (!isObject(value)) {
    return [`the Principal of ${label} is neither "*" nor an object such as {"AWS": "123456789012"}`];
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return [`the Principal of ${label} is empty`];
  return [
    ...strangers(value, PRINCIPAL_KINDS, `the Principal of ${label}`),
    ...entries.flatMap(([kind, who]) => listProblem(who, `${kind} in the Principal of ${label}`)),
    ...textsOf(value.AWS)
      .filter((who) => !AWS_PRINCIPAL.test(who))
      .map((who) => `${quoted(who)} is no principal: ${principalHint(who)}`),
    ...textsOf(value.Service)
      .filter((who) => !/^[a-z0-9.-]+\.amazonaws\.(?:com(?:\.cn)?|eu)$/.test(who))
      .map((who) => `${quoted(who)} is no service: write it as glue.amazonaws.com`)
  ];
}

function principalHint(who: string): string {
  if (/[*?]/.test(who))
    return 'a wildcard is allowed alone, not in an ARN; use a Condition on aws:PrincipalArn';
  if (/:group\//.test(who)) return 'a group cannot be one';
  if (/^A(?:ID|RO)A[A-Z0-9]+$/.test(who)) return 'it is the id of a role or user that is gone';
  return 'give an account id of 12 digits, or the ARN of a role, a user or the root of an account';
}

function actionProblems(value: unknown, label: string): string[] {
  const odd = textsOf(value).flatMap((action) => {
    if (!/^(?:\*|s3tables:[A-Za-z*?]+)$/i.test(action)) {
      const meant = OF_S3[action.toLowerCase()];
      const hint =
        meant === undefined ? 'those of S3 Tables begin with s3tables:' : `${meant} is probably meant`;
      return [`${label} has the action ${quoted(action)}, which is none of S3 Tables; ${hint}`];
    }
    const name = action.slice(action.indexOf(':') + 1);
    const isKnown = S3_TABLES_ACTIONS.some((each) => each.toLowerCase() === name.toLowerCase());
    const near = isKnown || /[*?]/.test(name) ? undefined : nearest(name, S3_TABLES_ACTIONS);
    return near === undefined
      ? []
      : [`${label} has the action ${quoted(action)}; s3tables:${near} is probably meant`];
  });
  return [...listProblem(value, `the Action of ${label}`), ...odd];
}

/** A text, or a list of texts that is not empty. */
function listProblem(value: unknown, what: string): string[] {
  if (value === undefined) return [];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  const isFine = list.length > 0 && list.every((each) => typeof each === 'string' && each !== '');
  return isFine ? [] : [`${what} is neither a text nor a list of texts`];
}

function textsOf(value: unknown): string[] {
  return [value].flat().filter((each) => typeof each === 'string');
}

function namesEverybody(principal: unknown): boolean {
  return principal === '*' || (isObject(principal) && textsOf(principal.AWS).includes('*'));
}

function isVoid(condition: unknown): boolean {
  return condition === undefined || (isObject(condition) && Object.keys(condition).length === 0);
}

/** The operators there are, by what may be put around them (IAM User Guide, "Condition operators"). */
const OPERATORS = [
  ...['StringEquals', 'StringNotEquals', 'StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'StringLike'],
  ...['StringNotLike', 'NumericEquals', 'NumericNotEquals', 'NumericLessThan', 'NumericLessThanEquals'],
  ...['NumericGreaterThan', 'NumericGreaterThanEquals', 'DateEquals', 'DateNotEquals', 'DateLessThan'],
  ...['DateLessThanEquals', 'DateGreaterThan', 'DateGreaterThanEquals', 'Bool', 'BinaryEquals', 'IpAddress'],
  ...['NotIpAddress', 'ArnEquals', 'ArnLike', 'ArnNotEquals', 'ArnNotLike', 'Null']
];

function conditionProblems(condition: unknown, label: string): string[] {
  if (condition === undefined) return [];
  if (!isObject(condition) || !Object.values(condition).every(isObject)) {
    return [`the Condition of ${label} is not an object of objects`];
  }
  const values = Object.values(condition).flatMap((keys) => Object.values(keys as object) as unknown[]);
  const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);
  return [
    ...Object.keys(condition).flatMap((operator) => operatorProblem(operator, label)),
    ...(values.flat().every(isPlain)
      ? []
      : [`the Condition of ${label} has a value that is no text, number or boolean`])
  ];
}

function operatorProblem(operator: string, label: string): string[] {
  const bare = operator.replace(/^For(?:All|Any)Values?:/i, '').replace(/IfExists$/i, '');
  if (OPERATORS.some((each) => each.toLowerCase() === bare.toLowerCase())) return [];
  const near = nearest(bare, OPERATORS);
  const hint = near === undefined ? 'such as StringEquals or ArnLike' : `${near} is probably meant`;
  return [`the Condition of ${label} has the unknown operator ${quoted(operator, 60)}; ${hint}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
