import type { Context } from '../context.js';
import { asActionError, type ActionError, type ErrorCode } from '../errors.js';
import type { Observation, Resource } from '../resource.js';

/** A resource, and what was found of it; or why it could not be looked at. */
export interface Finding {
  readonly resource: Resource;
  readonly observation: Observation<unknown>;
  readonly failure?: ActionError | undefined;
}

/** Failures that concern one resource; with any other there is no point in planning at all. */
const OF_ONE_RESOURCE: readonly ErrorCode[] = [
  'PERMISSION_DENIED',
  'LAKE_FORMATION_DENIED',
  'AWS_REFUSED',
  'VANISHED',
  'TABLE_BROKEN',
  'CONFLICT'
];

/** Looks at all resources at the same time. Throws what makes looking pointless: credentials, network, deadline. */
export async function survey(context: Context, resources: readonly Resource[]): Promise<Finding[]> {
  const findings = await Promise.all(resources.map((resource) => look(context, resource)));
  const fatal = findings.find(({ failure }) => failure && !OF_ONE_RESOURCE.includes(failure.code));
  if (fatal?.failure) throw fatal.failure;
  return findings;
}

async function look(context: Context, resource: Resource): Promise<Finding> {
  try {
    return { resource, observation: await resource.observe(context) };
  } catch (thrown) {
    const failure = asActionError(thrown, `look at the ${resource.kind} ${resource.name}`);
    return { resource, observation: {}, failure };
  }
}
