import { oneLine, plain } from '../text.js';

/** What a job summary may hold, in bytes. GitHub refuses the whole of it when it is larger. */
export const SUMMARY_LIMIT = 1024 * 1024;

/** Rows under a head; whole rows are left out when there is no room for all of them. */
export interface Rows {
  readonly head: string;
  readonly rows: readonly string[];
  /** What a row is: `resource`. */
  readonly noun: string;
  /** What begins the line that says how many rows are missing: `> ` inside a quotation. */
  readonly prefix?: string;
}

/** A part of a document: text as it is, or rows. */
export type Block = string | Rows;

/**
 * Text from outside as text of Markdown: every character that means something to Markdown or HTML becomes a
 * character reference, which CommonMark never reads as markup (section 2.5). The dot is among them because of
 * GitHub's links from bare `www.`, a hyphen at the beginning because it would begin a list. GitHub looks for `@name`
 * and `#123` and `GH-123` once more in what comes out, where a comment of HTML keeps the sign from the rest.
 */
export function escape(text: string): string {
  return references(text).replace(/&#(?:64|35);|(?<=gh)-(?=\d)/gi, '$&<!---->');
}

function references(text: string): string {
  const reference = (char: string): string => `&#${char.codePointAt(0)};`;
  return oneLine(text).replace(/^-|[^\p{L}\p{M}\p{N} ,;/…-]/gu, reference);
}

/** Text from outside as code, on one line. HTML, because a backtick could end Markdown's. */
export function code(text: string): string {
  return `<code>${references(text)}</code>`;
}

/** A block of code. The fence is longer than any run of backticks in it, so nothing in it can end it. */
export function fence(language: string, text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const ticks = '`'.repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${ticks}${language}\n${plain(text)}\n${ticks}\n`;
}

/** A table; the cells must be escaped already. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[], noun: string): Rows {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const rule = columns.map((column) => (column === 'Time' ? '---:' : '---'));
  return { head: line(columns) + line(rule), rows: rows.map(line), noun };
}

/** A part that is folded until one opens it. The title must be escaped already. */
export function details(title: string, body: string): string {
  return `<details>\n<summary>${title}</summary>\n\n${body}\n</details>\n`;
}

/** The bytes a line takes that says how many rows are missing. */
const ROOM = 120;
const MORE = 'There is more to tell than fits here; the log has it all.\n';

/**
 * The document, at most `limit` bytes of UTF-8. Rows are left out from the end of each list, the first list
 * having the first claim to the room, and a line says how many. Where even that is too much, whole parts are left out
 * from the end, and a line says so.
 */
export function render(blocks: readonly Block[], limit = SUMMARY_LIMIT): string {
  const least = blocks.reduce((sum, block) => sum + leastBytes(block), 0);
  if (least > limit && blocks.length > 1) return render(withoutLast(blocks), limit);
  let room = limit - least;
  const parts = blocks.map((block) => {
    if (typeof block === 'string') return block;
    const kept = fitting(block.rows, room);
    room -= bytes(kept.join(''));
    return block.head + kept.join('') + missing(block, block.rows.length - kept.length);
  });
  return parts.join('\n');
}

function withoutLast(blocks: readonly Block[]): Block[] {
  return [...blocks.filter((block) => block !== MORE).slice(0, -1), MORE];
}

function leastBytes(block: Block): number {
  return typeof block === 'string' ? bytes(block) + 1 : bytes(block.head) + ROOM;
}

function fitting(rows: readonly string[], room: number): readonly string[] {
  let used = 0;
  const end = rows.findIndex((row) => (used += bytes(row)) > room);
  return end < 0 ? rows : rows.slice(0, end);
}

function missing({ noun, prefix = '' }: Rows, number: number): string {
  if (number === 0) return '';
  const nouns = number === 1 ? noun : `${noun}s`;
  return `${prefix}\n${prefix}${number} more ${nouns} did not fit here; the log has them all.\n`;
}

const bytes = (text: string): number => Buffer.byteLength(text);
