import type { Context } from '../context.js';
import { ActionError, type ErrorCode } from '../errors.js';
import { waitUntil } from '../wait.js';
import type { TableMetadata } from './metadata.js';
import type { CatalogTable, Commit } from './ports.js';

const MOST_TRIES = 10;
const CAP_MS = 5 * 60_000;

/** After these it is not known, or not decided, whether the commit was made: the table itself says. */
const UNDECIDED: readonly ErrorCode[] = [
  'ICEBERG_CONFLICT',
  'AWS_REFUSED',
  'AWS_FAILED',
  'UNREACHABLE',
  'GARBLED_ANSWER',
  'THROTTLED'
];
/** Of these a second try with the same content would end the same way. */
const FINAL: readonly ErrorCode[] = ['AWS_REFUSED'];

/** A change of a table that is tried until it is made. */
export interface Change<T> {
  /** For messages: `append 3 rows`. */
  readonly doing: string;
  /** What the change came to, if the table has it already; so an answer that was lost is no failure. */
  readonly made: (metadata: TableMetadata) => T | undefined;
  /** What to commit on top of the table as it is now. */
  readonly prepare: (metadata: TableMetadata) => Promise<Commit>;
}

/**
 * Commits a change: prepares it on the table as it is known or loaded, commits, and on a conflict begins again with the
 * table as it is then. Throws `ICEBERG_CONFLICT` when ten tries were in vain, `ICEBERG_NOT_FOUND` when there is no such table, and what the
 * catalog throws.
 */
export async function commitChange<T>(table: CatalogTable, change: Change<T>, context: Context): Promise<T> {
  let known = table.from;
  let failure: ActionError | undefined;
  let tries = 0;
  return waitUntil(context, {
    what: `the catalog to let this run ${change.doing}`,
    capMs: CAP_MS,
    firstMs: 100,
    probe: async () => {
      const metadata = known ?? (await loaded(table, change.doing, context));
      known = undefined;
      const made = change.made(metadata);
      if (made !== undefined) return { done: true, value: made };
      if (failure !== undefined && (tries >= MOST_TRIES || FINAL.includes(failure.code))) throw failure;
      tries += 1;
      const commit = await change.prepare(metadata);
      const outcome = await tryCommit(() => table.catalog.commit(table.name, commit, context));
      if (outcome instanceof ActionError) failure = outcome;
      const value = outcome instanceof ActionError ? undefined : change.made(outcome);
      if (value !== undefined) return { done: true, value };
      return { done: false, seen: failure?.message ?? 'a table without the change' };
    }
  });
}

async function loaded(
  { catalog, name: table }: CatalogTable,
  doing: string,
  context: Context
): Promise<TableMetadata> {
  const now = await catalog.loadTable(table, context);
  if (now !== undefined) return now.metadata;
  throw new ActionError('ICEBERG_NOT_FOUND', {
    doing,
    found: `There is no table ${table.namespace}.${table.name}.`
  });
}

async function tryCommit(commit: () => Promise<TableMetadata>): Promise<TableMetadata | ActionError> {
  try {
    return await commit();
  } catch (thrown) {
    if (thrown instanceof ActionError && UNDECIDED.includes(thrown.code)) return thrown;
    throw thrown;
  }
}
