import * as v from 'valibot';
import { PLAIN_TYPES } from '../column.js';
import { corrupt, unsupported } from './faults.js';

/** With those of format version 3. */
const SIMPLE = [...PLAIN_TYPES, 'timestamp_ns', 'timestamptz_ns'] as const;

/** A type without parts. */
export type PrimitiveType =
  | { readonly kind: (typeof SIMPLE)[number] }
  | { readonly kind: 'decimal'; readonly precision: number; readonly scale: number }
  | { readonly kind: 'fixed'; readonly length: number };

/** An Iceberg type (spec, "Schemas and Data Types"). */
export type Type =
  | PrimitiveType
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
 * The columns of a schema, from its JSON (spec, appendix C). `file` is where it stands, for errors. Throws
 * `ICEBERG_UNSUPPORTED` with the name of a column whose type is not one of these, `ICEBERG_CORRUPT` for what is no
 * schema.
 */
export function parseColumns(json: unknown, file: string): readonly Field[] {
  const parsed = parseNested(json, file, 'schema');
  if (parsed.kind !== 'struct') throw corrupt(file, 'A schema is not a struct');
  return parsed.fields;
}

function parseType(json: unknown, file: string, path: string): Type {
  return typeof json === 'string' ? parsePrimitive(json, file, path) : parseNested(json, file, path);
}

function parsePrimitive(text: string, file: string, path: string): PrimitiveType {
  const simple = SIMPLE.find((name) => name === text);
  if (simple !== undefined) return { kind: simple };
  const decimal = /^decimal\(\s*(\d+)\s*,\s*(\d+)\s*\)$/.exec(text);
  if (decimal) {
    const [precision, scale] = [Number(decimal[1]), Number(decimal[2])];
    if (precision >= 1 && precision <= 38 && scale <= precision) return { kind: 'decimal', precision, scale };
  }
  const length = Number(/^fixed\[\s*(\d+)\s*\]$/.exec(text)?.[1] ?? 0);
  if (length > 0) return { kind: 'fixed', length };
  throw unsupported(`use ${file}`, `The column ${path} has the type ${text}`);
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
  const special = fields.find(({ name }) => name === '__proto__');
  if (special) throw unsupported(`use ${file}`, `${path} has a field named ${special.name}`);
  return fields;
}

/** The type as the spec writes it, for messages. */
export function typeName(type: Type): string {
  if (type.kind === 'decimal') return `decimal(${type.precision},${type.scale})`;
  return type.kind === 'fixed' ? `fixed[${type.length}]` : type.kind;
}
