import type { ListedTable, TableId, TableInfo, Tags } from '../aws/ports.js';
import type { Look } from '../observe/look.js';
import type { ActionError } from '../errors.js';
import type { Outputs } from '../outcome.js';
import { inBucket, tablesIn } from '../observe/buckets.js';
import { ownership } from '../ownership.js';
import { pooled } from '../pool.js';
import { isScratchOf } from './scratch-tables.js';
import type { Change } from '../change.js';
import type { Deed, Observation, Resource } from '../engine/resource.js';
import type { Writers } from '../observe/readers.js';
import { guardedContents, guardedData } from './guarded.js';
import { isRecordedBy, refusalOf, removalRefusalOf, tableIdOf, type EnvironmentSpec } from './spec.js';

interface State {
  readonly tables: readonly ListedTable[];
  readonly namespaces: readonly string[];
}

interface Looked {
  readonly table: ListedTable;
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

  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly s3tables: Writers['s3tables']
  ) {
    const { tableBucket, namespace } = spec.names;
    this.inShared = spec.isolation === 'namespace';
    this.place = this.inShared
      ? `namespace ${namespace} of the table bucket ${tableBucket}`
      : `table bucket ${tableBucket}`;
    this.name = `in ${this.inShared ? `${tableBucket}, ${namespace}` : tableBucket}`;
  }

  async observe(look: Look): Promise<Observation<State>> {
    const found = await this.list(look);
    return isEmpty(found) ? {} : { state: found };
  }

  /** What of it this environment did not make, or holds data. */
  async obstacle(look: Look, _deed: Deed, { state }: Observation<State>): Promise<ActionError | undefined> {
    if (state === undefined) return undefined;
    const looked = await this.look(look, state.tables);
    const left = { ...state, tables: looked.map(({ table }) => table) };
    return isEmpty(left) ? undefined : this.refusalOf(look, left, looked);
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

  async remove(look: Look, state: State): Promise<void> {
    const { context } = look;
    await pooled(state.tables, AT_A_TIME, (table) => this.removeTable(look, table));
    await pooled(state.namespaces, AT_A_TIME, (name) =>
      this.s3tables.deleteNamespace(this.spec.bucketArn, name, context)
    );
  }

  outputs(): Partial<Outputs> {
    return {};
  }

  /**
   * Only as it was looked at: what somebody wrote into it since has been judged by nobody. In a bucket of its own that is
   * forced, it goes however it is.
   */
  private async removeTable(look: Look, table: ListedTable): Promise<void> {
    const isHowever = this.spec.forceDestroy && !this.inShared;
    const info = await (isHowever ? look.anew() : look).s3tables.getTable(idOf(table));
    if (info !== undefined) await this.s3tables.deleteTable(table, info.versionToken, look.context);
  }

  private async list(look: Look): Promise<State> {
    const { bucketArn, names } = this.spec;
    const [tables, namespaces = []] = await Promise.all([
      tablesIn(look, bucketArn, this.inShared ? names.namespace : undefined),
      this.inShared ? [] : inBucket(look, bucketArn, () => look.s3tables.listNamespaces(bucketArn))
    ]);
    return {
      tables: tables.filter(({ namespace, name }) => namespace !== names.namespace || name !== names.table),
      namespaces: namespaces.map(({ name }) => name).filter((name) => name !== names.namespace)
    };
  }

  private async refusalOf(
    look: Look,
    state: State,
    looked: readonly Looked[]
  ): Promise<ActionError | undefined> {
    const own = looked.filter((each) => this.isOwn(each));
    const foreign = listed(foreignOf(state, own));
    if (foreign.length > 0 && !this.spec.forceDestroy) return guardedContents(this.place, foreign);
    if (foreign.length > 0) return this.whyNotForced(look, foreign, looked);
    const refusals = await pooled(own, AT_A_TIME, (each) => this.dataRefusal(look, each));
    return refusals.find((refusal) => refusal !== undefined);
  }

  /**
   * Force never reaches into what another environment made. In a bucket that many share, it reaches only where both the
   * Glue database and a table in the namespace say whose it is, or where the run was told to take it over.
   */
  private async whyNotForced(
    look: Look,
    foreign: readonly string[],
    looked: readonly Looked[]
  ): Promise<ActionError | undefined> {
    const others = looked.filter(({ tags }) => ownership(tags, this.spec.owner) === 'another');
    const [other] = others;
    if (other !== undefined) {
      return refusalOf(`table ${other.table.namespace}.${other.table.name}`, other.tags, this.spec);
    }
    look.learnt.isNamespaceProven ||=
      !this.inShared || this.spec.adopt || (await this.isTwiceMarked(look, looked));
    return look.learnt.isNamespaceProven ? undefined : guardedContents(this.place, foreign, UNPROVEN);
  }

  private async isTwiceMarked(look: Look, looked: readonly Looked[]): Promise<boolean> {
    const { names, owner } = this.spec;
    const database = await look.glue.getDatabase(names.glueDatabase);
    if (database === undefined || !isRecordedBy(database.parameters, this.spec)) return false;
    if (looked.some(({ tags }) => ownership(tags, owner) === 'ours')) return true;
    const table = await look.s3tables.getTable(tableIdOf(this.spec));
    const tags = table && (await look.s3tables.getTags(table.arn));
    return ownership(tags ?? {}, owner) === 'ours';
  }

  /** What the tables are, but for those that another run has removed since they were listed. */
  private async look(look: Look, tables: readonly ListedTable[]): Promise<Looked[]> {
    const looked = await pooled(tables, AT_A_TIME, async (table): Promise<Looked[]> => {
      const info = await look.s3tables.getTable(idOf(table));
      const tags = info && (await look.s3tables.getTags(info.arn));
      if (info === undefined || tags === undefined) return [];
      const isScratch = await isScratchOf(look, this.spec.owner, idOf(table));
      return [{ table, info, tags, isScratch }];
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

  private async dataRefusal(look: Look, { info, tags, isScratch }: Looked): Promise<ActionError | undefined> {
    return isScratch ? undefined : guardedData(look, this.spec, { info, tags });
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

/** Alone what it is asked for by, so that whoever asks gets the same answer. */
function idOf({ bucketArn, namespace, name }: ListedTable): TableId {
  return { bucketArn, namespace, name };
}
