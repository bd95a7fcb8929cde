import type { Loose, LooseMap } from '../loose.js';
import { quoted } from '../problem.js';
import { splitType, type RawColumn, type RawColumns } from './column-text.js';
import { columnsIn } from './find.js';
import { foreignTree } from './foreign.js';
import { FIELD_ID, isEmpty, KNOWN, NAME, OF_SQL, OPTIONAL, REQUIRED, TYPE } from './members.js';

const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE', 'null'];

/** Finds the columns in Iceberg's schema JSON, a request of the AWS CLI, or the blocks of Terraform. */
export function readTree(tree: Loose): RawColumns {
  const foreign = foreignTree(tree);
  if (foreign !== undefined) return { columns: [], problems: [foreign] };
  const problems: string[] = [];
  const found = columnsIn(tree, problems);
  if (found.length === 0 && problems.length === 0) {
    problems.push('it has no columns where a schema has them: fields, each with a name and a type');
  }
  const columns: RawColumn[] = [];
  for (const each of found) {
    const column = readEntry(each);
    if (typeof column === 'string') problems.push(column);
    else columns.push(column);
  }
  return { columns, problems };
}

function readEntry(entry: Loose): RawColumn | string {
  if (entry.kind !== 'map') return 'a column is not an object with a name and a type';
  const of = (keys: readonly string[]): Loose | undefined =>
    entry.entries.find(([key]) => keys.includes(key))?.[1];
  const [name, type] = [of(NAME), of(TYPE)];
  if (name?.kind !== 'text') return 'a column has no name';
  const column = `the column ${quoted(name.text)}`;
  if (type === undefined) return `${column} has no type`;
  if (type.kind !== 'text') return `${column} is a nested one, which cannot be declared here`;
  const problem = strangeIn(entry);
  if (problem !== undefined) return `${column} ${problem}`;
  const { type: bare, words } = splitType(type.text.trim());
  const needs = isRequired(entry, words);
  if (needs === 'neither') return `whether ${column} is required is neither true nor false`;
  if (needs === 'both') return `${column} is both required and optional`;
  const isSql = entry.entries.some(([key]) => OF_SQL.includes(key));
  return { name: name.text, type: bare, required: needs, isSql, line: name.line };
}

/** What a column has that would be lost, or that it has twice. */
function strangeIn({ entries }: LooseMap): string | undefined {
  const strange = entries.find(
    ([key, value]) =>
      !isEmpty(value) && !isNotNull(key, value) && !(KNOWN.includes(key) && !isStrangeId(key, value))
  );
  if (strange) return `has ${quoted(strange[0])}, which cannot be declared here`;
  const twice = [NAME, TYPE].find((keys) => entries.filter(([key]) => keys.includes(key)).length > 1);
  return twice && `has ${quoted(twice[0] ?? '')} twice`;
}

/** The id of a field is a number; a column of that name has a type. */
function isStrangeId(key: string, value: Loose): boolean {
  return FIELD_ID.includes(key) && !(value.kind === 'text' && /^\d+$/.test(value.text));
}

/** The one constraint of dbt that a column of Iceberg can have. */
function isNotNull(key: string, value: Loose): boolean {
  if (key !== 'constraints' || value.kind !== 'list') return false;
  return value.items.every((item) => item.kind === 'map' && textOf(item, 'type') === 'not_null');
}

function isRequired(entry: LooseMap, words: readonly string[]): boolean | 'both' | 'neither' {
  const said = entry.entries.flatMap(([key, value]) => {
    if (isNotNull(key, value)) return [true];
    const word = value.kind === 'text' ? value.text : '';
    const truth = TRUE.includes(word) ? true : FALSE.includes(word) ? false : undefined;
    if (REQUIRED.includes(key)) return [truth];
    return OPTIONAL.includes(key) ? [truth === undefined ? undefined : !truth] : [];
  });
  said.push(...words.map((word) => word === 'required' || word === 'not null'));
  if (said.includes(undefined)) return 'neither';
  return said.includes(true) && said.includes(false) ? 'both' : said.includes(true);
}

function textOf(map: LooseMap, key: string): string | undefined {
  const value = map.entries.find(([each]) => each === key)?.[1];
  return value?.kind === 'text' ? value.text : undefined;
}
