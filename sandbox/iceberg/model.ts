/** A 64-bit integer; a bigint where a double cannot hold it. Snapshot ids are such. */
export type Long = number | bigint;

/** A primitive type is its name as the spec writes it: `long`, `decimal(10, 2)`, `fixed[16]`. */
export type IcebergType = string | StructType | ListType | MapType;

export interface NestedField {
  readonly id: number;
  readonly name: string;
  readonly required: boolean;
  readonly type: IcebergType;
  readonly doc?: string;
  /** What rows have that were written before the field was there. Version 3 only. */
  readonly 'initial-default'?: unknown;
  /** What rows get that are written without the field. Version 3 only. */
  readonly 'write-default'?: unknown;
}

export interface StructType {
  readonly type: 'struct';
  readonly fields: readonly NestedField[];
}

export interface ListType {
  readonly type: 'list';
  readonly 'element-id': number;
  readonly 'element-required': boolean;
  readonly element: IcebergType;
}

export interface MapType {
  readonly type: 'map';
  readonly 'key-id': number;
  readonly key: IcebergType;
  readonly 'value-id': number;
  readonly 'value-required': boolean;
  readonly value: IcebergType;
}

export interface Schema extends StructType {
  readonly 'schema-id': number;
  readonly 'identifier-field-ids'?: readonly number[];
}

export interface PartitionField {
  readonly 'source-id': number;
  readonly 'field-id': number;
  readonly name: string;
  readonly transform: string;
}

export interface PartitionSpec {
  readonly 'spec-id': number;
  readonly fields: readonly PartitionField[];
}

export interface SortField {
  readonly 'source-id': number;
  readonly transform: string;
  readonly direction: 'asc' | 'desc';
  readonly 'null-order': 'nulls-first' | 'nulls-last';
}

export interface SortOrder {
  readonly 'order-id': number;
  readonly fields: readonly SortField[];
}

export interface Snapshot {
  readonly 'snapshot-id': Long;
  readonly 'parent-snapshot-id'?: Long;
  readonly 'sequence-number'?: Long;
  readonly 'timestamp-ms': number;
  readonly 'manifest-list': string;
  readonly summary: Readonly<Record<string, string>>;
  readonly 'schema-id'?: number;
  /** Version 3 only, as `added-rows` is. */
  readonly 'first-row-id'?: Long;
  readonly 'added-rows'?: Long;
}

export interface SnapshotRef {
  readonly 'snapshot-id': Long;
  readonly type: 'branch' | 'tag';
  readonly 'min-snapshots-to-keep'?: number;
  readonly 'max-snapshot-age-ms'?: Long;
  readonly 'max-ref-age-ms'?: Long;
}

/** A statistics or partition statistics file: the table keeps one of each kind for a snapshot. */
export interface StatisticsFile {
  readonly 'snapshot-id': Long;
}

/** The current snapshot changed, then and to that. */
export interface SnapshotLogEntry {
  readonly 'snapshot-id': Long;
  readonly 'timestamp-ms': number;
}

/** The format versions that the sandbox writes and reads: those S3 Tables has. */
export type FormatVersion = 2 | 3;

/** A table's metadata.json, as the Iceberg spec's section "Table Metadata Fields" defines it. */
export interface TableMetadata {
  readonly 'format-version': FormatVersion;
  readonly 'table-uuid': string;
  readonly location: string;
  readonly 'last-sequence-number': Long;
  readonly 'last-updated-ms': number;
  readonly 'last-column-id': number;
  readonly 'current-schema-id': number;
  readonly schemas: readonly Schema[];
  readonly 'default-spec-id': number;
  readonly 'partition-specs': readonly PartitionSpec[];
  readonly 'last-partition-id': number;
  readonly 'default-sort-order-id': number;
  readonly 'sort-orders': readonly SortOrder[];
  readonly properties?: Readonly<Record<string, string>>;
  /** -1 or null or absent: the table has no snapshot. */
  readonly 'current-snapshot-id'?: Long | null;
  readonly refs?: Readonly<Record<string, SnapshotRef>>;
  readonly snapshots?: readonly Snapshot[];
  readonly statistics?: readonly StatisticsFile[];
  readonly 'partition-statistics'?: readonly StatisticsFile[];
  readonly 'snapshot-log'?: readonly SnapshotLogEntry[];
  readonly 'metadata-log'?: readonly { readonly 'metadata-file': string; readonly 'timestamp-ms': number }[];
  /** Version 3 only: the first row id of the next commit. */
  readonly 'next-row-id'?: Long;
}
