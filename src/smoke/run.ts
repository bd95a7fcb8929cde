import type { Context } from '../context.js';
import { ActionError, asActionError } from '../errors.js';
import type { Figures, SmokeReport, SmokeStepReport } from '../smoke-report.js';
import { removeLeftovers } from './scratch.js';
import { type Bench, type SmokeStep, STEPS } from './steps.js';

/** What the smoke test came to. */
export interface SmokeOutcome {
  readonly report: SmokeReport;
  readonly failure?: ActionError | undefined;
}

const CLEAN_UP: Pick<SmokeStep, 'id' | 'title' | 'needs'> = {
  id: 'clean-up',
  title: 'Delete the scratch table and see that it is gone',
  needs: ['s3tables:DeleteTable']
};

interface Ran {
  readonly report: SmokeStepReport;
  readonly failure?: ActionError;
}

/**
 * Runs the steps in order until one fails, and deletes the scratch table on every way out. Throws nothing: a failure
 * says which step it was, what that means, and what to do.
 */
export async function runSmokeTest(bench: Bench, via: string, context: Context): Promise<SmokeOutcome> {
  const start = context.clock.now();
  const ran: Ran[] = [];
  for (const step of STEPS) {
    const failed = ran.some(({ failure }) => failure !== undefined);
    ran.push(failed ? skipped(step) : await perform(step, () => begin(step, bench, context), context));
  }
  if (!bench.keep) ran.push(await perform(CLEAN_UP, () => cleanUp(bench, context), context));
  const failure = ran.find((each) => each.failure !== undefined)?.failure;
  return {
    failure,
    report: {
      version: 1,
      result: failure === undefined ? 'passed' : 'failed',
      via,
      namespace: bench.scratch.namespace,
      scratchTable: bench.scratch.name,
      kept: bench.keep,
      ms: context.clock.now() - start,
      steps: ran.map(({ report }) => report)
    }
  };
}

/** What killed runs left behind goes before the scratch table is made. */
async function begin(step: SmokeStep, bench: Bench, context: Context): Promise<Figures> {
  if (step.id !== 'create') return step.run(bench, context);
  const removed = await removeLeftovers(bench.space, bench.scratch.name, context);
  const figures = await step.run(bench, context);
  return removed.length === 0
    ? figures
    : { ...figures, note: `left by an earlier run, removed: ${removed.join(', ')}` };
}

/** Goes on when the run was stopped, for as long as calls in flight may. */
async function cleanUp({ space, scratch }: Bench, context: Context): Promise<Figures> {
  const late = { ...context, signal: context.cut };
  await space.catalog.dropTable(scratch, late);
  if (!(await space.catalog.tableExists(scratch, late))) return {};
  throw new ActionError('LEFT_BEHIND', {
    found: `The scratch table ${scratch.namespace}.${scratch.name} is still there.`
  });
}

async function perform(
  step: Pick<SmokeStep, 'id' | 'title' | 'needs'>,
  work: () => Promise<Figures>,
  context: Context
): Promise<Ran> {
  const start = context.clock.now();
  const base = { step: step.id, title: step.title };
  try {
    const figures = await work();
    const ms = context.clock.now() - start;
    context.reporter.info(`Smoke test: ${step.title}: passed (${(ms / 1000).toFixed(1)} s)`);
    return { report: { ...base, status: 'passed', ms, ...figures } };
  } catch (thrown) {
    const failure = explain(step, asActionError(thrown));
    return {
      report: { ...base, status: 'failed', ms: context.clock.now() - start, error: failure.toJSON() },
      failure
    };
  }
}

function skipped({ id, title }: SmokeStep): Ran {
  return { report: { step: id, title, status: 'skipped', ms: 0 } };
}

/** The error of a step, with the step's name and, where something was denied, all that the step needs. */
function explain({ title, needs }: Pick<SmokeStep, 'title' | 'needs'>, error: ActionError): ActionError {
  const denied = error.code === 'PERMISSION_DENIED' || error.code === 'LAKE_FORMATION_DENIED';
  const todo = denied ? `${error.todo} This step needs ${needs.join(', ')}.` : error.todo;
  const { code, answer, found, doing, cause } = error;
  const step = `pass the smoke test, step "${title}"`;
  return new ActionError(code, {
    doing: doing === undefined ? step : `${step}: ${doing}`,
    answer,
    found,
    todo,
    cause
  });
}
