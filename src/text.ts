/** How many characters of a value a line shows. */
const SHOWN = 120;
/** … and a value that stands alone, with nothing to compare it with. */
const SHOWN_ALONE = 400;

/** What .NET, and so GitHub's runner, JavaScript or a browser takes for the end of a line. */
const LINE_END = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** Sequences that a terminal obeys. */
// eslint-disable-next-line no-control-regex
const ANSI = /[\u001b\u009b]\[?[0-?]*[ -/]*[@-~]/g;
/**
 * What is not seen, but means something: control characters, what turns the direction of writing, and what Unicode says
 * is to be ignored, which .NET also ignores when it compares.
 */
// eslint-disable-next-line no-control-regex
const UNSEEN = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Text from outside without what a terminal or a browser would obey, and without what nobody sees. Line feeds and tabs
 * stay. In time linear in its length, as is everything here.
 */
export function plain(text: string): string {
  return text.toWellFormed().replace(LINE_END, '\n').replace(ANSI, '').replace(UNSEEN, '');
}

/** Text from outside as one line. */
export function oneLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}

/** `text`, or its beginning and how much more there is, in at most about `limit` characters. */
export function shorten(text: string, limit = SHOWN): string {
  const start = beginning(text, limit);
  return start === text ? text : `${start}… and ${text.length - start.length} more characters`;
}

/** At most the first `limit` UTF-16 code units, no character cut in two. */
export function beginning(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const isCut = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1));
  return text.slice(0, isCut ? limit - 1 : limit);
}

/** A name or another short text that a stranger wrote, to be put into a sentence. */
export function shown(text: string, limit = SHOWN): string {
  return shorten(oneLine(beginning(text, LONGEST_READ)), limit);
}

/** Nobody reads more than that of a text in a sentence. */
const LONGEST_READ = 100_000;

/** A value of a plan for people: text as it is, everything else as compact JSON, nothing as `(none)`. */
function show(value: unknown): string {
  if (value === undefined) return '(none)';
  if (typeof value === 'string') return value === '' ? '""' : plain(value);
  return plain(JSON.stringify(value) ?? '(none)');
}

/** Two values side by side, both cut to the part in which they differ when they are long. */
export function showBoth(from: unknown, to: unknown): [string, string] {
  const [before, after] = [show(from), show(to)];
  if (from === undefined) return [before, shorten(after, SHOWN_ALONE)];
  if (before.length <= SHOWN && after.length <= SHOWN) return [before, after];
  const start = Math.max(0, commonPrefix(before, after) - 20);
  return [cut(before, start), cut(after, start)];
}

function commonPrefix(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

function cut(text: string, start: number): string {
  const part = text.slice(start, start + SHOWN).toWellFormed();
  return `${start > 0 ? '…' : ''}${part}${start + SHOWN < text.length ? '…' : ''}`;
}

/** Milliseconds as seconds with one digit: `1.2 s`. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** An address or a path without the slashes at its end. */
export function withoutSlash(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') end--;
  return text.slice(0, end);
}
