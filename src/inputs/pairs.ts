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
  const lines = withoutComments(text, ['#', '//']).split('\n');
  const nested = nestedKey(lines.filter((line) => line.trim() !== ''));
  if (nested !== undefined) {
    return { problem: `${quoted(nested)} has further lines below it; leave it out, and give key=value` };
  }
  const entries = lines
    .flatMap((line) => splitOutside(withoutBullet(line.trim()).replace(/\s(?=(?:Tag)?Key=)/g, ','), ','))
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const pairs = entries.map(readPair);
  const problem = pairs.find((pair) => typeof pair === 'string');
  return problem === undefined ? folded(pairs.filter((pair) => typeof pair !== 'string')) : { problem };
}

/** A key of YAML that has no value in its line, but lines of its own below it. */
function nestedKey(lines: readonly string[]): string | undefined {
  const indent = (line = ''): number => line.search(/\S/);
  const at = lines.findIndex((line, each) => {
    const next = lines[each + 1];
    const isBelow = indent(next) > indent(line) || (/^\s*-\s/.test(next ?? '') && !/^\s*-\s/.test(line));
    return /:\s*$/.test(line) && next !== undefined && isBelow;
  });
  return lines[at]?.trim();
}

/** `--tags a=b c=d`, and lines that YAML's `>` has put into one. */
const FURTHER = /\s[\w.:/+@-]+=/;

/** Reads one pair, or tells what is wrong with it. */
function readPair(entry: string): Pair | string {
  const equals = entry.indexOf('=');
  const colon = /:(?:\s|$)/.exec(entry)?.index ?? -1;
  const isYaml = equals < 0 || (colon >= 0 && colon < equals);
  const at = isYaml ? colon : equals;
  if (at < 1) return `the line ${quoted(entry)} is not key=value`;
  const [key, written] = [entry.slice(0, at).trim(), entry.slice(at + 1).trim()];
  if (/^--\w/.test(key)) return `${quoted(key)} is an option of a command; leave it out`;
  const value = unquoted(written);
  const problem = value === written ? valueProblem(value, entry, isYaml) : undefined;
  return problem ?? [unquoted(key), value];
}

/** What a value without quotes would be taken for, and is not. */
function valueProblem(value: string, entry: string, isYaml: boolean): string | undefined {
  if (FURTHER.test(value) || (isYaml && /:\s/.test(value))) {
    return `the line ${quoted(entry)} has more than one pair; give each a line of its own, or put the value in quotes`;
  }
  const reference = foreignText(value);
  return reference === undefined ? undefined : `${reference}, or put it in quotes`;
}

/** The halves of a pair, as the AWS CLI, CloudFormation and KMS have them. */
const HALVES = [
  ['Key', 'Value'],
  ['TagKey', 'TagValue']
] as const;
/** What other programs have for them, and somebody may have as tags. */
const LIKE_HALVES = ['key', 'value'];

/** `Key` and `Value` in turn, whichever comes first, are the two halves of a pair. */
function folded(pairs: readonly Pair[]): Parsed<readonly Pair[]> {
  const names = pairs.map(([name]) => name);
  if (LIKE_HALVES.every((half) => names.includes(half))) {
    return { problem: 'key and value may be the two halves of one tag, or two tags; give key=value' };
  }
  const halves = HALVES.find((each) => each.every((half) => names.includes(half)));
  if (halves === undefined) return { value: pairs };
  const twos = pairs.flatMap((pair, at) => (at % 2 === 0 ? [[pair, pairs[at + 1]] as const] : []));
  const whole = twos.map((two) => halves.map((half) => two.find((pair) => pair?.[0] === half)?.[1]));
  const value = whole.flatMap(([key, text]) =>
    key === undefined || text === undefined ? [] : [[key, text] as const]
  );
  if (value.length === twos.length) return { value };
  return { problem: `${halves.join(' and ')} do not come in pairs; give key=value` };
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
  return folded(entries.map(([key, value]) => [key, plainText(value) ?? '']));
}

/** `[{ "Key": "a", "Value": "b" }]`, or `["a=b"]`. */
function listPairs(items: readonly Loose[]): Parsed<readonly Pair[]> {
  const pairs = items.map((item) =>
    item.kind === 'map' ? keyAndValue(item) : readPair(plainText(item) ?? '')
  );
  const broken = pairs.findIndex((pair) => typeof pair !== 'object');
  if (broken >= 0)
    return { problem: `entry ${broken + 1} is neither an object with Key and Value nor "key=value"` };
  return { value: pairs.filter((pair) => typeof pair === 'object') };
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
