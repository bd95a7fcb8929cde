import type { Context } from './context.js';
import { ActionError, type ErrorCode } from './errors.js';
import { waitUntil } from './wait.js';

/** How long a failure of each kind is tried again, ms. */
type Patience = Partial<Readonly<Record<ErrorCode, number>>>;

/** What passes by itself. An answer that is not AWS's comes from something in between, which seldom changes its mind. */
const PATIENCE: Patience = {
  CONFLICT: 60_000,
  THROTTLED: 120_000,
  AWS_FAILED: 120_000,
  UNREACHABLE: 30_000,
  GARBLED_ANSWER: 30_000
};

/** Something that is only ever written as a whole, without a version that would tell of another writer. */
export interface Rewrite<Document, Result> {
  /** For the log, after "to": `write the Lake Formation settings`. */
  readonly what: string;
  readonly read: () => Promise<Document>;
  /** Merges, and writes at most once, by a call that nothing repeats. */
  readonly write: (document: Document) => Promise<Result>;
  /** Besides what always passes by itself. */
  readonly patience?: Patience;
}

/**
 * Reads, merges and writes; where the write fails with what passes by itself, it begins again with the reading. A write
 * that is repeated as it was would undo what others have written since it was read.
 * Throws what `read` throws, and what `write` fails with at last.
 */
export async function rewrite<Document, Result>(
  context: Context,
  { what, read, write, patience = {} }: Rewrite<Document, Result>
): Promise<Result> {
  const start = context.clock.now();
  let last: ActionError | undefined;
  const probe = async (): Promise<Look<Result>> => {
    const document = await read();
    try {
      return { done: true, value: await write(document) };
    } catch (thrown) {
      if (!(thrown instanceof ActionError)) throw thrown;
      const patienceMs = patience[thrown.code] ?? PATIENCE[thrown.code] ?? 0;
      if (context.clock.now() - start >= patienceMs) throw thrown;
      if (last === undefined) context.reporter.info(`Trying again to ${what}, from a fresh read.`);
      context.reporter.debug(`Could not ${what}: ${thrown.code}`);
      last = thrown;
      return { done: false, seen: thrown.message };
    }
  };
  try {
    return await waitUntil(context, { what, capMs: Infinity, firstMs: 1_000, maxMs: 10_000, probe });
  } catch (thrown) {
    // The deadline is not what is wrong; what kept the write from succeeding is.
    const isOver = thrown instanceof ActionError && thrown.code === 'TIMED_OUT';
    throw isOver && last !== undefined ? last : thrown;
  }
}

type Look<T> = { readonly done: true; readonly value: T } | { readonly done: false; readonly seen: string };
