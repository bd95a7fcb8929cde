import { inBucket, tagsOfBucket } from '../observe/buckets.js';
import type { Look } from '../observe/look.js';
import type { Outputs } from '../outcome.js';
import { isShared } from '../ownership.js';
import type { Change } from '../change.js';
import type { Observation, Resource } from '../engine/resource.js';
import type { Writers } from '../observe/readers.js';
import { policyChanges } from './policy-meaning.js';
import type { EnvironmentSpec } from './spec.js';
import { declaredPolicy } from './table-bucket-policy.js';

/** Absent: there is none, and one is to be set. */
type State = true;

/**
 * The policy of a table bucket that environments share. Only a bucket that this action made is given one, and only while
 * it has none: what is there holds for everybody.
 */
export class SharedTableBucketPolicy implements Resource<State> {
  readonly id = 'table-bucket-policy';
  readonly kind = 'Shared table bucket policy';
  readonly name: string;
  readonly needs = ['table-bucket'];
  readonly wanted = true;
  readonly shared = true;

  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly s3tables: Writers['s3tables']
  ) {
    this.name = spec.names.tableBucket;
  }

  async observe(look: Look): Promise<Observation<State>> {
    const { bucketArn } = this.spec;
    const tags = await tagsOfBucket(look, bucketArn);
    if (tags === undefined) return {};
    if (!isShared(tags)) return { state: true };
    const policy = await inBucket(look, bucketArn, () => look.s3tables.getTableBucketPolicy(bucketArn));
    return policy === undefined ? {} : { state: true };
  }

  diff(state: State | undefined): Change[] {
    return state === undefined
      ? policyChanges(declaredPolicy(this.spec), undefined, this.spec.partition)
      : [];
  }

  async create({ context }: Look): Promise<boolean> {
    const { bucketArn } = this.spec;
    return this.s3tables.addTableBucketPolicy(bucketArn, JSON.stringify(declaredPolicy(this.spec)), context);
  }

  async update(): Promise<void> {
    // What is there holds for everybody.
  }

  async remove(): Promise<void> {
    // It goes with the bucket, which stays.
  }

  outputs(): Partial<Outputs> {
    return {};
  }
}
