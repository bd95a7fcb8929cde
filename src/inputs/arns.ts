import * as v from 'valibot';
import { isSession } from '../principal-arn.js';

const ROLE_ARN = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
const ADMIN_ARN = /^arn:aws[a-z-]*:iam::\d{12}:(root|(role|user)\/[\w+=,.@/-]+)$/;

export const ROLE_EXAMPLE =
  'arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_DataRole_0123456789abcdef';

/** The ARN of an IAM role, or of a session of one, whose role is looked up later. */
export const roleOrSession = v.pipe(
  v.string(),
  v.trim(),
  v.check((arn) => isRole(arn) || isSession(arn), roleProblem)
);

/** The ARN of an IAM role. */
export const role = v.pipe(v.string(), v.trim(), v.check(isRole, roleProblem));

/** Whether it can be a Lake Formation administrator. */
export function isAdmin(arn: string): boolean {
  return ADMIN_ARN.test(arn);
}

/** What is wrong with an ARN that cannot. */
export function adminProblem(arn: string): string {
  return `${JSON.stringify(arn)}: ${arnProblem(arn, 'an IAM role or user')}`;
}

function isRole(arn: string): boolean {
  return ROLE_ARN.test(arn);
}

function roleProblem(issue: v.CheckIssue<string>): string {
  return arnProblem(issue.input, 'an IAM role');
}

function arnProblem(arn: string, what: string): string {
  if (/:assumed-role\//.test(arn)) {
    return `it is the ARN of a session; give that of ${what}, which begins arn:aws:iam:: and has the role's whole path`;
  }
  if (/:identitystore:/.test(arn)) {
    return `Lake Formation does not take users and groups of Identity Center here; give the ARN of ${what}`;
  }
  return `it is not the ARN of ${what}, with account id and path`;
}
