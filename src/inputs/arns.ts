import * as v from 'valibot';
import { isSession } from '../principal-arn.js';
import { foreignText, unquoted } from './notation.js';
import { quoted } from './problem.js';

/** The name comes last, after a path that may have several parts. */
const NAMED = '(?:[\\w+=,.@-]+/)*[\\w+=,.@-]{1,64}';
const ROLE_ARN = new RegExp(`^arn:aws[a-z-]*:iam::\\d{12}:role/${NAMED}$`);
const ADMIN_ARN = new RegExp(`^arn:aws[a-z-]*:iam::\\d{12}:(root|(role|user)/${NAMED})$`);

export const ROLE_EXAMPLE =
  'arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_DataRole_0123456789abcdef';

/** An ARN without what it is pasted with: quotes, angle brackets, the comma of a list. */
const arn = v.pipe(
  v.string(),
  v.trim(),
  v.transform((text) => {
    const bare = unquoted(text.replace(/[,;]$/, ''));
    return /^<.*>$/.test(bare) ? bare.slice(1, -1) : bare;
  }),
  v.trim()
);

/** The ARN of an IAM role, or of a session of one, whose role is looked up later. */
export const roleOrSession = v.pipe(
  arn,
  v.check((text) => isRole(text) || isSession(text), roleProblem)
);

/** The ARN of an IAM role. */
export const role = v.pipe(arn, v.check(isRole, roleProblem));

/** Whether it can be a Lake Formation administrator. */
export function isAdmin(text: string): boolean {
  return ADMIN_ARN.test(text);
}

/** What is wrong with an ARN that cannot. */
export function adminProblem(text: string): string {
  return `${quoted(text)}: ${arnProblem(text, 'an IAM role or user')}`;
}

function isRole(text: string): boolean {
  return ROLE_ARN.test(text);
}

function roleProblem(issue: v.CheckIssue<string>): string {
  return arnProblem(issue.input, 'an IAM role');
}

/** What a text is instead of the ARN that is needed; the first that fits is told. */
const INSTEAD: readonly (readonly [RegExp, (what: string) => string])[] = [
  [
    /:assumed-role\//,
    (what) =>
      `it is the ARN of a session; give that of ${what}, which begins arn:aws:iam:: and has the role's whole path`
  ],
  [
    /:identitystore:/,
    (what) => `Lake Formation does not take users and groups of Identity Center here; give the ARN of ${what}`
  ],
  [
    /:permissionSet\//,
    () =>
      'it is the ARN of a permission set; give that of the role that Identity Center made for it, or its name in identity-center-permission-set'
  ]
];

/** What may be wrong with an ARN that is nearly one. */
const FLAWS: readonly (readonly [RegExp, string])[] = [
  [/^https?:/i, 'it is an address'],
  [/[\u2018-\u201f]/, 'it has typographic quotes around it; leave them out'],
  [/^[-*•]\s/, 'it begins like an entry of a list, and only one can be named'],
  [/^\[/, 'it is a list, and only one can be named'],
  [/\s(?:#|\/\/)/, 'a comment follows it; leave that out'],
  [/\$\{/, 'it has an expression in it, which nothing works out here'],
  [/\s/, 'it has a blank or a line break in it'],
  [/[*?]/, 'it has a wildcard, and only one can be named'],
  [/\/$/, 'it ends in a slash, and the name comes last'],
  [/\/\//, 'it has two slashes in a row'],
  [/^arn:aws[a-z-]*:iam::\d{12}:(?:Role|ROLE|User|USER)\//, 'role or user is written in lower case'],
  [/^(?!arn)[Aa][Rr][Nn]:/, 'it has to be in lower case up to the account id'],
  [/^arn:[^:]*:iam:[^:]+:/, "the ARNs of IAM have no region: two colons follow 'iam'"],
  [/^arn:[^:]*:iam::\d{4}-\d{4}-\d{4}:/, 'its account id has dashes'],
  [/^arn:[^:]*:iam::(?!\d{12}:)/, 'its account id has not 12 digits'],
  [/^arn:[^:]*:iam::\d{12}:(?:role|user)$/, 'the name is missing'],
  [/\/[\w+=,.@-]{65,}$/, 'its name has more than 64 characters'],
  [/^arn:[^:]*:iam::\d{12}:(?:role|user)\//, 'only letters, digits and + = , . @ _ - are allowed in its name']
];

function arnProblem(text: string, what: string): string {
  const foreign = foreignText(text);
  if (foreign !== undefined) return foreign;
  const instead = INSTEAD.find(([pattern]) => pattern.test(text))?.[1];
  if (instead) return instead(what);
  const base = `it is not the ARN of ${what}, with account id and path`;
  const kind = /^arn:[^:]*:iam::\d{12}:([a-z-]+)/.exec(text)?.[1];
  if (kind !== undefined && !what.includes(kind)) return `${base}: it names ${KINDS[kind] ?? `a ${kind}`}`;
  if (/^[\w+=,.@-]{1,64}$/.test(text)) return `${base}: arn:aws:iam::<account id>:role/<path, if any>${text}`;
  const flaw = FLAWS.find(([pattern]) => pattern.test(text))?.[1];
  return flaw === undefined ? base : `${base}: ${flaw}`;
}

const KINDS: Readonly<Record<string, string>> = {
  root: 'the account itself',
  'instance-profile': 'an instance profile, which has a role',
  'oidc-provider': 'an identity provider',
  'saml-provider': 'an identity provider'
};
