import { splitOutside, unquoted } from '../notation.js';
import { quoted } from '../problem.js';

/** A column as it was written. */
export interface RawColumn {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
  /** Written as SQL writes it, where a type may mean something else. */
  readonly isSql: boolean;
  /** Where it stands, from 1. */
  readonly line: number;
}

/** The columns of a text, and what is wrong with it, each a sentence without the final stop. */
export interface RawColumns {
  readonly columns: readonly RawColumn[];
  readonly problems: readonly string[];
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "'": "'", '`': '`', '[': ']' };
/** As Iceberg for Java and PyIceberg print a column: `1: id: required long`. */
const PRINTED = /^\d+: ?(?=[^\s:]+:)/;
const LAST_WORDS = /(?:^| )(not null|null|nullable|required|optional)$/i;
/** What this action and Iceberg have, and SQL has not. */
const NOT_SQL = /^(?:long|fixed\[.*|required|optional)$/;
const CONSTRAINT =
  /(?:^| )(primary key|unique|identity|auto_increment|autoincrement|default|references|check|generated|collate|constraint|as|encode|masked)(?: |\(|$)/i;

/**
 * Reads one column: `name: type`, or `name type` as SQL has it, each with `required`, `NOT NULL`, a `COMMENT` and so on
 * after it. Returns what is wrong otherwise.
 * @param inSql it stands in a statement of SQL; else a line that lacks its colon is no SQL when it uses Iceberg's words
 */
export function readColumn(text: string, line: number, inSql = false): RawColumn | string {
  const { name, rest } = splitName(text.trim().replace(PRINTED, ''));
  const isSql = !rest.startsWith(':');
  const written = (isSql ? rest : rest.slice(1)).trim().replace(/\s+/g, ' ');
  const { type, words } = splitType(withoutComment(unquoted(written)));
  const isColumn = name !== '' && written !== '' && (!isSql || isSqlColumn(rest, [type, ...words], inSql));
  if (!isColumn) return `the line ${quoted(text.trim())} is not "name: type" or "name: type required"`;
  const problem = problemOf(type, words);
  if (problem !== undefined) return `the column ${quoted(name)} ${problem}`;
  return { name, type, required: words.some((word) => REQUIRED.includes(word)), isSql, line };
}

const REQUIRED = ['required', 'not null'];

/** No colon comes before the type, as in `my id: long`, and no word is one that only Iceberg has. */
function isSqlColumn(rest: string, words: readonly string[], inSql: boolean): boolean {
  return !/^[^<(]*:/.test(rest) && (inSql || !words.some((word) => NOT_SQL.test(word)));
}

function problemOf(type: string, words: readonly string[]): string | undefined {
  const constraint = CONSTRAINT.exec(type)?.[1];
  if (constraint !== undefined) {
    return `has ${quoted(constraint)}, which cannot be declared here; leave it out`;
  }
  const needed = words.filter((word) => REQUIRED.includes(word));
  if (needed.length > 0 && needed.length < words.length) return 'is both required and optional';
  return type === '' ? 'has no type' : undefined;
}

/** The name without its quotes, and what comes after it. */
function splitName(text: string): { name: string; rest: string } {
  const close = CLOSING[text.charAt(0)];
  const end = close === undefined ? -1 : text.indexOf(close, 1);
  if (end > 0) {
    const rest = text.slice(end + 1).trim();
    // A name of several parts, or what is no name: it is refused as it was written.
    const isWhole = rest === '' || rest.startsWith(':') || /\s/.test(text.charAt(end + 1));
    if (isWhole) return { name: text.slice(1, end), rest };
  }
  const name = /^[^\s:]+/.exec(text)?.[0] ?? '';
  return { name, rest: text.slice(name.length).trim() };
}

/** Takes `required`, `NOT NULL` and so on off both ends of a type. */
export function splitType(text: string): { type: string; words: string[] } {
  const words = new Set<string>();
  const first = /^(required|optional) /i.exec(text)?.[1];
  let type = text;
  if (first !== undefined) {
    words.add(first.toLowerCase());
    type = text.slice(first.length).trim();
  }
  for (let last = LAST_WORDS.exec(type); last; last = LAST_WORDS.exec(type)) {
    words.add(last[1]?.toLowerCase() ?? '');
    type = type.slice(0, last.index).trim();
  }
  return { type, words: [...words] };
}

/** Without `COMMENT 'what it is'`; Iceberg would keep it, and loses nothing else with it. */
function withoutComment(text: string): string {
  const parts = splitOutside(text, ' ');
  const at = parts.findIndex((part) => part.toLowerCase() === 'comment');
  if (at < 0 || !/^['"]/.test(parts[at + 1] ?? '')) return text;
  return parts.filter((_, each) => each !== at && each !== at + 1).join(' ');
}
