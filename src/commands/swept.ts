import type { ActionError } from '../errors.js';
import type { SweptEnvironment } from '../outcome.js';
import { TAG } from '../ownership.js';
import type { Judged } from '../sweep/judge.js';

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
