import type { Account } from '../account.js';
import { iamAllowedPrincipals } from './permissions.js';
import { invalidInput } from './refusals.js';

const accountId = String.raw`\d{12}`;
const name = String.raw`[\w+=,.@-]{1,64}`;
const path = String.raw`(?:[\u0021-\u007E]+/)?`;

/** The principals of the "Lake Formation personas and principals" pages, as ARNs of one partition. */
function arnPatterns(partition: string): readonly RegExp[] {
  return [
    `iam::${accountId}:root`,
    `iam::${accountId}:(?:user|role)/${path}${name}`,
    `iam::${accountId}:saml-provider/[^:]+:(?:user|group)/.+`,
    String.raw`quicksight:[a-z0-9-]+:${accountId}:(?:user|group)/.+`,
    `organizations::${accountId}:(?:organization|ou)/.+`,
    String.raw`identitystore:::(?:user|group)/[0-9a-f-]+`
  ].map((rest) => new RegExp(`^arn:${partition}:${rest}$`));
}

/**
 * Checks that a permission can be given to this principal. Whoever is well-formed is believed to exist; a session
 * (`assumed-role`) is nobody's principal.
 * Throws InvalidInputException.
 */
export function checkGrantee(account: Account, principal: string): void {
  if (principal === iamAllowedPrincipals) return;
  if (new RegExp(`^${accountId}(?::IAMPrincipals)?$`).test(principal)) return;
  if (!arnPatterns(account.partition).some((pattern) => pattern.test(principal))) {
    throw invalidInput(`Invalid principal, ${principal}`);
  }
}

/**
 * Checks that this principal can administer the data lake: a user, a role or the root of an account.
 * Throws InvalidInputException.
 */
export function checkAdmin(account: Account, principal: string): void {
  const isIdentity = /^arn:[^:]+:iam::\d{12}:(?:root$|user\/|role\/)/.test(principal);
  if (!isIdentity) throw invalidInput(`Invalid principal, ${principal}`);
  checkGrantee(account, principal);
}
