import type { WarehousePort } from '../aws/ports.js';
import type { Context } from '../context.js';
import type { Appended } from '../iceberg/append.js';
import { type TableMetadata, snapshotOf } from '../iceberg/metadata.js';
import type { TableFiles } from '../iceberg/ports.js';
import type { ReadableFiles } from '../iceberg/read-rows.js';

/**
 * The files of the scratch table. A file of Iceberg never changes under its name, so what this run wrote to plan by, its
 * manifest lists and manifests, is got once: the first step that is led there reads it, and the later ones go by what
 * that step read. Files of rows are got anew by each step that reads rows, since that they can be is what it proves.
 */
export class ScratchFiles implements TableFiles {
  /** What this run wrote, by snapshot. */
  private readonly own = new Map<bigint, readonly string[]>();
  /** Manifest lists and manifests of this run. */
  private readonly plans = new Set<string>();
  private readonly kept = new Map<string, Uint8Array>();

  constructor(private readonly files: Pick<WarehousePort, 'read' | 'write'>) {}

  /** Remembers which files an append wrote. */
  remember({ snapshotId, written, metadata }: Appended): void {
    this.own.set(snapshotId, written === undefined ? [] : [written.manifest, written.data]);
    this.plans.add(snapshotOf(metadata, snapshotId).manifestList);
    if (written !== undefined) this.plans.add(written.manifest);
  }

  async read(location: string, context: Context): Promise<Uint8Array> {
    const kept = this.kept.get(location);
    if (kept !== undefined) return kept;
    const bytes = await this.files.read(location, context);
    if (this.plans.has(location)) this.kept.set(location, bytes);
    return bytes;
  }

  write(location: string, bytes: Uint8Array, context: Context): Promise<void> {
    return this.files.write(location, bytes, context);
  }

  /**
   * The files for one reading of a snapshot, to which a fresh load has led. Where it is one of this run, what it should
   * lead to is asked for at once rather than one after the other. That is but a guess, and decides nothing: which files
   * are read the snapshot's list and manifests say, what was guessed wrong is dropped, and what was not guessed is read.
   */
  ahead(metadata: TableMetadata, snapshotId: bigint | undefined, context: Context): ReadableFiles {
    const begun = new Map<string, Promise<Uint8Array>>();
    for (const location of this.guess(metadata, snapshotId)) {
      const reading = this.read(location, context);
      // Whoever comes for the file is told; nobody may come.
      reading.catch(() => undefined);
      begun.set(location, reading);
    }
    return { read: (location) => begun.get(location) ?? this.read(location, context) };
  }

  /** The files of the snapshot and of those before it, for as long as they are of this run. */
  private guess({ snapshots }: TableMetadata, snapshotId: bigint | undefined): readonly string[] {
    const left = new Map(this.own);
    const guessed: string[] = [];
    let snapshot = snapshotId === undefined ? undefined : snapshots.get(snapshotId);
    if (snapshot !== undefined && left.has(snapshot.id)) guessed.push(snapshot.manifestList);
    while (snapshot !== undefined && left.has(snapshot.id)) {
      guessed.push(...left.get(snapshot.id)!);
      // Whatever the parents say, each is come to once.
      left.delete(snapshot.id);
      snapshot = snapshot.parentId === undefined ? undefined : snapshots.get(snapshot.parentId);
    }
    return guessed;
  }
}
