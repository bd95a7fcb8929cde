import type { Parsed } from '../parsed.js';
import { readLoose, type Loose } from './loose.js';
import {
  assignedText,
  foreignText,
  splitOutside,
  unquoted,
  withoutBullet,
  withoutComments
} from './notation.js';
import { quoted } from './problem.js';

/** What an expression or another program writes where there is nothing. */
const NOTHING = ['', 'null', '~', '""', "''"];

/** Whether a list or a map is empty, however that is written. */
export function isNothing(text: string): boolean {
  return NOTHING.includes(text);
}

/**
 * Reads a list: one entry per line, comma-separated, or an array as JSON, Terraform or YAML write it. Quotes, bullets
 * and comments are no part of an entry. Empty entries are dropped, repeated ones kept once.
 */
export function parseList(given: string): Parsed<readonly string[]> {
  const text = given.trim();
  if (isNothing(text)) return { value: [] };
  const foreign = foreignText(text) ?? assignedText(text);
  if (foreign !== undefined) return { problem: foreign };
  if (text.startsWith('{')) return { problem: 'it is an object, and a list is needed' };
  const entries = text.startsWith('[') ? arrayEntries(text) : { value: lineEntries(text) };
  if ('problem' in entries) return entries;
  const cleaned = entries.value.map((entry) => entry.trim()).filter((entry) => entry !== '');
  return { value: [...new Set(cleaned)] };
}

/** The entries of lines and of what is between commas, each without what is around it. */
function lineEntries(text: string): string[] {
  return withoutComments(text, ['#', '//'])
    .split('\n')
    .flatMap((line) => splitOutside(withoutBullet(line.trim()), ','))
    .map((entry) => unquoted(entry.trim()));
}

function arrayEntries(text: string): Parsed<readonly string[]> {
  const array = readLoose(text);
  if ('problem' in array) return { problem: `${BROKEN}: ${array.problem}` };
  const items = array.value.kind === 'list' ? array.value.items : [array.value];
  const odd = items.findIndex((item) => !isText(item));
  if (odd >= 0) return { problem: `${BROKEN}: entry ${odd + 1} is ${described(items[odd])}` };
  return { value: items.map((item) => (item.kind === 'text' ? item.text : '')) };
}

const BROKEN = 'it begins like a JSON array and is not an array of strings';

/** Numbers are none: a number has lost the zeros that an account id may begin with. */
function isText(item: Loose): boolean {
  return item.kind === 'text' && (item.inQuotes || !/^(?:[-+.\d]|true$|false$|null$)/i.test(item.text));
}

function described(item: Loose | undefined): string {
  if (item?.kind === 'list') return 'an array of its own';
  if (item?.kind === 'map') return 'an object';
  return `${item?.text ?? 'nothing'} without quotes; write ${quoted(item?.text ?? '')}`;
}
