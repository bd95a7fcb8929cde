import type {
  DataLakeSettings as SdkSettings,
  GrantPermissionsRequest,
  LakeFormation,
  Permission,
  PrincipalResourcePermissions
} from '@aws-sdk/client-lakeformation';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import { required } from './answer.js';
import type { Call } from './call.js';
import { isNotThere } from './classify.js';
import type { DataLakeSettings, Grant, LakeFormationPort } from './ports.js';
import { findAll, type Service, unless } from './service.js';

type Settings = Pick<LakeFormationPort, 'getSettings' | 'putSettings'>;
type Grants = Pick<LakeFormationPort, 'listDatabaseGrants' | 'grantOnDatabase' | 'revokeOnDatabase'>;

// Lake Formation's actions have no resource types in IAM: they are allowed on `*` or not at all.
const call = (action: string, doing: string, principals: readonly string[] = []): Call => ({
  operation: `lakeformation:${action}`,
  doing,
  principals
});

/** The calls of Lake Formation to its settings of the account and region. */
export function makeSettings(service: Service<LakeFormation>): Settings {
  return {
    async getSettings(context) {
      const read = call('GetDataLakeSettings', 'read the Lake Formation settings');
      const answer = await service.ask(context, read, (lakeFormation, options) =>
        lakeFormation.getDataLakeSettings({}, options)
      );
      return required(answer.DataLakeSettings, 'DataLakeSettings', read) as DataLakeSettings;
    },
    async putSettings(settings, context) {
      const admins = settings.DataLakeAdmins?.map((admin) => admin.DataLakePrincipalIdentifier ?? '') ?? [];
      const write = call('PutDataLakeSettings', 'write the Lake Formation settings', admins);
      await service.ask(context, write, (lakeFormation, options) =>
        lakeFormation.putDataLakeSettings({ DataLakeSettings: settings as SdkSettings }, options)
      );
    }
  };
}

/** The calls of Lake Formation to the grants on databases. The top-level `CatalogId` is left out: it is ours. */
export function makeGrants(service: Service<LakeFormation>): Grants {
  return {
    async listDatabaseGrants(database, context) {
      const list = call('ListPermissions', `list the grants on the database ${database}`);
      // By resource alone: with a principal as well, AWS answers with what is effective, not with what was granted.
      const Resource = { Database: { Name: database } };
      const entries = await findAll(list, (NextToken) =>
        service.ask(context, list, async (lakeFormation, options) => {
          const answer = await lakeFormation.listPermissions({ Resource, NextToken }, options);
          const items = required(answer.PrincipalResourcePermissions, 'PrincipalResourcePermissions', list);
          return { items, next: answer.NextToken };
        })
      );
      return entries && merged(entries.filter((entry) => isOn(entry, database)));
    },
    async grantOnDatabase(database, grant, context) {
      const { principal } = grant;
      const give = call('GrantPermissions', `grant ${principal} on the database ${database}`, [principal]);
      await service.ask(context, give, (lakeFormation, options) =>
        lakeFormation.grantPermissions(requestFor(database, grant), options)
      );
    },
    revokeOnDatabase: (database, grant, context) => revoke(service, database, grant, context)
  };
}

/** AWS refuses the whole list when one of it was never granted; then each is taken away by itself. */
async function revoke(
  service: Service<LakeFormation>,
  database: string,
  grant: Grant,
  context: Context
): Promise<void> {
  const { principal } = grant;
  const take = call('RevokePermissions', `revoke ${principal} on the database ${database}`, [principal]);
  const work = service.ask(context, take, (lakeFormation, options) =>
    lakeFormation.revokePermissions(requestFor(database, grant), options)
  );
  const answer = await unless((error) => isNotThere(error) || wasNeverGranted(error), work);
  const each = [...new Set([...grant.permissions, ...grant.grantable])];
  if (answer !== undefined || each.length < 2) return;
  for (const permission of each) {
    const only = (list: readonly string[]): string[] => list.filter((other) => other === permission);
    const single = { principal, permissions: only(grant.permissions), grantable: only(grant.grantable) };
    await revoke(service, database, single, context);
  }
}

function wasNeverGranted(error: unknown): boolean {
  const answer = error instanceof ActionError ? error.answer : undefined;
  return answer?.name === 'InvalidInputException' && /no permissions revoked/i.test(answer.message);
}

function requestFor(database: string, { principal, permissions, grantable }: Grant): GrantPermissionsRequest {
  return {
    Principal: { DataLakePrincipalIdentifier: principal },
    Resource: { Database: { Name: database } },
    Permissions: [...permissions] as Permission[],
    ...(grantable.length > 0 && { PermissionsWithGrantOption: [...grantable] as Permission[] })
  };
}

/** An entry on the database itself; the list may hold others. Glue folds names to lower case. */
function isOn({ Resource, Principal }: PrincipalResourcePermissions, database: string): boolean {
  const name = Resource?.Database?.Name;
  return (
    name?.toLowerCase() === database.toLowerCase() && Principal?.DataLakePrincipalIdentifier !== undefined
  );
}

/** One grant may come back as several entries. `ALL` is left as AWS gives it, not spelt out. */
function merged(entries: readonly PrincipalResourcePermissions[]): readonly Grant[] {
  const grants = new Map<string, Grant>();
  for (const { Principal, Permissions = [], PermissionsWithGrantOption = [] } of entries) {
    const principal = Principal?.DataLakePrincipalIdentifier ?? '';
    const before = grants.get(principal);
    grants.set(principal, {
      principal,
      permissions: [...new Set([...(before?.permissions ?? []), ...Permissions])].sort(),
      grantable: [...new Set([...(before?.grantable ?? []), ...PermissionsWithGrantOption])].sort()
    });
  }
  return [...grants.values()];
}
