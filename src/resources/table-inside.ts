import type { TableId, TableInfo } from '../aws/ports.js';
import type { Column } from '../column.js';
import { ActionError, asActionError, type ErrorCode } from '../errors.js';
import { reading } from '../iceberg/faults.js';
import { columnsOf, parseMetadata } from '../iceberg/metadata.js';
import { hiddenFromGlue, upperCaseIn } from '../iceberg/upper-case.js';
import type { Change } from '../change.js';
import type { Look } from '../observe/look.js';
import { rowsAside } from './table-rows.js';
import { schemaDifference } from './table-schema.js';

/** What a live table is inside, as far as a plan tells it. */
export interface Inside {
  /** How its columns differ from what is declared. */
  readonly differences: readonly Change[];
  readonly notes: readonly string[];
}

const NOTHING: Inside = { differences: [], notes: [] };
const NO_METADATA =
  'The table was made without a schema and has no metadata: no engine can load it. Declare a table-schema, and apply gives it its first metadata.';
/** The file is not there, or is not what it should be. */
const BROKEN: readonly ErrorCode[] = ['VANISHED', 'ICEBERG_CORRUPT', 'ICEBERG_NOT_FOUND'];

/** Which table, as it was found, and the columns it is declared with, if any are. */
export interface TableToCompare {
  readonly id: TableId;
  readonly info: TableInfo;
  readonly columns: readonly Column[] | undefined;
}

/**
 * Looks into the metadata of a live table. Throws `TABLE_BROKEN` where that is missing or damaged; that this run may not
 * read it, or does not understand all of it, is only told.
 */
export async function lookInside(look: Look, table: TableToCompare): Promise<Inside> {
  const { columns, info } = table;
  const location = info.metadataLocation;
  if (location === undefined) return columns === undefined ? { ...NOTHING, notes: [NO_METADATA] } : NOTHING;
  try {
    return insideOf(await look.warehouse.readText(location), location, columns);
  } catch (thrown) {
    look.context.signal.throwIfAborted();
    const failure = asActionError(thrown);
    if (BROKEN.includes(failure.code)) return lookAgain(look.anew(), table, failure);
    const notes = [`Its schema could not be compared with table-schema: ${failure.message}`];
    return columns === undefined ? NOTHING : { ...NOTHING, notes };
  }
}

/** Another run may have removed the table, or a writer replaced its metadata, while it was looked at. */
async function lookAgain(look: Look, table: TableToCompare, failure: ActionError): Promise<Inside> {
  const { id, info } = table;
  const now = await look.s3tables.getTable(id);
  if (now === undefined) return NOTHING;
  if (now.metadataLocation !== info.metadataLocation) return lookInside(look, { ...table, info: now });
  throw new ActionError('TABLE_BROKEN', {
    doing: `load the table ${id.namespace}.${id.name}`,
    answer: failure.answer,
    found: `Its metadata file ${info.metadataLocation} is missing or damaged: ${failure.message}`,
    cause: failure
  });
}

function insideOf(text: string, location: string, columns: readonly Column[] | undefined): Inside {
  const aside = reading(location, 'It is no table metadata', () => rowsAside(text));
  const notes =
    aside === undefined
      ? []
      : [`Holds what a query of it does not show: ${aside}. destroy counts that as data.`];
  const metadata = parseMetadata(text, location);
  const there = columnsOf(metadata, metadata.currentSchemaId);
  const hidden = upperCaseIn(there);
  const difference = columns === undefined ? NOTHING_DIFFERS : schemaDifference(columns, there);
  return {
    differences: difference.changes,
    notes: [...difference.notes, ...notes, ...(hidden.length === 0 ? [] : [hiddenFromGlue(hidden)])]
  };
}

const NOTHING_DIFFERS = { changes: [], notes: [] };
