import { icebergType } from '../column-types.js';
import type { Loose, LooseMap } from '../loose.js';
import { quoted } from '../problem.js';
import { splitType } from './column-text.js';
import { FIELD_ID, isEmpty, KNOWN, NAME, TYPE } from './members.js';

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
/** What is a column each, wherever it stands in the whole; what is wrong with the whole goes into `problems`. */
export function columnsIn(tree: Loose, problems: string[]): Loose[] {
  if (tree.kind === 'text') return [tree];
  if (tree.kind === 'list') {
    const groups = tree.items.map((item) =>
      item.kind === 'map' && !isColumn(item) ? columnsIn(item, problems) : [item]
    );
    const tables = tree.items.filter((item, at) => groups[at]?.[0] !== item && (groups[at] ?? []).length > 0);
    if (tables.length > 1) problems.push(TWO_TABLES);
    return groups.flat();
  }
  problems.push(...leftOut(tree));
  const types = typesByName(tree);
  if (typeof types === 'string') {
    problems.push(types);
    return [];
  }
  if (types !== undefined) return types;
  if (isColumn(tree)) return [tree];
  const inside = tree.entries.filter(([key]) => WRAPPERS.includes(key));
  const twice = inside.some(
    ([key], at) => TABLES.includes(key) && inside.findIndex(([each]) => each === key) < at
  );
  if (twice) problems.push(TWO_TABLES);
  if (inside.length > 0) return inside.flatMap(([key, value]) => insideOf(key, value, problems));
  const isPlain = tree.entries.every(([, value]) => value.kind === 'text');
  return isPlain ? tree.entries.map(asColumn) : [];
}

/** A block of Terraform for one column is one, even where its values are types as well. */
function insideOf(key: string, value: Loose, problems: string[]): Loose[] {
  const isOne = ONE.includes(key) && value.kind === 'map' && isColumn(value);
  return isOne ? [value] : columnsIn(value, problems);
}

/** What is wrong where it is not plain which columns are meant. */
export const TWO_TABLES = 'it has the columns of more than one table; give those of one';
/** Blocks that are one table each, and those that are one column each. */
const TABLES = WRAPPERS.filter((key) => !['field', 'column'].includes(key));
const ONE = ['field', 'column'];

/** `{ "id": "long" }`: columns by their names. What could as well be one column is told. */
function typesByName({ entries }: LooseMap): Loose[] | string | undefined {
  const isPlain =
    entries.length > 0 && entries.every(([, value]) => value.kind === 'text' && isType(value.text));
  if (!isPlain) return undefined;
  const keys = entries.map(([key]) => key);
  const couldBeOne =
    keys.every((key) => KNOWN.includes(key) && !FIELD_ID.includes(key)) &&
    [NAME, TYPE].every((each) => keys.some((key) => each.includes(key)));
  if (couldBeOne)
    return `${quoted(keys.join(', '))} may be one column, or the names of several; give name: type`;
  return entries.map(asColumn);
}

function isType(text: string): boolean {
  return 'value' in icebergType(splitType(text).type, false);
}

function isColumn(tree: LooseMap): boolean {
  const keys = tree.entries.map(([key]) => key);
  const hasType = keys.some((key) => TYPE.includes(key));
  return keys.some((key) => NAME.includes(key)) && (hasType || !keys.some((key) => WRAPPERS.includes(key)));
}

/** A column by its name. */
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
