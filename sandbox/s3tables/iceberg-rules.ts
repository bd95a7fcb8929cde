import { IcebergInvalid } from '../iceberg/invalid.js';
import { badRequest } from './refusals.js';

/**
 * Runs `build`; what breaks the Iceberg spec in it becomes a BadRequestException. AWS says no more than that sentence
 * (estuary/connectors#4775); what is wrong goes into the sandbox's log.
 */
export function orBadRequest<T>(build: () => T): T {
  try {
    return build();
  } catch (error) {
    if (error instanceof IcebergInvalid) {
      throw badRequest('The specified metadata is not valid', error.message);
    }
    throw error;
  }
}
