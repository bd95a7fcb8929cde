import type { Context } from '../context.js';
import { ActionError, asActionError } from '../errors.js';
import type { SmokeStepReport } from '../smoke-report.js';
import type { Bench } from './bench.js';
import type { SmokeStep } from './steps.js';

/** How a step ended. */
export interface Ran {
  readonly report: SmokeStepReport;
  readonly failure?: ActionError;
}

/** Runs a step. Throws nothing. */
export async function perform(step: SmokeStep, bench: Bench, context: Context): Promise<Ran> {
  const start = context.clock.now();
  const base = { step: step.id, title: step.title };
  try {
    const { skipped: why, ...figures } = await step.run(bench, context);
    if (why !== undefined) return { report: { ...base, status: 'skipped', ms: 0, note: why } };
    return { report: { ...base, status: 'passed', ms: context.clock.now() - start, ...figures } };
  } catch (thrown) {
    const failure = explain(step, bench, asActionError(thrown));
    const ms = context.clock.now() - start;
    return { report: { ...base, status: 'failed', ms, error: failure.toJSON() }, failure };
  }
}

/** A step that is not told of, since one before it failed. */
export function skipped({ id, title }: SmokeStep): Ran {
  return { report: { step: id, title, status: 'skipped', ms: 0 } };
}

/** Tells the log of a step that is over; a failure is told by whoever is given it. */
export function tell({ status, title, ms, note }: SmokeStepReport, { reporter }: Context): void {
  if (status === 'passed') reporter.info(`Smoke test: ${title}: passed (${(ms / 1000).toFixed(1)} s)`);
  if (status === 'skipped' && note !== undefined) reporter.info(`Smoke test: ${title}: skipped (${note})`);
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
    ...(id === 'clean-up'
      ? [`The table ${namespace}.${name} may be left; a smoke test that runs later removes it.`]
      : [])
  ].join(' ');
  const step = `pass the smoke test, step "${title}"`;
  const inStep = doing === undefined ? step : `${step}: ${doing}`;
  return new ActionError(code, { doing: inStep, answer, found, todo, cause });
}
