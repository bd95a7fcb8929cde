import type { Region } from '../../account.js';
import { contextOf, tagKeys, type Context } from '../../policy/context.js';
import { readPolicy, type Policy } from '../../policy/document.js';
import type { Table, TableBucket } from '../../s3tables/state.js';
import { resourceTags, type Target } from './need.js';

/** A table bucket, whether or not it is there. */
export function bucketTarget(region: Region, arn: string): Target {
  const bucket = bucketAt(region, arn);
  return {
    arn,
    context: contextOf(bucketTags(bucket), resourceTags(bucket?.tags ?? [])),
    ...policies(bucket)
  };
}

/** What names a table, whether or not it is there. */
export interface TableName {
  readonly bucketArn: string;
  readonly namespace: string;
  readonly name: string;
}

/**
 * A table by name. One that is not there has no id to make an ARN of; it is asked for as `…/table/*`, which a policy
 * for all tables of the bucket allows.
 */
export function tableTarget(region: Region, { bucketArn, namespace, name }: TableName): Target {
  const bucket = bucketAt(region, bucketArn);
  const table = bucket?.namespaces.get(namespace)?.tables.get(name);
  if (bucket && table) return ofTable(bucket, table);
  const named = contextOf(bucketTags(bucket), {
    's3tables:namespace': namespace,
    's3tables:tableName': name
  });
  return { arn: `${bucketArn}/table/*`, context: named, ...policies(bucket) };
}

/** A table by its ARN. */
export function tableByArn(region: Region, arn: string): Target {
  return tableThat(region, (table) => table.arn === arn) ?? { arn };
}

/** The table that has its files in that S3 bucket. */
export function tableOfWarehouse(region: Region, bucket: string): Target | undefined {
  return tableThat(region, ({ warehouseLocation }) => warehouseLocation === `s3://${bucket}`);
}

function tableThat(region: Region, is: (table: Table) => boolean): Target | undefined {
  for (const bucket of region.s3tables.buckets.values()) {
    for (const { tables } of bucket.namespaces.values()) {
      const table = [...tables.values()].find(is);
      if (table) return ofTable(bucket, table);
    }
  }
  return undefined;
}

function ofTable(bucket: TableBucket, table: Table): Target {
  const named = { 's3tables:namespace': table.namespace, 's3tables:tableName': table.name };
  const context: Context = contextOf(bucketTags(bucket), resourceTags(table.tags), named);
  return { arn: table.arn, context, ...policies(bucket, table) };
}

function bucketAt(region: Region, arn: string): TableBucket | undefined {
  return [...region.s3tables.buckets.values()].find((bucket) => bucket.arn === arn);
}

function bucketTags(bucket: TableBucket | undefined): Readonly<Record<string, string>> {
  return tagKeys('s3tables:TableBucketTag', bucket?.tags ?? []);
}

/** A bucket's policy speaks for its tables as well. */
function policies(...holders: readonly (TableBucket | Table | undefined)[]): { policies: readonly Policy[] } {
  return {
    policies: holders.flatMap((holder) =>
      holder?.policy === undefined ? [] : [readPolicy(holder.policy, holder.name, 'resource')]
    )
  };
}
