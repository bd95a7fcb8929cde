import type { Account } from '../account.js';
import type { OidcProvider, Role } from '../iam/state.js';
import { contextOf, type Context } from '../policy/context.js';
import { evaluate } from '../policy/evaluate.js';
import { requestContext } from '../policy/request-context.js';
import { AwsRefusal, type SandboxRequest } from '../service.js';
import { begin, seenRole, trustOf } from './assume-role.js';
import { checkSignature, checkTime, invalidToken, readToken, type Claims } from './identity-token.js';
import type { WebIdentityInput } from './model.js';
import type { Session } from './sessions.js';

/** The claims that trust policies can name, beside `sub` and `aud`; of GitHub those that STS has known since 2026. */
const claimKeys: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'token.actions.githubusercontent.com',
    [
      ...['actor', 'actor_id', 'job_workflow_ref', 'repository', 'repository_id'],
      ...['workflow', 'ref', 'environment', 'enterprise_id']
    ]
  ]
]);

/** A session begun for a token, and what of the token is answered. */
export interface WebSession {
  readonly session: Session;
  readonly subject: string;
  readonly audience: string;
  readonly provider: OidcProvider;
}

/**
 * Takes a role on for the holder of an OpenID Connect token (STS API Reference, AssumeRoleWithWebIdentity).
 * Throws InvalidIdentityToken, ExpiredTokenException, IDPRejectedClaim, AccessDenied, also for a role that is not there,
 * and as `assumeRole`.
 */
export function assumeRoleWithWebIdentity(request: SandboxRequest, input: WebIdentityInput): WebSession {
  const { account } = request.region;
  const token = readToken(input.WebIdentityToken);
  const { claims } = token;
  const provider = providerOf(account, claims.iss);
  checkSignature(token, account.sts.keys.get(claims.iss));
  checkTime(claims, Math.floor(Date.now() / 1000));
  const audience = [claims.aud].flat().find((one) => provider.clientIds.has(one));
  if (audience === undefined) throw invalidToken('Incorrect token audience');
  const role = seenRole(account, input.RoleArn);
  const context = new Map([
    ...requestContext(request),
    ...tokenContext(provider, claims, input.RoleSessionName)
  ]);
  if (!role || !trusts(role, provider, context)) {
    throw new AwsRefusal(403, 'AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity');
  }
  const session = begin(account, role, input, { tags: [], federatedBy: provider.arn });
  return { session, subject: claims.sub, audience, provider };
}

function providerOf(account: Account, issuer: string): OidcProvider {
  const url = issuer.replace(/^https:\/\//, '').replace(/\/$/, '');
  const provider = [...account.iam.seen().oidcProviders.values()].find((one) => one.url === url);
  if (provider) return provider;
  throw invalidToken(`No OpenIDConnect provider found in your account for ${issuer}`);
}

function trusts(role: Role, provider: OidcProvider, context: Context): boolean {
  const question = { action: 'sts:AssumeRoleWithWebIdentity', resource: role.arn, context };
  const isNamed = (principals: Readonly<Record<string, readonly string[]>>): boolean =>
    (principals['Federated'] ?? []).includes(provider.arn) || (principals['AWS'] ?? []).includes('*');
  return evaluate([trustOf(role)], question, isNamed).effect === 'allow';
}

function tokenContext({ url, arn }: OidcProvider, claims: Claims, sessionName: string): Context {
  const keys = ['sub', 'aud', ...(claimKeys.get(url) ?? [])];
  const given = keys.map((key): [string, string | readonly string[] | undefined] => {
    const value = claims[key];
    const isText = typeof value === 'string' || Array.isArray(value);
    return [`${url}:${key}`, isText ? (value as string | readonly string[]) : undefined];
  });
  return contextOf(Object.fromEntries(given), {
    'sts:RoleSessionName': sessionName,
    'aws:FederatedProvider': arn
  });
}
