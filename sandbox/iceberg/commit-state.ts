import type { Long, TableMetadata } from './model.js';

/** A table on its way through a commit's updates. An update that changes nothing gives back what it was given. */
export interface CommitState {
  readonly metadata: TableMetadata;
  /** What -1 stands for: the last that this commit added. */
  readonly last: { readonly schema?: number; readonly spec?: number; readonly order?: number };
  /** The snapshots that this commit added. */
  readonly addedSnapshots: readonly Long[];
  /** Milliseconds since the epoch; never before the table's last change. */
  readonly now: number;
  /** Whether there is an object at an `s3://` location. */
  readonly isFile: (location: string) => boolean;
}

/** The state with other metadata. */
export function changed(state: CommitState, change: Partial<TableMetadata>): CommitState {
  return { ...state, metadata: { ...state.metadata, ...change } };
}
