import type { ListedTable, TableId, TableInfo, Tags } from '../aws/ports.js';
import type { Look } from './look.js';

/**
 * The tags of a table bucket; `undefined`: there is no such bucket. One with tags is there; only of one without any it is
 * asked besides whether it is.
 */
export async function tagsOfBucket(look: Look, bucketArn: string): Promise<Tags | undefined> {
  const tags = await look.s3tables.getTags(bucketArn);
  if (tags === undefined || Object.keys(tags).length > 0) return tags;
  return (await look.s3tables.hasTableBucket(bucketArn)) ? tags : undefined;
}

/** A table. Where nothing is expected any more, it is asked for only when its namespace is there. */
export async function tableOf(look: Look, id: TableId): Promise<TableInfo | undefined> {
  const isLost = isGoing(look) && !(await hasNamespaceOf(look, id));
  return isLost ? undefined : look.s3tables.getTable(id);
}

/**
 * Whether the namespace of a table is there: one that holds the table is, one without its bucket is not. Where nothing is
 * expected any more, it is asked for itself.
 */
export async function hasNamespaceOf(look: Look, table: TableId): Promise<boolean> {
  const { bucketArn, namespace } = table;
  if (isGoing(look)) return look.s3tables.hasNamespace(bucketArn, namespace);
  if ((await look.s3tables.getTable(table)) !== undefined) return true;
  const there = await inBucket(look, bucketArn, () => look.s3tables.hasNamespace(bucketArn, namespace));
  return there ?? false;
}

/** All tables of a bucket or of one namespace in it; none where that is not there. */
export async function tablesIn(
  look: Look,
  bucketArn: string,
  namespace?: string
): Promise<readonly ListedTable[]> {
  return (await inBucket(look, bucketArn, () => look.s3tables.listTables(bucketArn, namespace))) ?? [];
}

/** Reads what is in a table bucket; `undefined` as well where there is no such bucket. */
export function inBucket<T>(
  look: Look,
  bucketArn: string,
  read: () => Promise<T | undefined>
): Promise<T | undefined> {
  return look.within(() => tagsOfBucket(look, bucketArn), read);
}

function isGoing({ expects }: Look): boolean {
  return expects === 'nothing' || expects === 'record';
}
