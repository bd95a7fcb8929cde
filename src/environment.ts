import { bucketArnOf, databaseArnOf } from './arns.js';
import type { Identity } from './aws/ports.js';
import { ActionError } from './errors.js';
import type { Inputs } from './inputs.js';
import type { Writers } from './observe/readers.js';
import type { Outputs } from './outcome.js';
import { birthTags, lastingTags, sharedTags, type Owner } from './ownership.js';
import { placeMarks } from './place.js';
import { foreignPrincipals, foreignResources } from './policy-resources.js';
import type { Resource } from './engine/resource.js';
import { AnalyticsIntegration } from './resources/analytics-integration.js';
import { isCaller } from './resources/caller.js';
import { DataLakeSettings } from './resources/data-lake-settings.js';
import { GlueDatabase } from './resources/glue-database.js';
import { federatedCatalog } from './resources/grant-aims.js';
import { catalogScope, databaseScope } from './resources/grant-scopes.js';
import { LakeFormationGrant } from './resources/lake-formation-grant.js';
import { Namespace } from './resources/namespace.js';
import { OtherTables } from './resources/other-tables.js';
import type { EnvironmentSpec } from './resources/spec.js';
import { SharedTableBucket } from './resources/shared-table-bucket.js';
import { SharedTableBucketPolicy } from './resources/shared-table-bucket-policy.js';
import { TableBucket } from './resources/table-bucket.js';
import { TableBucketPolicy } from './resources/table-bucket-policy.js';
import { Table } from './resources/table.js';

/** What to do with an environment. */
export type Intent = 'apply' | 'destroy';

/**
 * An environment, fully named: everything that the inputs and the account decide. Pure. Throws `INVALID_INPUT` for
 * roles and users of another account, and for a policy that is for another table bucket.
 */
export function describeEnvironment(inputs: Inputs, identity: Identity, expiresAt?: string): EnvironmentSpec {
  refuseForeign(inputs, identity);
  const { partition, accountId } = identity;
  const { region, names, isolation, env, application, team, github } = inputs;
  const site = { partition, region, accountId };
  const owner: Owner = { env, application, team, ...github };
  return {
    names,
    isolation,
    owner,
    region,
    accountId,
    partition,
    bucketArn: bucketArnOf(site, names.tableBucket),
    databaseArn: databaseArnOf(site, names.glueDatabase),
    accountRoot: `arn:${partition}:iam::${accountId}:root`,
    lastingTags: lastingTags(owner, inputs.tags, expiresAt),
    expiresAt,
    birthTags: birthTags(owner),
    sharedTags: sharedTags(inputs.tags),
    placeMarks: placeMarks({ isolation, ...names }),
    adopt: inputs.adopt,
    forceDestroy: inputs['force-destroy'],
    role: inputs['identity-center-role-arn'],
    databasePermissions: inputs['database-permissions'],
    tablePermissions: inputs['table-permissions'],
    admins: inputs['lakeformation-admin-arns'],
    pruneDeadAdmins: inputs['prune-dead-admins'],
    callerArn: identity.callerArn,
    becomesAdmin: inputs['lakeformation-admin-arns'].some((arn) => isCaller(arn, identity.callerArn)),
    columns: inputs['table-schema'],
    policy: inputs.policy,
    integration: inputs['analytics-integration'],
    access: inputs['analytics-access']
  };
}

/** The resources that make the environment, for what is to be done with it. */
export function resourcesOf(spec: EnvironmentSpec, inputs: Inputs, aws: Writers, intent: Intent): Resource[] {
  const managed = inputs['lake-formation'] === 'manage';
  const settings = managed && intent === 'apply';
  const afterSettings = settings && spec.becomesAdmin;
  const guarded = intent === 'destroy';
  const integration = inputs['analytics-integration'] !== 'ignore' && intent === 'apply';
  const grants = { afterSettings, guarded };
  const grantScopes = [
    ...(managed ? [databaseScope(spec, grants)] : []),
    ...(managed && (integration || guarded) ? [catalogScope(spec, grants)] : [])
  ];
  return [
    ...(integration ? [new AnalyticsIntegration(spec, aws, afterSettings)] : []),
    ...(settings ? [new DataLakeSettings(spec, aws.lakeFormation)] : []),
    ...bucketsOf(spec, aws, intent),
    new Namespace(spec, aws.s3tables),
    new Table(spec, aws, guarded),
    ...(guarded ? [new OtherTables(spec, aws.s3tables)] : []),
    new GlueDatabase(spec, aws.glue, { afterSettings, guarded, managed }),
    ...grantScopes.map((scope) => new LakeFormationGrant(spec, aws, scope))
  ];
}

