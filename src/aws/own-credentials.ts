import { ActionError } from '../errors.js';
import type { Call } from './call.js';
import { classify } from './classify.js';

/** The keys that a step is given. */
const KEYS = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'] as const;

const FIND: Call = { operation: 'credentials', doing: 'find the AWS credentials of this step', secret: true };

/**
 * Refuses keys that cannot be what AWS gave, before anything is signed with them: AWS would say of them that it does
 * not know them, or the header would be none, and neither tells which variable it is. Nothing of a value is shown.
 * Throws `INVALID_CREDENTIALS`; `NO_CREDENTIALS` where one of a pair is missing.
 */
export function refuseBlemishes(env: NodeJS.ProcessEnv): void {
  // With a profile the SDK does not look at them.
  if (env.AWS_PROFILE) return;
  const blemishes = KEYS.flatMap((name) => blemishOf(name, env[name] ?? '') ?? []);
  if (blemishes.length > 0) {
    throw new ActionError('INVALID_CREDENTIALS', {
      doing: FIND.doing,
      found: `${blemishes.join('. ')}. No key or token of AWS is like that.`,
      todo: 'Set the variable, or the secret that it is taken from, anew and without it: printf, unlike echo, adds no line break.'
    });
  }
  const [id, secret] = KEYS.map((name) => Boolean(env[name]));
  if (id === secret) return;
  const [there, missing] = id ? [KEYS[0], KEYS[1]] : [KEYS[1], KEYS[0]];
  throw new ActionError('NO_CREDENTIALS', {
    doing: FIND.doing,
    found: `${there} is set, and ${missing} is empty or not set.`,
    todo: `Set ${missing} as well. An expression such as a secret that this event may not see is empty.`
  });
}

function blemishOf(name: string, value: string): string | undefined {
  if (/^\s*$/.test(value))
    return value === '' ? undefined : `${name} holds nothing but blanks or line breaks`;
  const where = /^\s/.test(value) ? 'begins with' : /\s$/.test(value) ? 'ends in' : 'has in it';
  if (/[\r\n]/.test(value)) return `${name} ${where} a line break`;
  if (/\s/.test(value)) return `${name} ${where} a blank`;
  if (/^["'].*["']$/.test(value)) return `${name} is in quotes`;
  return /[^\x21-\x7e]/.test(value) ? `${name} has a character in it that is not ASCII` : undefined;
}

/**
 * Why there are no credentials, with nothing of what came instead: it could hold a secret. A profile that is asked for
 * is the first suspect, since the SDK then looks nowhere else.
 */
export function explained(thrown: unknown, env: NodeJS.ProcessEnv): ActionError {
  const error = classify(thrown, FIND);
  const profile = env.AWS_PROFILE;
  if (error.code !== 'NO_CREDENTIALS' || !profile || error === thrown) return error;
  const keys = env.AWS_ACCESS_KEY_ID ? ', and not at the keys of this step, which are set as well' : '';
  return new ActionError('NO_CREDENTIALS', {
    doing: FIND.doing,
    found: `AWS_PROFILE is set to ${profile}, so the SDK looks at that profile of the shared config${keys}, and has no credentials from it. ${error.found ?? ''}`,
    todo: 'Unset AWS_PROFILE for this step, which may be left over from an earlier one, or give the runner that profile.'
  });
}
