import type { Context } from '../context.js';
import { corrupt, unsupported } from './faults.js';
import { type DataFile, readManifest } from './manifest.js';
import { type ManifestFile, readManifestList } from './manifest-list.js';
import { type Snapshot, type TableMetadata, columnsOf, snapshotOf, specOf } from './metadata.js';
import type { TableFiles } from './ports.js';
import { readDataFile } from './read-file.js';
import type { Row } from './value.js';

/** Files that are fetched at the same time. */
const AT_ONCE = 8;

/** Where a table's files are read from. */
export type ReadableFiles = Pick<TableFiles, 'read'>;

/** What is read of a table. */
export interface ReadOptions {
  /** Another snapshot than the current one, with the columns the table had then. */
  readonly snapshotId?: bigint | undefined;
}

/**
 * The rows of a table, file by file in the order of its manifests. Reads Parquet files with any of Parquet's codecs but
 * LZO. Throws `ICEBERG_CORRUPT`, which names the file and where it is wrong, rather than give a wrong row;
 * `ICEBERG_UNSUPPORTED` for delete files and what else is not done; `ICEBERG_NOT_FOUND` for a snapshot that is gone.
 */
export async function readRows(
  metadata: TableMetadata,
  files: ReadableFiles,
  options: ReadOptions,
  context: Context
): Promise<readonly Row[]> {
  const loads = await loadsOf(metadata, files, options, context);
  return (await inTurns(loads, context, (load) => load())).flat();
}

/** The same one file at a time, for whoever has no need of all rows at once. */
export async function* readBatches(
  metadata: TableMetadata,
  files: ReadableFiles,
  options: ReadOptions,
  context: Context
): AsyncGenerator<readonly Row[], void, undefined> {
  for (const load of await loadsOf(metadata, files, options, context)) yield await load();
}

/** How to load the rows of each data file. */
async function loadsOf(
  metadata: TableMetadata,
  files: ReadableFiles,
  { snapshotId }: ReadOptions,
  context: Context
): Promise<readonly (() => Promise<readonly Row[]>)[]> {
  const id = snapshotId ?? metadata.currentSnapshotId;
  if (id === undefined) return [];
  const snapshot = snapshotOf(metadata, id);
  const isPast = snapshotId !== undefined && snapshotId !== metadata.currentSnapshotId;
  const schemaId = isPast ? (snapshot.schemaId ?? metadata.currentSchemaId) : metadata.currentSchemaId;
  const projection = {
    columns: columnsOf(metadata, schemaId),
    nameMapping: metadata.properties['schema.name-mapping.default']
  };
  const manifests = await manifestsOf(snapshot, files, context);
  const lists = await inTurns(manifests.filter(holdsData), context, async (manifest) =>
    readManifest(await files.read(manifest.path, context), manifest)
  );
  return distinct(lists.flat(), snapshot).map(
    (data) => async () =>
      readDataFile(await files.read(data.path, context), data, specOf(metadata, data.specId), projection)
  );
}

/** The manifests of a snapshot. Throws `ICEBERG_UNSUPPORTED` when they are encrypted. */
export async function manifestsOf(
  snapshot: Snapshot,
  files: ReadableFiles,
  context: Context
): Promise<readonly ManifestFile[]> {
  const doing = `read the snapshot ${snapshot.id}`;
  if (snapshot.isEncrypted) throw unsupported(doing, 'Its manifest list is encrypted');
  const bytes = await files.read(snapshot.manifestList, context);
  const manifests = readManifestList(bytes, snapshot.manifestList);
  if (manifests.some(({ isEncrypted }) => isEncrypted))
    throw unsupported(doing, 'Its manifests are encrypted');
  return manifests;
}

function holdsData({ isOfDeletes, counts, path }: ManifestFile): boolean {
  if (!isOfDeletes) return true;
  const [added = 1n, existing = 1n] = counts ?? [];
  if (added + existing === 0n) return false;
  throw unsupported(`read ${path}`, 'The table has delete files or deletion vectors');
}

function distinct(files: readonly DataFile[], snapshot: Snapshot): readonly DataFile[] {
  if (new Set(files.map(({ path }) => path)).size === files.length) return files;
  throw corrupt(snapshot.manifestList, 'The snapshot has a data file twice');
}

/** Does something with each item, a few at a time. The results are in the items' order. */
async function inTurns<T, R>(
  items: readonly T[],
  context: Context,
  work: (item: T) => Promise<R>
): Promise<readonly R[]> {
  const results: R[] = [];
  for (let from = 0; from < items.length; from += AT_ONCE) {
    context.signal.throwIfAborted();
    results.push(...(await Promise.all(items.slice(from, from + AT_ONCE).map(work))));
  }
  return results;
}
