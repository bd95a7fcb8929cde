import { ActionError } from '../errors.js';
import type { Look } from '../observe/look.js';
import { waitUntil } from '../wait.js';
import type { Observation, Resource } from './resource.js';
import { ABSENT_MS } from './ways.js';

/**
 * What was there already when it was to be made, because an answer was lost or another run was faster: looks whether it is
 * ours, and brings it to what is declared. Throws the refusal when it is not ours; `CONFLICT`, which the next round sees
 * to, when it is not there after all.
 */
export async function takeOver(look: Look, resource: Resource): Promise<void> {
  look.learnt.made.delete(resource.id);
  const { state } = await firstSight(look, resource);
  const changes = resource.diff(state);
  if (changes.length > 0) await resource.update(look, state, changes);
}

/** Looks until it is there, or for a few seconds. */
function firstSight(look: Look, resource: Resource): Promise<Observation<unknown>> {
  const { kind, name } = resource;
  const { clock } = look.context;
  const begun = clock.now();
  return waitUntil(look.context, {
    what: `the ${kind} ${name} to be visible`,
    capMs: Infinity,
    probe: async () => {
      const seen = await resource.observe(look.anew());
      if (seen.applyRefusal) throw seen.applyRefusal;
      if (seen.state !== undefined) return { done: true, value: seen };
      if (clock.now() - begun >= ABSENT_MS) throw goneAgain(resource);
      return { done: false, seen: 'it is not there' };
    }
  });
}

function goneAgain({ kind, name }: Resource): ActionError {
  return new ActionError('CONFLICT', {
    doing: `make the ${kind} ${name}`,
    found: 'It was there, and is not when looked at: another run or somebody else removed it.'
  });
}
