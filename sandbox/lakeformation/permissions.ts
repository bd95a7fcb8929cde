import type { DefaultPermission } from '../glue/model.js';
import { permissionNames, type Permission } from './model.js';
import { invalidInput } from './refusals.js';
import type { Securable } from './securable.js';

const ofKind: Readonly<Record<Securable['kind'], readonly Permission[]>> = {
  catalog: ['ALL', 'ALTER', 'CREATE_CATALOG', 'CREATE_DATABASE', 'DESCRIBE', 'DROP', 'SUPER_USER'],
  database: ['ALL', 'ALTER', 'CREATE_TABLE', 'DESCRIBE', 'DROP'],
  table: ['ALL', 'ALTER', 'DELETE', 'DESCRIBE', 'DROP', 'INSERT', 'SELECT'],
  columns: ['SELECT'],
  location: ['DATA_LOCATION_ACCESS']
};

/** The group of all who have access through IAM. */
export const iamAllowedPrincipals = 'IAM_ALLOWED_PRINCIPALS';

/** What can be granted on a kind of thing. */
export function permissionsOf(kind: Securable['kind']): readonly Permission[] {
  return ofKind[kind];
}

/** Whether defaults leave what is new to IAM's policies alone. */
export function leavesToIam(defaults: readonly DefaultPermission[]): boolean {
  return defaults.some(({ Principal }) => Principal?.DataLakePrincipalIdentifier === iamAllowedPrincipals);
}

/**
 * Reads a list of permissions for a kind of thing. ALL brings every other one with it, and is then listed beside
 * them; for {@link iamAllowedPrincipals} it stands alone.
 * Throws InvalidInputException for unknown permissions and for those that this kind does not have
 * (Lake Formation Developer Guide, "Lake Formation permissions reference").
 */
export function readPermissions(
  names: readonly string[],
  kind: Securable['kind'],
  principal: string
): readonly Permission[] {
  const unknown = names.filter((name) => !isPermission(name));
  if (unknown.length > 0) {
    const list = `[${unknown.join(', ')}]`;
    throw invalidInput(
      `Please grant only valid Lake Formation permissions. ${list} are not all valid Lake Formation permissions.`
    );
  }
  const wanted = names.filter(isPermission);
  if (!wanted.every((permission) => ofKind[kind].includes(permission))) {
    throw invalidInput('Permissions modification is invalid.');
  }
  if (principal === iamAllowedPrincipals || !wanted.includes('ALL')) return wanted;
  return ofKind[kind].filter((permission) => permission !== 'SUPER_USER' || wanted.includes('SUPER_USER'));
}

function isPermission(name: string): name is Permission {
  return (permissionNames as readonly string[]).includes(name);
}
