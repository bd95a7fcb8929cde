import type { IamPort, Identity } from '../aws/ports.js';
import type { Context } from '../context.js';
import { parseSession } from '../principal-arn.js';
import { roleOfPermissionSet } from './permission-set.js';
import { roleOfSession } from './session.js';

/** How the inputs name the role that uses the data. */
export interface NamedRole {
  /** Of a role, or of a session of one. */
  readonly arn?: string | undefined;
  readonly permissionSet?: string | undefined;
}

/**
 * The ARN, path included, of the role that uses the data; `undefined`: none is named. Looked up on each run, since a
 * permission set that is made again has another role. Throws `PRINCIPAL_UNKNOWN`.
 */
export async function resolveRole(
  iam: Pick<IamPort, 'getRole' | 'listRoles'>,
  { arn, permissionSet }: NamedRole,
  { accountId }: Identity,
  context: Context
): Promise<string | undefined> {
  if (permissionSet !== undefined) return roleOfPermissionSet(iam, permissionSet, context);
  const session = arn === undefined ? undefined : parseSession(arn);
  return session === undefined ? arn : roleOfSession(iam, session, accountId, context);
}
