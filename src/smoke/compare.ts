import { ActionError } from '../errors.js';
import type { Row, Value } from '../iceberg/value.js';
import { idOf, makeRow, numberOf, type Written } from './rows.js';

/**
 * Compares what is read, in whatever order, with what was written: each row once, and every value. Gives the number of
 * rows. Throws `SMOKE_TEST_MISMATCH`, which names the first difference, and what reading throws.
 */
export async function expectRows(
  batches: AsyncIterable<readonly Row[]>,
  written: Written,
  doing: string
): Promise<number> {
  const seen = new Uint8Array(written.count);
  for await (const rows of batches) {
    for (const row of rows) {
      const difference = differenceOf(row, written, seen);
      if (difference !== undefined) throw mismatch(difference, doing);
    }
  }
  const missing = seen.indexOf(0);
  if (missing < 0) return written.count;
  const lost = seen.filter((each) => each === 0).length;
  const rest = lost === 1 ? '' : ` So were ${lost - 1} more of the ${written.count} rows.`;
  throw mismatch(`The row with the id ${idOf(missing)} was written and not read.${rest}`, doing);
}

function mismatch(found: string, doing: string): ActionError {
  return new ActionError('SMOKE_TEST_MISMATCH', { doing, found });
}

function differenceOf(row: Row, written: Written, seen: Uint8Array): string | undefined {
  const n = numberOf(row.id);
  const which = `he row with the id ${shown(row.id)}`;
  if (n === undefined || n >= written.count) return `T${which} was read and never written.`;
  if (seen[n] === 1) return `T${which} was read twice.`;
  seen[n] = 1;
  const difference = differenceIn(row, makeRow(n, written));
  return difference === undefined ? undefined : `In t${which}, ${difference}`;
}

function differenceIn(read: Row, written: Row): string | undefined {
  const added = Object.keys(read).find((name) => !(name in written));
  if (added !== undefined) return `there is a column ${added} that was never made.`;
  const name = Object.keys(written).find((column) => !Object.is(read[column], written[column]));
  if (name === undefined) return undefined;
  return `${name} was written as ${shown(written[name])} and read as ${shown(read[name])}.`;
}

function shown(value: Value | undefined): string {
  return typeof value === 'bigint' ? value.toString() : (JSON.stringify(value) ?? 'nothing');
}
