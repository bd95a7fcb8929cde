import type { Aws, ListedNamespace } from '../aws/ports.js';
import type { Context } from '../context.js';
import { pooled } from '../pool.js';
import type { EnvironmentRecord } from './records.js';

/** An empty namespace of a shared table bucket that no record remembers. */
export interface Orphan {
  readonly tableBucket: string;
  readonly namespace: string;
  /** By its name: `pr_12_myapp`. Absent: it is not called like one of a pull request. */
  readonly pullRequest?: number | undefined;
}

/** A run that is just making it has its record by then; ms. */
const YOUNG_MS = 3_600_000;
const AT_A_TIME = 8;
/** So many namespaces are looked into, at most. */
const MOST_LOOKED_AT = 500;

type Ports = Pick<Aws, 's3tables'>;

/**
 * What a run left that was killed between the call that makes a namespace and its answer, after which another run
 * removed the record. Only what is empty, and older than an hour, is given. Throws as the port does.
 */
export async function findOrphans(
  aws: Ports,
  buckets: readonly { readonly name: string; readonly arn: string }[],
  records: readonly EnvironmentRecord[],
  context: Context
): Promise<Orphan[]> {
  const found = await pooled(buckets, AT_A_TIME, async ({ name, arn }) => {
    const known = new Set(
      records.filter(({ names }) => names.tableBucket === name).map(({ names }) => names.namespace)
    );
    const listed = (await aws.s3tables.listNamespaces(arn, context)) ?? [];
    const old = listed
      .filter((each) => !known.has(each.name) && isOld(each, context))
      .slice(0, MOST_LOOKED_AT);
    const looked = await pooled(old, AT_A_TIME, async ({ name: namespace }): Promise<Orphan[]> =>
      (await isEmpty(aws, arn, namespace, context))
        ? [{ tableBucket: name, namespace, pullRequest: pullRequestIn(namespace) }]
        : []
    );
    return looked.flat();
  });
  return found.flat();
}

/** False also where it is gone by now. */
export async function isEmpty(
  { s3tables }: Ports,
  bucketArn: string,
  namespace: string,
  context: Context
): Promise<boolean> {
  return (await s3tables.listTables(bucketArn, namespace, context))?.length === 0;
}

function isOld({ createdAtMs }: ListedNamespace, { clock }: Context): boolean {
  return clock.now() - createdAtMs >= YOUNG_MS;
}

/** `auto` calls the environment of a pull request `pr-<number>`. */
function pullRequestIn(namespace: string): number | undefined {
  const [, number] = /^pr_([1-9]\d{0,9})_./.exec(namespace) ?? [];
  return number === undefined ? undefined : Number(number);
}
