import type { Region } from '../account.js';
import { AwsRefusal, type Caller } from '../service.js';
import { permissionsOn, seesAll, sees } from './authority.js';
import { checkExists } from './existence.js';
import type { Permission } from './model.js';
import { insufficient } from './refusals.js';
import type { Securable } from './securable.js';

/** Who asks, and where. */
export interface Asking {
  readonly region: Region;
  readonly caller: Caller;
}

/**
 * Lets pass who holds any of the permissions. What is not there passes too for those who may know that: the operation
 * itself says so.
 * Throws AccessDeniedException that names the first one, whether the thing is hidden or missing.
 */
export function requireAny(
  asking: Asking,
  permissions: readonly [Permission, ...Permission[]],
  on: Securable
): void {
  const { region, caller } = asking;
  const held = permissionsOn(region, caller.principalArn, on);
  if (permissions.some((permission) => held.has(permission)) || mayMiss(asking, on)) return;
  throw insufficient(permissions[0], on);
}

/** Lets pass who may know that a thing is there, or that it is not. Throws AccessDeniedException. */
export function requireSight(asking: Asking, on: Securable): void {
  if (mayMiss(asking, on)) return;
  const { region, caller } = asking;
  if (!exists(asking, on) || !sees(region, caller.principalArn, on)) throw insufficient('DESCRIBE', on);
}

/** Whether a thing is missing, and the caller may know: it sees all, or may do something with what it would be in. */
function mayMiss(asking: Asking, on: Securable): boolean {
  const { region, caller } = asking;
  const isTold =
    seesAll(region, caller.principalArn) ||
    outsideOf(on).some((outside) => permissionsOn(region, caller.principalArn, outside).size > 0);
  return isTold && !exists(asking, on);
}

function outsideOf(on: Securable): readonly Securable[] {
  switch (on.kind) {
    case 'location':
    case 'catalog':
      return [{ kind: 'catalog', catalog: '' }];
    case 'database':
      return [{ kind: 'catalog', catalog: on.catalog }];
    case 'table':
    case 'columns':
      return [
        { kind: 'database', catalog: on.catalog, name: on.database },
        { kind: 'table', catalog: on.catalog, database: on.database }
      ];
  }
}

function exists({ region, caller }: Asking, on: Securable): boolean {
  try {
    checkExists(region, caller, on);
    return true;
  } catch (error) {
    if (error instanceof AwsRefusal) return false;
    throw error;
  }
}
