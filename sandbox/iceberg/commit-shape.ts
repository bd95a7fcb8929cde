import * as v from 'valibot';
import { looseObject, objectWithRest, record } from '../input/records.js';
import { read } from './invalid.js';
import type { SnapshotRef } from './model.js';
import { draftSpec } from './partition.js';
import { draftOrder } from './sort.js';

const whole = v.pipe(v.number(), v.integer());
const long = v.union([whole, v.bigint()]);
const positive = v.pipe(
  long,
  v.check((value) => value > 0, 'Expected a number above 0')
);
const strings = record(v.string(), v.string());

const requirement = v.variant('type', [
  v.object({ type: v.literal('assert-create') }),
  v.object({ type: v.literal('assert-table-uuid'), uuid: v.string() }),
  v.object({
    type: v.literal('assert-ref-snapshot-id'),
    ref: v.string(),
    'snapshot-id': v.nullish(long, null)
  }),
  v.object({ type: v.literal('assert-last-assigned-field-id'), 'last-assigned-field-id': whole }),
  v.object({ type: v.literal('assert-current-schema-id'), 'current-schema-id': whole }),
  v.object({ type: v.literal('assert-last-assigned-partition-id'), 'last-assigned-partition-id': whole }),
  v.object({ type: v.literal('assert-default-spec-id'), 'default-spec-id': whole }),
  v.object({ type: v.literal('assert-default-sort-order-id'), 'default-sort-order-id': whole })
]);

const snapshot = v.pipe(
  looseObject({
    'snapshot-id': positive,
    'parent-snapshot-id': v.nullish(long),
    'sequence-number': positive,
    'timestamp-ms': whole,
    'manifest-list': v.string(),
    summary: objectWithRest(
      { operation: v.picklist(['append', 'replace', 'overwrite', 'delete']) },
      v.string()
    ),
    'schema-id': v.exactOptional(whole)
  }),
  // A table's first snapshot has no parent; some clients say so with null, which the spec does not have.
  v.transform(({ 'parent-snapshot-id': parent, ...rest }) => {
    return { ...rest, ...(parent == null ? {} : { 'parent-snapshot-id': parent }) };
  })
);

const reference = v.object({
  'snapshot-id': long,
  type: v.picklist(['branch', 'tag']),
  'min-snapshots-to-keep': v.exactOptional(v.pipe(whole, v.minValue(1))),
  'max-snapshot-age-ms': v.exactOptional(positive),
  'max-ref-age-ms': v.exactOptional(positive)
});

const statistics = looseObject({ 'snapshot-id': long, 'statistics-path': v.string() });

const update = v.variant('action', [
  v.object({ action: v.literal('assign-uuid'), uuid: v.string() }),
  v.object({ action: v.literal('upgrade-format-version'), 'format-version': whole }),
  v.object({ action: v.literal('add-schema'), schema: v.unknown() }),
  v.object({ action: v.literal('set-current-schema'), 'schema-id': whole }),
  v.object({ action: v.literal('add-spec'), spec: draftSpec }),
  v.object({ action: v.literal('set-default-spec'), 'spec-id': whole }),
  v.object({ action: v.literal('add-sort-order'), 'sort-order': draftOrder }),
  v.object({ action: v.literal('set-default-sort-order'), 'sort-order-id': whole }),
  v.object({ action: v.literal('add-snapshot'), snapshot }),
  v.object({
    action: v.literal('set-snapshot-ref'),
    'ref-name': v.pipe(v.string(), v.minLength(1)),
    ...reference.entries
  }),
  v.object({ action: v.literal('remove-snapshots'), 'snapshot-ids': v.array(long) }),
  v.object({ action: v.literal('remove-snapshot-ref'), 'ref-name': v.string() }),
  v.object({ action: v.literal('set-location'), location: v.string() }),
  v.object({ action: v.literal('set-properties'), updates: strings }),
  v.object({ action: v.literal('remove-properties'), removals: v.array(v.string()) }),
  v.object({ action: v.literal('set-statistics'), statistics }),
  v.object({ action: v.literal('remove-statistics'), 'snapshot-id': long }),
  v.object({ action: v.literal('set-partition-statistics'), 'partition-statistics': statistics }),
  v.object({ action: v.literal('remove-partition-statistics'), 'snapshot-id': long }),
  v.object({ action: v.literal('remove-partition-specs'), 'spec-ids': v.array(whole) }),
  v.object({ action: v.literal('remove-schemas'), 'schema-ids': v.array(whole) })
]);

const commit = v.object({
  requirements: v.optional(v.array(requirement), []),
  updates: v.optional(v.array(update), [])
});

/** What must be true of a table for a commit to be taken. */
export type Requirement = v.InferOutput<typeof requirement>;

/** One change that a commit makes. */
export type Update = v.InferOutput<typeof update>;

/** The update with that action. */
export type UpdateOf<A extends Update['action']> = Extract<Update, { action: A }>;

/** A commit as the REST catalog's updateTable takes it. */
export type Commit = v.InferOutput<typeof commit>;

/** The branch or tag that an update sets, as the metadata keeps it. */
export function refOf(update: UpdateOf<'set-snapshot-ref'>): SnapshotRef {
  return v.parse(reference, update);
}

/** Reads a commit; members that are not the spec's are left out. Throws {@link IcebergInvalid}. */
export function readCommit(value: unknown): Commit {
  return read(commit, value, 'commit');
}
