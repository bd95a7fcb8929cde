import { timingSafeEqual } from 'node:crypto';
import type { RawRequest } from '../http/message.js';
import type { Authorization } from './authorization.js';
import type { Payload } from './chunks.js';
import { expiredSessionToken, type Credential } from './credentials.js';
import { payloadHash, readPayload } from './payload.js';
import { SignatureProblem } from './problem.js';
import { partitionOf, type Partition } from './regions.js';
import { canonicalRequest, hmac, scopeOf, signingKey, stringToSign } from './signature.js';
import { checkTime } from './time.js';

/** Where and when a signature is checked. */
export interface Verifier {
  /** The account's partition; credentials of another are refused. */
  readonly partition: Partition;
  /** The account's home region, named to those who sign for one that is not there. */
  readonly region: string;
  /** Of the access key that the request names; absent for one that is not known. */
  readonly credential: Credential | undefined;
  /** ms since the epoch */
  readonly now: number;
}

/**
 * Decides whether a request was signed by who it says, for a region of the account.
 * Gives its payload, freed of aws-chunked framing and checked against what was signed.
 * Throws {@link SignatureProblem}; for a payload that is not the signed one, an AwsRefusal of S3.
 */
export function verify(request: RawRequest, authorization: Authorization, verifier: Verifier): Payload {
  checkRegion(authorization, verifier);
  const { secretAccessKey } = checkCredential(authorization, verifier);
  checkSignedHeaders(request, authorization);
  checkTime(authorization, verifier.now);
  const key = signingKey(secretAccessKey, authorization);
  checkSignature(request, authorization, key);
  return readPayload(request, authorization, {
    key,
    seed: authorization.signature,
    time: authorization.time,
    scope: scopeOf(authorization)
  });
}

function checkRegion(authorization: Authorization, { partition, region }: Verifier): void {
  const { service } = authorization;
  const known = partitionOf(authorization.region)?.name === partition.name;
  const expected = service === 'iam' ? partition.globalRegion : region;
  if (known && (service !== 'iam' || authorization.region === expected)) return;
  throw new SignatureProblem(
    'wrong-region',
    `the region '${authorization.region}' is wrong; expecting '${expected}'`,
    { Region: expected }
  );
}

function checkCredential(
  { accessKeyId, sessionToken = '' }: Authorization,
  { credential, now }: Verifier
): Credential {
  if (!credential) throw new SignatureProblem('unknown-key', '', { AWSAccessKeyId: accessKeyId });
  const { sessionToken: expected, expiresAt } = credential;
  if (sessionToken === expiredSessionToken) throw new SignatureProblem('expired-token');
  if (expected !== undefined && sessionToken !== expected) throw new SignatureProblem('wrong-token');
  if (expiresAt && expiresAt.getTime() <= now) throw new SignatureProblem('expired-token');
  return credential;
}

function checkSignedHeaders(request: RawRequest, { signedHeaders }: Authorization): void {
  if (!signedHeaders.includes('host')) {
    throw new SignatureProblem(
      'unsigned-header',
      "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
      { HeadersNotSigned: 'host' }
    );
  }
  const unsigned = Object.keys(request.headers).filter(
    (name) => name.startsWith('x-amz-') && !signedHeaders.includes(name)
  );
  if (unsigned.length === 0) return;
  throw new SignatureProblem(
    'unsigned-header',
    `There were headers present in the request which were not signed: ${unsigned.join(', ')}`,
    { HeadersNotSigned: unsigned.join(', ') }
  );
}

function checkSignature(request: RawRequest, authorization: Authorization, key: Buffer): void {
  const canonical = canonicalRequest(request, authorization, payloadHash(request, authorization));
  const text = stringToSign(authorization, canonical);
  const expected = hmac(key, text);
  const given = Buffer.from(authorization.signature, 'hex');
  if (given.length === expected.length && timingSafeEqual(given, expected)) return;
  throw new SignatureProblem('mismatch', '', {
    AWSAccessKeyId: authorization.accessKeyId,
    StringToSign: text,
    SignatureProvided: authorization.signature,
    CanonicalRequest: canonical
  });
}
