import type { DataLakeSettings, Grant, TargetedGrant } from '../aws/ports.js';
import { ActionError } from '../errors.js';
import type { Look } from '../observe/look.js';
import { callerRole, isCaller } from './caller.js';
import { missingOf } from './grants.js';
import { unlessDenied } from './principals.js';
import type { EnvironmentSpec } from './spec.js';

/**
 * Why the run may not make these grants: Lake Formation decides in this account, the caller is no administrator and
 * becomes none, and may not pass on what is to be granted on the database. `undefined` where that is not certain:
 * then AWS decides.
 */
export async function whyNotGrant(
  look: Look,
  spec: EnvironmentSpec,
  grants: readonly TargetedGrant[]
): Promise<ActionError | undefined> {
  const grant = grants.find(({ on }) => on.kind === 'database');
  if (grant === undefined) return undefined;
  const settings = await rulingOver(look, spec);
  const caller = settings && (await principalOf(look, spec));
  if (caller === undefined || settings === undefined) return undefined;
  const held = await unlessDenied(look.lakeFormation.effectiveGrant(caller, grant.on));
  if (held === undefined) return undefined;
  const needed = { principal: caller, permissions: [], grantable: grant.permissions };
  const { grantable } = missingOf(needed, held);
  if (grantable.length === 0) return undefined;
  const what = `${grantable.join(', ')} on the database ${spec.names.glueDatabase}`;
  return denied(settings, caller, `may not pass on ${what}`, `${what}, with grant option`);
}

/** Why the run may not make the Glue database; `undefined` where that is not certain. */
export async function whyNotCreateDatabase(
  look: Look,
  spec: EnvironmentSpec
): Promise<ActionError | undefined> {
  const settings = await rulingOver(look, spec);
  if (settings === undefined) return undefined;
  const catalog = { kind: 'catalog' } as const;
  const [caller, all] = await Promise.all([
    principalOf(look, spec),
    unlessDenied(look.lakeFormation.listGrants(catalog))
  ]);
  if (caller === undefined || all === undefined) return undefined;
  const own = await unlessDenied(look.lakeFormation.effectiveGrant(caller, catalog));
  if (own === undefined) return undefined;
  if ([own, ...all.filter(isForEverybody)].some(letsCreate)) return undefined;
  const what = 'CREATE_DATABASE on the Data Catalog';
  return denied(settings, caller, `lacks ${what}`, what);
}

/** Lake Formation does not let the caller see it, which it also says of what is not there. */
export function isHidden(error: unknown): boolean {
  return error instanceof ActionError && error.code === 'LAKE_FORMATION_DENIED';
}

/** Tells who could give what Lake Formation denies, after `more` on what that is; other errors stay as they are. */
export async function namingAdmins(error: unknown, look: Look, more = ''): Promise<unknown> {
  if (!(error instanceof ActionError) || !isHidden(error)) return error;
  const settings = await unlessDenied(look.lakeFormation.getSettings());
  if (settings === undefined) return error;
  const { code, doing, answer, cause, means } = error;
  return new ActionError(code, {
    doing,
    answer,
    cause,
    found: means,
    todo: `${error.todo}${more} ${askedOf(settings)}`
  });
}

/** The settings, where they leave everything to Lake Formation and give the caller no power over it. */
async function rulingOver(
  { lakeFormation }: Look,
  { callerArn, becomesAdmin }: EnvironmentSpec
): Promise<DataLakeSettings | undefined> {
  if (callerArn === undefined || becomesAdmin) return undefined;
  const settings = await unlessDenied(lakeFormation.getSettings());
  if (settings === undefined || !isStrict(settings)) return undefined;
  return adminsOf(settings).some((admin) => isCaller(admin, callerArn)) ? undefined : settings;
}

/** What is new is Lake Formation's, not IAM's. */
function isStrict(settings: DataLakeSettings): boolean {
  const lists = [settings.CreateDatabaseDefaultPermissions, settings.CreateTableDefaultPermissions];
  return lists.every((list) => Array.isArray(list) && list.length === 0);
}

/** The caller as Lake Formation names it: a role with its path. */
async function principalOf({ iam }: Look, { callerArn }: EnvironmentSpec): Promise<string | undefined> {
  const role = callerRole(callerArn);
  if (role !== undefined) return (await unlessDenied(iam.getRole(role)))?.arn;
  return callerArn !== undefined && /:user\//.test(callerArn) ? callerArn : undefined;
}

function isForEverybody({ principal }: Grant): boolean {
  return !principal.startsWith('arn:');
}

function letsCreate({ permissions }: Grant): boolean {
  return permissions.includes('CREATE_DATABASE') || permissions.includes('ALL');
}

function denied(settings: DataLakeSettings, caller: string, found: string, todo: string): ActionError {
  return new ActionError('LAKE_FORMATION_DENIED', {
    found: `This run is ${caller}, which is no Lake Formation administrator and ${found}.`,
    todo: `Grant it ${todo}, or make it an administrator by lakeformation-admin-arns. ${askedOf(settings)}`
  });
}

function askedOf(settings: DataLakeSettings): string {
  const admins = adminsOf(settings);
  return admins.length === 0
    ? 'There is no administrator yet: whoever may call lakeformation:PutDataLakeSettings can make one.'
    : `Who can do it are the administrators: ${admins.join(', ')}.`;
}

/** The ARNs of the administrators. */
export function adminsOf(settings: DataLakeSettings): string[] {
  return (settings.DataLakeAdmins ?? []).flatMap(({ DataLakePrincipalIdentifier: arn }) => arn ?? []);
}
