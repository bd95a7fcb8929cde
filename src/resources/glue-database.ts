import type { GluePort, Tags } from '../aws/ports.js';
import type { Context } from '../context.js';
import type { ActionError } from '../errors.js';
import type { Outputs } from '../outcome.js';
import type { Change, Observation, Resource } from '../resource.js';
import { guardedContents } from './guarded.js';
import { grantRecord } from './grant-record.js';
import { changedEntries, mapChanges, refusalOf, type EnvironmentSpec } from './spec.js';

interface State {
  readonly tags: Tags;
  readonly parameters: Tags;
}

/** The Glue database. It carries the environment's marks twice: as tags, and as parameters for who may not read tags. */
export class GlueDatabase implements Resource<State> {
  readonly id = 'glue-database';
  readonly kind = 'Glue database';
  readonly name: string;
  readonly needs: readonly string[];
  readonly wanted = true;
  readonly shared = false;

  /** @param options `afterSettings`: the run's caller becomes an administrator first; `guarded`: it is to be removed */
  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly glue: GluePort,
    private readonly options: { readonly afterSettings: boolean; readonly guarded: boolean }
  ) {
    this.name = spec.names.glueDatabase;
    this.needs = options.afterSettings ? ['data-lake-settings'] : [];
  }

  async observe(context: Context): Promise<Observation<State>> {
    const database = await this.glue.getDatabase(this.name, context);
    if (database === undefined) return {};
    const tags = await this.glue.getTags(this.spec.databaseArn, context);
    const refusal = refusalOf(`Glue database ${this.name}`, { ...database.parameters, ...tags }, this.spec);
    return {
      state: { tags, parameters: database.parameters },
      applyRefusal: refusal,
      removeRefusal: refusal ?? (await this.tablesRefusal(context))
    };
  }

  diff(state: State | undefined): Change[] {
    const { lastingTags } = this.spec;
    return [
      ...mapChanges('tags', lastingTags, state?.tags ?? {}),
      ...mapChanges('parameters', lastingTags, state?.parameters ?? {})
    ];
  }

  create(context: Context): Promise<boolean> {
    const marks = { ...this.spec.lastingTags, ...this.spec.birthTags };
    const { becomesAdmin, owner } = this.spec;
    const description = `Glue database for Iceberg tables in ${owner.application} namespace`;
    const database = {
      name: this.name,
      description,
      parameters: { ...marks, ...grantRecord(this.spec) },
      tags: marks
    };
    return this.glue.createDatabase(database, becomesAdmin, context);
  }

  async update(context: Context, _state: State, changes: readonly Change[]): Promise<void> {
    const tags = changedEntries('tags', changes);
    const parameters = changedEntries('parameters', changes);
    if (Object.keys(tags).length > 0) await this.glue.addTags(this.spec.databaseArn, tags, context);
    if (Object.keys(parameters).length > 0) await this.glue.addParameters(this.name, parameters, context);
  }

  async remove(context: Context): Promise<void> {
    await this.glue.deleteDatabase(this.name, context);
  }

  outputs(): Partial<Outputs> {
    return { 'glue-database-name': this.name };
  }

  /** Glue deletes a database with the tables in it, and this environment never makes any there. */
  private async tablesRefusal(context: Context): Promise<ActionError | undefined> {
    if (!this.options.guarded || this.spec.forceDestroy) return undefined;
    const tables = (await this.glue.listTables(this.name, context)) ?? [];
    return tables.length === 0 ? undefined : guardedContents(`Glue database ${this.name}`, tables);
  }
}
