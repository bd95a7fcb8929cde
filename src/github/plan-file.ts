import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plan } from '../outcome.js';

/** Writes the plan as JSON into a folder of its own, in the runner's temporary folder; gives its path. */
export async function writePlanFile(plan: Plan): Promise<string> {
  const folder = await mkdtemp(join(process.env.RUNNER_TEMP || tmpdir(), 'iceberg-environment-'));
  const path = join(folder, 'plan.json');
  await writeFile(path, `${JSON.stringify(plan, undefined, 2)}\n`);
  return path;
}
