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
import { corrupt, reading, readingAsync } from './faults.js';
import { utf8Text } from './utf8.js';

/** Node's gunzip checks the checksum that every gzip member ends with. */
const CODECS = { ...compressors, GZIP: (input: Uint8Array): Uint8Array => gunzipSync(input) };

/** A Parquet file that is open for reading. */
export interface OpenParquet {
  /** Its columns as they are written, with their ids. */
  readonly schema: SchemaTree;
  readonly rowCount: bigint;
  /** How many rows each row group has. */
  readonly groups: readonly number[];
  /**
   * Columns of a row group, by name, as they are stored: only the keys of maps are converted. Throws
   * `ICEBERG_CORRUPT`.
   */
  readColumns(group: number, names: readonly string[]): Promise<ReadonlyMap<string, readonly unknown[]>>;
}

/** Opens a Parquet file, which is `file`. Throws `ICEBERG_CORRUPT`. */
export function openParquet(bytes: Uint8Array, file: string): OpenParquet {
  const metadata = reading(file, 'Its Parquet footer cannot be read', () => footerOf(bytes));
  const schema = reading(file, 'Its Parquet schema is none', () => parquetSchema(metadata));
  const keys = new Set(mapKeysOf(schema));
  const stored = metadata.schema.map((element) => asStored(element, keys.has(element)));
  const groups = metadata.row_groups.map((group) => Number(group.num_rows));
  return {
    schema,
    rowCount: metadata.num_rows,
    groups,
    async readColumns(index, names) {
      const group = metadata.row_groups[index]!;
      const one = { ...metadata, schema: stored, row_groups: [group], num_rows: group.num_rows };
      const place = `Its row group ${index} cannot be read`;
      const columns = await readingAsync(file, place, () => readChunks(bytes, one, names));
      for (const [name, values] of columns)
        if (values.length !== groups[index])
          throw corrupt(
            file,
            `The column ${name} of the row group ${index} has ${values.length} values, and the group ${groups[index]}`
          );
      return columns;
    }
  };
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
  names: readonly string[]
): Promise<Map<string, readonly unknown[]>> {
  const chunks = new Map<string, { from: number; values: DecodedArray }[]>(names.map((name) => [name, []]));
  await parquetRead({
    file: {
      byteLength: bytes.length,
      slice: (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer
    },
    metadata,
    columns: [...names],
    compressors: CODECS,
    utf8: false,
    parsers: { stringFromBytes: mapKey },
    onChunk: ({ columnName, columnData, rowStart }) =>
      chunks.get(columnName)?.push({ from: rowStart, values: columnData })
  });
  return new Map([...chunks].map(([name, parts]) => [name, joined(parts)]));
}

function joined(parts: { readonly from: number; readonly values: DecodedArray }[]): readonly unknown[] {
  const [first, ...more] = parts.sort((a, b) => a.from - b.from).map(({ values }) => values);
  if (more.length === 0) return (first ?? []) as readonly unknown[];
  const all: unknown[] = [];
  for (const values of [first!, ...more]) for (const value of values) all.push(value);
  return all;
}

/** hyparquet makes an object of a map. */
function mapKey(bytes: Uint8Array): string {
  const key = utf8Text(bytes);
  if (key === '__proto__') throw new Error('a map has the key __proto__');
  return key;
}

/**
 * The element without its logical type, unless it shapes the rows: hyparquet's own conversions lose digits of decimals
 * and microseconds.
 */
function asStored(element: SchemaElement, isMapKey: boolean): SchemaElement {
  const { converted_type, logical_type, ...rest } = element;
  const isText = converted_type === 'UTF8' || logical_type?.type === 'STRING';
  const kept = element.type === undefined ? collectionOf(element) : isMapKey && isText ? 'UTF8' : undefined;
  return kept === undefined ? rest : { ...rest, converted_type: kept };
}

/** Whether a group of a file is a list or a map. */
export function collectionOf({ converted_type, logical_type }: SchemaElement): 'LIST' | 'MAP' | undefined {
  const kind = converted_type ?? logical_type?.type;
  return kind === 'LIST' || kind === 'MAP' ? kind : undefined;
}

function mapKeysOf(tree: SchemaTree): SchemaElement[] {
  const key = collectionOf(tree.element) === 'MAP' ? tree.children[0]?.children[0] : undefined;
  return [...(key === undefined ? [] : [key.element]), ...tree.children.flatMap(mapKeysOf)];
}
