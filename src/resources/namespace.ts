import type { S3TablesPort } from '../aws/ports.js';
import type { Context } from '../context.js';
import type { Outputs } from '../outcome.js';
import type { Change, Observation, Resource } from '../resource.js';
import type { EnvironmentSpec } from './spec.js';

type State = true;

/** The namespace. S3 Tables has no tags for it: it belongs to whoever owns the bucket. */
export class Namespace implements Resource<State> {
  readonly id = 'namespace';
  readonly kind = 'Namespace';
  readonly name: string;
  readonly needs = ['table-bucket'];
  readonly wanted = true;
  readonly shared = false;

  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly s3tables: S3TablesPort
  ) {
    this.name = spec.names.namespace;
  }

  async observe(context: Context): Promise<Observation<State>> {
    const there = await this.s3tables.hasNamespace(this.spec.bucketArn, this.name, context);
    return there ? { state: true } : {};
  }

  diff(state: State | undefined): Change[] {
    return state === undefined ? [{ path: 'name', to: this.name }] : [];
  }

  create(context: Context): Promise<boolean> {
    return this.s3tables.createNamespace(this.spec.bucketArn, this.name, context);
  }

  async update(): Promise<void> {
    // A namespace has nothing but its name.
  }

  async remove(context: Context): Promise<void> {
    await this.s3tables.deleteNamespace(this.spec.bucketArn, this.name, context);
  }

  outputs(): Partial<Outputs> {
    return { namespace: this.name };
  }
}
