import * as v from 'valibot';
import { catalogPath } from '../../glue/catalog-id.js';
import { warehousePath } from '../../iceberg-rest/warehouse.js';
import { requireAny, requireSight, type Asking } from '../../lakeformation/access.js';
import type { Permission } from '../../lakeformation/model.js';
import type { SandboxRequest } from '../../service.js';
import { requireSightOfContents } from './contents.js';

/** A request whose path has been taken apart. */
interface Located extends Pick<SandboxRequest, 'query' | 'body'> {
  readonly labels: Readonly<Record<string, string>>;
}

type Rule = (asking: Asking, at: Located) => void;

/**
 * What the operations of Glue's Iceberg REST catalog need; those that are not here need nothing. A table's metadata
 * shows all of it, so loading one takes SELECT on the whole. Each throws AccessDeniedException.
 */
export const icebergRules: Readonly<Record<string, Rule>> = {
  IcebergGetConfig: (asking, { query }) => {
    const catalog = catalogPath(asking.region.account, query.get('warehouse') ?? '');
    if (catalog !== '') requireSight(asking, { kind: 'catalog', catalog });
  },
  IcebergListNamespaces: (asking, at) => requireSightOfContents(asking, catalogOf(asking, at)),
  IcebergCreateNamespace: (asking, at) => {
    requireAny(asking, ['CREATE_DATABASE'], { kind: 'catalog', catalog: catalogOf(asking, at) });
  },
  IcebergLoadNamespaceMetadata: (asking, at) => requireSight(asking, namespaceOf(asking, at)),
  IcebergNamespaceExists: (asking, at) => requireSight(asking, namespaceOf(asking, at)),
  IcebergDropNamespace: (asking, at) => requireAny(asking, ['DROP'], namespaceOf(asking, at)),
  IcebergListTables: (asking, at) => requireSight(asking, namespaceOf(asking, at)),
  IcebergCreateTable: (asking, at) => requireAny(asking, ['CREATE_TABLE'], namespaceOf(asking, at)),
  IcebergLoadTable: (asking, at) => requireAny(asking, ['SELECT'], tableOf(asking, at)),
  IcebergTableExists: (asking, at) => requireSight(asking, tableOf(asking, at)),
  IcebergCommitTable: (asking, at) => {
    for (const permissions of neededBy(at.body)) requireAny(asking, permissions, tableOf(asking, at));
  },
  IcebergDropTable: (asking, at) => requireAny(asking, ['DROP'], tableOf(asking, at))
};

/** The updates of a commit that change what is in the table; every other one changes what the table is. */
const ofData = [
  'add-snapshot',
  'remove-snapshots',
  'set-snapshot-ref',
  'remove-snapshot-ref',
  'set-statistics',
  'remove-statistics',
  'set-partition-statistics',
  'remove-partition-statistics'
];

const commit = v.object({ updates: v.array(v.object({ action: v.string() })) });

/** Of each list one permission is needed. A body that is no commit needs nothing: the operation refuses it. */
function neededBy(body: Buffer): readonly (readonly [Permission, ...Permission[]])[] {
  const { success, output } = v.safeParse(commit, parsed(body));
  if (!success) return [];
  const isOfData = ({ action }: { action: string }): boolean => ofData.includes(action);
  const { updates } = output;
  const changesTable = !updates.every(isOfData);
  const changesData = updates.some(isOfData) || !changesTable;
  return [
    ...(changesData ? [['INSERT', 'DELETE'] as const] : []),
    ...(changesTable ? [['ALTER'] as const] : [])
  ];
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function catalogOf({ region }: Asking, { labels }: Located): string {
  return warehousePath(region, labels['warehouse'] ?? '');
}

function namespaceOf(asking: Asking, at: Located): { kind: 'database'; catalog: string; name: string } {
  return { kind: 'database', catalog: catalogOf(asking, at), name: at.labels['namespace'] ?? '' };
}

function tableOf(
  asking: Asking,
  at: Located
): { kind: 'table'; catalog: string; database: string; name: string } {
  const { catalog, name: database } = namespaceOf(asking, at);
  return { kind: 'table', catalog, database, name: at.labels['table'] ?? '' };
}
