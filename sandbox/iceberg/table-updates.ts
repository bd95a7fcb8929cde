import { isDeepStrictEqual } from 'node:util';
import type { UpdateOf } from './commit-shape.js';
import { changed, type CommitState } from './commit-state.js';
import { IcebergInvalid } from './invalid.js';
import type { Long, StatisticsFile } from './model.js';

/** A table keeps the UUID that it was made with. Throws {@link IcebergInvalid} for another. */
export function assignUuid(state: CommitState, { uuid }: UpdateOf<'assign-uuid'>): CommitState {
  if (uuid === state.metadata['table-uuid']) return state;
  throw new IcebergInvalid('the UUID of a table cannot change');
}

/** A table keeps its location: S3 Tables chose it. Throws {@link IcebergInvalid} for another. */
export function setLocation(state: CommitState, { location }: UpdateOf<'set-location'>): CommitState {
  if (location === state.metadata.location) return state;
  throw new IcebergInvalid('the location of a table cannot change');
}

/** From version 2 to 3, never back. Throws {@link IcebergInvalid}. */
export function upgradeFormatVersion(
  state: CommitState,
  update: UpdateOf<'upgrade-format-version'>
): CommitState {
  const { metadata } = state;
  const from = metadata['format-version'];
  const to = update['format-version'];
  if (to === from) return state;
  if (to !== 3) throw new IcebergInvalid(`a table of format version ${from} cannot change to version ${to}`);
  const current = metadata['current-snapshot-id'] ?? -1;
  return changed(state, {
    'format-version': 3,
    'next-row-id': 0,
    'current-snapshot-id': current === -1 ? null : current
  });
}

/** Sets properties, leaving the others as they are. */
export function setProperties(state: CommitState, { updates }: UpdateOf<'set-properties'>): CommitState {
  const properties = { ...state.metadata.properties, ...updates };
  return isDeepStrictEqual(properties, { ...state.metadata.properties })
    ? state
    : changed(state, { properties });
}

/** Removes properties; one that is not there is no error. */
export function removeProperties(state: CommitState, update: UpdateOf<'remove-properties'>): CommitState {
  const before = Object.entries(state.metadata.properties ?? {});
  const after = before.filter(([name]) => !update.removals.includes(name));
  return after.length === before.length ? state : changed(state, { properties: Object.fromEntries(after) });
}

/** The kinds of statistics that a table keeps. */
export type StatisticsKind = 'statistics' | 'partition-statistics';

/** Sets the one statistics file of its kind that a snapshot has. */
export function setStatistics(state: CommitState, kind: StatisticsKind, file: StatisticsFile): CommitState {
  const { [kind]: files } = removeStatistics(state, kind, file['snapshot-id']).metadata;
  return changed(state, { [kind]: [...(files ?? []), file] });
}

/** Removes the statistics file of that kind of a snapshot; when there is none, that is no error. */
export function removeStatistics(state: CommitState, kind: StatisticsKind, snapshotId: Long): CommitState {
  const files = state.metadata[kind] ?? [];
  const others = files.filter((file) => file['snapshot-id'] !== snapshotId);
  return others.length === files.length ? state : changed(state, { [kind]: others });
}
