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

/** A table. Where nothing is expected any more, it is asked for only when its bucket is there. */
export function tableOf(look: Look, id: TableId): Promise<TableInfo | undefined> {
  const read = (): Promise<TableInfo | undefined> => look.s3tables.getTable(id);
  return look.expects === 'nothing' ? inBucket(look, id.bucketArn, read) : read();
}

/** Whether the namespace of a table is there: one that holds the table is, one without its bucket is not. */
export async function hasNamespaceOf(look: Look, table: TableId): Promise<boolean> {
  const { bucketArn, namespace } = table;
  if ((await tableOf(look, table)) !== undefined) return true;
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
