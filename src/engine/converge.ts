import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import type { Observation, Resource } from '../resource.js';
import { waitUntil, type Wait } from '../wait.js';

type Probe = Wait<undefined>['probe'];

/**
 * How long what is written is looked for before it is written again, ms, round by round: reads lag behind writes, or
 * another run has undone it.
 */
const VISIBLE_MS = [5_000, 15_000, 60_000];
/**
 * How long what was made is looked for, ms. Only making it again tells whether the looks are late or another run has
 * removed it, and before that everything it needs has to be looked at: that is the next round.
 */
const ABSENT_MS = 3_000;
const GONE_MS = 120_000;
/** What is still there after so long is removed once more, ms: another run may have made it anew. */
const AGAIN_MS = 10_000;

/**
 * Brings one resource to what is declared and looks whether it is: creates it or makes the difference, and then
 * observes until nothing differs. What turns out to be there already, because an answer was lost or another run
 * was faster, is taken over when it is ours. Throws the refusal when it is not; `CONFLICT`, which the next round sees
 * to, when it is not there; `NOT_CONVERGED` when it stays different.
 */
export async function converge(
  context: Context,
  resource: Resource,
  found: Observation<unknown>
): Promise<Observation<unknown>> {
  let now = found;
  for (const visibleMs of VISIBLE_MS) {
    const made = await write(context, resource, now);
    now = await settled(context, resource, { made, visibleMs });
    if (isAsDeclared(resource, now)) return now;
    if (now.state === undefined) throw goneAgain(resource);
  }
  throw new ActionError('NOT_CONVERGED', {
    doing: `bring the ${resource.kind} ${resource.name} to what is declared`,
    found: `What is there still differs: ${differences(resource, now)}.`
  });
}

/** Removes one resource and looks whether it is gone. Throws `LEFT_BEHIND` when it stays. */
export async function vanish(context: Context, resource: Resource, state: unknown): Promise<void> {
  let removedAt = context.clock.now();
  await resource.remove(context, state);
  const probe: Probe = async () => {
    const { state: left, removeRefusal } = await resource.observe(context);
    if (left === undefined) return { done: true, value: undefined };
    if (removeRefusal) throw removeRefusal;
    if (context.clock.now() - removedAt >= AGAIN_MS) {
      removedAt = context.clock.now();
      await resource.remove(context, left);
    }
    return { done: false, seen: 'it is still there' };
  };
  try {
    await waitUntil(context, {
      what: `the ${resource.kind} ${resource.name} to be gone`,
      capMs: GONE_MS,
      probe
    });
  } catch (thrown) {
    context.signal.throwIfAborted();
    if (!(thrown instanceof ActionError) || thrown.code !== 'TIMED_OUT') throw thrown;
    throw new ActionError('LEFT_BEHIND', {
      doing: `remove the ${resource.kind} ${resource.name}`,
      found: `It is still there ${GONE_MS / 1000} s after it was removed.`,
      cause: thrown
    });
  }
}

async function write(
  context: Context,
  resource: Resource,
  { state }: Observation<unknown>
): Promise<boolean> {
  if (state === undefined) return resource.create(context);
  await resource.update(context, state, resource.diff(state));
  return true;
}

/**
 * Observes until nothing differs, or for so long; gives what was seen last. What was there already, and was not made
 * by this run, is what it is as soon as it can be seen.
 */
async function settled(
  context: Context,
  resource: Resource,
  { made, visibleMs }: { readonly made: boolean; readonly visibleMs: number }
): Promise<Observation<unknown>> {
  const start = context.clock.now();
  return waitUntil(context, {
    what: `the ${resource.kind} ${resource.name} to be as declared`,
    capMs: visibleMs + 1_000,
    probe: async () => {
      const seen = await resource.observe(context);
      if (seen.applyRefusal) throw seen.applyRefusal;
      const over =
        context.clock.now() - start >= (seen.state === undefined ? ABSENT_MS : made ? visibleMs : 0);
      if (over || isAsDeclared(resource, seen)) return { done: true, value: seen };
      return { done: false, seen: differences(resource, seen) };
    }
  });
}

function goneAgain({ kind, name }: Resource): ActionError {
  return new ActionError('CONFLICT', {
    doing: `make the ${kind} ${name}`,
    found:
      'It was made, or was there, and is not there when looked at: another run or somebody else removed it.'
  });
}

function isAsDeclared(resource: Resource, { state }: Observation<unknown>): boolean {
  return state !== undefined && resource.diff(state).length === 0;
}

function differences(resource: Resource, { state }: Observation<unknown>): string {
  return state === undefined
    ? 'it is not there'
    : resource
        .diff(state)
        .map((change) => change.path)
        .join(', ');
}
