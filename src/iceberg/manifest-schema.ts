import type { AvroField, AvroSchema } from './avro/schema.js';

const required = (id: number, name: string, type: AvroSchema): AvroField => ({ name, type, 'field-id': id });
const optional = (id: number, name: string, type: AvroSchema): AvroField => ({
  name,
  type: ['null', type],
  default: null,
  'field-id': id
});
const record = (name: string, fields: readonly AvroField[]): AvroSchema => ({ type: 'record', name, fields });
const array = (elementId: number, items: AvroSchema): AvroSchema => ({
  type: 'array',
  items,
  'element-id': elementId
});

/** A map whose keys are column ids: Avro's own maps have only texts as keys. */
const byColumn = (key: number, value: number, type: AvroSchema): AvroSchema => ({
  type: 'array',
  logicalType: 'map',
  items: record(`k${key}_v${value}`, [required(key, 'key', 'int'), required(value, 'value', type)])
});

const FIELD_SUMMARY = record('r508', [
  required(509, 'contains_null', 'boolean'),
  optional(518, 'contains_nan', 'boolean'),
  optional(510, 'lower_bound', 'bytes'),
  optional(511, 'upper_bound', 'bytes')
]);

/** A `manifest_file` (spec, "Manifest Lists"). */
export function manifestListSchema(formatVersion: 2 | 3): AvroSchema {
  return record('manifest_file', [
    required(500, 'manifest_path', 'string'),
    required(501, 'manifest_length', 'long'),
    required(502, 'partition_spec_id', 'int'),
    required(517, 'content', 'int'),
    required(515, 'sequence_number', 'long'),
    required(516, 'min_sequence_number', 'long'),
    required(503, 'added_snapshot_id', 'long'),
    required(504, 'added_files_count', 'int'),
    required(505, 'existing_files_count', 'int'),
    required(506, 'deleted_files_count', 'int'),
    required(512, 'added_rows_count', 'long'),
    required(513, 'existing_rows_count', 'long'),
    required(514, 'deleted_rows_count', 'long'),
    optional(507, 'partitions', array(508, FIELD_SUMMARY)),
    optional(519, 'key_metadata', 'bytes'),
    ...(formatVersion === 3 ? [optional(520, 'first_row_id', 'long')] : [])
  ]);
}

/** A `manifest_entry` of an unpartitioned data file (spec, "Manifest Entry Fields"). */
export function manifestSchema(formatVersion: 2 | 3): AvroSchema {
  const dataFile = record('r2', [
    required(134, 'content', 'int'),
    required(100, 'file_path', 'string'),
    required(101, 'file_format', 'string'),
    required(102, 'partition', record('r102', [])),
    required(103, 'record_count', 'long'),
    required(104, 'file_size_in_bytes', 'long'),
    optional(108, 'column_sizes', byColumn(117, 118, 'long')),
    optional(109, 'value_counts', byColumn(119, 120, 'long')),
    optional(110, 'null_value_counts', byColumn(121, 122, 'long')),
    optional(137, 'nan_value_counts', byColumn(138, 139, 'long')),
    optional(125, 'lower_bounds', byColumn(126, 127, 'bytes')),
    optional(128, 'upper_bounds', byColumn(129, 130, 'bytes')),
    optional(131, 'key_metadata', 'bytes'),
    optional(132, 'split_offsets', array(133, 'long')),
    optional(135, 'equality_ids', array(136, 'int')),
    optional(140, 'sort_order_id', 'int'),
    ...(formatVersion === 3 ? [optional(142, 'first_row_id', 'long')] : [])
  ]);
  return record('manifest_entry', [
    required(0, 'status', 'int'),
    optional(1, 'snapshot_id', 'long'),
    optional(3, 'sequence_number', 'long'),
    optional(4, 'file_sequence_number', 'long'),
    required(2, 'data_file', dataFile)
  ]);
}
