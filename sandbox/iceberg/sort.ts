import * as v from 'valibot';
import { IcebergInvalid } from './invalid.js';
import type { SortOrder } from './model.js';
import type { FieldIndex } from './schema.js';
import { checkTransform } from './transform.js';

/** The order of a table that has none; its id is reserved (spec, "Sort Orders"). */
export const UNSORTED: SortOrder = { 'order-id': 0, fields: [] };

const whole = v.pipe(v.number(), v.integer());

/** Reads a sort order as a client proposes it: its id may be missing. */
export const draftOrder = v.object({
  'order-id': v.exactOptional(whole),
  fields: v.array(
    v.object({
      'source-id': whole,
      transform: v.string(),
      direction: v.picklist(['asc', 'desc']),
      'null-order': v.picklist(['nulls-first', 'nulls-last'])
    })
  )
});

/** What {@link draftOrder} reads. */
export type DraftOrder = v.InferOutput<typeof draftOrder>;

/** Checks a sort order against the schema; one without fields is {@link UNSORTED}. Throws {@link IcebergInvalid}. */
export function bindOrder(draft: DraftOrder, schema: FieldIndex): SortOrder {
  if (draft.fields.length === 0) return UNSORTED;
  const id = draft['order-id'] ?? 1;
  if (id < 1) throw new IcebergInvalid(`the sort order id ${id} is reserved for the unsorted order`);
  for (const field of draft.fields) checkTransform(field.transform, field['source-id'], schema);
  return { 'order-id': id, fields: draft.fields };
}
