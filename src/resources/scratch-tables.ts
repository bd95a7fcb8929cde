import type { Aws, TableId } from '../aws/ports.js';
import type { Context } from '../context.js';
import { parseMetadata } from '../iceberg/metadata.js';
import { type Owner, SCRATCH_NAME, SCRATCH_OWNER, scratchOwner } from '../ownership.js';

/**
 * Whether a table is a scratch table that a smoke test of this environment left or kept: by its name, and by the
 * property in its metadata. What cannot be read is not ours.
 */
export async function isScratchOf(
  aws: Pick<Aws, 's3tables' | 'warehouse'>,
  owner: Owner,
  table: TableId,
  context: Context
): Promise<boolean> {
  if (!SCRATCH_NAME.test(table.name)) return false;
  const location = (await aws.s3tables.getTable(table, context))?.metadataLocation;
  if (location === undefined) return false;
  try {
    const { properties } = parseMetadata(await aws.warehouse.readText(location, context), location);
    return properties[SCRATCH_OWNER] === scratchOwner(owner);
  } catch {
    context.signal.throwIfAborted();
    return false;
  }
}
