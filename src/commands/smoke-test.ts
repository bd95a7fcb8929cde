import { randomUUID } from 'node:crypto';
import { knownOutputs, recordOf } from '../environment.js';
import { ActionError, asActionError } from '../errors.js';
import { writeReportFile } from '../github/files.js';
import { lookAt } from '../observe/look.js';
import { restCatalog } from '../iceberg/rest-catalog.js';
import type { Outcome, Outputs } from '../outcome.js';
import { scratchOwner } from '../ownership.js';
import type { EnvironmentSpec } from '../resources/spec.js';
import type { Bench } from '../smoke/bench.js';
import { runSmokeTest } from '../smoke/run.js';
import type { SmokeReport } from '../smoke-report.js';
import { ScratchFiles } from '../smoke/scratch-files.js';
import { scratchName } from '../smoke/scratch.js';
import { identify, type Job } from './prepare.js';

/** Proves by writing and reading Iceberg that the environment works. Writes to its own scratch table only. */
export async function smokeTest(job: Job): Promise<Outcome> {
  const spec = await identify(job);
  const guard = (): Promise<void> => refuseOthers(job, spec);
  const { report, failures } = await runSmokeTest(benchOf(job, spec), job.context, guard);
  const outputs = { ...knownOutputs(spec), command: 'smoke-test', ...(await smokeOutputs(report)) };
  return { command: 'smoke-test', dryRun: false, results: [], outputs, failures, smokeTest: report };
}

/** Adds the smoke test to the outcome of an apply that went well. Throws nothing: what was applied is told anyway. */
export async function addSmokeTest(job: Job, spec: EnvironmentSpec, applied: Outcome): Promise<Outcome> {
  const { report, failures } = await runSmokeTest(benchOf(job, spec), job.context);
  const tested = { ...applied, failures, smokeTest: report };
  try {
    return { ...tested, outputs: { ...applied.outputs, ...(await smokeOutputs(report)) } };
  } catch (thrown) {
    const failure = asActionError(thrown, 'write the report of the smoke test');
    const outputs = { ...applied.outputs, 'smoke-test-result': report.result };
    return { ...tested, outputs, failures: [...failures, failure] };
  }
}

function benchOf({ inputs, context, aws }: Job, spec: EnvironmentSpec): Bench {
  const via = inputs['smoke-test-via'];
  const { bucketArn, names, accountId } = spec;
  const { namespace, table, tableBucket } = names;
  const catalogId = `${accountId}:s3tablescatalog/${tableBucket}`;
  const warehouse = via === 'glue' ? catalogId : bucketArn;
  const catalog = restCatalog(aws.iceberg(via), { kind: via, warehouse });
  const owner = scratchOwner(inputs);
  return {
    via,
    space: { catalog, s3tables: aws.s3tables, bucketArn, namespace, owner, mark: randomUUID() },
    files: aws.warehouse,
    scratchFiles: new ScratchFiles(aws.warehouse),
    glue: aws.glue,
    table: { namespace, name: table },
    scratch: { namespace, name: scratchName(inputs.github.run, context.clock.now()) },
    catalogId,
    rowCount: inputs['smoke-test-rows'],
    keep: inputs['smoke-test-keep'],
    listed: [],
    made: 'no',
    written: { count: 0 }
  };
}

/** What later steps are told of the smoke test; the whole report is in a file. */
async function smokeOutputs(report: SmokeReport): Promise<Partial<Outputs>> {
  return { 'smoke-test-result': report.result, 'smoke-test-report': await writeReportFile(report) };
}

async function refuseOthers({ context, aws }: Job, spec: EnvironmentSpec): Promise<void> {
  const record = recordOf(spec, aws);
  const { state, applyRefusal } = await record.observe(lookAt(aws, context));
  if (applyRefusal) throw applyRefusal;
  if (state !== undefined) return;
  throw new ActionError('NO_ENVIRONMENT', { found: `There is no ${record.kind} ${record.name}.` });
}
