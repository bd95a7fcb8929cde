import * as v from 'valibot';
import { readJson } from './json.js';
import type { Parsed } from './parsed.js';

/** A resource policy as JSON. Its statements are compared by meaning, not by text. */
export interface PolicyDocument {
  readonly Version?: string | undefined;
  readonly Id?: string | undefined;
  readonly Statement: readonly Statement[];
}

/** One statement; every member is as AWS takes it: a string or a list, a principal by kind or `*`. */
export type Statement = Readonly<Record<string, unknown>>;

/** The most characters that S3 Tables takes (PutTableBucketPolicy, `resourcePolicy`). */
export const MAX_POLICY_LENGTH = 20_480;

const statement = v.looseObject({ Effect: v.picklist(['Allow', 'Deny']) });
const one = v.pipe(
  statement,
  v.transform((only) => [only])
);
const document = v.looseObject({
  Version: v.optional(v.string()),
  Id: v.optional(v.string()),
  Statement: v.union([v.pipe(v.array(statement), v.minLength(1)), one])
});

/** Reads a policy document. A single statement becomes a list of one; members that are not known stay. */
export function parsePolicyDocument(text: string): Parsed<PolicyDocument> {
  const json = readJson(text);
  if ('problem' in json) return json;
  const result = v.safeParse(document, json.value);
  if (!result.success) {
    return { problem: 'it is not a policy: it needs a Statement, each with an Effect of Allow or Deny' };
  }
  const { length } = JSON.stringify(result.output);
  if (length <= MAX_POLICY_LENGTH) return { value: result.output };
  return { problem: `it has ${length} characters; S3 Tables takes at most ${MAX_POLICY_LENGTH}` };
}
