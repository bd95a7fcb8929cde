import { closingBracket, splitOutside } from '../notation.js';
import { quoted } from '../problem.js';
import { readColumn, type RawColumn, type RawColumns } from './column-text.js';
import { withoutSqlComments } from './sql-comments.js';

const CREATE = /^create\s(?:[\w\s]{0,60}\s)?table\s/i;
/** A name of one part; dbt and Jinja have expressions there. */
const PART = '(?:[\\w$@-]+|`[^`\\n]*`|"[^"\\n]*"|\\[[^\\]\\n]*\\]|\\{\\{[^}\\n]*\\}\\})';
/** What comes before the brackets of the columns: a name, and nothing that has brackets of its own. */
const HEAD = new RegExp(`^\\s*(?:if\\s+not\\s+exists\\s+)?${PART}(?:\\s*\\.\\s*${PART})*\\s*(?=\\()`, 'i');
const AFTER = /^(?:using iceberg)? ?;?$/i;
const OF_THE_TABLE = /^(?:primary key|foreign key|unique|check|constraint|like)[\s(]/i;
/** Statements that are no columns, and may come before one that has some. */
const OTHER =
  /^(?:(?:alter|drop|replace|describe)\s+(?:table|view)|use\s+[^\s:,]+\s*;|insert\s+into|select)\s/i;

/** Whether a text is a `CREATE TABLE` statement, with or without comments before it. */
export function isCreateTable(text: string): boolean {
  return CREATE.test(bareStart(text));
}

/** What a statement of SQL is told that has no columns to take. */
export function otherStatement(text: string): string | undefined {
  const [found] = OTHER.exec(`${bareStart(text)} `) ?? [];
  return found && `it begins with ${quoted(found.trim())}; give CREATE TABLE and its columns alone`;
}

function bareStart(text: string): string {
  const bare = withoutSqlComments(withoutHashes(text));
  return ('text' in bare ? bare.text : text).trimStart();
}

/** Lines that are comments as YAML and MySQL have them. */
function withoutHashes(text: string): string {
  return text.replace(/^[ \t]*#.*$/gm, '');
}

/** Reads the columns of a `CREATE TABLE` statement, which may have nothing else that would make a difference. */
export function readCreateTable(given: string): RawColumns {
  const bare = withoutSqlComments(withoutHashes(given));
  if ('problem' in bare) return failed(bare.problem);
  const { text } = bare;
  const start = text.search(/\btable\s/i) + 'table'.length;
  const head = HEAD.exec(text.slice(start));
  const open = head === null ? -1 : start + head[0].length;
  const close = open < 0 ? -1 : closingBracket(text, open);
  if (close < 0) return failed('it is a CREATE TABLE without columns in brackets after its name');
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
