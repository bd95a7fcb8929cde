import { AwsRefusal } from '../service.js';
import type { Permission } from './model.js';
import type { Securable } from './securable.js';

/** Lake Formation's error for nearly everything that is wrong with a request. */
export function invalidInput(message: string): AwsRefusal {
  return new AwsRefusal(400, 'InvalidInputException', message);
}

/** Lake Formation's error for what is not there. */
export function entityNotFound(message: string): AwsRefusal {
  return new AwsRefusal(400, 'EntityNotFoundException', message);
}

/**
 * The error for a permission that the caller does not have: `… Required Create Database on Catalog`. It does not say
 * whether the thing is there.
 */
export function insufficient(permission: Permission, on: Securable): AwsRefusal {
  const words = permission.split('_').map((word) => word.charAt(0) + word.slice(1).toLowerCase());
  const message = `Insufficient Lake Formation permission(s): Required ${words.join(' ')} on ${nameOf(on)}`;
  return new AwsRefusal(400, 'AccessDeniedException', message);
}

/** The error for passing on, or looking at, permissions that are not the caller's to give. */
export function notAuthorized(): AwsRefusal {
  const message = 'Resource does not exist or requester is not authorized to access requested permissions.';
  return new AwsRefusal(400, 'AccessDeniedException', message);
}

function nameOf(on: Securable): string {
  if (on.kind === 'catalog') return 'Catalog';
  return on.kind === 'location' ? on.arn : (on.name ?? 'all tables');
}
