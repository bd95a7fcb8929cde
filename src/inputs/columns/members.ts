import type { Loose } from '../loose.js';

/** What the name and the type of a column are called, in whatever has columns. */
export const NAME = ['name', 'Name', 'column', 'column_name', 'columnName'];
export const TYPE = ['type', 'Type', 'data_type', 'dataType', 'physicalType'];
export const REQUIRED = ['required', 'Required'];
export const OPTIONAL = ['nullable', 'optional', 'Nullable'];
/** Where a type is one of SQL, of Spark or of Glue, whose timestamps have a zone or none. */
export const OF_SQL = [
  'data_type',
  'dataType',
  'physicalType',
  'Type',
  'column_name',
  'columnName',
  'nullable',
  'Nullable'
];
/** S3 Tables gives ids by the order. */
export const FIELD_ID = ['id', 'fieldId', 'field-id'];
/** What says nothing of the table itself. */
const IGNORED = [
  ...['doc', 'comment', 'Comment', 'description', 'tests', 'data_tests', 'meta'],
  ...['tags', 'quote', 'metadata']
];
export const KNOWN = [NAME, TYPE, REQUIRED, OPTIONAL, FIELD_ID, IGNORED].flat();

/** Ids of what is empty say nothing. */
const IDS = ['spec-id', 'specId', 'order-id', 'orderId'];

/** Whether a value says nothing. */
export function isEmpty(value: Loose): boolean {
  if (value.kind === 'text') return value.text === '' || value.text === 'null';
  if (value.kind === 'list') return value.items.every(isEmpty);
  return value.entries.every(([key, each]) => IDS.includes(key) || isEmpty(each));
}
