import type { ListedTable, TableId, Tags } from '../aws/ports.js';
import { tableOf, tablesIn } from '../observe/buckets.js';
import type { Look } from '../observe/look.js';
import { pooled } from '../pool.js';

/** Whose a namespace is, by the tables in it: `ours` holds one with our marks, `others` only such without. */
export type Contents = 'ours' | 'empty' | 'others';

/** So many tables are looked at, at most: one of ours among thousands of others would prove little. */
const MOST_LOOKED_AT = 200;
const AT_A_TIME = 8;

/**
 * Looks whose a namespace is by the tags of its tables, the environment's own table first. Tags of tables are written
 * by other permissions than the parameters of the Glue database that remembers the namespace, so whoever can write one
 * of them cannot forge both. Throws as the port does.
 */
export async function contentsOf(
  look: Look,
  table: TableId,
  isOurs: (tags: Tags) => boolean
): Promise<Contents> {
  const isMarked = async (arn: string): Promise<boolean> => isOurs((await look.s3tables.getTags(arn)) ?? {});
  const own = await tableOf(look, table);
  if (own !== undefined && (await isMarked(own.arn))) return 'ours';
  const listed = await tablesIn(look, table.bucketArn, table.namespace);
  if (listed.length === 0) return 'empty';
  return (await some(listed, isMarked)) ? 'ours' : 'others';
}

async function some(
  listed: readonly ListedTable[],
  isMarked: (arn: string) => Promise<boolean>
): Promise<boolean> {
  const marked = await pooled(listed.slice(0, MOST_LOOKED_AT), AT_A_TIME, ({ arn }) => isMarked(arn));
  return marked.includes(true);
}
