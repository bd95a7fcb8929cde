import { isDeepStrictEqual } from 'node:util';
import type { UpdateOf } from './commit-shape.js';
import { changed, type CommitState } from './commit-state.js';
import { readDraftSchema } from './draft.js';
import { checkEvolution } from './evolution.js';
import { givenIds, highestId } from './ids.js';
import { IcebergInvalid } from './invalid.js';
import type { Schema } from './model.js';

/**
 * Adds a schema under the next free id, whatever id it came with; the same one again keeps its id.
 * Throws {@link IcebergInvalid}.
 */
export function addSchema(state: CommitState, update: UpdateOf<'add-schema'>): CommitState {
  const { metadata } = state;
  const given = givenIds(readDraftSchema(update.schema));
  const known = metadata.schemas.find((schema) => isSame(schema, given));
  if (known) return { ...state, last: { ...state.last, schema: known['schema-id'] } };
  checkEvolution(metadata, given);
  const id = Math.max(...metadata.schemas.map((schema) => schema['schema-id'])) + 1;
  const schemas = [...metadata.schemas, { ...given, 'schema-id': id }];
  const lastColumn = Math.max(metadata['last-column-id'], highestId(given));
  return changed(
    { ...state, last: { ...state.last, schema: id } },
    { schemas, 'last-column-id': lastColumn }
  );
}

/** Makes a schema the current one; -1 is the last one added. Throws {@link IcebergInvalid}. */
export function setCurrentSchema(state: CommitState, update: UpdateOf<'set-current-schema'>): CommitState {
  const { metadata, last } = state;
  const id = update['schema-id'] === -1 ? last.schema : update['schema-id'];
  if (id === undefined)
    throw new IcebergInvalid('no schema has been added that could become the current one');
  if (id === metadata['current-schema-id']) return state;
  const schema = metadata.schemas.find((each) => each['schema-id'] === id);
  if (!schema) throw new IcebergInvalid(`the schema ${id} is unknown`);
  checkEvolution(metadata, schema);
  return changed(state, { 'current-schema-id': id });
}

/** Forgets schemas that are not the current one. Throws {@link IcebergInvalid}. */
export function removeSchemas(state: CommitState, update: UpdateOf<'remove-schemas'>): CommitState {
  const { metadata } = state;
  const gone = update['schema-ids'];
  if (gone.includes(metadata['current-schema-id'])) {
    throw new IcebergInvalid('the current schema cannot be removed');
  }
  const schemas = metadata.schemas.filter((schema) => !gone.includes(schema['schema-id']));
  return schemas.length === metadata.schemas.length ? state : changed(state, { schemas });
}

/** Schemas are the same when all but their ids is; files may hold members that the spec does not have. */
function isSame(stored: Schema, given: Schema): boolean {
  const known = givenIds(readDraftSchema(stored));
  return isDeepStrictEqual({ ...known, 'schema-id': 0 }, { ...given, 'schema-id': 0 });
}
