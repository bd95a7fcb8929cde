import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import type { LoadedTable } from '../iceberg/ports.js';
import type { Figures } from '../smoke-report.js';
import type { Bench } from './bench.js';

/**
 * Opens the Iceberg REST catalog, lists what is in it, and loads the environment's table. Throws `INTEGRATION_OFF`
 * where Glue's catalog is asked for and there is none, `NO_ENVIRONMENT` where something is missing.
 */
export async function openCatalog(bench: Bench, context: Context): Promise<Figures> {
  const { catalog, namespace } = bench.space;
  if (bench.via === 'glue') await refuseWithoutIntegration(bench, context);
  await catalog.config(context);
  const [namespaces, tables] = await Promise.all([
    catalog.listNamespaces(context),
    catalog.listTables(namespace, context)
  ]);
  const { name } = bench.table;
  if (!namespaces.includes(namespace)) throw missing(`the namespace ${namespace}`);
  if (!tables?.includes(name)) throw missing(`the table ${namespace}.${name}`);
  const loaded = await load(bench, context);
  if (loaded === undefined) throw missing(`the table ${namespace}.${name}`);
  return { note: `format version ${loaded.metadata.formatVersion}` };
}

async function refuseWithoutIntegration({ glue }: Bench, context: Context): Promise<void> {
  if ((await glue.getCatalog('s3tablescatalog', context)) !== undefined) return;
  throw new ActionError('INTEGRATION_OFF', {
    doing: 'open the Iceberg catalog of Glue',
    found: 'There is no Glue catalog s3tablescatalog in this account and region.',
    todo: 'Run apply with analytics-integration: enable, or use smoke-test-via: s3tables, which does without.'
  });
}

async function load({ space, table }: Bench, context: Context): Promise<LoadedTable | undefined> {
  try {
    return await space.catalog.loadTable(table, context);
  } catch (thrown) {
    throw isWithoutMetadata(thrown) ? withoutMetadata(`${table.namespace}.${table.name}`, thrown) : thrown;
  }
}

/** How S3 Tables answers for a table that was made without a schema. */
function isWithoutMetadata(thrown: unknown): thrown is ActionError {
  return thrown instanceof ActionError && /metadata location/i.test(thrown.answer?.message ?? '');
}

function withoutMetadata(name: string, error: ActionError): ActionError {
  return new ActionError('NO_ENVIRONMENT', {
    doing: `load the table ${name}`,
    answer: error.answer,
    found: `The table ${name} has no Iceberg metadata yet, so no engine can read it.`,
    todo: 'Run apply with a table-schema other than none: it gives the table its first metadata.',
    cause: error
  });
}

function missing(what: string): ActionError {
  return new ActionError('NO_ENVIRONMENT', {
    doing: `find ${what} in the Iceberg catalog`,
    found:
      'The catalog does not show it. Where Lake Formation controls the access, it may be hidden from this role.'
  });
}
