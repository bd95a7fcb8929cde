import { runAction, type StepResult } from '../demo/github-runner.js';
import type { CallRecord } from '../sandbox/control/calls.js';
import { startSandbox, type Sandbox } from '../sandbox/server.js';
import { BASE, type Inputs, type Scenario } from './scenarios.js';

/** What one run came to. */
export interface Figures {
  /** How many calls of AWS it made. */
  readonly calls: number;
  /** From the beginning of the first call to the end of the last, ms. */
  readonly spanMs: number;
  /** Of the whole process, ms. */
  readonly wallMs: number;
  readonly records: readonly CallRecord[];
}

/**
 * Runs a scenario in an empty account of a sandbox that takes `latency` ms for each call. Throws an `Error` with the
 * log of a run that failed.
 */
export async function measure(scenario: Scenario, latency: number): Promise<Figures> {
  const sandbox = await startSandbox({ latency });
  try {
    for (const inputs of scenario.before) await run(sandbox, inputs);
    await scenario.arrange?.(sandbox);
    const before = sandbox.calls().length;
    const start = performance.now();
    await run(sandbox, scenario.measured);
    const wallMs = performance.now() - start;
    const records = sandbox.calls().slice(before);
    const spanMs =
      Math.max(...records.map(({ end }) => end)) - Math.min(...records.map((each) => each.start));
    return { calls: records.length, spanMs, wallMs, records };
  } finally {
    await sandbox.close();
  }
}

async function run({ url }: Sandbox, inputs: Inputs): Promise<StepResult> {
  const env = {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: 'sandbox',
    AWS_SECRET_ACCESS_KEY: 'sandbox',
    GITHUB_REPOSITORY: 'ngwpc/lake',
    GITHUB_RUN_ID: '1'
  };
  const result = await runAction({ with: { ...BASE, ...inputs }, env });
  if (result.exitCode !== 0) throw new Error(`${JSON.stringify(inputs)} failed:\n${result.log}`);
  return result;
}
