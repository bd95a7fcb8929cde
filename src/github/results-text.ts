import type { Action, Outcome, Result, Step } from '../outcome.js';
import { type Colour, noColour, type Paint } from './colour.js';
import { SIGNS } from './plan-text.js';
import { oneLine, seconds } from '../text.js';

/** What became of one resource: its step, and its result where it was acted upon. */
export interface Row {
  readonly step: Step;
  readonly result: Result | undefined;
  /** `created`, `to create`, `failed`, … */
  readonly what: string;
}

const DONE: Readonly<Record<Action, string>> = {
  create: 'created',
  update: 'updated',
  keep: 'unchanged',
  differs: 'different',
  remove: 'removed',
  blocked: 'blocked'
};
const PLANNED: Readonly<Record<Action, string>> = {
  ...DONE,
  create: 'to create',
  update: 'to update',
  remove: 'to remove'
};

/** Every resource of the plan, in its order, with what became of it. */
export function rows(outcome: Outcome): Row[] {
  const results = new Map(outcome.results.map((result) => [result.id, result]));
  return (outcome.plan?.steps ?? []).map((step) => {
    const result = results.get(step.id);
    return { step, result, what: what(outcome, step, result) };
  });
}

function what({ command, results }: Outcome, step: Step, result: Result | undefined): string {
  if (result !== undefined && result.status !== 'done') return result.status;
  if (step.action === 'keep' && command === 'destroy') return 'kept';
  if (result !== undefined) return DONE[step.action];
  return results.length === 0 ? PLANNED[step.action] : unreached(step.action);
}

/** A step with no result in a run that had some. */
const unreached = (action: Action): string =>
  action === 'keep' || action === 'differs' || action === 'blocked' ? DONE[action] : 'not reached';

/** The results for the log: one line per resource, what happened to it and how long it took. */
export function resultsText(outcome: Outcome, paint: Paint = noColour): string {
  const lines = rows(outcome).map((row) => resultLine(row, paint));
  return [...lines, '', paint('bold', resultTotals(outcome))].join('\n');
}

function resultLine({ step, result, what }: Row, paint: Paint): string {
  const { sign, colour } = look(step, result);
  const time =
    result === undefined || result.ms === 0 || step.action === 'keep' ? '' : ` (${seconds(result.ms)})`;
  const why = result?.error === undefined ? '' : `\n    ${oneLine(result.error.message)}`;
  return paint(colour, `${sign} ${oneLine(step.kind)} ${oneLine(step.name)}: ${what}${time}`) + why;
}

function look(step: Step, result: Result | undefined): { sign: string; colour: Colour } {
  if (result?.status === 'failed') return { sign: '!', colour: 'red' };
  if (result?.status === 'skipped') return { sign: '.', colour: 'yellow' };
  return SIGNS[step.action];
}

const TOTALS = [
  'created',
  'updated',
  'removed',
  'unchanged',
  'different',
  'kept',
  'blocked',
  'failed',
  'skipped',
  'not reached'
];
const ALWAYS = new Set(['created', 'updated', 'removed', 'failed']);

/** `Done: 3 created, 1 updated, 0 removed, 4 unchanged, 0 failed.` */
export function resultTotals(outcome: Outcome): string {
  const whats = rows(outcome).map((row) => row.what);
  const counted = TOTALS.map((name) => [name, whats.filter((what) => what === name).length] as const);
  const shown = counted.filter(([name, number]) => number > 0 || ALWAYS.has(name));
  const head = outcome.failures.length === 0 ? 'Done' : 'Failed';
  return `${head}: ${shown.map(([name, number]) => `${number} ${name}`).join(', ')}.`;
}
