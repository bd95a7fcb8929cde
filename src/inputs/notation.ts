import { quoted } from './problem.js';

const QUOTES = ['"', "'", '`'];
const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '<': '>', '{': '}' };
const CLOSING = Object.values(BRACKETS);
/** What begins a comment in YAML, HCL, JSON5 and SQL. */
export type CommentMark = '#' | '//' | '--';

/** Without one pair of quotes of the same kind around it. */
export function unquoted(text: string): string {
  const first = text.charAt(0);
  const paired = text.length > 1 && QUOTES.includes(first) && text.endsWith(first);
  return paired ? text.slice(1, -1) : text;
}

/** Without a bullet of a list in front of it. A `*` alone is none: it may stand for everything. */
export function withoutBullet(line: string): string {
  return /^(?:[-•](?:\s|$)|\*\s+\S)/.test(line) ? line.slice(1).trim() : line;
}

/** The lines with their comments taken out: what begins with a mark at the start of a line, or after a blank. */
export function withoutComments(text: string, marks: readonly CommentMark[]): string {
  if (!marks.some((mark) => text.includes(mark))) return text;
  const lines = text.split('\n').map((line) => {
    const at = commentAt(line, marks);
    return at < 0 ? line : line.slice(0, at);
  });
  return lines.join('\n');
}

function commentAt(line: string, marks: readonly CommentMark[]): number {
  return walk(line, (at, inside) => {
    const begins = marks.some((mark) => line.startsWith(mark, at));
    return begins && !inside && (at === 0 || /\s/.test(line.charAt(at - 1)));
  });
}

/** Splits at a separator, where that is in no quotes, and in no brackets either. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  walk(text, (at, inside) => {
    const char = text.charAt(at);
    if (inside) return false;
    if (char in BRACKETS) depth += 1;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    else if (char === separator && depth === 0) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
    return false;
  });
  return [...parts, text.slice(from)];
}

/** Where the bracket closes that `text` has at `open`; -1: nowhere. */
export function closingBracket(text: string, open: number): number {
  let depth = 0;
  return walk(text, (at, inside) => {
    if (inside || at < open) return false;
    const char = text.charAt(at);
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    return depth === 0;
  });
}

/**
 * The first place that `stop` holds for; -1: none. `inside`: in quotes. A quote that does not end in its line is a
 * character like any other, such as the apostrophe of a word.
 */
function walk(text: string, stop: (at: number, inside: boolean) => boolean): number {
  let end = -1;
  for (let at = 0; at < text.length; at += 1) {
    const inside = at <= end;
    if (!inside && QUOTES.includes(text.charAt(at))) end = quoteEnd(text, at);
    if (stop(at, inside || at <= end)) return at;
  }
  return -1;
}

/** Where the quotes that begin at `open` end; -1: not in this line. An apostrophe within a word begins none. */
function quoteEnd(text: string, open: number): number {
  if (/[\p{L}\p{N}]/u.test(text.charAt(open - 1))) return -1;
  const end = text.indexOf(text.charAt(open), open + 1);
  return text.slice(open, end).includes('\n') ? -1 : end;
}

/** What no input takes, whatever it is for: text that another program would have had to work out first. */
export function foreignText(text: string): string | undefined {
  if (/^<<[-~]?\s*["']?\w/.test(text)) {
    return 'it begins like a heredoc of Terraform or a shell; leave out the line with << and the last one';
  }
  const called =
    /^(tolist|toset|tomap|concat|merge|jsonencode|yamlencode|jsondecode|file|templatefile)\s*\(/.exec(text);
  if (called?.[1] === 'file' || called?.[1] === 'templatefile') {
    return `it calls Terraform's ${called[1]}; give the path of the file, or what it holds`;
  }
  if (called) return `it calls Terraform's ${called[1]}; give what is in its brackets, written out`;
  const isReference = /^(?:var|local|each|module|aws_\w+|data\.(?:aws|terraform)_\w+)\.[\w.[\]"-]+$/.test(
    text
  );
  return isReference ? `${quoted(text)} is an expression of Terraform; give its value` : undefined;
}

/** What a list or a map is not: the line of a file that gives it a name. */
export function assignedText(text: string): string | undefined {
  const [, name] = /^([\w-]{1,64})\s*=\s*[[{]/.exec(text) ?? [];
  return name === undefined ? undefined : `it begins with ${quoted(`${name} =`)}; leave that out`;
}
