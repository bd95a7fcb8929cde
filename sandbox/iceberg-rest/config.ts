import { jsonReply } from '../protocol/rest-json.js';
import type { SandboxReply } from '../service.js';
import { badRequest } from '../s3tables/refusals.js';
import type { IcebergCall } from './dialect.js';

/** GetConfig: where a warehouse's paths begin. AWS lists no `endpoints`. */
export function getConfig({ query, region, dialect }: IcebergCall): SandboxReply {
  const warehouse = query.get('warehouse') ?? '';
  if (warehouse === '') throw badRequest('The warehouse must be given.');
  return jsonReply(200, { defaults: {}, overrides: { prefix: dialect.prefixOf(region, warehouse) } });
}
