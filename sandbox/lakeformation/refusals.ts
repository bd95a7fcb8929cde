import { AwsRefusal } from '../service.js';

/** Lake Formation's error for nearly everything that is wrong with a request. */
export function invalidInput(message: string): AwsRefusal {
  return new AwsRefusal(400, 'InvalidInputException', message);
}

/** Lake Formation's error for what is not there. */
export function entityNotFound(message: string): AwsRefusal {
  return new AwsRefusal(400, 'EntityNotFoundException', message);
}
