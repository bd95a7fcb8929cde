import type { AvroRecord } from './read.js';
import type { AvroSchema } from './schema.js';
import type { Sink } from './sink.js';

type Write = (sink: Sink, value: unknown) => void;

const PRIMITIVES: Readonly<Record<string, Write>> = {
  boolean: (sink, value) => sink.byte(value === true ? 1 : 0),
  int: (sink, value) => sink.long(value as number),
  long: (sink, value) => sink.long(value as bigint),
  bytes: (sink, value) => sink.blob(value as Uint8Array),
  string: (sink, value) => sink.text(value as string)
};

/**
 * Makes the writer of values of a schema: what manifests consist of, so records, arrays, optional values, and the
 * primitives among them. It takes values as `avroReader` gives them.
 */
export function avroWriter(schema: AvroSchema): Write {
  if (typeof schema === 'string') {
    const write = PRIMITIVES[schema];
    if (write === undefined) throw new Error(`The Avro type ${schema} is not written.`);
    return write;
  }
  if ('length' in schema) return optional(avroWriter(schema[1] ?? 'null'));
  if (schema.type === 'record')
    return record(schema.fields.map((field) => [idOf(field), avroWriter(field.type)]));
  if (schema.type === 'array') return array(avroWriter(schema.items));
  throw new Error(`The Avro type ${schema.type} is not written.`);
}

function idOf(field: { readonly name: string; readonly 'field-id'?: number | undefined }): string {
  return String(field['field-id'] ?? field.name);
}

function optional(write: Write): Write {
  return (sink, value) => {
    const isNull = value === null || value === undefined;
    sink.long(isNull ? 0 : 1);
    if (!isNull) write(sink, value);
  };
}

function record(fields: readonly (readonly [string, Write])[]): Write {
  return (sink, value) => {
    for (const [id, write] of fields) write(sink, (value as AvroRecord)[id]);
  };
}

function array(write: Write): Write {
  return (sink, value) => {
    const items = value as readonly unknown[];
    if (items.length > 0) {
      sink.long(items.length);
      for (const item of items) write(sink, item);
    }
    sink.long(0);
  };
}
