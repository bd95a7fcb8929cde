import type { Account } from '../account.js';
import { AwsRefusal } from '../service.js';
import { addTags, type Tag } from './identities.js';
import { alreadyExists, limitExceeded, noSuchEntity } from './refusals.js';
import type { OidcProvider } from './state.js';

const maxClientIds = 100;

/** What {@link createOidcProvider} needs to know. */
export interface NewOidcProvider {
  /** The issuer: `https://token.actions.githubusercontent.com`. */
  readonly url: string;
  readonly clientIds: readonly string[];
  readonly thumbprints: readonly string[];
  readonly tags: readonly Tag[];
}

/**
 * Makes an OpenID Connect provider. The issuer is not asked whether it is there.
 * Throws EntityAlreadyExists, InvalidInput, LimitExceeded, ValidationError for a URL that is none.
 */
export function createOidcProvider(account: Account, wanted: NewOidcProvider): OidcProvider {
  const url = wanted.url.replace(/^https:\/\//, '').replace(/\/$/, '');
  if (!wanted.url.startsWith('https://') || !/^[\w.-]+(\/[^?#\s]*)?$/.test(url)) {
    throw new AwsRefusal(400, 'ValidationError', 'Invalid Open ID Connect Provider URL');
  }
  const arn = `arn:${account.partition}:iam::${account.id}:oidc-provider/${url}`;
  if (account.iam.oidcProviders.has(arn)) {
    throw alreadyExists(`Provider with url ${wanted.url} already exists.`);
  }
  if (wanted.clientIds.length > maxClientIds) {
    throw limitExceeded(`Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: ${maxClientIds}`);
  }
  const provider: OidcProvider = {
    arn,
    url,
    clientIds: new Set(wanted.clientIds),
    thumbprints: wanted.thumbprints,
    createdAt: new Date(),
    tags: new Map()
  };
  addTags(provider.tags, wanted.tags);
  account.iam.oidcProviders.set(arn, provider);
  return provider;
}

/** The provider of that ARN. Throws NoSuchEntity. */
export function oidcProvider(account: Account, arn: string): OidcProvider {
  const provider = account.iam.oidcProviders.get(arn);
  if (provider) return provider;
  throw noSuchEntity(`OpenIDConnect Provider not found for arn ${arn}`);
}
