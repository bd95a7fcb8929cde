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

/** What is in the scratch table. The rows themselves are not kept: their numbers say what they are. */
export interface Written {
  /** The rows have the numbers from 0 on. */
  readonly count: number;
  /** From which number on they have a value in the added column; absent while there is no such column. */
  readonly commentsFrom?: number;
}

/** The rows that are written in one go, the same on every run: numbers `from` to `written.count - 1`. */
export function makeRows(from: number, written: Written): Row[] {
  return Array.from({ length: written.count - from }, (_, at) => makeRow(from + at, written));
}

/** Row number `n`, as a reader must show it. With nulls, and text that is not ASCII. */
export function makeRow(n: number, { commentsFrom }: Written): Row {
  const row = plainRow(n);
  if (commentsFrom === undefined) return row;
  return { ...row, [ADDED_COLUMN.name]: n < commentsFrom ? null : `row ${n}` };
}

/** The number of the row with this id; `undefined` for an id that no row has. */
export function numberOf(id: Value | undefined): number | undefined {
  if (typeof id !== 'bigint' || id < FIRST_ID) return undefined;
  return Number(id - FIRST_ID);
}

/** The id of row number `n`. */
export function idOf(n: number): bigint {
  return FIRST_ID + BigInt(n);
}

function plainRow(n: number): Row {
  const some = <T extends Value>(every: number, value: T): T | null =>
    n % every === every - 1 ? null : value;
  const cents = (n * 7_919) % 1_000_000;
  return {
    id: idOf(n),
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
