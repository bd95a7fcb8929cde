import { AwsRefusal } from '../service.js';

/**
 * BadRequestException, 400: the request breaks a rule of the service.
 * @param reason as for {@link AwsRefusal}
 */
export function badRequest(message: string, reason?: string): AwsRefusal {
  return new AwsRefusal(400, 'BadRequestException', message, reason);
}

/** ForbiddenException, 403. */
export function forbidden(message: string): AwsRefusal {
  return new AwsRefusal(403, 'ForbiddenException', message);
}

/** ConflictException, 409: it is there already, it is not empty, or the version token is stale. */
export function conflict(message: string): AwsRefusal {
  return new AwsRefusal(409, 'ConflictException', message);
}

/** NotFoundException, 404, with AWS's sentence for what is missing. */
export function notFound(what: 'bucket' | 'namespace' | 'table' | 'policy'): AwsRefusal {
  return new AwsRefusal(404, 'NotFoundException', `The specified ${what} does not exist.`);
}
