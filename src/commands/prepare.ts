import type { Aws, Identity } from '../aws/ports.js';
import type { Context } from '../context.js';
import { survey, type Finding } from '../engine/survey.js';
import { describeEnvironment, resourcesOf, type Intent } from '../environment.js';
import { ActionError } from '../errors.js';
import type { Inputs } from '../inputs.js';
import type { EnvironmentSpec } from '../resources/spec.js';

/** What every command is given. */
export interface Job {
  readonly inputs: Inputs;
  readonly context: Context;
  readonly aws: Aws;
}

/** An environment, and what was found of each of its resources. */
export interface Prepared {
  readonly spec: EnvironmentSpec;
  readonly findings: readonly Finding[];
}

/**
 * Finds out whose account this is and looks at everything that makes the environment. Writes nothing.
 * Throws `WRONG_ACCOUNT`, and whatever makes looking pointless.
 */
export async function prepare(job: Job, intent: Intent): Promise<Prepared> {
  const spec = await identify(job);
  return { spec, findings: await survey(job.context, resourcesOf(spec, job.inputs, job.aws, intent)) };
}

/** Finds out whose account this is, and names the environment in it. Throws `WRONG_ACCOUNT`. */
export async function identify({ inputs, context, aws }: Job): Promise<EnvironmentSpec> {
  const identity = await aws.sts.getIdentity(context);
  refuseOtherAccounts(identity, inputs['allowed-account-ids']);
  const spec = describeEnvironment(inputs, identity);
  const { env, application } = inputs;
  const caller = identity.callerArn === undefined ? '' : `, as ${identity.callerArn}`;
  context.reporter.info(
    `Environment ${env} of ${application}, in account ${spec.accountId}, region ${spec.region}${caller}`
  );
  return spec;
}

function refuseOtherAccounts({ accountId }: Identity, allowed: readonly string[]): void {
  if (allowed.length === 0 || allowed.includes(accountId)) return;
  throw new ActionError('WRONG_ACCOUNT', {
    found: `The credentials are for account ${accountId}; allowed-account-ids has ${allowed.join(', ')}.`
  });
}
