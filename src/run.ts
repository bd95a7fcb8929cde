import { makeAws } from './aws/index.js';
import { RUN } from './commands/index.js';
import { systemClock } from './context.js';
import { asActionError } from './errors.js';
import { report } from './github/report.js';
import { githubReporter, type GitHubReporter } from './github/reporter.js';
import { readInputs, type Inputs } from './inputs.js';
import { beginLifetime } from './lifetime.js';
import type { Outcome } from './outcome.js';

/** Runs the action: inputs, command, outcome, report. Never throws; a failure is told, and ends the process with 1. */
export async function run(env: NodeJS.ProcessEnv): Promise<void> {
  const reporter = githubReporter(env);
  try {
    const inputs = readInputs(env);
    const outcome = await perform(inputs, env, reporter);
    const options = {
      summary: inputs.summary,
      exportEnv: inputs['export-env'],
      outputsFile: inputs['outputs-file']
    };
    await report(outcome, { ...options, env }, reporter);
  } catch (thrown) {
    const failures = [asActionError(thrown)];
    const outcome = { command: 'apply', dryRun: false, results: [], outputs: {}, failures } as const;
    await report(outcome, { summary: true, exportEnv: false, env }, reporter);
  }
}

async function perform(inputs: Inputs, env: NodeJS.ProcessEnv, reporter: GitHubReporter): Promise<Outcome> {
  const { command, region, 'timeout-minutes': minutes } = inputs;
  const lifetime = beginLifetime({
    timeoutMs: minutes * 60_000,
    reporter,
    clock: systemClock,
    signals: process
  });
  try {
    return await RUN[command]({ inputs, context: lifetime.context, aws: makeAws({ region, env }) });
  } catch (thrown) {
    return { command, dryRun: false, results: [], outputs: { command }, failures: [asActionError(thrown)] };
  } finally {
    lifetime.close();
  }
}
