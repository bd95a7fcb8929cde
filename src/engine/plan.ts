import { ActionError } from '../errors.js';
import type { Action, Counts, Step } from '../outcome.js';
import type { Deed } from './resource.js';
import type { Finding } from './survey.js';

/** What to do, before it is known whether what it depends on stands in the way. */
interface Decision {
  readonly action: Action;
  readonly changes: Step['changes'];
  readonly reason?: ActionError | undefined;
}

/** What bringing every resource to what is declared takes. Pure. */
export function planApply(findings: readonly Finding[]): Step[] {
  const steps = findings.map((finding) => toStep(finding, decideApply(finding)));
  return cascade(steps, (step) => step.needs);
}

/**
 * What removing every resource takes; what is not there is left out. Pure. What is in something that must be left
 * alone is left alone as well, and what holds something that must stay has to stay.
 */
export function planDestroy(findings: readonly Finding[]): Step[] {
  const all = findings.map((finding) => toStep(finding, decideDestroy(finding)));
  const steps = all.filter((step) => step.action !== 'keep');
  const usersOf = (step: Step): string[] =>
    steps.filter((other) => other.needs.includes(step.id)).map(({ id }) => id);
  return cascade(steps, (step) => [...step.needs, ...usersOf(step)]);
}

/** What is to be done to bring it to what is declared, whatever it depends on; `undefined`: nothing, or it must not. Pure. */
export function deedToApply(finding: Finding): Deed | undefined {
  return deedIn(decideApply(finding));
}

/** What is to be done to remove it, whatever it depends on; `undefined`: nothing, or it must not. Pure. */
export function deedToDestroy(finding: Finding): Deed | undefined {
  return deedIn(decideDestroy(finding));
}

function deedIn({ action }: Decision): Deed | undefined {
  return action === 'create' || action === 'update' || action === 'remove' ? action : undefined;
}

/** How many steps there are of each action. */
export function countActions(steps: readonly Step[]): Counts {
  const count = (action: Action): number => steps.filter((step) => step.action === action).length;
  const differs = count('differs');
  return {
    create: count('create'),
    update: count('update'),
    keep: count('keep'),
    ...(differs > 0 && { differs }),
    remove: count('remove'),
    blocked: count('blocked')
  };
}

/** How many resources are not as planned for; what is blocked, or only shown, is something to do as well. */
export function changesIn(counts: Counts): number {
  return counts.create + counts.update + counts.remove + counts.blocked + (counts.differs ?? 0);
}

function decideApply({ resource, observation, failure }: Finding): Decision {
  const { state, applyRefusal } = observation;
  const reason = failure ?? applyRefusal;
  if (!resource.wanted) {
    if (reason) return { action: 'blocked', changes: [], reason };
    return state === undefined ? { action: 'keep', changes: [] } : { action: 'remove', changes: [] };
  }
  const changes = failure ? [] : resource.diff(state);
  if (reason) return { action: 'blocked', changes, reason };
  if (state === undefined) return { action: 'create', changes };
  if (changes.length > 0) return { action: 'update', changes };
  return { action: (observation.differences ?? []).length > 0 ? 'differs' : 'keep', changes };
}

function decideDestroy({ observation, failure }: Finding): Decision {
  const reason = failure ?? observation.removeRefusal;
  if (reason) return { action: 'blocked', changes: [], reason };
  return { action: observation.state === undefined ? 'keep' : 'remove', changes: [] };
}

function toStep({ resource, observation }: Finding, { action, changes, reason }: Decision): Step {
  const { id, kind, name, needs } = resource;
  return {
    id,
    kind,
    name,
    action,
    changes,
    ...(observation.differences?.length && { differences: observation.differences }),
    needs,
    ...(reason && { blocked: { code: reason.code, message: reason.message } }),
    notes: observation.notes ?? []
  };
}

/** Blocks what depends on something that is blocked, down the whole chain. */
function cascade(steps: readonly Step[], dependsOn: (step: Step) => readonly string[]): Step[] {
  const blocked = new Set(steps.filter((step) => step.action === 'blocked').map(({ id }) => id));
  const culprit = (step: Step): Step | undefined =>
    steps.find((other) => blocked.has(other.id) && dependsOn(step).includes(other.id));
  for (;;) {
    const next = steps.find((step) => !blocked.has(step.id) && culprit(step) !== undefined);
    if (next === undefined) break;
    blocked.add(next.id);
  }
  return steps.map((step) => {
    const by = culprit(step);
    return step.action === 'blocked' || by === undefined ? step : blockedBy(step, by);
  });
}

function blockedBy(step: Step, by: Step): Step {
  const found = `The ${step.kind} ${step.name} depends on the ${by.kind} ${by.name}, which is blocked.`;
  const { code, message } = new ActionError('BLOCKED', { found });
  return { ...step, action: 'blocked', blocked: { code, message } };
}
