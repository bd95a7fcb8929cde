import type { Context } from '../context.js';
import { ActionError, asActionError } from '../errors.js';
import type { Figures } from '../smoke-report.js';
import { waitUntil } from '../wait.js';
import type { Bench } from './bench.js';
import { hiddenByNames } from './hidden.js';

/** Glue shows a new table at once or a little later; nobody promises when. ms */
const CAP_MS = 120_000;

/**
 * Waits until Glue shows the namespace and the environment's table in the federated catalog, and says how long it
 * took. Where the integration is off there is nothing to see, and that is said. Throws `TIMED_OUT`, and at once
 * `HIDDEN_FROM_GLUE` for a table that Glue never shows.
 */
export async function waitForGlue(bench: Bench, context: Context): Promise<Figures> {
  const { glue, catalogId, table } = bench;
  if (!(await isIntegrated(bench, context))) {
    return { skipped: 'the analytics integration is off' };
  }
  const hidden = await hiddenByNames(bench, context);
  if (hidden !== undefined) throw hidden;
  const start = context.clock.now();
  await waitUntil(context, {
    what: `Glue to show ${table.namespace}.${table.name} in ${catalogId}`,
    capMs: CAP_MS,
    probe: async () => {
      const seen = await glue.hasTable({ catalogId, database: table.namespace, name: table.name }, context);
      return seen ? { done: true, value: undefined } : { done: false, seen: 'Glue does not have it' };
    }
  }).catch((thrown: unknown) => {
    throw hint(asActionError(thrown));
  });
  return { note: `visible after ${context.clock.now() - start} ms` };
}

/** Whether the account's analytics integration is on. Asked once. */
export async function isIntegrated(bench: Bench, context: Context): Promise<boolean> {
  bench.integrated ??= (await bench.glue.getCatalog('s3tablescatalog', context)) !== undefined;
  return bench.integrated;
}

/** Why Glue shows nothing it does not say. */
function hint(error: ActionError): ActionError {
  if (error.code !== 'TIMED_OUT' || error.doing === undefined) return error;
  const { code, doing, found, cause } = error;
  const todo =
    'Glue does not show tables with upper-case letters in column names, nor, with Lake Formation access control, what ' +
    'the role of this run has no DESCRIBE on. If neither is so, run again with a higher timeout-minutes.';
  return new ActionError(code, { doing, found, todo, cause });
}
