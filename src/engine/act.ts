import { ActionError, asActionError } from '../errors.js';
import type { Look } from '../observe/look.js';
import type { Result, Step } from '../outcome.js';
import { confirm } from './confirm.js';
import { runInOrder } from './graph.js';
import type { Observation } from './resource.js';
import { type Finding, survey } from './survey.js';
import { takeOver } from './take-over.js';
import { leftOf, namesOf, TAKING_DOWN, type Way } from './ways.js';

/** A step with what it is about. */
interface Task {
  readonly id: string;
  readonly needs: readonly string[];
  readonly step: Step;
  readonly finding: Finding;
  /** What needs it, as it was found. */
  readonly users: readonly Finding[];
}

/** What became of a step, and what was found last of what it is about. */
export interface Done {
  readonly result: Result;
  readonly observation: Observation<unknown>;
}

/**
 * Carries out a plan in the way's order, all that is ready at the same time. That AWS has taken a write is enough for what
 * comes after it; whether everything is so is looked at when all is done. Throws nothing.
 */
export async function act(
  look: Look,
  way: Way,
  steps: readonly Step[],
  findings: readonly Finding[]
): Promise<ReadonlyMap<string, Done>> {
  return runInOrder(way.inOrder(tasksOf(steps, findings)), (task, needs) => carryOut(look, task, needs));
}

function tasksOf(steps: readonly Step[], findings: readonly Finding[]): Task[] {
  const byId = new Map(findings.map((finding) => [finding.resource.id, finding]));
  return steps.flatMap((step) => {
    const { id } = step;
    const finding = byId.get(id);
    const needs = [...step.needs, ...(finding?.resource.witnesses ?? [])];
    const users = findings.filter(({ resource }) => resource.needs.includes(id));
    return finding === undefined ? [] : [{ id, needs, step, finding, users }];
  });
}

async function carryOut(look: Look, task: Task, needs: readonly Done[]): Promise<Done> {
  const { id, step, finding } = task;
  const { clock, signal } = look.context;
  const { observation } = finding;
  const skip = needs.some(({ result }) => result.status !== 'done') || signal.aborted;
  if (skip) return { result: { id, status: 'skipped', ms: 0 }, observation };
  const start = clock.now();
  const elapsed = (): number => clock.now() - start;
  try {
    await perform(look, task);
    tell(look, step, elapsed());
    return { result: { id, status: 'done', ms: elapsed() }, observation };
  } catch (thrown) {
    const error = asActionError(thrown, `${step.action} the ${step.kind} ${step.name}`);
    return { result: { id, status: 'failed', ms: elapsed(), error }, observation };
  }
}

async function perform(look: Look, task: Task): Promise<void> {
  const { step, finding } = task;
  const { resource, observation } = finding;
  const { state } = observation;
  switch (step.action) {
    case 'create':
      look.learnt.made.add(resource.id);
      return (await resource.create(look)) ? undefined : takeOver(look, resource);
    case 'update':
      return resource.update(look, state, resource.diff(state));
    case 'remove':
      return resource.remove(resource.remembers ? await lookOnceMore(look, task) : look, state);
    case 'keep':
    case 'differs':
    case 'blocked':
      return;
  }
}

/**
 * A look right before what others are found through goes. Another run may have made again what this one removed a moment
 * ago; that is seen to in the next round.
 */
async function lookOnceMore(look: Look, { finding, users }: Task): Promise<Look> {
  const { resource, observation } = finding;
  const now = look.anew('record');
  // Asked for at the same time; whoever removes it gets the failure.
  resource.observe(now).catch(() => undefined);
  resource.obstacle?.(now, 'remove', observation).catch(() => undefined);
  const resources = users.map((user) => user.resource);
  const seen = await survey(now, resources, users);
  const late = leftOf(TAKING_DOWN, seen).length === 0 ? seen : await confirm(look, TAKING_DOWN, seen);
  const back = leftOf(TAKING_DOWN, late).filter(({ action }) => action === 'remove');
  if (back.length === 0) return now;
  throw new ActionError('CONFLICT', {
    found: `There again, since another run makes the same environment: ${namesOf(back)}.`
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

function tell({ context }: Look, step: Step, ms: number): void {
  const past = PAST[step.action];
  if (past) context.reporter.info(`${step.kind} ${step.name}: ${past} (${(ms / 1000).toFixed(1)} s)`);
}
