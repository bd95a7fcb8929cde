import { sees } from '../lakeformation/authority.js';
import { grantToCreator } from '../lakeformation/creation.js';
import { forgetCreation } from '../lakeformation/grants.js';
import type { Securable } from '../lakeformation/securable.js';
import type { IcebergCall, Permissions } from './dialect.js';
import { warehousePath } from './warehouse.js';

/** Lake Formation's permissions on what Glue shows of S3 Tables. */
export const lakeFormationPermissions: Permissions = {
  showsNamespace: (call, namespace) => isSeen(call, securable(call, namespace)),
  showsTable: (call, { namespace, name }) => isSeen(call, securable(call, namespace, name)),
  made: (call, namespace, table) =>
    grantToCreator(call.region, call.caller, securable(call, namespace, table)),
  gone: ({ region, ...call }, namespace, table) =>
    forgetCreation(region.lakeFormation, securable({ region, ...call }, namespace, table))
};

function isSeen({ region, caller }: IcebergCall, on: Securable): boolean {
  return !region.lakeFormation.isEnforced || sees(region, caller.principalArn, on);
}

function securable({ region, labels }: IcebergCall, namespace: string, table?: string): Securable {
  const catalog = warehousePath(region, labels['warehouse'] ?? '');
  if (table === undefined) return { kind: 'database', catalog, name: namespace };
  return { kind: 'table', catalog, database: namespace, name: table };
}
