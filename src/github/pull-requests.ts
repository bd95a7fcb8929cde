import * as v from 'valibot';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import type { PullRequests, PullRequestState } from '../pull-requests.js';
import type { Answer, GitHubAccess } from './api.js';
import { isNotFound, type Ask } from './refusal.js';

const PERMISSION = 'pull-requests: read';
const pullRequest = v.object({ state: v.picklist(['open', 'closed']) });

/** The pull requests of the run's repository. Asked anew each time: a state is old as soon as it is known. */
export function pullRequestsOf(access: GitHubAccess): PullRequests {
  return {
    async stateOf(number, context): Promise<PullRequestState> {
      const doing = `ask GitHub whether the pull request ${number} is open`;
      if (access.token === '') throw new ActionError('GITHUB_DENIED', { doing, found: 'There is no token.' });
      const ask = await asker(access, context);
      const path = `/repos/${access.repository}`;
      try {
        const get = { method: 'GET', path: `${path}/pulls/${number}`, doing, permission: PERMISSION };
        return v.parse(pullRequest, (await ask(get)).data).state;
      } catch (thrown) {
        if (!isNotFound(thrown)) throw thrown;
        // It also answers so when the token may not see the repository at all.
        await ask({ method: 'GET', path, doing, permission: PERMISSION });
        return 'missing';
      }
    }
  };
}

/** Loaded when it is needed: most runs do without. */
async function asker(access: GitHubAccess, context: Context): Promise<(ask: Ask) => Promise<Answer>> {
  const { makeAsk } = await import('./api.js');
  return makeAsk(access, context);
}
