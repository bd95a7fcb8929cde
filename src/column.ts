/** One column of a new table. `type` is an Iceberg primitive type as S3 Tables takes it: `long`, `decimal(10,2)`. */
export interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

/** The primitive types that have no parameters (Iceberg spec, format version 2, "Primitive Types"). */
export const PLAIN_TYPES = [
  'boolean',
  'int',
  'long',
  'float',
  'double',
  'date',
  'time',
  'timestamp',
  'timestamptz',
  'string',
  'uuid',
  'binary'
] as const;
