import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import type { Observation, Resource } from '../resource.js';
import { waitUntil } from '../wait.js';

/** What is written is seen after so long at most, ms: reads lag behind writes. */
const VISIBLE_MS = 60_000;
const GONE_MS = 120_000;
const ROUNDS = 3;

/**
 * Brings one resource to what is declared and looks whether it is: creates it or makes the difference, and then
 * observes until nothing differs. What turns out to be there already, because an answer was lost or another run
 * was faster, is taken over when it is ours. Throws the refusal when it is not; `NOT_CONVERGED` when it stays
 * different.
 */
export async function converge(
  context: Context,
  resource: Resource,
  found: Observation<unknown>
): Promise<Observation<unknown>> {
  let now = found;
  for (let round = 0; round < ROUNDS; round += 1) {
    const made = await write(context, resource, now);
    now = await settled(context, resource, made ? VISIBLE_MS : 0);
    if (isAsDeclared(resource, now)) return now;
  }
  throw new ActionError('NOT_CONVERGED', {
    doing: `bring the ${resource.kind} ${resource.name} to what is declared`,
    found: `What is there still differs: ${differences(resource, now)}.`
  });
}

/** Removes one resource and looks whether it is gone. Throws `LEFT_BEHIND` when it stays. */
export async function vanish(context: Context, resource: Resource, state: unknown): Promise<void> {
  await resource.remove(context, state);
  try {
    await waitUntil(context, {
      what: `the ${resource.kind} ${resource.name} to be gone`,
      capMs: GONE_MS,
      probe: async () =>
        (await resource.observe(context)).state === undefined
          ? { done: true, value: undefined }
          : { done: false, seen: 'it is still there' }
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

/** Observes until nothing differs, or for `capMs`; gives what was seen last. */
async function settled(context: Context, resource: Resource, capMs: number): Promise<Observation<unknown>> {
  const end = context.clock.now() + capMs;
  return waitUntil(context, {
    what: `the ${resource.kind} ${resource.name} to be as declared`,
    capMs: capMs + 1_000,
    probe: async () => {
      const seen = await resource.observe(context);
      if (seen.applyRefusal) throw seen.applyRefusal;
      const over = context.clock.now() >= end;
      if (over || isAsDeclared(resource, seen)) return { done: true, value: seen };
      return { done: false, seen: differences(resource, seen) };
    }
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
