import { AwsRefusal } from '../service.js';

/** Glue's error for what is not there. `what` begins the sentence: `Database x`. */
export function notFound(what: string): AwsRefusal {
  return new AwsRefusal(400, 'EntityNotFoundException', `${what} not found.`);
}

/** Glue's error for what is there already. `what` begins the sentence: `Database`. */
export function alreadyExists(what: string): AwsRefusal {
  return new AwsRefusal(400, 'AlreadyExistsException', `${what} already exists.`);
}

/** Glue's error for input that breaks a rule of the service. */
export function invalidInput(message: string): AwsRefusal {
  return new AwsRefusal(400, 'InvalidInputException', message);
}
