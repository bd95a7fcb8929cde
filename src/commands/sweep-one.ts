import { bucketArnOf, databaseArnOf } from '../arns.js';
import type { Identity } from '../aws/ports.js';
import type { Context, Reporter } from '../context.js';
import { ActionError, asActionError, type ErrorCode } from '../errors.js';
import { lookAt, type Look, sharing } from '../observe/look.js';
import type { Inputs } from '../inputs.js';
import type { SweptEnvironment } from '../outcome.js';
import { ownership } from '../ownership.js';
import { judge, type Judged } from '../sweep/judge.js';
import { byHand, proofOf, type Proof } from '../sweep/proof.js';
import { isMarked, type EnvironmentRecord } from '../sweep/records.js';
import { destroy } from './destroy.js';
import type { Job } from './prepare.js';
import { lawOf, sweptAs } from './swept.js';

/**
 * Destroys one environment that is to go, if that still holds when its record is read and GitHub is asked once more:
 * somebody may have renewed it. `common` gives a look at what environments share. Throws nothing.
 */
export async function sweepOne(
  job: Job,
  identity: Identity,
  judged: Judged,
  common: () => Look
): Promise<SweptEnvironment> {
  if (job.context.signal.aborted) return sweptAs(judged, 'left');
  const { owner } = judged.record;
  const context = named(job.context, judged.record);
  const look = lookFor({ ...job, context }, identity, judged, common);
  try {
    const now = await judgedAnew(job, look, identity, judged);
    if (now.judgement.reason === undefined) return sweptAs(now, 'kept');
    const proof = await proven(job, look, identity, now);
    if (proof.lacking !== undefined) return kept(now, proof.lacking);
    if (job.inputs['dry-run']) return sweptAs(now, 'to destroy');
    const own = {
      ...job,
      inputs: inputsFor(job.inputs, judged.record, proof),
      context,
      look
    };
    context.reporter.info(now.judgement.why);
    const outcome = await destroy(own);
    const { failures } = outcome;
    return failures.length === 0
      ? { ...sweptAs(now, 'destroyed'), outcome }
      : sweptAs(now, 'failed', failures.map(about(owner)));
  } catch (thrown) {
    return sweptAs(judged, 'failed', [about(owner)(asActionError(thrown))]);
  }
}

/** Looks at the environment anew; at a table bucket that many share, once for all of them. */
function lookFor(
  { aws, context, inputs }: Job,
  identity: Identity,
  { record: { isolation, names } }: Judged,
  common: () => Look
): Look {
  const own = lookAt(aws, context, 'all');
  if (isolation !== 'namespace') return own;
  return sharing(own, bucketArnOf({ ...identity, region: inputs.region }, names.tableBucket), common());
}

/** What `destroy` is to be given for an environment that is only known by its record. */
function inputsFor(
  inputs: Inputs,
  { owner, isolation, names }: EnvironmentRecord,
  { isWhole }: Proof
): Inputs {
  const { env, application, repository, pullRequest } = owner;
  return {
    ...inputs,
    ...{ command: 'destroy', env, application, isolation, names },
    ...{ adopt: false, 'dry-run': false, tags: {}, 'force-destroy': inputs['force-destroy'] && isWhole },
    ...{
      team: undefined,
      'identity-center-role-arn': undefined,
      'identity-center-permission-set': undefined
    },
    github: { ...inputs.github, repository, pullRequest }
  };
}

function proven({ inputs }: Job, look: Look, identity: Identity, { record }: Judged): Promise<Proof> {
  const site = { ...identity, region: inputs.region };
  const bucketArn = bucketArnOf(site, record.names.tableBucket);
  const databaseArn = databaseArnOf(site, record.names.glueDatabase);
  const named = inputs['table-bucket-name'];
  return proofOf(look, record, { bucketArn, databaseArn, named });
}

/** Somebody has to look at it, and is told how. */
function kept({ record }: Judged, lacking: string): SweptEnvironment {
  return sweptAs({ record, judgement: { why: `${lacking} ${byHand(record)}`, doubtful: true } }, 'kept');
}

async function judgedAnew(job: Job, look: Look, identity: Identity, { record }: Judged): Promise<Judged> {
  const { context, inputs, pullRequests } = job;
  const marks = await marksNow(job, look, identity, record);
  if (!isMarked(marks) || ownership(marks, record.owner) !== 'ours') {
    return { record, judgement: { why: 'Its record is gone by now, or is that of another environment.' } };
  }
  const now = { ...record, marks };
  const judgement = judge(now, lawOf(inputs, context, new Set()));
  const { pullRequest } = record.owner;
  if (judgement.reason !== 'closed' || pullRequest === undefined) return { record: now, judgement };
  const state = await pullRequests.stateOf(pullRequest, context);
  if (state === 'closed') return { record: now, judgement };
  const why =
    state === 'open'
      ? `Its pull request ${pullRequest} was opened again.`
      : `Its repository has no pull request ${pullRequest}.`;
  return { record: now, judgement: { why, doubtful: state === 'missing' } };
}

/** The marks of the record as they are now. Of a database, its tags as well: either may have been changed. */
async function marksNow(
  { inputs }: Job,
  look: Look,
  identity: Identity,
  { isolation, names, owner }: EnvironmentRecord
): Promise<Readonly<Record<string, string>>> {
  const site = { ...identity, region: inputs.region };
  const bucketArn = bucketArnOf(site, names.tableBucket);
  const ofBucket = isolation === 'bucket' ? await look.s3tables.getTags(bucketArn) : undefined;
  if (ofBucket !== undefined && ownership(ofBucket, owner) === 'ours') return ofBucket;
  const database = await look.glue.getDatabase(names.glueDatabase);
  if (database === undefined) return {};
  const tags = await look.glue.getTags(databaseArnOf(site, names.glueDatabase));
  return { ...database.parameters, ...tags };
}

/** What is better decided for one environment than for all that a sweep finds. */
const BY_HAND: readonly ErrorCode[] = ['GUARDED', 'NOT_OURS'];

/** The same failure, saying which environment it is about. */
function about({ env, application }: EnvironmentRecord['owner']) {
  return ({ code, doing, answer, found, means, todo, cause }: ActionError): ActionError =>
    new ActionError(code, {
      ...{ doing, answer, cause },
      found: `The environment ${env} of ${application} is not gone: ${found ?? means}`,
      todo: BY_HAND.includes(code)
        ? `Best by a destroy of this one alone, with env: ${env} and application: ${application}. ${todo}`
        : todo
    });
}

/** A context whose lines say which environment they are about: several are worked on at once. */
function named(context: Context, { owner: { env, application } }: EnvironmentRecord): Context {
  const { reporter } = context;
  const say = (text: string): string => `${env} of ${application}: ${text}`;
  const own: Reporter = {
    plan: ({ counts }) =>
      reporter.info(say(`${counts.remove} resources to remove, ${counts.blocked} blocked.`)),
    info: (message) => reporter.info(say(message)),
    debug: (message) => reporter.debug(say(message)),
    notice: (message) => reporter.notice(say(message)),
    warning: (message) => reporter.warning(say(message)),
    group: (_title, work) => work()
  };
  return { ...context, reporter: own };
}
