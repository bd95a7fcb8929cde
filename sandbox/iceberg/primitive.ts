import { IcebergInvalid } from './invalid.js';
import type { FormatVersion } from './model.js';

const SINCE_2 = ['boolean', 'int', 'long', 'float', 'double', 'date', 'time', 'timestamp', 'timestamptz'];
const PLAIN = new Set([...SINCE_2, 'string', 'uuid', 'binary']);
const SINCE_3 = new Set(['timestamp_ns', 'timestamptz_ns', 'unknown', 'variant']);
const DECIMAL = /^decimal\(\s*(\d+)\s*,\s*(\d+)\s*\)$/;
const FIXED = /^fixed\[\s*(\d+)\s*\]$/;

/**
 * Checks the name of a primitive type against the spec's table "Primitive Types".
 * Throws {@link IcebergInvalid} for a type that this format version does not have.
 * Geometry and geography are not among the sandbox's types.
 */
export function checkPrimitive(type: string, version: FormatVersion): void {
  if (PLAIN.has(type) || (version >= 3 && SINCE_3.has(type))) return;
  const decimal = DECIMAL.exec(type);
  if (decimal && isDecimal(Number(decimal[1]), Number(decimal[2]))) return;
  const fixed = FIXED.exec(type);
  if (fixed && Number(fixed[1]) > 0) return;
  throw new IcebergInvalid(`"${type}" is not a primitive type of Iceberg's format version ${version}`);
}

/** The type's name without its parameters: `decimal` for `decimal(10, 2)`. */
export function primitiveKind(type: string): string {
  return /^[a-z_]+/.exec(type)?.[0] ?? type;
}

function isDecimal(precision: number, scale: number): boolean {
  return precision >= 1 && precision <= 38 && scale <= precision;
}
