import type { Parsed } from '../parsed.js';
import { isNothing } from './lists.js';
import { readLoose, type Loose, type LooseMap } from './loose.js';
import {
  assignedText,
  foreignText,
  splitOutside,
  unquoted,
  withoutBullet,
  withoutComments
} from './notation.js';
import { quoted } from './problem.js';

type Pair = readonly [key: string, value: string];

/**
 * Reads pairs: `key=value` or `key: value`, one per line or with commas between them; `Key=a,Value=b`, as the AWS CLI
 * takes tags; an object or an array of `Key` and `Value`, as JSON; a map of Terraform. A value may hold further `=`.
 * A key may be there once.
 */
export function parsePairs(given: string): Parsed<Readonly<Record<string, string>>> {
  const text = given.trim();
  if (isNothing(text)) return { value: {} };
  const foreign = foreignText(text) ?? assignedText(text);
  if (foreign !== undefined) return { problem: foreign };
  const pairs = /^[[{]/.test(text) ? treePairs(text) : linePairs(text);
  if ('problem' in pairs) return pairs;
  const keys = pairs.value.map(([key]) => key);
  const twice = keys.find((key, at) => keys.indexOf(key) !== at);
  if (twice !== undefined) return { problem: `the key ${quoted(twice)} is there twice` };
  return { value: Object.fromEntries(pairs.value) };
}

function linePairs(text: string): Parsed<readonly Pair[]> {
  const entries = withoutComments(text, ['#', '//'])
    .split('\n')
    .flatMap((line) => splitOutside(withoutBullet(line.trim()).replace(/\s(?=Key=)/g, ','), ','))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const pairs = entries.map(readPair);
  const broken = pairs.findIndex((pair) => pair === undefined);
  if (broken >= 0) return { problem: `the line ${quoted(entries[broken] ?? '')} is not key=value` };
  return { value: folded(pairs.filter((pair) => pair !== undefined)) };
}

function readPair(entry: string): Pair | undefined {
  const equals = entry.indexOf('=');
  const colon = /:(?:\s|$)/.exec(entry)?.index ?? -1;
  const at = equals < 0 || (colon >= 0 && colon < equals) ? colon : equals;
  if (at < 1) return undefined;
  return [unquoted(entry.slice(0, at).trim()), unquoted(entry.slice(at + 1).trim())];
}

/** `Key` and `Value` in turn are the two halves of a pair, as the AWS CLI and CloudFormation have them. */
function folded(pairs: readonly Pair[]): readonly Pair[] {
  const inTurn = pairs.every(([key], at) => key === (at % 2 === 0 ? 'Key' : 'Value'));
  if (!inTurn || pairs.length % 2 !== 0) return pairs;
  return pairs.flatMap(([, key], at) => (at % 2 === 0 ? [[key, pairs[at + 1]?.[1] ?? ''] as const] : []));
}

function treePairs(text: string): Parsed<readonly Pair[]> {
  const tree = readLoose(text);
  if ('problem' in tree) return { problem: `it begins like JSON and cannot be read: ${tree.problem}` };
  return tree.value.kind === 'list' ? listPairs(tree.value.items) : mapPairs(tree.value);
}

function mapPairs(tree: Loose): Parsed<readonly Pair[]> {
  const entries = tree.kind === 'map' ? tree.entries : [];
  const odd = entries.find(([, value]) => plainText(value) === undefined);
  if (odd) return { problem: `the value of the key ${quoted(odd[0])} is not a text; put it in quotes` };
  return { value: entries.map(([key, value]) => [key, plainText(value) ?? '']) };
}

/** `[{ "Key": "a", "Value": "b" }]`, or `["a=b"]`. */
function listPairs(items: readonly Loose[]): Parsed<readonly Pair[]> {
  const pairs = items.map((item) =>
    item.kind === 'map' ? keyAndValue(item) : readPair(plainText(item) ?? '')
  );
  const broken = pairs.findIndex((pair) => pair === undefined);
  if (broken >= 0)
    return { problem: `entry ${broken + 1} is neither an object with Key and Value nor "key=value"` };
  return { value: pairs.filter((pair) => pair !== undefined) };
}

function keyAndValue({ entries }: LooseMap): Pair | undefined {
  const of = (name: string): string | undefined => {
    const value = entries.find(([key]) => key.toLowerCase() === name)?.[1];
    return value && plainText(value);
  };
  const [key, value] = [of('key'), of('value')];
  return entries.length === 2 && key && value !== undefined ? [key, value] : undefined;
}

/** Text, and whole numbers and truth values, of which all that write JSON make the same text. */
function plainText(value: Loose): string | undefined {
  if (value.kind !== 'text') return undefined;
  const isPlain = value.inQuotes || /^(?:0|[1-9]\d{0,14}|true|false)$/.test(value.text);
  return isPlain ? value.text : undefined;
}
