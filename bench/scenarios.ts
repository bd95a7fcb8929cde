import { Glue } from '@aws-sdk/client-glue';
import type { Sandbox } from '../sandbox/server.js';
import { TAG } from '../src/ownership.js';

/** What is measured: one run of the action, after what has to be there before it. */
export interface Scenario {
  readonly title: string;
  /** Runs that make what is there before; they are not measured. */
  readonly before: readonly Inputs[];
  /** Makes of it what no run can: an expiry that is over. */
  readonly arrange?: (sandbox: Sandbox) => Promise<void>;
  readonly measured: Inputs;
}

/** The `with:` of a step. */
export type Inputs = Readonly<Record<string, string>>;

const REGION = 'us-east-1';
const ROLES = 'arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com';

/** The values of the demo. */
export const BASE: Inputs = {
  env: 'dev',
  application: 'myapp',
  team: 'NGWPC',
  region: REGION,
  'identity-center-role-arn': `${ROLES}/AWSReservedSSO_DataRole`,
  'lakeformation-admin-arns': `${ROLES}/AWSReservedSSO_DataRole\n${ROLES}/AWSReservedSSO_Admin`,
  'analytics-integration': 'enable'
};

const APPLY: Inputs = { command: 'apply' };
const SHARED: Inputs = { ...APPLY, isolation: 'namespace', 'table-bucket-name': 'lake-shared', ttl: '1h' };
const NOBODY: Inputs = { env: '', application: '', team: '' };
const roleless: Inputs = { 'identity-center-role-arn': '', 'lakeformation-admin-arns': '' };

/** What is measured, in the order in which it is printed. */
export const SCENARIOS: readonly Scenario[] = [
  { title: 'fresh apply', before: [], measured: APPLY },
  { title: 'nothing to do, plan', before: [APPLY], measured: { command: 'plan' } },
  { title: 'nothing to do, apply', before: [APPLY], measured: APPLY },
  { title: 'renewal of a ttl', before: [{ ...APPLY, ttl: '72h' }], measured: { ...APPLY, ttl: '96h' } },
  { title: 'destroy', before: [APPLY], measured: { command: 'destroy' } },
  { title: 'smoke test', before: [APPLY], measured: { command: 'smoke-test' } },
  {
    title: 'sweep of 3 in a shared bucket',
    before: ['a', 'b', 'c'].map((env) => ({ ...SHARED, env })),
    arrange: expireAll,
    measured: { ...NOBODY, ...roleless, command: 'sweep', comment: 'never' }
  }
];

/** Lets every environment expire whose record is its Glue database. */
async function expireAll({ url, account }: Sandbox): Promise<void> {
  const credentials = { accessKeyId: 'sandbox', secretAccessKey: 'sandbox' };
  const glue = new Glue({ endpoint: url, region: REGION, credentials });
  const over = { [TAG.expiresAt]: '2026-01-01T00:00:00Z' };
  for (const Name of account.region(REGION).glue.databases.keys()) {
    const { Database } = await glue.getDatabase({ Name });
    const Parameters = { ...Database?.Parameters, ...over };
    await glue.updateDatabase({ Name, DatabaseInput: { Name, Parameters } });
    const ResourceArn = `arn:aws:glue:${REGION}:123456789012:database/${Name}`;
    await glue.tagResource({ ResourceArn, TagsToAdd: over });
  }
  glue.destroy();
}
