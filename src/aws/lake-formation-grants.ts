import type {
  BatchPermissionsFailureEntry,
  GrantPermissionsRequest,
  LakeFormation,
  ListPermissionsRequest,
  Permission,
  PrincipalResourcePermissions
} from '@aws-sdk/client-lakeformation';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { allPages, listIn, required } from './answer.js';
import type { Call } from './call.js';
import { isOn, resourceOf, shownTarget } from './grant-target.js';
import type { Grant, LakeFormationPort, TargetedGrant } from './ports.js';
import { type Service, unless } from './service.js';

type Grants = Pick<
  LakeFormationPort,
  'listGrants' | 'effectiveGrant' | 'knowsPrincipal' | 'grant' | 'revoke'
>;
type Client = Service<LakeFormation>;

/** BatchGrantPermissions and BatchRevokePermissions take so many entries at most. */
const MAX_ENTRIES = 20;

/** The calls of Lake Formation to grants. The top-level `CatalogId` is left out: it takes nothing but our account. */
export function makeGrants(service: Client): Grants {
  return {
    async listGrants(on, context) {
      // By resource alone: with a principal as well, AWS answers with what is effective, not with what was granted.
      const entries = await list(
        service,
        { Resource: resourceOf(on) },
        `list the grants on ${shownTarget(on)}`,
        context
      );
      return entries && merged(entries.filter((entry) => isOn(entry, on)));
    },
    async effectiveGrant(principal, on, context) {
      const asked = { Principal: { DataLakePrincipalIdentifier: principal }, Resource: resourceOf(on) };
      const doing = `see what ${principal} may do on ${shownTarget(on)}`;
      const entries = await list(service, asked, doing, context);
      return entries && (merged(entries)[0] ?? { principal, permissions: [], grantable: [] });
    },
    async knowsPrincipal(principal, context) {
      // AWS takes no principal without a resource: the one that there always is, is the Data Catalog.
      const Resource = resourceOf({ kind: 'catalog' });
      const asked = { Principal: { DataLakePrincipalIdentifier: principal }, Resource, MaxResults: 1 };
      const look = callOf('ListPermissions', `ask Lake Formation for ${principal}`);
      const work = service.ask(context, look, async (client, options) => {
        const answer = await client.listPermissions(asked, options);
        return listIn(answer.PrincipalResourcePermissions, 'PrincipalResourcePermissions', look);
      });
      return (await unless(isUnknown, work)) !== undefined;
    },
    grant: (grants, context) =>
      changeAll(grants, batchOf(service, 'Grant', context), (each) => grantOne(service, each, context)),
    async revoke(grants, context) {
      const never: TargetedGrant[] = [];
      await changeAll(grants, batchOf(service, 'Revoke', context), async (each) => {
        never.push(...(await revokeOne(service, each, context)));
      });
      return never;
    }
  };
}

function list(
  service: Client,
  asked: Pick<ListPermissionsRequest, 'Principal' | 'Resource'>,
  doing: string,
  context: Context
): Promise<readonly PrincipalResourcePermissions[] | undefined> {
  const look = callOf('ListPermissions', doing);
  const pages = allPages(look, (NextToken) =>
    service.ask(context, look, async (client, options) => {
      const answer = await client.listPermissions({ ...asked, NextToken }, options);
      const items = listIn(answer.PrincipalResourcePermissions, 'PrincipalResourcePermissions', look);
      return { items, next: answer.NextToken };
    })
  );
  return unless(isGone, pages);
}

/** Sends the entries; gives those that failed. */
type Batch = (entries: readonly TargetedGrant[]) => Promise<readonly TargetedGrant[]>;

/**
 * Changes one by a call of its own, more by batches. What fails in a batch is done again by a call of its own,
 * which has its own patience, error and request id; one that fails stops no other.
 */
async function changeAll(
  grants: readonly TargetedGrant[],
  batch: Batch,
  single: (grant: TargetedGrant) => Promise<void>
): Promise<void> {
  const failures: unknown[] = [];
  for (let at = 0; at < grants.length; at += MAX_ENTRIES) {
    const some = grants.slice(at, at + MAX_ENTRIES);
    for (const grant of some.length === 1 ? some : await batch(some)) {
      await single(grant).catch((error: unknown) => failures.push(error));
    }
  }
  if (failures.length > 0) throw failures[0];
}

