import { GlueState } from './glue/state.js';
import { IamState } from './iam/state.js';
import { LakeFormationState } from './lakeformation/state.js';
import { S3State } from './s3/state.js';
import { S3TablesState } from './s3tables/state.js';

/** One region of the account. Nothing in it is seen from another region. */
export class Region {
  readonly s3 = new S3State();
  readonly s3tables = new S3TablesState();
  readonly glue = new GlueState();
  readonly lakeFormation = new LakeFormationState();

  constructor(
    readonly name: string,
    readonly account: Account
  ) {}

  /** An ARN in this region: `arn('s3tables', 'bucket/dev')`. */
  arn(service: string, resource: string): string {
    return `arn:${this.account.partition}:${service}:${this.name}:${this.account.id}:${resource}`;
  }
}

/** The whole of what the sandbox holds. `reset` replaces it by a new one. */
export class Account {
  readonly iam = new IamState();
  private readonly byName = new Map<string, Region>();

  constructor(
    readonly id: string,
    readonly partition: string
  ) {}

  /** The region of that name, made when it is first asked for. */
  region(name: string): Region {
    const known = this.byName.get(name);
    if (known) return known;
    const region = new Region(name, this);
    this.byName.set(name, region);
    return region;
  }

  /** The regions that have been used. */
  get regions(): readonly Region[] {
    return [...this.byName.values()];
  }
}
