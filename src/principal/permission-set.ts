import type { IamPort, IamRole } from '../aws/ports.js';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { permissionSetOf, RESERVED_PATH } from '../principal-arn.js';

/**
 * The ARN of the role that Identity Center made for a permission set, path included. Throws `PRINCIPAL_UNKNOWN`,
 * with all permission sets there are, when none has that name, and with the roles when several do.
 */
export async function roleOfPermissionSet(
  iam: Pick<IamPort, 'listRoles'>,
  name: string,
  context: Context
): Promise<string> {
  const roles = await iam.listRoles(RESERVED_PATH, context);
  const [match, ...others] = roles.filter((role) => permissionSetOf(role.name) === name);
  if (match === undefined) throw unknown(name, roles);
  if (others.length > 0) throw ambiguous(name, [match, ...others]);
  context.reporter.info(`Permission set ${name}: role ${match.arn}`);
  return match.arn;
}

function unknown(name: string, roles: readonly IamRole[]): ActionError {
  const sets = [...new Set(roles.flatMap((role) => permissionSetOf(role.name) ?? []))].sort();
  const there =
    sets.length === 0
      ? 'There are no roles of permission sets in this account at all.'
      : `There are roles of: ${sets.join(', ')}.`;
  return new ActionError('PRINCIPAL_UNKNOWN', {
    doing: `find the role of the permission set ${name}`,
    found: `No role in this account was made for a permission set of that name. ${there}`,
    todo: 'Correct identity-center-permission-set, or assign the permission set to this account in Identity Center: the role is made then.'
  });
}

function ambiguous(name: string, roles: readonly IamRole[]): ActionError {
  return new ActionError('PRINCIPAL_UNKNOWN', {
    doing: `find the role of the permission set ${name}`,
    found: `Several roles are called so: ${roles.map(({ arn }) => arn).join(', ')}.`,
    todo: 'Give the one that is meant by identity-center-role-arn instead of identity-center-permission-set.'
  });
}
