import type { Aws, Identity, Verdict } from '../aws/ports.js';
import type { Context } from '../context.js';
import { survey, type Finding } from '../engine/survey.js';
import { describeEnvironment, resourcesOf, type Intent } from '../environment.js';
import { ActionError, asActionError } from '../errors.js';
import { lookAt, type Look } from '../observe/look.js';
import { expiryMark } from '../expiry.js';
import type { Inputs } from '../inputs.js';
import { resolveRole } from '../principal/role.js';
import type { PullRequests } from '../pull-requests.js';
import type { EnvironmentSpec } from '../resources/spec.js';

/** What every command is given. */
export interface Job {
  readonly inputs: Inputs;
  readonly context: Context;
  readonly aws: Aws;
  readonly pullRequests: PullRequests;
  /** `auto` sees to this pull request: what does not carry its mark is neither changed nor removed. */
  readonly onlyOf?: number | undefined;
  /** What was looked at already; absent: nothing. */
  readonly look?: Look | undefined;
}

/** An environment, and what was found of each of its resources. */
export interface Prepared {
  readonly spec: EnvironmentSpec;
  /** By which everything was looked at. */
  readonly look: Look;
  readonly findings: readonly Finding[];
  /** What IAM says of the permissions that the plan needs; `undefined`: it was not asked, or did not answer. */
  readonly verdicts?: readonly Verdict[] | undefined;
}

/**
 * Finds out whose account this is and looks at everything that makes the environment. Writes nothing.
 * Throws `WRONG_ACCOUNT`, and whatever makes looking pointless.
 */
export async function prepare(job: Job, intent: Intent): Promise<Prepared> {
  const { inputs, aws, context } = job;
  const { look = lookAt(aws, context, intent === 'destroy' ? 'all' : 'unknown') } = job;
  const identity = await whoAmI(job);
  const role = await (intent === 'apply' ? roleFor(job, identity) : roleIfKnown(job, identity));
  const spec = describe(job, identity, role);
  const resources = resourcesOf(spec, inputs, aws, intent);
  return { spec, look, findings: await survey(look, resources) };
}

/** Names the environment in the account of the credentials, as it is. Throws `WRONG_ACCOUNT`. */
export async function identify(job: Job): Promise<EnvironmentSpec> {
  return describe(job, await whoAmI(job), undefined);
}

/** Whose account the credentials are for. Throws `WRONG_ACCOUNT`. */
export async function whoAmI({ inputs, context, aws }: Job): Promise<Identity> {
  const identity = await aws.sts.getIdentity(context);
  refuseOtherAccounts(identity, inputs['allowed-account-ids']);
  return identity;
}

function roleFor({ inputs, context, aws }: Job, identity: Identity): Promise<string | undefined> {
  const { 'identity-center-role-arn': arn, 'identity-center-permission-set': permissionSet } = inputs;
  return resolveRole(aws.iam, { arn, permissionSet }, identity, context);
}

/** What was granted is on record, so an environment can be destroyed after its role is gone. */
async function roleIfKnown(job: Job, identity: Identity): Promise<string | undefined> {
  try {
    return await roleFor(job, identity);
  } catch (thrown) {
    const error = asActionError(thrown);
    if (error.code !== 'PRINCIPAL_UNKNOWN' && error.code !== 'PERMISSION_DENIED') throw error;
    job.context.reporter.info(
      `${error.message} What was granted to it is on record, and is revoked by that.`
    );
    return undefined;
  }
}

function describe(
  { inputs, context, onlyOf }: Job,
  identity: Identity,
  role: string | undefined
): EnvironmentSpec {
  const named = { ...inputs, 'identity-center-role-arn': role };
  const spec = { ...describeEnvironment(named, identity, expiryOf(inputs, context)), onlyOf };
  const { env, application } = inputs;
  const caller = identity.callerArn === undefined ? '' : `, as ${identity.callerArn}`;
  context.reporter.info(
    `Environment ${env} of ${application}, in account ${spec.accountId}, region ${spec.region}${caller}`
  );
  return spec;
}

/** Each apply begins the time anew. A plan would only ever find that time has passed. */
function expiryOf({ command, ttl, 'dry-run': dry }: Inputs, { clock }: Context): string | undefined {
  if (command !== 'apply' || dry || ttl === undefined) return undefined;
  return expiryMark(clock.now() + ttl);
}

function refuseOtherAccounts({ accountId }: Identity, allowed: readonly string[]): void {
  if (allowed.length === 0 || allowed.includes(accountId)) return;
  throw new ActionError('WRONG_ACCOUNT', {
    found: `The credentials are for account ${accountId}; allowed-account-ids has ${allowed.join(', ')}.`
  });
}
