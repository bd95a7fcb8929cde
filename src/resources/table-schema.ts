import { randomUUID } from 'node:crypto';
import type { TableId, TableInfo } from '../aws/ports.js';
import type { Column } from '../column.js';
import { ActionError } from '../errors.js';
import { newTableMetadata } from '../iceberg/new-metadata.js';
import { type Field, typeName } from '../iceberg/types.js';
import type { Change } from '../change.js';
import type { Look } from '../observe/look.js';
import type { Writers } from '../observe/readers.js';

/** What a new schema will have, column by column. */
export function columnChanges(columns: readonly Column[] = []): Change[] {
  return columns.map((column) => ({ path: pathOf(column), to: shown(column) }));
}

/** How the columns of a live table differ from the declared ones. */
export interface SchemaDifference {
  /** Column by column. With a `to`: what is declared is not there; without: what is there is not declared. */
  readonly changes: readonly Change[];
  /** Columns that are there and that `table-schema` has no words for, in whole sentences. */
  readonly notes: readonly string[];
}

/** Compares by name; types that cannot be declared are only told where nothing is declared under their name. */
export function schemaDifference(declared: readonly Column[], there: readonly Field[]): SchemaDifference {
  const found = new Map(there.map((field) => [field.name, field]));
  const missing = declared.flatMap((column): Change[] => {
    const field = found.get(column.name);
    const [from, to] = [field && shown(columnOf(field)), shown(column)];
    return from !== undefined && plain(from) === plain(to) ? [] : [{ path: pathOf(column), from, to }];
  });
  const names = new Set(declared.map(({ name }) => name));
  const extra = there.filter(({ name }) => !names.has(name));
  return {
    changes: [
      ...missing,
      ...extra.filter(isDeclarable).map((field) => ({ path: pathOf(field), from: shown(columnOf(field)) }))
    ],
    notes: extra
      .filter((field) => !isDeclarable(field))
      .map((field) => `Column ${field.name} is there as ${shown(columnOf(field))}, which cannot be declared.`)
  };
}

function isDeclarable({ type: { kind } }: Field): boolean {
  return !['opaque', 'list', 'map', 'struct', 'timestamp_ns', 'timestamptz_ns'].includes(kind);
}

function columnOf({ name, type, required }: Field): Column {
  return { name, type: typeName(type), required };
}

/**
 * Gives a table that was made without a schema its first metadata, so that every engine can load it: a metadata
 * file in its warehouse, and then its location, if nobody else was faster
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/API_s3Buckets_UpdateTableMetadataLocation.html).
 */
export async function writeFirstMetadata(
  aws: Pick<Writers, 's3tables' | 'warehouse'>,
  table: { readonly id: TableId; readonly info: TableInfo },
  columns: readonly Column[],
  look: Look
): Promise<void> {
  const { id, info } = table;
  const { context } = look;
  const location = `${info.warehouseLocation}/metadata/00000-${randomUUID()}.metadata.json`;
  const text = newTableMetadata(columns, { location: info.warehouseLocation, nowMs: context.clock.now() });
  await aws.warehouse.write(location, Buffer.from(text), context);
  try {
    await aws.s3tables.updateMetadataLocation(id, { location, versionToken: info.versionToken }, context);
  } catch (error) {
    // Somebody else's metadata, or ours and only the answer was lost: either way the table has some now.
    if (!(error instanceof ActionError) || error.code !== 'CONFLICT') throw error;
    if ((await look.anew().s3tables.getTable(id))?.metadataLocation === undefined) throw error;
  }
}

function pathOf({ name }: { readonly name: string }): string {
  return `schema.${name}`;
}

function shown({ type, required }: Column): string {
  return required ? `${type} required` : type;
}

/** Types are written with and without a space after the comma: `decimal(9, 2)`. */
function plain(text: string): string {
  return text.replaceAll(' ', '');
}
