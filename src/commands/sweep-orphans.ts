import { bucketArnOf } from '../arns.js';
import type { Identity } from '../aws/ports.js';
import { type ActionError, asActionError, isDenied } from '../errors.js';
import { derivedNames } from '../names.js';
import type { SweptEnvironment } from '../outcome.js';
import { pooled } from '../pool.js';
import { isSame, type Law } from '../sweep/judge.js';
import { findOrphans, isEmpty, type Orphan } from '../sweep/orphans.js';
import { type Found, recordsInGlue } from '../sweep/records.js';
import type { Job } from './prepare.js';

interface Given extends Found {
  readonly law: Law;
}

const AT_A_TIME = 4;

/** What became of what no record remembers, and why it could not be looked for. */
interface SweptOrphans {
  readonly swept: readonly SweptEnvironment[];
  readonly failures: readonly ActionError[];
}

/**
 * Removes the empty namespaces that killed runs left in shared table buckets, where they are called like that of a
 * pull request of this repository that is closed; of the others it tells. Where it may not look, that is a warning.
 * Throws nothing: what was swept before has to be told.
 */
export async function sweepOrphans(job: Job, identity: Identity, given: Given): Promise<SweptOrphans> {
  const { context } = job;
  if (context.signal.aborted) return { swept: [], failures: [] };
  try {
    return { swept: await sweepAll(job, identity, given), failures: [] };
  } catch (thrown) {
    const error = asActionError(thrown, 'look for namespaces that killed runs left');
    if (!isDenied(error)) return { swept: [], failures: context.signal.aborted ? [] : [error] };
    context.reporter.warning(
      `What killed runs left in shared table buckets is not looked for: ${error.message}`
    );
    return { swept: [], failures: [] };
  }
}

async function sweepAll(job: Job, identity: Identity, given: Given): Promise<SweptEnvironment[]> {
  const { aws, context, inputs } = job;
  const named = inputs['table-bucket-name'];
  const names = [...new Set([...given.sharedBuckets, ...(named === undefined ? [] : [named])])];
  const buckets = names.map((name) => ({ name, arn: arnOf(job, identity, name) }));
  const orphans = await findOrphans(aws, buckets, given.records, context);
  return pooled(orphans, AT_A_TIME, (orphan) => sweepOrphan(job, identity, orphan, given.law));
}

async function sweepOrphan(
  job: Job,
  identity: Identity,
  orphan: Orphan,
  law: Law
): Promise<SweptEnvironment> {
  const { tableBucket, namespace } = orphan;
  const why = `The namespace ${namespace} of ${tableBucket} is empty, and no Glue database remembers it.`;
  try {
    if (isOutside(orphan, law)) return sweptAs(orphan, 'kept', `${why} It is not of what is swept.`);
    if (!isClosed(orphan, law) || !(await isStillClosed(job, orphan))) return kept(orphan, why);
    if (job.inputs['dry-run']) return sweptAs(orphan, 'to destroy', why);
    const arn = arnOf(job, identity, tableBucket);
    if (!(await isStillOrphan(job, orphan, arn))) {
      return sweptAs(orphan, 'kept', 'It is remembered, filled or gone by now.');
    }
    await job.aws.s3tables.deleteNamespace(arn, namespace, job.context);
    return sweptAs(orphan, 'destroyed', why);
  } catch (thrown) {
    return { ...sweptAs(orphan, 'failed', why), failures: [asActionError(thrown)] };
  }
}

/** What the sweep is narrowed to does not have it. It can only be of the repository of this run. */
function isOutside({ pullRequest, namespace }: Orphan, { only, repository }: Law): boolean {
  const { repositories = [], applications = [] } = only ?? {};
  const isOf = (application: string): boolean =>
    namespace === derivedNames(`pr-${pullRequest}`, application, 'namespace').namespace;
  return (
    (repositories.length > 0 && !repositories.some((each) => isSame(each, repository))) ||
    (applications.length > 0 && !applications.some(isOf))
  );
}

function isClosed({ pullRequest }: Orphan, { open }: Law): boolean {
  return pullRequest !== undefined && open !== undefined && !open.has(pullRequest);
}

async function isStillClosed({ pullRequests, context }: Job, { pullRequest }: Orphan): Promise<boolean> {
  return pullRequest !== undefined && (await pullRequests.stateOf(pullRequest, context)) === 'closed';
}

/** A run may have begun to make the environment since. */
async function isStillOrphan(
  { aws, context }: Job,
  { tableBucket, namespace }: Orphan,
  bucketArn: string
): Promise<boolean> {
  const records = await recordsInGlue(aws, context);
  const isRemembered = records.some(
    ({ names }) => names.tableBucket === tableBucket && names.namespace === namespace
  );
  return !isRemembered && (await isEmpty(aws, bucketArn, namespace, context));
}

function kept(orphan: Orphan, why: string): SweptEnvironment {
  const { tableBucket, namespace } = orphan;
  const todo = `If nobody needs it, delete it: aws s3tables delete-namespace with this namespace and the ARN of the table bucket, or the command destroy with isolation: namespace, table-bucket-name: ${tableBucket}, namespace: ${namespace}, adopt: true.`;
  return { ...sweptAs(orphan, 'kept', `${why} ${todo}`), doubtful: true };
}

function sweptAs(
  { tableBucket, namespace, pullRequest }: Orphan,
  what: SweptEnvironment['what'],
  why: string
): SweptEnvironment {
  const env = pullRequest === undefined ? '' : `pr-${pullRequest}`;
  const application = pullRequest === undefined ? '' : namespace.slice(`pr_${pullRequest}_`.length);
  const names = { tableBucket, namespace, table: '', glueDatabase: '' };
  const failures: readonly ActionError[] = [];
  return { env, application, isolation: 'namespace', names, what, why, doubtful: false, failures };
}

function arnOf({ inputs }: Job, identity: Identity, bucket: string): string {
  return bucketArnOf({ ...identity, region: inputs.region }, bucket);
}
