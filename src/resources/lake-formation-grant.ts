import type { Aws, GlueDatabase, Grant, Tags, TargetedGrant } from '../aws/ports.js';
import type { Context } from '../context.js';
import type { ActionError } from '../errors.js';
import type { Outputs } from '../outcome.js';
import type { Change, Observation, Resource } from '../resource.js';
import { isCaller } from './caller.js';
import type { Aim } from './grant-aims.js';
import { addedChanges, excess, missing, ours, recordChange, shown, type Held } from './grant-difference.js';
import { readGrantRecord, recordOf } from './grant-record.js';
import { without } from './grants.js';
import { movedNotes } from './moved-grants.js';
import { isHidden } from './own-rights.js';
import type { EnvironmentSpec } from './spec.js';

/** What there is, aim by aim; none: there is nothing to grant here. */
export type GrantState = readonly Held[];

/** What makes one resource of grants different from another. */
export interface GrantScope {
  readonly id: string;
  /** What the grants are on, for people. */
  readonly on: string;
  readonly needs: readonly string[];
  readonly aims: readonly Aim[];
  /** It is to be removed. */
  readonly guarded: boolean;
  /** Whether there is anything to look at; with a note: nothing is granted here, and why. */
  readonly applies: (parameters: Tags | undefined, context: Context) => Promise<boolean | string>;
  /** Why the grants that are missing must not even be tried; `undefined`: what they are on is yet to be made. */
  readonly refusal: (
    missing: readonly TargetedGrant[] | undefined,
    context: Context
  ) => Promise<ActionError | undefined>;
}

/** What the run needs to find and delete what it has a grant on: it goes with the thing. */
const TO_FINISH = ['ALL', 'DESCRIBE', 'DROP'];

