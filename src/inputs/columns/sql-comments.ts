/** Text of SQL without its comments, or what makes it mean one thing in one engine and another in the next. */
export type Bare = { readonly text: string } | { readonly problem: string };

const QUOTES = ['"', "'", '`'];

/**
 * Takes the comments out: `--` to the end of the line, and what is between the marks of a block. What stands in quotes is
 * none. Each becomes blanks, and line breaks stay, so that lines can be counted. Engines differ in whether blocks nest
 * (Spark: yes, Trino: no) and whether a backslash escapes a quote (Spark: yes, Trino: no), so neither is taken.
 */
export function withoutSqlComments(text: string): Bare {
  let bare = '';
  for (let at = 0; at < text.length;) {
    const end = endOf(text, at);
    if (end < 0) return { problem: 'a comment that begins with /* does not end' };
    const part = text.slice(at, end);
    if (part.startsWith('/*') && part.includes('/*', 2)) {
      return { problem: 'a comment has another one in it, which engines read differently; leave it out' };
    }
    if (QUOTES.includes(part.charAt(0)) && part.endsWith(`\\${part.charAt(0)}`)) {
      return {
        problem: `a backslash before a quote is read differently by engines; leave it out of ${JSON.stringify(part)}`
      };
    }
    bare += /^(?:--|\/\*)/.test(part) ? part.replace(/[^\n]/g, ' ') : part;
    at = end;
  }
  return { text: bare };
}

/** Where the comment, the quotes or the one character ends that begins at `at`; -1: nowhere. */
function endOf(text: string, at: number): number {
  if (text.startsWith('/*', at)) {
    const close = text.indexOf('*/', at + 2);
    return close < 0 ? -1 : close + 2;
  }
  if (text.startsWith('--', at)) return orEnd(text, text.indexOf('\n', at));
  return QUOTES.includes(text.charAt(at)) ? quotesEnd(text, at) : at + 1;
}

/** An apostrophe within a word begins no quotes, nor does a quote that does not end in its line. */
function quotesEnd(text: string, at: number): number {
  if (/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return at + 1;
  const close = text.indexOf(text.charAt(at), at + 1);
  return close < 0 || text.slice(at, close).includes('\n') ? at + 1 : close + 1;
}

function orEnd(text: string, at: number): number {
  return at < 0 ? text.length : at;
}
