import { bucketArnOf, databaseArnOf } from '../arns.js';
import type { CatalogAccess } from '../aws/ports.js';
import type { Inputs } from '../inputs.js';
import { isSession } from '../principal-arn.js';
import type { Resource } from '../engine/resource.js';
import type { EnvironmentSpec } from '../resources/spec.js';
import { needsOf, type Deed, type Need } from './needs.js';
import type { Verb } from './rows.js';

/** What of the inputs decides which permissions a command needs. */
export interface Choices {
  /** The role is named by its permission set. */
  readonly permissionSet: boolean;
  /** The role is named by the ARN of a session. */
  readonly session: boolean;
  readonly smokeTestVia: 's3tables' | 'glue';
}

/** What these inputs choose. */
export function choicesOf(inputs: Inputs): Choices {
  return {
    permissionSet: inputs['identity-center-permission-set'] !== undefined,
    session: isSession(inputs['identity-center-role-arn'] ?? ''),
    smokeTestVia: inputs['smoke-test-via']
  };
}

/** The resources that a command works on. */
export type Listed = Pick<Resource, 'id' | 'wanted'>;

const LOOKING: readonly Verb[] = ['observe', 'inspect'];

/** What looking at the environment needs, as `plan` does: the part that every command has. */
export function needsToLook(
  resources: readonly Listed[],
  choices: Choices,
  spec: EnvironmentSpec,
  intent: 'apply' | 'destroy' = 'apply'
): readonly Need[] {
  const principal: Deed[] = [
    ...(choices.permissionSet ? all('permission-set', LOOKING) : []),
    ...(choices.session ? all('session-role', LOOKING) : [])
  ];
  const looks = resources.flatMap(({ id }) => all(id, LOOKING));
  return needsOf([...principal, ...looks], spec, { intent });
}

/** What `apply` needs, whatever there is to do. */
export function needsToApply(
  resources: readonly Listed[],
  choices: Choices,
  spec: EnvironmentSpec
): readonly Need[] {
  const deeds = resources.flatMap(({ id, wanted }) => all(id, wanted ? ['create', 'update'] : ['remove']));
  const enables = spec.integration === 'enable';
  const needed = deeds.filter(({ step }) => step !== 'analytics-integration' || enables);
  return together(needsToLook(resources, choices, spec), needsOf(needed, spec));
}

/** What `destroy` needs, whatever there is. What is shared is not among the resources. */
export function needsToDestroy(
  resources: readonly Listed[],
  choices: Choices,
  spec: EnvironmentSpec
): readonly Need[] {
  const deeds = resources.flatMap(({ id }) => all(id, ['remove']));
  return together(
    needsToLook(resources, choices, spec, 'destroy'),
    needsOf(deeds, spec, { intent: 'destroy' })
  );
}

/** What `sweep` needs, whatever environments there are: what `destroy` needs, on everything of its kind. */
export function needsToSweep(resources: readonly Listed[], spec: EnvironmentSpec): readonly Need[] {
  const every: EnvironmentSpec = {
    ...spec,
    names: { tableBucket: '*', namespace: '*', table: '*', glueDatabase: '*' },
    bucketArn: bucketArnOf(spec, '*'),
    databaseArn: databaseArnOf(spec, '*')
  };
  const choices = { permissionSet: false, session: false, smokeTestVia: 's3tables' } as const;
  return together(needsOf(all('sweep', LOOKING), every), needsToDestroy(resources, choices, every));
}

/** What the smoke test needs. */
export function needsToTest({ smokeTestVia }: Choices, spec: EnvironmentSpec): readonly Need[] {
  const steps = smokeTestVia === 'glue' ? ['smoke-test', 'smoke-test-via-glue'] : ['smoke-test'];
  return needsOf(
    steps.flatMap((step) => all(step, [...LOOKING, 'create', 'remove'])),
    spec
  );
}

/** What switching the analytics integration on needs, by who is to control the access. */
export function needsToEnable(access: CatalogAccess, spec: EnvironmentSpec): readonly Need[] {
  const enabling = { ...spec, integration: 'enable', access } as const;
  return needsOf(all('analytics-integration', [...LOOKING, 'create']), enabling);
}

/** What asking IAM beforehand needs; without it the run goes on, and is refused when it comes to it. */
export function needsToAsk(spec: EnvironmentSpec): readonly Need[] {
  return needsOf(all('preflight', LOOKING), spec);
}

/** Both, each once. */
export function together(...lists: readonly (readonly Need[])[]): readonly Need[] {
  return [...new Map(lists.flat().map((need) => [`${need.action} ${need.place}`, need])).values()];
}

const all = (step: string, verbs: readonly Verb[]): Deed[] => verbs.map((verb) => ({ step, verb }));
