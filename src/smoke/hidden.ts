import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { type TableMetadata, columnsOf, parseMetadata } from '../iceberg/metadata.js';
import { hiddenFromGlue, upperCaseIn } from '../iceberg/upper-case.js';
import type { Bench } from './bench.js';

/**
 * Why Glue does not show the environment's table, if it is the names of its columns: as the catalog loaded them in this
 * run, or as S3 Tables itself tells them where the catalog does not have the table. `undefined` also where they cannot
 * be read: then that is not known.
 */
export async function hiddenByNames(
  { space, files, table, environment }: Bench,
  context: Context
): Promise<ActionError | undefined> {
  const names = await upperCaseNames().catch(() => []);
  context.signal.throwIfAborted();
  if (names.length === 0) return undefined;
  return new ActionError('HIDDEN_FROM_GLUE', {
    doing: `find the table ${table.namespace}.${table.name} in Glue`,
    found: `The table is there. ${hiddenFromGlue(names)}`
  });

  async function upperCaseNames(): Promise<readonly string[]> {
    if (environment !== undefined) return upperCaseNamesOf(environment);
    const info = await space.s3tables.getTable({ bucketArn: space.bucketArn, ...table }, context);
    const location = info?.metadataLocation;
    if (location === undefined) return [];
    return upperCaseNamesOf(parseMetadata(await files.readText(location, context), location));
  }
}

function upperCaseNamesOf(metadata: TableMetadata): readonly string[] {
  return upperCaseIn(columnsOf(metadata, metadata.currentSchemaId));
}
