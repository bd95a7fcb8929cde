import * as v from 'valibot';
import { corrupt, unsupported } from './faults.js';
import { parseJson } from './json.js';
import { type StoredColumn, collectionOf } from './parquet-file.js';

interface Mapping {
  readonly names: readonly string[];
  readonly 'field-id'?: number | undefined;
  readonly fields?: readonly Mapping[] | undefined;
}

const MappingJson: v.GenericSchema<Mapping> = v.looseObject({
  names: v.array(v.string()),
  'field-id': v.optional(v.number()),
  fields: v.optional(v.array(v.lazy(() => MappingJson)))
});

/** The columns of a file, each with the id it goes by, and those inside it. */
export interface FileColumn {
  readonly tree: StoredColumn;
  readonly id: number | undefined;
  /** The fields of a struct; of a list its element; of a map its key and value. */
  readonly parts: readonly FileColumn[];
}

/**
 * Which column of a file has which id: by the ids in the file, or, where it has none, by the table's name mapping
 * (spec, "Column Projection"). Throws `ICEBERG_UNSUPPORTED` where there is neither.
 */
export function fileColumns(
  schema: StoredColumn,
  nameMapping: string | undefined,
  file: string
): readonly FileColumn[] {
  if (schema.children.some(hasIds)) return uniqueIds(schema.children.map(byOwnId), file);
  if (nameMapping === undefined)
    throw unsupported(
      `read ${file}`,
      'Its columns have no ids, and the table has no schema.name-mapping.default'
    );
  const json = parseJson(nameMapping, 'schema.name-mapping.default');
  if (!v.is(v.array(MappingJson), json))
    throw corrupt('schema.name-mapping.default', 'It is no name mapping');
  return uniqueIds(
    schema.children.map((child) => byName(child, json)),
    file
  );
}

function hasIds(tree: StoredColumn): boolean {
  return tree.element.field_id !== undefined || tree.children.some(hasIds);
}

function byOwnId(tree: StoredColumn): FileColumn {
  return { tree, id: tree.element.field_id, parts: partsOf(tree).map(byOwnId) };
}

function byName(tree: StoredColumn, mappings: readonly Mapping[], name = tree.element.name): FileColumn {
  const mapping = mappings.find(({ names }) => names.includes(name));
  const inner = mapping?.fields ?? [];
  const kind = collectionOf(tree.element);
  const roles = kind === 'LIST' ? ['element'] : kind === 'MAP' ? ['key', 'value'] : undefined;
  return {
    tree,
    id: mapping?.['field-id'],
    parts: partsOf(tree).map((part, index) => byName(part, inner, roles?.[index]))
  };
}

function partsOf(tree: StoredColumn): readonly StoredColumn[] {
  if (collectionOf(tree.element) === undefined) return tree.children;
  return tree.children[0]?.children ?? [];
}

function uniqueIds(columns: readonly FileColumn[], file: string): readonly FileColumn[] {
  const ids = columns.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) throw corrupt(file, `Two of its columns have the id ${twice}`);
  return columns;
}
