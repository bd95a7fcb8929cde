import type { Identity } from '../aws/ports.js';
import { type ActionError, asActionError } from '../errors.js';
import { readExpiry } from '../expiry.js';
import { writeSweepFile } from '../github/files.js';
import { lookAt, type Look } from '../observe/look.js';
import type { Outcome, SweptEnvironment } from '../outcome.js';
import { TAG } from '../ownership.js';
import type { Judged } from '../sweep/judge.js';
import { judgeAll } from '../sweep/judge-all.js';
import { pooled } from '../pool.js';
import { findRecords } from '../sweep/records.js';
import { type Job, whoAmI } from './prepare.js';
import { sweepOne } from './sweep-one.js';
import { sweepOrphans } from './sweep-orphans.js';
import { lawOf, sweptAs } from './swept.js';

/** So many are destroyed at the same time: S3 Tables answers "too many requests" readily. */
const AT_A_TIME = 4;
/** So long what environments share is taken to be as it was seen, ms. */
const COMMON_MS = 10_000;
/** So many are told of one by one; anybody may have written the marks. */
const SHOWN = 20;

/**
 * Destroys the environments that have expired, or whose pull request is closed. One that cannot be destroyed does not
 * stop the others; the run then fails with all of them. Throws what makes looking pointless.
 */
export async function sweep(job: Job): Promise<Outcome> {
  const { context, inputs, aws } = job;
  const identity = await whoAmI(job);
  const [found, asked] = await Promise.all([findRecords(aws, context), openPullRequests(job)]);
  const law = lawOf(inputs, context, asked.open);
  const judged = judgeAll(found.records, law);
  const doomed = judged.filter(({ judgement }) => judgement.reason !== undefined).sort(byUrgency);
  context.reporter.info(
    `Found ${judged.length} environments of this action; ${doomed.length} of them are to go.`
  );
  const gone = await sweepInTurn(job, identity, doomed);
  const orphans = await sweepOrphans(job, identity, { ...found, law });
  const kept = judged
    .filter(({ judgement }) => judgement.reason === undefined)
    .map((each) => sweptAs(each, 'kept'));
  const unasked = asked.failure !== undefined && kept.some(({ doubtful }) => doubtful) ? [asked.failure] : [];
  const swept = [...gone, ...orphans.swept, ...kept];
  tell(job, swept);
  return outcomeOf(job, identity, swept, [...unasked, ...orphans.failures]);
}

/**
 * As many as one run may remove. What turns out to have to stay does not count: whoever can write many records could
 * otherwise keep the sweep from ever coming to the others.
 */
async function sweepInTurn(
  job: Job,
  identity: Identity,
  doomed: readonly Judged[]
): Promise<SweptEnvironment[]> {
  const limit = job.inputs['sweep-limit'];
  const common = commonLook(job);
  const swept: SweptEnvironment[] = [];
  let at = 0;
  while (at < doomed.length) {
    const room = limit - swept.filter(({ what }) => what !== 'kept').length;
    if (room <= 0) break;
    const turn = doomed.slice(at, at + room);
    at += turn.length;
    swept.push(...(await pooled(turn, AT_A_TIME, (each) => sweepOne(job, identity, each, common))));
  }
  return [...swept, ...doomed.slice(at).map((each) => sweptAs(each, 'left'))];
}

/** A look at what environments share, and a new one every few seconds. */
function commonLook({ aws, context }: Job): () => Look {
  let look: Look | undefined;
  let begun = 0;
  return () => {
    const now = context.clock.now();
    if (look === undefined || now - begun >= COMMON_MS) [begun, look] = [now, lookAt(aws, context)];
    return look;
  };
}

/** Which pull requests are open; what has expired goes whether or not that is known. */
async function openPullRequests({
  pullRequests,
  context
}: Job): Promise<{ readonly open?: ReadonlySet<number>; readonly failure?: ActionError }> {
  try {
    return { open: await pullRequests.open(context) };
  } catch (thrown) {
    context.signal.throwIfAborted();
    return { failure: asActionError(thrown, 'ask GitHub which pull requests are open') };
  }
}

/** What has expired first goes first. */
function byUrgency(one: Judged, other: Judged): number {
  const at = ({ record, judgement }: Judged): number =>
    (judgement.reason === 'expired' ? readExpiry(record.marks[TAG.expiresAt] ?? '') : undefined) ??
    Number.MAX_SAFE_INTEGER;
  return at(one) - at(other);
}

/** What somebody should look at, and what is yet to come. */
function tell({ context: { reporter, signal }, inputs }: Job, swept: readonly SweptEnvironment[]): void {
  const doubtful = swept.filter((each) => each.what === 'kept' && each.doubtful);
  for (const { env, application, why } of doubtful.slice(0, SHOWN)) {
    reporter.warning(env === '' ? why : `The environment ${env} of ${application} stays: ${why}`);
  }
  if (doubtful.length > SHOWN) {
    reporter.warning(`${doubtful.length - SHOWN} more stay in doubt: sweep-report has all of them.`);
  }
  const left = swept.filter(({ what }) => what === 'left').length;
  if (left === 0 || signal.aborted) return;
  reporter.notice(`${left} environments are left for the next run (sweep-limit: ${inputs['sweep-limit']}).`);
}

async function outcomeOf(
  { context, inputs }: Job,
  { accountId }: Identity,
  swept: readonly SweptEnvironment[],
  unasked: readonly ActionError[]
): Promise<Outcome> {
  const count = swept.filter(({ what }) => what === 'destroyed' || what === 'to destroy').length;
  const stopped = context.signal.aborted ? [asActionError(context.signal.reason)] : [];
  const failures = [...new Set([...swept.flatMap((each) => each.failures), ...unasked, ...stopped])];
  const dryRun = inputs['dry-run'];
  const outputs = {
    command: 'sweep',
    region: inputs.region,
    'account-id': accountId,
    changed: String(count > 0),
    'changes-count': String(count),
    destroyed: String(count > 0 && !dryRun),
    'sweep-report': await writeSweepFile(swept)
  };
  return { command: 'sweep', dryRun, results: [], outputs, swept, failures };
}
