import type { Loose, LooseMap } from '../loose.js';
import { readLoose } from '../loose.js';
import { unquoted } from '../notation.js';
import { quoted } from '../problem.js';
import type { RawColumns } from './column-text.js';
import { TWO_TABLES } from './find.js';
import { readTree } from './tree.js';
import { readYamlLines, type Line } from './yaml-lines.js';

/** Whether a text has columns as the YAML of dbt and others has them: `- name: id`, and below it `data_type: bigint`. */
export function isYamlColumns(text: string): boolean {
  const lines = readYamlLines(text);
  return lines.some((line, at) => {
    const next = lines[at + 1];
    return line.isItem && line.key !== '' && next?.depth === line.depth && !next.isItem;
  });
}

interface Item {
  readonly entries: [string, Loose][];
  readonly depth: number;
  readonly line: number;
  /** The member that the lines below are of, where it has no value in its own line. */
  open: string | undefined;
}

/** Reads such columns. What is deeper than the members of a column, such as tests, says nothing, but for constraints. */
export function readYamlColumns(text: string): RawColumns {
  const items: Item[] = [];
  const problems: string[] = [];
  let tables = 0;
  for (const line of readYamlLines(text)) {
    const last = items.at(-1);
    if (isOfTable(last, line)) {
      // What came before is the table that has them.
      items.pop();
      tables += line.key === 'columns' ? 1 : 0;
    } else addLine(items, line, problems);
  }
  if (tables > 1) problems.push(TWO_TABLES);
  const columns = items.map(({ entries, line }): LooseMap => ({ kind: 'map', entries, line }));
  if (problems.length > 0) return { columns: [], problems };
  return readTree({ kind: 'list', items: columns, line: 1 });
}

function isOfTable(last: Item | undefined, { isItem, depth, key, value }: Line): boolean {
  return last?.depth === depth && !isItem && CONTAINERS.includes(key) && value === '';
}

function addLine(items: Item[], line: Line, problems: string[]): void {
  const last = items.at(-1);
  const isNew = line.isItem && line.key !== '' && (last === undefined || line.depth <= last.depth);
  if (isNew) items.push(itemOf(line));
  // Members of what the columns stand in.
  else if (last === undefined || line.depth < last.depth) return;
  else if (line.isItem || line.depth > last.depth) addBelow(last, line, problems);
  else addMember(last, line, problems);
}

const CONTAINERS = ['columns', 'tables'];

function itemOf(line: Line): Item {
  const { key, value, depth, number } = line;
  return { entries: [[key, valueOf(line)]], depth, line: number, open: value === '' ? key : undefined };
}

function addMember(item: Item, line: Line, problems: string[]): void {
  if (line.key === '')
    problems.push(`the line ${quoted(line.value)} is no member of a column (line ${line.number})`);
  item.open = line.value === '' ? line.key : undefined;
  if (line.value !== '' && line.key !== '') item.entries.push([line.key, valueOf(line)]);
}

/** What is below a member, or goes on with its value. */
function addBelow(item: Item, line: Line, problems: string[]): void {
  if (item.open === 'constraints' && line.key === 'type')
    item.entries.push(['constraints', constraintOf(line)]);
  else if (item.open === undefined && line.isItem) {
    problems.push(`the line ${quoted(line.key || line.value)} is an entry of nothing (line ${line.number})`);
  }
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