/** What the role may do on a few things that belong together: by difference, never revoked to be granted again. */
export class LakeFormationGrant implements Resource<GrantState> {
  readonly id: string;
  readonly kind = 'Lake Formation grant';
  readonly name: string;
  readonly needs: readonly string[];
  readonly wanted = true;
  readonly shared = false;
  /** What AWS lists and says was never granted: what administrators may do because they are. */
  private never: readonly TargetedGrant[] = [];
  private refused: Promise<ActionError | undefined> | undefined;

  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly aws: Pick<Aws, 'glue' | 'lakeFormation'>,
    private readonly scope: GrantScope
  ) {
    const who = spec.role?.split('/').at(-1);
    this.id = scope.id;
    this.name = who === undefined ? `on ${scope.on}` : `for ${who} on ${scope.on}`;
    this.needs = scope.needs;
  }

  async observe(context: Context): Promise<Observation<GrantState>> {
    const database = await this.findDatabase(context);
    const applies = await this.scope.applies(database?.parameters, context);
    if (typeof applies === 'string') return { state: [], notes: [applies] };
    if (!applies) return {};
    if (database === undefined) return { applyRefusal: await this.whyNot(undefined, context) };
    const state = await this.look(database.parameters, context);
    const lacking = this.missing(state);
    const there =
      state.some((held) => this.ours(held).length > 0) || (!this.scope.guarded && lacking.length === 0);
    return {
      ...(there && { state }),
      applyRefusal: await this.whyNot(lacking, context),
      notes: movedNotes(this.spec.role, state)
    };
  }

  diff(state: GrantState | undefined): Change[] {
    const { role } = this.spec;
    if (role === undefined) return [];
    if (state !== undefined) return state.flatMap((held) => this.changes(role, held));
    const nothing = this.scope.aims.map((aim): Held => ({ aim, record: undefined, grants: [] }));
    return [{ path: 'principal', to: role }, ...nothing.flatMap((held) => addedChanges(role, held))];
  }

  async create(context: Context): Promise<boolean> {
    const database = await this.aws.glue.getDatabase(this.spec.names.glueDatabase, context);
    await this.update(context, await this.look(database?.parameters ?? {}, context));
    return true;
  }

  /** A record that forgets nothing is written first, so that nothing is ever granted without one. */
  async update(context: Context, state: GrantState): Promise<void> {
    const isNew = state.every(({ record }) => record === undefined);
    if (isNew) await this.remember(state, context);
    const grants = this.missing(state);
    if (grants.length > 0) await this.aws.lakeFormation.grant(grants, context);
    await this.revoke(this.excess(state), context);
    if (!isNew) await this.remember(state, context);
  }

  async remove(context: Context, state: GrantState): Promise<void> {
    await this.revoke(
      state.flatMap((held) => this.ours(held)),
      context
    );
  }

  outputs(): Partial<Outputs> {
    return {};
  }

  /** To apply, the database itself, which these grants need, says that it may not be looked at. */
  private async findDatabase(context: Context): Promise<GlueDatabase | undefined> {
    try {
      return await this.aws.glue.getDatabase(this.spec.names.glueDatabase, context);
    } catch (error) {
      if (this.scope.guarded || !isHidden(error)) throw error;
      return undefined;
    }
  }

  private look(parameters: Tags, context: Context): Promise<Held[]> {
    const { aims, guarded } = this.scope;
    const held = aims.map((aim) => ({ aim, record: readGrantRecord(parameters, aim.record) }));
    return Promise.all(
      held
        .filter(
          ({ aim, record }) => record !== undefined || (aim.permissions.length > 0 && this.mayBeOurs(guarded))
        )
        .map(async ({ aim, record }) => {
          const grants = (await this.aws.lakeFormation.listGrants(aim.on, context)) ?? [];
          return { aim, record, grants: grants.flatMap((grant) => this.withoutNever(aim, grant) ?? []) };
        })
    );
  }

  /** To destroy, what is declared counts as ours only where the role is known. */
  private mayBeOurs(guarded: boolean): boolean {
    return !guarded || this.spec.role !== undefined;
  }

  private missing(state: GrantState): TargetedGrant[] {
    const { role } = this.spec;
    return role === undefined ? [] : state.flatMap((held) => missing(role, held) ?? []);
  }

  private excess(state: GrantState): TargetedGrant[] {
    const { role } = this.spec;
    return role === undefined ? [] : state.flatMap((held) => excess(role, held) ?? []);
  }

  /** What is to be revoked when the environment goes. The run itself keeps what it needs until then. */
  private ours(held: Held): TargetedGrant[] {
    const { role, callerArn } = this.spec;
    return ours(role, held).flatMap((grant) => {
      if (!this.scope.guarded || !isCaller(grant.principal, callerArn)) return [grant];
      const left = without(grant, TO_FINISH);
      return left === undefined ? [] : [{ ...left, on: grant.on }];
    });
  }

  private changes(role: string, held: Held): Change[] {
    const gone = excess(role, held);
    return [
      ...addedChanges(role, held),
      ...(gone === undefined ? [] : [{ path: `${held.aim.label}revoke`, from: shown(gone) }]),
      ...recordChange(role, held)
    ];
  }

  private async revoke(grants: readonly TargetedGrant[], context: Context): Promise<void> {
    if (grants.length === 0) return;
    this.never = [...this.never, ...(await this.aws.lakeFormation.revoke(grants, context))];
  }

  private async remember(state: GrantState, context: Context): Promise<void> {
    const { role } = this.spec;
    if (role === undefined) return;
    const changed = state.filter((held) => recordChange(role, held).length > 0);
    const entries = changed.map(({ aim }) => [aim.record, recordOf(role, aim)] as const);
    if (entries.length === 0) return;
    await this.aws.glue.addParameters(this.spec.names.glueDatabase, Object.fromEntries(entries), context);
  }

  private withoutNever(aim: Aim, grant: Grant): Grant | undefined {
    const same = this.never.filter(({ on, principal }) => on === aim.on && principal === grant.principal);
    return without(
      grant,
      same.flatMap(({ permissions }) => permissions)
    );
  }

  /** Asked once: what is not there yet after it was granted is only late. */
  private async whyNot(
    lacking: readonly TargetedGrant[] | undefined,
    context: Context
  ): Promise<ActionError | undefined> {
    if (this.scope.guarded) return undefined;
    this.refused ??=
      lacking?.length === 0 ? Promise.resolve(undefined) : this.scope.refusal(lacking, context);
    return this.refused;
  }
}
