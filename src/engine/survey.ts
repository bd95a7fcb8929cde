import { asActionError, type ActionError, type ErrorCode } from '../errors.js';
import type { Look } from '../observe/look.js';
import type { Deed, Observation, Resource } from './resource.js';

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

/**
 * Looks at all resources at the same time, by one look. `before`: what was found of them earlier. Throws what makes
 * looking pointless: credentials, network, deadline.
 */
export async function survey(
  look: Look,
  resources: readonly Resource[],
  before: readonly Finding[] = []
): Promise<Finding[]> {
  const findings = await Promise.all(
    resources.map((resource) => {
      const known = before.find((finding) => finding.resource.id === resource.id);
      return lookAtOne(look, resource, known?.observation);
    })
  );
  return unlessPointless(findings);
}

/**
 * Asks, of everything that something is to be done to, what else stands in the way of it, also where something that it
 * depends on does already. Gives the findings with what does; throws as {@link survey}.
 */
export async function findObstacles(
  look: Look,
  findings: readonly Finding[],
  deedOf: (finding: Finding) => Deed | undefined
): Promise<Finding[]> {
  const asked = findings.map(async (finding) => {
    const deed = deedOf(finding);
    return deed === undefined ? finding : withObstacle(look, finding, deed);
  });
  return unlessPointless(await Promise.all(asked));
}

async function lookAtOne(
  look: Look,
  resource: Resource,
  before: Observation<unknown> | undefined
): Promise<Finding> {
  try {
    return { resource, observation: await resource.observe(look, before) };
  } catch (thrown) {
    return { resource, observation: {}, failure: failureOf(thrown, resource) };
  }
}

async function withObstacle(look: Look, finding: Finding, deed: Deed): Promise<Finding> {
  const { resource, observation } = finding;
  try {
    const refusal = await resource.obstacle?.(look, deed, observation);
    if (refusal === undefined) return finding;
    const refused = deed === 'remove' ? { removeRefusal: refusal } : { applyRefusal: refusal };
    return { resource, observation: { ...observation, ...refused } };
  } catch (thrown) {
    return { resource, observation: {}, failure: failureOf(thrown, resource) };
  }
}

function failureOf(thrown: unknown, { kind, name }: Resource): ActionError {
  return asActionError(thrown, `look at the ${kind} ${name}`);
}

function unlessPointless(findings: Finding[]): Finding[] {
  const fatal = findings.find(({ failure }) => failure && !OF_ONE_RESOURCE.includes(failure.code));
  if (fatal?.failure) throw fatal.failure;
  return findings;
}
