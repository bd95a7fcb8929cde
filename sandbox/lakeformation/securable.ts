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

/** Whether a thing is another one, or is in it: a database in its catalog, columns in their table. */
export function isWithin(inner: Securable, outer: Securable): boolean {
  if (securableKey(inner) === securableKey(outer)) return true;
  if (inner.kind === 'location' || outer.kind === 'location') return false;
  if (outer.kind === 'catalog') {
    return inner.catalog === outer.catalog || inner.catalog.startsWith(`${outer.catalog}/`);
  }
  const isOfTables = inner.kind === 'table' || inner.kind === 'columns';
  if (!isOfTables || inner.catalog !== outer.catalog) return false;
  return outer.kind === 'database' ? inner.database === outer.name : isWithinTables(inner, outer);
}

function isWithinTables(inner: Table | Columns, outer: Table | Columns): boolean {
  if (inner.database !== outer.database) return false;
  if (outer.kind === 'table') return outer.name === undefined || inner.name === outer.name;
  return inner.kind === 'columns' && inner.name === outer.name && areWithin(inner, outer);
}

type Table = Extract<Securable, { readonly kind: 'table' }>;
type Columns = Extract<Securable, { readonly kind: 'columns' }>;

/** "All but" is never within "only": which columns there are can change. */
function areWithin(inner: Columns, outer: Columns): boolean {
  if (outer.mode === 'allBut') {
    return inner.mode === 'allBut'
      ? outer.columns.every((column) => inner.columns.includes(column))
      : inner.columns.every((column) => !outer.columns.includes(column));
  }
  return inner.mode === 'only' && inner.columns.every((column) => outer.columns.includes(column));
}
