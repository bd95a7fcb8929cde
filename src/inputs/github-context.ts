import { readFileSync } from 'node:fs';
import * as v from 'valibot';

/** Where the run happens. All of it is absent outside GitHub. */
export interface GitHubContext {
  /** `owner/name` */
  readonly repository?: string | undefined;
  /** The pull request that the event is about. */
  readonly pullRequest?: number | undefined;
  /** `<run id>-<attempt>` */
  readonly run?: string | undefined;
}

type Env = Readonly<Record<string, string | undefined>>;

const payload = v.object({ pull_request: v.optional(v.object({ number: v.pipe(v.number(), v.integer()) })) });

/** Reads the runner's variables and the event's payload; a payload that cannot be read is none. */
export function readGitHubContext(env: Env): GitHubContext {
  const { GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id, GITHUB_RUN_ATTEMPT: attempt } = env;
  return {
    repository: repository || undefined,
    pullRequest: pullRequestNumber(env.GITHUB_EVENT_PATH),
    run: id ? `${id}-${attempt || '1'}` : undefined
  };
}

function pullRequestNumber(path: string | undefined): number | undefined {
  if (!path) return undefined;
  try {
    const event: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return v.parse(payload, event).pull_request?.number;
  } catch {
    return undefined;
  }
}
