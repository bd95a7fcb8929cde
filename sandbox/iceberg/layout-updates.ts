import { isDeepStrictEqual } from 'node:util';
import type { UpdateOf } from './commit-shape.js';
import { changed, type CommitState } from './commit-state.js';
import { currentSchema } from './evolution.js';
import { IcebergInvalid } from './invalid.js';
import type { TableMetadata } from './model.js';
import { bindSpec, lastPartitionId, type DraftSpec } from './partition.js';
import { checkSchema, type FieldIndex } from './schema.js';
import { bindOrder } from './sort.js';

/**
 * Adds a partition spec under the next free id; one with the same fields keeps its id. A field of an earlier spec has
 * its id again (spec, "Partition Evolution"). Throws {@link IcebergInvalid}.
 */
export function addSpec(state: CommitState, update: UpdateOf<'add-spec'>): CommitState {
  const { metadata } = state;
  const specs = metadata['partition-specs'];
  const draft = {
    'spec-id': Math.max(...specs.map((spec) => spec['spec-id'])) + 1,
    ...numbered(metadata, update.spec)
  };
  const bound = bindSpec(draft, fieldsOf(metadata));
  const known = specs.find((spec) => isDeepStrictEqual(plain(spec.fields), plain(bound.fields)));
  const id = known?.['spec-id'] ?? bound['spec-id'];
  const next = { ...state, last: { ...state.last, spec: id } };
  if (known) return next;
  return changed(next, {
    'partition-specs': [...specs, bound],
    'last-partition-id': Math.max(metadata['last-partition-id'], lastPartitionId(bound.fields))
  });
}

/** Makes a spec the one that new files have; -1 is the last one added. Throws {@link IcebergInvalid}. */
export function setDefaultSpec(state: CommitState, update: UpdateOf<'set-default-spec'>): CommitState {
  const { metadata, last } = state;
  const id = update['spec-id'] === -1 ? last.spec : update['spec-id'];
  if (id === metadata['default-spec-id']) return state;
  if (id === undefined || !metadata['partition-specs'].some((spec) => spec['spec-id'] === id)) {
    throw new IcebergInvalid(`the partition spec ${update['spec-id']} is unknown`);
  }
  return changed(state, { 'default-spec-id': id });
}

/** Forgets specs that are not the default one. Throws {@link IcebergInvalid}. */
export function removeSpecs(state: CommitState, update: UpdateOf<'remove-partition-specs'>): CommitState {
  const { metadata } = state;
  const gone = update['spec-ids'];
  if (gone.includes(metadata['default-spec-id'])) {
    throw new IcebergInvalid('the default partition spec cannot be removed');
  }
  const specs = metadata['partition-specs'].filter((spec) => !gone.includes(spec['spec-id']));
  if (specs.length === metadata['partition-specs'].length) return state;
  return changed(state, { 'partition-specs': specs });
}

/** Adds a sort order, as {@link addSpec} does; the one without fields has the id 0. Throws {@link IcebergInvalid}. */
export function addSortOrder(state: CommitState, update: UpdateOf<'add-sort-order'>): CommitState {
  const { metadata } = state;
  const orders = metadata['sort-orders'];
  const free = Math.max(0, ...orders.map((order) => order['order-id'])) + 1;
  const bound = bindOrder({ ...update['sort-order'], 'order-id': free }, fieldsOf(metadata));
  const known = orders.find((order) => isDeepStrictEqual(plain(order.fields), plain(bound.fields)));
  const id = known?.['order-id'] ?? bound['order-id'];
  const next = { ...state, last: { ...state.last, order: id } };
  return known ? next : changed(next, { 'sort-orders': [...orders, bound] });
}

/** Makes an order the one that writers keep; -1 is the last one added. Throws {@link IcebergInvalid}. */
export function setDefaultSortOrder(
  state: CommitState,
  update: UpdateOf<'set-default-sort-order'>
): CommitState {
  const { metadata, last } = state;
  const id = update['sort-order-id'] === -1 ? last.order : update['sort-order-id'];
  if (id === metadata['default-sort-order-id']) return state;
  if (id === undefined || !metadata['sort-orders'].some((order) => order['order-id'] === id)) {
    throw new IcebergInvalid(`the sort order ${update['sort-order-id']} is unknown`);
  }
  return changed(state, { 'default-sort-order-id': id });
}

/** Checks that the default spec and order can still be applied to the current schema. Throws {@link IcebergInvalid}. */
export function checkLayout(metadata: TableMetadata): void {
  const fields = fieldsOf(metadata);
  const spec = metadata['partition-specs'].find((each) => each['spec-id'] === metadata['default-spec-id']);
  const order = metadata['sort-orders'].find(
    (each) => each['order-id'] === metadata['default-sort-order-id']
  );
  const partitions = (spec?.fields ?? []).filter((field) => field.transform !== 'void');
  bindSpec({ fields: partitions.map((field) => ({ ...field })) }, fields);
  bindOrder({ 'order-id': 1, fields: (order?.fields ?? []).map((field) => ({ ...field })) }, fields);
}

function fieldsOf(metadata: TableMetadata): FieldIndex {
  return checkSchema(currentSchema(metadata), metadata['format-version']);
}

/** Gives ids to the fields that came without one, and checks those that came with one. */
function numbered(metadata: TableMetadata, draft: DraftSpec): Pick<DraftSpec, 'fields'> {
  const known = metadata['partition-specs'].flatMap((spec) => spec.fields);
  const given = draft.fields.map((field) => field['field-id'] ?? 0);
  let last = Math.max(metadata['last-partition-id'], ...given);
  const fields = draft.fields.map((field) => {
    const values = [field['source-id'], field.transform].join(' ');
    const same = known.find((each) => [each['source-id'], each.transform].join(' ') === values);
    const id = field['field-id'] ?? same?.['field-id'] ?? ++last;
    const holder = known.find((each) => each['field-id'] === id);
    if (holder && [holder['source-id'], holder.transform].join(' ') !== values) {
      throw new IcebergInvalid(`the partition field id ${id} of "${field.name}" is that of "${holder.name}"`);
    }
    return { ...field, 'field-id': id };
  });
  return { fields };
}

/** What was parsed by hand and what came from a file compare by their members alone. */
function plain(fields: readonly object[]): unknown {
  return JSON.parse(JSON.stringify(fields));
}
