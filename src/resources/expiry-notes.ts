import type { Tags } from '../aws/ports.js';
import { readExpiry } from '../expiry.js';
import { TAG } from '../ownership.js';

/** What a reader of the plan should know of the environment's expiry, as its record has it: that it cannot be read. */
export function expiryNotes(marks: Tags): string[] {
  const text = marks[TAG.expiresAt];
  if (text === undefined || readExpiry(text) !== undefined) return [];
  return [
    `When the environment expires cannot be read: ${TAG.expiresAt} is ${JSON.stringify(text)}. It never counts as expired; an apply with a ttl sets it right.`
  ];
}
