import { readAuthorization, type Authorization } from '../sigv4/authorization.js';
import { SignatureProblem } from '../sigv4/problem.js';
import type { RawRequest } from './message.js';

/** Which service a request is for, and what it says of its signature or what is wrong with that. */
export interface Identified {
  readonly service: string;
  readonly authorization: Authorization | SignatureProblem;
}

/** The service of the credential scope; where there is none, the one that the request looks like. */
export function identify(request: RawRequest): Identified {
  try {
    const authorization = readAuthorization(request);
    return { service: authorization.service, authorization };
  } catch (error) {
    if (error instanceof SignatureProblem) return { service: guess(request), authorization: error };
    throw error;
  }
}

/** AWS's host names of a service: with FIPS, dual-stack, and those of the other partitions. */
const serviceHost =
  /(?:^|\.)(s3tables|glue|lakeformation|sts|iam|s3)(?:-fips)?(?:\.dualstack)?(?:[.-][a-z0-9-]+)?\.(?:amazonaws\.(?:com(?:\.cn)?|eu)|api\.(?:aws|amazonwebservices\.(?:com\.cn|eu)))(?::\d+)?$/i;

/** Each service has its own address at AWS; under this one an unsigned request must be told apart by its looks. */
function guess(request: RawRequest): string {
  const named = serviceHost.exec(request.headers['host'] ?? '')?.[1];
  return named?.toLowerCase() ?? guessByLooks(request);
}

function guessByLooks({ method, path, queryText, headers, body }: RawRequest): string {
  if (headers['x-amz-target']?.startsWith('AWSGlue.')) return 'glue';
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return body.includes('Version=2010-05-08') ? 'iam' : 'sts';
  }
  if (queryText.includes('Action=AssumeRoleWithWebIdentity')) return 'sts';
  const bucket = `${headers['host'] ?? ''}${path}`;
  if (bucket.includes('--table-s3')) return 's3';
  return method === 'POST' && /^\/[A-Za-z]+$/.test(path) ? 'lakeformation' : 's3tables';
}
