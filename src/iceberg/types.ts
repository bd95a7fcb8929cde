import * as v from 'valibot';
import { PLAIN_TYPES } from '../column.js';
import { corrupt, reading } from './faults.js';

/** With those of format version 3. */
const SIMPLE = [...PLAIN_TYPES, 'timestamp_ns', 'timestamptz_ns'] as const;

/** A type without parts. */
export type PrimitiveType =
  | { readonly kind: (typeof SIMPLE)[number] }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly kind: 'fixed'; readonly length: number };

/** A type that is neither read nor written, only carried: what a table may have that we have no business in. */
export interface OpaqueType {
  readonly kind: 'opaque';
  /** As the schema has it: `variant`, `geometry(srid:4326)`. */
  readonly name: string;
}

/** An Iceberg type (spec, "Schemas and Data Types"). */
export type Type =
  | PrimitiveType
  | OpaqueType
  | { readonly kind: 'struct'; readonly fields: readonly Field[] }
  | { readonly kind: 'list'; readonly element: Field }
  | { readonly kind: 'map'; readonly key: Field; readonly value: Field };

/** A column, or a part of one. Files know it by its id, people by its name. */
export interface Field {
  readonly id: number;
  readonly name: string;
  readonly required: boolean;
  readonly type: Type;
  /** JSON single values of format version 3; null where there is none. */
  readonly initialDefault: unknown;
  readonly writeDefault: unknown;
}

const Id = v.pipe(v.number(), v.safeInteger());
const FieldJson = v.looseObject({
  id: Id,
  name: v.string(),
  required: v.boolean(),
  type: v.unknown(),
  'initial-default': v.optional(v.unknown(), null),
  'write-default': v.optional(v.unknown(), null)
});
const NESTED = ['struct', 'list', 'map'];
const OpaqueJson = v.looseObject({
  type: v.pipe(
    v.string(),
    v.check((name) => !NESTED.includes(name))
  )
});
const NestedJson = v.variant('type', [
  v.looseObject({ type: v.literal('struct'), fields: v.array(FieldJson) }),
  v.looseObject({
    type: v.literal('list'),
    'element-id': Id,
    'element-required': v.boolean(),
    element: v.unknown()
  }),
  v.looseObject({
    type: v.literal('map'),
    'key-id': Id,
    key: v.unknown(),
    'value-id': Id,
    'value-required': v.boolean(),
    value: v.unknown()
  })
]);

/**
 * The columns of a schema, from its JSON (spec, appendix C). `file` is where it stands, for errors. A type that is not
 * known is opaque: only reading or writing such a column is refused. Throws `ICEBERG_CORRUPT` for what is no schema.
 */
export function parseColumns(json: unknown, file: string): readonly Field[] {
  const parsed = reading(file, 'Its schema cannot be read', () => parseNested(json, file, 'schema'));
  if (parsed.kind !== 'struct') throw corrupt(file, 'A schema is not a struct');
  return parsed.fields;
}

function parseType(json: unknown, file: string, path: string): Type {
  if (typeof json === 'string') return parsePrimitive(json);
  return v.is(OpaqueJson, json) ? { kind: 'opaque', name: json.type } : parseNested(json, file, path);
}

function parsePrimitive(text: string): PrimitiveType | OpaqueType {
  const simple = SIMPLE.find((name) => name === text);
  if (simple !== undefined) return { kind: simple };
  const decimal = /^decimal\(\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(text);
  if (decimal) {
    const [precision, scale] = [Number(decimal[1]), Number(decimal[2])];
    if (precision >= 1 && precision <= 38 && scale <= precision) return { kind: 'decimal', precision, scale };
  }
  const length = Number(/^fixed\[\s*(\d+)\s*\]$/.exec(text)?.[1] ?? 0);
  if (length > 0) return { kind: 'fixed', length };
  return { kind: 'opaque', name: text };
}

function parseNested(json: unknown, file: string, path: string): Type {
  const parsed = v.safeParse(NestedJson, json);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const where = [path, v.getDotPath(issue)].filter((part) => part).join('.');
    throw corrupt(file, `${where} is not a type of the Iceberg spec: ${issue.message}`);
  }
  const type = parsed.output;
  const part = (id: number, name: string, required: boolean, json: unknown): Field => {
    const partType = parseType(json, file, `${path}.${name}`);
    return { id, name, required, type: partType, initialDefault: null, writeDefault: null };
  };
  if (type.type === 'list')
    return {
      kind: 'list',
      element: part(type['element-id'], 'element', type['element-required'], type.element)
    };
  if (type.type === 'map')
    return {
      kind: 'map',
      key: part(type['key-id'], 'key', true, type.key),
      value: part(type['value-id'], 'value', type['value-required'], type.value)
    };
  const fields = type.fields.map((field) => ({
    ...part(field.id, field.name, field.required, field.type),
    initialDefault: field['initial-default'],
    writeDefault: field['write-default']
  }));
  return { kind: 'struct', fields: distinct(fields, file, path) };
}

function distinct(fields: readonly Field[], file: string, path: string): readonly Field[] {
  for (const key of ['name', 'id'] as const)
    if (new Set(fields.map((field) => field[key])).size < fields.length)
      throw corrupt(file, `Two fields of ${path} have the same ${key}`);
  return fields;
}

/** The type as people write it, with its parts: `decimal(9,2)`, `list<string>`, `map<string, int>`, `struct<a: int>`. */
export function typeName(type: Type): string {
  if (type.kind === 'decimal') return `decimal(${type.precision},${type.scale})`;
  if (type.kind === 'fixed') return `fixed[${type.length}]`;
  if (type.kind === 'opaque') return type.name;
  if (type.kind === 'list') return `list<${typeName(type.element.type)}>`;
  if (type.kind === 'map') return `map<${typeName(type.key.type)}, ${typeName(type.value.type)}>`;
  if (type.kind !== 'struct') return type.kind;
  return `struct<${type.fields.map(({ name, type: part }) => `${name}: ${typeName(part)}`).join(', ')}>`;
}
