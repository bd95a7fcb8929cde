import type { RoleToAssume, ServiceName } from './aws/index.js';
import { byEvent, unread } from './commands/by-event.js';
import { forFork } from './commands/fork.js';
import { type Context, systemClock } from './context.js';
import { asActionError } from './errors.js';
import type { GitHubAccess } from './github/api.js';
import { endProcess } from './github/end-process.js';
import type { CommentOptions } from './github/post-comment.js';
import type { GoneOptions } from './github/post-gone.js';
import { pullRequestsOf } from './github/pull-requests.js';
import { report } from './github/report.js';
import { githubReporter, type GitHubReporter } from './github/reporter.js';
import { readInputs, readWishes, type Inputs, type Wishes } from './inputs.js';
import { beginLifetime } from './lifetime.js';
import type { Command, Outcome } from './outcome.js';
import { proxyVariables } from './proxy.js';

/** Runs the action and ends the process with it, whatever connection is still open. */
export async function main(env: NodeJS.ProcessEnv): Promise<void> {
  await run(env);
  await endProcess();
}

/** Runs the action: inputs, command, outcome, report. Never throws; a failure is told, and sets the exit code 1. */
export async function run(env: NodeJS.ProcessEnv): Promise<void> {
  const reporter = githubReporter(env);
  const begun = begin(env);
  if ('told' in begun) return tell(begun.told, begun.wishes, { env, reporter });
  const { inputs } = begun;
  if (inputs['github-token'] !== '') reporter.runner.mask(inputs['github-token']);
  const timeoutMs = inputs['timeout-minutes'] * 60_000;
  // Until the report is done: a signal that comes during it must not end the process with half of it.
  const lifetime = beginLifetime({ timeoutMs, reporter, clock: systemClock, signals: process });
  try {
    const outcome = await perform(inputs, { env, reporter, context: lifetime.context });
    if (outcome.skipped !== undefined) reporter.notice(outcome.skipped);
    const { summary, 'export-env': exportEnv, 'outputs-file': outputsFile } = inputs;
    const wishes = { summary, exportEnv, outputsFile, env, signal: lifetime.context.signal };
    await report(
      outcome,
      {
        ...wishes,
        comment: outcome.skipped === undefined ? commentFor(inputs) : undefined,
        gone: goneFor(inputs)
      },
      reporter
    );
  } finally {
    lifetime.close();
  }
}

/** The inputs; or what there is to tell without them: the event decides by itself, or they cannot be used. */
type Begun = { readonly inputs: Inputs } | { readonly told: Outcome; readonly wishes: Wishes };

function begin(env: NodeJS.ProcessEnv): Begun {
  const wishes = readWishes(env);
  const told = byEvent(wishes);
  if (told !== undefined) return { told, wishes };
  try {
    return { inputs: readInputs(env) };
  } catch (thrown) {
    return { told: unread(wishes, asActionError(thrown)), wishes };
  }
}

/** What can be read of the wishes counts, although the inputs as a whole are not. */
function tell(
  outcome: Outcome,
  { summary, exportEnv, outputsFile }: Wishes,
  { env, reporter }: Omit<Surroundings, 'context'>
): Promise<void> {
  if (outcome.skipped !== undefined) reporter.notice(outcome.skipped);
  return report(outcome, { summary, exportEnv, outputsFile, env }, reporter);
}

interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly reporter: GitHubReporter;
  readonly context: Context;
}

type Waves = readonly (readonly ServiceName[])[];

const OF_AN_ENVIRONMENT: Waves = [
  ['s3tables', 'glue'],
  ['lakeFormation', 's3']
];
/**
 * The services that a command asks. Their clients are loaded while the run waits: those that are asked first while it waits
 * to know whose account it is.
 */
const WAVES: Readonly<Record<Command, Waves>> = {
  plan: OF_AN_ENVIRONMENT,
  apply: [...OF_AN_ENVIRONMENT, ['iam']],
  auto: [...OF_AN_ENVIRONMENT, ['iam']],
  destroy: OF_AN_ENVIRONMENT,
  sweep: [['s3tables', 'glue'], ['lakeFormation']],
  'smoke-test': [['s3tables', 's3']],
  'iam-policy': []
};

async function perform(inputs: Inputs, { env, reporter, context }: Surroundings): Promise<Outcome> {
  const { command, region } = inputs;
  // Loaded only for inputs that can be used.
  const [{ RUN }, { makeAws, sessionNameFor }] = await Promise.all([
    import('./commands/index.js'),
    import('./aws/index.js')
  ]);
  const guest = { stranger: inputs.github.stranger, choice: inputs['fork-pull-requests'] };
  try {
    // What asks GitHub reads these variables by itself.
    Object.assign(env, proxyVariables(env));
    const role = roleToAssume(inputs, sessionNameFor(inputs.github.run), context, reporter);
    const aws = makeAws({ region, env, role, waves: WAVES[command] });
    const pullRequests = pullRequestsOf(accessOf(inputs));
    return forFork(await RUN[command]({ inputs, context, aws, pullRequests }), guest);
  } catch (thrown) {
    const failures = [asActionError(thrown)];
    return forFork({ command, dryRun: false, results: [], outputs: { command }, failures }, guest);
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
  defaultName: string,
  context: Context,
  { runner }: GitHubReporter
): RoleToAssume | undefined {
  const { 'role-to-assume': arn, 'role-session-name': name, 'role-duration-seconds': seconds } = inputs;
  if (arn === undefined) return undefined;
  const sessionName = name ?? defaultName;
  return { arn, sessionName, durationSeconds: seconds, context, mask: (secret) => runner.mask(secret) };
}
