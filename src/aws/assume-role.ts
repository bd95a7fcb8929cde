import type { AssumeRoleWithWebIdentityResponse, STS } from '@aws-sdk/client-sts';
import type { Context } from '../context.js';
import { asActionError } from '../errors.js';
import { required } from './answer.js';
import { type Call, invoke } from './call.js';
import { claimsOf, type Claims } from './oidc.js';
import { explainRefusal } from './oidc-refusals.js';

/** The role to assume, and how. */
export interface RoleToAssume {
  readonly arn: string;
  readonly sessionName: string;
  /** How long the session lasts, 900 to 43200. */
  readonly durationSeconds: number;
  /** The context of the run, since the SDK asks for credentials without one. */
  readonly context: Context;
  /** Called with every secret before anything else is done with it. */
  readonly mask: (secret: string) => void;
}

/** What the SDK signs with, and until when. */
export interface AssumedCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
  readonly expiration: Date;
  readonly accountId: string;
}

/** What assuming a role takes. */
export interface Exchange {
  /** A client that signs nothing: this call is authorized by the token. */
  readonly sts: () => Promise<STS>;
  readonly token: (audience: string) => Promise<string>;
}

/**
 * Assumes a role with GitHub's token, anew each time it is called: the SDK does so before the credentials expire.
 * Throws `ActionError`: what is wrong with the token, the provider, the trust policy and the duration is told apart.
 */
export async function assumeRole(role: RoleToAssume, exchange: Exchange): Promise<AssumedCredentials> {
  const assume: Call = {
    operation: 'sts:AssumeRoleWithWebIdentity',
    doing: `assume the role ${role.arn}`,
    resource: role.arn,
    secret: true
  };
  const audience = audienceOf(role.arn);
  const token = await exchange.token(audience);
  const request = {
    RoleArn: role.arn,
    RoleSessionName: role.sessionName,
    DurationSeconds: role.durationSeconds,
    WebIdentityToken: token
  };
  const answer = await invoke(role.context, assume, async (options) =>
    (await exchange.sts()).assumeRoleWithWebIdentity(request, options)
  ).catch((thrown: unknown) => {
    throw explainRefusal(asActionError(thrown), role, sentWith(token, audience));
  });
  role.context.reporter.debug(`Assumed ${role.arn} as ${role.sessionName}`);
  return credentialsIn(answer, role, assume);
}

/** The name of a session of this run, as far as AWS allows the characters. */
export function sessionNameFor(run: string | undefined): string {
  return `iceberg-environment-${run ?? 'local'}`.replace(/[^\w+=,.@-]/g, '-').slice(0, 64);
}

function audienceOf(arn: string): string {
  return arn.startsWith('arn:aws-cn:') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}

function sentWith(token: string, audience: string): Claims {
  return { aud: audience, ...claimsOf(token) };
}

function credentialsIn(
  answer: AssumeRoleWithWebIdentityResponse,
  { arn, mask }: RoleToAssume,
  call: Call
): AssumedCredentials {
  const given = required(answer.Credentials, 'Credentials', call);
  // All that is there, before anything is said of what is not.
  for (const secret of [given.AccessKeyId, given.SecretAccessKey, given.SessionToken]) {
    if (secret) mask(secret);
  }
  return {
    accessKeyId: required(given.AccessKeyId, 'AccessKeyId', call),
    secretAccessKey: required(given.SecretAccessKey, 'SecretAccessKey', call),
    sessionToken: required(given.SessionToken, 'SessionToken', call),
    expiration: required(given.Expiration, 'Expiration', call),
    accountId: arn.split(':')[4] ?? ''
  };
}
