import type { ActionError } from '../errors.js';
import type { SweptEnvironment } from '../outcome.js';
import { TAG } from '../ownership.js';
import type { Context } from '../context.js';
import type { Inputs } from '../inputs.js';
import type { Judged, Law } from '../sweep/judge.js';

/** What decides, for these inputs and now. `open`: the numbers of the open pull requests; absent: not known. */
export function lawOf(inputs: Inputs, { clock }: Context, open?: ReadonlySet<number>): Law {
  const { 'sweep-repositories': repositories, 'sweep-applications': applications, github } = inputs;
  return { now: clock.now(), repository: github.repository, open, only: { repositories, applications } };
}

/** What the report says of an environment. */
export function sweptAs(
  { record, judgement }: Judged,
  what: SweptEnvironment['what'],
  failures: readonly ActionError[] = []
): SweptEnvironment {
  const { owner, isolation, names, marks } = record;
  const { env, application, repository, pullRequest } = owner;
  const expiresAt = marks[TAG.expiresAt];
  const { reason, why, doubtful = false } = judgement;
  return {
    ...{ env, application, repository, pullRequest, isolation, names, expiresAt },
    ...{ what, reason, why, doubtful, failures }
  };
}
