import { IcebergInvalid } from './invalid.js';
import type { FormatVersion, IcebergType, Schema } from './model.js';
import { checkPrimitive } from './primitive.js';

/** What the index knows of a field, at whatever depth it lies. */
export interface IndexedField {
  /** The full name: `address.city`, `tags.element`, `prices.value`. */
  readonly path: string;
  readonly type: IcebergType;
  readonly required: boolean;
  /** All structs around it are required too. */
  readonly parentsRequired: boolean;
  /** It lies within a list or a map, so it can neither partition, sort nor identify. */
  readonly repeated: boolean;
  /** The id of the field that it lies in; 0 for the schema itself. */
  readonly parent: number;
  /** The value of the rows that were written before it; version 2 has none. */
  readonly initialDefault: unknown;
}

/** Every field of a schema by its id. */
export type FieldIndex = ReadonlyMap<number, IndexedField>;

/**
 * Checks a schema against the spec's sections "Schemas and Data Types" and "Identifier Field IDs":
 * known types, ids and full names that occur once, identifier fields that can identify.
 * Returns the index of its fields. Throws {@link IcebergInvalid}.
 */
export function checkSchema(schema: Schema, version: FormatVersion): FieldIndex {
  const index = new Map<number, IndexedField>();
  const paths = new Set<string>();
  const enter = (id: number, field: IndexedField): void => {
    if (index.has(id))
      throw new IcebergInvalid(`the field id ${id} is given to "${index.get(id)?.path}" and "${field.path}"`);
    if (paths.has(field.path)) throw new IcebergInvalid(`the column "${field.path}" is there twice`);
    index.set(id, field);
    paths.add(field.path);
    if (typeof field.type === 'string') checkPrimitive(field.type, version);
    else for (const [childId, child] of children(field.type, id, field)) enter(childId, child);
  };
  const root: IndexedField = {
    path: '',
    type: schema,
    required: true,
    parentsRequired: true,
    repeated: false,
    parent: 0,
    initialDefault: undefined
  };
  for (const [id, field] of children(schema, 0, root)) enter(id, field);
  for (const id of schema['identifier-field-ids'] ?? []) checkIdentifier(id, index);
  return index;
}

function children(
  type: Exclude<IcebergType, string>,
  parentId: number,
  parent: IndexedField
): [number, IndexedField][] {
  const parentsRequired = parent.parentsRequired && parent.required;
  const child = (name: string, of: IcebergType, required: boolean): IndexedField => ({
    path: parent.path === '' ? name : `${parent.path}.${name}`,
    type: of,
    required,
    parentsRequired,
    repeated: parent.repeated || type.type !== 'struct',
    parent: parentId,
    initialDefault: undefined
  });
  if (type.type === 'struct') {
    return type.fields.map((field) => [
      field.id,
      { ...child(field.name, field.type, field.required), initialDefault: field['initial-default'] }
    ]);
  }
  if (type.type === 'list')
    return [[type['element-id'], child('element', type.element, type['element-required'])]];
  return [
    [type['key-id'], child('key', type.key, true)],
    [type['value-id'], child('value', type.value, type['value-required'])]
  ];
}

function checkIdentifier(id: number, index: FieldIndex): void {
  const field = index.get(id);
  if (!field) throw new IcebergInvalid(`the identifier field ${id} is not a field of the schema`);
  const usable =
    typeof field.type === 'string' && field.type !== 'float' && field.type !== 'double' && !field.repeated;
  if (!usable) throw new IcebergInvalid(`"${field.path}" cannot be an identifier field because of its type`);
  if (!field.required || !field.parentsRequired) {
    throw new IcebergInvalid(`"${field.path}" cannot be an identifier field because it may be null`);
  }
}
