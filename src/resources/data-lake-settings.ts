import type { Aws, DataLakeSettings as Settings } from '../aws/ports.js';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import type { Outputs } from '../outcome.js';
import type { Change, Observation, Resource } from '../resource.js';
import { rewrite } from '../rewrite.js';
import { waitUntil } from '../wait.js';
import { blockedByDead, deadAdmins, withPlaces } from './dead-admins.js';
import { adminsOf } from './own-rights.js';
import { unknownPrincipals } from './principals.js';
import type { EnvironmentSpec } from './spec.js';

type State = Settings;

/** PutDataLakeSettings takes so many administrators at most. */
const MAX_ADMINS = 30;
/** A writer that read before our write and writes after it undoes ours; by then it has written. */
const SETTLE_MS = 1_000;
const CAP_MS = 240_000;
/** A new role is not known to Lake Formation at once. */
const SPREADING_MS = 120_000;

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
  /** Administrators that are to be removed, since they no longer exist. */
  private pruned: ReadonlySet<string> = new Set();
  private refused: Promise<ActionError | undefined> | undefined;

  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly aws: Pick<Aws, 'iam' | 'lakeFormation'>
  ) {
    this.name = `of account ${spec.accountId} in ${spec.region}`;
  }

  async observe(context: Context): Promise<Observation<State>> {
    const state = await this.aws.lakeFormation.getSettings(context);
    this.refused ??= this.whyNot(state, context);
    return { state, applyRefusal: await this.refused };
  }

  diff(state: State | undefined): Change[] {
    const admins = this.missingAdmins(state ?? {}).map((to) => ({ path: 'admins', to }));
    const owners = this.missingOwners(state ?? {}).map((to) => ({ path: 'trusted-resource-owners', to }));
    const dead = adminsOf(state ?? {}).filter((arn) => this.pruned.has(arn));
    return [...dead.map((from) => ({ path: 'admins', from })), ...admins, ...owners];
  }

  async create(context: Context): Promise<boolean> {
    await this.update(context);
    return true;
  }

  /**
   * Reads, merges, writes the whole document, and looks again after a moment, since there is no version that
   * would tell of another writer: whoever wrote in between is merged with, until what is asked for stays. Also after
   * a write that failed it is read again first: what it failed with says nothing of what others wrote meanwhile.
   */
  async update(context: Context): Promise<void> {
    await waitUntil(context, {
      what: `the Lake Formation settings to keep what was added`,
      capMs: CAP_MS,
      firstMs: SETTLE_MS,
      probe: async () => {
        const wrote = await rewrite(context, {
          what: 'write the Lake Formation settings',
          patience: { DEAD_PRINCIPAL: SPREADING_MS },
          read: () => this.aws.lakeFormation.getSettings(context),
          write: (settings) => this.write(settings, context)
        });
        if (!wrote) return { done: true, value: undefined };
        return { done: false, seen: 'somebody else wrote the settings at the same time' };
      }
    });
  }

  async remove(): Promise<void> {
    // Shared by the whole account: never removed.
  }

  outputs(state: State | undefined): Partial<Outputs> {
    const settings = state ?? {};
    const admins = [...this.stayingAdmins(settings), ...this.missingAdmins(settings)];
    return { 'lakeformation-admins': JSON.stringify(admins) };
  }

  /** False: nothing differs. */
  private async write(settings: Settings, context: Context): Promise<boolean> {
    if (this.diff(settings).length === 0) return false;
    const staying = (settings.DataLakeAdmins ?? []).filter(
      ({ DataLakePrincipalIdentifier: arn }) => arn === undefined || !this.pruned.has(arn)
    );
    const admins = [...staying, ...this.missingAdmins(settings).map(asPrincipal)];
    const owners = [...(settings.TrustedResourceOwners ?? []), ...this.missingOwners(settings)];
    try {
      await this.aws.lakeFormation.putSettings(
        { ...settings, DataLakeAdmins: admins, TrustedResourceOwners: owners },
        context
      );
      return true;
    } catch (error) {
      throw error instanceof ActionError ? withPlaces(error, { DataLakeAdmins: admins }) : error;
    }
  }

  private missingAdmins(settings: Settings): string[] {
    const there = this.stayingAdmins(settings);
    if (this.spec.admins.length === 0) return there.length === 0 ? [this.spec.accountRoot] : [];
    return this.spec.admins.filter((admin) => !there.includes(admin));
  }

  private missingOwners(settings: Settings): string[] {
    const there = settings.TrustedResourceOwners ?? [];
    return there.includes(this.spec.accountId) ? [] : [this.spec.accountId];
  }

  private stayingAdmins(settings: Settings): string[] {
    return adminsOf(settings).filter((arn) => !this.pruned.has(arn));
  }

  /** Why nothing can be written; looked for only where something is to be. Also finds whom to remove. */
  private async whyNot(settings: Settings, context: Context): Promise<ActionError | undefined> {
    const { pruneDeadAdmins } = this.spec;
    if (this.diff(settings).length === 0 && !pruneDeadAdmins) return undefined;
    const dead = await deadAdmins(this.spec, this.aws, settings, context);
    if (pruneDeadAdmins) this.pruned = dead;
    const refusal = this.tooMany(settings) ?? (await this.unknownAdmins(settings, context));
    if (refusal !== undefined || dead.size === 0 || pruneDeadAdmins) return refusal;
    return blockedByDead(settings, dead);
  }

  private async unknownAdmins(settings: Settings, context: Context): Promise<ActionError | undefined> {
    const asked = this.missingAdmins(settings);
    const unknown = await unknownPrincipals(this.aws, this.spec.accountId, asked, context);
    if (unknown.size === 0) return undefined;
    const list = [...unknown].map(([arn, why]) => `${arn} (${why})`).join(', ');
    return new ActionError('PRINCIPAL_UNKNOWN', {
      found: `These are to become Lake Formation administrators and do not exist: ${list}.`,
      todo: 'Correct lakeformation-admin-arns: each role and user must exist in IAM, and its ARN be given with its path.'
    });
  }

  private tooMany(settings: Settings): ActionError | undefined {
    const count = this.stayingAdmins(settings).length + this.missingAdmins(settings).length;
    if (count <= MAX_ADMINS || this.missingAdmins(settings).length === 0) return undefined;
    return new ActionError('TOO_MANY_ADMINS', {
      found: `With those asked for there would be ${count} Lake Formation administrators; at most ${MAX_ADMINS} are allowed. There now: ${adminsOf(settings).join(', ')}.`
    });
  }
}

function asPrincipal(arn: string): { DataLakePrincipalIdentifier: string } {
  return { DataLakePrincipalIdentifier: arn };
}
