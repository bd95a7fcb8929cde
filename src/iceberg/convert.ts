import { convertingLeaf } from './convert-leaf.js';
import { unsupported } from './faults.js';
import type { FileColumn } from './file-columns.js';
import { type StoredColumn, collectionOf } from './parquet-file.js';
import { type Field, type Type, typeName } from './types.js';
import { type Convert, type Value, setValue } from './value.js';

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
  if (convert !== undefined) return convert;
  if (type.kind !== 'opaque') throw mismatch(type, column, place);
  throw unsupported(`read ${place.file}`, `The column ${place.path} has the type ${type.name}`);
}

function shapes(type: Type, { tree, parts }: FileColumn, place: Place): Convert | undefined {
  const { element } = tree;
  const isLeaf = element.type !== undefined;
  const shape = isLeaf ? 'leaf' : collectionOf(element);
  if (type.kind === 'struct') return shape === undefined ? struct(type.fields, parts, place) : undefined;
  if (type.kind === 'list')
    return shape === 'LIST' && parts.length === 1 ? list(type.element, parts[0]!, place) : undefined;
  if (type.kind === 'map')
    return shape === 'MAP' && parts.length === 2 ? map(type, tree, parts, place) : undefined;
  return isLeaf && type.kind !== 'opaque' ? convertingLeaf(type, element) : undefined;
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
      stored: column?.tree.key ?? '',
      convert: column === undefined ? place.absent(field, path) : part(field, column, place)
    };
  });
  return (stored) => {
    const values: Record<string, Value> = {};
    for (const { name, stored: key, convert } of parts)
      setValue(values, name, convert((stored as Record<string, unknown>)[key]));
    return values;
  };
}

function list(element: Field, column: FileColumn, place: Place): Convert {
  const convert = part(element, column, place);
  return (stored) => Array.from(stored as readonly unknown[], convert);
}

/** A map is stored as a struct of a list of its entries. */
function map(
  type: { readonly key: Field; readonly value: Field },
  { children: [entries] }: StoredColumn,
  [key, value]: readonly FileColumn[],
  place: Place
): Convert {
  const [keyOf, valueOf] = [part(type.key, key!, place), part(type.value, value!, place)];
  const [inEntry, inKey, inValue] = [entries!.key, key!.tree.key, value!.tree.key];
  return (stored) => {
    const pairs = (stored as Record<string, readonly Record<string, unknown>[]>)[inEntry]!;
    return pairs.map((pair) => [keyOf(pair[inKey]), valueOf(pair[inValue])]);
  };
}
