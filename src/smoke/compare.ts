import { ActionError } from '../errors.js';
import type { Row, Value } from '../iceberg/value.js';

/**
 * Compares what was read with what was written, by `id`, value by value. Throws `SMOKE_TEST_MISMATCH`, which names
 * the first difference.
 */
export function expectRows(read: readonly Row[], written: readonly Row[], doing: string): void {
  const mismatch = (found: string): ActionError => new ActionError('SMOKE_TEST_MISMATCH', { doing, found });
  if (read.length !== written.length) {
    throw mismatch(`${read.length} rows were read, ${written.length} were written.`);
  }
  const byId = new Map(read.map((row) => [row.id, row]));
  for (const row of written) {
    const other = byId.get(row.id ?? null);
    if (other === undefined) throw mismatch(`The row with the id ${shown(row.id)} was written and not read.`);
    const column = Object.keys(row).find((name) => !Object.is(other[name], row[name]));
    if (column === undefined) continue;
    throw mismatch(
      `In the row with the id ${shown(row.id)}, ${column} was written as ${shown(row[column])} and read as ${shown(other[column])}.`
    );
  }
}

function shown(value: Value | undefined): string {
  return typeof value === 'bigint' ? value.toString() : (JSON.stringify(value) ?? 'nothing');
}
