import type { Tags } from '../aws/ports.js';
import { derivedNames } from '../names.js';
import { hasNamespaceOf, tablesIn, tagsOfBucket } from '../observe/buckets.js';
import type { Look } from '../observe/look.js';
import { isEphemeral, isShared, ownership } from '../ownership.js';
import { readPlace } from '../place.js';
import { contentsOf } from '../resources/namespace-contents.js';
import type { EnvironmentRecord } from './records.js';

/** Whether more than a record says that an environment is there, and is this action's. */
export interface Proof {
  /** Why it must be left alone, in a whole sentence; absent: it may go. */
  readonly lacking?: string;
  /**
   * True: two services say so, in marks that no single permission writes, and the Glue database has the environment's
   * own name, so it may be forced to go with its data.
   */
  readonly isWhole: boolean;
}

/** Where the sweep looks, and what it was told. */
export interface Where {
  readonly bucketArn: string;
  readonly databaseArn: string;
  /** The input `table-bucket-name`: environments in this bucket are swept, whatever marks it carries. */
  readonly named?: string | undefined;
}

/** What is not there any more, or never was, needs no proof: what is left of the environment is empty. */
const PARTIAL: Proof = { isWhole: false };

/**
 * Looks for a second witness besides the record. A record alone proves nothing: who may write tags of buckets, or
 * parameters of Glue databases, need not have any right in the other. What is empty and has the environment's own name
 * may go without, since a killed run can leave it so and nobody loses anything. Throws as the ports do.
 */
export async function proofOf(look: Look, record: EnvironmentRecord, where: Where): Promise<Proof> {
  const proof = await (record.isolation === 'namespace'
    ? proofInShared(look, record, where)
    : proofOfBucket(look, record, where));
  return proof.lacking === undefined ? ((await databaseLacks(look, record, where)) ?? proof) : proof;
}

/**
 * A Glue database of another name than the environment's own goes only if its tags say whose it is, as its parameters do:
 * those are written by another permission. Somebody's that is empty would be lost otherwise.
 */
async function databaseLacks(
  { glue }: Look,
  { owner, isolation, names }: EnvironmentRecord,
  { databaseArn }: Where
): Promise<Proof | undefined> {
  if (names.glueDatabase === derivedNames(owner.env, owner.application, isolation).glueDatabase)
    return undefined;
  const tags = await glue.getTags(databaseArn);
  if (tags === undefined || (ownership(tags, owner) === 'ours' && isEphemeral(tags))) return undefined;
  return lacking(
    `Only the parameters of the Glue database ${names.glueDatabase} say that it is to go: its tags do not, and its name is not the environment's own.`
  );
}

async function proofInShared(
  look: Look,
  { owner, names }: EnvironmentRecord,
  { bucketArn, named }: Where
): Promise<Proof> {
  const table = { bucketArn, namespace: names.namespace, name: names.table };
  look.ahead(() => look.s3tables.getTable(table));
  const tags = await tagsOfBucket(look, bucketArn);
  if (tags === undefined) return PARTIAL;
  if (!isShared(tags) && named !== names.tableBucket) {
    const todo = `Name it by table-bucket-name: ${names.tableBucket} in the sweep if environments may share it.`;
    return lacking(
      `The table bucket ${names.tableBucket} does not carry the mark of one that is shared. ${todo}`
    );
  }
  if (!(await hasNamespaceOf(look, table))) return PARTIAL;
  const isOurs = (tags: Tags): boolean => ownership(tags, owner) === 'ours' && isEphemeral(tags);
  const contents = await contentsOf(look, table, isOurs);
  const derived = derivedNames(owner.env, owner.application, 'namespace');
  if (contents === 'ours') return { isWhole: names.glueDatabase === derived.glueDatabase };
  if (contents === 'empty' && names.namespace === derived.namespace) return PARTIAL;
  return lacking(
    `Only its Glue database ${names.glueDatabase} says that the namespace ${names.namespace} of ${names.tableBucket} is to go: no table in it says the same by its tags.`
  );
}

async function proofOfBucket(look: Look, record: EnvironmentRecord, { bucketArn }: Where): Promise<Proof> {
  const { owner, names } = record;
  const tags = await tagsOfBucket(look, bucketArn);
  if (tags === undefined) return PARTIAL;
  if (isShared(tags)) {
    return lacking(`The table bucket ${names.tableBucket} carries the mark of one that environments share.`);
  }
  if (ownership(tags, owner) !== 'ours' || !isEphemeral(tags)) {
    return lacking(
      `Only its Glue database ${names.glueDatabase} says that the table bucket ${names.tableBucket} is to go: the tags of that bucket do not.`
    );
  }
  const { parameters } = (await look.glue.getDatabase(names.glueDatabase)) ?? {};
  const derived = derivedNames(owner.env, owner.application, 'bucket');
  if (parameters !== undefined && agrees(parameters, record)) {
    return { isWhole: names.glueDatabase === derived.glueDatabase };
  }
  const isOwnName = parameters === undefined && names.tableBucket === derived.tableBucket;
  if (isOwnName && (await holdsNothing(look, record, bucketArn))) return PARTIAL;
  return lacking(
    `Only the tags of the table bucket ${names.tableBucket} say that it is to go: no Glue database ${names.glueDatabase} says the same.`
  );
}

/** The database is of the same environment, in this bucket, and is meant to go away as well. */
function agrees(parameters: Tags, { owner, names }: EnvironmentRecord): boolean {
  const { isolation, tableBucket } = readPlace(parameters);
  const derived = derivedNames(owner.env, owner.application, 'bucket').tableBucket;
  return (
    ownership(parameters, owner) === 'ours' &&
    isolation !== 'namespace' &&
    (tableBucket ?? derived) === names.tableBucket &&
    isEphemeral(parameters)
  );
}

async function holdsNothing(look: Look, { names }: EnvironmentRecord, bucketArn: string): Promise<boolean> {
  const [tables, namespaces] = await Promise.all([
    tablesIn(look, bucketArn),
    look.s3tables.listNamespaces(bucketArn)
  ]);
  return tables.length === 0 && (namespaces ?? []).every(({ name }) => name === names.namespace);
}

function lacking(why: string): Proof {
  return { lacking: why, isWhole: false };
}

/** How somebody who knows better removes it, in whole sentences. */
export function byHand({ owner, isolation, names }: EnvironmentRecord): string {
  const derived = derivedNames(owner.env, owner.application, isolation);
  const settings = [
    `env: ${owner.env}`,
    `application: ${owner.application}`,
    ...(isolation === 'namespace' ? ['isolation: namespace', 'adopt: true'] : []),
    ...(names.tableBucket === derived.tableBucket ? [] : [`table-bucket-name: ${names.tableBucket}`]),
    ...(names.namespace === derived.namespace ? [] : [`namespace: ${names.namespace}`]),
    ...(names.glueDatabase === derived.glueDatabase ? [] : [`glue-database: ${names.glueDatabase}`])
  ];
  return `If it is this action's and is to go, run the command destroy with ${settings.join(', ')}. If it is not, somebody wrote marks that are not theirs to write: take them off.`;
}
