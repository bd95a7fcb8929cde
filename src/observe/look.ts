import type { Aws, TargetedGrant } from '../aws/ports.js';
import type { Context } from '../context.js';
import { readersOf, type Readers } from './readers.js';

/**
 * What a look expects to find: everything, nothing any more, or only the record by which the rest was found. It decides
 * what is asked for at once, and what only when something else is there.
 */
export type Expects = 'all' | 'nothing' | 'record' | 'unknown';

/** What only writes tell, handed on from look to look. */
export interface Learnt {
  /** The ids of the resources that this run has made itself. */
  readonly made: Set<string>;
  /** The ARNs that AWS gave to what it made, by the id of the resource. */
  readonly arns: Map<string, string>;
  /** What Lake Formation lists and says was never granted: what administrators may do because they are. */
  readonly neverGranted: TargetedGrant[];
  /** True: the environment's namespace in a shared table bucket was seen to be its own, before what says so went. */
  isNamespaceProven: boolean;
  /** ms since the epoch: the Lake Formation settings, once written, are not worth a look before. */
  settingsFrom: number;
}

/**
 * One look at AWS: whoever asks for the same thing gets the same answer, and AWS is asked once. A write ends it: what is
 * there then only a new look tells.
 */
export interface Look extends Readers {
  readonly context: Context;
  readonly expects: Expects;
  readonly learnt: Learnt;
  /** A new look, which has read nothing yet and knows what was learnt. */
  anew(expects?: Expects): Look;
  /**
   * Reads what can only be there when `parent` is. Where all is expected to be there, both are asked for at once;
   * otherwise the second only when the first is there, which saves a call in vain.
   */
  within<T>(parent: () => Promise<unknown>, read: () => Promise<T | undefined>): Promise<T | undefined>;
  /** Where it is expected to be there: begins to read what will be asked for. */
  ahead(read: () => Promise<unknown>): void;
}

/**
 * The same look, which sees a table bucket as another one does: what many environments have in common is then read once
 * for all of them.
 */
export function sharing(look: Look, bucketArn: string, common: Look): Look {
  const { s3tables } = look;
  const of = (arn: string): Look['s3tables'] => (arn === bucketArn ? common.s3tables : s3tables);
  const listTables: Look['s3tables']['listTables'] = async (arn, namespace) => {
    if (arn !== bucketArn) return s3tables.listTables(arn, namespace);
    const all = await common.s3tables.listTables(arn, undefined);
    return all?.filter((table) => namespace === undefined || table.namespace === namespace);
  };
  return { ...look, s3tables: { ...s3tables, getTags: (arn) => of(arn).getTags(arn), listTables } };
}

/** Begins the first look of a run. */
export function lookAt(aws: Aws, context: Context, expects: Expects = 'unknown'): Look {
  const learnt: Learnt = {
    made: new Set(),
    arns: new Map(),
    neverGranted: [],
    isNamespaceProven: false,
    settingsFrom: 0
  };
  return lookWith(aws, context, expects, learnt);
}

function lookWith(aws: Aws, context: Context, expects: Expects, learnt: Learnt): Look {
  const ahead = (read: () => Promise<unknown>): void => {
    // Whoever asks for it gets the failure.
    if (expects === 'all' || expects === 'record') read().catch(() => undefined);
  };
  return {
    ...readersOf(aws, context),
    context,
    expects,
    learnt,
    anew: (next = 'unknown') => lookWith(aws, context, next, learnt),
    ahead,
    within: async (parent, read) => {
      ahead(read);
      return (await parent()) === undefined ? undefined : read();
    }
  };
}
