import type { Look } from '../observe/look.js';
import { ActionError, isDenied } from '../errors.js';
import type { Outputs } from '../outcome.js';
import type { Change } from '../change.js';
import type { Observation, Resource } from '../engine/resource.js';
import type { Writers } from '../observe/readers.js';
import { ACCESS_NAMES, accessOf, namesOf, whyNotAsItIs, whyNotOn } from './integration-refusals.js';
import { newRoleArn, POLICY_NAME, ROLE_NAME, rolePolicy, trustPolicy } from './integration-role.js';
import {
  CATALOG,
  identifierOf,
  isIntegration,
  lookAtIntegration,
  wantsLakeFormation,
  type Integration,
  type Part
} from './integration-state.js';
import { isHidden } from './own-rights.js';
import type { EnvironmentSpec } from './spec.js';

const HIDDEN = 'Unknown: it cannot be seen before the caller of this run is a Lake Formation administrator.';
const HYBRID =
  'The table buckets are registered with hybrid access: whoever is not opted in reaches tables by IAM policies alone, whatever Lake Formation grants. It is left as it is.';
const ALL_PARTS: readonly Part[] = ['role', 'role-policy', 'registration', 'catalog'];

/**
 * The integration of S3 Tables with the analytics services: the Glue catalog `s3tablescatalog`, one for the whole
 * account and region, and with Lake Formation access control a role and a registration besides. It is made once and
 * what is missing of it is added; nothing of it is ever changed or removed
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integrating-aws.html).
 */
export class AnalyticsIntegration implements Resource<Integration> {
  readonly id = 'analytics-integration';
  readonly kind = 'Analytics integration';
  readonly name = CATALOG;
  readonly needs: readonly string[];
  readonly wanted = true;
  readonly shared = true;

  /** @param afterSettings the run's caller becomes an administrator first, to whom Lake Formation hides nothing */
  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly aws: Pick<Writers, 'glue' | 'iam' | 'lakeFormation'>,
    private readonly afterSettings = false
  ) {
    this.needs = afterSettings ? ['data-lake-settings'] : [];
  }

  async observe(look: Look): Promise<Observation<Integration>> {
    const state = await this.find(look);
    if (state === 'hidden') return { notes: [HIDDEN] };
    const refusal = state === undefined ? whyNotOn(this.spec) : whyNotAsItIs(state, this.spec);
    return { state, applyRefusal: refusal, notes: this.notes(state) };
  }

  diff(state: Integration | undefined): Change[] {
    if (this.spec.integration !== 'enable' && state === undefined) return [];
    const parts = state?.missing ?? (wantsLakeFormation(this.spec) ? ALL_PARTS : ['catalog' as const]);
    return parts.map((part) => this.change(part));
  }

  async create(look: Look): Promise<boolean> {
    const { access, integration } = this.spec;
    // It is only required, and could not be seen yet: it is looked at again.
    if (integration !== 'enable') return false;
    if (access === 'iam') {
      return this.aws.glue.createS3TablesCatalog(identifierOf(this.spec), access, look.context);
    }
    const now = look.anew();
    const found = await lookAtIntegration(now, this.spec);
    await this.complete(now, found?.missing ?? ALL_PARTS, found?.roleArn);
    return true;
  }

  /** Adds what is missing. The mode of what is there decides over everybody's access, so it is never changed. */
  async update(look: Look, { missing, roleArn }: Integration): Promise<void> {
    await this.complete(look.anew(), missing, roleArn);
  }

  async remove(): Promise<void> {
    // Shared by the whole account: never removed.
  }

  outputs(): Partial<Outputs> {
    return {};
  }

  private async find(look: Look): Promise<Integration | 'hidden' | undefined> {
    try {
      return await lookAtIntegration(look, this.spec);
    } catch (error) {
      if (this.afterSettings && isHidden(error)) return 'hidden';
      throw asUnknown(error);
    }
  }

  /** Another run may be doing the same: what is there by now is fine. */
  private async complete(look: Look, parts: readonly Part[], roleArn: string | undefined): Promise<void> {
    const { spec } = this;
    const { context } = look;
    const { glue, iam, lakeFormation } = this.aws;
    if (parts.includes('role')) {
      const description = 'Lets Lake Formation reach the table buckets of S3 Tables';
      await iam.createRole({ name: ROLE_NAME, description, trustPolicy: trustPolicy(spec) }, context);
    }
    if (parts.includes('role-policy')) {
      const name = roleArn?.split('/').at(-1) ?? ROLE_NAME;
      const policy = await freePolicyName(look, name);
      await iam.putRolePolicy(name, policy, rolePolicy(spec), context);
    }
    if (parts.includes('registration')) {
      await lakeFormation.register(identifierOf(spec), roleArn ?? newRoleArn(spec), context);
    }
    if (parts.includes('catalog')) {
      await glue.createS3TablesCatalog(identifierOf(spec), 'lake-formation', context);
    }
  }

  private change(part: Part): Change {
    const values: Readonly<Record<Part, string>> = {
      role: ROLE_NAME,
      'role-policy': POLICY_NAME,
      registration: identifierOf(this.spec),
      catalog: ACCESS_NAMES[this.spec.access]
    };
    return { path: part === 'catalog' ? 'access-control' : part, to: values[part] };
  }

  private notes(state: Integration | undefined): string[] {
    if (state?.catalog === undefined) {
      const made = state === undefined ? '' : `; of it there is not yet ${namesOf(state.missing)}`;
      return [`Off in this account and region${made}.`];
    }
    if (!isIntegration(state.catalog, this.spec)) return ['There is a catalog of this name that is not it.'];
    const mode = ACCESS_NAMES[accessOf(state.catalog)];
    const half = state.missing.length === 0 ? 'On' : `Half made, without ${namesOf(state.missing)}`;
    const unseen = state.unseen.length === 0 ? '' : ` Not allowed to look at: ${state.unseen.join(', ')}.`;
    const hybrid = state.registration?.hybridAccess ? [HYBRID] : [];
    return [
      `${half}, with ${mode} access control. Shared by the whole account and region.${unseen}`,
      ...hybrid
    ];
  }
}

/** "May not look" is not "off": the plan says so. */
function asUnknown(error: unknown): unknown {
  if (!isDenied(error)) return error;
  const { code, doing, answer, todo, cause } = error;
  const found = 'Whether the integration is on, and how, is unknown: these credentials may not look.';
  return new ActionError(code, { doing, answer, todo, cause, found });
}

/** A policy of the usual name may be somebody's who allows less, or something else. */
async function freePolicyName({ iam }: Look, role: string): Promise<string> {
  const taken = (await iam.listRolePolicies(role))?.inline ?? [];
  const isFree = (name: string): boolean => !taken.includes(name);
  const names = [POLICY_NAME, ...taken.map((_, at) => `${POLICY_NAME}-${at + 2}`)];
  return names.find(isFree) ?? POLICY_NAME;
}
