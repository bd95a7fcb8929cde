import type { IamPort } from '../aws/ports.js';
import type { Context } from '../context.js';
import { ActionError, asActionError } from '../errors.js';
import { permissionSetOf, type SessionArn } from '../principal-arn.js';

/**
 * The ARN of the role that a session is of, path included, which the session's own ARN leaves out. Throws
 * `PRINCIPAL_UNKNOWN` with the form that is needed when the role is not there or may not be looked at.
 */
export async function roleOfSession(
  iam: Pick<IamPort, 'getRole'>,
  session: SessionArn,
  accountId: string,
  context: Context
): Promise<string> {
  if (session.accountId !== accountId) {
    throw refusal(session, `It is a role of account ${session.accountId}, and this run is in ${accountId}.`);
  }
  const role = await iam.getRole(session.roleName, context).catch((thrown: unknown) => {
    const error = asActionError(thrown);
    if (error.code !== 'PERMISSION_DENIED') throw error;
    throw refusal(session, `The role's path could not be looked up: ${error.message}`, error);
  });
  if (role === undefined) throw refusal(session, `There is no role ${session.roleName} in this account.`);
  context.reporter.info(`identity-center-role-arn is the ARN of a session; its role is ${role.arn}`);
  return role.arn;
}

function refusal(session: SessionArn, found: string, cause?: ActionError): ActionError {
  return new ActionError('PRINCIPAL_UNKNOWN', {
    doing: `find the role of the session that identity-center-role-arn names`,
    found,
    todo: `Set identity-center-role-arn to the role's ARN with its path: ${formOf(session)}`,
    cause
  });
}

function formOf({ partition, accountId, roleName }: SessionArn): string {
  const start = `arn:${partition}:iam::${accountId}:role`;
  if (permissionSetOf(roleName) === undefined) return `${start}/<path, if it has one>/${roleName}`;
  const reserved = `${start}/aws-reserved/sso.amazonaws.com`;
  return `${reserved}/${roleName}, or ${reserved}/<region of Identity Center>/${roleName} where that is not us-east-1.`;
}
