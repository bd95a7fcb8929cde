import * as v from 'valibot';
import { read } from './invalid.js';

/** A type whose nested field ids may not be assigned yet. */
export type DraftType = string | DraftStruct | DraftList | DraftMap;

export interface DraftField {
  readonly id?: number;
  readonly name: string;
  readonly required: boolean;
  readonly type: DraftType;
  readonly doc?: string;
  readonly 'initial-default'?: unknown;
  readonly 'write-default'?: unknown;
}

export interface DraftStruct {
  readonly type: 'struct';
  readonly fields: readonly DraftField[];
}

export interface DraftList {
  readonly type: 'list';
  readonly 'element-id'?: number;
  readonly 'element-required': boolean;
  readonly element: DraftType;
}

export interface DraftMap {
  readonly type: 'map';
  readonly 'key-id'?: number;
  readonly key: DraftType;
  readonly 'value-id'?: number;
  readonly 'value-required': boolean;
  readonly value: DraftType;
}

/** A schema as a client proposes it. */
export interface DraftSchema extends DraftStruct {
  readonly 'schema-id'?: number;
  readonly 'identifier-field-ids'?: readonly number[];
}

const id = v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0)));
const type: v.GenericSchema<unknown, DraftType> = v.lazy((input) =>
  typeof input === 'string' ? v.string() : nested
);

const field = v.object({
  id,
  name: v.pipe(v.string(), v.minLength(1)),
  required: v.boolean(),
  type,
  doc: v.exactOptional(v.string()),
  'initial-default': v.exactOptional(v.unknown()),
  'write-default': v.exactOptional(v.unknown())
});

const struct = v.object({ type: v.literal('struct'), fields: v.array(field) });

const list = v.object({
  type: v.literal('list'),
  'element-id': id,
  'element-required': v.boolean(),
  element: type
});

const map = v.object({
  type: v.literal('map'),
  'key-id': id,
  key: type,
  'value-id': id,
  'value-required': v.boolean(),
  value: type
});

const nested = v.variant('type', [struct, list, map]);

const schema = v.object({
  ...struct.entries,
  'schema-id': id,
  'identifier-field-ids': v.exactOptional(v.array(v.pipe(v.number(), v.integer())))
});

/** Reads a schema in Iceberg's JSON form; field ids may be missing. Throws {@link IcebergInvalid}. */
export function readDraftSchema(value: unknown): DraftSchema {
  return read(schema, value, 'schema');
}
