import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import type { TableMetadata } from '../iceberg/metadata.js';
import type { Figures } from '../smoke-report.js';
import type { Bench } from './bench.js';
import { hiddenByNames } from './hidden.js';
import { isIntegrated } from './visible.js';

/**
 * Opens the Iceberg REST catalog, lists what is in it, and loads the environment's table. Throws `INTEGRATION_OFF`
 * where Glue's catalog is asked for and there is none, `NO_ENVIRONMENT` where something is missing.
 */
export async function openCatalog(bench: Bench, context: Context): Promise<Figures> {
  const { catalog, namespace } = bench.space;
  const config = aside(catalog.config(context));
  if (bench.via === 'glue') await refuseWithoutIntegration(bench, context);
  await config;
  const loading = aside(load(bench, context));
  const [namespaces, tables] = await Promise.all([
    catalog.listNamespaces(context),
    catalog.listTables(namespace, context)
  ]);
  const { name } = bench.table;
  if (!namespaces.includes(namespace)) throw missing(`the namespace ${namespace}`);
  bench.listed = tables ?? [];
  const loaded = bench.listed.includes(name) ? await loading : undefined;
  if (loaded !== undefined) {
    bench.environment = loaded.metadata;
    return { note: loaded.note };
  }
  const hidden = bench.via === 'glue' ? await hiddenByNames(bench, context) : undefined;
  throw hidden ?? missing(`the table ${namespace}.${name}`);
}

/** What is under way beside something else: it is waited for later, or not at all. */
function aside<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

async function refuseWithoutIntegration(bench: Bench, context: Context): Promise<void> {
  if (await isIntegrated(bench, context)) return;
  throw new ActionError('INTEGRATION_OFF', {
    doing: 'open the Iceberg catalog of Glue',
    found: 'There is no Glue catalog s3tablescatalog in this account and region.',
    todo: 'Run apply with analytics-integration: enable, or use smoke-test-via: s3tables, which does without.'
  });
}

interface Loaded {
  /** What is to be said of it. */
  readonly note: string;
  /** Absent where this action cannot read what it is. */
  readonly metadata?: TableMetadata;
}

/** Loads the table; `undefined`: the catalog does not have it. */
async function load({ space, table }: Bench, context: Context): Promise<Loaded | undefined> {
  try {
    const { metadata } = (await space.catalog.loadTable(table, context)) ?? {};
    return metadata && { note: `format version ${metadata.formatVersion}`, metadata };
  } catch (thrown) {
    // Its rows are not read: what they take is a matter between the table and the engines that use it.
    if (thrown instanceof ActionError && thrown.code === 'ICEBERG_UNSUPPORTED')
      return { note: `not understood by this action, but loaded: ${thrown.found ?? thrown.means}` };
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
