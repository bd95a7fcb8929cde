import { gunzipSync } from 'node:zlib';
import {
  type DecodedArray,
  type FileMetaData,
  type SchemaElement,
  type SchemaTree,
  parquetMetadata,
  parquetRead,
  parquetSchema
} from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { corrupt, reading, readingAsync, unsupported } from './faults.js';

type Codec = (input: Uint8Array, outputLength: number) => Uint8Array;

/** Node's gunzip checks the checksum that every gzip member ends with. */
const DECODERS = { ...compressors, GZIP: (input: Uint8Array): Uint8Array => gunzipSync(input) };

/** A page without values, as that of nothing but nulls is, may be empty, which not every decoder takes. */
const CODECS = Object.fromEntries(
  Object.entries(DECODERS).map(([name, decode]): [string, Codec] => [
    name,
    (input, length) => (length === 0 ? new Uint8Array() : decode(input, length))
  ])
);

/** A column of a file, or a part of one, as it is written. */
export interface StoredColumn {
  readonly element: SchemaElement;
  /** What its values are found by: a name of our own, since those in the file may be any, and twice. */
  readonly key: string;
  readonly children: readonly StoredColumn[];
}

/** A Parquet file that is open for reading. */
export interface OpenParquet {
  /** Its columns as they are written, with their ids. */
  readonly schema: StoredColumn;
  readonly rowCount: bigint;
  /** How many rows each row group has. */
  readonly groups: readonly number[];
  /**
   * Columns of a row group, by key, as they are stored: a struct is an object by key, a list an array, a map what a
   * struct of a list of structs would be. Throws `ICEBERG_CORRUPT`, and `ICEBERG_UNSUPPORTED` for an encoding or codec
   * that is not done.
   */
  readColumns(group: number, keys: readonly string[]): Promise<ReadonlyMap<string, readonly unknown[]>>;
}

/** Opens a Parquet file, which is `file`. Throws `ICEBERG_CORRUPT`. */
export function openParquet(bytes: Uint8Array, file: string): OpenParquet {
  const metadata = reading(file, 'Its Parquet footer cannot be read', () => footerOf(bytes));
  const tree = reading(file, 'Its Parquet schema is none', () => parquetSchema(metadata));
  const keyOf = new Map(metadata.schema.map((element, index) => [element, `c${index}`]));
  const renamed = reading(file, 'Its row groups do not fit its schema', () =>
    withKeys(metadata, tree, keyOf)
  );
  const groups = metadata.row_groups.map((group) => Number(group.num_rows));
  return {
    schema: storedColumn(tree, keyOf),
    rowCount: metadata.num_rows,
    groups,
    async readColumns(index, keys) {
      const group = renamed.row_groups[index]!;
      const one = { ...renamed, row_groups: [group], num_rows: group.num_rows };
      const place = `Its row group ${index} cannot be read`;
      const columns = await readingAsync(file, place, () =>
        readChunks(bytes, one, keys).catch((thrown: unknown) => {
          throw notDone(thrown, file) ?? thrown;
        })
      );
      for (const [key, values] of columns)
        if (values.length !== groups[index])
          throw corrupt(
            file,
            `The column ${nameOf(metadata, key)} of the row group ${index} has ${values.length} values, and the group ${groups[index]}`
          );
      return columns;
    }
  };
}

/** An encoding or codec that hyparquet names and does not know. */
function notDone(thrown: unknown, file: string): Error | undefined {
  const message = thrown instanceof Error ? thrown.message : '';
  return /unsupported (?:compression codec|encoding)/.test(message)
    ? unsupported(`read ${file}`, message.replace(/^parquet /, 'Parquet, '))
    : undefined;
}

function nameOf({ schema }: FileMetaData, key: string): string {
  return schema[Number(key.slice(1))]!.name;
}

function storedColumn(tree: SchemaTree, keyOf: ReadonlyMap<SchemaElement, string>): StoredColumn {
  const children = tree.children.map((child) => storedColumn(child, keyOf));
  return { element: tree.element, key: keyOf.get(tree.element)!, children };
}

