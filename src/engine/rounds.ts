import type { Context } from '../context.js';
import { ActionError, asActionError, type ErrorCode } from '../errors.js';
import type { Look } from '../observe/look.js';
import type { Step } from '../outcome.js';
import { act, type Done } from './act.js';
import { confirm } from './confirm.js';
import { findObstacles, type Finding, survey } from './survey.js';
import { isToDo, leftOf, namesOf, type Way } from './ways.js';

/** What became of a plan. */
export interface Carried {
  readonly done: ReadonlyMap<string, Done>;
  /** Why it was not carried through, besides what failed of the steps. */
  readonly stopped?: ActionError | undefined;
}

/** What is known between two rounds. */
interface Round {
  readonly done: ReadonlyMap<string, Done>;
  /** What is still to do, by what was found last. */
  readonly left: readonly Step[];
  /** Everything, as it was found last. */
  readonly found: readonly Finding[];
}

/** What a step fails with when another run works on the same environment. */
const PASSING: readonly ErrorCode[] = ['CONFLICT', 'VANISHED', 'NOT_EMPTY'];
/** With what the calls wait by themselves, some minutes. */
const ROUNDS = 10;
/** So often a difference is made, and then it is not another run that undoes it. */
const MOST_UPDATES = 3;
/** So long what was removed may stay, ms. */
const GONE_MS = 120_000;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Carries out a plan, looks whether it is so, and repeats what is not, or what another run has undone meanwhile: of two
 * runs that pull in different directions, the one that ends last has it whole. What the last look finds is what there is.
 * A run that has written nothing looks no more. Throws nothing.
 */
export async function carryThrough(
  look: Look,
  way: Way,
  steps: readonly Step[],
  findings: readonly Finding[]
): Promise<Carried> {
  const begun = look.context.clock.now();
  let now: Round = {
    done: await act(look, way, steps, findings),
    left: steps.filter(isToDo),
    found: findings
  };
  const updates = new Map<string, number>();
  try {
    for (let round = 0; now.left.length > 0 && mayPass(look.context, now.done); round += 1) {
      countUpdates(updates, now);
      if (!hasFailed(now.done)) now = await confirmed(look, way, now, round);
      if (now.left.length === 0) break;
      const stuck = stuckOf(look.context, now.left, { updates, begun });
      if (stuck.size > 0) return { done: new Map([...now.done, ...stuck]) };
      if (round === ROUNDS) return { done: now.done, stopped: undoneAgain(now.left) };
      if (round > 0 || hasFailed(now.done)) await pause(look.context, round);
      now = await again(look, way, now);
    }
    return { done: await told(look, way, now) };
  } catch (thrown) {
    return { done: now.done, stopped: asActionError(thrown, 'look whether everything is as it should be') };
  }
}

/** Looks at what was done. */
async function confirmed(look: Look, way: Way, { done, left, found }: Round, round: number): Promise<Round> {
  const seen = await confirm(look, way, withNeeds(found, left), round);
  return { done: withSeen(done, seen), left: leftOf(way, seen), found: merged(found, seen) };
}

/** Looks at everything, and does what is to do. */
async function again(look: Look, way: Way, { done, found }: Round): Promise<Round> {
  const newer = look.anew();
  const resources = found.map(({ resource }) => resource);
  const seen = await survey(newer, resources, found);
  const now = way.judgesAgain ? await findObstacles(newer, seen, way.deedOf) : seen;
  const left = leftOf(way, now);
  if (left.length === 0) return { done: settledBy(withSeen(done, now)), left, found: now };
  look.context.reporter.info(
    `Looked again, and there is more to do, maybe since another run is at work: ${namesOf(left)}`
  );
  const blocked = left.filter(({ action }) => action === 'blocked');
  if (blocked.length > 0) {
    const refusals = blocked.map((step) => refused(way, step, now));
    return { done: new Map([...done, ...refusals]), left, found: now };
  }
  return { done: new Map([...settledBy(done), ...(await act(newer, way, left, now))]), left, found: now };
}

/** A run that failed tells what there is of what it did nevertheless; where it cannot be looked at, it does without. */
async function told(look: Look, way: Way, { done, left, found }: Round): Promise<ReadonlyMap<string, Done>> {
  if (left.length === 0 || look.context.signal.aborted) return done;
  const made = ofSteps(found, left).filter(({ resource }) => done.get(resource.id)?.result.status === 'done');
  try {
    const resources = made.map(({ resource }) => resource);
    return withSeen(done, await survey(look.anew(way.expects), resources, made));
  } catch {
    return done;
  }
}

