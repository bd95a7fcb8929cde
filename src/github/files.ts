import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ActionError } from '../errors.js';
import type { Plan, PolicySheet, SweptEnvironment } from '../outcome.js';
import type { SmokeReport } from '../smoke-report.js';

/** Writes the plan as JSON; gives the path of the file. */
export function writePlanFile(plan: Plan): Promise<string> {
  return writeJson('plan.json', plan);
}

/** Writes the report of the smoke test as JSON; gives the path of the file. */
export function writeReportFile(report: SmokeReport): Promise<string> {
  return writeJson('smoke-test.json', report);
}

/** Writes what a sweep did, environment by environment, as JSON; gives the path of the file. */
export function writeSweepFile(swept: readonly SweptEnvironment[]): Promise<string> {
  return writeJson(
    'sweep.json',
    swept.map((each) => ({ ...each, outcome: undefined }))
  );
}

/** Writes IAM policies as one JSON file, by name; gives its path. */
export function writePoliciesFile(policies: readonly PolicySheet[]): Promise<string> {
  const byName = policies.map(({ name, document }) => [name, document] as const);
  return writeJson('iam-policies.json', Object.fromEntries(byName));
}

/** The failure to write what the runner has a place for. What has a code of its own keeps it. */
export function unwritable(thrown: unknown, doing: string): ActionError {
  if (thrown instanceof ActionError) return thrown;
  const found = thrown instanceof Error ? `${thrown.message}.` : String(thrown);
  return new ActionError('RUNNER_FILES', { doing, found, cause: thrown });
}

/** Into a folder of its own in the runner's temporary folder, so that no later step overwrites it. */
async function writeJson(name: string, content: unknown): Promise<string> {
  try {
    const folder = await mkdtemp(join(process.env.RUNNER_TEMP || tmpdir(), 'iceberg-environment-'));
    const path = join(folder, name);
    await writeFile(path, `${JSON.stringify(content, undefined, 2)}\n`);
    return path;
  } catch (thrown) {
    throw unwritable(thrown, `write the file ${name}`);
  }
}
