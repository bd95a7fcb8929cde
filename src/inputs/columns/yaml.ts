import type { Loose, LooseMap } from '../loose.js';
import { readLoose } from '../loose.js';
import { unquoted, withoutComments } from '../notation.js';
import type { RawColumns } from './column-text.js';
import { readTree } from './tree.js';

interface Line {
  readonly depth: number;
  readonly isItem: boolean;
  readonly key: string;
  readonly value: string;
  readonly number: number;
}

const LINE = /^(\s*)(- +)?([\w"'-]+):(?!\S)(.*)$/;

/** Whether a text has columns as the YAML of dbt and others has them: `- name: id`, and below it `data_type: bigint`. */
export function isYamlColumns(text: string): boolean {
  const lines = readYamlLines(text);
  return lines.some((line, at) => {
    const next = lines[at + 1];
    return (
      line.isItem && line.key === 'name' && next !== undefined && !next.isItem && next.depth === line.depth
    );
  });
}

interface Item {
  readonly entries: [string, Loose][];
  readonly depth: number;
  readonly line: number;
}

/** Reads such columns. Lines that are neither an item nor a member of one, such as those of a description, say nothing. */
export function readYamlColumns(text: string): RawColumns {
  const items: Item[] = [];
  for (const line of readYamlLines(text)) {
    const last = items.at(-1);
    if (line.isItem) addItem(items, line);
    else if (last?.depth !== line.depth) continue;
    else if (line.value !== '') last.entries.push([line.key, valueOf(line)]);
    // What came before is the table that has them.
    else if (line.key === 'columns') items.pop();
  }
  const columns = items.map(({ entries, line }): LooseMap => ({ kind: 'map', entries, line }));
  return readTree({ kind: 'list', items: columns, line: 1 });
}

/** Below a column only its constraints are items that say something. */
function addItem(items: Item[], line: Line): void {
  const { key, depth, number } = line;
  const last = items.at(-1);
  if (last === undefined || key === 'name')
    items.push({ entries: [[key, valueOf(line)]], depth, line: number });
  else if (key === 'type' && depth > last.depth) last.entries.push(['constraints', constraintOf(line)]);
}

/** `depth`: where the key begins, whether or not a bullet is before it. */
function readYamlLines(text: string): Line[] {
  return withoutComments(text, ['#'])
    .split('\n')
    .flatMap((line, at) => {
      const [, indent = '', bullet = '', key, value = ''] = LINE.exec(line.trimEnd()) ?? [];
      if (key === undefined) return [];
      const depth = indent.length + bullet.length;
      return [{ depth, isItem: bullet !== '', key: unquoted(key), value: value.trim(), number: at + 1 }];
    });
}

function valueOf({ value, number }: Line): Loose {
  const flow = /^[[{]/.test(value) ? readLoose(value) : undefined;
  if (flow !== undefined && 'value' in flow) return flow.value;
  return { kind: 'text', text: unquoted(value), inQuotes: false, line: number };
}

function constraintOf(line: Line): Loose {
  const entry: LooseMap = { kind: 'map', entries: [['type', valueOf(line)]], line: line.number };
  return { kind: 'list', items: [entry], line: line.number };
}
