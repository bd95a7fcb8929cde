import { closingBracket, splitOutside, withoutBullet, withoutComments } from '../notation.js';
import { readColumn, type RawColumn, type RawColumns } from './column-text.js';
import { withoutSqlComments } from './sql-comments.js';

/**
 * Reads columns of one line each, or several with commas between them: `name: type`, as this action has them, or
 * `name type`, as SQL has them. Bullets, comments, empty lines and commas too many are passed over.
 */
export function readLines(text: string): RawColumns {
  const bare = withoutSqlComments(withoutComments(text, ['#', '//']));
  if ('problem' in bare) return { columns: [], problems: [bare.problem] };
  const columns: RawColumn[] = [];
  const problems: string[] = [];
  const lines = withoutBrackets(bare.text).split('\n');
  for (const [at, line] of lines.entries()) {
    const parts = splitOutside(withoutBullet(line.trim()), ',');
    for (const part of parts.filter((each) => each.trim() !== '')) {
      const column = readColumn(part, at + 1);
      if (typeof column === 'string') problems.push(column);
      else columns.push(column);
    }
  }
  return { columns, problems };
}

/** What stands in one pair of brackets, as between those of `CREATE TABLE`. */
function withoutBrackets(text: string): string {
  const trimmed = text.trimEnd();
  const open = trimmed.search(/\S/);
  const isBracketed = trimmed.charAt(open) === '(' && closingBracket(trimmed, open) === trimmed.length - 1;
  // The line breaks in front stay, so that the lines can be counted.
  return isBracketed ? `${trimmed.slice(0, open)}${trimmed.slice(open + 1, -1)}` : text;
}
