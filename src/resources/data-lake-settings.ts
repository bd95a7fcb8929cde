import type { DataLakeSettings as Settings } from '../aws/ports.js';
import type { Change } from '../change.js';
import type { Deed, Observation, Resource } from '../engine/resource.js';
import { ActionError } from '../errors.js';
import type { Outputs } from '../outcome.js';
import type { Look } from '../observe/look.js';
import type { Writers } from '../observe/readers.js';
import { blockedByDead, deadAdmins, withPlaces } from './dead-admins.js';
import { adminsOf } from './own-rights.js';
import { unknownPrincipals } from './principals.js';
import type { EnvironmentSpec } from './spec.js';

interface State {
  readonly settings: Settings;
  /** Administrators that are to be removed, since they no longer exist. */
  readonly dead: ReadonlySet<string>;
}

const NONE: State = { settings: {}, dead: new Set() };

/** PutDataLakeSettings takes so many administrators at most. */
const MAX_ADMINS = 30;
/** A writer that had read before our write, and writes after it, undoes ours; by then it has written, ms. */
const SETTLE_MS = 1_000;

/**
 * Lake Formation's settings: one document for everybody in the account and region, written as a whole and without
 * a version. What is asked for is merged into what is there; nothing is ever taken out, but administrators that no
 * longer exist, where that is asked for.
 */
export class DataLakeSettings implements Resource<State> {
  readonly id = 'data-lake-settings';
  readonly kind = 'Lake Formation settings';
  readonly name: string;
  readonly needs: readonly string[] = [];
  readonly wanted = true;
  readonly shared = true;

  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly lakeFormation: Writers['lakeFormation']
  ) {
    this.name = `of account ${spec.accountId} in ${spec.region}`;
  }

  async observe(look: Look, before?: Observation<State>): Promise<Observation<State>> {
    const { clock, signal } = look.context;
    const early = look.learnt.settingsFrom - clock.now();
    if (early > 0) await clock.sleep(early, signal);
    const settings = await look.lakeFormation.getSettings();
    const dead = before?.state?.dead ?? (await this.toPrune(look, settings));
    return { state: { settings, dead } };
  }

  /** Why Lake Formation would refuse the document that is to be written. */
  async obstacle(
    look: Look,
    _deed: Deed,
    { state = NONE }: Observation<State>
  ): Promise<ActionError | undefined> {
    const dead = await deadAdmins(look, this.spec, state.settings);
    const refusal = this.tooMany(state) ?? (await this.unknownAdmins(look, state));
    if (refusal !== undefined || dead.size === 0 || this.spec.pruneDeadAdmins) return refusal;
    return blockedByDead(state.settings, dead);
  }

  diff(state: State = NONE): Change[] {
    const admins = this.missingAdmins(state).map((to) => ({ path: 'admins', to }));
    const owners = this.missingOwners(state).map((to) => ({ path: 'trusted-resource-owners', to }));
    const dead = adminsOf(state.settings).filter((arn) => state.dead.has(arn));
    return [...dead.map((from) => ({ path: 'admins', from })), ...admins, ...owners];
  }

  async create(look: Look): Promise<boolean> {
    await this.update(look, NONE);
    return true;
  }

  /**
   * Merges what is asked for into the document as it is when it is written. There is no version that would tell of another
   * writer: whether what was added stays shows a look that comes late enough.
   */
  async update({ context, learnt }: Look, { dead }: State): Promise<void> {
    const { clock } = context;
    let merged: Settings = {};
    const merge = (settings: Settings): Settings | undefined => {
      const state = { settings, dead };
      return this.diff(state).length === 0 ? undefined : (merged = this.merged(state));
    };
    try {
      const wrote = await this.lakeFormation.changeSettings(merge, context);
      if (wrote) learnt.settingsFrom = clock.now() + SETTLE_MS;
    } catch (error) {
      throw error instanceof ActionError ? withPlaces(error, merged) : error;
    }
  }

  async remove(): Promise<void> {
    // Shared by the whole account: never removed.
  }

  outputs(state: State = NONE): Partial<Outputs> {
    const admins = [...stayingAdmins(state), ...this.missingAdmins(state)];
    return { 'lakeformation-admins': JSON.stringify(admins) };
  }

  private merged(state: State): Settings {
    const { settings, dead } = state;
    const staying = (settings.DataLakeAdmins ?? []).filter(
      ({ DataLakePrincipalIdentifier: arn }) => arn === undefined || !dead.has(arn)
    );
    const admins = [...staying, ...this.missingAdmins(state).map(asPrincipal)];
    const owners = [...(settings.TrustedResourceOwners ?? []), ...this.missingOwners(state)];
    return { ...settings, DataLakeAdmins: admins, TrustedResourceOwners: owners };
  }

  private missingAdmins(state: State): string[] {
    const there = stayingAdmins(state);
    if (this.spec.admins.length === 0) return there.length === 0 ? [this.spec.accountRoot] : [];
    return this.spec.admins.filter((admin) => !there.includes(admin));
  }

  private missingOwners({ settings }: State): string[] {
    const there = settings.TrustedResourceOwners ?? [];
    return there.includes(this.spec.accountId) ? [] : [this.spec.accountId];
  }

  private async toPrune(look: Look, settings: Settings): Promise<ReadonlySet<string>> {
    return this.spec.pruneDeadAdmins ? deadAdmins(look, this.spec, settings) : NONE.dead;
  }

  private async unknownAdmins(look: Look, state: State): Promise<ActionError | undefined> {
    const asked = this.missingAdmins(state);
    const unknown = await unknownPrincipals(look, this.spec.accountId, asked);
    if (unknown.size === 0) return undefined;
    const list = [...unknown].map(([arn, why]) => `${arn} (${why})`).join(', ');
    return new ActionError('PRINCIPAL_UNKNOWN', {
      found: `These are to become Lake Formation administrators and do not exist: ${list}.`,
      todo: 'Correct lakeformation-admin-arns: each role and user must exist in IAM, and its ARN be given with its path.'
    });
  }

  private tooMany(state: State): ActionError | undefined {
    const missing = this.missingAdmins(state);
    const count = stayingAdmins(state).length + missing.length;
    if (count <= MAX_ADMINS || missing.length === 0) return undefined;
    return new ActionError('TOO_MANY_ADMINS', {
      found: `With those asked for there would be ${count} Lake Formation administrators; at most ${MAX_ADMINS} are allowed. There now: ${adminsOf(state.settings).join(', ')}.`
    });
  }
}

function stayingAdmins({ settings, dead }: State): string[] {
  return adminsOf(settings).filter((arn) => !dead.has(arn));
}

function asPrincipal(arn: string): { DataLakePrincipalIdentifier: string } {
  return { DataLakePrincipalIdentifier: arn };
}
