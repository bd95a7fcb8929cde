import type { Account } from '../account.js';
import type { Caller } from '../service.js';

/** The one user that the sandbox's credentials belong to: an administrator of the account. */
export function administratorOf(account: Account): Caller {
  return {
    accountId: account.id,
    arn: `arn:${account.partition}:iam::${account.id}:user/sandbox`,
    userId: 'AIDASANDBOXADMINISTR'
  };
}
