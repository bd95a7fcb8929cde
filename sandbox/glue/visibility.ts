import type { Region } from '../account.js';
import { seenColumns, sees } from '../lakeformation/authority.js';
import type { Caller } from '../service.js';
import { catalogPath } from './catalog-id.js';
import type { CatalogView } from './catalogs.js';
import type { DatabaseView, TableView } from './home.js';

/** Who looks, and where. */
interface Looking {
  readonly region: Region;
  readonly caller: Caller;
}

/** The catalogs that the caller sees; all, unless Lake Formation's permissions are checked. */
export function visibleCatalogs(
  { region, caller }: Looking,
  views: readonly CatalogView[]
): readonly CatalogView[] {
  if (!region.lakeFormation.isEnforced) return views;
  return views.filter(({ CatalogId }) => {
    const catalog = catalogPath(region.account, CatalogId);
    return catalog === '' || sees(region, caller.principalArn, { kind: 'catalog', catalog });
  });
}

/** The databases of a catalog that the caller sees. */
export function visibleDatabases(
  { region, caller }: Looking,
  catalogId: string | undefined,
  views: readonly DatabaseView[]
): readonly DatabaseView[] {
  if (!region.lakeFormation.isEnforced) return views;
  const catalog = catalogPath(region.account, catalogId);
  return views.filter(({ Name: name }) =>
    sees(region, caller.principalArn, { kind: 'database', catalog, name })
  );
}

/** The tables of a database that the caller sees, each with the columns that it sees. */
export function visibleTables(
  { region, caller }: Looking,
  at: { readonly CatalogId?: string; readonly DatabaseName: string },
  views: readonly TableView[]
): readonly TableView[] {
  if (!region.lakeFormation.isEnforced) return views;
  const { principalArn } = caller;
  const catalog = catalogPath(region.account, at.CatalogId);
  const database = at.DatabaseName.toLowerCase();
  return views.flatMap((view) => {
    const on = { kind: 'table', catalog, database, name: view.Name } as const;
    if (!sees(region, principalArn, on)) return [];
    return [withColumns(view, seenColumns(region, principalArn, on))];
  });
}

function withColumns(view: TableView, isSeen: (column: string) => boolean): TableView {
  const { StorageDescriptor } = view;
  if (!StorageDescriptor?.Columns) return view;
  const Columns = StorageDescriptor.Columns.filter(({ Name }) => isSeen(Name));
  return { ...view, StorageDescriptor: { ...StorageDescriptor, Columns } };
}
