import * as v from 'valibot';
import type { Parsed } from '../parsed.js';

const number = v.pipe(v.number(), v.integer(), v.minValue(1));
const repository = v.nullish(v.object({ id: v.nullish(v.number()) }));
const end = v.nullish(v.object({ repo: repository }));
/** What somebody wrote: a comment or a review. */
const text = v.nullish(v.object({ author_association: v.nullish(v.string()) }));
const user = v.nullish(v.object({ login: v.nullish(v.string()) }));

/**
 * What is read of an event's payload (https://docs.github.com/webhooks/webhook-events-and-payloads). Other servers and
 * tools leave out what GitHub sends, or send `null` where GitHub sends nothing.
 */
const payload = v.object({
  action: v.nullish(v.string()),
  deleted: v.nullish(v.boolean()),
  pull_request: v.nullish(v.object({ number, state: v.nullish(v.string()), head: end, base: end, user })),
  issue: v.nullish(v.object({ number, state: v.nullish(v.string()), pull_request: v.nullish(v.unknown()) })),
  merge_group: v.nullish(v.unknown()),
  release: v.nullish(v.unknown()),
  comment: text,
  review: text,
  workflow_run: v.nullish(
    v.object({
      event: v.nullish(v.string()),
      actor: user,
      head_repository: repository,
      pull_requests: v.nullish(v.array(v.object({ number, base: end })))
    })
  ),
  repository
});

export type GitHubEvent = v.InferOutput<typeof payload>;

/** Who stands behind an event, where it is nobody that the repository trusts with its environments unasked. */
export type Stranger = 'fork' | 'dependabot' | 'commenter';

/** Those who may write to the repository (https://docs.github.com/graphql/reference/enums#commentauthorassociation). */
const TRUSTED = ['OWNER', 'MEMBER', 'COLLABORATOR'];
/** Anybody may say something to a public repository, and starts runs by that. */
const SAYS = ['issue_comment', 'pull_request_review', 'pull_request_review_comment'];
const DEPENDABOT = 'dependabot[bot]';

/** Reads a payload. */
export function parseEvent(json: unknown): Parsed<GitHubEvent> {
  const parsed = v.safeParse(payload, json);
  if (parsed.success) return { value: parsed.output };
  const [issue] = parsed.issues;
  return { problem: `${v.getDotPath(issue) ?? 'it'} is not what GitHub sends` };
}

/** Which event a payload is of, where nobody says so: outside GitHub. */
export function guessName(event: GitHubEvent): string {
  if (event.pull_request) return 'pull_request';
  if (event.merge_group != null) return 'merge_group';
  if (event.workflow_run) return 'workflow_run';
  if (event.issue && event.comment) return 'issue_comment';
  if (event.release != null) return 'release';
  return event.deleted === true ? 'push' : 'workflow_dispatch';
}

/** The pull request whose environment the event is about. */
export function pullRequestOf(name: string, event: GitHubEvent): number | undefined {
  if (event.pull_request) return event.pull_request.number;
  if (name === 'issue_comment') return onPullRequest(event);
  const run = name === 'workflow_run' ? event.workflow_run : undefined;
  return run?.event?.startsWith('pull_request') ? ofRun(event) : undefined;
}

/** The pull request that is told: also where the event is about a comment on it, or any workflow run of it. */
export function commentOn(event: GitHubEvent): number | undefined {
  return event.pull_request?.number ?? onPullRequest(event) ?? ofRun(event);
}

/**
 * A run is listed with every pull request of its branch, those into forks as well: which of several it was for is not
 * told.
 */
function ofRun({ workflow_run: run, repository: own }: GitHubEvent): number | undefined {
  const here = (run?.pull_requests ?? []).filter(({ base }) => !base?.repo || base.repo.id === own?.id);
  return here.length === 1 ? here[0]?.number : undefined;
}

function onPullRequest({ issue }: GitHubEvent): number | undefined {
  return issue?.pull_request == null ? undefined : issue.number;
}

/** @param actor GITHUB_ACTOR: who the run acts for, also where somebody else pushed to Dependabot's branch */
export function strangerIn(
  name: string,
  event: GitHubEvent,
  actor: string | undefined
): Stranger | undefined {
  if (isFromFork(event) || (name === 'workflow_run' && isRunOfFork(event))) return 'fork';
  if (SAYS.includes(name)) return isTrusted(event) ? undefined : 'commenter';
  if (name === 'schedule') return undefined;
  return actorsIn(event, actor).includes(DEPENDABOT) ? 'dependabot' : undefined;
}

/** A workflow run is also for whoever started the run that it follows. */
function actorsIn(
  { workflow_run: run, pull_request: pullRequest }: GitHubEvent,
  actor: string | undefined
): (string | null | undefined)[] {
  return [run?.actor?.login, actor || pullRequest?.user?.login];
}

function isRunOfFork({ workflow_run: run, repository: own }: GitHubEvent): boolean {
  return run != null && run.head_repository?.id !== own?.id;
}

function isTrusted({ comment, review }: GitHubEvent): boolean {
  return TRUSTED.includes((comment ?? review)?.author_association ?? '');
}

/** A fork that was deleted has no repository any more. */
export function isFromFork({ pull_request: pullRequest }: GitHubEvent): boolean {
  const [head, base] = [pullRequest?.head, pullRequest?.base];
  if (!head || !base?.repo) return false;
  return head.repo?.id !== base.repo.id;
}
