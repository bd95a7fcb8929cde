import * as v from 'valibot';
import type { Context } from '../context.js';
import type { PullRequests, PullRequestState } from '../pull-requests.js';
import type { Answer, GitHubAccess } from './api.js';
import { isNotFound, readAnswer, whyNotAskable, type Ask } from './refusal.js';

const PERMISSION = 'pull-requests: read';
const numbered = v.array(v.object({ number: v.number() }));
const pullRequest = v.object({ state: v.picklist(['open', 'closed']) });

/** The pull requests of the run's repository. Asked anew each time: a state is old as soon as it is known. */
export function pullRequestsOf(access: GitHubAccess): PullRequests {
  const path = `/repos/${access.repository}`;
  return {
    async stateOf(number, context): Promise<PullRequestState> {
      const doing = `ask GitHub whether the pull request ${number} is open`;
      const ask = await asker(access, doing, context);
      try {
        const get = { method: 'GET', path: `${path}/pulls/${number}`, doing, permission: PERMISSION };
        return readAnswer(pullRequest, (await ask(get)).data, doing).state;
      } catch (thrown) {
        if (!isNotFound(thrown)) throw thrown;
        // It also answers so when the token may not see the repository at all.
        await ask({ method: 'GET', path, doing, permission: PERMISSION });
        return 'missing';
      }
    },
    async open(context): Promise<ReadonlySet<number>> {
      const doing = 'ask GitHub which pull requests are open';
      const ask = await asker(access, doing, context);
      const numbers = new Set<number>();
      let next: string | undefined = `${path}/pulls?state=open&per_page=100`;
      while (next !== undefined) {
        const answer: Answer = await ask({ method: 'GET', path: next, doing, permission: PERMISSION });
        for (const { number } of readAnswer(numbered, answer.data, doing)) numbers.add(number);
        next = answer.next;
      }
      return numbers;
    }
  };
}

/** Loaded when it is needed: most runs do without. */
async function asker(
  access: GitHubAccess,
  doing: string,
  context: Context
): Promise<(ask: Ask) => Promise<Answer>> {
  const refusal = whyNotAskable(access, doing);
  if (refusal !== undefined) throw refusal;
  const { makeAsk } = await import('./api.js');
  return makeAsk(access, context);
}