/** The table bucket and its policy. One that environments share is none of `destroy`'s business. */
function bucketsOf(spec: EnvironmentSpec, { s3tables }: Writers, intent: Intent): Resource[] {
  if (spec.isolation === 'bucket') {
    return [new TableBucket(spec, s3tables, intent === 'destroy'), new TableBucketPolicy(spec, s3tables)];
  }
  if (intent === 'destroy') return [];
  const policy = spec.policy === 'none' ? [] : [new SharedTableBucketPolicy(spec, s3tables)];
  return [new SharedTableBucket(spec, s3tables), ...policy];
}

/** The resource that is the environment's record: whoever owns it owns the environment. */
export function recordOf(spec: EnvironmentSpec, aws: Writers): Resource {
  return spec.isolation === 'bucket'
    ? new TableBucket(spec, aws.s3tables)
    : new GlueDatabase(spec, aws.glue, { afterSettings: false, guarded: false, managed: false });
}

/** What is known of the environment before anything is looked at. */
export function knownOutputs(spec: EnvironmentSpec): Partial<Outputs> {
  const { names, region, accountId } = spec;
  return {
    'account-id': accountId,
    region,
    'table-bucket-name': names.tableBucket,
    namespace: names.namespace,
    'table-name': names.table,
    's3tables-bucket-arn': spec.bucketArn,
    'glue-database-name': names.glueDatabase,
    'catalog-id': federatedCatalog(spec)
  };
}

function refuseForeign(inputs: Inputs, identity: Identity): void {
  refuseForeignArns(inputs, identity);
  // What is removed has its own policy, whatever this one says.
  if (inputs.command !== 'destroy' && inputs.command !== 'sweep') refuseForeignPolicy(inputs, identity);
}

/** Lake Formation's administrators, and the role that uses the data, are of the account that the run works in. */
function refuseForeignArns(inputs: Inputs, { accountId, partition }: Identity): void {
  const named = (['identity-center-role-arn', 'lakeformation-admin-arns'] as const).flatMap((input) =>
    [inputs[input] ?? []].flat().map((arn) => ({ input, arn, parts: arn.split(':') }))
  );
  const foreign = named.filter(({ parts }) => parts[1] !== partition || parts[4] !== accountId);
  if (foreign.length === 0) return;
  const list = foreign.map(({ input, arn, parts }) => {
    const where = parts[4] === accountId ? `begins arn:${parts[1]}` : `is of account ${parts[4]}`;
    return `- ${input}: ${arn} ${where}`;
  });
  const site = foreign.some(({ parts }) => parts[1] !== partition)
    ? `, whose ARNs begin arn:${partition}`
    : '';
  throw new ActionError('INVALID_INPUT', {
    found: `The credentials are for account ${accountId}${site}, and these are of another:\n${list.join('\n')}\n`
  });
}

/** The names in a policy were checked with the inputs; account and partition are known now. */
function refuseForeignPolicy(
  { policy, region, names: { tableBucket } }: Inputs,
  { accountId, partition }: Identity
): void {
  if (typeof policy === 'string') return;
  const strangers = foreignPrincipals(policy, partition);
  if (strangers.length > 0) {
    const list = strangers.map((who) => `- table-bucket-policy: ${who}`).join('\n');
    throw new ActionError('INVALID_INPUT', {
      found: `The ARNs of account ${accountId} begin arn:${partition}, and the policy names principals that do not:\n${list}\n`
    });
  }
  const foreign = foreignResources(policy, { partition, region, accountId, tableBucket });
  if (foreign.length === 0) return;
  const bucket = bucketArnOf({ partition, region, accountId }, tableBucket);
  const list = foreign.map((resource) => `- table-bucket-policy: ${resource}`).join('\n');
  throw new ActionError('INVALID_INPUT', {
    found: `The policy of the table bucket ${bucket} names what is neither that bucket nor in it:\n${list}\n`
  });
}
