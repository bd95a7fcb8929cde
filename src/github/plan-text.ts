import type { Action, Counts, Plan, Step } from '../outcome.js';
import type { Change } from '../change.js';
import { condense } from './changes.js';
import { type Colour, noColour, type Paint } from './colour.js';
import { oneLine, showBoth } from '../text.js';

/** How an action looks, in the signs that users know from Terraform. */
export const SIGNS: Readonly<Record<Action, { sign: string; colour: Colour }>> = {
  create: { sign: '+', colour: 'green' },
  update: { sign: '~', colour: 'yellow' },
  keep: { sign: '=', colour: 'grey' },
  differs: { sign: '≠', colour: 'yellow' },
  remove: { sign: '-', colour: 'red' },
  blocked: { sign: '!', colour: 'red' }
};

/** The plan for the log: every resource with its changes, and how many of each at the end. */
export function planText(plan: Plan, paint: Paint = noColour): string {
  const lines = plan.steps.flatMap((step) => stepLines(step, paint));
  return [...lines, '', paint('bold', planTotals(plan.counts))].join('\n');
}

/** `Plan: 3 to create, 1 to update, 0 to remove, 4 unchanged, 0 blocked.` */
export function planTotals({ create, update, remove, keep, differs = 0, blocked }: Counts): string {
  const different = differs > 0 ? `, ${differs} different` : '';
  return `Plan: ${create} to create, ${update} to update, ${remove} to remove, ${keep} unchanged${different}, ${blocked} blocked.`;
}

function stepLines(step: Step, paint: Paint): string[] {
  const { sign, colour } = SIGNS[step.action];
  const changes = step.action === 'keep' || step.action === 'remove' ? [] : condense(step.changes);
  return [
    paint(colour, `${sign} ${oneLine(step.kind)} ${oneLine(step.name)}`),
    ...changes.flatMap((change) => indent(changeText(change))),
    ...(step.differences ?? []).flatMap((change) => indent(`not changed: ${differenceText(change)}`)),
    ...(step.blocked === undefined ? [] : indent(`blocked: ${blockedText(step.blocked)}`)),
    ...step.notes.flatMap((note) => indent(`note: ${oneLine(note)}`))
  ];
}

/** The reason, which ends in its code; the code is added where the text does not have it. */
function blockedText({ code, message }: NonNullable<Step['blocked']>): string {
  const text = oneLine(message);
  return text.includes(`[${code}]`) ? text : `${text} [${code}]`;
}

/** `path: from -> to`; with nothing there now, `path: to`. */
export function changeText({ path, from, to }: Change): string {
  const name = oneLine(path);
  const [before, after] = showBoth(from, to);
  const long = before.includes('\n') || after.includes('\n');
  if (from === undefined) return long ? `${name}:\n${margin(after)}` : `${name}: ${after}`;
  return long ? `${name}:\n${margin(before)}\n->\n${margin(after)}` : `${name}: ${before} -> ${after}`;
}

/** A difference that stays: what is declared, and what is there instead. */
export function differenceText({ path, from, to }: Change): string {
  const [there, declared] = showBoth(from, to).map(oneLine);
  const name = oneLine(path);
  if (from === undefined) return `${name} is declared as ${declared}, and is not there`;
  if (to === undefined) return `${name} is there as ${there}, and is not declared`;
  return `${name} is declared as ${declared}, and is ${there}`;
}

const margin = (text: string): string =>
  text
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');

const indent = (text: string): string[] => text.split('\n').map((line) => `    ${line}`);