/** What was done, and all that it needs: another run may have removed that meanwhile, although this one found it there. */
function withNeeds(findings: readonly Finding[], steps: readonly Step[]): readonly Finding[] {
  const ids = new Set(steps.map(({ id }) => id));
  // A set tells of what is added to it while it is gone through.
  for (const id of ids) {
    const resource = findings.find((finding) => finding.resource.id === id)?.resource;
    for (const need of [...(resource?.needs ?? []), ...(resource?.witnesses ?? [])]) ids.add(need);
  }
  return findings.filter(({ resource }) => ids.has(resource.id));
}

function ofSteps(findings: readonly Finding[], steps: readonly Step[]): readonly Finding[] {
  const ids = new Set(steps.map(({ id }) => id));
  return findings.filter(({ resource }) => ids.has(resource.id));
}

function merged(findings: readonly Finding[], newer: readonly Finding[]): readonly Finding[] {
  const byId = new Map(newer.map((finding) => [finding.resource.id, finding]));
  return findings.map((finding) => byId.get(finding.resource.id) ?? finding);
}

function withSeen(done: ReadonlyMap<string, Done>, seen: readonly Finding[]): Map<string, Done> {
  const newer = seen.flatMap(({ resource: { id }, observation }): [string, Done][] => {
    const known = done.get(id);
    return known === undefined ? [] : [[id, { ...known, observation }]];
  });
  return new Map([...done, ...newer]);
}

function refused(way: Way, { id }: Step, now: readonly Finding[]): [string, Done] {
  const finding = now.find(({ resource }) => resource.id === id);
  const observation = finding?.observation ?? {};
  const error = finding?.failure ?? way.refusalOf(observation);
  // What only depends on something that is blocked is not what is wrong.
  const status = error === undefined ? 'skipped' : 'failed';
  return [id, { result: { id, status, ms: 0, error }, observation }];
}

/** What had failed, or was skipped for it, is as it should be by now: another run did it. */
function settledBy(done: ReadonlyMap<string, Done>): Map<string, Done> {
  const entries = [...done].map(([id, { result, observation }]) => {
    const { ms } = result;
    return [id, { result: { id, status: 'done', ms } as const, observation }] as const;
  });
  return new Map(entries);
}

function countUpdates(updates: Map<string, number>, { left, done }: Round): void {
  for (const { id, action } of left) {
    const isMade = action === 'update' && done.get(id)?.result.status === 'done';
    if (isMade) updates.set(id, (updates.get(id) ?? 0) + 1);
  }
}

/** What no further round would change: a difference that stays, whatever is written, and what is never gone. */
function stuckOf(
  { clock }: Context,
  left: readonly Step[],
  { updates, begun }: { readonly updates: ReadonlyMap<string, number>; readonly begun: number }
): Map<string, Done> {
  const waitedMs = clock.now() - begun;
  const failures = left.flatMap((step): [string, ActionError][] => {
    if (step.action === 'update' && (updates.get(step.id) ?? 0) >= MOST_UPDATES) {
      return [[step.id, neverAsDeclared(step)]];
    }
    return step.action === 'remove' && waitedMs >= GONE_MS ? [[step.id, leftBehind(step, waitedMs)]] : [];
  });
  return new Map(
    failures.map(([id, error]) => [id, { result: { id, status: 'failed', ms: 0, error }, observation: {} }])
  );
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

function neverAsDeclared({ kind, name, changes }: Step): ActionError {
  return new ActionError('NOT_CONVERGED', {
    doing: `bring the ${kind} ${name} to what is declared`,
    found: `What is there still differs: ${changes.map(({ path }) => path).join(', ')}.`
  });
}

function leftBehind({ kind, name }: Step, waitedMs: number): ActionError {
  return new ActionError('LEFT_BEHIND', {
    doing: `remove the ${kind} ${name}`,
    found: `It is still there, ${Math.round(waitedMs / 1000)} s after it was removed for the first time.`
  });
}

function undoneAgain(left: readonly Step[]): ActionError {
  return new ActionError('NOT_CONVERGED', {
    doing: 'bring the environment to what is asked for',
    found: `After ${ROUNDS} rounds there is still something to do: ${namesOf(left)}. Another run keeps undoing it.`
  });
}
