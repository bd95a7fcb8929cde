import { closingBracket, splitOutside, withoutComments } from '../notation.js';
import { quoted } from '../problem.js';
import { readColumn, type RawColumn, type RawColumns } from './column-text.js';

const CREATE = /^create\s(?:[\w\s]{0,60}\s)?table\s/i;
const AFTER = /^(?:using iceberg)? ?;?$/i;
const OF_THE_TABLE = /^(?:primary key|foreign key|unique|check|constraint|like)[\s(]/i;

/** Whether a text is a `CREATE TABLE` statement. */
export function isCreateTable(text: string): boolean {
  return CREATE.test(text);
}

/** Reads the columns of a `CREATE TABLE` statement, which may have nothing else that would make a difference. */
export function readCreateTable(given: string): RawColumns {
  const text = withoutBlockComments(withoutComments(given, ['--']));
  const open = text.indexOf('(');
  const close = open < 0 ? -1 : closingBracket(text, open);
  if (close < 0) return failed('it is a CREATE TABLE without columns in brackets');
  const after = text
    .slice(close + 1)
    .replace(/\s+/g, ' ')
    .trim();
  if (!AFTER.test(after)) {
    return failed(`of CREATE TABLE only the columns are taken; leave out ${quoted(after, 60)} after them`);
  }
  const firstLine = text.slice(0, open).split('\n').length;
  return readBody(text.slice(open + 1, close), firstLine);
}

/** A column ends at its comma, wherever the lines end. */
function readBody(text: string, firstLine: number): RawColumns {
  const columns: RawColumn[] = [];
  const problems: string[] = [];
  let line = firstLine;
  for (const part of splitOutside(text, ',')) {
    const start = line + (part.slice(0, Math.max(0, part.search(/\S/))).split('\n').length - 1);
    line += part.split('\n').length - 1;
    const trimmed = part.trim();
    if (trimmed === '') continue;
    if (OF_THE_TABLE.test(trimmed)) {
      problems.push(`${quoted(trimmed, 60)} cannot be declared here; leave it out`);
      continue;
    }
    const column = readColumn(trimmed, start, true);
    if (typeof column === 'string') problems.push(column);
    else columns.push(column);
  }
  return { columns, problems };
}

function failed(problem: string): RawColumns {
  return { columns: [], problems: [problem] };
}

/** The line breaks of a comment stay, so that the lines can be counted. */
function withoutBlockComments(text: string): string {
  let rest = '';
  let from = 0;
  for (let open = text.indexOf('/*'); open >= 0; open = text.indexOf('/*', from)) {
    const close = text.indexOf('*/', open + 2);
    const end = close < 0 ? text.length : close + 2;
    rest += text.slice(from, open) + text.slice(open, end).replace(/[^\n]/g, ' ');
    from = end;
  }
  return rest + text.slice(from);
}
