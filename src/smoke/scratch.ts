import type { Context } from '../context.js';
import type { LoadedTable, Catalog, TableName } from '../iceberg/ports.js';
import { COLUMNS } from './rows.js';

/** Marks a scratch table as this environment's: name alone could be a coincidence. */
const OWNER = 'iceberg-environment.smoke-test';
/** Until when the run that made it may still use it; ms since the epoch. */
const UNTIL = 'iceberg-environment.smoke-test-until';
const NAME = /^smoke_\d+_\d+$/;

/** Whose scratch tables these are, and in which namespace. */
export interface ScratchSpace {
  readonly catalog: Catalog;
  readonly namespace: string;
  /** `<env>/<application>` */
  readonly owner: string;
}

/** The name of a run's scratch table; outside GitHub the time stands for the run. */
export function scratchName(run: string | undefined, nowMs: number): string {
  const [id = '', attempt = '1'] = run?.split('-') ?? [];
  return /^\d+$/.test(id) ? `smoke_${id}_${attempt}` : `smoke_${nowMs}_1`;
}

/** Makes the scratch table, marked as ours until the deadline of the run. */
export function createScratch(space: ScratchSpace, table: TableName, context: Context): Promise<LoadedTable> {
  const properties = { [OWNER]: space.owner, [UNTIL]: String(context.deadline) };
  return space.catalog.createTable(table, { columns: COLUMNS, properties }, context);
}

/**
 * Removes the scratch tables that earlier runs of this environment left behind: those with a scratch name, with our
 * mark, and either of the name that this run needs or past the deadline of the run that made them. Gives their names.
 */
export async function removeLeftovers(space: ScratchSpace, own: string, context: Context): Promise<string[]> {
  const { catalog, namespace } = space;
  const names = (await catalog.listTables(namespace, context)) ?? [];
  const removed: string[] = [];
  for (const name of names.filter((each) => NAME.test(each))) {
    const table = { namespace, name };
    const properties = (await catalog.loadTable(table, context))?.metadata.properties ?? {};
    const over = name === own || Number(properties[UNTIL]) < context.clock.now();
    if (properties[OWNER] !== space.owner || !over) continue;
    await catalog.dropTable(table, context);
    removed.push(name);
  }
  return removed;
}
