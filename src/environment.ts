import type { Aws, Identity } from './aws/ports.js';
import type { Inputs } from './inputs.js';
import type { Outputs } from './outcome.js';
import { birthTags, lastingTags, type Owner } from './ownership.js';
import type { Resource } from './resource.js';
import { AnalyticsIntegration } from './resources/analytics-integration.js';
import { DataLakeSettings } from './resources/data-lake-settings.js';
import { DatabaseGrant } from './resources/database-grant.js';
import { GlueDatabase } from './resources/glue-database.js';
import { Namespace } from './resources/namespace.js';
import { OtherTables } from './resources/other-tables.js';
import type { EnvironmentSpec } from './resources/spec.js';
import { TableBucket } from './resources/table-bucket.js';
import { TableBucketPolicy } from './resources/table-bucket-policy.js';
import { Table } from './resources/table.js';

/** What to do with an environment. */
export type Intent = 'apply' | 'destroy';

/** An environment, fully named: everything that the inputs and the account decide. Pure. */
export function describeEnvironment(inputs: Inputs, identity: Identity): EnvironmentSpec {
  const { partition, accountId } = identity;
  const { region, names } = inputs;
  const owner: Owner = {
    env: inputs.env,
    application: inputs.application,
    team: inputs.team,
    ...inputs.github
  };
  return {
    names,
    owner,
    region,
    accountId,
    partition,
    bucketArn: `arn:${partition}:s3tables:${region}:${accountId}:bucket/${names.tableBucket}`,
    databaseArn: `arn:${partition}:glue:${region}:${accountId}:database/${names.glueDatabase}`,
    accountRoot: `arn:${partition}:iam::${accountId}:root`,
    lastingTags: lastingTags(owner, inputs.tags),
    birthTags: birthTags(owner),
    adopt: inputs.adopt,
    forceDestroy: inputs['force-destroy'],
    role: inputs['identity-center-role-arn'],
    databasePermissions: inputs['database-permissions'],
    admins: inputs['lakeformation-admin-arns'],
    becomesAdmin: callerIsAmong(inputs['lakeformation-admin-arns'], identity.callerArn),
    columns: inputs['table-schema'],
    policy: inputs.policy,
    integration: inputs['analytics-integration']
  };
}

/** The resources that make the environment, for what is to be done with it. */
export function resourcesOf(spec: EnvironmentSpec, inputs: Inputs, aws: Aws, intent: Intent): Resource[] {
  const managed = inputs['lake-formation'] === 'manage';
  const settings = managed && intent === 'apply';
  const afterSettings = settings && spec.becomesAdmin;
  const guarded = intent === 'destroy';
  const integration = inputs['analytics-integration'] !== 'ignore' && intent === 'apply';
  return [
    ...(integration ? [new AnalyticsIntegration(spec, aws.glue)] : []),
    ...(settings ? [new DataLakeSettings(spec, aws.lakeFormation)] : []),
    new TableBucket(spec, aws.s3tables),
    new TableBucketPolicy(spec, aws.s3tables),
    new Namespace(spec, aws.s3tables),
    new Table(spec, aws, guarded),
    ...(guarded ? [new OtherTables(spec, aws)] : []),
    new GlueDatabase(spec, aws.glue, { afterSettings, guarded }),
    ...(managed ? [new DatabaseGrant(spec, aws, { afterSettings, guarded })] : [])
  ];
}

/** The resource that is the environment's record: whoever owns it owns the environment. */
export function recordOf(spec: EnvironmentSpec, aws: Aws): Resource {
  return new TableBucket(spec, aws.s3tables);
}

/** What is known of the environment before anything is looked at. */
export function knownOutputs(spec: EnvironmentSpec): Partial<Outputs> {
  const { names, region, accountId, partition } = spec;
  const domain = partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com';
  return {
    'account-id': accountId,
    region,
    'table-bucket-name': names.tableBucket,
    namespace: names.namespace,
    'table-name': names.table,
    's3tables-bucket-arn': spec.bucketArn,
    'glue-database-name': names.glueDatabase,
    'catalog-id': `${accountId}:s3tablescatalog/${names.tableBucket}`,
    'iceberg-rest-uri': `https://s3tables.${region}.${domain}/iceberg`
  };
}

/** True: the caller's role is among those that are to become administrators. STS shows roles without their path. */
function callerIsAmong(admins: readonly string[], callerArn: string | undefined): boolean {
  const role = callerArn?.match(/:assumed-role\/([^/]+)\//)?.[1];
  return admins.some((arn) => arn === callerArn || (role !== undefined && arn.split('/').at(-1) === role));
}
