import type { GluePort } from '../aws/ports.js';
import type { Context } from '../context.js';
import type { TableName } from '../iceberg/ports.js';
import { waitUntil } from '../wait.js';
import type { Figures } from '../smoke-report.js';

/** Glue shows a new table at once or a little later; nobody promises when. ms */
const CAP_MS = 120_000;

/** Where to look for which table. */
export interface GlueView {
  readonly glue: GluePort;
  /** `<account>:s3tablescatalog/<bucket>` */
  readonly catalogId: string;
  readonly table: TableName;
}

/**
 * Waits until Glue shows the namespace and the table in the federated catalog, and says how long it took. Where the
 * integration is off there is nothing to see, and that is said.
 */
export async function waitForGlue({ glue, catalogId, table }: GlueView, context: Context): Promise<Figures> {
  if ((await glue.getCatalog('s3tablescatalog', context)) === undefined) {
    return { note: 'skipped: the analytics integration is off' };
  }
  const start = context.clock.now();
  await waitUntil(context, {
    what: `Glue to show ${table.namespace}.${table.name} in ${catalogId}`,
    capMs: CAP_MS,
    probe: async () => {
      const seen = await glue.hasTable({ catalogId, database: table.namespace, name: table.name }, context);
      return seen ? { done: true, value: undefined } : { done: false, seen: 'Glue does not have it' };
    }
  });
  return { note: `visible after ${context.clock.now() - start} ms` };
}
