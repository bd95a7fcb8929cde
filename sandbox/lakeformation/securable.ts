/** What a permission is on. `catalog` is the path inside the account: empty for the default catalog. */
export type Securable =
  | { readonly kind: 'catalog'; readonly catalog: string }
  | { readonly kind: 'database'; readonly catalog: string; readonly name: string }
  | {
      readonly kind: 'table';
      readonly catalog: string;
      readonly database: string;
      /** Absent: all tables of the database. */
      readonly name?: string;
    }
  | {
      readonly kind: 'columns';
      readonly catalog: string;
      readonly database: string;
      readonly name: string;
      /** These columns, or all but these. */
      readonly mode: 'only' | 'allBut';
      /** Sorted. */
      readonly columns: readonly string[];
    }
  | { readonly kind: 'location'; readonly arn: string };

/** A string that is the same for the same thing only. */
export function securableKey(on: Securable): string {
  switch (on.kind) {
    case 'catalog':
      return JSON.stringify([on.kind, on.catalog]);
    case 'database':
      return JSON.stringify([on.kind, on.catalog, on.name]);
    case 'table':
      return JSON.stringify([on.kind, on.catalog, on.database, on.name ?? null]);
    case 'columns':
      return JSON.stringify([on.kind, on.catalog, on.database, on.name, on.mode, on.columns]);
    case 'location':
      return JSON.stringify([on.kind, on.arn]);
  }
}

/** The key of a grant. */
export function grantKey(principal: string, on: Securable): string {
  return `${principal} ${securableKey(on)}`;
}
