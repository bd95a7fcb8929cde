import { isDeepStrictEqual } from 'node:util';
import { refOf, type UpdateOf } from './commit-shape.js';
import { changed, type CommitState } from './commit-state.js';
import { IcebergConflict, IcebergInvalid } from './invalid.js';
import type { Long, Snapshot, SnapshotLogEntry, SnapshotRef, TableMetadata } from './model.js';

/** The branch that a table's current snapshot is the head of. */
const MAIN = 'main';

/** By how much clocks may differ, ms, as Iceberg's own reader allows. */
const CLOCK_SKEW = 60_000;

/**
 * Adds a snapshot (spec, "Snapshots" and "Sequence Numbers"); no branch leads to it yet.
 * Throws {@link IcebergInvalid}, and {@link IcebergConflict} when another snapshot has taken its number.
 */
export function addSnapshot(state: CommitState, { snapshot }: UpdateOf<'add-snapshot'>): CommitState {
  const { metadata } = state;
  checkSnapshot(state, snapshot);
  const number = snapshot['sequence-number'] ?? 0;
  if (number <= metadata['last-sequence-number']) {
    throw new IcebergConflict(
      `the sequence number ${number} is not above the last one, ${metadata['last-sequence-number']}`
    );
  }
  const added = { ...state, addedSnapshots: [...state.addedSnapshots, snapshot['snapshot-id']] };
  return changed(added, {
    snapshots: [...(metadata.snapshots ?? []), snapshot],
    'last-sequence-number': number,
    ...(metadata['format-version'] >= 3 ? { 'next-row-id': nextRowId(metadata, snapshot) } : {})
  });
}

/** Sets a branch or tag; the branch `main` is the table's state. Throws {@link IcebergInvalid}. */
export function setSnapshotRef(state: CommitState, update: UpdateOf<'set-snapshot-ref'>): CommitState {
  const { metadata } = state;
  const name = update['ref-name'];
  const ref = refOf(update);
  const id = ref['snapshot-id'];
  if (!snapshotOf(metadata, id))
    throw new IcebergInvalid(`${name} cannot lead to the unknown snapshot ${id}`);
  checkRef(name, ref);
  if (isDeepStrictEqual(metadata.refs?.[name], ref)) return state;
  const next = changed(state, { refs: { ...metadata.refs, [name]: ref } });
  return name === MAIN && id !== metadata['current-snapshot-id'] ? movedTo(next, id) : next;
}

/** Removes a branch or tag; without `main` a table has no current snapshot. */
export function removeSnapshotRef(state: CommitState, name: string): CommitState {
  const before = state.metadata.refs ?? {};
  if (!Object.hasOwn(before, name)) return state;
  const refs = Object.fromEntries(Object.entries(before).filter(([each]) => each !== name));
  const none = state.metadata['format-version'] >= 3 ? null : -1;
  return changed(state, { refs, ...(name === MAIN ? { 'current-snapshot-id': none } : {}) });
}

/** Forgets snapshots, with their statistics and with the branches and tags that lead to them. */
export function removeSnapshots(state: CommitState, ids: readonly Long[]): CommitState {
  const { snapshots = [], statistics = [], refs = {}, ...metadata } = state.metadata;
  const stays = (each: { readonly 'snapshot-id': Long }): boolean => !ids.includes(each['snapshot-id']);
  if (snapshots.every(stays)) return state;
  const dangling = Object.keys(refs).filter((name) => refs[name] && !stays(refs[name]));
  const without = changed(state, {
    snapshots: snapshots.filter(stays),
    statistics: statistics.filter(stays),
    'partition-statistics': (metadata['partition-statistics'] ?? []).filter(stays)
  });
  return dangling.reduce(removeSnapshotRef, without);
}

/**
 * The log after a commit: without the snapshots that were current only within it, and beginning behind the last entry
 * whose snapshot is gone, for time travel has no way past a hole.
 */
export function tidyLog({ metadata, addedSnapshots }: CommitState): readonly SnapshotLogEntry[] {
  const current = metadata['current-snapshot-id'];
  const kept: SnapshotLogEntry[] = [];
  for (const entry of metadata['snapshot-log'] ?? []) {
    const id = entry['snapshot-id'];
    if (addedSnapshots.includes(id) && id !== current) continue;
    if (snapshotOf(metadata, id)) kept.push(entry);
    else kept.length = 0;
  }
  return kept;
}

function checkSnapshot({ metadata, isFile }: CommitState, snapshot: Snapshot): void {
  const { 'snapshot-id': id, 'parent-snapshot-id': parent, 'manifest-list': list } = snapshot;
  if (snapshotOf(metadata, id)) throw new IcebergInvalid(`the snapshot ${id} is there already`);
  if (parent !== undefined && !snapshotOf(metadata, parent)) {
    throw new IcebergInvalid(`the parent ${parent} of the snapshot ${id} is unknown`);
  }
  if (snapshot['timestamp-ms'] < metadata['last-updated-ms'] - CLOCK_SKEW) {
    throw new IcebergInvalid(`the snapshot ${id} is older than the table's last change`);
  }
  const schema = snapshot['schema-id'];
  if (schema !== undefined && !metadata.schemas.some((each) => each['schema-id'] === schema)) {
    throw new IcebergInvalid(`the schema ${schema} of the snapshot ${id} is unknown`);
  }
  if (!list.startsWith(`${metadata.location}/`) || !isFile(list)) {
    throw new IcebergInvalid(`the manifest list ${list} is not in the table's location ${metadata.location}`);
  }
}

/** Row ids of version 3 (spec, "Snapshot Row IDs"). */
function nextRowId(metadata: TableMetadata, snapshot: Snapshot): Long {
  const { 'first-row-id': first, 'added-rows': added } = snapshot;
  const next = metadata['next-row-id'] ?? 0;
  if (first === undefined || added === undefined) {
    throw new IcebergInvalid('a snapshot of format version 3 has a first-row-id and added-rows');
  }
  if (first < next)
    throw new IcebergConflict(`the first-row-id ${first} is below the table's next-row-id ${next}`);
  const sum = BigInt(first) + BigInt(added);
  return sum <= Number.MAX_SAFE_INTEGER ? Number(sum) : sum;
}

function checkRef(name: string, ref: SnapshotRef): void {
  if (ref.type === 'branch') return;
  if (name === MAIN) throw new IcebergInvalid('main is a branch and cannot be a tag');
  if (ref['min-snapshots-to-keep'] === undefined && ref['max-snapshot-age-ms'] === undefined) return;
  throw new IcebergInvalid(`the tag ${name} cannot say how many snapshots to keep: branches can`);
}

/** A snapshot of this commit has its own time in the log, one that was there already that of the commit. */
function movedTo(state: CommitState, id: Long): CommitState {
  const { metadata, addedSnapshots, now } = state;
  const added = addedSnapshots.includes(id) ? snapshotOf(metadata, id) : undefined;
  const entry = { 'timestamp-ms': added?.['timestamp-ms'] ?? now, 'snapshot-id': id };
  return changed(state, {
    'current-snapshot-id': id,
    'snapshot-log': [...(metadata['snapshot-log'] ?? []), entry]
  });
}

function snapshotOf(metadata: TableMetadata, id: Long): Snapshot | undefined {
  return metadata.snapshots?.find((snapshot) => snapshot['snapshot-id'] === id);
}
