import type { Aws } from '../../src/aws/ports.js';
import type { Context } from '../../src/context.js';
import type { Observation, Resource } from '../../src/engine/resource.js';
import { carryThrough } from '../../src/engine/rounds.js';
import { type Finding, findObstacles } from '../../src/engine/survey.js';
import { BUILDING, TAKING_DOWN, type Way } from '../../src/engine/ways.js';
import { lookAt } from '../../src/observe/look.js';

/**
 * What a first look finds of a resource, with all that stands in the way of what would be planned, by default of building
 * and of taking down. Throws what it fails with.
 */
export async function observed<State>(
  aws: Aws,
  context: Context,
  resource: Resource<State>,
  ways: readonly Way[] = [BUILDING, TAKING_DOWN]
): Promise<Observation<State>> {
  const look = lookAt(aws, context);
  let observation = await resource.observe(look);
  for (const { deedOf } of ways) {
    const findings: readonly Finding[] = [{ resource: resource, observation }];
    const [finding] = await findObstacles(look, findings, deedOf);
    if (finding?.failure !== undefined) throw finding.failure;
    observation = (finding?.observation ?? {}) as Observation<State>;
  }
  return observation;
}

/** Brings one resource to what is declared, and gives what is there then. Throws what kept it from that. */
export function bring<State>(
  aws: Aws,
  context: Context,
  resource: Resource<State>,
  found: Observation<State> = {}
): Promise<Observation<State>> {
  return carried(aws, context, BUILDING, { resource: resource, observation: found });
}

/** Removes one resource. Throws what kept it from that. */
export async function takeAway<State>(
  aws: Aws,
  context: Context,
  resource: Resource<State>,
  state: State
): Promise<void> {
  await carried(aws, context, TAKING_DOWN, { resource: resource, observation: { state } });
}

async function carried<State>(
  aws: Aws,
  context: Context,
  way: Way,
  finding: Finding
): Promise<Observation<State>> {
  const steps = way.plan([finding]);
  const { done, stopped } = await carryThrough(lookAt(aws, context), way, steps, [finding]);
  const one = done.get(finding.resource.id);
  if (one?.result.error !== undefined) throw one.result.error;
  if (stopped !== undefined) throw stopped;
  return (one?.observation ?? {}) as Observation<State>;
}
