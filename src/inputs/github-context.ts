import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { readJson } from '../json.js';
import { withoutSlash } from '../text.js';

/** Where the run happens. All of it is absent outside GitHub. */
export interface GitHubContext {
  /** `owner/name` */
  readonly repository?: string | undefined;
  /** The pull request that the event is about. */
  readonly pullRequest?: number | undefined;
  /** What happened to it: `opened`, `closed`, … */
  readonly action?: string | undefined;
  /** The pull request comes from another repository. */
  readonly fromFork: boolean;
  /** The pull request to comment on; also where the event is about a comment on it, or a workflow run of it. */
  readonly commentOn?: number | undefined;
  /** `<run id>-<attempt>` */
  readonly run?: string | undefined;
  /** Where the run can be looked at. */
  readonly runUrl?: string | undefined;
  /** Without a slash at the end; GitHub Enterprise Server has a path in it. */
  readonly apiUrl: string;
}

type Env = Readonly<Record<string, string | undefined>>;

const number = v.pipe(v.number(), v.integer(), v.minValue(1));
const repository = v.nullish(v.object({ repo: v.nullish(v.object({ id: v.number() })) }));
const payload = v.object({
  action: v.optional(v.string()),
  pull_request: v.optional(v.object({ number, head: repository, base: repository })),
  issue: v.optional(v.object({ number, pull_request: v.optional(v.unknown()) })),
  workflow_run: v.optional(v.object({ pull_requests: v.optional(v.array(v.object({ number }))) }))
});
type Event = v.InferOutput<typeof payload>;

/** Reads the runner's variables and the event's payload; a payload that cannot be read is none. */
export function readGitHubContext(env: Env): GitHubContext {
  const { GITHUB_REPOSITORY: name, GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt } = env;
  const event = readEvent(env.GITHUB_EVENT_PATH);
  const { pull_request: pullRequest } = event;
  const run = id ? `${id}-${attempt || '1'}` : undefined;
  return {
    repository: name || undefined,
    pullRequest: pullRequest?.number,
    action: pullRequest && event.action,
    fromFork: isFromFork(pullRequest),
    commentOn: commentOn(event),
    run,
    runUrl: run && urlOf(env),
    apiUrl: withoutSlash(env.GITHUB_API_URL || 'https://api.github.com')
  };
}

function urlOf({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, ...env }: Env): string {
  const attempt = env.GITHUB_RUN_ATTEMPT || '1';
  // Gitea has no page for an attempt.
  const run = attempt === '1' ? env.GITHUB_RUN_ID : `${env.GITHUB_RUN_ID}/attempts/${attempt}`;
  return `${server || 'https://github.com'}/${name}/actions/runs/${run}`;
}

function commentOn({
  pull_request: pullRequest,
  issue,
  workflow_run: workflowRun
}: Event): number | undefined {
  const onIssue = issue?.pull_request === undefined ? undefined : issue.number;
  return pullRequest?.number ?? onIssue ?? workflowRun?.pull_requests?.[0]?.number;
}

/** A fork that was deleted has no repository any more. */
function isFromFork(pullRequest: Event['pull_request']): boolean {
  const [head, base] = [pullRequest?.head, pullRequest?.base];
  if (!head || !base?.repo) return false;
  return head.repo?.id !== base.repo.id;
}

function readEvent(path: string | undefined): Event {
  if (!path) return {};
  try {
    const json = readJson(readFileSync(path, 'utf8'));
    return 'value' in json ? v.parse(payload, json.value) : {};
  } catch {
    return {};
  }
}
