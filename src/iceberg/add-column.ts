import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { commitChange } from './commit-loop.js';
import { unsupported } from './faults.js';
import { type TableMetadata, columnsOf } from './metadata.js';
import type { CatalogTable, Commit } from './ports.js';
import { parseColumns, typeName } from './types.js';

/** A column to add: always optional, as the rows there are do not have it. */
export interface NewColumn {
  readonly name: string;
  /** An Iceberg primitive type: `double`, `decimal(10,2)`. */
  readonly type: string;
}

/**
 * Adds an optional column to a table, and gives the table after it. A column that is there already with this type is
 * success, so it may be called again. Throws `ICEBERG_CONFLICT` when there is one with another type, and as
 * `commitChange` does.
 */
export async function addColumn(
  table: CatalogTable,
  column: NewColumn,
  context: Context
): Promise<TableMetadata> {
  const doing = `add the column ${column.name}`;
  const wanted = typeText(column);
  return commitChange(
    table,
    {
      doing,
      made: (metadata) => {
        const field = columnsOf(metadata, metadata.currentSchemaId).find(({ name }) => name === column.name);
        if (field === undefined || (typeName(field.type) === wanted && !field.required))
          return field && metadata;
        const found = `The table has a column ${column.name} already: ${typeName(field.type)}, ${field.required ? 'required' : 'optional'}.`;
        throw new ActionError('ICEBERG_CONFLICT', { doing, found, todo: 'Choose another name.' });
      },
      prepare: (metadata) => Promise.resolve(additionOf(metadata, column))
    },
    context
  );
}

/** Checks the type before the first call: of a type that is not known nobody can say whether the table may have it. */
function typeText({ name, type }: NewColumn): string {
  const schema = { type: 'struct', fields: [{ id: 1, name, required: false, type }] };
  const [field] = parseColumns(schema, 'the new column');
  if (field!.type.kind === 'opaque')
    throw unsupported('add a column', `The column ${name} has the type ${type}`);
  return typeName(field!.type);
}

function additionOf(metadata: TableMetadata, { name, type }: NewColumn): Commit {
  const { currentSchemaId, lastColumnId, uuid } = metadata;
  const current = metadata.schemas.get(currentSchemaId)!;
  const id = lastColumnId + 1;
  const fields = [...(current.fields as readonly unknown[]), { id, name, required: false, type }];
  const schema = { ...current, 'schema-id': Math.max(...metadata.schemas.keys()) + 1, fields };
  return {
    requirements: [
      { type: 'assert-table-uuid', uuid },
      { type: 'assert-current-schema-id', 'current-schema-id': currentSchemaId },
      { type: 'assert-last-assigned-field-id', 'last-assigned-field-id': lastColumnId }
    ],
    updates: [
      { action: 'add-schema', schema, 'last-column-id': id },
      // The one that was added by this commit, whatever id the catalog gives it.
      { action: 'set-current-schema', 'schema-id': -1 }
    ]
  };
}
