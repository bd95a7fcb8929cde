import type { Aws, Grant } from '../aws/ports.js';
import type { Context } from '../context.js';
import type { Outputs } from '../outcome.js';
import { TAG } from '../ownership.js';
import type { Change, Observation, Resource } from '../resource.js';
import { grantRecord, readGrantRecord } from './grant-record.js';
import { commonOf, heldBy, missingOf } from './grants.js';
import type { EnvironmentSpec } from './spec.js';

interface State {
  /** What the database's parameter says that this environment granted. */
  readonly record: Grant | undefined;
  readonly grants: readonly Grant[];
}

/** What the role may do on the Glue database, with grant option: by difference, never revoked to be granted again. */
export class DatabaseGrant implements Resource<State> {
  readonly id = 'database-grant';
  readonly kind = 'Lake Formation grant';
  readonly name: string;
  readonly needs: readonly string[];
  readonly wanted = true;
  readonly shared = false;
  private readonly database: string;
  private readonly declared: Grant | undefined;

  /** @param options `afterSettings`: the run's caller becomes an administrator first; `guarded`: it is to be removed */
  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly aws: Pick<Aws, 'glue' | 'lakeFormation'>,
    private readonly options: { readonly afterSettings: boolean; readonly guarded: boolean }
  ) {
    const { role, databasePermissions: permissions } = spec;
    this.database = spec.names.glueDatabase;
    this.name =
      role === undefined
        ? `on ${this.database}`
        : `for ${role.split('/').at(-1) ?? role} on ${this.database}`;
    this.needs = options.afterSettings ? ['glue-database', 'data-lake-settings'] : ['glue-database'];
    this.declared = role === undefined ? undefined : { principal: role, permissions, grantable: permissions };
  }

  async observe(context: Context): Promise<Observation<State>> {
    const state = await this.look(context);
    if (state === undefined) return {};
    const there = this.ours(state).length > 0 || (!this.options.guarded && this.isHeld(state));
    return there ? { state } : {};
  }

  diff(state: State | undefined): Change[] {
    const { declared } = this;
    if (declared === undefined) return [];
    const held = heldBy(declared.principal, state?.grants ?? []);
    const missing = missingOf(declared, held);
    return [
      ...(state === undefined ? [{ path: 'principal', to: declared.principal }] : []),
      ...added('permissions', missing.permissions, held.permissions),
      ...added('grant-option', missing.grantable, held.grantable),
      ...this.excess(state).map((grant) => ({ path: 'revoke', from: shown(grant) })),
      ...this.recordChange(state)
    ];
  }

  async create(context: Context): Promise<boolean> {
    const state = await this.look(context);
    await this.update(context, state ?? { record: undefined, grants: [] });
    return true;
  }

  async update(context: Context, state: State): Promise<void> {
    const { declared, database } = this;
    if (declared === undefined) return;
    const missing = missingOf(declared, heldBy(declared.principal, state.grants));
    const permissions = [...new Set([...missing.permissions, ...missing.grantable])];
    if (permissions.length > 0) {
      await this.aws.lakeFormation.grantOnDatabase(database, { ...missing, permissions }, context);
    }
    await this.revoke(this.excess(state), context);
    if (this.recordChange(state).length > 0) {
      await this.aws.glue.addParameters(database, grantRecord(this.spec), context);
    }
  }

  async remove(context: Context, state: State): Promise<void> {
    await this.revoke(this.ours(state), context);
  }

  outputs(): Partial<Outputs> {
    return {};
  }

  private async look(context: Context): Promise<State | undefined> {
    const [database, grants] = await Promise.all([
      this.aws.glue.getDatabase(this.database, context),
      this.aws.lakeFormation.listDatabaseGrants(this.database, context)
    ]);
    if (database === undefined || grants === undefined) return undefined;
    return { record: readGrantRecord(database.parameters), grants };
  }

  /** The role may do all that is declared, if only through a grant of somebody else, such as `ALL`. */
  private isHeld({ grants }: State): boolean {
    const { declared } = this;
    if (declared === undefined) return false;
    const { permissions, grantable } = missingOf(declared, heldBy(declared.principal, grants));
    return permissions.length + grantable.length === 0;
  }

  private async revoke(grants: readonly Grant[], context: Context): Promise<void> {
    for (const grant of grants) await this.aws.lakeFormation.revokeOnDatabase(this.database, grant, context);
  }

  /** What is granted and is this environment's: what is recorded, and what is declared. */
  private ours({ record, grants }: State): Grant[] {
    const own = [record, this.declared].flatMap((grant) => grant ?? []);
    const principals = [...new Set(own.map((grant) => grant.principal))];
    return principals.flatMap((who) => commonOf(heldBy(who, own), heldBy(who, grants)) ?? []);
  }

  /** What was recorded as granted, is still there, and is no longer declared. */
  private excess(state: State | undefined): Grant[] {
    const { declared } = this;
    const record = state?.record;
    if (record === undefined || declared === undefined) return [];
    const keep = record.principal === declared.principal ? declared.permissions : [];
    const permissions = record.permissions.filter((each) => !keep.includes(each) && !keep.includes('ALL'));
    const dropped = { principal: record.principal, permissions, grantable: permissions };
    const there = commonOf(dropped, heldBy(record.principal, state?.grants ?? []));
    return there === undefined ? [] : [there];
  }

  private recordChange(state: State | undefined): Change[] {
    const to = grantRecord(this.spec)[TAG.granted];
    const from = state?.record && shown(state.record);
    return state === undefined || from === to ? [] : [{ path: 'record', from, to }];
  }
}

function added(path: string, missing: readonly string[], held: readonly string[]): Change[] {
  if (missing.length === 0) return [];
  const from = held.length === 0 ? undefined : held.join(', ');
  return [{ path, from, to: [...held, ...missing].join(', ') }];
}

function shown({ principal, permissions }: Grant): string {
  return `${principal} ${[...permissions].sort().join(',')}`;
}
