import * as v from 'valibot';
import { jsonReply } from '../protocol/rest-json.js';
import type { SandboxReply } from '../service.js';
import type { World } from './world.js';

const issuerKeys = v.strictObject({
  issuer: v.pipe(v.string(), v.regex(/^https:\/\/\S+$/, 'expected an https URL')),
  jwks: v.looseObject({ keys: v.pipe(v.array(v.looseObject({ kty: v.literal('RSA') })), v.minLength(1)) })
});

/**
 * Tells the sandbox the keys of an OpenID Connect issuer, which AWS fetches from there: from now on the signatures of
 * its tokens are checked.
 */
export function putIssuerKeys(world: World, body: Buffer): SandboxReply {
  const result = v.safeParse(issuerKeys, parsed(body));
  if (!result.success) {
    const problems = result.issues.map((issue) => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
    return jsonReply(400, { message: problems.join('; ') });
  }
  const { issuer, jwks } = result.output;
  world.account.sts.keys.set(issuer, jwks.keys);
  return { status: 204 };
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
