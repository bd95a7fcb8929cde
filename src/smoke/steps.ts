import type { Aws, WarehousePort } from '../aws/ports.js';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { addColumn } from '../iceberg/add-column.js';
import { appendRows, type TableHandle } from '../iceberg/append.js';
import type { TableMetadata } from '../iceberg/metadata.js';
import type { TableName } from '../iceberg/ports.js';
import { readRows } from '../iceberg/read-rows.js';
import type { Row } from '../iceberg/value.js';
import { expectRows } from './compare.js';
import type { Figures } from '../smoke-report.js';
import { ADDED_COLUMN, makeRows, withComment, withoutComment } from './rows.js';
import { createScratch, type ScratchSpace } from './scratch.js';
import { waitForGlue } from './visible.js';

/** What the steps work with, and what one leaves for the next. */
export interface Bench {
  readonly space: ScratchSpace;
  readonly files: WarehousePort;
  readonly glue: Aws['glue'];
  /** The environment's own table. */
  readonly table: TableName;
  readonly scratch: TableName;
  /** `<account>:s3tablescatalog/<bucket>` */
  readonly catalogId: string;
  readonly rowCount: number;
  readonly keep: boolean;
  /** What was written so far. */
  written: Row[];
  firstSnapshot?: bigint;
}

/** One step of the smoke test. */
export interface SmokeStep {
  readonly id: string;
  readonly title: string;
  /** The IAM actions it needs, for whoever is denied one. */
  readonly needs: readonly string[];
  readonly run: (bench: Bench, context: Context) => Promise<Figures>;
}

const WRITE = [
  's3tables:GetTableMetadataLocation',
  's3tables:UpdateTableMetadataLocation',
  's3tables:PutTableData'
];
const READ = ['s3tables:GetTableMetadataLocation', 's3tables:GetTableData'];

/** The way of a user's data, in order. */
export const STEPS: readonly SmokeStep[] = [
  {
    id: 'catalog',
    title: 'Open the Iceberg REST catalog and load the table',
    needs: ['s3tables:GetTableBucket', 's3tables:ListNamespaces', 's3tables:ListTables', ...READ],
    run: openCatalog
  },
  {
    id: 'create',
    title: 'Create a scratch table',
    needs: ['s3tables:CreateTable', 's3tables:PutTableData'],
    run: makeScratch
  },
  {
    id: 'append',
    title: 'Append rows and read them back',
    needs: [...WRITE, 's3tables:GetTableData'],
    run: appendAndRead
  },
  {
    id: 'append-again',
    title: 'Append again and read both',
    needs: [...WRITE, 's3tables:GetTableData'],
    run: appendAndRead
  },
  {
    id: 'time-travel',
    title: 'Read the first snapshot by its id',
    needs: READ,
    run: readFirstSnapshot
  },
  {
    id: 'add-column',
    title: 'Add a column and append rows that have it',
    needs: [...WRITE, 's3tables:GetTableData'],
    run: evolve
  },
  {
    id: 'glue',
    title: 'See the namespace and the table through Glue',
    needs: ['glue:GetCatalog', 'glue:GetDatabase', 'glue:GetTable'],
    run: seeInGlue
  }
];

async function openCatalog({ space, table }: Bench, context: Context): Promise<Figures> {
  const { catalog, namespace } = space;
  await catalog.config(context);
  const [namespaces, tables] = await Promise.all([
    catalog.listNamespaces(context),
    catalog.listTables(namespace, context)
  ]);
  if (!namespaces.includes(namespace)) throw missing(`the namespace ${namespace}`);
  if (!tables?.includes(table.name)) throw missing(`the table ${namespace}.${table.name}`);
  const { metadata } = (await catalog.loadTable(table, context)) ?? {};
  if (metadata === undefined) throw missing(`the table ${namespace}.${table.name}`);
  return { note: `format version ${metadata.formatVersion}` };
}

async function makeScratch({ space, scratch }: Bench, context: Context): Promise<Figures> {
  await createScratch(space, scratch, context);
  return {};
}

async function appendAndRead(bench: Bench, context: Context): Promise<Figures> {
  const rows = makeRows(bench.written.length, bench.rowCount);
  const { snapshotId, files, bytes } = await appendRows(handleOf(bench), rows, context);
  bench.firstSnapshot ??= snapshotId;
  bench.written = [...bench.written, ...rows];
  const read = await readRows(await loadScratch(bench, context), bench.files, {}, context);
  expectRows(read, bench.written, 'read what was appended');
  return { rows: rows.length, files, bytes };
}

async function readFirstSnapshot(bench: Bench, context: Context): Promise<Figures> {
  const metadata = await loadScratch(bench, context);
  const snapshotId = bench.firstSnapshot;
  const read = await readRows(metadata, bench.files, { snapshotId }, context);
  expectRows(read, bench.written.slice(0, bench.rowCount), 'read the first snapshot');
  return { rows: read.length };
}

async function evolve(bench: Bench, context: Context): Promise<Figures> {
  await addColumn(bench.space.catalog, bench.scratch, ADDED_COLUMN, context);
  const rows = withComment(makeRows(bench.written.length, bench.rowCount));
  const { files, bytes } = await appendRows(handleOf(bench), rows, context);
  bench.written = [...withoutComment(bench.written), ...rows];
  const read = await readRows(await loadScratch(bench, context), bench.files, {}, context);
  expectRows(read, bench.written, 'read rows with and without the added column');
  return { rows: rows.length, files, bytes };
}

function seeInGlue({ glue, catalogId, table }: Bench, context: Context): Promise<Figures> {
  return waitForGlue({ glue, catalogId, table }, context);
}

async function loadScratch({ space, scratch }: Bench, context: Context): Promise<TableMetadata> {
  const loaded = await space.catalog.loadTable(scratch, context);
  if (loaded === undefined) throw missing(`the scratch table ${scratch.namespace}.${scratch.name}`);
  return loaded.metadata;
}

function handleOf({ space, files, scratch }: Bench): TableHandle {
  return { catalog: space.catalog, files, name: scratch };
}

function missing(what: string): ActionError {
  return new ActionError('NO_ENVIRONMENT', {
    doing: `find ${what} in the Iceberg catalog`,
    found: 'The catalog does not show it.'
  });
}
