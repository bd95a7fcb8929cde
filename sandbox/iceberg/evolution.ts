import { isDeepStrictEqual } from 'node:util';
import { IcebergInvalid } from './invalid.js';
import type { FormatVersion, IcebergType, Schema, TableMetadata } from './model.js';
import { primitiveKind } from './primitive.js';
import { checkSchema, type FieldIndex, type IndexedField } from './schema.js';

/** Field ids from here on belong to metadata columns (spec, "Reserved Field IDs"). */
const HIGHEST_ID = 2_147_483_447;

/** The schema that new rows have. */
export function currentSchema(metadata: TableMetadata): Schema {
  const current = metadata.schemas.find((schema) => schema['schema-id'] === metadata['current-schema-id']);
  if (!current) throw new IcebergInvalid('the current schema is not in the metadata');
  return current;
}

/**
 * Checks that a table's schema may become that one (spec, "Schema Evolution"): known fields stay where they are and
 * change their type by promotion only, new ones have new ids. As S3 Tables was seen to do (estuary/connectors#4781), it
 * differs from the spec in two things: a known field may become required, and a new one may not be, not even with a
 * default. Returns the index of the new schema. Throws {@link IcebergInvalid}.
 */
export function checkEvolution(metadata: TableMetadata, to: Schema): FieldIndex {
  const version = metadata['format-version'];
  const next = checkSchema(to, version);
  const current = checkSchema(currentSchema(metadata), version);
  const former = metadata.schemas.map((schema) => checkSchema(schema, version));
  for (const [id, field] of next) {
    checkDefault(field, version);
    const before = current.get(id);
    if (before) {
      checkKept(before, field, version);
      if (before.type !== field.type) checkPartitions(metadata, id, before, field);
    } else checkAdded({ id, field, hasParent: field.parent === 0 || current.has(field.parent) });
    const last = former.findLast((index) => index.has(id))?.get(id);
    if (!before && last) checkType(last, field, version);
    if (!last && id <= metadata['last-column-id']) {
      throw new IcebergInvalid(
        `the new field "${field.path}" has the id ${id}; ids up to ${metadata['last-column-id']} are used`
      );
    }
  }
  return next;
}

function checkDefault({ path, initialDefault }: IndexedField, version: FormatVersion): void {
  if (version >= 3 || initialDefault == null) return;
  throw new IcebergInvalid(`"${path}" has a default, which format version ${version} does not have`);
}

function checkKept(before: IndexedField, field: IndexedField, version: FormatVersion): void {
  if (before.parent !== field.parent) {
    throw new IcebergInvalid(`"${before.path}" cannot move to "${field.path}"`);
  }
  if (!isDeepStrictEqual(before.initialDefault ?? null, field.initialDefault ?? null)) {
    throw new IcebergInvalid(`the initial default of "${before.path}" cannot change`);
  }
  checkType(before, field, version);
}

/** Within a field that is itself new there are no rows to make up values for. */
function checkAdded(added: { id: number; field: IndexedField; hasParent: boolean }): void {
  const { id, field, hasParent } = added;
  if (id > HIGHEST_ID) throw new IcebergInvalid(`the field id ${id} of "${field.path}" is reserved`);
  if (hasParent && field.required) throw new IcebergInvalid(`the new field "${field.path}" is required`);
}

function checkType(before: IndexedField, field: IndexedField, version: FormatVersion): void {
  if (mayBecome(before.type, field.type, version)) return;
  throw new IcebergInvalid(`"${before.path}" cannot change from ${name(before.type)} to ${name(field.type)}`);
}

function mayBecome(from: IcebergType, to: IcebergType, version: FormatVersion): boolean {
  if (typeof from !== 'string') {
    if (typeof to === 'string' || from.type !== to.type) return false;
    return childIds(from).every((id, position) => childIds(to)[position] === id);
  }
  if (from === 'unknown') return true;
  if (typeof to !== 'string') return false;
  if (from === to || `${from} ${to}` === 'int long' || `${from} ${to}` === 'float double') return true;
  if (from === 'date') return version >= 3 && ['timestamp', 'timestamp_ns'].includes(to);
  return isWiderDecimal(from, to);
}

function isWiderDecimal(from: string, to: string): boolean {
  if (primitiveKind(from) !== 'decimal' || primitiveKind(to) !== 'decimal') return false;
  const [precision = 0, scale] = (from.match(/\d+/g) ?? []).map(Number);
  const [wider = 0, sameScale] = (to.match(/\d+/g) ?? []).map(Number);
  return scale === sameScale && wider >= precision;
}

/** A struct's fields may come and go; a list's and a map's parts stay. */
function childIds(type: Exclude<IcebergType, string>): number[] {
  if (type.type === 'list') return [type['element-id']];
  return type.type === 'map' ? [type['key-id'], type['value-id']] : [];
}

function checkPartitions(
  metadata: TableMetadata,
  id: number,
  before: IndexedField,
  field: IndexedField
): void {
  if (before.type !== 'date') return;
  const fields = metadata['partition-specs'].flatMap((spec) => spec.fields);
  const source = fields.find((each) => each['source-id'] === id && each.transform !== 'void');
  if (!source) return;
  throw new IcebergInvalid(
    `"${before.path}" cannot become ${name(field.type)}: the partition field ${source.name} is made from it`
  );
}

function name(type: IcebergType): string {
  return typeof type === 'string' ? type : type.type;
}
