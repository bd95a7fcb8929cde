import type { TableId } from '../aws/ports.js';
import { parseMetadata } from '../iceberg/metadata.js';
import type { Look } from '../observe/look.js';
import { type Owner, SCRATCH_NAME, SCRATCH_OWNER, scratchOwner } from '../ownership.js';

/**
 * Whether a table is a scratch table that a smoke test of this environment left or kept: by its name, and by the
 * property in its metadata. What cannot be read is not ours.
 */
export async function isScratchOf(look: Look, owner: Owner, table: TableId): Promise<boolean> {
  if (!SCRATCH_NAME.test(table.name)) return false;
  const location = (await look.s3tables.getTable(table))?.metadataLocation;
  if (location === undefined) return false;
  try {
    const { properties } = parseMetadata(await look.warehouse.readText(location), location);
    return properties[SCRATCH_OWNER] === scratchOwner(owner);
  } catch {
    look.context.signal.throwIfAborted();
    return false;
  }
}
