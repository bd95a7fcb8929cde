import type { DataLakeSettings, Grant, LakeFormationPort } from '../../src/aws/ports.js';
import type { FakeGlue } from './glue.js';

const without = (these: readonly string[], those: readonly string[]): string[] =>
  these.filter((each) => !those.includes(each));

/** Lake Formation in memory. Every writing call is written down in `writes`. */
export class FakeLakeFormation implements LakeFormationPort {
  settings: DataLakeSettings = {};
  /** Every grant there is; all are on the one database that tests use. */
  grants: Grant[] = [];

  constructor(
    private readonly writes: string[],
    private readonly glue: FakeGlue
  ) {}

  getSettings(): Promise<DataLakeSettings> {
    return Promise.resolve(structuredClone(this.settings));
  }

  putSettings(settings: DataLakeSettings): Promise<void> {
    this.writes.push('putSettings');
    this.settings = structuredClone(settings);
    return Promise.resolve();
  }

  listDatabaseGrants(database: string): Promise<readonly Grant[] | undefined> {
    return Promise.resolve(this.glue.databases.has(database) ? [...this.grants] : undefined);
  }

  grantOnDatabase(database: string, grant: Grant): Promise<void> {
    this.writes.push(`grant ${described(database, grant)}`);
    this.grants.push(grant);
    return Promise.resolve();
  }

  revokeOnDatabase(database: string, gone: Grant): Promise<void> {
    this.writes.push(`revoke ${described(database, gone)}`);
    this.grants = this.grants
      .map((grant) =>
        grant.principal === gone.principal
          ? {
              ...grant,
              permissions: without(grant.permissions, gone.permissions),
              grantable: without(without(grant.grantable, gone.grantable), gone.permissions)
            }
          : grant
      )
      .filter(({ permissions }) => permissions.length > 0);
    return Promise.resolve();
  }
}

function described(database: string, { principal, permissions }: Grant): string {
  return `${database} ${principal.split('/').at(-1) ?? principal} ${permissions.join(',')}`;
}
