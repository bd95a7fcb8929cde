import { badRequest } from './refusals.js';
import type { Maintenance } from './state.js';

/** AWS's defaults for a table bucket, from the page "Considerations and limitations for maintenance jobs". */
export function bucketMaintenance(): Map<string, Maintenance> {
  return new Map([enabled('icebergUnreferencedFileRemoval', { unreferencedDays: 3, nonCurrentDays: 10 })]);
}

/** AWS's defaults for a table, from the same page. */
export function tableMaintenance(): Map<string, Maintenance> {
  return new Map([
    enabled('icebergCompaction', { targetFileSizeMB: 512, strategy: 'auto' }),
    enabled('icebergSnapshotManagement', { minSnapshotsToKeep: 1, maxSnapshotAgeHours: 120 })
  ]);
}

/** A kind's new value; what is left out stays as it is. */
export interface MaintenanceChange {
  readonly status?: 'enabled' | 'disabled';
  readonly settings?: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
}

/**
 * Changes one kind of maintenance.
 * Throws BadRequestException for a kind that the resource has not, or settings of another kind.
 */
export function putMaintenance(all: Map<string, Maintenance>, kind: string, change: MaintenanceChange): void {
  const now = all.get(kind);
  if (!now) throw badRequest(`The maintenance type ${kind} is not valid for this resource.`);
  const foreign = Object.keys(change.settings ?? {}).find((key) => key !== kind);
  if (foreign !== undefined)
    throw badRequest(`The settings ${foreign} do not belong to the maintenance type ${kind}.`);
  const settings = { [kind]: { ...now.settings[kind], ...change.settings?.[kind] } };
  all.set(kind, { status: change.status ?? now.status, settings });
}

function enabled(kind: string, settings: Readonly<Record<string, string | number>>): [string, Maintenance] {
  return [kind, { status: 'enabled', settings: { [kind]: settings } }];
}
