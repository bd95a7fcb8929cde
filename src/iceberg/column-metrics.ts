/** What a manifest tells of one column of a data file. */
export interface ColumnMetrics {
  /** Bytes on disk. */
  readonly size: bigint;
  readonly nulls: number;
  /** Only of a float or a double. */
  readonly nans: number | undefined;
  /** No value is less; absent when there is none to compare. */
  readonly lower: Uint8Array | undefined;
  /** No value is greater; absent also when there is no short one. */
  readonly upper: Uint8Array | undefined;
}
