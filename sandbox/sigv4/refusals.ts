import { S3Refusal } from '../protocol/s3-xml.js';
import type { AwsRefusal } from '../service.js';
import type { ProblemKind, SignatureProblem } from './problem.js';

type Family = 'restJson' | 'json11' | 'query' | 's3';

/** Status, code, and the message where it is not the problem's own detail. */
type Wording = readonly [status: number, code: string, message?: string];

const signatureMessage =
  'The request signature we calculated does not match the signature you provided. ' +
  'Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';
const s3SignatureMessage =
  'The request signature we calculated does not match the signature you provided. ' +
  'Check your key and signing method.';
const unknownToken = 'The security token included in the request is invalid.';
const expiredToken = 'The security token included in the request is expired';

/** REST-JSON words a problem as JSON 1.1 does; only the status differs (403 there, 400 here). */
const json: Readonly<Record<ProblemKind, readonly [code: string, message?: string]>> = {
  missing: ['MissingAuthenticationTokenException', 'Missing Authentication Token'],
  unsupported: ['IncompleteSignatureException'],
  malformed: ['IncompleteSignatureException'],
  'malformed-query': ['IncompleteSignatureException'],
  'wrong-region': ['InvalidSignatureException', 'Credential should be scoped to a valid region.'],
  'wrong-service': ['InvalidSignatureException'],
  'unknown-key': ['UnrecognizedClientException', unknownToken],
  'wrong-token': ['UnrecognizedClientException', unknownToken],
  'expired-token': ['ExpiredTokenException', expiredToken],
  skewed: ['InvalidSignatureException'],
  'url-expired': ['InvalidSignatureException'],
  'unsigned-header': ['InvalidSignatureException'],
  mismatch: ['InvalidSignatureException', signatureMessage]
};

const query: Readonly<Record<ProblemKind, Wording>> = {
  missing: [403, 'MissingAuthenticationToken', 'Request is missing Authentication Token'],
  unsupported: [400, 'IncompleteSignature'],
  malformed: [400, 'IncompleteSignature'],
  'malformed-query': [400, 'IncompleteSignature'],
  'wrong-region': [403, 'SignatureDoesNotMatch', 'Credential should be scoped to a valid region.'],
  'wrong-service': [403, 'SignatureDoesNotMatch'],
  'unknown-key': [403, 'InvalidClientTokenId', unknownToken],
  'wrong-token': [403, 'InvalidClientTokenId', unknownToken],
  'expired-token': [403, 'ExpiredToken', expiredToken],
  skewed: [403, 'SignatureDoesNotMatch'],
  'url-expired': [403, 'SignatureDoesNotMatch'],
  'unsigned-header': [403, 'SignatureDoesNotMatch'],
  mismatch: [403, 'SignatureDoesNotMatch', signatureMessage]
};

const s3: Readonly<Record<ProblemKind, Wording>> = {
  missing: [403, 'AccessDenied', 'Access Denied'],
  unsupported: [
    400,
    'InvalidRequest',
    'The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.'
  ],
  malformed: [400, 'AuthorizationHeaderMalformed'],
  'malformed-query': [400, 'AuthorizationQueryParametersError'],
  'wrong-region': [400, 'AuthorizationHeaderMalformed'],
  'wrong-service': [400, 'AuthorizationHeaderMalformed'],
  'unknown-key': [
    403,
    'InvalidAccessKeyId',
    'The AWS Access Key Id you provided does not exist in our records.'
  ],
  'wrong-token': [400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.'],
  'expired-token': [400, 'ExpiredToken', 'The provided token has expired.'],
  skewed: [
    403,
    'RequestTimeTooSkewed',
    'The difference between the request time and the current time is too large.'
  ],
  'url-expired': [403, 'AccessDenied', 'Request has expired'],
  'unsigned-header': [403, 'AccessDenied', 'There were headers present in the request which were not signed'],
  mismatch: [403, 'SignatureDoesNotMatch', s3SignatureMessage]
};

const families: Readonly<Record<string, Family>> = { s3: 's3', sts: 'query', iam: 'query', glue: 'json11' };

/**
 * The refusal by which a service answers a bad signature.
 * Codes and statuses: "Common Errors" in each service's API reference, "Error Responses" in that of S3.
 */
export function refusalFor(problem: SignatureProblem, service: string): AwsRefusal {
  const [status, code, message] = wording(problem.kind, families[service] ?? 'restJson');
  const prefix = code === 'AuthorizationHeaderMalformed' ? 'The authorization header is malformed; ' : '';
  return new S3Refusal(status, code, message ?? prefix + problem.detail, { elements: problem.elements });
}

function wording(kind: ProblemKind, family: Family): Wording {
  if (family === 's3') return s3[kind];
  if (family === 'query') return query[kind];
  return [family === 'json11' ? 400 : 403, ...json[kind]];
}
