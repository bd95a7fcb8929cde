import type { Aws, Tags } from '../aws/ports.js';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import type { Outputs } from '../outcome.js';
import { derivedNames } from '../names.js';
import { ownership } from '../ownership.js';
import type { Change, Observation, Resource } from '../resource.js';
import { contentsOf } from './namespace-contents.js';
import { isRecordedBy, type EnvironmentSpec } from './spec.js';

type State = true;

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
  /** Seen to be ours, or made, by this run: another run may remove what tells so at any time. */
  private isKnown: boolean;

  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly aws: Pick<Aws, 's3tables' | 'glue'>
  ) {
    const inShared = spec.isolation === 'namespace';
    this.name = spec.names.namespace;
    this.needs = inShared ? ['table-bucket', 'glue-database'] : ['table-bucket'];
    this.isKnown = !inShared;
  }

  async observe(context: Context): Promise<Observation<State>> {
    const there = await this.aws.s3tables.hasNamespace(this.spec.bucketArn, this.name, context);
    if (!there) return {};
    this.isKnown ||= await this.isOurs(context);
    if (this.isKnown || this.spec.adopt) return { state: true };
    const refusal = this.notOurs();
    return { state: true, applyRefusal: refusal, removeRefusal: refusal };
  }

  diff(state: State | undefined): Change[] {
    return state === undefined ? [{ path: 'name', to: this.name }] : [];
  }

  async create(context: Context): Promise<boolean> {
    if (this.spec.isolation === 'namespace') await this.insistOnRecord(context);
    const made = await this.aws.s3tables.createNamespace(this.spec.bucketArn, this.name, context);
    this.isKnown ||= made;
    return made;
  }

  async update(): Promise<void> {
    // A namespace has nothing but its name.
  }

  async remove(context: Context): Promise<void> {
    await this.aws.s3tables.deleteNamespace(this.spec.bucketArn, this.name, context);
  }

  outputs(): Partial<Outputs> {
    return { namespace: this.name };
  }

  /**
   * A run that takes the environment down may have removed the record since it was looked at. A namespace that was made
   * without one would be found by nobody, should this run end right after.
   */
  private async insistOnRecord(context: Context): Promise<void> {
    if (await this.isRecorded(context)) return;
    throw new ActionError('VANISHED', {
      doing: `create the namespace ${this.name}`,
      found: `The Glue database ${this.spec.names.glueDatabase}, which remembers it, is gone or remembers something else by now.`
    });
  }

  private async isRecorded(context: Context): Promise<boolean> {
    const { parameters = {} } =
      (await this.aws.glue.getDatabase(this.spec.names.glueDatabase, context)) ?? {};
    return isRecordedBy(parameters, this.spec);
  }

  private async isOurs(context: Context): Promise<boolean> {
    const { names, owner, bucketArn } = this.spec;
    const table = { bucketArn, namespace: this.name, name: names.table };
    const isOurs = (tags: Tags): boolean => ownership(tags, owner) === 'ours';
    const contents = await contentsOf(this.aws, table, isOurs, context);
    if (contents !== 'empty') return contents === 'ours';
    const { parameters } = (await this.aws.glue.getDatabase(names.glueDatabase, context)) ?? {};
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
