import type { Update, UpdateOf } from './commit-shape.js';
import { changed, type CommitState } from './commit-state.js';
import * as layout from './layout-updates.js';
import type { TableMetadata } from './model.js';
import * as schemas from './schema-updates.js';
import * as snapshots from './snapshot-updates.js';
import * as table from './table-updates.js';

/** How many former metadata files a table remembers unless its properties say otherwise. */
const REMEMBERED_VERSIONS = 100;

/** What updates are applied to. */
export interface CommitBase {
  readonly metadata: TableMetadata;
  /** Where that metadata is. */
  readonly metadataLocation: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Whether there is an object at an `s3://` location. */
  readonly isFile: (location: string) => boolean;
}

/**
 * The metadata after the updates, one after the other (REST spec, TableUpdate; table spec, "Table Metadata Fields").
 * Gives back the metadata that it was given, the same object, when they change nothing.
 * Throws {@link IcebergInvalid} for an update that breaks the spec, {@link IcebergConflict} for a snapshot that was
 * made from a version that is no longer the current one.
 */
export function applyUpdates(base: CommitBase, updates: readonly Update[]): TableMetadata {
  const { metadata, metadataLocation, isFile } = base;
  const now = Math.max(base.now, metadata['last-updated-ms']);
  const start: CommitState = { metadata, last: {}, addedSnapshots: [], now, isFile };
  const state = updates.reduce(step, start);
  if (state.metadata === metadata) return metadata;
  layout.checkLayout(state.metadata);
  const log = snapshots.tidyLog(state);
  const former = { 'timestamp-ms': metadata['last-updated-ms'], 'metadata-file': metadataLocation };
  return changed(state, {
    'last-updated-ms': Math.max(now, log.at(-1)?.['timestamp-ms'] ?? 0),
    'snapshot-log': log,
    'metadata-log': [...(metadata['metadata-log'] ?? []), former].slice(-remembered(state.metadata))
  }).metadata;
}

type Steps = { readonly [A in Update['action']]: (state: CommitState, update: UpdateOf<A>) => CommitState };

const steps: Steps = {
  'assign-uuid': table.assignUuid,
  'upgrade-format-version': table.upgradeFormatVersion,
  'add-schema': schemas.addSchema,
  'set-current-schema': schemas.setCurrentSchema,
  'add-spec': layout.addSpec,
  'set-default-spec': layout.setDefaultSpec,
  'add-sort-order': layout.addSortOrder,
  'set-default-sort-order': layout.setDefaultSortOrder,
  'add-snapshot': snapshots.addSnapshot,
  'set-snapshot-ref': snapshots.setSnapshotRef,
  'remove-snapshots': (state, update) => snapshots.removeSnapshots(state, update['snapshot-ids']),
  'remove-snapshot-ref': (state, update) => snapshots.removeSnapshotRef(state, update['ref-name']),
  'set-location': table.setLocation,
  'set-properties': table.setProperties,
  'remove-properties': table.removeProperties,
  'set-statistics': (state, update) => table.setStatistics(state, 'statistics', update.statistics),
  'remove-statistics': (state, update) => table.removeStatistics(state, 'statistics', update['snapshot-id']),
  'set-partition-statistics': (state, update) =>
    table.setStatistics(state, 'partition-statistics', update['partition-statistics']),
  'remove-partition-statistics': (state, update) =>
    table.removeStatistics(state, 'partition-statistics', update['snapshot-id']),
  'remove-partition-specs': layout.removeSpecs,
  'remove-schemas': schemas.removeSchemas
};

function step(state: CommitState, update: Update): CommitState {
  const apply = steps[update.action] as (state: CommitState, update: Update) => CommitState;
  return apply(state, update);
}

function remembered({ properties = {} }: TableMetadata): number {
  const wanted = Number(properties['write.metadata.previous-versions-max'] ?? REMEMBERED_VERSIONS);
  return Number.isInteger(wanted) && wanted > 0 ? wanted : REMEMBERED_VERSIONS;
}
