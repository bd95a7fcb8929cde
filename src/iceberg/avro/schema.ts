import * as v from 'valibot';

/** A field of an Avro record, with Iceberg's id. */
export interface AvroField {
  readonly name: string;
  readonly type: AvroSchema;
  readonly 'field-id'?: number | undefined;
  readonly default?: null;
}

/** An Avro schema as JSON. */
export type AvroSchema =
  | string
  | readonly AvroSchema[]
  | {
      readonly type: 'record';
      readonly name: string;
      readonly namespace?: string | undefined;
      readonly fields: readonly AvroField[];
    }
  | {
      readonly type: 'array';
      readonly items: AvroSchema;
      readonly logicalType?: string | undefined;
      readonly 'element-id'?: number;
    }
  | { readonly type: 'map'; readonly values: AvroSchema }
  | {
      readonly type: 'fixed';
      readonly name: string;
      readonly namespace?: string | undefined;
      readonly size: number;
    }
  | {
      readonly type: 'enum';
      readonly name: string;
      readonly namespace?: string | undefined;
      readonly symbols: readonly string[];
    };

const name = v.string();
const namespace = v.optional(v.string());
const Nested: v.GenericSchema<AvroSchema> = v.lazy(() => Schema);
const Schema: v.GenericSchema<AvroSchema> = v.union([
  v.string(),
  v.array(Nested),
  v.variant('type', [
    v.looseObject({
      type: v.literal('record'),
      name,
      namespace,
      fields: v.array(v.looseObject({ name, type: Nested, 'field-id': v.optional(v.number()) }))
    }),
    v.looseObject({ type: v.literal('array'), items: Nested, logicalType: v.optional(v.string()) }),
    v.looseObject({ type: v.literal('map'), values: Nested }),
    v.looseObject({
      type: v.literal('fixed'),
      name,
      namespace,
      size: v.pipe(v.number(), v.safeInteger(), v.minValue(0))
    }),
    v.looseObject({ type: v.literal('enum'), name, namespace, symbols: v.array(v.string()) })
  ]),
  // `{ "type": "int", "logicalType": "date" }`, and types that are wrapped once more.
  v.pipe(
    v.looseObject({ type: Nested }),
    v.transform(({ type }) => type)
  )
]) as v.GenericSchema<AvroSchema>;

/** Checks that JSON is an Avro schema; logical types of primitives fall away. Throws an `Error` that says where not. */
export function avroSchema(json: unknown): AvroSchema {
  const parsed = v.safeParse(Schema, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`no Avro schema: ${v.getDotPath(issue) ?? ''} ${issue.message}`);
}
