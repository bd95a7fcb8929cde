import type { Context } from '../context.js';
import { ActionError, asActionError, type ErrorCode } from '../errors.js';
import type { Step } from '../outcome.js';
import type { Observation } from '../resource.js';
import { build, takeDown, type Done } from './act.js';
import { planApply, planDestroy } from './plan.js';
import { survey, type Finding } from './survey.js';

/** How an environment is brought to where it is to be: by building, or by taking down. */
interface Way {
  readonly plan: (findings: readonly Finding[]) => Step[];
  readonly act: typeof build;
  readonly refusalOf: (observation: Observation<unknown>) => ActionError | undefined;
}

/** Everything is to be as declared. */
export const BUILDING: Way = {
  plan: planApply,
  act: build,
  refusalOf: ({ applyRefusal }) => applyRefusal
};

/** Everything is to be gone. */
export const TAKING_DOWN: Way = {
  plan: planDestroy,
  act: takeDown,
  refusalOf: ({ removeRefusal }) => removeRefusal
};

/** What became of a plan. */
export interface Carried {
  readonly done: ReadonlyMap<string, Done>;
  /** Why it was not carried through, besides what failed of the steps. */
  readonly stopped?: ActionError | undefined;
}

/** What a step fails with when another run works on the same environment. */
const PASSING: readonly ErrorCode[] = ['CONFLICT', 'VANISHED', 'NOT_EMPTY'];
/** With what the calls wait by themselves, some minutes. */
const ROUNDS = 10;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Carries out a plan, looks at everything again, and repeats what another run has undone meanwhile: of two runs that
 * pull in different directions, the one that ends last has it whole. A run that has written nothing looks only once.
 * Throws nothing.
 */
export async function carryThrough(
  context: Context,
  way: Way,
  steps: readonly Step[],
  findings: readonly Finding[]
): Promise<Carried> {
  const resources = findings.map(({ resource }) => resource);
  let done = await way.act(context, steps, findings);
  let left: readonly Step[] = steps.filter(isToDo);
  try {
    for (let round = 0; left.length > 0 && mayPass(context, done); round += 1) {
      if (round === ROUNDS) return { done, stopped: undoneAgain(left) };
      if (round > 0 || hasFailed(done)) await pause(context, round);
      const now = await survey(context, resources);
      left = way.plan(now).filter(isToDo);
      done = left.length === 0 ? settledBy(done) : await again(context, way, { left, now, done });
    }
    return { done };
  } catch (thrown) {
    return { done, stopped: asActionError(thrown, 'look whether everything is as it should be') };
  }
}

interface Round {
  readonly left: readonly Step[];
  readonly now: readonly Finding[];
  readonly done: ReadonlyMap<string, Done>;
}

async function again(context: Context, way: Way, { left, now, done }: Round): Promise<Map<string, Done>> {
  context.reporter.info(
    `Looked again, and there is more to do, maybe since another run is at work: ${namesOf(left)}`
  );
  const blocked = left.filter(({ action }) => action === 'blocked');
  if (blocked.length > 0) return new Map([...done, ...blocked.map((step) => refused(way, step, now))]);
  return new Map([...settledBy(done), ...(await way.act(context, left, now))]);
}

function refused(way: Way, step: Step, now: readonly Finding[]): [string, Done] {
  const finding = now.find(({ resource }) => resource.id === step.id);
  const observation = finding?.observation ?? {};
  const reason = finding?.failure ?? way.refusalOf(observation);
  const error = reason ?? new ActionError('BLOCKED', { found: step.blocked?.message });
  return [step.id, { result: { id: step.id, status: 'failed', ms: 0, error }, observation }];
}

/** What had failed, or was skipped for it, is as it should be by now: another run did it. */
function settledBy(done: ReadonlyMap<string, Done>): Map<string, Done> {
  const entries = [...done].map(([id, { result, observation }]) => {
    const { ms } = result;
    return [id, { result: { id, status: 'done', ms } as const, observation }] as const;
  });
  return new Map(entries);
}

/** Nothing failed, or only what does when somebody else is at work. */
function mayPass({ signal }: Context, done: ReadonlyMap<string, Done>): boolean {
  const errors = [...done.values()].flatMap(({ result }) => result.error ?? []);
  return !signal.aborted && errors.every(({ code }) => PASSING.includes(code));
}

function hasFailed(done: ReadonlyMap<string, Done>): boolean {
  return [...done.values()].some(({ result }) => result.status === 'failed');
}

/** Longer each time, and never the same, so that two runs do not keep in step. */
function pause({ clock, signal }: Context, round: number): Promise<void> {
  const ms = Math.min(FIRST_PAUSE_MS * 2 ** round, LONGEST_PAUSE_MS);
  return clock.sleep(ms * (0.5 + Math.random()), signal);
}

function isToDo({ action }: Step): boolean {
  return action !== 'keep' && action !== 'differs';
}

function undoneAgain(left: readonly Step[]): ActionError {
  return new ActionError('NOT_CONVERGED', {
    doing: 'bring the environment to what is asked for',
    found: `After ${ROUNDS} rounds there is still something to do: ${namesOf(left)}. Another run keeps undoing it.`
  });
}

const namesOf = (steps: readonly Step[]): string =>
  steps.map(({ kind, name }) => `${kind} ${name}`).join(', ');
