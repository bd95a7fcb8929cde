import type { Context } from '../context.js';
import { ActionError, asActionError } from '../errors.js';
import type { Result, Step } from '../outcome.js';
import type { Observation, Resource } from '../resource.js';
import { converge, vanish } from './converge.js';
import { reversed, runInOrder } from './graph.js';
import { planDestroy } from './plan.js';
import { survey, type Finding } from './survey.js';

/** A step with what it is about. */
interface Task {
  readonly id: string;
  readonly needs: readonly string[];
  readonly step: Step;
  readonly finding: Finding;
  /** What needs it. */
  readonly users: readonly Resource[];
}

/** What became of a step, and what is there now. */
export interface Done {
  readonly result: Result;
  readonly observation: Observation<unknown>;
}

/** Carries out a plan to build: everything after what it needs, all that is ready at the same time. Throws nothing. */
export async function build(
  context: Context,
  steps: readonly Step[],
  findings: readonly Finding[]
): Promise<ReadonlyMap<string, Done>> {
  return runInOrder(tasksOf(steps, findings), (task, needs) => carryOut(context, task, needs));
}

/** Carries out a plan to take down: everything before what it needs. Throws nothing. */
export async function takeDown(
  context: Context,
  steps: readonly Step[],
  findings: readonly Finding[]
): Promise<ReadonlyMap<string, Done>> {
  return runInOrder(reversed(tasksOf(steps, findings)), (task, needs) => carryOut(context, task, needs));
}

function tasksOf(steps: readonly Step[], findings: readonly Finding[]): Task[] {
  const byId = new Map(findings.map((finding) => [finding.resource.id, finding]));
  const resources = findings.map(({ resource }) => resource);
  return steps.flatMap((step) => {
    const { id } = step;
    const finding = byId.get(id);
    const needs = [...step.needs, ...(finding?.resource.witnesses ?? [])];
    const users = resources.filter((other) => other.needs.includes(id));
    return finding === undefined ? [] : [{ id, needs, step, finding, users }];
  });
}

async function carryOut(context: Context, task: Task, needs: readonly Done[]): Promise<Done> {
  const { id, finding } = task;
  const skip = needs.some(({ result }) => result.status !== 'done') || context.signal.aborted;
  if (skip) return { result: { id, status: 'skipped', ms: 0 }, observation: finding.observation };
  const start = context.clock.now();
  const elapsed = (): number => context.clock.now() - start;
  try {
    const observation = await perform(context, task);
    tell(context, task, elapsed());
    return { result: { id, status: 'done', ms: elapsed() }, observation };
  } catch (thrown) {
    const error = asActionError(thrown, `${task.step.action} the ${task.step.kind} ${task.step.name}`);
    return { result: { id, status: 'failed', ms: elapsed(), error }, observation: finding.observation };
  }
}

async function perform(context: Context, { step, finding, users }: Task): Promise<Observation<unknown>> {
  const { resource, observation } = finding;
  switch (step.action) {
    case 'create':
    case 'update':
      return converge(context, resource, observation);
    case 'remove':
      if (resource.remembers) await insistOnGone(context, users);
      await vanish(context, resource, observation.state);
      return {};
    case 'keep':
    case 'differs':
    case 'blocked':
      return observation;
  }
}

/** Another run may have made again what this one removed a moment ago; that is seen to in the next round. */
async function insistOnGone(context: Context, users: readonly Resource[]): Promise<void> {
  const back = planDestroy(await survey(context, users)).filter(({ action }) => action === 'remove');
  if (back.length === 0) return;
  const names = back.map(({ kind, name }) => `${kind} ${name}`).join(', ');
  throw new ActionError('CONFLICT', {
    found: `There again, since another run makes the same environment: ${names}.`
  });
}

const PAST = {
  create: 'created',
  update: 'updated',
  remove: 'removed',
  keep: '',
  differs: '',
  blocked: ''
} as const;

function tell(context: Context, { step }: Task, ms: number): void {
  const past = PAST[step.action];
  if (past) context.reporter.info(`${step.kind} ${step.name}: ${past} (${(ms / 1000).toFixed(1)} s)`);
}
