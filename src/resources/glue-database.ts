import type { GlueDatabase as Database, Tags } from '../aws/ports.js';
import type { Look } from '../observe/look.js';
import type { ActionError } from '../errors.js';
import type { Outputs } from '../outcome.js';
import { MANAGED_BY, MANAGER } from '../ownership.js';
import type { Change } from '../change.js';
import type { Deed, Observation, Resource } from '../engine/resource.js';
import type { Writers } from '../observe/readers.js';
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

  /**
   * @param options `afterSettings`: the run's caller becomes an administrator first; `guarded`: it is to be removed;
   * `managed`: Lake Formation may be asked
   */
  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly glue: Writers['glue'],
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

  async observe(look: Look): Promise<Observation<State>> {
    look.ahead(() => look.glue.getTags(this.spec.databaseArn));
    const database = await this.find(look);
    if (database === 'hidden') return { notes: [HIDDEN] };
    if (database === undefined) return {};
    const tags = await look.glue.getTags(this.spec.databaseArn);
    if (tags === undefined) return {};
    const { parameters } = database;
    const what = `Glue database ${this.name}`;
    const marks = { ...parameters, ...tags };
    const refusal = refusalOf(what, marks, this.spec) ?? movedRefusal(parameters, this.spec);
    return {
      state: { tags, parameters },
      applyRefusal:
        refusal ?? changeRefusalOf(what, marks, this.spec) ?? tagLimitRefusal(what, tags, this.spec),
      removeRefusal: refusal ?? removalRefusalOf(what, marks, this.spec),
      notes: [
        ...(this.isRecord ? expiryNotes({ ...tags, ...parameters }) : []),
        ...(this.options.guarded ? [] : strayTagNotes(tags, this.spec))
      ]
    };
  }

  /** Whether Lake Formation lets the caller make it; whether it holds tables, which Glue would delete with it. */
  async obstacle(look: Look, deed: Deed): Promise<ActionError | undefined> {
    // Who becomes an administrator first may make it.
    if (deed === 'create') return this.options.afterSettings ? undefined : this.whyNotCreate(look);
    return deed === 'remove' ? this.tablesRefusal(look) : undefined;
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

  async create(look: Look): Promise<boolean> {
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
      return await this.glue.createDatabase(database, becomesAdmin, look.context);
    } catch (error) {
      throw this.options.managed ? await namingAdmins(error, look.anew()) : error;
    }
  }

  async update({ context }: Look, _state: State, changes: readonly Change[]): Promise<void> {
    const tags = changedEntries('tags', changes);
    const parameters = changedEntries('parameters', changes);
    await Promise.all([
      Object.keys(tags).length > 0 && this.glue.addTags(this.spec.databaseArn, tags, context),
      Object.keys(parameters).length > 0 && this.glue.addParameters(this.name, parameters, context)
    ]);
  }

  /**
   * Glue deletes a database with whatever is in it, and there is no version that would tell of another writer. So it is
   * judged by a look right before, and by a new one before each repetition: what answered with an error may have been
   * carried out, and somebody may have made one of the same name since.
   */
  async remove(look: Look): Promise<void> {
    let next = look;
    await rewrite(look.context, {
      what: `delete the Glue database ${this.name}`,
      read: async () => {
        const now = next;
        next = look.anew('all');
        const [seen, tables] = await Promise.all([this.observe(now), this.tablesRefusal(now)]);
        return { state: seen.state, refusal: seen.removeRefusal ?? tables };
      },
      write: async ({ state, refusal }) => {
        if (refusal !== undefined) throw refusal;
        if (state !== undefined) await this.glue.deleteDatabase(this.name, look.context);
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
  private async find(look: Look): Promise<Database | 'hidden' | undefined> {
    try {
      return await look.glue.getDatabase(this.name);
    } catch (error) {
      const { afterSettings, guarded, managed } = this.options;
      if (!managed || !isHidden(error)) throw error;
      if (afterSettings) return 'hidden';
      const refusal = guarded ? undefined : await this.whyNotCreate(look);
      throw refusal ?? (await namingAdmins(error, look, guarded ? '' : TO_BE_MADE));
    }
  }

  private async whyNotCreate(look: Look): Promise<ActionError | undefined> {
    return this.options.managed ? whyNotCreateDatabase(look, this.spec) : undefined;
  }

  /** This environment never makes any there. */
  private async tablesRefusal(look: Look): Promise<ActionError | undefined> {
    if (this.spec.forceDestroy) return undefined;
    const tables = (await look.glue.listTables(this.name)) ?? [];
    return tables.length === 0 ? undefined : guardedContents(`Glue database ${this.name}`, tables);
  }
}
