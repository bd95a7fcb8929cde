import type { GlueDatabase, Grant, Tags, TargetedGrant } from '../aws/ports.js';
import type { Look } from '../observe/look.js';
import type { ActionError } from '../errors.js';
import type { Outputs } from '../outcome.js';
import type { Change } from '../change.js';
import type { Deed, Observation, Resource } from '../engine/resource.js';
import type { Writers } from '../observe/readers.js';
import { isCaller } from './caller.js';
import type { Aim } from './grant-aims.js';
import { addedChanges, excess, missing, ours, recordChange, shown, type Held } from './grant-difference.js';
import { grantRecord, readGrantRecord, recordOf } from './grant-record.js';
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
  readonly applies: (look: Look, parameters: Tags | undefined) => Promise<boolean | string>;
  /** The id of what they are on, where nobody is granted anything on it when it is made. */
  readonly newWith?: string;
  /** Why the grants that are missing must not even be tried; `undefined`: what they are on is yet to be made. */
  readonly refusal: (
    look: Look,
    missing: readonly TargetedGrant[] | undefined
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

  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly aws: Pick<Writers, 'glue' | 'lakeFormation'>,
    private readonly scope: GrantScope
  ) {
    const who = spec.role?.split('/').at(-1);
    this.id = scope.id;
    this.name = who === undefined ? `on ${scope.on}` : `for ${who} on ${scope.on}`;
    this.needs = scope.needs;
  }

  async observe(look: Look): Promise<Observation<GrantState>> {
    this.beginToRead(look);
    const database = await this.findDatabase(look);
    const applies = await this.scope.applies(look, database?.parameters);
    if (typeof applies === 'string') return { state: [], notes: [applies] };
    if (!applies || database === undefined) return {};
    const state = await this.look(look, database.parameters);
    const there =
      state.some((held) => this.ours(held).length > 0) ||
      (!this.scope.guarded && this.missing(state).length === 0);
    return { ...(there && { state }), notes: movedNotes(this.spec.role, state) };
  }

  /** Why Lake Formation would refuse to grant what is missing. */
  async obstacle(look: Look, deed: Deed): Promise<ActionError | undefined> {
    if (deed === 'remove') return undefined;
    const database = await this.findDatabase(look);
    const lacking = database && this.missing(await this.look(look, database.parameters));
    return lacking?.length === 0 ? undefined : this.scope.refusal(look, lacking);
  }

  diff(state: GrantState | undefined): Change[] {
    const { role } = this.spec;
    if (role === undefined) return [];
    if (state !== undefined) return state.flatMap((held) => this.changes(role, held));
    const nothing = this.scope.aims.map((aim): Held => ({ aim, record: undefined, grants: [] }));
    return [{ path: 'principal', to: role }, ...nothing.flatMap((held) => addedChanges(role, held))];
  }

  async create(look: Look): Promise<boolean> {
    const { newWith, aims } = this.scope;
    if (newWith !== undefined && look.learnt.made.has(newWith)) {
      const record = grantRecord(this.spec);
      const nobody = aims.map((aim) => ({ aim, record: readGrantRecord(record, aim.record), grants: [] }));
      await this.update(look, nobody);
      return true;
    }
    const now = look.anew();
    const database = await now.glue.getDatabase(this.spec.names.glueDatabase);
    await this.update(now, await this.look(now, database?.parameters ?? {}));
    return true;
  }

  /** A record that forgets nothing is written first, so that nothing is ever granted without one. */
  async update(look: Look, state: GrantState): Promise<void> {
    const isNew = state.every(({ record }) => record === undefined);
    if (isNew) await this.remember(look, state);
    const grants = this.missing(state);
    if (grants.length > 0) await this.aws.lakeFormation.grant(grants, look.context);
    await this.revoke(look, this.excess(state));
    if (!isNew) await this.remember(look, state);
  }

  async remove(look: Look, state: GrantState): Promise<void> {
    await this.revoke(
      look,
      state.flatMap((held) => this.ours(held))
    );
  }

  outputs(): Partial<Outputs> {
    return {};
  }

  /** To apply, the database itself, which these grants need, says that it may not be looked at. */
  private async findDatabase(look: Look): Promise<GlueDatabase | undefined> {
    try {
      return await look.glue.getDatabase(this.spec.names.glueDatabase);
    } catch (error) {
      if (this.scope.guarded || !isHidden(error)) throw error;
      return undefined;
    }
  }

  private look(look: Look, parameters: Tags): Promise<Held[]> {
    const { aims, guarded } = this.scope;
    const held = aims.map((aim) => ({ aim, record: readGrantRecord(parameters, aim.record) }));
    return Promise.all(
      held
        .filter(
          ({ aim, record }) => record !== undefined || (aim.permissions.length > 0 && this.mayBeOurs(guarded))
        )
        .map(async ({ aim, record }) => {
          const grants = (await look.lakeFormation.listGrants(aim.on)) ?? [];
          return { aim, record, grants: grants.flatMap((grant) => withoutNever(look, aim, grant) ?? []) };
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

  private async revoke({ context, learnt }: Look, grants: readonly TargetedGrant[]): Promise<void> {
    if (grants.length === 0) return;
    learnt.neverGranted.push(...(await this.aws.lakeFormation.revoke(grants, context)));
  }

  private async remember({ context }: Look, state: GrantState): Promise<void> {
    const { role } = this.spec;
    if (role === undefined) return;
    const changed = state.filter((held) => recordChange(role, held).length > 0);
    const entries = changed.map(({ aim }) => [aim.record, recordOf(role, aim)] as const);
    if (entries.length === 0) return;
    await this.aws.glue.addParameters(this.spec.names.glueDatabase, Object.fromEntries(entries), context);
  }

  /** What the environment grants on things of its own is asked for together with the database. */
  private beginToRead(look: Look): void {
    if (this.scope.newWith === undefined || this.spec.role === undefined) return;
    const asked = this.scope.aims.filter(({ permissions }) => permissions.length > 0);
    for (const { on } of asked) look.ahead(() => look.lakeFormation.listGrants(on));
  }
}

function withoutNever({ learnt }: Look, aim: Aim, grant: Grant): Grant | undefined {
  const same = learnt.neverGranted.filter(
    ({ on, principal }) => on === aim.on && principal === grant.principal
  );
  return without(
    grant,
    same.flatMap(({ permissions }) => permissions)
  );
}
