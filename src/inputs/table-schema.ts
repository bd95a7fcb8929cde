import type { Column } from '../column.js';
import type { Parsed } from '../parsed.js';
import { ALLOWED_TYPES, icebergType } from './column-types.js';
import type { RawColumn } from './columns/column-text.js';
import { readColumns } from './columns/read.js';
import { foreignText } from './notation.js';
import { quoted } from './problem.js';

/** What an engine takes as a name that is in no quotes. */
const NAME = /^[\p{L}\p{M}\p{N}_$]+$/u;
const LONGEST_NAME = 255;

/**
 * Reads a schema: one column a line, `name: type` or `name: type required`; or as SQL, Terraform, dbt, the AWS CLI or
 * Iceberg itself have it (`columns/read.ts`). `none` is no schema. Upper-case column names are refused, since Glue, Lake
 * Formation and Athena do not show such a table
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-buckets-naming.html).
 */
export function parseTableSchema(given: string): Parsed<readonly Column[] | undefined> {
  const text = given.trim();
  if (/^(["']?)none\1$/i.test(text)) return { value: undefined };
  const foreign = foreignText(text);
  if (foreign !== undefined) return { problem: foreign };
  const raw = readColumns(text);
  const hasLines = text.includes('\n');
  const columns: Column[] = [];
  const problems = [...raw.problems];
  for (const each of raw.columns) {
    const column = checked(each);
    if (typeof column !== 'string') columns.push(column);
    else problems.push(hasLines ? `${column} (line ${each.line})` : column);
  }
  problems.push(...repeated(raw.columns));
  if (raw.columns.length === 0 && problems.length === 0) problems.push('it has no column');
  if (problems.length === 0) return { value: columns };
  const types = problems.some((problem) => problem.includes(UNKNOWN)) ? `; allowed: ${ALLOWED_TYPES}` : '';
  return { problem: `${problems.join('; ')}${types}` };
}

const UNKNOWN = 'has the unknown type';

function checked({ name, type, required, isSql }: RawColumn): Column | string {
  const bad = nameProblem(name);
  if (bad !== undefined) return `the column ${quoted(name, 60)} ${bad}`;
  const known = icebergType(type, isSql);
  if ('value' in known) return { name, type: known.value, required };
  return `the column ${quoted(name)} ${UNKNOWN} ${quoted(type, 60)}: ${known.problem}`;
}

function nameProblem(name: string): string | undefined {
  if (name.length > LONGEST_NAME) return `is longer than ${LONGEST_NAME} characters`;
  if (!NAME.test(name)) {
    return 'has a character that no engine takes in a name without quotes; allowed: letters, digits and _';
  }
  if (name !== name.toLowerCase()) return 'must be in lower case';
  // Two that look the same would be two columns.
  if (name !== name.normalize())
    return `has an accent as a character of its own; write ${quoted(name.normalize())}`;
  // JavaScript gives it a meaning of its own, and the AWS SDK loses it.
  return name === '__proto__' ? 'has a name that cannot be sent to AWS; choose another' : undefined;
}

function repeated(columns: readonly RawColumn[]): string[] {
  const seen = new Map<string, string>();
  const problems = new Set<string>();
  for (const { name } of columns) {
    const other = seen.get(name.toLowerCase());
    if (other === name) problems.add(`the column ${quoted(name)} is there twice`);
    else if (other !== undefined) {
      problems.add(`the columns ${quoted(other)} and ${quoted(name)} differ in upper and lower case alone`);
    } else seen.set(name.toLowerCase(), name);
  }
  return [...problems];
}
