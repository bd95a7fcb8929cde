import type { TableId, TableInfo, Tags } from '../aws/ports.js';
import type { ActionError } from '../errors.js';
import { tableOf } from '../observe/buckets.js';
import type { Look } from '../observe/look.js';
import type { Outputs } from '../outcome.js';
import type { Change } from '../change.js';
import type { Deed, Observation, Resource } from '../engine/resource.js';
import type { Writers } from '../observe/readers.js';
import { beginToReadRows, guardedData } from './guarded.js';
import { type Inside, lookInside } from './table-inside.js';
import { columnChanges, writeFirstMetadata } from './table-schema.js';
import {
  changedEntries,
  changeRefusalOf,
  mapChanges,
  refusalOf,
  removalRefusalOf,
  strayTagNotes,
  tableIdOf,
  type EnvironmentSpec
} from './spec.js';
import { tagLimitRefusal } from './tag-limit.js';

interface State {
  readonly info: TableInfo;
  /** What its metadata tells; absent: not looked into. */
  readonly inside?: Inside;
  /** Absent: not looked at, since the table is to be removed, and only then. */
  readonly tags?: Tags;
}

/** The table. With a schema it has metadata from the start, so that every engine can load it at once. */
export class Table implements Resource<State> {
  readonly id = 'table';
  readonly kind = 'Table';
  readonly name: string;
  readonly needs = ['namespace'];
  readonly witnesses = ['glue-database'];
  readonly wanted = true;
  readonly shared = false;
  private readonly tableId: TableId;

  /** @param guarded look whether the table holds data, since it is to be removed */
  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly aws: Pick<Writers, 's3tables' | 'warehouse'>,
    private readonly guarded: boolean
  ) {
    const { namespace, table } = spec.names;
    this.name = `${namespace}.${table}`;
    this.tableId = tableIdOf(spec);
  }

  async observe(look: Look, before?: Observation<State>): Promise<Observation<State>> {
    this.beginToRead(look, before?.state);
    const info = await tableOf(look, this.tableId);
    if (info === undefined) return {};
    if (this.guarded) return { state: { info } };
    const inside = this.inside(look, info, before?.state);
    // What another environment's table is inside is nobody's business here, and is not waited for.
    inside.catch(() => undefined);
    const tags = await look.s3tables.getTags(info.arn);
    return tags === undefined ? {} : this.seen(info, tags, inside);
  }

  /** Whose it is, and whether it holds data. */
  async obstacle(look: Look, deed: Deed, { state }: Observation<State>): Promise<ActionError | undefined> {
    if (deed !== 'remove' || state === undefined) return undefined;
    const { info } = state;
    void beginToReadRows(look, this.spec, info);
    const tags = await look.s3tables.getTags(info.arn);
    if (tags === undefined) return undefined;
    const what = `table ${this.name}`;
    return (
      refusalOf(what, tags, this.spec) ??
      removalRefusalOf(what, tags, this.spec) ??
      (await guardedData(look, this.spec, { info, tags }))
    );
  }

  diff(state: State | undefined): Change[] {
    const tags = mapChanges('tags', this.spec.lastingTags, state?.tags ?? {});
    if (this.spec.columns === undefined || !mayGetMetadata(state)) return tags;
    const metadata = state === undefined ? [] : [{ path: 'metadata', to: 'its first, from table-schema' }];
    return [...metadata, ...columnChanges(this.spec.columns), ...tags];
  }

  async create({ context, learnt }: Look): Promise<boolean> {
    const tags = { ...this.spec.lastingTags, ...this.spec.birthTags };
    const table = { id: this.tableId, columns: this.spec.columns, tags };
    const arn = await this.aws.s3tables.createTable(table, context);
    if (arn !== undefined) learnt.arns.set(this.id, arn);
    return arn !== undefined;
  }

  async update(look: Look, state: State, changes: readonly Change[]): Promise<void> {
    const tags = changedEntries('tags', changes);
    if (Object.keys(tags).length > 0) await this.aws.s3tables.addTags(state.info.arn, tags, look.context);
    const { columns } = this.spec;
    if (columns === undefined || !mayGetMetadata(state)) return;
    await writeFirstMetadata(this.aws, { id: this.tableId, info: state.info }, columns, look);
  }

  async remove({ context }: Look, { info }: State): Promise<void> {
    await this.aws.s3tables.deleteTable(this.tableId, info.versionToken, context);
  }

  outputs(state: State | undefined): Partial<Outputs> {
    const { info } = state ?? {};
    return {
      'table-name': this.spec.names.table,
      ...(info && { 'table-arn': info.arn, 's3tables-table-warehouse-location': info.warehouseLocation }),
      ...(info?.metadataLocation && { 'metadata-location': info.metadataLocation })
    };
  }

  private async seen(info: TableInfo, tags: Tags, inside: Promise<Inside>): Promise<Observation<State>> {
    const what = `table ${this.name}`;
    const refusal = refusalOf(what, tags, this.spec);
    const strays = strayTagNotes(tags, this.spec);
    if (refusal !== undefined) return { state: { info, tags }, applyRefusal: refusal, notes: strays };
    const { differences, notes } = await inside;
    return {
      differences,
      notes: [...notes, ...strays],
      state: { info, tags, inside: { differences, notes } },
      applyRefusal: changeRefusalOf(what, tags, this.spec) ?? tagLimitRefusal(what, tags, this.spec)
    };
  }

  /** Where the table's ARN is known, its tags are asked for together with it. */
  private beginToRead(look: Look, before: State | undefined): void {
    const arn = before?.info.arn ?? look.learnt.arns.get(this.id);
    if (arn !== undefined && !this.guarded) look.ahead(() => look.s3tables.getTags(arn));
  }

  /**
   * What a service keeps may be different at any time, and is not for this action to change. What this run has made has
   * the columns that it was made with, and a metadata file never changes.
   */
  private inside(look: Look, info: TableInfo, before: State | undefined): Promise<Inside> {
    if (info.managed !== undefined) {
      const notes = [`It is ${info.managed}, which alone writes it: this action does not.`];
      return Promise.resolve({ differences: [], notes });
    }
    if (info.otherFormat !== undefined) {
      const notes = [
        `Its format is ${info.otherFormat}, which this action does not know: it is left as it is.`
      ];
      return Promise.resolve({ differences: [], notes });
    }
    const isMade = look.learnt.made.has(this.id) && info.metadataLocation !== undefined;
    if (isMade) return Promise.resolve({ differences: [], notes: [] });
    const isSame = before?.info.metadataLocation === info.metadataLocation;
    if (isSame && before?.inside !== undefined) return Promise.resolve(before.inside);
    return lookInside(look, { id: this.tableId, info, columns: this.spec.columns });
  }
}

/** A table without metadata is given its first, unless a service keeps it, or it is none of Iceberg's. */
function mayGetMetadata(state: State | undefined): boolean {
  const { metadataLocation, managed, otherFormat } = state?.info ?? {};
  return [metadataLocation, managed, otherFormat].every((each) => each === undefined);
}
