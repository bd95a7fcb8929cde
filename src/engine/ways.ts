import type { ActionError } from '../errors.js';
import type { Expects } from '../observe/look.js';
import type { Step } from '../outcome.js';
import { type Node, reversed } from './graph.js';
import { deedToApply, deedToDestroy, planApply, planDestroy } from './plan.js';
import type { Deed, Observation } from './resource.js';
import type { Finding } from './survey.js';

/** How an environment is brought to where it is to be: by building, or by taking down. */
export interface Way {
  readonly plan: (findings: readonly Finding[]) => Step[];
  /** What is to be done to one thing, whatever it depends on. */
  readonly deedOf: (finding: Finding) => Deed | undefined;
  /** What is done before what. */
  readonly inOrder: <N extends Node>(tasks: readonly N[]) => readonly N[];
  readonly refusalOf: (observation: Observation<unknown>) => ActionError | undefined;
  /** What is to be there when it is done. */
  readonly expects: Expects;
  /** Whether everything is judged once more before it is done once more: what is there again may be somebody else's. */
  readonly judgesAgain: boolean;
  /** How long what is left is looked for before everything is looked at again, ms; `round` counts from 0. */
  readonly patienceMs: (left: readonly Step[], round: number) => number;
}

/** How long what is written is looked for before it is written again, ms: reads lag, or another run has undone it. */
const VISIBLE_MS = [5_000, 15_000, 60_000];
/**
 * How long what was made is looked for, ms. Only making it again tells whether the looks are late or another run has
 * removed it, and before that everything it needs has to be looked at: that is the next round.
 */
export const ABSENT_MS = 3_000;
/** What is still there after so long is removed once more, ms: another run may have made it anew. */
const AGAIN_MS = 10_000;

/** Everything is to be as declared. */
export const BUILDING: Way = {
  plan: planApply,
  deedOf: deedToApply,
  inOrder: (tasks) => tasks,
  refusalOf: ({ applyRefusal }) => applyRefusal,
  expects: 'all',
  judgesAgain: false,
  patienceMs: (left, round) => {
    const isAbsent = left.some(({ action }) => action === 'create');
    return isAbsent ? ABSENT_MS : (VISIBLE_MS[round] ?? VISIBLE_MS.at(-1)!);
  }
};

/** Everything is to be gone. */
export const TAKING_DOWN: Way = {
  plan: planDestroy,
  deedOf: deedToDestroy,
  inOrder: reversed,
  refusalOf: ({ removeRefusal }) => removeRefusal,
  expects: 'nothing',
  judgesAgain: true,
  patienceMs: () => AGAIN_MS
};

/** Whether a step is one that does something, or would if it were not blocked. */
export function isToDo({ action }: Step): boolean {
  return action !== 'keep' && action !== 'differs';
}

/** What is left to do of what was found. Pure. */
export function leftOf(way: Way, findings: readonly Finding[]): Step[] {
  return way.plan(findings).filter(isToDo);
}

/** Steps, for people: `Table a.b, Namespace a`. */
export const namesOf = (steps: readonly Step[]): string =>
  steps.map(({ kind, name }) => `${kind} ${name}`).join(', ');
