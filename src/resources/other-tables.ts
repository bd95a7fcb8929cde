import type { Aws, ListedTable, TableInfo, Tags } from '../aws/ports.js';
import type { Context } from '../context.js';
import type { ActionError } from '../errors.js';
import type { Outputs } from '../outcome.js';
import { ownership } from '../ownership.js';
import { pooled } from '../pool.js';
import { isScratchOf } from './scratch-tables.js';
import type { Change, Observation, Resource } from '../resource.js';
import { guardedContents, guardedData } from './guarded.js';
import { isRecordedBy, refusalOf, removalRefusalOf, type EnvironmentSpec } from './spec.js';

/** A table in the list, and as it was when it was looked at; without where it is to go however it is. */
interface FoundTable extends ListedTable {
  readonly info?: TableInfo | undefined;
}

interface State {
  readonly tables: readonly FoundTable[];
  readonly namespaces: readonly string[];
}

interface Looked {
  readonly table: FoundTable;
  readonly info: TableInfo;
  readonly tags: Tags;
  /** Of its smoke test: it holds nobody's data. */
  readonly isScratch: boolean;
}

const UNPROVEN =
  'force-destroy reaches into a shared table bucket only where both the Glue database and a table in the namespace carry the marks of this environment. Delete by hand what is named, or set adopt: true as well.';
/** S3 Tables answers "too many requests" readily. */
const AT_A_TIME = 8;

/**
 * What else is in the environment's bucket, or in its namespace of a shared one: tables and namespaces besides the
 * declared ones. A bucket or namespace goes only when it is empty, so `destroy` has to look for them. Those that this
 * environment made under another name go with it; anything else is deleted only when `destroy` is forced to.
 */
