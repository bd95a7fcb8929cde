/** How many characters of a value a line shows. */
const SHOWN = 120;
/** … and a value that stands alone, with nothing to compare it with. */
const SHOWN_ALONE = 400;

// eslint-disable-next-line no-control-regex
const ANSI = /\u001b\[[0-?]*[ -/]*[@-~]/g;
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text from outside without what a terminal or a browser would obey: ANSI sequences, control characters and
 * marks that turn the direction of writing. Line feeds and tabs stay.
 */
export function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(ANSI, '').replace(CONTROL, '');
}

/** Text from outside as one line. */
export function oneLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim();
}

/** `text`, or its beginning and how long it is, in at most about `limit` characters. */
export function shorten(text: string, limit = SHOWN): string {
  return text.length <= limit ? text : `${text.slice(0, limit)}… (${text.length} characters)`;
}

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
  const shown = text.slice(start, start + SHOWN);
  return `${start > 0 ? '…' : ''}${shown}${start + SHOWN < text.length ? '…' : ''}`;
}

/** Milliseconds as seconds with one digit: `1.2 s`. */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
