import type { Aws, TableId, TableInfo, Tags } from '../aws/ports.js';
import type { Context } from '../context.js';
import type { Outputs } from '../outcome.js';
import type { Change, Observation, Resource } from '../resource.js';
import { guardedData } from './guarded.js';
import { type Inside, lookInside } from './table-inside.js';
import { columnChanges, writeFirstMetadata } from './table-schema.js';
import {
  changedEntries,
  changeRefusalOf,
  mapChanges,
  refusalOf,
  removalRefusalOf,
  strayTagNotes,
  type EnvironmentSpec
} from './spec.js';
import { tagLimitRefusal } from './tag-limit.js';

interface State {
  readonly info: TableInfo;
  readonly tags: Tags;
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
    private readonly aws: Pick<Aws, 's3tables' | 'warehouse' | 'glue'>,
    private readonly guarded: boolean
  ) {
    const { namespace, table } = spec.names;
    this.name = `${namespace}.${table}`;
    this.tableId = { bucketArn: spec.bucketArn, namespace, name: table };
  }

  async observe(context: Context): Promise<Observation<State>> {
    const info = await this.aws.s3tables.getTable(this.tableId, context);
    if (info === undefined) return {};
    const tags = await this.aws.s3tables.getTags(info.arn, context);
    if (tags === undefined) return {};
    const what = `table ${this.name}`;
    const refusal = refusalOf(what, tags, this.spec);
    const inside: Partial<Inside> =
      refusal === undefined && !this.guarded ? await this.lookInside(info, context) : {};
    return {
      ...inside,
      notes: this.guarded ? [] : [...(inside.notes ?? []), ...strayTagNotes(tags, this.spec)],
      state: { info, tags },
      applyRefusal:
        refusal ?? changeRefusalOf(what, tags, this.spec) ?? tagLimitRefusal(what, tags, this.spec),
      removeRefusal:
        refusal ??
        removalRefusalOf(what, tags, this.spec) ??
        (this.guarded ? await guardedData(this.aws, this.spec, { info, tags }, context) : undefined)
    };
  }

  diff(state: State | undefined): Change[] {
    const tags = mapChanges('tags', this.spec.lastingTags, state?.tags ?? {});
    if (this.spec.columns === undefined || !mayGetMetadata(state)) return tags;
    const metadata = state === undefined ? [] : [{ path: 'metadata', to: 'its first, from table-schema' }];
    return [...metadata, ...columnChanges(this.spec.columns), ...tags];
  }

  create(context: Context): Promise<boolean> {
    const tags = { ...this.spec.lastingTags, ...this.spec.birthTags };
    return this.aws.s3tables.createTable({ id: this.tableId, columns: this.spec.columns, tags }, context);
  }

  async update(context: Context, state: State, changes: readonly Change[]): Promise<void> {
    const tags = changedEntries('tags', changes);
    if (Object.keys(tags).length > 0) await this.aws.s3tables.addTags(state.info.arn, tags, context);
    const { columns } = this.spec;
    if (columns === undefined || !mayGetMetadata(state)) return;
    await writeFirstMetadata(this.aws, { id: this.tableId, info: state.info }, columns, context);
  }

  async remove(context: Context, { info }: State): Promise<void> {
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

  /** What a service keeps may be different at any time, and is not for this action to change. */
  private async lookInside(info: TableInfo, context: Context): Promise<Inside> {
    if (info.managed !== undefined) {
      return {
        differences: [],
        notes: [`It is ${info.managed}, which alone writes it: this action does not.`]
      };
    }
    if (info.otherFormat !== undefined) {
      const notes = [
        `Its format is ${info.otherFormat}, which this action does not know: it is left as it is.`
      ];
      return { differences: [], notes };
    }
    return lookInside(this.aws, { id: this.tableId, info, columns: this.spec.columns }, context);
  }
}

/** A table without metadata is given its first, unless a service keeps it, or it is none of Iceberg's. */
function mayGetMetadata(state: State | undefined): boolean {
  const { metadataLocation, managed, otherFormat } = state?.info ?? {};
  return [metadataLocation, managed, otherFormat].every((each) => each === undefined);
}
