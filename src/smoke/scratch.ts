import type { S3TablesPort } from '../aws/ports.js';
import type { Context } from '../context.js';
import { ActionError, asActionError, type ErrorCode } from '../errors.js';
import type { TableMetadata } from '../iceberg/metadata.js';
import type { Catalog, TableName } from '../iceberg/ports.js';
import { SCRATCH_NAME, SCRATCH_OWNER } from '../ownership.js';
import { dropScratch, lookAtScratch } from './drop.js';
import { COLUMNS } from './rows.js';

/** Until when the run that made it may still use it; ms since the epoch. Absent: it is to be kept. */
const UNTIL = 'iceberg-environment.smoke-test-until';
/** Which smoke test made it. */
const MARK = 'iceberg-environment.smoke-test-mark';
/** Of the clean-up after the deadline, and of how differently two runners' clocks may go. */
const SLACK_MS = 5 * 60_000;
/** After these it is not known whether the table was made. */
const UNDECIDED: readonly ErrorCode[] = ['ICEBERG_CONFLICT', 'AWS_FAILED', 'UNREACHABLE', 'GARBLED_ANSWER'];

/** Whose scratch tables these are, and where. */
export interface ScratchSpace {
  readonly catalog: Catalog;
  readonly s3tables: Pick<S3TablesPort, 'getTable' | 'deleteTable'>;
  readonly bucketArn: string;
  readonly namespace: string;
  /** `<env>/<application>` */
  readonly owner: string;
  /** Of this one smoke test; no other has it. */
  readonly mark: string;
}

/** The name of a run's scratch table; outside GitHub the time stands for the run. */
export function scratchName(run: string | undefined, nowMs: number): string {
  const [id = '', attempt = '1'] = run?.split('-') ?? [];
  return /^\d+ \d+$/.test(`${id} ${attempt}`) ? `smoke_${id}_${attempt}` : `smoke_${nowMs}_1`;
}

/**
 * Makes the scratch table, marked as ours, and gives it as the catalog tells it. A table that a lost answer says nothing of is recognised by the mark.
 * @param keep it is to outlast the run, and no later one removes it
 */
export async function createScratch(
  space: ScratchSpace,
  table: TableName,
  keep: boolean,
  context: Context
): Promise<TableMetadata> {
  const until = keep ? {} : { [UNTIL]: String(context.deadline + SLACK_MS) };
  const properties = { [SCRATCH_OWNER]: space.owner, [MARK]: space.mark, ...until };
  try {
    return (await space.catalog.createTable(table, { columns: COLUMNS, properties }, context)).metadata;
  } catch (thrown) {
    const error = asActionError(thrown);
    const made = UNDECIDED.includes(error.code) ? await ofThisRun(space, table, context) : undefined;
    if (made === undefined) throw taken(error, table);
    return made;
  }
}

/** The table, if it is there and was made by this very smoke test. */
export async function ofThisRun(
  space: ScratchSpace,
  table: TableName,
  context: Context
): Promise<TableMetadata | undefined> {
  const loaded = await space.catalog.loadTable(table, context);
  return loaded?.metadata.properties[MARK] === space.mark ? loaded.metadata : undefined;
}

function taken(error: ActionError, { namespace, name }: TableName): ActionError {
  if (error.code !== 'ICEBERG_CONFLICT') return error;
  return new ActionError('ICEBERG_CONFLICT', {
    doing: `create the table ${namespace}.${name}`,
    answer: error.answer,
    found: `There is a table ${namespace}.${name}, and this run did not make it.`,
    todo: 'See whose it is, and delete it if nobody needs it; or start the workflow anew: another run takes another name.',
    cause: error
  });
}

/** What became of the scratch tables that earlier runs left behind, by name. */
export interface Leftovers {
  readonly removed: readonly string[];
  readonly stuck: readonly string[];
}

/**
 * Removes the scratch tables that earlier runs of this environment left behind: those with a scratch name, with our
 * mark, and either of the name that this run needs or past the deadline of the run that made them. What cannot be
 * loaded or deleted stays, and is no failure of this run.
 * @param names the tables that there are in the namespace
 * @param own the name that this run needs
 */
export async function removeLeftovers(
  space: ScratchSpace,
  names: readonly string[],
  own: string,
  context: Context
): Promise<Leftovers> {
  const removed: string[] = [];
  const stuck: string[] = [];
  for (const name of names.filter((each) => SCRATCH_NAME.test(each))) {
    const failure = await removeLeftover(space, name, own, context).catch(asActionError);
    context.signal.throwIfAborted();
    if (failure === 'not ours') continue;
    if (failure !== undefined) context.reporter.warning(failure.message);
    (failure === undefined ? removed : stuck).push(name);
  }
  return { removed, stuck };
}

async function removeLeftover(
  space: ScratchSpace,
  name: string,
  own: string,
  context: Context
): Promise<'not ours' | undefined> {
  const table = { namespace: space.namespace, name };
  // Who may not be asked what it is, is not asked to delete it either.
  const seen = await lookAtScratch(space, table, context).catch(() => undefined);
  if (!(await isLeftover(space, name, own, context))) return 'not ours';
  await dropScratch(space, { table, seen }, context);
  return undefined;
}

async function isLeftover(
  { catalog, namespace, owner }: ScratchSpace,
  name: string,
  own: string,
  context: Context
): Promise<boolean> {
  // A stranger's table may be one that cannot be loaded at all.
  const loaded = await catalog.loadTable({ namespace, name }, context).catch(() => undefined);
  context.signal.throwIfAborted();
  const properties = loaded?.metadata.properties ?? {};
  const over = name === own || Number(properties[UNTIL]) < context.clock.now();
  return properties[SCRATCH_OWNER] === owner && over;
}