function batchOf(service: Client, what: 'Grant' | 'Revoke', context: Context): Batch {
  return async (entries) => {
    const principals = [...new Set(entries.map(({ principal }) => principal))];
    const doing = `${what.toLowerCase()} ${principals.join(', ')} on ${entries.map(({ on }) => shownTarget(on)).join(', ')}`;
    const change = callOf(`Batch${what}Permissions`, doing, principals);
    const Entries = entries.map((entry, at) => ({ Id: String(at), ...requestFor(entry) }));
    const answer = await service.ask(context, change, (client, options) =>
      what === 'Grant'
        ? client.batchGrantPermissions({ Entries }, options)
        : client.batchRevokePermissions({ Entries }, options)
    );
    return (answer.Failures ?? []).map((failure) => entryOf(failure, entries, change));
  };
}

function entryOf(
  { RequestEntry }: BatchPermissionsFailureEntry,
  entries: readonly TargetedGrant[],
  change: Call
): TargetedGrant {
  return required(entries[Number(RequestEntry?.Id)], 'the id of an entry that failed', change);
}

async function grantOne(service: Client, grant: TargetedGrant, context: Context): Promise<void> {
  const { principal, on } = grant;
  const give = callOf('GrantPermissions', `grant ${principal} on ${shownTarget(on)}`, [principal]);
  await service.ask(context, give, (client, options) => client.grantPermissions(requestFor(grant), options));
}

/**
 * Gives what was never granted. AWS refuses the whole list when one of it never was; then each is taken away by
 * itself.
 */
async function revokeOne(
  service: Client,
  grant: TargetedGrant,
  context: Context
): Promise<readonly TargetedGrant[]> {
  const { principal, on } = grant;
  const take = callOf('RevokePermissions', `revoke ${principal} on ${shownTarget(on)}`, [principal]);
  const work = service.ask(context, take, (client, options) =>
    client.revokePermissions(requestFor(grant), options)
  );
  const outcome = await work.then(
    () => 'revoked' as const,
    (error: unknown) => refusalOf(error)
  );
  if (outcome === 'revoked' || outcome === 'gone') return [];
  if (outcome === 'unknown principal') return [grant];
  const each = [...new Set([...grant.permissions, ...grant.grantable])];
  if (each.length < 2) return [grant];
  const never: TargetedGrant[] = [];
  for (const permission of each) {
    const only = (names: readonly string[]): string[] => names.filter((name) => name === permission);
    const one = { principal, on, permissions: only(grant.permissions), grantable: only(grant.grantable) };
    never.push(...(await revokeOne(service, one, context)));
  }
  return never;
}

/** Why there is nothing to revoke. Throws what is another error. */
function refusalOf(error: unknown): 'gone' | 'unknown principal' | 'never granted' {
  if (isGone(error)) return 'gone';
  // What a role held that no longer exists is of no use to anybody, and cannot be revoked.
  if (isUnknown(error)) return 'unknown principal';
  if (error instanceof ActionError && /no permissions revoked/i.test(error.answer?.message ?? '')) {
    return 'never granted';
  }
  throw error;
}

/**
 * Not "access denied", which Lake Formation words as "resource does not exist or requester is not authorized": that
 * may be either.
 */
function isGone(error: unknown): boolean {
  return error instanceof ActionError && error.answer?.name === 'EntityNotFoundException';
}

function isUnknown(error: unknown): boolean {
  return error instanceof ActionError && error.code === 'DEAD_PRINCIPAL';
}

// Lake Formation's actions have no resource types in IAM: they are allowed on `*` or not at all.
function callOf(action: string, doing: string, principals: readonly string[] = []): Call {
  return { operation: `lakeformation:${action}`, doing, principals };
}

function requestFor({ on, principal, permissions, grantable }: TargetedGrant): GrantPermissionsRequest {
  return {
    Principal: { DataLakePrincipalIdentifier: principal },
    Resource: resourceOf(on),
    Permissions: [...permissions] as Permission[],
    ...(grantable.length > 0 && { PermissionsWithGrantOption: [...grantable] as Permission[] })
  };
}

/** One grant may come back as several entries. `ALL` is left as AWS gives it, not spelt out. */
function merged(entries: readonly PrincipalResourcePermissions[]): readonly Grant[] {
  const grants = new Map<string, Grant>();
  for (const { Principal, Permissions = [], PermissionsWithGrantOption = [] } of entries) {
    const principal = Principal?.DataLakePrincipalIdentifier;
    if (principal === undefined) continue;
    const before = grants.get(principal);
    grants.set(principal, {
      principal,
      permissions: [...new Set([...(before?.permissions ?? []), ...Permissions])].sort(),
      grantable: [...new Set([...(before?.grantable ?? []), ...PermissionsWithGrantOption])].sort()
    });
  }
  return [...grants.values()];
}
