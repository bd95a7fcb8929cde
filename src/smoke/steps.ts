import type { IcebergService } from '../aws/ports.js';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { addColumn } from '../iceberg/add-column.js';
import { appendRows } from '../iceberg/append.js';
import { readBatches, type ReadOptions } from '../iceberg/read-rows.js';
import type { Row } from '../iceberg/value.js';
import type { Figures } from '../smoke-report.js';
import type { Bench } from './bench.js';
import { expectRows } from './compare.js';
import { needsOf } from './needs.js';
import { openCatalog } from './open.js';
import { ADDED_COLUMN, makeRows } from './rows.js';
import { createScratch, type Leftovers, removeLeftovers } from './scratch.js';
import { waitForGlue } from './visible.js';

/** One step of the smoke test. */
export interface SmokeStep {
  readonly id: string;
  readonly title: string;
  /** The IAM actions it takes, for whoever is denied one. */
  readonly needs: (via: IcebergService) => readonly string[];
  readonly run: (bench: Bench, context: Context) => Promise<Figures>;
}

/** The way of a user's data, in order. */
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
    needs: (via) => needsOf('create', via),
    run: makeScratch
  },
  {
    id: 'append',
    title: 'Append rows and read them back',
    needs: (via) => needsOf('write', via),
    run: appendAndRead
  },
  {
    id: 'append-again',
    title: 'Append again and read both',
    needs: (via) => needsOf('write', via),
    run: appendAndRead
  },
  {
    id: 'time-travel',
    title: 'Read the first snapshot by its id',
    needs: (via) => needsOf('read', via),
    run: readFirstSnapshot
  },
  {
    id: 'add-column',
    title: 'Add a column and append rows that have it',
    needs: (via) => needsOf('write', via),
    run: evolve
  },
  {
    id: 'glue',
    title: 'See the namespace and the table through Glue',
    needs: () => ['glue:GetCatalog', 'glue:GetDatabase', 'glue:GetTable'],
    run: waitForGlue
  }
];

/** What killed runs left behind goes first. */
async function makeScratch(bench: Bench, context: Context): Promise<Figures> {
  const { space, scratch, keep } = bench;
  const leftovers = await removeLeftovers(space, scratch.name, context);
  bench.made = 'perhaps';
  await createScratch(space, scratch, keep, context);
  bench.made = 'yes';
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
  await expectRows(read(bench, {}, context), bench.written, 'read what was appended');
  return figures;
}

async function readFirstSnapshot(bench: Bench, context: Context): Promise<Figures> {
  const { firstSnapshot: snapshotId, rowCount: count } = bench;
  const rows = await expectRows(read(bench, { snapshotId }, context), { count }, 'read the first snapshot');
  return { rows };
}

async function evolve(bench: Bench, context: Context): Promise<Figures> {
  await addColumn(bench.space.catalog, bench.scratch, ADDED_COLUMN, context);
  bench.written = { ...bench.written, commentsFrom: bench.written.count };
  const figures = await append(bench, context);
  await expectRows(read(bench, {}, context), bench.written, 'read rows with and without the added column');
  return figures;
}

/** Appends the next rows. */
async function append(bench: Bench, context: Context): Promise<Figures> {
  const { space, files, scratch: name, written: before, rowCount: rows } = bench;
  const after = { ...before, count: before.count + rows };
  const handle = { catalog: space.catalog, files, name };
  const appended = await appendRows(handle, makeRows(before.count, after), context);
  bench.firstSnapshot ??= appended.snapshotId;
  bench.written = after;
  return { rows, files: appended.files, bytes: appended.bytes };
}

/** The rows of the scratch table as the catalog has it now. */
async function* read(
  { space, scratch, files }: Bench,
  options: ReadOptions,
  context: Context
): AsyncGenerator<readonly Row[]> {
  const loaded = await space.catalog.loadTable(scratch, context);
  if (loaded !== undefined) return yield* readBatches(loaded.metadata, files, options, context);
  throw new ActionError('ICEBERG_NOT_FOUND', {
    doing: `load the scratch table ${scratch.namespace}.${scratch.name}`,
    found: 'The catalog does not show it any more.',
    todo: 'Find out who deletes tables of this namespace, and run again.'
  });
}
