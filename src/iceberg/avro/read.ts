import type { Cursor } from './cursor.js';
import type { AvroSchema } from './schema.js';

/**
 * A record: its values by Iceberg's field ids, so that it does not matter what a writer called them; by name where a
 * field has no id. An array that stands for a map is a list of such records.
 */
export type AvroRecord = Readonly<Record<string, unknown>>;

type Read = (cursor: Cursor) => unknown;
type Named = Map<string, Read>;
type Of<T extends string> = Extract<AvroSchema, { readonly type: T }>;

const PRIMITIVES: Readonly<Record<string, Read>> = {
  null: () => null,
  boolean: (cursor) => cursor.boolean(),
  int: (cursor) => cursor.int(),
  long: (cursor) => cursor.long(),
  float: (cursor) => cursor.float(),
  double: (cursor) => cursor.double(),
  bytes: (cursor) => cursor.blob(),
  string: (cursor) => cursor.text()
};

/** Makes the reader of values of a schema. An int is a number, a long a bigint. Throws an `Error` for a type it lacks. */
export function avroReader(schema: AvroSchema): Read {
  return compile(schema, new Map(), '');
}

function compile(schema: AvroSchema, named: Named, space: string): Read {
  if (typeof schema === 'string') return byName(schema, named, space);
  if (isUnion(schema)) return union(schema.map((branch) => compile(branch, named, space)));
  switch (schema.type) {
    case 'record':
      return record(schema, named, space);
    case 'array':
      return array(compile(schema.items, named, space));
    case 'map':
      return map(compile(schema.values, named, space));
    case 'fixed':
      return define(schema, named, space, (cursor) => cursor.take(schema.size));
    case 'enum':
      return define(
        schema,
        named,
        space,
        (cursor) => schema.symbols[cursor.int()] ?? cursor.fail('no such symbol')
      );
  }
}

function isUnion(schema: AvroSchema): schema is readonly AvroSchema[] {
  return Array.isArray(schema);
}

function byName(name: string, named: Named, space: string): Read {
  const known = PRIMITIVES[name] ?? named.get(name) ?? named.get(`${space}.${name}`);
  if (known === undefined) throw new Error(`the Avro type ${name} is not defined`);
  return known;
}

function define(
  schema: { readonly name: string; readonly namespace?: string | undefined },
  named: Named,
  space: string,
  read: Read
): Read {
  named.set(fullName(schema, space), read);
  return read;
}

function fullName(schema: { name: string; namespace?: string | undefined }, space: string): string {
  const around = schema.namespace ?? space;
  return schema.name.includes('.') || around === '' ? schema.name : `${around}.${schema.name}`;
}

function record(schema: Of<'record'>, named: Named, space: string): Read {
  const fields: { key: string; read: Read }[] = [];
  const read: Read = (cursor) => {
    const values: Record<string, unknown> = {};
    for (const field of fields) values[field.key] = field.read(cursor);
    return values;
  };
  define(schema, named, space, read);
  const inner = fullName(schema, space).split('.').slice(0, -1).join('.');
  for (const field of schema.fields)
    fields.push({
      key: String(field['field-id'] ?? field.name),
      read: compile(field.type, named, inner)
    });
  return read;
}

function union(branches: readonly Read[]): Read {
  return (cursor) => {
    const branch = branches[cursor.int()];
    return branch === undefined ? cursor.fail('no such branch of a union') : branch(cursor);
  };
}

function array(read: Read): Read {
  return (cursor) => {
    const items: unknown[] = [];
    for (let count = blockOf(cursor); count > 0; count = blockOf(cursor))
      for (let i = 0; i < count; i++) items.push(read(cursor));
    return items;
  };
}

function map(read: Read): Read {
  const entries = array((cursor) => [cursor.text(), read(cursor)]);
  return (cursor) => new Map(entries(cursor) as [string, unknown][]);
}

/** The count of a block's items; a negative one is followed by the block's length in bytes. */
function blockOf(cursor: Cursor): number {
  const count = cursor.long();
  if (count < 0n) cursor.size();
  const items = count < 0n ? -count : count;
  if (items > BigInt(cursor.left))
    cursor.fail(`${items} items cannot follow, as ${cursor.left} bytes are left`);
  return Number(items);
}
