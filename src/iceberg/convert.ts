import { convertingLeaf } from './convert-leaf.js';
import { unsupported } from './faults.js';
import type { FileColumn } from './file-columns.js';
import { collectionOf } from './parquet-file.js';
import { type Field, type Type, typeName } from './types.js';
import type { Convert, Value } from './value.js';

/** What a convert needs to know of where it is. */
interface Place {
  readonly file: string;
  /** For messages: `address.city`. */
  readonly path: string;
  /** What to do for a field that the file does not have. */
  readonly absent: (field: Field, path: string) => Convert;
}

/**
 * How the values of a file's column become values of the table's type, promotions included (spec, "Schema
 * Evolution"). Throws `ICEBERG_UNSUPPORTED` for a column that is stored in another way.
 */
export function converting(type: Type, column: FileColumn, place: Place): Convert {
  const convert = shapes(type, column, place);
  if (convert === undefined) throw mismatch(type, column, place);
  return convert;
}

function shapes(type: Type, { tree: { element }, parts }: FileColumn, place: Place): Convert | undefined {
  const isLeaf = element.type !== undefined;
  const shape = isLeaf ? 'leaf' : collectionOf(element);
  if (type.kind === 'struct') return shape === undefined ? struct(type.fields, parts, place) : undefined;
  if (type.kind === 'list')
    return shape === 'LIST' && parts.length === 1 ? list(type.element, parts[0]!, place) : undefined;
  if (type.kind === 'map') return shape === 'MAP' && parts.length === 2 ? map(type, parts, place) : undefined;
  return isLeaf ? convertingLeaf(type, element) : undefined;
}

function mismatch(type: Type, { tree: { element } }: FileColumn, { file, path }: Place): Error {
  const stored = [element.type ?? 'a group', element.logical_type?.type ?? element.converted_type].filter(
    Boolean
  );
  return unsupported(
    `read ${file}`,
    `The column ${path} is ${typeName(type)}, and is stored as ${stored.join(' ')}`
  );
}

/** Nothing where there may be; an error where there must not. */
export function nullable(field: Field, path: string, convert: Convert): Convert {
  return (stored) => {
    if (stored !== null && stored !== undefined) return convert(stored);
    if (field.required) throw new Error(`the column ${path} is required, and is null`);
    return null;
  };
}

function part(field: Field, column: FileColumn, place: Place): Convert {
  const path = `${place.path}.${field.name}`;
  return nullable(field, path, converting(field.type, column, { ...place, path }));
}

function struct(fields: readonly Field[], columns: readonly FileColumn[], place: Place): Convert {
  const parts = fields.map((field) => {
    const column = columns.find(({ id }) => id === field.id);
    const path = `${place.path}.${field.name}`;
    return {
      name: field.name,
      stored: column?.tree.element.name ?? '',
      convert: column === undefined ? place.absent(field, path) : part(field, column, place)
    };
  });
  return (stored) => {
    const values: Record<string, Value> = {};
    for (const { name, stored: key, convert } of parts)
      values[name] = convert((stored as Record<string, unknown>)[key]);
    return values;
  };
}

function list(element: Field, column: FileColumn, place: Place): Convert {
  const convert = part(element, column, place);
  return (stored) => Array.from(stored as readonly unknown[], convert);
}

function map(type: { key: Field; value: Field }, [key, value]: readonly FileColumn[], place: Place): Convert {
  if (type.key.type.kind !== 'string') throw mismatch({ kind: 'map', ...type }, key!, place);
  const convert = part(type.value, value!, place);
  return (stored) => Object.entries(stored as object).map(([name, item]) => [name, convert(item)]);
}
