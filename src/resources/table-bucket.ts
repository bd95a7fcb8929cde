import type { Tags } from '../aws/ports.js';
import type { Change } from '../change.js';
import type { Observation, Resource } from '../engine/resource.js';
import { derivedNames } from '../names.js';
import { tagsOfBucket } from '../observe/buckets.js';
import type { Look } from '../observe/look.js';
import type { Writers } from '../observe/readers.js';
import type { Outputs } from '../outcome.js';
import { TAG } from '../ownership.js';
import { namingHolders } from './bucket-holders.js';
import { expiryNotes } from './expiry-notes.js';
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
  readonly tags: Tags;
}

/** The table bucket. Its tags, set by the call that makes it, are the record of the environment. */
export class TableBucket implements Resource<State> {
  readonly id = 'table-bucket';
  readonly kind = 'Table bucket';
  readonly name: string;
  readonly needs: readonly string[] = [];
  readonly witnesses: readonly string[];
  readonly wanted = true;
  readonly shared = false;

  /** Where the namespace has another name than one would expect, `sweep` has to be told. */
  private readonly namespaceMark: Tags;

  /** @param guarded it is to be removed */
  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly s3tables: Writers['s3tables'],
    private readonly guarded = false
  ) {
    this.name = spec.names.tableBucket;
    const { env, application } = spec.owner;
    const derived = derivedNames(env, application, 'bucket');
    const { namespace } = spec.names;
    this.namespaceMark = namespace === derived.namespace ? {} : { [TAG.namespace]: namespace };
    // A bucket whose name does not tell whose it is has a second witness from its first moment on.
    this.witnesses = this.name === derived.tableBucket ? [] : ['glue-database'];
  }

  async observe(look: Look): Promise<Observation<State>> {
    const tags = await tagsOfBucket(look, this.spec.bucketArn);
    if (tags === undefined) return {};
    const what = `table bucket ${this.name}`;
    const refusal = refusalOf(what, tags, this.spec);
    return {
      state: { tags },
      applyRefusal:
        refusal ?? changeRefusalOf(what, tags, this.spec) ?? tagLimitRefusal(what, tags, this.spec),
      removeRefusal: refusal ?? removalRefusalOf(what, tags, this.spec),
      notes: [...expiryNotes(tags), ...(this.guarded ? [] : strayTagNotes(tags, this.spec))]
    };
  }

  diff(state: State | undefined): Change[] {
    const there = state?.tags ?? {};
    // One that was made without this mark does without it; one that has it has to have the right one.
    const marks = state === undefined || there[TAG.namespace] !== undefined ? this.namespaceMark : {};
    return mapChanges('tags', { ...this.spec.lastingTags, ...marks }, there);
  }

  async create(look: Look): Promise<boolean> {
    const tags = { ...this.spec.lastingTags, ...this.spec.birthTags, ...this.namespaceMark };
    try {
      return await this.s3tables.createTableBucket(this.name, tags, look.context);
    } catch (error) {
      throw await namingHolders(error, this.spec, look.anew());
    }
  }

  async update(look: Look, _state: State, changes: readonly Change[]): Promise<void> {
    await this.s3tables.addTags(this.spec.bucketArn, changedEntries('tags', changes), look.context);
  }

  async remove({ context }: Look): Promise<void> {
    await this.s3tables.deleteTableBucket(this.spec.bucketArn, context);
  }

  outputs(): Partial<Outputs> {
    return { 's3tables-bucket-arn': this.spec.bucketArn };
  }
}