export class OtherTables implements Resource<State> {
  readonly id = 'other-tables';
  readonly kind = 'Other tables';
  readonly name: string;
  readonly needs = ['namespace', 'table-bucket'];
  /** While the environment's own table is there, it says whose the namespace is. */
  readonly witnesses = ['table', 'glue-database'];
  readonly wanted = false;
  readonly shared = false;
  private readonly inShared: boolean;
  private readonly place: string;
  /** Seen by this run to be the environment's own, before what says so is removed. */
  private isProven = false;

  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly aws: Pick<Aws, 's3tables' | 'warehouse' | 'glue'>
  ) {
    const { tableBucket, namespace } = spec.names;
    this.inShared = spec.isolation === 'namespace';
    this.place = this.inShared
      ? `namespace ${namespace} of the table bucket ${tableBucket}`
      : `table bucket ${tableBucket}`;
    this.name = `in ${this.inShared ? `${tableBucket}, ${namespace}` : tableBucket}`;
  }

  async observe(context: Context): Promise<Observation<State>> {
    const found = await this.list(context);
    if (isEmpty(found)) return {};
    const looked = await this.look(found.tables, context);
    const state = { ...found, tables: looked.map(({ table }) => table) };
    return isEmpty(state) ? {} : { state, removeRefusal: await this.refusalOf(state, looked, context) };
  }

  diff(state: State | undefined): Change[] {
    return state === undefined ? [] : listed(state).map((from) => ({ path: 'contents', from }));
  }

  async create(): Promise<boolean> {
    return Promise.resolve(true);
  }

  async update(): Promise<void> {
    // Never wanted, so never updated.
  }

  async remove(context: Context, state: State): Promise<void> {
    await pooled(state.tables, AT_A_TIME, (table) => this.removeTable(table, context));
    await pooled(state.namespaces, AT_A_TIME, (name) =>
      this.aws.s3tables.deleteNamespace(this.spec.bucketArn, name, context)
    );
  }

  outputs(): Partial<Outputs> {
    return {};
  }

  /** Only as it was looked at: what somebody wrote into it since has been judged by nobody. */
  private async removeTable(table: FoundTable, context: Context): Promise<void> {
    const { s3tables } = this.aws;
    const info = table.info ?? (await s3tables.getTable(table, context));
    if (info !== undefined) await s3tables.deleteTable(table, info.versionToken, context);
  }

  private async list(context: Context): Promise<State> {
    const { bucketArn, names } = this.spec;
    const [tables = [], namespaces = []] = await Promise.all([
      this.aws.s3tables.listTables(bucketArn, context, this.inShared ? names.namespace : undefined),
      this.inShared ? [] : this.aws.s3tables.listNamespaces(bucketArn, context)
    ]);
    return {
      tables: tables.filter(({ namespace, name }) => namespace !== names.namespace || name !== names.table),
      namespaces: namespaces.map(({ name }) => name).filter((name) => name !== names.namespace)
    };
  }

  private async refusalOf(
    state: State,
    looked: readonly Looked[],
    context: Context
  ): Promise<ActionError | undefined> {
    const own = looked.filter((each) => this.isOwn(each));
    const foreign = listed(foreignOf(state, own));
    if (foreign.length > 0 && !this.spec.forceDestroy) return guardedContents(this.place, foreign);
    if (foreign.length > 0) return this.whyNotForced(foreign, looked, context);
    const refusals = await pooled(own, AT_A_TIME, (each) => this.dataRefusal(each, context));
    return refusals.find((refusal) => refusal !== undefined);
  }

  /**
   * Force never reaches into what another environment made. In a bucket that many share, it reaches only where both the
   * Glue database and a table in the namespace say whose it is, or where the run was told to take it over.
   */
  private async whyNotForced(
    foreign: readonly string[],
    looked: readonly Looked[],
    context: Context
  ): Promise<ActionError | undefined> {
    const others = looked.filter(({ tags }) => ownership(tags, this.spec.owner) === 'another');
    const [other] = others;
    if (other !== undefined) {
      return refusalOf(`table ${other.table.namespace}.${other.table.name}`, other.tags, this.spec);
    }
    this.isProven ||= !this.inShared || this.spec.adopt || (await this.isTwiceMarked(looked, context));
    return this.isProven ? undefined : guardedContents(this.place, foreign, UNPROVEN);
  }

  private async isTwiceMarked(looked: readonly Looked[], context: Context): Promise<boolean> {
    const { names, bucketArn, owner } = this.spec;
    const database = await this.aws.glue.getDatabase(names.glueDatabase, context);
    if (database === undefined || !isRecordedBy(database.parameters, this.spec)) return false;
    if (looked.some(({ tags }) => ownership(tags, owner) === 'ours')) return true;
    const id = { bucketArn, namespace: names.namespace, name: names.table };
    const table = await this.aws.s3tables.getTable(id, context);
    const tags = table && (await this.aws.s3tables.getTags(table.arn, context));
    return ownership(tags ?? {}, owner) === 'ours';
  }

  /** What the tables are, but for those that another run has removed since they were listed. */
  private async look(tables: readonly ListedTable[], context: Context): Promise<Looked[]> {
    const looked = await pooled(tables, AT_A_TIME, async (table): Promise<Looked[]> => {
      const info = await this.aws.s3tables.getTable(table, context);
      const tags = info && (await this.aws.s3tables.getTags(info.arn, context));
      if (info === undefined || tags === undefined) return [];
      const isScratch = await isScratchOf(this.aws, this.spec.owner, table, context);
      const isHowever = this.spec.forceDestroy && !this.inShared;
      return [{ table: isHowever ? table : { ...table, info }, info, tags, isScratch }];
    });
    return looked.flat();
  }

  /** This environment made it, as its tags say; or its smoke test did. */
  private isOwn({ table, tags, isScratch }: Looked): boolean {
    if (isScratch) return true;
    const { owner } = this.spec;
    const what = `table ${table.namespace}.${table.name}`;
    return ownership(tags, owner) === 'ours' && removalRefusalOf(what, tags, this.spec) === undefined;
  }

  private async dataRefusal(
    { info, tags, isScratch }: Looked,
    context: Context
  ): Promise<ActionError | undefined> {
    return isScratch ? undefined : guardedData(this.aws, this.spec, { info, tags }, context);
  }
}

/** What this environment did not make. A namespace has no tags: it is ours when a table in it is. */
function foreignOf({ tables, namespaces }: State, own: readonly Looked[]): State {
  const ownTables = new Set(own.map(({ table }) => table));
  const ownNamespaces = new Set(own.map(({ table }) => table.namespace));
  return {
    tables: tables.filter((table) => !ownTables.has(table)),
    namespaces: namespaces.filter((name) => !ownNamespaces.has(name))
  };
}

function isEmpty({ tables, namespaces }: State): boolean {
  return tables.length + namespaces.length === 0;
}

function listed({ tables, namespaces }: State): string[] {
  return [
    ...tables.map(({ namespace, name }) => `table ${namespace}.${name}`),
    ...namespaces.map((namespace) => `namespace ${namespace}`)
  ];
}
