import type { Context } from '../context.js';
import { commitChange } from './commit-loop.js';
import type { TableMetadata } from './metadata.js';
import { type NewPaths, pathsOf, upload } from './new-files.js';
import type { CatalogTable, TableFiles } from './ports.js';
import { type StagedRows, newSnapshotId, prepareCommit, stageRows } from './prepare-append.js';
import type { Row } from './value.js';

/** A table: where it is known, by which name, and where its files are. */
export interface TableHandle extends CatalogTable {
  readonly files: TableFiles;
}

/** What an append came to. */
export interface Appended {
  readonly snapshotId: bigint;
  /** Of data files. */
  readonly files: number;
  readonly bytes: number;
  readonly rows: number;
  /** Where the new files are; absent when there are no rows. */
  readonly written: NewPaths | undefined;
  /** The table after it. */
  readonly metadata: TableMetadata;
}

/**
 * Appends rows in one snapshot. When another writer was first, compaction among them, only the manifest list is written
 * again, and the rows too when the table's columns changed meanwhile. A commit whose answer was lost counts as made
 * when the table has its snapshot. Throws as `prepareAppend` and `commitChange` do.
 */
export async function appendRows(
  table: TableHandle,
  rows: readonly Row[],
  context: Context
): Promise<Appended> {
  // One id for all tries: then no two of them can both become part of the table.
  const snapshotId = newSnapshotId();
  let staged: StagedRows | undefined;
  return commitChange(
    table,
    {
      doing: `append ${rows.length} rows`,
      made: (metadata) => {
        if (staged === undefined || !metadata.snapshots.has(snapshotId)) return undefined;
        const { files, bytes, written } = staged;
        return {
          snapshotId,
          files,
          bytes,
          rows: rows.length,
          written: written && pathsOf(written),
          metadata
        };
      },
      prepare: async (metadata) => {
        const before = staged;
        staged =
          before !== undefined && fits(before, metadata) ? before : stageRows(metadata, { rows, snapshotId });
        // All files at once, and all of them before the commit.
        const { written } = staged;
        const uploading = staged !== before && written && upload(written, table.files, context);
        const [, commit] = await Promise.all([
          uploading,
          prepareCommit(metadata, staged, table.files, context)
        ]);
        return commit;
      }
    },
    context
  );
}

function fits(staged: StagedRows, metadata: TableMetadata): boolean {
  return (
    staged.schemaId === metadata.currentSchemaId &&
    staged.specId === metadata.defaultSpecId &&
    staged.formatVersion === metadata.formatVersion
  );
}
