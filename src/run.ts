import { makeAws, type RoleToAssume, sessionNameFor } from './aws/index.js';
import { forFork } from './commands/fork.js';
import { RUN } from './commands/index.js';
import { type Context, systemClock } from './context.js';
import { asActionError } from './errors.js';
import type { GitHubAccess } from './github/api.js';
import type { CommentOptions } from './github/post-comment.js';
import type { GoneOptions } from './github/post-gone.js';
import { pullRequestsOf } from './github/pull-requests.js';
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
    if (inputs['github-token'] !== '') reporter.runner.mask(inputs['github-token']);
    const outcome = await perform(inputs, env, reporter);
    if (outcome.skipped !== undefined) reporter.notice(outcome.skipped);
    const options = {
      summary: inputs.summary,
      exportEnv: inputs['export-env'],
      outputsFile: inputs['outputs-file']
    };
    await report(outcome, { ...options, comment: commentFor(inputs), gone: goneFor(inputs), env }, reporter);
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
    const { context } = lifetime;
    const aws = makeAws({ region, env, role: roleToAssume(inputs, context, reporter) });
    const pullRequests = pullRequestsOf(accessOf(inputs));
    return forFork(await RUN[command]({ inputs, context, aws, pullRequests }), inputs);
  } catch (thrown) {
    const failures = [asActionError(thrown)];
    return forFork({ command, dryRun: false, results: [], outputs: { command }, failures }, inputs);
  } finally {
    lifetime.close();
  }
}

/** GitHub's API, as the run may use it. */
function accessOf({ github, 'github-token': token }: Inputs): GitHubAccess {
  return { token, repository: github.repository ?? '', apiUrl: github.apiUrl };
}

/** Where to comment; `undefined`: nowhere. */
function commentFor(inputs: Inputs): CommentOptions | undefined {
  const { comment, github, env, application, region } = inputs;
  const pullRequest = comment === 'always' ? github.commentOn : github.pullRequest;
  if (comment === 'never' || pullRequest === undefined || env === '') return undefined;
  const { runUrl, fromFork } = github;
  return { access: accessOf(inputs), subject: { env, application, region }, pullRequest, runUrl, fromFork };
}

/** Where to say that swept environments are gone; `undefined`: nowhere. */
function goneFor(inputs: Inputs): GoneOptions | undefined {
  if (inputs.comment === 'never' || inputs.command !== 'sweep') return undefined;
  return { access: accessOf(inputs), region: inputs.region, runUrl: inputs.github.runUrl };
}

/** The role that the run is to assume itself; `undefined`: the SDK finds credentials. */
function roleToAssume(
  inputs: Inputs,
  context: Context,
  { runner }: GitHubReporter
): RoleToAssume | undefined {
  const { 'role-to-assume': arn, 'role-session-name': name, 'role-duration-seconds': seconds } = inputs;
  if (arn === undefined) return undefined;
  const sessionName = name ?? sessionNameFor(inputs.github.run);
  return { arn, sessionName, durationSeconds: seconds, context, mask: (secret) => runner.mask(secret) };
}
