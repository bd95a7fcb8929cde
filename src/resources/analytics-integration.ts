import type { GlueCatalog, GluePort } from '../aws/ports.js';
import type { Context } from '../context.js';
import { ActionError } from '../errors.js';
import type { Outputs } from '../outcome.js';
import type { Change, Observation, Resource } from '../resource.js';
import { hasIamMode } from './integration-regions.js';
import type { EnvironmentSpec } from './spec.js';

type State = GlueCatalog;

const CATALOG = 's3tablescatalog';
const CONNECTION = 'aws:s3tables';

/**
 * The integration of S3 Tables with the analytics services: the Glue catalog `s3tablescatalog`, one for the whole
 * account and region. It is made once, never changed, never removed
 * (https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-tables-integrating-aws.html).
 */
export class AnalyticsIntegration implements Resource<State> {
  readonly id = 'analytics-integration';
  readonly kind = 'Analytics integration';
  readonly name = CATALOG;
  readonly needs: readonly string[] = [];
  readonly wanted = true;
  readonly shared = true;
  private readonly identifier: string;

  constructor(
    private readonly spec: EnvironmentSpec,
    private readonly glue: GluePort
  ) {
    this.identifier = `arn:${spec.partition}:s3tables:${spec.region}:${spec.accountId}:bucket/*`;
  }

  async observe(context: Context): Promise<Observation<State>> {
    const state = await this.glue.getCatalog(CATALOG, context);
    if (state === undefined) return { applyRefusal: this.whyNotOn() };
    const mode = state.iamControlled ? 'IAM' : 'Lake Formation';
    return {
      state,
      applyRefusal: this.whyForeign(state),
      notes: [`On, with ${mode} access control. Shared by the whole account and region.`]
    };
  }

  diff(state: State | undefined): Change[] {
    return state === undefined ? [{ path: 'access-control', to: 'IAM' }] : [];
  }

  create(context: Context): Promise<boolean> {
    return this.glue.createS3TablesCatalog(this.identifier, context);
  }

  async update(): Promise<void> {
    // Its mode decides over everybody's access, so it is never changed.
  }

  async remove(): Promise<void> {
    // Shared by the whole account: never removed.
  }

  outputs(): Partial<Outputs> {
    return {};
  }

  private whyNotOn(): ActionError | undefined {
    const { region, accountId, integration } = this.spec;
    if (integration === 'enable') return hasIamMode(region) ? undefined : noIamMode(region);
    return new ActionError('INTEGRATION_OFF', {
      found: `S3 Tables is not integrated with the AWS analytics services in account ${accountId}, region ${region}: Athena, Glue, Redshift and EMR cannot see its tables.`
    });
  }

  private whyForeign({ connectionName, identifier }: State): ActionError | undefined {
    if (connectionName?.toLowerCase() === CONNECTION && identifier === this.identifier) return undefined;
    return new ActionError('INTEGRATION_FOREIGN', {
      found: `The Glue catalog ${CATALOG} is not the S3 Tables integration of this region: its connection is ${connectionName ?? 'none'} (expected ${CONNECTION}) and it is for ${identifier ?? 'nothing'} (expected ${this.identifier}).`
    });
  }
}

function noIamMode(region: string): ActionError {
  return new ActionError('INTEGRATION_REGION', {
    found: `AWS does not offer the integration with IAM access control in ${region}; there it needs Lake Formation.`
  });
}
