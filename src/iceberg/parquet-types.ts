import type { SchemaElement } from 'hyparquet';
import { decimalBytes } from './decimal.js';
import type { PrimitiveType } from './types.js';

type Leaf = Omit<SchemaElement, 'name'>;

const timestamp = (unit: 'MICROS' | 'NANOS', isAdjustedToUTC: boolean): Leaf => ({
  type: 'INT64',
  logical_type: { type: 'TIMESTAMP', isAdjustedToUTC, unit }
});

const SIMPLE: { readonly [kind in Exclude<PrimitiveType['kind'], 'decimal' | 'fixed'>]: Leaf } = {
  boolean: { type: 'BOOLEAN' },
  int: { type: 'INT32' },
  long: { type: 'INT64' },
  float: { type: 'FLOAT' },
  double: { type: 'DOUBLE' },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  time: {
    type: 'INT64',
    converted_type: 'TIME_MICROS',
    logical_type: { type: 'TIME', isAdjustedToUTC: false, unit: 'MICROS' }
  },
  timestamp: timestamp('MICROS', false),
  timestamptz: { ...timestamp('MICROS', true), converted_type: 'TIMESTAMP_MICROS' },
  timestamp_ns: timestamp('NANOS', false),
  timestamptz_ns: timestamp('NANOS', true),
  string: { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } },
  uuid: { type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, logical_type: { type: 'UUID' } },
  binary: { type: 'BYTE_ARRAY' }
};

/** How Parquet holds a type (spec, "Parquet" in appendix A). */
export function parquetLeaf(type: PrimitiveType): Leaf {
  if (type.kind === 'decimal') return decimal(type.precision, type.scale);
  if (type.kind === 'fixed') return { type: 'FIXED_LEN_BYTE_ARRAY', type_length: type.length };
  return SIMPLE[type.kind];
}

function decimal(precision: number, scale: number): Leaf {
  const common = {
    converted_type: 'DECIMAL',
    logical_type: { type: 'DECIMAL', precision, scale },
    precision,
    scale
  } as const;
  if (precision <= 9) return { type: 'INT32', ...common };
  if (precision <= 18) return { type: 'INT64', ...common };
  return { type: 'FIXED_LEN_BYTE_ARRAY', type_length: decimalBytes(precision), ...common };
}
