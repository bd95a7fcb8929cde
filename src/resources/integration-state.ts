import { bucketArnOf } from '../arns.js';
import type { GlueCatalog, Registration } from '../aws/ports.js';
import type { Look } from '../observe/look.js';
import { reachesTables, ROLE_NAME, trustsLakeFormation } from './integration-role.js';
import { unlessDenied } from './principals.js';
import type { EnvironmentSpec } from './spec.js';

/** The parts of an integration with Lake Formation access control, in the order in which they are made. */
export type Part = 'role' | 'role-policy' | 'registration' | 'catalog';

/** What there is of the integration. */
export interface Integration {
  readonly catalog?: GlueCatalog | undefined;
  readonly registration?: Registration | undefined;
  /** The ARN of the role: the one that is registered, else that of the usual name. */
  readonly roleArn?: string | undefined;
  /** What is not there for certain; what may not be looked at is not among them. */
  readonly missing: readonly Part[];
  /** What is there and would have to be changed, in whole sentences. */
  readonly broken: readonly string[];
  /** What these credentials may not look at. */
  readonly unseen: readonly string[];
}

export const CATALOG = 's3tablescatalog';

/** `arn:…:bucket/*`: all table buckets of the account and region, also future ones. */
export function identifierOf(spec: EnvironmentSpec): string {
  return bucketArnOf(spec, '*');
}

/** Whether the integration is to be made with Lake Formation access control, where there is none. */
export function wantsLakeFormation({ integration, access }: EnvironmentSpec): boolean {
  return integration === 'enable' && access === 'lake-formation';
}

/**
 * Looks at the catalog and, where Lake Formation decides or is to decide over it, at what it needs there: the
 * registration of the table buckets and the role. `undefined`: nothing of it is there. Throws what the catalog may
 * not be looked at with.
 */
export async function lookAtIntegration(look: Look, spec: EnvironmentSpec): Promise<Integration | undefined> {
  const catalog = await look.glue.getCatalog(CATALOG);
  const nothingElse = { missing: [], broken: [], unseen: [] };
  if (catalog?.iamControlled || (catalog !== undefined && !isIntegration(catalog, spec))) {
    return { catalog, ...nothingElse };
  }
  if (catalog === undefined && !wantsLakeFormation(spec)) return undefined;
  const parts = await lookAtParts(look, spec);
  if (catalog !== undefined) return { catalog, ...parts };
  return parts.registration === undefined && parts.roleArn === undefined
    ? undefined
    : { ...parts, missing: [...parts.missing, 'catalog'] };
}

async function lookAtParts(look: Look, spec: EnvironmentSpec): Promise<Integration> {
  const { seen, found } = await attempt(() => look.lakeFormation.getRegistration(identifierOf(spec)));
  const role = await lookAtRole(look, spec, found?.roleArn);
  return {
    registration: found,
    roleArn: role.arn,
    missing: [...role.missing, ...(seen && found === undefined ? (['registration'] as const) : [])],
    broken: [...brokenRegistration(spec, found), ...role.broken],
    unseen: [...(seen ? [] : ['the registration with Lake Formation']), ...role.unseen]
  };
}

/** Whether the catalog is the integration of this account and region. */
export function isIntegration({ connectionName, identifier }: GlueCatalog, spec: EnvironmentSpec): boolean {
  return connectionName?.toLowerCase() === 'aws:s3tables' && identifier === identifierOf(spec);
}

interface RoleLook extends Pick<Integration, 'missing' | 'broken' | 'unseen'> {
  readonly arn?: string | undefined;
}

async function lookAtRole(
  look: Look,
  spec: EnvironmentSpec,
  registered: string | undefined
): Promise<RoleLook> {
  const whole: RoleLook = { arn: registered, missing: [], broken: [], unseen: [] };
  // AWS itself keeps its own service-linked role whole.
  if (registered?.includes(':role/aws-service-role/')) return whole;
  const name = registered?.split('/').at(-1) ?? ROLE_NAME;
  const { seen, found: role } = await attempt(() => look.iam.getRole(name));
  if (!seen) return { ...whole, unseen: [`the role ${name}`] };
  if (role === undefined) {
    return name === ROLE_NAME
      ? { ...whole, missing: ['role', 'role-policy'] }
      : {
          ...whole,
          broken: [`The role ${registered}, which is registered with Lake Formation, does not exist.`]
        };
  }
  const broken = trustsLakeFormation(role.trustPolicy)
    ? []
    : [`The trust policy of the role ${role.arn} does not let lakeformation.amazonaws.com assume it.`];
  const policy = await attempt(() => hasPolicy(look, spec, name));
  return {
    arn: role.arn,
    broken,
    missing: policy.found === false ? ['role-policy'] : [],
    unseen: policy.seen ? [] : [`the policies of the role ${name}`]
  };
}

/** A managed policy is believed: which one it is says its name, not what is in it. */
async function hasPolicy({ iam }: Look, { region }: EnvironmentSpec, role: string): Promise<boolean> {
  const policies = await iam.listRolePolicies(role);
  if (policies === undefined) return false;
  if (policies.attached.length > 0) return true;
  const documents = await Promise.all(policies.inline.map((name) => iam.getRolePolicy(role, name)));
  return documents.some((policy) => policy !== undefined && reachesTables(policy, region));
}

function brokenRegistration(spec: EnvironmentSpec, registration: Registration | undefined): string[] {
  if (registration === undefined || registration.withFederation) return [];
  return [`${identifierOf(spec)} is registered with Lake Formation without federation.`];
}

interface Attempt<T> {
  readonly seen: boolean;
  readonly found?: T | undefined;
}

/** Looks at what these credentials may not be allowed to look at. */
async function attempt<T>(look: () => Promise<T | undefined>): Promise<Attempt<T>> {
  const answer = await unlessDenied(look().then((found): Attempt<T> => ({ seen: true, found })));
  return answer ?? { seen: false };
}
