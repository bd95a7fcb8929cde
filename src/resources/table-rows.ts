import * as v from 'valibot';
import type { WarehousePort } from '../aws/ports.js';
import type { Context } from '../context.js';
import { asActionError } from '../errors.js';
import { parseWithBigints, readJson, recordOf } from '../json.js';

const id = v.nullish(v.union([v.number(), v.bigint()]));
const metadata = v.object({
  'current-snapshot-id': id,
  snapshots: v.optional(
    v.array(
      v.object({
        'snapshot-id': id,
        summary: v.optional(recordOf(v.union([v.string(), v.number()])))
      })
    ),
    []
  )
});

/**
 * How many rows a table holds now, for people; `undefined`: none. Read from the current snapshot's summary
 * (Iceberg spec, "Snapshots", optional field `total-records`). Whatever cannot be read counts as data, since the
 * answer decides whether it may be deleted.
 */
export async function rowsHeld(
  warehouse: WarehousePort,
  location: string | undefined,
  context: Context
): Promise<string | undefined> {
  if (location === undefined) return undefined;
  try {
    return rowsIn(await warehouse.readText(location, context));
  } catch (error) {
    context.signal.throwIfAborted();
    return `data, as far as can be told: its metadata could not be read (${asActionError(error).message})`;
  }
}

function rowsIn(text: string): string | undefined {
  const json = readJson(text, parseWithBigints);
  if ('problem' in json) throw new Error(json.problem);
  const { 'current-snapshot-id': current, snapshots } = v.parse(metadata, json.value);
  if (current === undefined || current === null || BigInt(current) === -1n) return undefined;
  const snapshot = snapshots.find((each) => each['snapshot-id'] === current);
  const total = String(snapshot?.summary?.['total-records'] ?? '');
  if (/^0+$/.test(total)) return undefined;
  return /^\d+$/.test(total) ? `${total} rows` : 'data';
}
