import type { DraftField, DraftSchema, DraftType } from './draft.js';
import { IcebergInvalid } from './invalid.js';
import type { IcebergType, NestedField, Schema } from './model.js';

/** Gives a field its id; `given` is the one that it came with. */
type IdGiver = (given: number | undefined) => number;

/** Keeps the ids that a schema came with and numbers the rest, above the highest one given. */
export function keepIds(draft: DraftSchema): Schema {
  let last = 0;
  assignStruct(draft.fields, (given) => {
    last = Math.max(last, given ?? 0);
    return 0;
  });
  return withIds(draft, (given) => given ?? ++last);
}

/** The schema as it came, where every field must have its id. Throws {@link IcebergInvalid}. */
export function givenIds(draft: DraftSchema): Schema {
  return withIds(draft, (given) => {
    if (given === undefined) throw new IcebergInvalid('schema: a field has no id');
    return given;
  });
}

/**
 * Numbers all fields anew from 1, as a catalog must when it creates a table (REST spec, createTable).
 * `renamed` leads from the ids that the schema came with to the new ones.
 */
export function freshIds(draft: DraftSchema): { schema: Schema; renamed: ReadonlyMap<number, number> } {
  const renamed = new Map<number, number>();
  let last = 0;
  const schema = withIds(draft, (given) => {
    last += 1;
    if (given !== undefined) renamed.set(given, last);
    return last;
  });
  const identifiers = draft['identifier-field-ids']?.map((id) => renamed.get(id) ?? id);
  return { schema: { ...schema, 'schema-id': 0, ...identifierIds(identifiers) }, renamed };
}

/** The highest field id of a schema, nested ones included; 0 when it has no field. */
export function highestId(schema: Schema): number {
  let highest = 0;
  assignStruct(schema.fields, (given) => (highest = Math.max(highest, given ?? 0)));
  return highest;
}

function withIds(draft: DraftSchema, give: IdGiver): Schema {
  return {
    type: 'struct',
    'schema-id': draft['schema-id'] ?? 0,
    ...identifierIds(draft['identifier-field-ids']),
    fields: assignStruct(draft.fields, give)
  };
}

function identifierIds(ids: readonly number[] | undefined): Pick<Schema, 'identifier-field-ids'> {
  return ids?.length ? { 'identifier-field-ids': ids } : {};
}

/** The order is that of Iceberg's own writer: a struct's fields first, then what is nested in each of them. */
function assignStruct(fields: readonly DraftField[], give: IdGiver): NestedField[] {
  const numbered = fields.map((field) => ({ ...field, id: give(field.id) }));
  return numbered.map((field) => ({ ...field, type: assignType(field.type, give) }));
}

function assignType(type: DraftType, give: IdGiver): IcebergType {
  if (typeof type === 'string') return type;
  if (type.type === 'struct') return { ...type, fields: assignStruct(type.fields, give) };
  if (type.type === 'list') {
    const ids = { 'element-id': give(type['element-id']) };
    return { ...type, ...ids, element: assignType(type.element, give) };
  }
  const ids = { 'key-id': give(type['key-id']), 'value-id': give(type['value-id']) };
  return { ...type, ...ids, key: assignType(type.key, give), value: assignType(type.value, give) };
}
