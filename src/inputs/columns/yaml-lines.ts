import { unquoted, withoutComments } from '../notation.js';

/** A line of YAML; without a key where it is neither `key: value` nor an entry of a list that is. */
export interface Line {
  /** Where the key begins, whether or not a bullet is before it. */
  readonly depth: number;
  readonly isItem: boolean;
  readonly key: string;
  readonly value: string;
  /** From 1. */
  readonly number: number;
}

const LINE = /^(\s*)(- +)?([\w"'-]+):(?!\S)(.*)$/;
/** The text is in the lines below, whatever it looks like. */
const BLOCK = /^[|>][-+\d]{0,2}$/;

/** The lines that say something: no comments, no empty ones, and nothing of a text in several lines. */
export function readYamlLines(text: string): Line[] {
  const lines: Line[] = [];
  let block: number | undefined;
  for (const [at, raw] of withoutComments(text, ['#']).split('\n').entries()) {
    const indent = raw.search(/\S/);
    if (indent < 0 || (block !== undefined && indent > block)) continue;
    const line = readLine(raw.trimEnd(), at + 1);
    const isBlock = BLOCK.test(line.value);
    block = isBlock ? line.depth : undefined;
    lines.push(isBlock ? { ...line, value: TEXT } : line);
  }
  return lines;
}

/** What stands for a text in several lines: nothing that could be a name or a type. */
const TEXT = '|';

function readLine(raw: string, number: number): Line {
  const [, indent = '', bullet = '', key, value = ''] = LINE.exec(raw) ?? [];
  if (key !== undefined) {
    const depth = indent.length + bullet.length;
    return { depth, isItem: bullet !== '', key: unquoted(key), value: value.trim(), number };
  }
  const bare = raw.trim();
  return { depth: raw.search(/\S/), isItem: /^-(?:\s|$)/.test(bare), key: '', value: bare, number };
}
