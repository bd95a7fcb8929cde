import type { Column } from '../column.js';
import type { Row, Value } from '../iceberg/value.js';

/** The columns of the scratch table: one of each kind that users have most. */
export const COLUMNS: readonly Column[] = [
  { name: 'id', type: 'long', required: true },
  { name: 'name', type: 'string', required: false },
  { name: 'ratio', type: 'double', required: false },
  { name: 'active', type: 'boolean', required: false },
  { name: 'day', type: 'date', required: false },
  { name: 'seen_at', type: 'timestamptz', required: false },
  { name: 'price', type: 'decimal(12,2)', required: false }
];

/** The column that is added later. */
export const ADDED_COLUMN = { name: 'comment', type: 'string' };

/** Above 2^53, so that an id which passed through a double would be seen. */
const FIRST_ID = 9_007_199_254_740_993n;
const MICROS_2026 = 1_767_225_600_000_000n;
const DAYS_2026 = 20_454;

/** `count` rows, the same on every run, from the given number on. With nulls, and text that is not ASCII. */
export function makeRows(from: number, count: number): Row[] {
  return Array.from({ length: count }, (_, at) => makeRow(from + at));
}

/** The same with a value in the added column. */
export function withComment(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({ ...row, [ADDED_COLUMN.name]: `row ${(row.id as bigint).toString()}` }));
}

/** The same with no value in the added column, as a reader must show what was written before it was there. */
export function withoutComment(rows: readonly Row[]): Row[] {
  return rows.map((row) => ({ ...row, [ADDED_COLUMN.name]: null }));
}

function makeRow(n: number): Row {
  const some = <T extends Value>(every: number, value: T): T | null =>
    n % every === every - 1 ? null : value;
  const cents = (n * 7_919) % 1_000_000;
  return {
    id: FIRST_ID + BigInt(n),
    name: some(7, `Größe ${n} 測定`),
    ratio: some(11, n / 3),
    active: some(5, n % 2 === 0),
    day: some(13, DAYS_2026 + (n % 365)),
    seen_at: some(17, MICROS_2026 + BigInt(n) * 1_000_001n),
    price: some(
      19,
      `${n % 2 === 0 ? '' : '-'}${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`
    )
  };
}
