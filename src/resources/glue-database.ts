import type { Aws, GlueDatabase as Database, Tags } from '../aws/ports.js';
import type { Context } from '../context.js';
import type { ActionError } from '../errors.js';
import type { Outputs } from '../outcome.js';
import { MANAGED_BY, MANAGER } from '../ownership.js';
import type { Change, Observation, Resource } from '../resource.js';
import { rewrite } from '../rewrite.js';
import { expiryNotes } from './expiry-notes.js';
import { guardedContents } from './guarded.js';
import { grantRecord } from './grant-record.js';
import { isHidden, namingAdmins, whyNotCreateDatabase } from './own-rights.js';
import {
  changedEntries,
  changeRefusalOf,
  mapChanges,
  movedRefusal,
  refusalOf,
  removalRefusalOf,
  strayTagNotes,
  type EnvironmentSpec
} from './spec.js';
import { tagLimitRefusal } from './tag-limit.js';

interface State {
  readonly tags: Tags;
  readonly parameters: Tags;
}

const HIDDEN =
  'Whether it is there cannot be seen before the caller of this run is a Lake Formation administrator.';
const TO_BE_MADE = ' If it is yet to be made, what it takes is CREATE_DATABASE on the Data Catalog.';

/** The Glue database. It carries the environment's marks twice: as tags, and as parameters for who may not read tags. */
export class GlueDatabase implements Resource<State> {
  readonly id = 'glue-database';
  readonly kind = 'Glue database';
  readonly name: string;
  readonly needs: readonly string[];
  readonly wanted = true;
  readonly shared = false;
  /** A grant on a database of this name would hold for the next one of this name. */
  readonly remembers = true;

  /** Where environments share the table bucket, this is what tells one from the other. */
  private readonly isRecord: boolean;
  private refused: Promise<ActionError | undefined> | undefined;

  /**
   * @param options `afterSettings`: the run's caller becomes an administrator first; `guarded`: it is to be removed;
   * `managed`: Lake Formation may be asked
   */
  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly aws: Pick<Aws, 'glue' | 'iam' | 'lakeFormation'>,
    private readonly options: {
      readonly afterSettings: boolean;
      readonly guarded: boolean;
      readonly managed: boolean;
    }
  ) {
    this.name = spec.names.glueDatabase;
    this.isRecord = spec.isolation === 'namespace';
    this.needs = options.afterSettings ? ['data-lake-settings'] : [];
  }

  async observe(context: Context): Promise<Observation<State>> {
    const database = await this.look(context);
    if (database === 'hidden') return { notes: [HIDDEN] };
    if (database === undefined) return { applyRefusal: await this.whyNotCreate(context) };
    const tags = await this.aws.glue.getTags(this.spec.databaseArn, context);
    if (tags === undefined) return {};
    const { parameters } = database;
    const what = `Glue database ${this.name}`;
    const marks = { ...parameters, ...tags };
    const refusal = refusalOf(what, marks, this.spec) ?? movedRefusal(parameters, this.spec);
    return {
      state: { tags, parameters },
      applyRefusal:
        refusal ?? changeRefusalOf(what, marks, this.spec) ?? tagLimitRefusal(what, tags, this.spec),
      removeRefusal:
        refusal ?? removalRefusalOf(what, marks, this.spec) ?? (await this.tablesRefusal(context)),
      notes: [
        ...(this.isRecord ? expiryNotes({ ...tags, ...parameters }) : []),
        ...(this.options.guarded ? [] : strayTagNotes(tags, this.spec))
      ]
    };
  }

  diff(state: State | undefined): Change[] {
    const { lastingTags, placeMarks } = this.spec;
    // One that is taken over did not say where the environment is.
    const isNew = state !== undefined && state.parameters[MANAGED_BY] !== MANAGER;
    const parameters = { ...lastingTags, ...(this.isRecord || isNew ? placeMarks : {}) };
    return [
      ...mapChanges('tags', lastingTags, state?.tags ?? {}),
      ...mapChanges('parameters', parameters, state?.parameters ?? {})
    ];
  }

  async create(context: Context): Promise<boolean> {
    const marks = { ...this.spec.lastingTags, ...this.spec.birthTags };
    const { becomesAdmin, owner } = this.spec;
    const description = `Glue database for Iceberg tables in ${owner.application} namespace`;
    const database = {
      name: this.name,
      description,
      parameters: { ...marks, ...this.spec.placeMarks, ...grantRecord(this.spec) },
      tags: marks
    };
    try {
      return await this.aws.glue.createDatabase(database, becomesAdmin, context);
    } catch (error) {
      throw this.options.managed ? await namingAdmins(error, this.aws, context) : error;
    }
  }

  async update(context: Context, _state: State, changes: readonly Change[]): Promise<void> {
    const tags = changedEntries('tags', changes);
    const parameters = changedEntries('parameters', changes);
    if (Object.keys(tags).length > 0) await this.aws.glue.addTags(this.spec.databaseArn, tags, context);
    if (Object.keys(parameters).length > 0) await this.aws.glue.addParameters(this.name, parameters, context);
  }

  /**
   * Glue deletes a database with whatever is in it, and there is no version that would tell of another writer. So it is
   * looked at once more right before, and again before each repetition: what answered with an error may have been
   * carried out, and somebody may have made one of the same name since.
   */
  async remove(context: Context): Promise<void> {
    await rewrite(context, {
      what: `delete the Glue database ${this.name}`,
      read: () => this.observe(context),
      write: async ({ state, removeRefusal }) => {
        if (removeRefusal !== undefined) throw removeRefusal;
        if (state !== undefined) await this.aws.glue.deleteDatabase(this.name, context);
      }
    });
  }

  outputs(): Partial<Outputs> {
    return { 'glue-database-name': this.name };
  }

  /**
   * Lake Formation does not tell "not there" from "not allowed". Where this run makes its caller an administrator,
   * that is found out when the database is made; where not, it is an error that says who can help.
   */
  private async look(context: Context): Promise<Database | 'hidden' | undefined> {
    try {
      return await this.aws.glue.getDatabase(this.name, context);
    } catch (error) {
      const { afterSettings, guarded, managed } = this.options;
      if (!managed || !isHidden(error)) throw error;
      if (afterSettings) return 'hidden';
      const refusal = guarded ? undefined : await this.whyNotCreate(context);
      throw refusal ?? (await namingAdmins(error, this.aws, context, guarded ? '' : TO_BE_MADE));
    }
  }

  /** Asked once: what is not there yet after it was made is only late. */
  private whyNotCreate(context: Context): Promise<ActionError | undefined> {
    const { guarded, managed } = this.options;
    if (guarded || !managed) return Promise.resolve(undefined);
    return (this.refused ??= whyNotCreateDatabase(this.spec, this.aws, context));
  }

  /** Glue deletes a database with the tables in it, and this environment never makes any there. */
  private async tablesRefusal(context: Context): Promise<ActionError | undefined> {
    if (!this.options.guarded || this.spec.forceDestroy) return undefined;
    const tables = (await this.aws.glue.listTables(this.name, context)) ?? [];
    return tables.length === 0 ? undefined : guardedContents(`Glue database ${this.name}`, tables);
  }
}
