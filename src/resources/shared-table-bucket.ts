import type { Tags } from '../aws/ports.js';
import { tagsOfBucket } from '../observe/buckets.js';
import type { Look } from '../observe/look.js';
import { ActionError } from '../errors.js';
import type { Outputs } from '../outcome.js';
import { describeOwner, MANAGED_BY, MANAGER, TAG } from '../ownership.js';
import type { Change } from '../change.js';
import type { Observation, Resource } from '../engine/resource.js';
import type { Writers } from '../observe/readers.js';
import { namingHolders } from './bucket-holders.js';
import { mapChanges, type EnvironmentSpec } from './spec.js';

interface State {
  readonly tags: Tags;
}

/**
 * The table bucket that many environments share. It is made where there is none, belongs to none of them, and is never
 * changed or removed; whoever made one beforehand keeps it as it is.
 */
export class SharedTableBucket implements Resource<State> {
  readonly id = 'table-bucket';
  readonly kind = 'Shared table bucket';
  readonly name: string;
  /** The record of the environment comes before everything that is made for it. */
  readonly needs = ['glue-database'];
  readonly wanted = true;
  readonly shared = true;

  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly s3tables: Writers['s3tables']
  ) {
    this.name = spec.names.tableBucket;
  }

  async observe(look: Look): Promise<Observation<State>> {
    const tags = await tagsOfBucket(look, this.spec.bucketArn);
    return tags === undefined ? {} : { state: { tags }, applyRefusal: this.refusalOf(tags) };
  }

  diff(state: State | undefined): Change[] {
    return state === undefined ? mapChanges('tags', this.spec.sharedTags, {}) : [];
  }

  async create(look: Look): Promise<boolean> {
    try {
      return await this.s3tables.createTableBucket(this.name, this.spec.sharedTags, look.context);
    } catch (error) {
      throw await namingHolders(error, this.spec, look.anew());
    }
  }

  async update(): Promise<void> {
    // Whatever it is like, others rely on it.
  }

  async remove(): Promise<void> {
    // Never: others are in it.
  }

  outputs(): Partial<Outputs> {
    return { 's3tables-bucket-arn': this.spec.bucketArn };
  }

  /** What somebody has a right to remove cannot be shared. */
  private refusalOf(tags: Tags): ActionError | undefined {
    if (tags[MANAGED_BY] !== MANAGER || tags[TAG.env] === undefined) return undefined;
    return new ActionError('OWNED_BY_ANOTHER', {
      found: `The table bucket ${this.name} is that of an environment with isolation: bucket, ${describeOwner(tags)}, and goes with it.`,
      todo: 'Choose another table-bucket-name for the environments to share.'
    });
  }
}
