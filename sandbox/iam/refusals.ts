import { AwsRefusal } from '../service.js';

/** NoSuchEntity, 404: IAM does not have it. */
export function noSuchEntity(message: string): AwsRefusal {
  return new AwsRefusal(404, 'NoSuchEntity', message);
}

/** EntityAlreadyExists, 409. */
export function alreadyExists(message: string): AwsRefusal {
  return new AwsRefusal(409, 'EntityAlreadyExists', message);
}

/** DeleteConflict, 409: something still needs it. */
export function deleteConflict(message: string): AwsRefusal {
  return new AwsRefusal(409, 'DeleteConflict', message);
}

/** LimitExceeded, 409: a quota. */
export function limitExceeded(message: string): AwsRefusal {
  return new AwsRefusal(409, 'LimitExceeded', message);
}
