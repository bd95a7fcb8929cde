import { randomUUID } from 'node:crypto';
import type { Aws, TableId, TableInfo } from '../aws/ports.js';
import type { Column } from '../column.js';
import type { Context } from '../context.js';
import { ActionError, asActionError } from '../errors.js';
import { columnsOf, parseMetadata } from '../iceberg/metadata.js';
import { newTableMetadata } from '../iceberg/new-metadata.js';
import { typeName } from '../iceberg/types.js';
import type { Change } from '../resource.js';

/** What a new schema will have, column by column. */
export function columnChanges(columns: readonly Column[] = []): Change[] {
  return columns.map((column) => ({ path: `schema.${column.name}`, to: shown(column) }));
}

/**
 * How the schema of a table differs from the declared one, column by column. It is only told: changing the columns
 * of a live table is an Iceberg commit that its users have to agree to. What cannot be read is told as well.
 */
export async function schemaNotes(
  aws: Pick<Aws, 'warehouse'>,
  { metadataLocation }: TableInfo,
  columns: readonly Column[] | undefined,
  context: Context
): Promise<string[]> {
  if (columns === undefined || metadataLocation === undefined) return [];
  try {
    const metadata = parseMetadata(await aws.warehouse.readText(metadataLocation, context), metadataLocation);
    const there = columnsOf(metadata, metadata.currentSchemaId).map(({ name, type, required }) => ({
      name,
      type: typeName(type),
      required
    }));
    return schemaDifferences(columns, there).map((line) => `Not applied: ${line}`);
  } catch (error) {
    context.signal.throwIfAborted();
    return [`Its schema could not be compared with table-schema: ${asActionError(error).message}`];
  }
}

/** One sentence for each column that differs. */
export function schemaDifferences(declared: readonly Column[], there: readonly Column[]): string[] {
  const found = new Map(there.map((column) => [column.name, column]));
  const missing = declared.flatMap((column) => {
    const other = found.get(column.name);
    if (other === undefined)
      return [`column ${column.name} is declared as ${shown(column)}, and is not there`];
    if (plain(other) === plain(column)) return [];
    return [`column ${column.name} is declared as ${shown(column)}, and is ${shown(other)}`];
  });
  const names = new Set(declared.map(({ name }) => name));
  const extra = there
    .filter(({ name }) => !names.has(name))
    .map((column) => `column ${column.name} is there as ${shown(column)}, and is not declared`);
  return [...missing, ...extra];
}

/**
 * Gives a table that was made without a schema its first metadata, so that every engine can load it: a metadata
 * file in its warehouse, and then its location, if nobody else was faster
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/API_s3Buckets_UpdateTableMetadataLocation.html).
 */
export async function writeFirstMetadata(
  aws: Pick<Aws, 's3tables' | 'warehouse'>,
  table: { readonly id: TableId; readonly info: TableInfo },
  columns: readonly Column[],
  context: Context
): Promise<void> {
  const { id, info } = table;
  const location = `${info.warehouseLocation}/metadata/00000-${randomUUID()}.metadata.json`;
  const text = newTableMetadata(columns, { location: info.warehouseLocation, nowMs: context.clock.now() });
  await aws.warehouse.write(location, Buffer.from(text), context);
  try {
    await aws.s3tables.updateMetadataLocation(id, { location, versionToken: info.versionToken }, context);
  } catch (error) {
    // Somebody else's metadata, or ours and only the answer was lost: either way the table has some now.
    if (!(error instanceof ActionError) || error.code !== 'CONFLICT') throw error;
    if ((await aws.s3tables.getTable(id, context))?.metadataLocation === undefined) throw error;
  }
}

function shown({ type, required }: Column): string {
  return required ? `${type} required` : type;
}

/** Types are written with and without a space after the comma: `decimal(9, 2)`. */
function plain(column: Column): string {
  return shown(column).replaceAll(' ', '');
}
