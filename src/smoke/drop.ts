import type { S3TablesPort } from '../aws/ports.js';
import type { Context } from '../context.js';
import { ActionError, asActionError, type ErrorCode } from '../errors.js';
import type { Catalog, TableName } from '../iceberg/ports.js';
import { waitUntil } from '../wait.js';

/** How long a table that was deleted may still be shown, ms. */
const CAP_MS = 60_000;
/** What passes by itself: a commit at the same moment, compaction among them, and what AWS fails at. */
const PASSING: readonly ErrorCode[] = [
  'ICEBERG_CONFLICT',
  'CONFLICT',
  'THROTTLED',
  'AWS_FAILED',
  'UNREACHABLE'
];

/** Where a table is to be dropped. */
export interface DropSpace {
  readonly catalog: Catalog;
  readonly s3tables: Pick<S3TablesPort, 'getTable' | 'deleteTable'>;
  readonly bucketArn: string;
}

/**
 * Drops a table through the catalog and sees that it is gone; what the catalog does not do S3 Tables' own
 * `DeleteTable` does. Gives why the catalog did not, if so. Throws `LEFT_BEHIND` for a table that stays, and why
 * neither could delete it.
 */
export async function dropScratch(
  space: DropSpace,
  table: TableName,
  context: Context
): Promise<ActionError | undefined> {
  const natively = (): Promise<void> =>
    space.s3tables.deleteTable({ bucketArn: space.bucketArn, ...table }, context);
  let drop = (): Promise<void> => space.catalog.dropTable(table, context);
  let refusal: ActionError | undefined;
  const probe = async (): Promise<Look> => {
    const failure = await drop().then(() => undefined, asActionError);
    context.signal.throwIfAborted();
    if (!(await isThere(space, table, context))) return { done: true, value: refusal };
    const final = failure !== undefined && !PASSING.includes(failure.code);
    if (final && drop === natively) throw failure;
    if (final) refusal = failure;
    if (final || failure === undefined) drop = natively;
    return { done: false, seen: failure?.message ?? 'the table is still there' };
  };
  const what = `the table ${table.namespace}.${table.name} to be gone`;
  return waitUntil(context, { what, capMs: CAP_MS, firstMs: 100, probe }).catch((thrown: unknown) => {
    throw leftBehind(asActionError(thrown));
  });
}

type Look =
  | { readonly done: true; readonly value: ActionError | undefined }
  | { readonly done: false; readonly seen: string };

/** S3 Tables knows best; whoever may not ask it has to believe the catalog. */
async function isThere(space: DropSpace, table: TableName, context: Context): Promise<boolean> {
  try {
    return (await space.s3tables.getTable({ bucketArn: space.bucketArn, ...table }, context)) !== undefined;
  } catch (thrown) {
    if (asActionError(thrown).code !== 'PERMISSION_DENIED') throw thrown;
    return space.catalog.tableExists(table, context);
  }
}

function leftBehind(error: ActionError): ActionError {
  if (error.code !== 'TIMED_OUT' || error.doing === undefined) return error;
  return new ActionError('LEFT_BEHIND', { doing: error.doing, found: error.found, cause: error });
}
