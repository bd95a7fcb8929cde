import type { TableId, Tags } from '../aws/ports.js';
import { hasNamespaceOf } from '../observe/buckets.js';
import type { Look } from '../observe/look.js';
import { ActionError } from '../errors.js';
import type { Outputs } from '../outcome.js';
import { derivedNames } from '../names.js';
import { ownership } from '../ownership.js';
import type { Change } from '../change.js';
import type { Observation, Resource } from '../engine/resource.js';
import type { Writers } from '../observe/readers.js';
import { contentsOf } from './namespace-contents.js';
import { isRecordedBy, tableIdOf, type EnvironmentSpec } from './spec.js';

interface State {
  /** It was seen to be ours. Another run may remove what tells so at any time. */
  readonly isKnown: boolean;
}

/**
 * The namespace. S3 Tables has no tags for it: in a table bucket of the environment's own it belongs to whoever owns the
 * bucket, in a shared one to the environment whose table is in it; while it is empty, to the one whose Glue database
 * remembers it, or whose name it has.
 */
export class Namespace implements Resource<State> {
  readonly id = 'namespace';
  readonly kind = 'Namespace';
  readonly name: string;
  readonly needs: readonly string[];
  readonly wanted = true;
  readonly shared = false;
  private readonly inShared: boolean;
  /** The environment's own table, which tells whose the namespace is. */
  private readonly table: TableId;

  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly s3tables: Writers['s3tables']
  ) {
    this.inShared = spec.isolation === 'namespace';
    this.name = spec.names.namespace;
    this.needs = this.inShared ? ['table-bucket', 'glue-database'] : ['table-bucket'];
    this.table = tableIdOf(spec);
  }

  async observe(look: Look, before?: Observation<State>): Promise<Observation<State>> {
    if (!(await hasNamespaceOf(look, this.table))) return {};
    const wasKnown = !this.inShared || look.learnt.made.has(this.id) || (before?.state?.isKnown ?? false);
    const state = { isKnown: wasKnown || (await this.isOurs(look)) };
    if (state.isKnown || this.spec.adopt) return { state };
    const refusal = this.notOurs();
    return { state, applyRefusal: refusal, removeRefusal: refusal };
  }

  diff(state: State | undefined): Change[] {
    return state === undefined ? [{ path: 'name', to: this.name }] : [];
  }

  async create(look: Look): Promise<boolean> {
    if (this.inShared) await this.insistOnRecord(look.anew());
    return this.s3tables.createNamespace(this.spec.bucketArn, this.name, look.context);
  }

  async update(): Promise<void> {
    // A namespace has nothing but its name.
  }

  async remove({ context }: Look): Promise<void> {
    await this.s3tables.deleteNamespace(this.spec.bucketArn, this.name, context);
  }

  outputs(): Partial<Outputs> {
    return { namespace: this.name };
  }

  /**
   * A run that takes the environment down may have removed the record since it was looked at. A namespace that was made
   * without one would be found by nobody, should this run end right after.
   */
  private async insistOnRecord(look: Look): Promise<void> {
    if (await this.isRecorded(look)) return;
    throw new ActionError('VANISHED', {
      doing: `create the namespace ${this.name}`,
      found: `The Glue database ${this.spec.names.glueDatabase}, which remembers it, is gone or remembers something else by now.`
    });
  }

  private async isRecorded(look: Look): Promise<boolean> {
    const { parameters = {} } = (await look.glue.getDatabase(this.spec.names.glueDatabase)) ?? {};
    return isRecordedBy(parameters, this.spec);
  }

  private async isOurs(look: Look): Promise<boolean> {
    const { names, owner } = this.spec;
    const isOurs = (tags: Tags): boolean => ownership(tags, owner) === 'ours';
    const contents = await contentsOf(look, this.table, isOurs);
    if (contents !== 'empty') return contents === 'ours';
    const { parameters } = (await look.glue.getDatabase(names.glueDatabase)) ?? {};
    if (parameters !== undefined) return isRecordedBy(parameters, this.spec);
    // Nothing is lost with an empty one: a killed run may have left it without its record.
    return this.name === derivedNames(owner.env, owner.application, 'namespace').namespace;
  }

  private notOurs(): ActionError {
    return new ActionError('NOT_OURS', {
      found: `The namespace ${this.name} of the table bucket ${this.spec.names.tableBucket} exists, and nothing in it carries the marks of this environment, so it is left alone.`
    });
  }
}
