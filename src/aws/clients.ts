import type { Glue } from '@aws-sdk/client-glue';
import type { IAM } from '@aws-sdk/client-iam';
import type { LakeFormation } from '@aws-sdk/client-lakeformation';
import type { S3 } from '@aws-sdk/client-s3';
import type { S3Tables } from '@aws-sdk/client-s3tables';
import type { STS } from '@aws-sdk/client-sts';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { partitionOf } from '../partitions.js';
import type { AssumedCredentials, RoleToAssume } from './assume-role.js';
import { explained, refuseBlemishes } from './own-credentials.js';
import { ownEndpoint } from './endpoints.js';
import { Limit, limited } from './limit.js';

/** Which AWS: the region, the environment that proxies and endpoints are taken from, and as whom. */
export interface AwsOptions {
  readonly region: string;
  readonly env: NodeJS.ProcessEnv;
  /** Absent: the credentials are where the SDK finds them. */
  readonly role?: RoleToAssume | undefined;
  /** Whose clients are loaded while the first answer is waited for, and then while the next ones are. */
  readonly waves?: readonly (readonly ServiceName[])[] | undefined;
}

/** What signs requests. With `accountId` where the source of the credentials tells it. */
export type Credentials = Awaited<ReturnType<STS['config']['credentials']>>;

/** The SDK's clients of the services, each loaded when it is first asked for, and kept. */
export interface ServiceClients {
  readonly s3tables: () => Promise<S3Tables>;
  readonly glue: () => Promise<Glue>;
  readonly lakeFormation: () => Promise<LakeFormation>;
  readonly iam: () => Promise<IAM>;
  readonly s3: () => Promise<S3>;
}

/** Which service, by the name of its client. */
export type ServiceName = keyof ServiceClients;

/** All clients, and what they share. */
export interface Clients extends ServiceClients {
  /** For what must not be sent a second time: they never repeat a call by themselves. */
  readonly single: ServiceClients;
  readonly sts: () => Promise<STS>;
  /** The HTTP handler all of them share: proxies, time-outs, kept connections. */
  readonly handler: () => Promise<NodeHttpHandler>;
  /** The credentials all of them share; refreshed before they expire. Throws `ActionError`, with nothing secret in it. */
  readonly credentials: () => Promise<Credentials>;
}

// Eight, because S3 Tables answers "too many requests" readily.
const MAX_ATTEMPTS = 8;

/**
 * The one place that builds the SDK's clients. Endpoints (`AWS_ENDPOINT_URL`, also per service) and credentials
 * come from where the SDK looks for them.
 */
export function makeClients({ region, env, role, waves = [] }: AwsOptions): Clients {
  // The SDK's own switch: which Node runs the action is the runner's affair, not that of the log's reader.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const handler = once(async () =>
    (await import('./handler.js')).makeHandler(env, { sent: () => loadNext() })
  );
  const basics = async () => ({
    region,
    maxAttempts: MAX_ATTEMPTS,
    retryMode: 'standard',
    requestHandler: await handler(),
    customUserAgent: 'iceberg-environment'
  });
  const stsWith = async (more: object): Promise<STS> =>
    new (await import('@aws-sdk/client-sts')).STS({ ...(await basics()), ...more });
  const assumed =
    role && ((): Promise<AssumedCredentials> => assumedBy(role, { env, handler, sts: () => stsWith({}) }));
  const sts = once(() => stsWith(assumed === undefined ? {} : { credentials: assumed }));
  // One chain for all clients: a web identity is exchanged once, not five times.
  const credentials = async (): Promise<Credentials> => {
    try {
      if (role === undefined) refuseBlemishes(env);
      return await (await sts()).config.credentials();
    } catch (thrown) {
      throw explained(thrown, env);
    }
  };
  const limits = makeLimits();
  const servicesWith = (more: object): ServiceClients =>
    serviceClients({ region, limits }, async () => ({ ...(await basics()), credentials, ...more }));
  const services = servicesWith({});
  const ahead = [...waves];
  let loading: Promise<unknown> = Promise.resolve();
  const loadNext = (): void => {
    // One after the other, so that what comes meanwhile is seen to. Whoever uses one that cannot be made is told so.
    for (const name of ahead.shift() ?? []) {
      loading = loading.then(async () => {
        await services[name]().catch(() => undefined);
      });
    }
  };
  return { handler, credentials, sts, ...services, single: servicesWith({ maxAttempts: 1 }) };
}

interface Config {
  readonly region: string;
  readonly credentials: () => Promise<Credentials>;
}

type Limits = Readonly<Record<ServiceName, Limit>>;

/** One for each service, whichever of its clients sends. An Iceberg REST catalog is a part of its service. */
function makeLimits(): Limits {
  return {
    s3tables: new Limit(),
    glue: new Limit(),
    lakeFormation: new Limit(),
    iam: new Limit(),
    s3: new Limit()
  };
}

function serviceClients(
  { region, limits }: { readonly region: string; readonly limits: Limits },
  config: () => Promise<Config>
): ServiceClients {
  return {
    s3tables: once(async () => {
      const { S3Tables } = await import('@aws-sdk/client-s3tables');
      return limited(new S3Tables(await config()), limits.s3tables);
    }),
    glue: once(async () => {
      const { Glue } = await import('@aws-sdk/client-glue');
      return limited(new Glue(await config()), limits.glue);
    }),
    lakeFormation: once(async () => {
      const { LakeFormation } = await import('@aws-sdk/client-lakeformation');
      return limited(new LakeFormation(await config()), limits.lakeFormation);
    }),
    iam: once(async () => {
      const { IAM } = await import('@aws-sdk/client-iam');
      return limited(new IAM({ ...(await config()), region: partitionOf(region).homeOfIam }), limits.iam);
    }),
    s3: once(async () => {
      const { S3 } = await import('@aws-sdk/client-s3');
      const s3 = limited(new S3(await config()), limits.s3);
      // An endpoint of one's own has no host name for each bucket.
      s3.config.forcePathStyle = (await ownEndpoint(s3)) !== undefined;
      return s3;
    })
  };
}

/** Loaded only when there is a role to assume. */
async function assumedBy(
  role: RoleToAssume,
  { env, handler, sts }: Pick<AwsOptions, 'env'> & Pick<Clients, 'handler' | 'sts'>
): Promise<AssumedCredentials> {
  const { assumeRole } = await import('./assume-role.js');
  const { gitHubToken } = await import('./oidc.js');
  const token = (audience: string): Promise<string> =>
    gitHubToken({ env, handler, mask: role.mask }, audience, role.context);
  return assumeRole(role, { sts, token });
}

/** Keeps the promise, so that concurrent first uses share it. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}
