import { isReservedTag } from '../ownership.js';
import { quoted, type Problem } from './problem.js';

/** 50 on a resource (S3 Tables, TagResource), less those that this action sets. */
const MAX_USER_TAGS = 38;
/** Of the separators that AWS takes only the blanks: what ends a line is no part of a tag that anybody wants. */
const CHARACTERS = /^[\p{L}\p{Zs}\p{N}_.:/=+@-]*$/u;
const EXAMPLE = 'cost-center=1234';

/** What S3 Tables or Glue would refuse of the user's tags, and what would get in the way of this action's own. */
export function tagProblems(tags: Readonly<Record<string, string>>): Problem[] {
  const problem = (given: string, says: string): Problem => ({
    input: 'tags',
    given,
    says,
    example: EXAMPLE
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
    [isReservedTag(key), `the key ${quoted(key)} is set by this action`],
    // JavaScript gives it a meaning of its own, and the AWS SDK loses it.
    [key === '__proto__', `the key ${quoted(key)} cannot be sent to AWS; choose another`],
    [/^aws:/i.test(key), 'keys that begin with aws: are reserved by AWS'],
    [key === '', 'the key is empty'],
    [characters(key) > 128, 'the key has more than 128 characters'],
    [characters(value) > 256, 'the value has more than 256 characters'],
    [!CHARACTERS.test(key + value), 'only letters, digits, spaces and _ . : / = + - @ are allowed']
  ];
  return rules.filter(([broken]) => broken).map(([, says]) => says);
}

/** As Unicode counts them. */
function characters(text: string): number {
  return [...text].length;
}
