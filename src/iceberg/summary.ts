import type { Snapshot } from './metadata.js';

/** What a snapshot adds to the table. */
export interface Added {
  readonly files: number;
  readonly rows: number;
  readonly bytes: number;
}

const NOTHING_ADDED = ['total-delete-files', 'total-position-deletes', 'total-equality-deletes'];

/**
 * The summary of a snapshot that appends (spec, "Optional Snapshot Summary Fields"). A total that the parent does not
 * tell is left out, as it cannot be known.
 */
export function appendSummary(parent: Snapshot | undefined, added: Added): Readonly<Record<string, string>> {
  const counts = { 'data-files': added.files, records: added.rows, 'files-size': added.bytes };
  const summary: Record<string, string> = { operation: 'append' };
  for (const [what, count] of Object.entries(counts)) if (count > 0) summary[`added-${what}`] = String(count);
  const totals = new Map(Object.entries(counts).map(([what, count]) => [`total-${what}`, count]));
  for (const key of NOTHING_ADDED) totals.set(key, 0);
  for (const [key, count] of totals) {
    const before = parent === undefined ? '0' : parent.summary[key];
    if (before !== undefined && /^\d+$/.test(before)) summary[key] = String(BigInt(before) + BigInt(count));
  }
  return summary;
}
