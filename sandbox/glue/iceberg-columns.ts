import { primitiveKind } from '../iceberg/primitive.js';
import type { IcebergType, Schema } from '../iceberg/model.js';
import type { Column } from './model.js';

const hiveNames: Readonly<Record<string, string>> = {
  boolean: 'boolean',
  int: 'int',
  long: 'bigint',
  float: 'float',
  double: 'double',
  date: 'date',
  time: 'string',
  timestamp: 'timestamp',
  timestamptz: 'timestamp',
  timestamp_ns: 'timestamp',
  timestamptz_ns: 'timestamp',
  string: 'string',
  uuid: 'string',
  fixed: 'binary',
  binary: 'binary'
};

/** An Iceberg schema as Glue's columns, with the parameters that Iceberg's Glue catalog writes. */
export function glueColumns(schema: Schema): Column[] {
  return schema.fields.map((field) => ({
    Name: field.name,
    Type: hiveType(field.type),
    ...(field.doc === undefined ? {} : { Comment: field.doc.slice(0, 255) }),
    Parameters: {
      'iceberg.field.current': 'true',
      'iceberg.field.id': String(field.id),
      'iceberg.field.optional': String(!field.required)
    }
  }));
}

/** Whether a schema has a name, at any depth, that Glue cannot show: Glue's names are lower case. */
export function hasUpperCase(type: IcebergType): boolean {
  if (typeof type === 'string') return false;
  if (type.type === 'list') return hasUpperCase(type.element);
  if (type.type === 'map') return hasUpperCase(type.key) || hasUpperCase(type.value);
  return type.fields.some(({ name, type: inner }) => name !== name.toLowerCase() || hasUpperCase(inner));
}

function hiveType(type: IcebergType): string {
  if (typeof type === 'string') return primitiveType(type);
  if (type.type === 'list') return `array<${hiveType(type.element)}>`;
  if (type.type === 'map') return `map<${hiveType(type.key)},${hiveType(type.value)}>`;
  return `struct<${type.fields.map(({ name, type: inner }) => `${name}:${hiveType(inner)}`).join(',')}>`;
}

function primitiveType(type: string): string {
  if (primitiveKind(type) === 'decimal') return type.replaceAll(' ', '');
  return hiveNames[primitiveKind(type)] ?? type;
}
