import type { Loose, LooseMap } from '../loose.js';
import { quoted } from '../problem.js';
import { splitType, type RawColumn, type RawColumns } from './column-text.js';

/** What has the columns in it, in Iceberg's JSON, the AWS CLI, Terraform, Glue and dbt. */
const WRAPPERS = [
  ...['resource', 'aws_s3tables_table', 'metadata', 'iceberg', 'schema', 'schema_v2', 'schemaV2', 'table'],
  ...['Table', 'StorageDescriptor', 'models', 'fields', 'columns', 'Columns', 'field', 'column']
];
/** What a table may have besides, and would not be made with. */
const LEFT_OUT = [
  ...['partitionSpec', 'partition-spec', 'partition_spec', 'writeOrder', 'sort-order', 'write_order'],
  ...['properties', 'identifier-field-ids', 'identifierFieldIds', 'PartitionKeys']
];
const NAME = ['name', 'Name', 'column', 'column_name', 'columnName'];
const TYPE = ['type', 'Type', 'data_type', 'dataType', 'physicalType'];
const REQUIRED = ['required', 'Required'];
const OPTIONAL = ['nullable', 'optional', 'Nullable'];
/** What says nothing of the table itself, and ids, which S3 Tables gives by the order. */
const IGNORED = [
  ...['id', 'fieldId', 'field-id', 'doc', 'comment', 'Comment', 'description', 'tests', 'data_tests', 'meta'],
  ...['tags', 'quote', 'metadata']
];
const TRUE = ['true', 'True', 'TRUE'];
const FALSE = ['false', 'False', 'FALSE', 'null'];

/** Finds the columns in Iceberg's schema JSON, a request of the AWS CLI, or the blocks of Terraform. */
export function readTree(tree: Loose): RawColumns {
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

function columnsIn(tree: Loose, problems: string[]): Loose[] {
  if (tree.kind === 'text') return [tree];
  if (tree.kind === 'list')
    return tree.items.flatMap((item) => (hasColumns(item) ? columnsIn(item, problems) : [item]));
  problems.push(...leftOut(tree));
  const inside = tree.entries.filter(([key]) => WRAPPERS.includes(key)).map(([, value]) => value);
  if (isColumn(tree)) return [tree];
  if (inside.length > 0) return inside.flatMap((value) => columnsIn(value, problems));
  const plain = tree.entries.filter(([, value]) => value.kind === 'text');
  return plain.length === tree.entries.length ? plain.map(asColumn) : [];
}

/** A model of dbt has a name, too. */
function hasColumns(tree: Loose): boolean {
  return tree.kind === 'map' && !isColumn(tree);
}

function isColumn(tree: LooseMap): boolean {
  const keys = tree.entries.map(([key]) => key);
  const hasType = keys.some((key) => TYPE.includes(key));
  return keys.some((key) => NAME.includes(key)) && (hasType || !keys.some((key) => WRAPPERS.includes(key)));
}

/** `{ "id": "long" }`: a column by its name. */
function asColumn([name, value]: readonly [string, Loose]): LooseMap {
  const { line } = value;
  const text = { kind: 'text', text: name, inQuotes: true, line } as const;
  return {
    kind: 'map',
    entries: [
      ['name', text],
      ['type', value]
    ],
    line
  };
}

function leftOut(tree: LooseMap): string[] {
  return tree.entries
    .filter(([key, value]) => LEFT_OUT.includes(key) && !isEmpty(value))
    .map(([key]) => `${quoted(key)} cannot be declared here; leave it out`);
}

function isEmpty(value: Loose): boolean {
  if (value.kind === 'text') return value.text === '' || value.text === 'null';
  const inside = value.kind === 'list' ? value.items : value.entries.map(([, each]) => each);
  return inside.every(isEmpty);
}

function readEntry(entry: Loose): RawColumn | string {
  if (entry.kind !== 'map') return 'a column is not an object with a name and a type';
  const of = (keys: readonly string[]): Loose | undefined =>
    entry.entries.find(([key]) => keys.includes(key))?.[1];
  const [name, type] = [of(NAME), of(TYPE)];
  if (name?.kind !== 'text') return 'a column has no name';
  if (type === undefined) return `the column ${quoted(name.text)} has no type`;
  if (type.kind !== 'text')
    return `the column ${quoted(name.text)} is a nested one, which cannot be declared here`;
  const known = [NAME, TYPE, REQUIRED, OPTIONAL, IGNORED].flat();
  const strange = entry.entries.find(
    ([key, value]) => !known.includes(key) && !isEmpty(value) && !isNotNull(key, value)
  );
  if (strange)
    return `the column ${quoted(name.text)} has ${quoted(strange[0])}, which cannot be declared here`;
  const required = isRequired(entry);
  if (required === undefined)
    return `whether the column ${quoted(name.text)} is required is neither true nor false`;
  const isSql = entry.entries.some(([key]) => key === 'data_type');
  const { type: bare, words } = splitType(type.text.trim());
  const isNeeded = required || words.includes('required') || words.includes('not null');
  return { name: name.text, type: bare, required: isNeeded, isSql, line: name.line };
}

/** The one constraint of dbt that a column of Iceberg can have. */
function isNotNull(key: string, value: Loose): boolean {
  if (key !== 'constraints' || value.kind !== 'list') return false;
  return value.items.every((item) => item.kind === 'map' && textOf(item, 'type') === 'not_null');
}

function isRequired(entry: LooseMap): boolean | undefined {
  const said = entry.entries.flatMap(([key, value]) => {
    if (isNotNull(key, value)) return [true];
    const word = value.kind === 'text' ? value.text : '';
    const truth = TRUE.includes(word) ? true : FALSE.includes(word) ? false : undefined;
    if (REQUIRED.includes(key)) return [truth];
    return OPTIONAL.includes(key) ? [truth === undefined ? undefined : !truth] : [];
  });
  return said.includes(undefined) ? undefined : said.includes(true);
}

function textOf(map: LooseMap, key: string): string | undefined {
  const value = map.entries.find(([each]) => each === key)?.[1];
  return value?.kind === 'text' ? value.text : undefined;
}
