import { badRequest } from './refusals.js';
import type { Tags } from './state.js';

const MAX_TAGS = 50;
const ALLOWED = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** Makes the tag set of a new resource. Throws BadRequestException as {@link addTags} does. */
export function newTags(given: Readonly<Record<string, string>> | undefined): Tags {
  const tags: Tags = new Map();
  if (given) addTags(tags, given);
  return tags;
}

/**
 * Adds tags, all or none. The limits are those of TagResource: 50 tags, keys of 1 to 128 and values of up to
 * 256 characters, no key that begins with `aws:`, and at least one tag to add. Throws BadRequestException.
 */
export function addTags(tags: Tags, given: Readonly<Record<string, string>>): void {
  const entries = Object.entries(given);
  if (entries.length === 0) throw badRequest('The tag set must not be empty.');
  for (const [key, value] of entries) checkTag(key, value);
  const total = new Set([...tags.keys(), ...entries.map(([key]) => key)]).size;
  if (total > MAX_TAGS) throw badRequest(`A resource cannot have more than ${MAX_TAGS} tags.`);
  for (const [key, value] of entries) tags.set(key, value);
}

/** Removes tags; a key that is not there is no error. Throws BadRequestException for a bad key, or none. */
export function removeTags(tags: Tags, keys: readonly string[]): void {
  if (keys.length === 0) throw badRequest('At least one tag key must be given.');
  for (const key of keys) checkKey(key);
  for (const key of keys) tags.delete(key);
}

function checkKey(key: string): void {
  if (key.length < 1 || key.length > 128 || !ALLOWED.test(key))
    throw badRequest(`The tag key "${key}" is not valid.`);
}

function checkTag(key: string, value: string): void {
  checkKey(key);
  if (value.length > 256 || !ALLOWED.test(value))
    throw badRequest(`The value of the tag "${key}" is not valid.`);
  if (/^aws:/i.test(key)) throw badRequest(`The tag key "${key}" begins with aws:, which is reserved.`);
}
