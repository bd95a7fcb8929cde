import { isReservedTag } from '../ownership.js';
import type { Problem } from './problem.js';

/** 50 on a resource (S3 Tables, TagResource), less those that this action sets. */
const MAX_USER_TAGS = 38;
const CHARACTERS = /^[\p{L}\p{N}\s_.:/=+@-]*$/u;

/** What S3 Tables or Glue would refuse of the user's tags, and what would get in the way of this action's own. */
export function tagProblems(tags: Readonly<Record<string, string>>): Problem[] {
  const problem = (given: string, says: string): Problem => ({
    input: 'tags',
    given,
    says,
    example: 'cost-center=1234'
  });
  const problems = Object.entries(tags).flatMap(([key, value]) =>
    brokenTagRules(key, value).map((says) => problem(`${key}=${value}`, says))
  );
  const count = Object.keys(tags).length;
  if (count > MAX_USER_TAGS) problems.push(problem(`${count} tags`, `at most ${MAX_USER_TAGS} are allowed`));
  return problems;
}

function brokenTagRules(key: string, value: string): string[] {
  const rules: [boolean, string][] = [
    [isReservedTag(key), `the key ${JSON.stringify(key)} is set by this action`],
    [key.toLowerCase().startsWith('aws:'), 'keys that begin with aws: are reserved by AWS'],
    [key.length > 128, 'the key has more than 128 characters'],
    [value.length > 256, 'the value has more than 256 characters'],
    [!CHARACTERS.test(key + value), 'only letters, digits, spaces and _ . : / = + - @ are allowed']
  ];
  return rules.filter(([broken]) => broken).map(([, says]) => says);
}
