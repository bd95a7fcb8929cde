import type { Context } from '../context.js';
import { ActionError, asActionError } from '../errors.js';
import type { Figures, SmokeReport, SmokeStepReport } from '../smoke-report.js';
import type { Bench } from './bench.js';
import { dropScratch, lookAtScratch } from './drop.js';
import { hurried } from './hurried.js';
import { needsOf } from './needs.js';
import { isOfThisRun } from './scratch.js';
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

interface Ran {
  readonly report: SmokeStepReport;
  readonly failure?: ActionError;
}

/**
 * Runs the steps in order until one fails, and deletes the scratch table on every way out. Throws nothing: a failure
 * says which step it was, what that means, and what to do.
 */
export async function runSmokeTest(bench: Bench, context: Context): Promise<SmokeOutcome> {
  const start = context.clock.now();
  const ran = await runSteps(bench, context);
  if (!bench.keep)
    ran.push(bench.made === 'no' ? skipped(CLEAN_UP) : await perform(CLEAN_UP, bench, context));
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

async function runSteps(bench: Bench, context: Context): Promise<Ran[]> {
  const { context: inHaste, end } = hurried(context);
  const ran: Ran[] = [];
  for (const step of STEPS) {
    const failed = ran.some(({ failure }) => failure !== undefined);
    ran.push(failed ? skipped(step) : await perform(step, bench, inHaste));
  }
  end();
  return ran;
}

/** Goes on when the run was stopped, for as long as calls in flight may. */
async function cleanUp({ space, scratch, made }: Bench, context: Context): Promise<Figures> {
  const late: Context = { ...context, signal: context.cut, deadline: Infinity };
  const seen = await lookAtScratch(space, scratch, late);
  if (made === 'perhaps' && !(await isOfThisRun(space, scratch, late))) {
    return { note: 'there is no table of this run' };
  }
  const refusal = await dropScratch(space, { table: scratch, seen }, late);
  return refusal === undefined ? {} : { note: `deleted by s3tables:DeleteTable: ${refusal.message}` };
}

async function perform(step: SmokeStep, bench: Bench, context: Context): Promise<Ran> {
  const start = context.clock.now();
  const base = { step: step.id, title: step.title };
  try {
    const { skipped: why, ...figures } = await step.run(bench, context);
    if (why !== undefined) {
      context.reporter.info(`Smoke test: ${step.title}: skipped (${why})`);
      return { report: { ...base, status: 'skipped', ms: 0, note: why } };
    }
    const ms = context.clock.now() - start;
    context.reporter.info(`Smoke test: ${step.title}: passed (${(ms / 1000).toFixed(1)} s)`);
    return { report: { ...base, status: 'passed', ms, ...figures } };
  } catch (thrown) {
    const failure = explain(step, bench, asActionError(thrown));
    const ms = context.clock.now() - start;
    return { report: { ...base, status: 'failed', ms, error: failure.toJSON() }, failure };
  }
}

function skipped({ id, title }: SmokeStep): Ran {
  return { report: { step: id, title, status: 'skipped', ms: 0 } };
}

/**
 * The error of a step, with the step's name and, where something was denied, all that the step needs; of the clean-up
 * also what may be left.
 */
function explain({ id, title, needs }: SmokeStep, bench: Bench, error: ActionError): ActionError {
  const { code, answer, found, doing, cause } = error;
  const { namespace, name } = bench.scratch;
  const denied = code === 'PERMISSION_DENIED' || code === 'LAKE_FORMATION_DENIED';
  const todo = [
    error.todo,
    ...(denied ? [`This step needs ${needs(bench.via).join(', ')}.`] : []),
    ...(id === CLEAN_UP.id
      ? [`The table ${namespace}.${name} may be left; a smoke test that runs later removes it.`]
      : [])
  ].join(' ');
  const step = `pass the smoke test, step "${title}"`;
  const inStep = doing === undefined ? step : `${step}: ${doing}`;
  return new ActionError(code, { doing: inStep, answer, found, todo, cause });
}
