import * as v from 'valibot';
import { IcebergInvalid } from './invalid.js';
import type { PartitionField, PartitionSpec } from './model.js';
import type { FieldIndex } from './schema.js';
import { checkTransform, transformName } from './transform.js';

/** Partition field ids begin here, so that they meet no column's id (spec, "Partition Specs"). */
const FIRST_PARTITION_ID = 1000;

const whole = v.pipe(v.number(), v.integer());

/** Reads a partition spec as a client proposes it: ids may be missing. */
export const draftSpec = v.object({
  'spec-id': v.exactOptional(whole),
  fields: v.array(
    v.object({
      'source-id': whole,
      'field-id': v.exactOptional(whole),
      name: v.string(),
      transform: v.string()
    })
  )
});

/** What {@link draftSpec} reads. */
export type DraftSpec = v.InferOutput<typeof draftSpec>;

/** Numbers the spec's fields and checks them against the schema. Throws {@link IcebergInvalid}. */
export function bindSpec(draft: DraftSpec, schema: FieldIndex): PartitionSpec {
  let last = lastPartitionId(draft.fields);
  const fields = draft.fields.map((field) => ({ ...field, 'field-id': field['field-id'] ?? ++last }));
  once(fields, (field) => String(field['field-id']), 'partition field id');
  once(fields, (field) => field.name, 'partition name');
  once(fields, sameValues, 'partition of a column by the same values');
  for (const field of fields) checkField(field, schema);
  return { 'spec-id': draft['spec-id'] ?? 0, fields };
}

/** The highest partition field id of the fields; 999 when there is none. */
export function lastPartitionId(fields: readonly { readonly 'field-id'?: number }[]): number {
  return Math.max(FIRST_PARTITION_ID - 1, ...fields.map((field) => field['field-id'] ?? 0));
}

function checkField(field: PartitionField, schema: FieldIndex): void {
  const source = checkTransform(field.transform, field['source-id'], schema);
  if (field.name === '') throw new IcebergInvalid('a partition field has an empty name');
  const column = [...schema.values()].find((candidate) => candidate.path === field.name);
  if (column && (field.transform !== 'identity' || column !== source)) {
    throw new IcebergInvalid(`the partition name "${field.name}" is already the name of a column`);
  }
}

/** Year, month, day and hour of one column are redundant beside each other. */
function sameValues(field: PartitionField): string {
  const name = transformName(field.transform);
  const kind = ['year', 'month', 'day', 'hour'].includes(name) ? 'time' : field.transform;
  return `${field['source-id']} ${kind}`;
}

function once(fields: readonly PartitionField[], key: (field: PartitionField) => string, what: string): void {
  const seen = new Set<string>();
  for (const field of fields) {
    if (seen.has(key(field))) throw new IcebergInvalid(`the ${what} ${key(field)} is there twice`);
    seen.add(key(field));
  }
}
