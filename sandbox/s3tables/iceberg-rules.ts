import { IcebergInvalid } from '../iceberg/invalid.js';
import { badRequest } from './refusals.js';

/** Runs `build`; what breaks the Iceberg spec in it becomes a BadRequestException. */
export function orBadRequest<T>(build: () => T): T {
  try {
    return build();
  } catch (error) {
    if (error instanceof IcebergInvalid)
      throw badRequest(`The specified metadata is not valid: ${error.message}.`);
    throw error;
  }
}
