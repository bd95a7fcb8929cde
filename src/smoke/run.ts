import type { Context } from '../context.js';
import { type ActionError, asActionError } from '../errors.js';
import type { Figures, SmokeReport } from '../smoke-report.js';
import type { Bench } from './bench.js';
import { dropScratch, lookAtScratch } from './drop.js';
import { type Hurried, hurried } from './hurried.js';
import { needsOf } from './needs.js';
import { perform, type Ran, skipped, tell } from './perform.js';
import { ofThisRun } from './scratch.js';
import { type SmokeStep, STEPS } from './steps.js';

/** What the smoke test came to. */
export interface SmokeOutcome {
  readonly report: SmokeReport;
  /** What went wrong, the reason why it failed last. */
  readonly failures: readonly ActionError[];
}

const CLEAN_UP: SmokeStep = {
  id: 'clean-up',
  title: 'Delete the scratch table and see that it is gone',
  needs: (via) => needsOf('drop', via),
  run: cleanUp
};

/**
 * Runs the steps, each when the one that it needs has passed, tells them in their order up to the first that failed, and
 * deletes the scratch table on every way out. A failure says which step it was, what that means, and what to do. Throws
 * what the guard throws, and nothing else.
 * @param guard refuses an environment of others: asked while the first step reads, waited for before anything is made
 */
export async function runSmokeTest(
  bench: Bench,
  context: Context,
  guard: () => Promise<void> = () => Promise.resolve()
): Promise<SmokeOutcome> {
  const start = context.clock.now();
  const ran = await runSteps(bench, context, guard);
  if (!bench.keep) {
    const cleaned = bench.made === 'no' ? skipped(CLEAN_UP) : await perform(CLEAN_UP, bench, context);
    tell(cleaned.report, context);
    ran.push(cleaned);
  }
  const failures = ran.flatMap(({ failure }) => failure ?? []).reverse();
  const report: SmokeReport = {
    version: 1,
    result: failures.length === 0 ? 'passed' : 'failed',
    via: bench.via,
    namespace: bench.scratch.namespace,
    scratchTable: bench.scratch.name,
    kept: bench.keep && bench.made === 'yes',
    ms: context.clock.now() - start,
    steps: ran.map(({ report: step }) => step)
  };
  return { report, failures: [...failures, ...stopOf(context, failures)] };
}

/** That the run was stopped is a failure of the run, also when every step had passed by then. */
function stopOf({ signal }: Context, failures: readonly ActionError[]): readonly ActionError[] {
  if (!signal.aborted) return [];
  const stop = asActionError(signal.reason);
  return failures.some(({ code }) => code === stop.code) ? [] : [stop];
}

async function runSteps(bench: Bench, context: Context, guard: () => Promise<void>): Promise<Ran[]> {
  const hurry = hurried(context);
  const allowed = guard();
  const running = beginAll(bench, hurry.context, allowed);
  try {
    await allowed.catch((refusal: unknown) => {
      // That the run was stopped is told by the step which that met.
      if (!context.signal.aborted) throw refusal;
    });
    return await inOrder(running, hurry, context);
  } catch (refusal) {
    hurry.cut();
    await Promise.all(running.values());
    throw refusal;
  } finally {
    hurry.end();
  }
}

/** Begins every step as soon as the one that it needs has passed. */
function beginAll(bench: Bench, context: Context, allowed: Promise<void>): Map<string, Promise<Ran>> {
  const running = new Map<string, Promise<Ran>>();
  const begin = async (step: SmokeStep): Promise<Ran> => {
    const before = step.after === undefined ? undefined : await running.get(step.after);
    if (before !== undefined && before.report.status !== 'passed') return skipped(step);
    const run: SmokeStep['run'] = async (...given) => {
      if (step.makes) await allowed;
      return step.run(...given);
    };
    return perform({ ...step, run }, bench, context);
  };
  for (const step of STEPS) running.set(step.id, begin(step));
  return running;
}

/** After one that failed all others are skipped, whatever those that went on beside it have come to. */
async function inOrder(
  running: ReadonlyMap<string, Promise<Ran>>,
  hurry: Hurried,
  context: Context
): Promise<Ran[]> {
  const ran: Ran[] = [];
  let failed = false;
  for (const step of STEPS) {
    const result = await running.get(step.id)!;
    const shown = failed ? skipped(step) : result;
    ran.push(shown);
    tell(shown.report, context);
    if (shown.failure === undefined) continue;
    failed = true;
    hurry.stop();
  }
  return ran;
}

/** Goes on when the run was stopped, for as long as calls in flight may. */
async function cleanUp({ space, scratch, made, looked }: Bench, context: Context): Promise<Figures> {
  const late: Context = { ...context, signal: context.cut, deadline: Infinity };
  const { seen } = (await looked) ?? { seen: await lookAtScratch(space, scratch, late) };
  if (made === 'perhaps' && !(await ofThisRun(space, scratch, late))) {
    return { note: 'there is no table of this run' };
  }
  const refusal = await dropScratch(space, { table: scratch, seen }, late);
  return refusal === undefined ? {} : { note: `deleted by s3tables:DeleteTable: ${refusal.message}` };
}
