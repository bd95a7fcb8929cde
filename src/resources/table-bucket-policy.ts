import { inBucket } from '../observe/buckets.js';
import type { Look } from '../observe/look.js';
import type { Outputs } from '../outcome.js';
import { parsePolicyDocument, type PolicyDocument } from '../policy-document.js';
import type { Change } from '../change.js';
import type { Observation, Resource } from '../engine/resource.js';
import type { Writers } from '../observe/readers.js';
import { policyChanges } from './policy-meaning.js';
import type { EnvironmentSpec } from './spec.js';

interface State {
  /** Absent: what is there is not a policy that can be read. */
  readonly document: PolicyDocument | undefined;
}

/** The table bucket's resource policy. With `table-bucket-policy: none` there should be none. */
export class TableBucketPolicy implements Resource<State> {
  readonly id = 'table-bucket-policy';
  readonly kind = 'Table bucket policy';
  readonly name: string;
  readonly needs = ['table-bucket'];
  readonly wanted: boolean;
  readonly shared = false;
  private readonly declared: PolicyDocument;

  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly s3tables: Writers['s3tables']
  ) {
    this.name = spec.names.tableBucket;
    this.wanted = spec.policy !== 'none';
    this.declared = declaredPolicy(spec);
  }

  async observe(look: Look): Promise<Observation<State>> {
    const { bucketArn } = this.spec;
    const text = await inBucket(look, bucketArn, () => look.s3tables.getTableBucketPolicy(bucketArn));
    return text === undefined ? {} : { state: { document: readPolicy(text) } };
  }

  diff(state: State | undefined): Change[] {
    return policyChanges(this.declared, state?.document, this.spec.partition);
  }

  async create({ context }: Look): Promise<boolean> {
    await this.s3tables.putTableBucketPolicy(this.spec.bucketArn, JSON.stringify(this.declared), context);
    return true;
  }

  async update(look: Look): Promise<void> {
    await this.create(look);
  }

  async remove({ context }: Look): Promise<void> {
    await this.s3tables.deleteTableBucketPolicy(this.spec.bucketArn, context);
  }

  outputs(): Partial<Outputs> {
    return {};
  }
}

/** The policy that the bucket is to have, where it is to have one. */
export function declaredPolicy(spec: EnvironmentSpec): PolicyDocument {
  return typeof spec.policy === 'object' ? spec.policy : defaultPolicy(spec);
}

/** The proof of concept's two statements: Glue and the account itself may do everything in this bucket. */
function defaultPolicy({ bucketArn, accountRoot }: EnvironmentSpec): PolicyDocument {
  const allow = (Sid: string, Principal: Record<string, string>): Record<string, unknown> => ({
    Sid,
    Effect: 'Allow',
    Principal,
    Action: 's3tables:*',
    Resource: [bucketArn, `${bucketArn}/*`]
  });
  return {
    Version: '2012-10-17',
    Statement: [
      allow('AllowGlueAccess', { Service: 'glue.amazonaws.com' }),
      allow('AllowAccountAccess', { AWS: accountRoot })
    ]
  };
}

function readPolicy(text: string): PolicyDocument | undefined {
  const parsed = parsePolicyDocument(text);
  return 'value' in parsed ? parsed.value : undefined;
}
