import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ActionError } from '../errors.js';
import type { Outputs } from '../outcome.js';
import { isLedOut } from '../workspace-file.js';
import type { Runner } from './runner.js';

/** Sets every output the run has. */
export function setOutputs(outputs: Partial<Outputs>, runner: Runner): void {
  for (const [name, value] of Object.entries(outputs)) {
    if (value !== undefined) runner.setOutput(name, value);
  }
}

/** Exports what the demo of the proof of concept reads, as far as the run knows it. */
export function exportEnvironment(outputs: Partial<Outputs>, runner: Runner): void {
  const variables = {
    ICEBERG_WAREHOUSE_PATH: outputs['s3tables-table-warehouse-location'],
    AWS_REGION: outputs.region,
    AWS_DEFAULT_REGION: outputs.region
  };
  for (const [name, value] of Object.entries(variables)) {
    if (value) runner.exportVariable(name, value);
  }
}

/**
 * Writes every output to a JSON file, and makes the folders it is in. Throws `INVALID_INPUT` when it cannot, and where a
 * symbolic link of the workspace, which may come with a pull request, leads out of it.
 */
export async function writeOutputsFile(
  path: string,
  outputs: Partial<Outputs>,
  workspace = process.env['GITHUB_WORKSPACE'] || process.cwd()
): Promise<void> {
  try {
    if (isLedOut(path, workspace)) throw new Error('A symbolic link leads out of the workspace');
    await makeFolder(dirname(path));
    await writeFile(path, `${JSON.stringify(outputs, undefined, 2)}\n`);
  } catch (cause) {
    throw new ActionError('INVALID_INPUT', {
      doing: `write the outputs to ${path}`,
      found: cause instanceof Error ? `${cause.message}.` : String(cause),
      todo: 'Set outputs-file to a path that the runner may write.',
      cause
    });
  }
}

/** Not Node's own `recursive`: under `/proc`, where no folder can be made, it tries for ever. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path);
  }
}
