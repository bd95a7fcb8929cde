import type { IcebergService } from '../aws/ports.js';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { addColumn } from '../iceberg/add-column.js';
import { appendRows } from '../iceberg/append.js';
import type { TableMetadata } from '../iceberg/metadata.js';
import { readBatches } from '../iceberg/read-rows.js';
import type { Row } from '../iceberg/value.js';
import type { Figures } from '../smoke-report.js';
import type { Bench } from './bench.js';
import { expectRows } from './compare.js';
import { lookAtScratch } from './drop.js';
import { needsOf } from './needs.js';
import { openCatalog } from './open.js';
import { ADDED_COLUMN, makeRows } from './rows.js';
import { createScratch, type Leftovers, removeLeftovers } from './scratch.js';
import { waitForGlue } from './visible.js';

/** One step of the smoke test. */
export interface SmokeStep {
  readonly id: string;
  readonly title: string;
  /** The step that has to have passed before it begins; absent: it begins at once. */
  readonly after?: string;
  /** The first that makes anything. */
  readonly makes?: true;
  /** The IAM actions it takes, for whoever is denied one. */
  readonly needs: (via: IcebergService) => readonly string[];
  readonly run: (bench: Bench, context: Context) => Promise<Figures>;
}

/** The way of a user's data, in the order in which it is told. What does not need another's end goes on beside it. */
export const STEPS: readonly SmokeStep[] = [
  {
    id: 'catalog',
    title: 'Open the Iceberg REST catalog and load the table',
    needs: (via) => needsOf('catalog', via),
    run: openCatalog
  },
  {
    id: 'create',
    title: 'Create a scratch table',
    after: 'catalog',
    makes: true,
    needs: (via) => needsOf('create', via),
    run: makeScratch
  },
  {
    id: 'append',
    title: 'Append rows and read them back',
    after: 'create',
    needs: (via) => needsOf('write', via),
    run: appendAndRead
  },
  {
    id: 'append-again',
    title: 'Append again and read both',
    after: 'append',
    needs: (via) => needsOf('write', via),
    run: appendAndRead
  },
  {
    id: 'time-travel',
    title: 'Read the first snapshot by its id',
    after: 'append-again',
    needs: (via) => needsOf('read', via),
    run: readFirstSnapshot
  },
  {
    id: 'add-column',
    title: 'Add a column and append rows that have it',
    after: 'append-again',
    needs: (via) => needsOf('write', via),
    run: evolve
  },
  {
    id: 'glue',
    title: 'See the namespace and the table through Glue',
    after: 'catalog',
    needs: () => ['glue:GetCatalog', 'glue:GetDatabase', 'glue:GetTable'],
    run: waitForGlue
  }
];

/** What killed runs left behind goes first. */
async function makeScratch(bench: Bench, context: Context): Promise<Figures> {
  const { space, scratch, keep, listed } = bench;
  const leftovers = await removeLeftovers(space, listed, scratch.name, context);
  bench.made = 'perhaps';
  bench.latest = await createScratch(space, scratch, keep, context);
  bench.made = 'yes';
  // As it was made, for the clean-up, which looks for itself where this came to nothing.
  if (!keep)
    bench.looked = lookAtScratch(space, scratch, context).then(
      (seen) => ({ seen }),
      () => undefined
    );
  return noteOf(leftovers);
}

function noteOf({ removed, stuck }: Leftovers): Figures {
  const notes = [
    ...(removed.length === 0 ? [] : [`left by an earlier run, removed: ${removed.join(', ')}`]),
    ...(stuck.length === 0 ? [] : [`left by an earlier run, could not be removed: ${stuck.join(', ')}`])
  ];
  return notes.length === 0 ? {} : { note: notes.join('; ') };
}

async function appendAndRead(bench: Bench, context: Context): Promise<Figures> {
  const figures = await append(bench, context);
  await expectRows(readCurrent(bench, context), bench.written, 'read what was appended');
  return figures;
}

async function readFirstSnapshot(bench: Bench, context: Context): Promise<Figures> {
  const { firstSnapshot: snapshotId, rowCount: count } = bench;
  const batches = rowsOf(await loadScratch(bench, context), bench, snapshotId, context);
  const rows = await expectRows(batches, { count }, 'read the first snapshot');
  return { rows };
}

async function evolve(bench: Bench, context: Context): Promise<Figures> {
  const { scratch: name, latest: from } = bench;
  bench.latest = await addColumn({ catalog: bench.space.catalog, name, from }, ADDED_COLUMN, context);
  bench.written = { ...bench.written, commentsFrom: bench.written.count };
  const figures = await append(bench, context);
  await expectRows(readCurrent(bench, context), bench.written, 'read rows with and without the added column');
  return figures;
}

/** Appends the next rows. */
async function append(bench: Bench, context: Context): Promise<Figures> {
  const { space, scratchFiles: files, scratch: name, latest: from, written: before, rowCount: rows } = bench;
  const after = { ...before, count: before.count + rows };
  const handle = { catalog: space.catalog, files, name, from };
  const appended = await appendRows(handle, makeRows(before.count, after), context);
  files.remember(appended);
  bench.latest = appended.metadata;
  bench.firstSnapshot ??= appended.snapshotId;
  bench.written = after;
  return { rows, files: appended.files, bytes: appended.bytes };
}

/** The rows of the scratch table as the catalog has it now. */
async function* readCurrent(bench: Bench, context: Context): AsyncGenerator<readonly Row[]> {
  bench.latest = await loadScratch(bench, context);
  yield* rowsOf(bench.latest, bench, undefined, context);
}

/** What is read is found by a fresh load, whatever this run knows of what it wrote: that is what it has to prove. */
async function loadScratch({ space, scratch }: Bench, context: Context): Promise<TableMetadata> {
  const loaded = await space.catalog.loadTable(scratch, context);
  if (loaded !== undefined) return loaded.metadata;
  throw new ActionError('ICEBERG_NOT_FOUND', {
    doing: `load the scratch table ${scratch.namespace}.${scratch.name}`,
    found: 'The catalog does not show it any more.',
    todo: 'Find out who deletes tables of this namespace, and run again.'
  });
}

/** The rows of a snapshot, by default of the current one. */
function rowsOf(
  metadata: TableMetadata,
  { scratchFiles }: Bench,
  snapshotId: bigint | undefined,
  context: Context
): AsyncGenerator<readonly Row[]> {
  const ahead = scratchFiles.ahead(metadata, snapshotId ?? metadata.currentSnapshotId, context);
  return readBatches(metadata, ahead, { snapshotId }, context);
}
