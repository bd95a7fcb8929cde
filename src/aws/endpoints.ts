import type { EndpointResolvedConfig } from '@smithy/core/endpoints';
import type { EndpointParameterInstructions, EndpointParameters, EndpointV2 } from '@smithy/types';
import type { Endpoint } from '../endpoints.js';
import type { Clients } from './clients.js';
import type { EndpointsPort } from './ports.js';

/** A client of the SDK, as far as it knows where to send its requests. */
interface Located {
  readonly config: object;
}

/** A command of the client; the rules for its endpoint are the same for all that name no bucket. */
interface Instructed {
  getEndpointParameterInstructions(): EndpointParameterInstructions;
}

/** What the SDK's configuration turns into once it is resolved, as far as it matters here. */
type Config = EndpointResolvedConfig<EndpointParameters> & {
  readonly region: () => Promise<string>;
  readonly endpointProvider: (parameters: EndpointParameters) => EndpointV2;
};

/**
 * Where this run reaches the services, as the SDK itself decides it: from `AWS_ENDPOINT_URL` and its siblings, the
 * `services` section of the shared configuration, FIPS, dual-stack and the partition of the region. The one answer for
 * all who ask.
 */
export function makeEndpoints(clients: Pick<Clients, 's3tables' | 's3'>): EndpointsPort {
  return {
    async s3tables() {
      const { ListTableBucketsCommand } = await import('@aws-sdk/client-s3tables');
      return endpointOf(await clients.s3tables(), ListTableBucketsCommand);
    },
    async s3() {
      const { ListBucketsCommand } = await import('@aws-sdk/client-s3');
      return endpointOf(await clients.s3(), ListBucketsCommand);
    }
  };
}

/** Where a client sends a command. Throws the SDK's `EndpointError` where its settings contradict each other. */
export async function endpointOf(client: Located, command: Instructed): Promise<Endpoint> {
  const { getEndpointFromInstructions } = await import('@smithy/core/endpoints');
  const config = client.config as Config;
  const { url } = await getEndpointFromInstructions({}, command, config);
  if (config.isCustomEndpoint === true) return { url: textOf(url), kind: 'own' };
  const usual = config.endpointProvider({
    ...{ Region: await config.region(), UseFIPS: false, UseDualStack: false }
  });
  return { url: textOf(url), kind: usual.url.host === url.host ? 'usual' : 'variant' };
}

const textOf = ({ href }: URL): string => href.replace(/\/$/, '');

/**
 * The endpoint of one's own that a client sends its calls to; `undefined`: AWS's. Throws what the SDK throws for a shared
 * config that contradicts itself.
 */
export async function ownEndpoint({ config }: Located): Promise<string | undefined> {
  return (config as Config).serviceConfiguredEndpoint?.();
}

/** The variables by which a step says which endpoints it wants, those that are set. Their names, without values. */
export function endpointVariables(env: NodeJS.ProcessEnv): readonly string[] {
  return Object.keys(env).filter(
    (name) => /^AWS_(?:ENDPOINT_URL|USE_FIPS_ENDPOINT|USE_DUALSTACK_ENDPOINT)/.test(name) && env[name] !== ''
  );
}
