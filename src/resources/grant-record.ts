import type { Grant, Tags } from '../aws/ports.js';
import { databaseAims, type Aim } from './grant-aims.js';
import type { EnvironmentSpec } from './spec.js';

/**
 * A grant cannot be tagged. So the database remembers, in parameters, what this environment granted on it and on the
 * federated catalog: only that is ever revoked, whatever else the same principal was given by others.
 * These are the parameters that the database is made with.
 */
export function grantRecord(spec: EnvironmentSpec): Tags {
  const entries = databaseAims(spec).map((aim) => [aim.record, recordOf(spec.role, aim)] as const);
  return Object.fromEntries(entries.filter(([, text]) => text !== ''));
}

/** What is recorded for an aim: the principal and its permissions; empty: nothing is granted. */
export function recordOf(role: string | undefined, { permissions }: Aim): string {
  if (role === undefined || permissions.length === 0) return '';
  return `${role} ${[...permissions].sort().join(',')}`;
}

/** Reads the record of an aim; `undefined`: nothing is recorded, or it cannot be read. */
export function readGrantRecord(parameters: Tags, record: string): Grant | undefined {
  const [principal, list] = parameters[record]?.split(' ') ?? [];
  if (!principal || !list) return undefined;
  const permissions = list.split(',');
  return { principal, permissions, grantable: permissions };
}
