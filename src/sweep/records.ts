import type { Aws, GlueDatabase, Tags } from '../aws/ports.js';
import type { Context } from '../context.js';
import { type ActionError, isDenied } from '../errors.js';
import { derivedNames, type Isolation, type Names } from '../names.js';
import { isShared, MANAGED_BY, MANAGER, ownership, TAG, type Owner } from '../ownership.js';
import { readPlace } from '../place.js';
import { pooled } from '../pool.js';

/** An environment of this action, as its record in AWS tells of it. */
export interface EnvironmentRecord {
  readonly owner: Owner;
  readonly isolation: Isolation;
  readonly names: Names;
  /** The record's marks: tags of the table bucket, or parameters of the Glue database. */
  readonly marks: Tags;
}

interface Bucket {
  readonly name: string;
  readonly tags: Tags;
}

const AT_A_TIME = 8;

/** What a sweep finds. */
export interface Found {
  readonly records: readonly EnvironmentRecord[];
  /** The names of the table buckets that carry the mark of those that environments share. */
  readonly sharedBuckets: readonly string[];
}

/**
 * Every environment of this action in the account and region, also one that is half made or half destroyed: by the tags
 * of its table bucket, or by the parameters of its Glue database. A bucket of others whose tags may not be read is a
 * warning. Throws `ActionError` where nothing may be listed or read.
 */
export async function findRecords(aws: Pick<Aws, 's3tables' | 'glue'>, context: Context): Promise<Found> {
  const [buckets, databases] = await Promise.all([
    taggedBuckets(aws, context),
    markedDatabases(aws, context)
  ]);
  const records = joined(
    buckets.filter(({ tags }) => isMarked(tags)),
    databases
  );
  return { records, sharedBuckets: buckets.filter(({ tags }) => isShared(tags)).map(({ name }) => name) };
}

/** What Glue alone remembers: whatever is in a shared table bucket. Throws as the port does. */
export async function recordsInGlue(
  aws: Pick<Aws, 'glue'>,
  context: Context
): Promise<readonly EnvironmentRecord[]> {
  return (await markedDatabases(aws, context)).map(ofDatabase);
}

async function markedDatabases({ glue }: Pick<Aws, 'glue'>, context: Context): Promise<GlueDatabase[]> {
  return (await glue.listDatabases(context)).filter(({ parameters }) => isMarked(parameters));
}

/** Puts buckets and databases of the same environment together. Pure. */
export function joined(buckets: readonly Bucket[], databases: readonly GlueDatabase[]): EnvironmentRecord[] {
  const inShared = ({ parameters }: GlueDatabase): boolean => readPlace(parameters).isolation === 'namespace';
  const others = databases.filter((database) => !inShared(database));
  const belongs = (database: GlueDatabase, bucket: Bucket): boolean =>
    ownership(database.parameters, ownerOf(bucket.tags)) === 'ours';
  const orphans = others.filter((database) => !buckets.some((bucket) => belongs(database, bucket)));
  return [
    ...buckets.flatMap((bucket) => {
      const own = others.filter((database) => belongs(database, bucket));
      return own.length === 0
        ? [ofBucket(bucket, undefined)]
        : own.map((database) => ofBucket(bucket, database));
    }),
    ...[...databases.filter(inShared), ...orphans].map(ofDatabase)
  ];
}

async function taggedBuckets(aws: Pick<Aws, 's3tables'>, context: Context): Promise<Bucket[]> {
  const buckets = await aws.s3tables.listTableBuckets(context);
  const denials: ActionError[] = [];
  const tagged = await pooled(buckets, AT_A_TIME, async ({ name, arn }) => {
    try {
      return { name, tags: (await aws.s3tables.getTags(arn, context)) ?? {} };
    } catch (error) {
      if (!isDenied(error)) throw error;
      denials.push(error);
      return { name, tags: {} };
    }
  });
  const [denial] = denials;
  if (denial !== undefined && denials.length === buckets.length) throw denial;
  for (const { message } of denials) context.reporter.warning(`A table bucket is left out: ${message}`);
  return tagged;
}

/** A table bucket that environments share has no env. */
export function isMarked(marks: Tags): boolean {
  return (
    marks[MANAGED_BY] === MANAGER && marks[TAG.env] !== undefined && marks[TAG.application] !== undefined
  );
}

/** Whose a record is. */
export function ownerOf(marks: Tags): Owner {
  const pullRequest = marks[TAG.pullRequest];
  return {
    env: marks[TAG.env] ?? '',
    application: marks[TAG.application] ?? '',
    repository: marks[TAG.repository],
    ...(pullRequest !== undefined && /^[1-9]\d*$/.test(pullRequest) && { pullRequest: Number(pullRequest) })
  };
}

function ofBucket({ name, tags }: Bucket, database: GlueDatabase | undefined): EnvironmentRecord {
  const owner = ownerOf(tags);
  const derived = derivedNames(owner.env, owner.application, 'bucket');
  const place = readPlace(database?.parameters ?? {});
  return {
    owner,
    isolation: 'bucket',
    names: {
      tableBucket: name,
      namespace: tags[TAG.namespace] ?? place.namespace ?? derived.namespace,
      table: place.table ?? derived.table,
      glueDatabase: database?.name ?? derived.glueDatabase
    },
    marks: tags
  };
}

function ofDatabase({ name, parameters }: GlueDatabase): EnvironmentRecord {
  const owner = ownerOf(parameters);
  const { isolation = 'bucket', ...place } = readPlace(parameters);
  const names = { ...derivedNames(owner.env, owner.application, isolation), ...place, glueDatabase: name };
  return { owner, isolation, names, marks: parameters };
}
