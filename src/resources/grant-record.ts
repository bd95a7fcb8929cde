import type { Grant, Tags } from '../aws/ports.js';
import { TAG } from '../ownership.js';
import type { EnvironmentSpec } from './spec.js';

/**
 * A grant cannot be tagged. So the database remembers, in a parameter, what this environment granted on it: only
 * that is ever revoked, whatever else the same principal was given by others.
 */
export function grantRecord(spec: EnvironmentSpec): Tags {
  if (spec.role === undefined) return {};
  return { [TAG.granted]: `${spec.role} ${[...spec.databasePermissions].sort().join(',')}` };
}

/** Reads the record from the database's parameters; `undefined`: nothing is recorded, or it cannot be read. */
export function readGrantRecord(parameters: Tags): Grant | undefined {
  const [principal, list] = parameters[TAG.granted]?.split(' ') ?? [];
  if (!principal || !list) return undefined;
  const permissions = list.split(',');
  return { principal, permissions, grantable: permissions };
}
