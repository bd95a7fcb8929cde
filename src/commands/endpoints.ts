import type { EndpointsPort } from '../aws/ports.js';
import { icebergRestUri } from '../endpoints.js';
import type { Outcome } from '../outcome.js';

/**
 * An outcome that also says where what it is about is reached: by the endpoints that the run itself used. Left as it is
 * where it is about no environment, and where there are no such endpoints, which the run has then failed with.
 */
export async function withEndpoints(outcome: Outcome, port: EndpointsPort): Promise<Outcome> {
  const { outputs } = outcome;
  if (outputs['table-bucket-name'] === undefined) return outcome;
  try {
    const s3tables = await port.s3tables();
    const known = { ...outcome, outputs: { ...outputs, 'iceberg-rest-uri': icebergRestUri(s3tables) } };
    if (!outputs['table-arn']) return known;
    return { ...known, endpoints: { s3tables, s3: await port.s3() } };
  } catch {
    return outcome;
  }
}
