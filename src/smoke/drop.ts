import type { S3TablesPort, TableId, TableInfo } from '../aws/ports.js';
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

/** What is to be dropped. */
export interface Doomed {
  readonly table: TableName;
  /** As S3 Tables showed it before it was judged to be ours; absent: it did not, or may not be asked. */
  readonly seen: TableInfo | undefined;
}

/** What became of looking at a table. */
export interface Looked {
  readonly seen: TableInfo | undefined;
}

/**
 * Drops a table through the catalog and sees that it is gone; what the catalog does not do S3 Tables' own
 * `DeleteTable` does, and only to the table that was seen: another one that has come under its name is left alone.
 * Gives why the catalog did not, if so. Throws `LEFT_BEHIND` for a table that stays, and why neither could delete it.
 */
export async function dropScratch(
  space: DropSpace,
  { table, seen }: Doomed,
  context: Context
): Promise<ActionError | undefined> {
  let now = seen;
  let isNative = false;
  let refusal: ActionError | undefined;
  const drop = (): Promise<void> =>
    isNative && now !== undefined
      ? space.s3tables.deleteTable(idOf(space, table), now.versionToken, context)
      : space.catalog.dropTable(table, context);
  const probe = async (): Promise<Look> => {
    const failure = await drop().then(() => undefined, asActionError);
    context.signal.throwIfAborted();
    const left = await lookFor(space, table, context);
    if (left === 'gone' || isAnother(left, seen)) return { done: true, value: refusal };
    const final = isFinal(failure);
    const mayBeNative = seen !== undefined && left !== 'there';
    if (final && (isNative || !mayBeNative)) throw failure;
    if (final) refusal = failure;
    if (mayBeNative) {
      now = left;
      isNative ||= final || failure === undefined;
    }
    return stillThere(failure);
  };
  const what = `the table ${table.namespace}.${table.name} to be gone`;
  return waitUntil(context, { what, capMs: CAP_MS, firstMs: 100, probe }).catch((thrown: unknown) => {
    throw leftBehind(asActionError(thrown));
  });
}

/** A table as S3 Tables shows it, so that it can be dropped as it was then. `undefined` also where it may not be asked. */
export async function lookAtScratch(
  space: DropSpace,
  table: TableName,
  context: Context
): Promise<TableInfo | undefined> {
  const found = await lookFor(space, table, context);
  return found === 'gone' || found === 'there' ? undefined : found;
}

type Look =
  | { readonly done: true; readonly value: ActionError | undefined }
  | { readonly done: false; readonly seen: string };

/** S3 Tables knows best; whoever may not ask it has to believe the catalog, and learns no more than that it is there. */
async function lookFor(
  space: DropSpace,
  table: TableName,
  context: Context
): Promise<TableInfo | 'gone' | 'there'> {
  try {
    return (await space.s3tables.getTable(idOf(space, table), context)) ?? 'gone';
  } catch (thrown) {
    if (asActionError(thrown).code !== 'PERMISSION_DENIED') throw thrown;
    return (await space.catalog.tableExists(table, context)) ? 'there' : 'gone';
  }
}

function stillThere(failure: ActionError | undefined): Look {
  return { done: false, seen: failure?.message ?? 'the table is still there' };
}

function isFinal(failure: ActionError | undefined): failure is ActionError {
  return failure !== undefined && !PASSING.includes(failure.code);
}

function isAnother(now: TableInfo | 'there', seen: TableInfo | undefined): boolean {
  return now !== 'there' && seen !== undefined && now.arn !== seen.arn;
}

function idOf({ bucketArn }: DropSpace, table: TableName): TableId {
  return { bucketArn, ...table };
}

function leftBehind(error: ActionError): ActionError {
  if (error.code !== 'TIMED_OUT' || error.doing === undefined) return error;
  return new ActionError('LEFT_BEHIND', { doing: error.doing, found: error.found, cause: error });
}
