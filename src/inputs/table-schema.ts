import { type Column, PLAIN_TYPES } from '../column.js';
import type { Parsed } from '../parsed.js';

const ALLOWED = `${PLAIN_TYPES.join(', ')}, decimal(precision,scale), fixed[length]`;
const LINE = /^([^\s:]+)\s*:(.+)$/;
const LAST_WORD = /(?<=\s)(?:required|optional)$/;

/**
 * Reads a schema: one column a line, `name: type` or `name: type required`. `none` is no schema.
 * Upper-case column names are refused, since Glue, Lake Formation and Athena do not show such a table
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-buckets-naming.html).
 */
export function parseTableSchema(text: string): Parsed<readonly Column[] | undefined> {
  if (text.trim() === 'none') return { value: undefined };
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const columns: Column[] = [];
  const problems: string[] = [];
  for (const line of lines) {
    const column = parseColumn(line);
    if (typeof column === 'string') problems.push(column);
    else columns.push(column);
  }
  problems.push(...repeated(columns));
  if (lines.length === 0) problems.push('it has no column');
  return problems.length > 0 ? { problem: problems.join('; ') } : { value: columns };
}

function parseColumn(line: string): Column | string {
  const [, name, rest = ''] = LINE.exec(line) ?? [];
  const required = LAST_WORD.exec(rest)?.[0];
  const type = rest.slice(0, rest.length - (required?.length ?? 0)).trim();
  if (name === undefined || type === '') {
    return `the line ${JSON.stringify(line)} is not "name: type" or "name: type required"`;
  }
  if (name !== name.toLowerCase()) return `the column ${JSON.stringify(name)} must be in lower case`;
  if (name.length > 255)
    return `the column ${JSON.stringify(name.slice(0, 40))}… is longer than 255 characters`;
  const known = knownType(type.replace(/\s+/g, ''));
  if (known === undefined) {
    return `the column ${JSON.stringify(name)} has the unknown type ${JSON.stringify(type)}; allowed: ${ALLOWED}`;
  }
  return { name, type: known, required: required === 'required' };
}

function knownType(type: string): string | undefined {
  if ((PLAIN_TYPES as readonly string[]).includes(type)) return type;
  const decimal = /^decimal\((\d+),(\d+)\)$/.exec(type);
  if (decimal) {
    const [precision, scale] = [Number(decimal[1]), Number(decimal[2])];
    return precision >= 1 && precision <= 38 && scale <= precision ? type : undefined;
  }
  const fixed = /^fixed\[(\d+)\]$/.exec(type);
  return fixed && Number(fixed[1]) > 0 ? type : undefined;
}

function repeated(columns: readonly Column[]): string[] {
  const names = columns.map((column) => column.name);
  const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  return [...twice].map((name) => `the column ${JSON.stringify(name)} is there twice`);
}
