import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import * as v from 'valibot';
import { looseObject } from '../input/records.js';
import { AwsRefusal } from '../service.js';

const audiences = v.union([v.string(), v.array(v.string())]);

const header = v.object({ alg: v.string(), kid: v.exactOptional(v.string()) });
const claims = looseObject({
  iss: v.string(),
  sub: v.string(),
  aud: audiences,
  exp: v.number(),
  iat: v.exactOptional(v.number()),
  nbf: v.exactOptional(v.number())
});

/** What a token says of who holds it. */
export type Claims = v.InferOutput<typeof claims>;

/** An OpenID Connect token, taken apart; nothing in it is believed yet. */
export interface IdentityToken {
  readonly algorithm: string;
  readonly keyId?: string;
  readonly claims: Claims;
  /** What the signature is of. */
  readonly signed: string;
  readonly signature: Buffer;
}

/** Takes a JSON web token apart (RFC 7519). Throws InvalidIdentityToken. */
export function readToken(token: string): IdentityToken {
  const parts = token.split('.');
  const [head = '', body = '', signature = ''] = parts;
  const read = { header: v.safeParse(header, json(head)), claims: v.safeParse(claims, json(body)) };
  if (parts.length !== 3 || !read.header.success || json(body) === undefined) {
    throw invalidToken(
      'The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)'
    );
  }
  if (!read.claims.success) {
    const missing = read.claims.issues.map((issue) => v.getDotPath(issue)).join(', ');
    throw invalidToken(`Missing a required claim: ${missing}`);
  }
  const { alg, kid } = read.header.output;
  return {
    algorithm: alg,
    ...(kid === undefined ? {} : { keyId: kid }),
    claims: read.claims.output,
    signed: `${head}.${body}`,
    signature: Buffer.from(signature, 'base64url')
  };
}

/**
 * Checks a token's signature, RS256, by the keys of its issuer.
 * @param keys absent where nobody told the sandbox: every signature passes
 * Throws InvalidIdentityToken.
 */
export function checkSignature(token: IdentityToken, keys: readonly JsonWebKey[] | undefined): void {
  if (!keys) return;
  const { keyId, algorithm, signed, signature } = token;
  const key = keys.find(({ kid }) => kid === keyId) ?? (keyId === undefined ? keys[0] : undefined);
  if (!key) {
    throw invalidToken(
      "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements"
    );
  }
  const holds =
    algorithm === 'RS256' &&
    verify('RSA-SHA256', Buffer.from(signed), createPublicKey({ key, format: 'jwk' }), signature);
  if (!holds) throw invalidToken('The signature of the ID Token is not valid');
}

/**
 * Checks that a token is of now.
 * @param now seconds since the epoch
 * Throws ExpiredTokenException, and IDPRejectedClaim for a token that is not valid yet.
 */
export function checkTime({ exp, nbf = 0, iat = 0 }: Claims, now: number): void {
  if (now >= exp) {
    const times = `current date/time ${now} must be before the expiration date/time ${exp}`;
    throw new AwsRefusal(400, 'ExpiredTokenException', `Token expired: ${times}`);
  }
  // Clocks differ a little.
  if (Math.max(nbf, iat) > now + 300) {
    throw new AwsRefusal(403, 'IDPRejectedClaim', 'The ID Token is not valid yet.');
  }
}

/** InvalidIdentityToken, 400. */
export function invalidToken(message: string): AwsRefusal {
  return new AwsRefusal(400, 'InvalidIdentityToken', message);
}

function json(part: string): unknown {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
