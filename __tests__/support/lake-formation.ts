import type {
  DataLakeSettings,
  Grant,
  GrantTarget,
  LakeFormationPort,
  Registration,
  TargetedGrant
} from '../../src/aws/ports.js';
import type { Context } from '../../src/context.js';
import { rewrite } from '../../src/rewrite.js';
import type { FakeGlue } from './glue.js';

const without = (these: readonly string[], those: readonly string[]): string[] =>
  these.filter((each) => !those.includes(each));

/** A grant; without `on`: on the one Glue database that tests use. */
type FakeGrant = Grant & { readonly on?: GrantTarget };

/** Lake Formation in memory. Every writing call is written down in `writes`. */
export class FakeLakeFormation implements LakeFormationPort {
  settings: DataLakeSettings = {};
  grants: FakeGrant[] = [];
  /** What is listed though it was never granted, as AWS does with what administrators may do. */
  implicit: FakeGrant[] = [];
  readonly registrations = new Map<string, Registration>();
  /** Principals that it refuses to hear of. */
  readonly unknown = new Set<string>();

  constructor(
    private readonly writes: string[],
    private readonly glue: FakeGlue
  ) {}

  getSettings(): Promise<DataLakeSettings> {
    return Promise.resolve(structuredClone(this.settings));
  }

  changeSettings(
    change: (settings: DataLakeSettings) => DataLakeSettings | undefined,
    context: Context
  ): Promise<boolean> {
    return rewrite(context, {
      what: 'write the Lake Formation settings',
      patience: { DEAD_PRINCIPAL: 120_000 },
      read: () => this.getSettings(),
      write: async (there) => {
        const settings = change(there);
        if (settings !== undefined) await this.putSettings(settings);
        return settings !== undefined;
      }
    });
  }

  putSettings(settings: DataLakeSettings): Promise<void> {
    this.writes.push('putSettings');
    this.settings = structuredClone(settings);
    return Promise.resolve();
  }

  listGrants(on: GrantTarget): Promise<readonly Grant[] | undefined> {
    const isGone =
      on.kind !== 'catalog' && on.catalogId === undefined && !this.glue.databases.has(on.database);
    const listed = [...this.grants, ...this.implicit].filter((grant) => isOn(grant, on));
    return Promise.resolve(isGone ? undefined : listed);
  }

  async effectiveGrant(principal: string, on: GrantTarget): Promise<Grant | undefined> {
    const own = (await this.listGrants(on))?.filter((grant) => grant.principal === principal);
    return (
      own && {
        principal,
        permissions: own.flatMap(({ permissions }) => permissions),
        grantable: own.flatMap(({ grantable }) => grantable)
      }
    );
  }

  knowsPrincipal(principal: string): Promise<boolean> {
    return Promise.resolve(!this.unknown.has(principal));
  }

  grant(grants: readonly TargetedGrant[]): Promise<void> {
    for (const grant of grants) {
      this.writes.push(`grant ${described(grant)}`);
      this.grants.push(grant);
    }
    return Promise.resolve();
  }

  revoke(gone: readonly TargetedGrant[]): Promise<readonly TargetedGrant[]> {
    for (const each of gone) this.take(each);
    return Promise.resolve(
      gone.filter((each) =>
        this.implicit.some((one) => isOn(one, each.on) && one.principal === each.principal)
      )
    );
  }

  getRegistration(resourceArn: string): Promise<Registration | undefined> {
    return Promise.resolve(this.registrations.get(resourceArn));
  }

  register(resourceArn: string, roleArn: string): Promise<boolean> {
    this.writes.push(`register ${roleArn}`);
    if (this.registrations.has(resourceArn)) return Promise.resolve(false);
    this.registrations.set(resourceArn, { roleArn, withFederation: true });
    return Promise.resolve(true);
  }

  private take(gone: TargetedGrant): void {
    this.writes.push(`revoke ${described(gone)}`);
    this.grants = this.grants
      .map((grant) =>
        grant.principal === gone.principal && isOn(grant, gone.on)
          ? {
              ...grant,
              permissions: without(grant.permissions, gone.permissions),
              grantable: without(without(grant.grantable, gone.grantable), gone.permissions)
            }
          : grant
      )
      .filter(({ permissions }) => permissions.length > 0);
  }
}

function isOn(grant: FakeGrant, on: GrantTarget): boolean {
  return grant.on === undefined
    ? on.kind === 'database' && on.catalogId === undefined
    : nameOf(grant.on) === nameOf(on);
}

/** `dev_db`, `dev_db/*`, `1:s3tablescatalog/b`, `1:s3tablescatalog/b/ns/*` */
function nameOf(on: GrantTarget): string {
  const path = [on.catalogId, ...(on.kind === 'catalog' ? [] : [on.database])];
  return [...path, ...(on.kind === 'tables' ? ['*'] : [])].filter((part) => part !== undefined).join('/');
}

function described({ on, principal, permissions }: TargetedGrant): string {
  return `${nameOf(on)} ${principal.split('/').at(-1) ?? principal} ${permissions.join(',')}`;
}
