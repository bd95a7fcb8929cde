import * as v from 'valibot';
import { AwsRefusal } from '../service.js';

type Schema = v.BaseSchema<unknown, unknown, v.BaseIssue<unknown>>;

/**
 * Checks a request's members against the service's model, as AWS does before it looks at anything else.
 * Members the model does not have are dropped; `null` counts as absent.
 * @param code what this service calls a broken constraint: `ValidationException`, `InvalidInputException`
 * Throws that error with AWS's list of all broken constraints, or SerializationException for a wrong JSON type.
 */
export function readInput<T extends Schema>(schema: T, input: unknown, code: string): v.InferOutput<T> {
  const result = v.safeParse(schema, withoutNulls(input));
  if (result.success) return result.output;
  if (result.issues.some(isWrongType)) {
    throw new AwsRefusal(400, 'SerializationException', 'A member of the request has the wrong type.');
  }
  const all = result.issues.map(sentence);
  const errors = all.length === 1 ? '1 validation error' : `${all.length} validation errors`;
  throw new AwsRefusal(400, code, `${errors} detected: ${all.join('; ')}`);
}

/** The pattern of Glue's and Lake Formation's models for one line of text: no control characters but the tab. */
export const line = /^[\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}\t]*$/u;

/** A string of so many characters, with the model's pattern for the whole of it where it has one. */
export function text(min: number, max: number, pattern?: RegExp): v.GenericSchema<string> {
  const sized = v.pipe(v.string(), v.minLength(min), v.maxLength(max));
  return pattern ? v.pipe(sized, v.regex(pattern)) : sized;
}

/** A whole number in a range. */
export function integer(min: number, max: number): v.GenericSchema<number> {
  return v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutNulls(member)]));
}

function isWrongType(issue: v.BaseIssue<unknown>): boolean {
  const isMissing = issue.input === undefined;
  return issue.kind === 'schema' && issue.type !== 'picklist' && !isMissing;
}

function sentence(issue: v.BaseIssue<unknown>): string {
  const value = issue.input === undefined ? 'null' : `'${shown(issue.input)}'`;
  return `Value ${value} at '${place(issue)}' failed to satisfy constraint: ${constraint(issue)}`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** AWS writes members with a small first letter, and a list's items as `.1.member`. */
function place(issue: v.BaseIssue<unknown>): string {
  const keys = (issue.path ?? []).map(({ key }) =>
    typeof key === 'number' ? `${key + 1}.member` : lowerFirst(String(key))
  );
  return keys.join('.');
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

function constraint(issue: v.BaseIssue<unknown>): string {
  if (issue.input === undefined) return 'Member must not be null';
  const bound = 'requirement' in issue ? shown(issue.requirement) : '';
  switch (issue.type) {
    case 'min_length':
    case 'min_entries':
      return `Member must have length greater than or equal to ${bound}`;
    case 'max_length':
    case 'max_entries':
      return `Member must have length less than or equal to ${bound}`;
    case 'min_value':
      return `Member must have value greater than or equal to ${bound}`;
    case 'max_value':
      return `Member must have value less than or equal to ${bound}`;
    case 'picklist':
      return `Member must satisfy enum value set: [${(issue.expected ?? '').replaceAll(/["()]/g, '').split(' | ').join(', ')}]`;
    case 'regex':
      return `Member must satisfy regular expression pattern: ${String((issue as v.RegexIssue<string>).requirement.source)}`;
    default:
      return issue.message;
  }
}
