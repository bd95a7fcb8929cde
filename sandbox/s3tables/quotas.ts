import type { S3TablesState } from './state.js';
import { badRequest } from './refusals.js';

/** AWS's defaults, from the page "Amazon S3 Tables AWS Regions, endpoints, and service quotas". */
export const QUOTAS = { 'table buckets': 10, namespaces: 10_000, tables: 10_000 } as const;

/**
 * Refuses one more than the quota allows, when the region enforces quotas.
 * @param count how many there are
 * Throws BadRequestException; which error AWS gives is not documented.
 */
export function checkQuota(state: S3TablesState, what: keyof typeof QUOTAS, count: number): void {
  if (!state.enforceQuotas || count < QUOTAS[what]) return;
  throw badRequest(`You have reached the maximum number of ${what}: ${QUOTAS[what]}.`);
}
