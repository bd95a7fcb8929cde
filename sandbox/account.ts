import { GlueState } from './glue/state.js';
import { IamState } from './iam/state.js';
import { administratorUser } from './iam/users.js';
import { LakeFormationState, type LakeFormationOptions } from './lakeformation/state.js';
import { S3State } from './s3/state.js';
import { S3TablesState, type S3TablesOptions } from './s3tables/state.js';
import { StsState } from './sts/state.js';

/** One region of the account. Nothing in it is seen from another region. */
export class Region {
  readonly s3 = new S3State();
  readonly s3tables: S3TablesState;
  readonly glue = new GlueState();
  readonly lakeFormation: LakeFormationState;

  constructor(
    readonly name: string,
    readonly account: Account
  ) {
    this.s3tables = new S3TablesState(account.options.s3tables);
    this.lakeFormation = new LakeFormationState(account.options.lakeFormation);
  }

  /** An ARN in this region: `arn('s3tables', 'bucket/dev')`. */
  arn(service: string, resource: string): string {
    return `arn:${this.account.partition}:${service}:${this.name}:${this.account.id}:${resource}`;
  }
}

/** How the account behaves, as the sandbox was told when it started. */
export interface AccountOptions {
  readonly s3tables?: S3TablesOptions;
  readonly lakeFormation?: LakeFormationOptions;
  /** Whom Lake Formation takes for a principal: every well-formed ARN, or the users and roles of IAM. Default `any`. */
  readonly principals?: 'any' | 'iam';
  /** How long a change in IAM takes to be seen by the other services, ms. Default 0. */
  readonly iamDelay?: number;
}

/** The whole of what the sandbox holds. `reset` replaces it by a new one. */
export class Account {
  readonly iam: IamState;
  readonly sts = new StsState();
  private readonly byName = new Map<string, Region>();

  constructor(
    readonly id: string,
    readonly partition: string,
    readonly options: AccountOptions = {}
  ) {
    this.iam = new IamState(options.iamDelay);
    this.iam.users.set('sandbox', administratorUser(this));
    this.iam.changed(-Infinity);
  }

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
