import { converting, nullable } from './convert.js';
import { corrupt, reading, unsupported } from './faults.js';
import { type FileColumn, fileColumns } from './file-columns.js';
import type { DataFile } from './manifest.js';
import type { PartitionSpec } from './metadata.js';
import { openParquet } from './parquet-file.js';
import { checkSeal } from './seal.js';
import type { Field } from './types.js';
import { type Convert, type Row, type Value, setValue } from './value.js';

/** What rows are wanted as. */
export interface Projection {
  readonly columns: readonly Field[];
  /** The table's `schema.name-mapping.default`. */
  readonly nameMapping: string | undefined;
}

interface ColumnToRead {
  readonly field: Field;
  /** The file's key of it; absent where the file does not have it. */
  readonly stored: string | undefined;
  readonly convert: Convert;
}

/**
 * The rows of a data file, with the columns found by their ids and checked against what the manifest counts. Throws
 * `ICEBERG_CORRUPT` with file and column, `ICEBERG_UNSUPPORTED` for what is not done.
 */
export async function readDataFile(
  bytes: Uint8Array,
  data: DataFile,
  spec: PartitionSpec,
  projection: Projection
): Promise<Row[]> {
  const file = data.path;
  checkSeal(file, bytes);
  if (BigInt(bytes.length) !== data.bytes)
    throw corrupt(file, `It has ${bytes.length} bytes, and ${data.bytes} in the manifest`);
  const parquet = openParquet(bytes, file);
  if (parquet.rowCount !== data.rows)
    throw corrupt(file, `It has ${parquet.rowCount} rows, and ${data.rows} in the manifest`);
  const inFile = fileColumns(parquet.schema, projection.nameMapping, file);
  const columns = projection.columns.map((field) => columnToRead(field, inFile, spec, file));
  const names = columns.flatMap(({ stored }) => (stored === undefined ? [] : [stored]));
  const nulls = columns.map(() => 0);
  const rows: Row[] = [];
  for (const [index, count] of parquet.groups.entries()) {
    const stored = await parquet.readColumns(index, names);
    for (const row of rowsOf(count, columns, stored, { file, nulls })) rows.push(row);
  }
  columns.forEach(({ field }, index) => checkNulls(field, nulls[index]!, data));
  return rows;
}

function columnToRead(
  field: Field,
  inFile: readonly FileColumn[],
  spec: PartitionSpec,
  file: string
): ColumnToRead {
  const absent = (part: Field, path: string): Convert => absentField(part, path, spec, file);
  const column = inFile.find(({ id }) => id === field.id);
  if (column === undefined) return { field, stored: undefined, convert: absent(field, field.name) };
  const convert = converting(field.type, column, { file, path: field.name, absent });
  return { field, stored: column.tree.key, convert: nullable(field, field.name, convert) };
}

/** A column that was added after the file was written (spec, "Column Projection"). */
function absentField(field: Field, path: string, { fields }: PartitionSpec, file: string): Convert {
  const doing = `read ${file}`;
  if (fields.some(({ transform, sourceId }) => transform === 'identity' && sourceId === field.id))
    throw unsupported(doing, `It leaves the partition column ${path} to its manifest`);
  if (field.initialDefault !== null)
    throw unsupported(doing, `It leaves the column ${path} to its initial-default`);
  if (field.required) throw corrupt(file, `It does not have the column ${path}, which is required`);
  return () => null;
}

function rowsOf(
  count: number,
  columns: readonly ColumnToRead[],
  stored: ReadonlyMap<string, readonly unknown[]>,
  { file, nulls }: { readonly file: string; readonly nulls: number[] }
): Row[] {
  const rows = Array.from({ length: count }, (): Record<string, Value> => ({}));
  columns.forEach(({ field: { name }, stored: from, convert }, index) => {
    const values = from === undefined ? undefined : stored.get(from);
    reading(file, `The column ${name} cannot be read`, () => {
      for (let i = 0; i < count; i++) {
        const value = values === undefined ? null : convert(values[i]);
        if (value === null) nulls[index]! += 1;
        setValue(rows[i]!, name, value);
      }
    });
  });
  return rows;
}

function checkNulls(field: Field, nulls: number, { path, rows, valueCounts, nullCounts }: DataFile): void {
  if (['struct', 'list', 'map'].includes(field.type.kind)) return;
  const [values, expected] = [valueCounts.get(field.id), nullCounts.get(field.id)];
  if (values !== undefined && values !== rows)
    throw corrupt(path, `The column ${field.name} has ${rows} values, and ${values} in the manifest`);
  if (expected !== undefined && expected !== BigInt(nulls))
    throw corrupt(path, `The column ${field.name} has ${nulls} nulls, and ${expected} in the manifest`);
}
