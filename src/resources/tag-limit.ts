import type { Tags } from '../aws/ports.js';
import { ActionError } from '../errors.js';
import type { EnvironmentSpec } from './spec.js';

/** On a table bucket, a table, a Glue database (S3 Tables, TagResource; Glue, TagResource). */
const MAX_TAGS = 50;

/**
 * Why a resource that has tags already cannot be given those of this environment: there would be more than AWS allows.
 * Known before anything is written.
 */
export function tagLimitRefusal(what: string, there: Tags, spec: EnvironmentSpec): ActionError | undefined {
  const missing = Object.keys(spec.lastingTags).filter((key) => !Object.hasOwn(there, key));
  // AWS does not count its own (https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html).
  const count = Object.keys(there).filter((key) => !key.startsWith('aws:')).length;
  if (missing.length === 0 || count + missing.length <= MAX_TAGS) return undefined;
  return new ActionError('QUOTA_EXCEEDED', {
    found: `The ${what} has ${count} tags, and this environment would add ${missing.length}: ${missing.join(', ')}. AWS allows ${MAX_TAGS}.`,
    todo: `Remove at least ${count + missing.length - MAX_TAGS} of its tags, or give fewer in the tags input.`
  });
}
