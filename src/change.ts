/** One difference between what is declared and what is there. */
export interface Change {
  /** What differs, as a reader would name it: `tags.team`, `policy.AllowGlueAccess`. */
  readonly path: string;
  /** What is there now; `undefined`: nothing. Plain data. */
  readonly from?: unknown;
  /** What is declared; `undefined`: nothing. Plain data. */
  readonly to?: unknown;
}
