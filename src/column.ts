/** One column of a new table. `type` is an Iceberg primitive type as S3 Tables takes it: `long`, `decimal(10,2)`. */
export interface Column {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}
