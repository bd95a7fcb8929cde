import { readFileSync } from 'node:fs';
import { readJson } from '../json.js';
import { shown, withoutSlash } from '../text.js';
import {
  commentOn,
  guessName,
  type GitHubEvent,
  isFromFork,
  parseEvent,
  pullRequestOf,
  type Stranger,
  strangerIn
} from './github-event.js';
import { meaningOf, type Meaning } from './meaning.js';

/** Where the run happens. All of it is absent outside GitHub. */
export interface GitHubContext {
  /** `owner/name` */
  readonly repository?: string | undefined;
  /** The pull request that the event is of. */
  readonly pullRequest?: number | undefined;
  /** What happened to it: `opened`, `closed`, … */
  readonly action?: string | undefined;
  /** The pull request whose environment `auto` is to see to: also that of a comment on it, or a workflow run of it. */
  readonly about?: number | undefined;
  /** What the event means for `auto`. */
  readonly meaning: Meaning;
  /** For whom the run is, where that is nobody who may write to the repository. */
  readonly stranger?: Stranger | undefined;
  /** Why the event is not known, in whole sentences: its payload cannot be read. `auto` must not guess then. */
  readonly problem?: string | undefined;
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

const NUMBER = /^\d{1,20}$/;

type Env = Readonly<Record<string, string | undefined>>;

/** Reads the runner's variables and the event's payload; of a payload that cannot be read nothing is known. */
export function readGitHubContext(env: Env): GitHubContext {
  const { GITHUB_REPOSITORY: name } = env;
  const { event, problem: unread } = readEvent(env);
  const { pull_request: pullRequest } = event;
  // Outside GitHub, where nobody says which event it is, its payload tells.
  const eventName = env.GITHUB_EVENT_NAME || guessName(event);
  const about = pullRequestOf(eventName, event);
  const problem = unread ?? withoutNumber(eventName, event);
  const run = runOf(env);
  return {
    repository: name || undefined,
    pullRequest: pullRequest?.number,
    action: pullRequest ? (event.action ?? undefined) : undefined,
    about,
    meaning: problem === undefined ? meaningIn(eventName, event) : { does: 'refuse', why: problem },
    stranger: strangerIn(eventName, event, env.GITHUB_ACTOR),
    problem,
    fromFork: isFromFork(event),
    commentOn: commentOn(event),
    run,
    runUrl: run && urlOf(env),
    apiUrl: withoutSlash(env.GITHUB_API_URL || 'https://api.github.com')
  };
}

/** Numbers, wherever there are any; something else cannot become a tag, or the name of a table. */
function runOf({ GITHUB_RUN_ID: id = '', GITHUB_RUN_ATTEMPT: given }: Env): string | undefined {
  const attempt = given || '1';
  return NUMBER.test(id) && NUMBER.test(attempt) ? `${id}-${attempt}` : undefined;
}

function meaningIn(name: string, event: GitHubEvent): Meaning {
  return meaningOf(name, {
    action: event.action ?? undefined,
    deleted: event.deleted ?? false,
    isClosed: (event.pull_request ?? event.issue)?.state === 'closed',
    ofPullRequest: pullRequestOf(name, event) !== undefined
  });
}

function urlOf({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: name, ...env }: Env): string {
  const attempt = env.GITHUB_RUN_ATTEMPT || '1';
  // Gitea has no page for an attempt.
  const run = attempt === '1' ? env.GITHUB_RUN_ID : `${env.GITHUB_RUN_ID}/attempts/${attempt}`;
  return `${server || 'https://github.com'}/${name}/actions/runs/${run}`;
}

/** What is known of an event, and why nothing is. */
interface Read {
  readonly event: GitHubEvent;
  readonly problem?: string | undefined;
}

function readEvent({ GITHUB_EVENT_PATH: path }: Env): Read {
  if (!path) return { event: {} };
  const unread = (why: string): Read => ({
    event: {},
    problem: `The payload of the event, ${path}, cannot be read: ${why}. Without it auto does not know whether there is anything to make.`
  });
  try {
    const bytes = readFileSync(path);
    if (isUtf16(bytes)) return unread('it is UTF-16, and GitHub writes UTF-8');
    const json = readJson(bytes.toString('utf8'));
    if (!('value' in json)) return unread(json.problem);
    const event = parseEvent(json.value);
    return 'value' in event ? { event: event.value } : unread(event.problem);
  } catch (thrown) {
    return unread((thrown as NodeJS.ErrnoException).code ?? 'reading it failed');
  }
}

function isUtf16(bytes: Buffer): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** An event of a pull request whose payload has none must not be taken for one of something else. */
function withoutNumber(name: string, event: GitHubEvent): string | undefined {
  const isOfOne =
    name.startsWith('pull_request') ||
    (name === 'workflow_run' && event.workflow_run?.event?.startsWith('pull_request'));
  if (name === 'workflow_run' && !event.workflow_run) return unsaid(name);
  if (!isOfOne || pullRequestOf(name, event) !== undefined) return undefined;
  return unsaid(name);
}

function unsaid(name: string): string {
  return `The payload of the event \`${shown(name)}\` does not say which open pull request it is about, and without that auto does not know whose environment is meant.`;
}
