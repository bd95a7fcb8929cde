import type { Endpoint, Endpoints } from '../../src/endpoints.js';
import { ActionError } from '../../src/errors.js';
import type { Action, Counts, Outcome, Outputs, Plan, Result, Step } from '../../src/outcome.js';
import type { Kind, Runner } from '../../src/github/runner.js';

export const OUTPUTS: Outputs = {
  's3tables-bucket-arn': 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev-myapp',
  's3tables-table-warehouse-location': 's3://63a8e430-6e0b-46f5-k833abtwr6s8tmtsycedn8s4yc3xhuse1b--table-s3',
  'glue-database-name': 'dev_myapp_db',
  'lakeformation-admins': '["arn:aws:iam::123456789012:root"]',
  'account-id': '123456789012',
  region: 'us-east-1',
  'table-bucket-name': 'dev-myapp',
  namespace: 'myapp',
  'table-name': 'myapp',
  'table-arn': 'arn:aws:s3tables:us-east-1:123456789012:bucket/dev-myapp/table/0a1b2c3d',
  'metadata-location': 's3://63a8e430--table-s3/metadata/00000-1.metadata.json',
  'catalog-id': '123456789012:s3tablescatalog/dev-myapp',
  'iceberg-rest-uri': 'https://s3tables.us-east-1.amazonaws.com/iceberg',
  command: 'apply',
  changed: 'true',
  'changes-count': '2',
  'plan-file': '/tmp/plan.json',
  destroyed: 'false',
  'smoke-test-result': 'skipped',
  'smoke-test-report': '/tmp/smoke-test.json',
  'iam-policy-file': '/tmp/iam-policies.json',
  'sweep-report': '/tmp/sweep.json'
};

const usual = (service: string): Endpoint => ({
  url: `https://${service}.us-east-1.amazonaws.com`,
  kind: 'usual'
});

/** Where the outputs' table is reached. */
export const USUAL: Endpoints = { s3tables: usual('s3tables'), s3: usual('s3') };

/** A step of a plan; what is not given is the quiet default. */
export function step(action: Action, more: Partial<Step> = {}): Step {
  const id = more.id ?? `${action}-${more.name ?? 'thing'}`;
  return { id, kind: 'Table bucket', name: 'dev-myapp', action, changes: [], needs: [], notes: [], ...more };
}

export function plan(steps: readonly Step[], command: Plan['command'] = 'apply'): Plan {
  const counts: { -readonly [of in keyof Counts]: Counts[of] } = {
    ...{ create: 0, update: 0, keep: 0, remove: 0, blocked: 0 }
  };
  for (const { action } of steps) counts[action] = (counts[action] ?? 0) + 1;
  const environment = { env: 'dev', application: 'myapp', accountId: '123456789012', region: 'us-east-1' };
  return { version: 1, command, environment, counts, steps };
}

export function done(of: Step, ms = 1234): Result {
  return { id: of.id, status: 'done', ms };
}

export function outcome(more: Partial<Outcome> = {}): Outcome {
  return {
    command: 'apply',
    dryRun: false,
    results: [],
    outputs: {},
    endpoints: USUAL,
    failures: [],
    ...more
  };
}

/** An error as AWS's refusal of a call makes one. */
export function denied(name = 'dev-myapp'): ActionError {
  return new ActionError('PERMISSION_DENIED', {
    doing: `create the table bucket ${name}`,
    todo: 'Allow s3tables:CreateTableBucket on the bucket.',
    answer: {
      operation: 's3tables:CreateTableBucket',
      name: 'AccessDeniedException',
      message: 'User is not authorized',
      status: 403,
      requestId: 'req-1'
    }
  });
}

/** A runner that writes down what it is asked for. */
export interface Recording extends Runner {
  readonly lines: string[];
  readonly annotations: { kind: Kind; message: string; title: string | undefined }[];
  readonly outputs: Record<string, string>;
  readonly variables: Record<string, string>;
  failed: boolean;
}

export function recordingRunner(): Recording {
  const recording: Recording = {
    lines: [],
    annotations: [],
    outputs: {},
    variables: {},
    failed: false,
    line: (text) => void recording.lines.push(text),
    debug: (text) => void recording.lines.push(`debug: ${text}`),
    annotate: (kind, message, title) => void recording.annotations.push({ kind, message, title }),
    startGroup: (title) => void recording.lines.push(`<${title}>`),
    endGroup: () => void recording.lines.push('</>'),
    setOutput: (name, value) => void (recording.outputs[name] = value),
    exportVariable: (name, value) => void (recording.variables[name] = value),
    mask: () => undefined,
    fail: () => void (recording.failed = true)
  };
  return recording;
}
