import { knownOutputs, recordOf } from '../environment.js';
import { ActionError } from '../errors.js';
import { writeReportFile } from '../github/files.js';
import { restCatalog } from '../iceberg/rest-catalog.js';
import type { Outcome, Outputs } from '../outcome.js';
import type { EnvironmentSpec } from '../resources/spec.js';
import { type SmokeOutcome, runSmokeTest } from '../smoke/run.js';
import { scratchName } from '../smoke/scratch.js';
import type { Bench } from '../smoke/steps.js';
import { identify, type Job } from './prepare.js';

/** Proves by writing and reading Iceberg that the environment works. Writes to its own scratch table only. */
export async function smokeTest(job: Job): Promise<Outcome> {
  const spec = await identify(job);
  await refuseOthers(job, spec);
  const outcome = await smokeTestOf(job, spec);
  const outputs = { ...knownOutputs(spec), command: 'smoke-test', ...(await smokeOutputs(outcome)) };
  const failures = outcome.failure === undefined ? [] : [outcome.failure];
  return { command: 'smoke-test', dryRun: false, results: [], outputs, failures, smokeTest: outcome.report };
}

/** Adds the smoke test to the outcome of an apply that went well. */
export async function addSmokeTest(job: Job, spec: EnvironmentSpec, applied: Outcome): Promise<Outcome> {
  const outcome = await smokeTestOf(job, spec);
  return {
    ...applied,
    outputs: { ...applied.outputs, ...(await smokeOutputs(outcome)) },
    failures: outcome.failure === undefined ? [] : [outcome.failure],
    smokeTest: outcome.report
  };
}

function smokeTestOf({ inputs, context, aws }: Job, spec: EnvironmentSpec): Promise<SmokeOutcome> {
  const via = inputs['smoke-test-via'];
  const { namespace, table } = spec.names;
  const catalogId = knownOutputs(spec)['catalog-id'] ?? '';
  const warehouse = via === 'glue' ? catalogId : spec.bucketArn;
  const catalog = restCatalog(aws.iceberg(via), { kind: via, warehouse });
  const owner = `${inputs.env}/${inputs.application}`;
  const bench: Bench = {
    space: { catalog, namespace, owner },
    files: aws.warehouse,
    glue: aws.glue,
    table: { namespace, name: table },
    scratch: { namespace, name: scratchName(inputs.github.run, context.clock.now()) },
    catalogId,
    rowCount: inputs['smoke-test-rows'],
    keep: inputs['smoke-test-keep'],
    written: []
  };
  return runSmokeTest(bench, via, context);
}

/** What later steps are told of the smoke test; the whole report is in a file. */
async function smokeOutputs({ report }: SmokeOutcome): Promise<Partial<Outputs>> {
  return { 'smoke-test-result': report.result, 'smoke-test-report': await writeReportFile(report) };
}

async function refuseOthers({ context, aws }: Job, spec: EnvironmentSpec): Promise<void> {
  const record = recordOf(spec, aws);
  const { state, applyRefusal } = await record.observe(context);
  if (applyRefusal) throw applyRefusal;
  if (state !== undefined) return;
  throw new ActionError('NO_ENVIRONMENT', { found: `There is no ${record.kind} ${record.name}.` });
}
