import type { Account } from '../account.js';
import { identityOf, isUnseen } from '../iam/asker.js';
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
 * Checks that a permission can be given to this principal. Whoever is well-formed is believed to exist, unless the
 * sandbox was started with `--principals iam`; a session (`assumed-role`) is nobody's principal.
 * Throws InvalidInputException.
 */
export function checkGrantee(account: Account, principal: string): void {
  if (principal === iamAllowedPrincipals) return;
  if (new RegExp(`^${accountId}(?::IAMPrincipals)?$`).test(principal)) return;
  if (!isArn(account, principal) || !exists(account, principal)) {
    throw invalidInput(`Invalid principal, ${principal}`);
  }
}

function isArn({ partition }: Account, principal: string): boolean {
  return arnPatterns(partition).some((pattern) => pattern.test(principal));
}

/**
 * Whether the account has a user or role of that ARN, as far as Lake Formation has heard. The sandbox believes in those
 * that IAM never had, unless it was told not to.
 */
function exists(account: Account, arn: string): boolean {
  if (!new RegExp(`^arn:[^:]+:iam::${account.id}:(role|user)/`).test(arn)) return true;
  if (account.options.principals !== 'iam') return !isUnseen(account, arn);
  return identityOf(account.iam.seen(), arn) !== undefined;
}

/**
 * Checks that this principal can administer the data lake: a user, a role or the root of an account.
 * Throws InvalidInputException, which does not say which of a list it is that IAM no longer has.
 */
export function checkAdmin(account: Account, principal: string): void {
  const isIdentity = /^arn:[^:]+:iam::\d{12}:(?:root$|user\/|role\/)/.test(principal);
  if (!isIdentity || !isArn(account, principal)) throw invalidInput(`Invalid principal, ${principal}`);
  if (!exists(account, principal)) throw invalidInput('Invalid principal');
}