/** The metadata with our keys for the names in the file. Throws an `Error` where a row group has other columns. */
function withKeys(
  metadata: FileMetaData,
  tree: SchemaTree,
  keyOf: ReadonlyMap<SchemaElement, string>
): FileMetaData {
  const leaves = leavesOf(tree, [], keyOf);
  const row_groups = metadata.row_groups.map((group, index) => {
    const columns = group.columns.map((chunk, at) => {
      const meta = chunk.meta_data;
      const leaf = leaves[at];
      if (meta === undefined || leaf === undefined || meta.path_in_schema.join('\0') !== leaf.path.join('\0'))
        throw new Error(`the row group ${index} has another column at ${at}`);
      return { ...chunk, meta_data: { ...meta, path_in_schema: leaf.keys } };
    });
    if (columns.length < leaves.length)
      throw new Error(`the row group ${index} has ${columns.length} columns`);
    return { ...group, columns };
  });
  const schema = metadata.schema.map((element) => ({ ...asStored(element), name: keyOf.get(element)! }));
  return { ...metadata, schema, row_groups };
}

interface Leaf {
  readonly path: readonly string[];
  readonly keys: string[];
}

/** In the order of the schema, which is that of a row group's columns (Parquet's parquet.thrift, `RowGroup`). */
function leavesOf(
  tree: SchemaTree,
  keys: readonly string[],
  keyOf: ReadonlyMap<SchemaElement, string>
): readonly Leaf[] {
  return tree.children.flatMap((child) => {
    const own = [...keys, keyOf.get(child.element)!];
    if (child.element.type !== undefined) return [{ path: child.path, keys: own }];
    return leavesOf(child, own, keyOf);
  });
}

function footerOf(bytes: Uint8Array): FileMetaData {
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') !== 'PAR1')
    throw new Error('it does not begin with PAR1');
  const metadata = parquetMetadata(bytes, { geoparquet: false });
  const sum = metadata.row_groups.reduce((rows, group) => rows + group.num_rows, 0n);
  if (sum !== metadata.num_rows || metadata.row_groups.some(({ num_rows }) => num_rows < 0n))
    throw new Error(`its row groups have ${sum} rows, and it says ${metadata.num_rows}`);
  return metadata;
}

async function readChunks(
  bytes: Uint8Array,
  metadata: FileMetaData,
  keys: readonly string[]
): Promise<Map<string, readonly unknown[]>> {
  const chunks = new Map<string, { from: number; values: DecodedArray }[]>(keys.map((key) => [key, []]));
  await parquetRead({
    file: {
      byteLength: bytes.length,
      slice: (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer
    },
    metadata,
    columns: [...keys],
    compressors: CODECS,
    utf8: false,
    onChunk: ({ columnName, columnData, rowStart }) =>
      chunks.get(columnName)?.push({ from: rowStart, values: columnData })
  });
  return new Map([...chunks].map(([key, parts]) => [key, joined(parts)]));
}

function joined(parts: { readonly from: number; readonly values: DecodedArray }[]): readonly unknown[] {
  const [first, ...more] = parts.sort((a, b) => a.from - b.from).map(({ values }) => values);
  if (more.length === 0) return (first ?? []) as readonly unknown[];
  const all: unknown[] = [];
  for (const values of [first!, ...more]) for (const value of values) all.push(value);
  return all;
}

/**
 * The element without its logical type, unless it is a list: hyparquet's own conversions lose digits of decimals and
 * microseconds, and make an object of a map, whose keys are then texts.
 */
function asStored(element: SchemaElement): SchemaElement {
  const stored = { ...element };
  delete stored.converted_type;
  delete stored.logical_type;
  const isList = element.type === undefined && collectionOf(element) === 'LIST';
  return isList ? { ...stored, converted_type: 'LIST' } : stored;
}

/** Whether a group of a file is a list or a map. */
export function collectionOf({ converted_type, logical_type }: SchemaElement): 'LIST' | 'MAP' | undefined {
  const kind = converted_type ?? logical_type?.type;
  return kind === 'LIST' || kind === 'MAP' ? kind : undefined;
}
