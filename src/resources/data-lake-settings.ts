import type { DataLakeSettings as Settings, LakeFormationPort } from '../aws/ports.js';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import type { Outputs } from '../outcome.js';
import type { Change, Observation, Resource } from '../resource.js';
import { waitUntil } from '../wait.js';
import type { EnvironmentSpec } from './spec.js';

type State = Settings;

/** PutDataLakeSettings takes so many administrators at most. */
const MAX_ADMINS = 30;
/** A writer that read before our write and writes after it undoes ours; by then it has written. */
const SETTLE_MS = 1_000;
const CAP_MS = 120_000;

/**
 * Lake Formation's settings: one document for everybody in the account and region, written as a whole and without
 * a version. What is asked for is merged into what is there; nothing is ever taken out.
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
    private readonly lakeFormation: LakeFormationPort
  ) {
    this.name = `of account ${spec.accountId} in ${spec.region}`;
  }

  async observe(context: Context): Promise<Observation<State>> {
    const state = await this.lakeFormation.getSettings(context);
    return { state, applyRefusal: this.tooMany(state) };
  }

  diff(state: State | undefined): Change[] {
    const admins = this.missingAdmins(state ?? {}).map((to) => ({ path: 'admins', to }));
    const owners = this.missingOwners(state ?? {}).map((to) => ({ path: 'trusted-resource-owners', to }));
    return [...admins, ...owners];
  }

  async create(context: Context): Promise<boolean> {
    await this.update(context);
    return true;
  }

  /**
   * Reads, merges, writes the whole document, and looks again after a moment, since there is no version that
   * would tell of another writer: whoever wrote in between is merged with, until what is asked for stays.
   */
  async update(context: Context): Promise<void> {
    await waitUntil(context, {
      what: `the Lake Formation settings to keep what was added`,
      capMs: CAP_MS,
      firstMs: SETTLE_MS,
      probe: async () => {
        const settings = await this.lakeFormation.getSettings(context);
        if (this.diff(settings).length === 0) return { done: true, value: undefined };
        const seen = await this.write(settings, context);
        return { done: false, seen };
      }
    });
  }

  async remove(): Promise<void> {
    // Shared by the whole account: never removed.
  }

  outputs(state: State | undefined): Partial<Outputs> {
    const settings = state ?? {};
    const admins = [...adminsOf(settings), ...this.missingAdmins(settings)];
    return { 'lakeformation-admins': JSON.stringify(admins) };
  }

  private async write(settings: Settings, context: Context): Promise<string> {
    const admins = [...(settings.DataLakeAdmins ?? []), ...this.missingAdmins(settings).map(asPrincipal)];
    const owners = [...(settings.TrustedResourceOwners ?? []), ...this.missingOwners(settings)];
    try {
      await this.lakeFormation.putSettings(
        { ...settings, DataLakeAdmins: admins, TrustedResourceOwners: owners },
        context
      );
      return 'somebody else wrote the settings at the same time';
    } catch (error) {
      if (error instanceof ActionError && error.code === 'CONFLICT') return error.message;
      throw error;
    }
  }

  private missingAdmins(settings: Settings): string[] {
    const there = adminsOf(settings);
    if (this.spec.admins.length === 0) return there.length === 0 ? [this.spec.accountRoot] : [];
    return this.spec.admins.filter((admin) => !there.includes(admin));
  }

  private missingOwners(settings: Settings): string[] {
    const there = settings.TrustedResourceOwners ?? [];
    return there.includes(this.spec.accountId) ? [] : [this.spec.accountId];
  }

  private tooMany(settings: Settings): ActionError | undefined {
    const count = adminsOf(settings).length + this.missingAdmins(settings).length;
    if (count <= MAX_ADMINS || this.missingAdmins(settings).length === 0) return undefined;
    return new ActionError('TOO_MANY_ADMINS', {
      found: `With those asked for there would be ${count} Lake Formation administrators; at most ${MAX_ADMINS} are allowed. There now: ${adminsOf(settings).join(', ')}.`
    });
  }
}

function adminsOf(settings: Settings): string[] {
  return (settings.DataLakeAdmins ?? []).flatMap(({ DataLakePrincipalIdentifier: arn }) => arn ?? []);
}

function asPrincipal(arn: string): { DataLakePrincipalIdentifier: string } {
  return { DataLakePrincipalIdentifier: arn };
}
