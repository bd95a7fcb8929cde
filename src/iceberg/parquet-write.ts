import { inspect } from 'node:util';
import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { type Compare, lowerBound, orderOf, upperBound } from './bounds.js';
import type { ColumnMetrics } from './column-metrics.js';
import { unsupported } from './faults.js';
import { parquetLeaf } from './parquet-types.js';
import { type Physical, writingOf } from './physical.js';
import { type Field, type PrimitiveType, typeName } from './types.js';
import type { Row } from './value.js';
import { ActionError } from '../errors.js';

const ROWS_OF_A_GROUP = 100_000;
const BRIEF = { depth: 0, maxArrayLength: 8, maxStringLength: 60 };

/** A Parquet file, and what its manifest is to say of it. */
export interface ParquetFile {
  readonly bytes: Uint8Array;
  readonly metrics: ReadonlyMap<number, ColumnMetrics>;
  readonly splitOffsets: readonly bigint[];
}

interface ColumnToWrite {
  readonly field: Field;
  readonly type: PrimitiveType;
  readonly data: (Physical | null)[];
}

/**
 * Writes rows as a Parquet file with the columns' ids. Throws `ICEBERG_BAD_ROW` with row and column for a value that
 * does not fit, `ICEBERG_UNSUPPORTED` with the name of a column whose type it does not write.
 */
export function writeParquet(columns: readonly Field[], rows: readonly Row[]): ParquetFile {
  if (columns.length === 0) throw unsupported('append rows', 'The table has no columns');
  refuseUnknown(columns, rows);
  const written = columns.map((field) => columnOf(field, rows));
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema: schemaOf(written), createdBy: 'iceberg-environment' });
  const columnData = written.map(({ field, type, data }) => ({
    name: field.name,
    data,
    ...STORAGE[type.kind]
  }));
  void parquet.write({ columnData, rowGroupSize: ROWS_OF_A_GROUP });
  void parquet.finish();
  const groups = parquet.row_groups.map(({ columns }) => columns.map(({ meta_data }) => meta_data!));
  const sizeOf = (index: number): bigint =>
    groups.reduce((sum, group) => sum + group[index]!.total_compressed_size, 0n);
  return {
    bytes: writer.getBytes(),
    metrics: new Map(written.map((column, i) => [column.field.id, metricsOf(column, sizeOf(i))])),
    splitOffsets: groups.map(([first]) => first!.dictionary_page_offset ?? first!.data_page_offset)
  };
}

/**
 * Where the Parquet writer is not let choose. A dictionary takes -0.0 and 0.0 for one value. Iceberg's vectorized reader,
 * which is Spark's, reads booleans in no other encoding. Of UUIDs there are no bounds for the reason that there are none in
 * the manifest (`bounds.ts`): Iceberg for Java orders them as signed numbers, Parquet does not.
 */
const STORAGE: { readonly [kind in PrimitiveType['kind']]?: { encoding?: 'PLAIN'; statistics?: false } } = {
  boolean: { encoding: 'PLAIN' },
  float: { encoding: 'PLAIN' },
  double: { encoding: 'PLAIN' },
  uuid: { statistics: false }
};

function schemaOf(columns: readonly ColumnToWrite[]): SchemaElement[] {
  const leaves = columns.map(({ field, type }): SchemaElement => ({
    name: field.name,
    repetition_type: field.required ? 'REQUIRED' : 'OPTIONAL',
    field_id: field.id,
    ...parquetLeaf(type)
  }));
  return [{ name: 'table', num_children: leaves.length }, ...leaves];
}

function refuseUnknown(columns: readonly Field[], rows: readonly Row[]): void {
  const names = new Set(columns.map(({ name }) => name));
  rows.forEach((row, index) => {
    for (const name of Object.keys(row))
      if (!names.has(name)) throw badRow(index, name, 'the table has no such column');
  });
}

function badRow(index: number, column: string, why: string): ActionError {
  return new ActionError('ICEBERG_BAD_ROW', {
    doing: 'append rows',
    found: `Row ${index}, column ${column}: ${why}.`
  });
}

function columnOf(field: Field, rows: readonly Row[]): ColumnToWrite {
  const { name, required } = field;
  const type = writableType(field);
  const { physical, takes } = writingOf(type);
  const data = new Array<Physical | null>(rows.length);
  for (let i = 0; i < rows.length; i++) {
    // A row is any object: what it inherits is no value of it.
    const value = Object.hasOwn(rows[i]!, name) ? rows[i]![name] : undefined;
    if (value === undefined && field.writeDefault !== null)
      throw unsupported(
        'append rows',
        `Row ${i} leaves the column ${name} to its default, which is not done`
      );
    if (value === null || value === undefined) {
      if (required) throw badRow(i, name, 'it is null, and the column is required');
      data[i] = null;
      continue;
    }
    const written = physical(value);
    if (written === undefined)
      throw badRow(i, name, `${inspect(value, BRIEF)} does not fit ${typeName(type)}, which takes ${takes}`);
    data[i] = written;
  }
  return { field, type, data };
}

function writableType({ name, type }: Field): PrimitiveType {
  if (type.kind === 'struct' || type.kind === 'list' || type.kind === 'map')
    throw unsupported('append rows', `The column ${name} is a ${type.kind}, which is read but not written`);
  if (type.kind === 'opaque')
    throw unsupported('append rows', `The column ${name} has the type ${type.name}`);
  return type;
}

function metricsOf({ type, data }: ColumnToWrite, size: bigint): ColumnMetrics {
  const isFloating = type.kind === 'float' || type.kind === 'double';
  let [nulls, nans] = [0, 0];
  const values = extremes(orderOf(type));
  for (const value of data) {
    if (value === null) nulls += 1;
    else if (value !== value) nans += 1;
    else values.add(value);
  }
  const { least, greatest } = values;
  return {
    size,
    nulls,
    nans: isFloating ? nans : undefined,
    lower: least === undefined ? undefined : lowerBound(type, least),
    upper: greatest === undefined ? undefined : upperBound(type, greatest)
  };
}

interface Extremes {
  least: Physical | undefined;
  greatest: Physical | undefined;
  add(value: Physical): void;
}

function extremes(compare: Compare | undefined): Extremes {
  return {
    least: undefined,
    greatest: undefined,
    add(value) {
      if (compare === undefined) return;
      if (this.least === undefined || compare(value, this.least) < 0) this.least = value;
      if (this.greatest === undefined || compare(value, this.greatest) > 0) this.greatest = value;
    }
  };
}
