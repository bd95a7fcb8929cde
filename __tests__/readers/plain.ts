import { JSONParse, JSONStringify } from 'json-with-bigint';
import type { Row, Value } from '../../src/iceberg/value.js';

/**
 * Rows as JSON that no reader can take for something else: whole numbers with all digits, bytes in hexadecimal, what
 * JSON has no number for as text. `plain.py` makes the same of what other readers give.
 */
export function toPlain(rows: readonly Row[]): unknown {
  return JSONParse(JSONStringify(rows.map((row) => plain(row))));
}

function plain(value: Value): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex');
  if (typeof value === 'number')
    return Object.is(value, -0) ? '-0' : Number.isFinite(value) ? value : `${value}`;
  if (Array.isArray(value)) return value.map((item: Value) => plain(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, plain(item)]));
}
