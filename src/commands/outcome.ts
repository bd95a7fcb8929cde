import type { Done } from '../engine/act.js';
import { changesIn, countActions } from '../engine/plan.js';
import type { Carried } from '../engine/rounds.js';
import { knownOutputs } from '../environment.js';
import { ActionError } from '../errors.js';
import { writePlanFile } from '../github/files.js';
import { differenceText } from '../github/plan-text.js';
import type { Command, Outcome, Outputs, Plan, Step } from '../outcome.js';
import { isDeniedLook, type Preflight } from './preflight.js';
import type { Job, Prepared } from './prepare.js';

/** A command's plan, shown in the log and kept in a file. */
export interface ShownPlan {
  readonly plan: Plan;
  readonly file: string;
}

/** Shows the plan and writes it to a file. */
export async function showPlan(job: Job, prepared: Prepared, steps: readonly Step[]): Promise<ShownPlan> {
  const { inputs, context } = job;
  const { accountId, region } = prepared.spec;
  const plan: Plan = {
    version: 1,
    command: inputs.command,
    environment: { env: inputs.env, application: inputs.application, accountId, region },
    counts: countActions(steps),
    steps
  };
  context.reporter.plan(plan);
  return { plan, file: await writePlanFile(plan) };
}

/** The warning that a plan, which is only shown, could not be carried out. */
function warnOfBlocked({ context }: Job, { command, counts }: Plan): void {
  if (counts.blocked === 0) return;
  const what = counts.blocked === 1 ? 'One resource is' : `${counts.blocked} resources are`;
  const doer = command === 'destroy' ? 'destroy' : 'apply';
  context.reporter.warning(`${what} blocked: ${doer} would refuse to begin. The plan says why.`);
}

/** The outcome of a command that only shows: what it would do. */
export function shownOutcome(
  job: Job,
  prepared: Prepared,
  { plan, file }: ShownPlan,
  failures: readonly ActionError[] = []
): Outcome {
  warnOfBlocked(job, plan);
  const count = changesIn(plan.counts);
  const outputs = {
    ...outputsOf(prepared, plan.command),
    ...verdict(plan.command, count, false),
    'plan-file': file
  };
  return { command: plan.command, dryRun: true, plan, results: [], outputs, failures };
}

/** The outcome of a command that was refused before it wrote anything. */
export function refusedOutcome(
  prepared: Prepared,
  { plan, file }: ShownPlan,
  { failure, policies }: Preflight
): Outcome {
  const outputs = { ...knownOutputs(prepared.spec), ...verdict(plan.command, 0, false), 'plan-file': file };
  return {
    command: plan.command,
    dryRun: false,
    plan,
    results: [],
    outputs,
    failures: [...(failure === undefined ? [] : [failure]), ...blockers(prepared, plan)],
    policies
  };
}

/** The outcome of a command that wrote: what became of each step, and what is there now. */
export function doneOutcome(
  { context }: Job,
  prepared: Prepared,
  { plan, file }: ShownPlan,
  { done, stopped = context.signal.reason as ActionError | undefined }: Carried
): Outcome {
  const results = [...done.values()].map(({ result }) => result);
  const errors = results.flatMap(({ error }) => error ?? []);
  // What was waited for until the end explains more than that the end came.
  const failures = [...new Set([...(stopped === undefined ? [] : [stopped]), ...errors])];
  const changed = plan.steps.filter(
    ({ id, action }) => action !== 'keep' && action !== 'differs' && done.get(id)?.result.status === 'done'
  );
  const destroyed = plan.command === 'destroy' && changed.length > 0 && failures.length === 0;
  const outputs = {
    ...outputsOf(prepared, plan.command, done),
    ...verdict(plan.command, changed.length, destroyed),
    'plan-file': file
  };
  const { expiresAt } = prepared.spec;
  return { command: plan.command, dryRun: false, plan, results, outputs, expiresAt, failures };
}

/** Warns that something declared was not carried out: live tables keep their columns, and a drift check fails for it. */
export function warnOfUnmet({ context }: Job, outcome: Outcome): Outcome {
  const unmet = (outcome.plan?.steps ?? []).flatMap(({ kind, name, differences = [] }) => {
    const declared = differences.filter(({ to }) => to !== undefined).map(differenceText);
    return declared.length === 0 ? [] : [`${kind} ${name}: ${declared.join('; ')}.`];
  });
  if (unmet.length === 0) return outcome;
  const failure = new ActionError('SCHEMA_DIFFERS', {
    doing: 'give a live table the declared columns',
    found: unmet.join(' ')
  });
  context.reporter.warning(failure.message);
  return outcome;
}

/**
 * What stands in the way of a plan, each reason once, besides what was denied; what is only blocked by something else
 * is left out.
 */
export function blockers({ findings }: Prepared, plan: Plan): ActionError[] {
  const blocked = new Set(plan.steps.filter(({ action }) => action === 'blocked').map(({ id }) => id));
  const reasons = findings
    .filter((finding) => blocked.has(finding.resource.id) && !isDeniedLook(finding))
    .flatMap(({ failure, observation: { applyRefusal, removeRefusal } }) => {
      const refusal = plan.command === 'destroy' ? removeRefusal : applyRefusal;
      return failure ?? refusal ?? [];
    });
  return [...new Set(reasons)];
}

function verdict(command: Command, count: number, destroyed: boolean): Partial<Outputs> {
  return {
    command,
    changed: String(count > 0),
    'changes-count': String(count),
    destroyed: String(destroyed)
  };
}

/** What is known of the environment, and what each resource can say of itself. */
function outputsOf(prepared: Prepared, command: Command, done?: ReadonlyMap<string, Done>): Partial<Outputs> {
  const known = knownOutputs(prepared.spec);
  if (command === 'destroy') return known;
  return prepared.findings.reduce<Partial<Outputs>>((outputs, { resource, observation, failure }) => {
    const { state } = done?.get(resource.id)?.observation ?? observation;
    const silent = failure !== undefined || (done !== undefined && state === undefined);
    return silent ? outputs : { ...outputs, ...resource.outputs(state) };
  }, known);
}
