import { appendFile } from 'node:fs/promises';
import type { ActionError } from '../errors.js';
import type { Outcome } from '../outcome.js';
import { paintFor } from './colour.js';
import { unwritable } from './files.js';
import { MASKED, masksAccountId } from './masking.js';
import { postComment, type CommentOptions, type Patience } from './post-comment.js';
import { type GoneOptions, postGone } from './post-gone.js';
import { exportEnvironment, setOutputs, writeOutputsFile } from './outputs.js';
import { type GitHubReporter, githubReporter } from './reporter.js';
import { resultsText, resultTotals } from './results-text.js';
import { summaryOf } from './summary.js';

/** GitHub's runner kills what goes on 10 s after a cancellation, and the calls in flight may have taken 5 of them; ms. */
const HASTY_MS = 2_000;

/** What the user wants to be told, and where. */
export interface ReportOptions {
  /** Write a job summary. */
  readonly summary: boolean;
  /** Export the variables of the proof of concept's demo to later steps. */
  readonly exportEnv: boolean;
  /** Also write the outputs to this file, as JSON. */
  readonly outputsFile?: string | undefined;
  /** Absent: no comment. */
  readonly comment?: CommentOptions | undefined;
  /** Absent: comments of environments that were swept stay as they are. */
  readonly gone?: GoneOptions | undefined;
  readonly env: NodeJS.ProcessEnv;
  /** Aborted when the run is to stop: what is told over the network is then cut short. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Tells GitHub what a run did: log, outputs, variables, outputs file, job summary, and an annotation per
 * failure; with any failure the process ends with 1. Never throws: a file that cannot be written is a failure
 * of the run, a summary that cannot be written a warning. `reporter` is the one the run used, so that its
 * annotations count; without one a new one is made.
 */
export async function report(
  outcome: Outcome,
  options: ReportOptions,
  reporter: GitHubReporter = githubReporter(options.env)
): Promise<void> {
  log(outcome, options.env, reporter);
  const failures = [...outcome.failures, ...(await handOver(outcome, options, reporter))];
  // First what can be told at once: a run that was cancelled is killed soon.
  for (const failure of failures) reporter.error(failure.message, failure.code);
  reporter.finish();
  if (failures.length > 0) reporter.runner.fail();
  if (options.summary) await writeSummary({ ...outcome, failures }, options.env, reporter);
  if (outcome.outputs['account-id'] && (await masksAccountId(options.env))) reporter.warning(MASKED);
  const patience = patienceFor(failures, options.signal);
  if (options.comment) await postComment({ ...outcome, failures }, options.comment, reporter, patience);
  if (options.gone) await postGone(outcome, options.gone, reporter, patience);
  reporter.finish();
}

/** A run that was cancelled has a few seconds left; one that is cancelled now has as well. */
function patienceFor(failures: readonly ActionError[], signal: AbortSignal | undefined): Patience {
  if (failures.some(({ code }) => code === 'CANCELLED')) return { mostMs: HASTY_MS };
  return signal === undefined || signal.aborted ? {} : { signal };
}

/** What became of each resource was told when it happened; all of it once more only when something went wrong. */
function log(outcome: Outcome, env: NodeJS.ProcessEnv, reporter: GitHubReporter): void {
  if (outcome.results.length === 0) return;
  const paint = paintFor(env, process.stdout.isTTY);
  const whole = outcome.results.some(({ status }) => status !== 'done');
  reporter.info(whole ? resultsText(outcome, paint) : paint('bold', resultTotals(outcome)));
}

/** Everything that later steps read; what could not be handed over is returned. */
async function handOver(
  { outputs }: Outcome,
  { exportEnv, outputsFile }: ReportOptions,
  { runner }: GitHubReporter
): Promise<ActionError[]> {
  const steps: [string, () => void | Promise<void>][] = [
    ['set the outputs', () => setOutputs(outputs, runner)],
    ['export the variables', () => (exportEnv ? exportEnvironment(outputs, runner) : undefined)],
    ['write the outputs file', () => (outputsFile ? writeOutputsFile(outputsFile, outputs) : undefined)]
  ];
  const failures: ActionError[] = [];
  for (const [doing, step] of steps) {
    try {
      await step();
    } catch (thrown) {
      failures.push(unwritable(thrown, doing));
    }
  }
  return failures;
}

async function writeSummary(
  outcome: Outcome,
  env: NodeJS.ProcessEnv,
  reporter: GitHubReporter
): Promise<void> {
  const path = env['GITHUB_STEP_SUMMARY'];
  if (!path) return reporter.debug('No job summary: GITHUB_STEP_SUMMARY is not set.');
  try {
    await appendFile(path, summaryOf(outcome));
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    reporter.warning(`The job summary could not be written: ${why}`);
  }
}
